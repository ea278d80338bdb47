package scenarios

import "caseload/policy/source"

// Districts says how the country is divided.
type Districts struct {
	Number      source.Quantity `file:"number" unit:"count" min:"1" max:"500" doc:"districts in the country"`
	PersonsEach source.Quantity `file:"smallest" unit:"count" min:"1" max:"1000000" doc:"persons a district needs before a run has one more of them"`
	SizeRatio   source.Quantity `file:"largest_to_smallest" unit:"number" min:"1" max:"20" doc:"persons in the largest district for one in the smallest"`
	Lowest      source.Quantity `file:"into_work_lowest" unit:"number" min:"0.05" max:"1" doc:"chance of work in the worst district, as a ratio to the mean"`
	Highest     source.Quantity `file:"into_work_highest" unit:"number" min:"1" max:"10" doc:"chance of work in the best district, as a ratio to the mean"`
	ByTightness source.Quantity `file:"by_tightness" unit:"share" min:"0" max:"1" doc:"share of that spread that comes from vacancies per searcher; the rest comes from who lives there"`
	Offices     source.Quantity `file:"offices" unit:"count" min:"1" max:"100000" doc:"jobcentres in the country"`
	Neighbours  Neighbours      `file:"neighbours" doc:"looking for work in other districts, where vacancies choose among applicants"`
}

// Neighbours mirrors sim.Neighbours.
type Neighbours struct {
	Each        source.Quantity `file:"each" unit:"count" min:"0" max:"20" whole:"true" doc:"neighbouring districts in which people look for work, or as many as there are"`
	Travel      source.Quantity `file:"travel" unit:"£/week" min:"0" max:"100000" doc:"cost of working in a neighbouring district, beyond that of working in one's own"`
	SearchScale source.Quantity `file:"search_scale" unit:"£/week" min:"1" max:"100000" doc:"cost of travel at which a neighbour with the same chances gets 1/e of the applications that go to the own district"`
}

// Vacancies holds the demand side in a steady state.
type Vacancies struct {
	Open        source.Quantity `file:"open" unit:"count" min:"1" max:"100000000" doc:"open vacancies in the country at the start; chances of work are set relative to it, so that demand over time is changed under economy"`
	Filled      source.Quantity `file:"filled" unit:"share" min:"0.05" max:"1" doc:"share of vacancies that are filled; the rest lapse"`
	Competitors source.Quantity `file:"competitors" unit:"share" min:"0" max:"0.99" doc:"share of hires that goes to people who are not in the run, in the starting state"`
	Elasticity  source.Quantity `file:"search_elasticity" unit:"number" min:"0" max:"1" doc:"elasticity of hires to searchers in the matching function, vacancies held"`
}

// Entry is the response of vacancy creation.
type Entry struct {
	Elasticity source.Quantity `file:"elasticity" unit:"number" min:"0" max:"50" doc:"elasticity of the inflow of vacancies to the weekly chance of filling one"`
	Speed      source.Quantity `file:"speed" unit:"share/week" min:"0.001" max:"1" doc:"share of the gap that closes in a week"`
}

// Occupation is the demand for a major group.
type Occupation struct {
	At          source.Position
	Name        source.Text     `file:"name" doc:"name of the group"`
	Vacancies   source.Quantity `file:"vacancies" unit:"share" min:"0" max:"1" doc:"share of all vacancies"`
	Pay         source.Quantity `file:"pay" unit:"number" min:"-5" max:"5" doc:"level of pay above the minimum wage, in standard units of skill"`
	Certificate source.Quantity `file:"certificate" unit:"share" min:"0" max:"1" doc:"share of its vacancies that ask for a qualification at level 3 or over"`
	Notified    source.Quantity `file:"notified" unit:"share" min:"0" max:"1" doc:"share of its vacancies that employers notify to the office of their own accord, where it takes any and no agency fills them"`
	Temporary   source.Quantity `file:"temporary" unit:"share" min:"0" max:"1" doc:"share of its vacancies that are temporary, where no agency fills them"`
	Skilled     source.Quantity `file:"skilled" unit:"share" min:"0" max:"1" doc:"share of its vacancies that ask for a least skill"`
	LeastSkill  source.Quantity `file:"least_skill" unit:"number" min:"-10" max:"10" doc:"skill that these ask for, in standard units"`
}

