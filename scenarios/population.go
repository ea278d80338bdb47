package scenarios

import "caseload/policy/source"

// Population is a population file: who is attached at the start of the burn-in and who
// arrives. Numbers are those of the whole country.
type Population struct {
	At       source.Position
	Title    source.Text `file:"title" doc:"one line that says who these people are"`
	Traits   Traits      `file:"traits" doc:"marginals and associations that hold unless a part of the population says otherwise"`
	Attached []Stratum   `file:"attached,optional" doc:"the parts of the population at the start, beside a table"`
	Table    *Table      `file:"table,optional" replaces:"attached,arrivals" doc:"persons who are listed one by one; attached and arrivals that would come through extends are left out, unless they are written beside it"`
	Arrivals []Arrival   `file:"arrivals" doc:"people who are new to the run, every week"`
}

// Traits is the marginals of a part of the population.
type Traits struct {
	At                    source.Position
	Women                 source.Quantity `file:"women,optional" unit:"share" min:"0" max:"1" doc:"share of women"`
	Age                   *Ages           `file:"age,optional" doc:"age bands"`
	Education             *Educations     `file:"education,optional" doc:"highest qualification"`
	Occupation            *Wanted         `file:"occupation,optional" doc:"major occupation group wanted"`
	Couple                source.Quantity `file:"couple,optional" unit:"share" min:"0" max:"1" doc:"share living with a partner"`
	PartnerWorks          source.Quantity `file:"partner_works,optional" unit:"share" min:"0" max:"1" doc:"share of partners who work"`
	PartnerPay            source.Quantity `file:"partner_pay,optional" unit:"£/week" min:"0" max:"500000" doc:"mean net pay of a partner who works"`
	PartnerHere           source.Quantity `file:"partner_in_run,optional" unit:"share" min:"0" max:"1" doc:"share of those with a partner who make a couple with another person of the run, as far as one fits; the other partners are outside it"`
	LeadCarer             source.Quantity `file:"lead_carer,optional" unit:"share" min:"0" max:"1" doc:"share who are the lead carer of dependent children"`
	CarersWomen           source.Quantity `file:"lead_carers_women,optional" unit:"share" min:"0" max:"1" doc:"share of women among lead carers, as far as the share of women in the part allows"`
	ParentFrom            source.Quantity `file:"parent_from_years,optional" unit:"number" bare:"true" min:"12" max:"40" doc:"age of a lead carer when the youngest child was born: lowest, in years"`
	ParentTo              source.Quantity `file:"parent_to_years,optional" unit:"number" bare:"true" min:"30" max:"65" doc:"age of a lead carer when the youngest child was born: the first that no longer occurs, in years"`
	YoungestFrom          source.Quantity `file:"youngest_child_from_years,optional" unit:"number" bare:"true" min:"-1" max:"18" doc:"age of the youngest child of a lead carer: lowest, in years; -1 is nine months or less before birth"`
	YoungestTo            source.Quantity `file:"youngest_child_to_years,optional" unit:"number" bare:"true" min:"0" max:"19" doc:"age of the youngest child of a lead carer: the first that no longer occurs, in years"`
	MoreChildren          source.Quantity `file:"further_children,optional" unit:"number" bare:"true" min:"0" max:"6" doc:"mean number of further dependent children of a lead carer"`
	Housing               source.Quantity `file:"housing,optional" unit:"share" min:"0" max:"1" doc:"share with a housing element in the award"`
	Rent                  source.Quantity `file:"rent,optional" unit:"£/week" min:"0" max:"500000" doc:"mean rent of those"`
	RentSpread            source.Quantity `file:"rent_spread,optional" unit:"number" min:"0" max:"2" doc:"standard deviation of log rent"`
	HealthLimited         source.Quantity `file:"health_limited,optional" unit:"share" min:"0" max:"1" doc:"share with a health condition that limits daily activity"`
	LimitedCap            source.Quantity `file:"limited_capability,optional" unit:"share" min:"0" max:"1" doc:"share assessed as having limited capability for work"`
	OccupationByEducation source.Quantity `file:"occupation_education_correlation,optional" unit:"number" min:"-1" max:"1" doc:"correlation of the level of the occupation wanted with qualification, in normal scores"`
	SkillByEducation      source.Quantity `file:"skill_education_correlation,optional" unit:"number" min:"-1" max:"1" doc:"correlation of skill with qualification, in normal scores"`
	DigitalUnaided        source.Quantity `file:"digital_unaided,optional" unit:"share" min:"0" max:"1" doc:"share who use services on the internet without help"`
	DigitalWithHelp       source.Quantity `file:"digital_with_help,optional" unit:"share" min:"0" max:"1" doc:"share who do so with help; those left over cannot"`
	DigitalByEducation    source.Quantity `file:"digital_education_correlation,optional" unit:"number" min:"-0.7" max:"0.7" doc:"correlation of digital access with qualification, in normal scores"`
	DigitalByAge          source.Quantity `file:"digital_age_correlation,optional" unit:"number" min:"-0.7" max:"0.7" doc:"correlation of digital access with age, in normal scores"`
	Barriers              *BarrierShares  `file:"barriers,optional" doc:"barriers to work; nobody has any when absent, but for those who do not use the internet"`
	ComplianceWork        source.Quantity `file:"compliance_frailty_correlation,optional" unit:"number" min:"-1" max:"1" doc:"correlation of compliance with the personal multiplier of finding work, in normal scores"`
}

// BarrierShares mirrors agents.BarrierShares.
type BarrierShares struct {
	At              source.Position
	NoChildCare     source.Quantity `file:"child_care" unit:"share" min:"0" max:"1" doc:"share of lead carers who have no place for their children while they work"`
	NoTransport     source.Quantity `file:"transport" unit:"share" min:"0" max:"1" doc:"share without a way to get to most jobs"`
	NoLicence       source.Quantity `file:"licence" unit:"share" min:"0" max:"1" doc:"share without the licence, certificate or tools of the trade that they want"`
	Debts           source.Quantity `file:"debt" unit:"share" min:"0" max:"1" doc:"share with debts that are out of hand"`
	InsecureHousing source.Quantity `file:"housing" unit:"share" min:"0" max:"1" doc:"share without a settled place to live, of those with a housing element"`
	LittleLanguage  source.Quantity `file:"language" unit:"share" min:"0" max:"1" doc:"share with too little of the language of the country"`
	Correlation     source.Quantity `file:"correlation" unit:"number" min:"0" max:"0.99" doc:"correlation of each of these with what all have in common, in normal scores"`
}

// Ages is the shares of four age bands.
type Ages struct {
	At     source.Position
	From16 source.Quantity `file:"16_24" unit:"share" min:"0" max:"1" doc:"share aged 16 to 24"`
	From25 source.Quantity `file:"25_34" unit:"share" min:"0" max:"1" doc:"share aged 25 to 34"`
	From35 source.Quantity `file:"35_49" unit:"share" min:"0" max:"1" doc:"share aged 35 to 49"`
	From50 source.Quantity `file:"50_over" unit:"share" min:"0" max:"1" doc:"share aged 50 to pension age"`
}

// Check refuses shares that do not add up.
func (a *Ages) Check(c *source.Checker) {
	c.AddUp(a.At, "", "the age bands", a.From16, a.From25, a.From35, a.From50)
}