// Employers mirrors sim.Employers.
type Employers struct {
	Mobility       source.Quantity `file:"mobility" unit:"share" min:"0" max:"1" doc:"share of applications outside one's own occupation group"`
	SkillWeight    source.Quantity `file:"skill_weight" unit:"number" min:"-5" max:"5" doc:"weight of skill in the rank of applicants; the noise of impressions has standard deviation 1"`
	Screening      source.Quantity `file:"screening" unit:"number" min:"0" max:"5" doc:"what a long gap costs in that rank"`
	ScreeningWeeks source.Quantity `file:"screening_full_at" unit:"weeks" min:"1" max:"520" doc:"gap at which it costs that much; less before in proportion"`
	CountsOn       source.Quantity `file:"counts_on" unit:"weeks" min:"1" max:"520" doc:"time for which an employer counts on a hire; a subsidy is worth more to him the more of it it lasts"`
	Impression     source.Quantity `file:"impression" unit:"number" min:"0.01" max:"5" doc:"log productivity that an employer expects of an applicant who impresses him by one standard deviation more; what a subsidy saves him is weighed against it"`
	Expands        source.Quantity `file:"expands" unit:"number" min:"0" max:"5" doc:"elasticity of posts to what work costs, without its sign: that share of a further vacancy is opened for each log of cost that a subsidised hire saves, where the inflow follows the cost of filling one (closure entry)"`
	Believes       source.Quantity `file:"believes" unit:"share" min:"0" max:"1" doc:"share of what is made of an applicant's skill that is not what shows but the mean of claimants of the district with, or without, a qualification at level 3 or over"`
	Recommended    source.Quantity `file:"recommended" unit:"number" min:"-2" max:"5" doc:"what an introduction by a programme adds to the rank of an applicant"`
	Repost         source.Quantity `file:"repost" unit:"share" min:"0" max:"1" doc:"chance that the job which a switcher leaves is posted again"`
	Upgrade        source.Quantity `file:"upgrade" unit:"share/week" min:"0" max:"1" doc:"chance that an unfilled vacancy pays more or, the second time, asks for no qualification or skill"`
	UpgradePay     source.Quantity `file:"upgrade_pay" unit:"share" min:"0" max:"1" doc:"rise of pay of a vacancy that is made more attractive"`
}

// Agencies mirrors sim.Agencies.
type Agencies struct {
	Share     source.Quantity `file:"share" unit:"share" min:"0" max:"1" doc:"share of new vacancies that agencies fill, unless the regime says another"`
	Speed     source.Quantity `file:"speed" unit:"number" min:"0.1" max:"10" doc:"how much more often an agency's vacancy chooses"`
	Temporary source.Quantity `file:"temporary" unit:"share" min:"0" max:"1" doc:"share of the agencies' jobs that are temporary"`
}

// Masses is the shares of the competitors.
type Masses struct {
	At               source.Position
	Switchers        source.Quantity `file:"switchers" unit:"share" min:"0" max:"1" doc:"in work, looking for another job"`
	Unemployed       source.Quantity `file:"unemployed" unit:"share" min:"0" max:"1" doc:"out of work and not on benefit"`
	OutOfLabourForce source.Quantity `file:"inactive" unit:"share" min:"0" max:"1" doc:"neither working nor looking before"`
}

// Check refuses shares that do not add up.
func (m *Masses) Check(c *source.Checker) {
	c.AddUp(m.At, "", "the competitors", m.Switchers, m.Unemployed, m.OutOfLabourForce)
}