// Wanted is the shares of the nine major occupation groups.
type Wanted struct {
	At           source.Position
	Managers     source.Quantity `file:"managers" unit:"share" min:"0" max:"1" doc:"managers, directors and senior officials"`
	Professional source.Quantity `file:"professional" unit:"share" min:"0" max:"1" doc:"professional occupations"`
	Associate    source.Quantity `file:"associate_professional" unit:"share" min:"0" max:"1" doc:"associate professional occupations"`
	Clerical     source.Quantity `file:"administrative" unit:"share" min:"0" max:"1" doc:"administrative and secretarial occupations"`
	Trades       source.Quantity `file:"skilled_trades" unit:"share" min:"0" max:"1" doc:"skilled trades"`
	Caring       source.Quantity `file:"caring" unit:"share" min:"0" max:"1" doc:"caring, leisure and other service occupations"`
	Sales        source.Quantity `file:"sales" unit:"share" min:"0" max:"1" doc:"sales and customer service"`
	Process      source.Quantity `file:"process" unit:"share" min:"0" max:"1" doc:"process, plant and machine operatives"`
	Elementary   source.Quantity `file:"elementary" unit:"share" min:"0" max:"1" doc:"elementary occupations"`
}

// Check refuses shares that do not add up.
func (o *Wanted) Check(c *source.Checker) {
	c.AddUp(o.At, "", "the occupation groups", o.Managers, o.Professional, o.Associate, o.Clerical, o.Trades, o.Caring, o.Sales, o.Process, o.Elementary)
}

// Educations is the shares of four levels.
type Educations struct {
	At          source.Position
	None        source.Quantity `file:"none" unit:"share" min:"0" max:"1" doc:"share without a qualification"`
	BelowLevel3 source.Quantity `file:"below_level_3" unit:"share" min:"0" max:"1" doc:"share with less than A levels"`
	Level3      source.Quantity `file:"level_3" unit:"share" min:"0" max:"1" doc:"share with A levels or the like"`
	Level4      source.Quantity `file:"level_4_or_over" unit:"share" min:"0" max:"1" doc:"share with a higher qualification"`
}

// Check refuses shares that do not add up.
func (e *Educations) Check(c *source.Checker) {
	c.AddUp(e.At, "", "the levels of qualification", e.None, e.BelowLevel3, e.Level3, e.Level4)
}

// Stratum is a part of the population at the start.
type Stratum struct {
	At       source.Position
	Name     source.Text     `file:"name" doc:"name of the part"`
	Persons  source.Quantity `file:"persons" unit:"count" min:"0" max:"100000000" doc:"persons in the country"`
	Status   source.Text     `file:"status" oneof:"claimant,other_benefit,employed,inactive" doc:"what they are doing at the start"`
	Duration Duration        `file:"duration" doc:"how long they have been doing it"`
	Traits   *Traits         `file:"traits,optional" doc:"what differs from the traits of the whole population"`

	UnderSanction source.Quantity `file:"under_sanction,optional" unit:"share" min:"0" max:"1" doc:"share under a sanction at the start"`
	SanctionLeft  source.Quantity `file:"sanction_left,optional" unit:"weeks" min:"0.1" max:"156" doc:"mean length still to serve"`
}

// Duration is the stationary law of elapsed time: a stock is made of everybody who has
// not left yet, with a hazard that falls because the quick leave first.
type Duration struct {
	Hazard   source.Quantity `file:"entry_hazard" unit:"share/week" min:"0" max:"1" doc:"hazard of the exit that frailty multiplies, among entrants"`
	Variance source.Quantity `file:"frailty_variance" unit:"number" min:"0" max:"5" doc:"variance of that frailty"`
	Other    source.Quantity `file:"other_exits" unit:"share/week" min:"0" max:"1" doc:"hazard of all other exits"`
	Longest  source.Quantity `file:"longest" unit:"weeks" min:"1" max:"2000" doc:"no one has been there longer"`
}

// Arrival is a weekly flow of people who are new to the run. They apply for benefit in
// the week in which they arrive.
type Arrival struct {
	At      source.Position
	Name    source.Text     `file:"name" doc:"name of the flow"`
	PerWeek source.Quantity `file:"per_week" unit:"/week" min:"0" max:"10000000" doc:"persons a week in the country, at week 0"`
	Falls   source.Quantity `file:"falls,optional" unit:"/week" min:"-100000" max:"100000" doc:"persons a week fewer for each week that passes, because people of the run come back in their place"`
	Traits  *Traits         `file:"traits,optional" doc:"what differs from the traits of the whole population"`
}
