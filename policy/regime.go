package policy

import "caseload/policy/source"

// Regime is a whole activation design as an author writes it. The theme of a part says under
// what heading a comparison of two regimes puts it; one without a theme has a heading of its own.
type Regime struct {
	At              source.Position
	Name            source.Text
	Title           source.Text `file:"title" doc:"one line that says what the policy is"`
	DefaultScenario source.Text `file:"default_scenario,optional" doc:"scenario whose population, market and dates are used when the regime is run by its name"`

	Benefits    Benefits    `file:"benefits" theme:"money" doc:"what is paid, by date"`
	Tax         Tax         `file:"tax" theme:"money" doc:"income tax and National Insurance, by date"`
	MinimumWage MinimumWage `file:"minimum_wage" theme:"money" doc:"lowest hourly wage, by age and date"`

	Payment Payment `file:"payment" theme:"money" doc:"how an award is paid: when, with what advances and deductions"`

	Migration *Migration `file:"migration,optional" theme:"money" doc:"those who have another out-of-work benefit when the regime begins; moved with nothing paid on or protected when absent"`

	Claim      Claim       `file:"claim" theme:"claim" doc:"how a claim is opened"`
	Groups     []Group     `file:"groups,optional" theme:"asked" doc:"conditionality groups; the first one that fits a claimant is hers, and who fits none has no requirement"`
	Channels   *Channels   `file:"channels,optional" theme:"seen" doc:"what interviews and signings that are not held face to face take and carry"`
	Interviews []Interview `file:"interviews,optional" theme:"seen" doc:"who is seen how often; the first rule that fits a claimant holds"`
	Commitment *Commitment `file:"commitment,optional" theme:"asked" doc:"what steps are agreed; one kind without a name, within a week, when absent"`
	Profiling  *Profiling  `file:"profiling,optional" theme:"staff" doc:"who is far from work and who is near to it; without it nobody is in a class"`
	Postponing *Postponing `file:"postponing,optional" theme:"seen" doc:"claimants who ask in time get another date; without it nobody does"`
	Coaches    *Coaches    `file:"coaches,optional" theme:"staff" doc:"work coaches and their time"`
	Autonomy   *Autonomy   `file:"autonomy,optional" theme:"staff" doc:"how far offices and coaches go by their own lights; without it they go by the rules"`
	Indicators []Indicator `file:"indicators,optional" theme:"staff" doc:"what offices and coaches are measured by and held to"`
	Health     *Health     `file:"health,optional" theme:"health" doc:"how claims for reasons of health are decided; without it nobody is assessed"`
	Agencies   *Agencies   `file:"agencies,optional" doc:"employment agencies; what the market says when absent"`
	Signing    *Signing    `file:"signing,optional" theme:"seen" doc:"claimants who have to search come to declare that they do, to staff of their own"`
	Monitoring *Monitoring `file:"monitoring,optional" theme:"sanctions" doc:"what anybody looks at, so that failures other than a missed interview can be noticed"`
	InWork     *InWork     `file:"in_work,optional" theme:"asked" doc:"what is required of people in work with an award; nothing when absent"`
	Couples    *Couples    `file:"couples,optional" theme:"asked" doc:"of whom something is required where two have one claim; of both when absent"`
	Waivers    *Waivers    `file:"waivers,optional" theme:"sanctions" doc:"requirements put off for people with a good reason"`
	Programmes []Programme `file:"programmes,optional" theme:"programmes" doc:"what claimants are referred to and take part in; the first one that fits is brought up first; [] takes away those of the file that is extended"`
	Contracts  []Contract  `file:"contracts,optional" theme:"programmes" doc:"who delivers programmes, and what is paid for it; the office does at their cost when absent"`
	Sanctions  *Sanctions  `file:"sanctions,optional" theme:"sanctions" doc:"what follows a failure to meet a requirement that was noticed"`

	Employers *EmployerService `file:"employer_service,optional" theme:"staff" doc:"vacancies that are notified to the office, and what it does with them; without it none is"`

	Support *Support `file:"support,optional" theme:"staff" doc:"what coaches do about barriers to work, with a fund and with local partners; without it nothing"`
}

// Claim says what happens between losing an income and being a claimant.
type Claim struct {
	IdentityCheck  source.Quantity `file:"identity_check" unit:"weeks" min:"0" max:"26" whole:"true" doc:"time from applying to an open claim; benefit is due from the day of applying"`
	HandOffs       *HandOffs       `file:"hand_offs,optional" doc:"from one office to another, where the service is split; a one-stop office has none"`
	FirstInterview *FirstInterview `file:"first_interview,optional" doc:"the interview at which the commitment is agreed"`
}

// FirstInterview is the interview that follows a new claim.
type FirstInterview struct {
	At       source.Position
	Within   source.Quantity `file:"within" unit:"weeks" min:"0" max:"26" whole:"true" doc:"time from the open claim to the first interview"`
	Length   source.Quantity `file:"length" unit:"minutes" min:"1" max:"240" whole:"true" doc:"time booked"`
	Shortest source.Quantity `file:"shortest" unit:"minutes" min:"1" max:"240" whole:"true" doc:"shortest time it is cut to when the diary is full"`
	Channel  source.Text     `file:"channel,optional" oneof:"face_to_face,telephone,e_channel,self_service,outreach" doc:"how it is held; face to face when absent"`
	Closes   source.Flag     `file:"closes_claim,optional" doc:"true when the claim ends of who neither comes nor gets in touch"`
}

// Group is a conditionality group.
type Group struct {
	At          source.Position
	Name        source.Text     `file:"name" doc:"name of the group, as tables show it"`
	Who         Who             `file:"who,optional" words:"for" doc:"whom the group holds; everyone when absent"`
	Or          Alternatives    `file:"or,optional" words:"or for" doc:"further conditions; who fits any of them is held too"`
	From        source.Date     `file:"from,optional" doc:"first day on which the rule holds"`
	Until       source.Date     `file:"until,optional" doc:"first day on which the rule no longer holds"`
	Requirement *Requirement    `file:"requirement,optional" doc:"what is asked of a member every week"`
	Sanctioned  source.Quantity `file:"sanctioned_share" unit:"share" min:"0" max:"1" doc:"share of the claimant's standard allowance that a sanction takes"`
}

// Requirement is what a member of a group has to do.
type Requirement struct {
	Search source.Quantity `file:"search" unit:"hours/week" min:"0" max:"80" whole:"true" doc:"hours of job search agreed in the commitment"`
}

// Interview is a rule that says how often a member of a group is seen. Who is in no group
// has no requirement and no coach, and is never seen.
type Interview struct {
	At       source.Position
	Name     source.Text     `file:"name" doc:"name of the rule; an extending regime changes the rule of the same name"`
	Who      Who             `file:"who,optional" words:"for" doc:"whom the rule is for; every member of a group when absent"`
	From     source.Date     `file:"from,optional" doc:"first day on which the rule holds"`
	Until    source.Date     `file:"until,optional" doc:"first day on which the rule no longer holds"`
	Every    source.Quantity `file:"every" unit:"weeks" min:"1" max:"104" whole:"true" doc:"time from one interview to the next"`
	Length   source.Quantity `file:"length" unit:"minutes" min:"1" max:"240" whole:"true" doc:"time booked"`
	Shortest source.Quantity `file:"shortest" unit:"minutes" min:"1" max:"240" whole:"true" doc:"shortest time it is cut to when the diary is full"`
	Longer   source.Quantity `file:"longer_by,optional" unit:"minutes" min:"0" max:"240" whole:"true" doc:"time that is added at most when the coach has minutes left"`
	Sooner   source.Quantity `file:"sooner_by,optional" unit:"weeks" min:"0" max:"103" whole:"true" doc:"how long before the date somebody can be seen when her coach has minutes left"`
	Channel  source.Text     `file:"channel,optional" oneof:"face_to_face,telephone,e_channel,self_service,outreach" doc:"how it is held; face to face when absent"`
	Required source.Flag     `file:"mandatory" doc:"true when missing it is a failure"`
	Closes   source.Flag     `file:"closes_claim,optional" doc:"true when missing it is a failure and the claim ends of who does not get in touch either"`
}

// Postponing is another date for who asks for it before the interview. Her minutes are then
// free for others.
type Postponing struct {
	At      source.Position
	Granted source.Quantity `file:"granted" unit:"share" min:"0" max:"1" doc:"share of those who ask in time who get another date"`
	By      source.Quantity `file:"by" unit:"weeks" min:"1" max:"26" whole:"true" doc:"time to the new date"`
	Most    source.Quantity `file:"at_most" unit:"count" bare:"true" min:"1" max:"100" doc:"how often in a row one interview can be put off"`
}

// Coaches is the staff and its time. Numbers are those of the whole country; a run
// scales them with its persons.
type Coaches struct {
	At           source.Position
	Number       source.Quantity `file:"full_time_equivalents" unit:"count" min:"0" max:"1000000" doc:"work coaches in the country, full-time equivalents"`
	Hours        source.Quantity `file:"hours" unit:"hours/week" min:"1" max:"80" doc:"contracted hours"`
	Present      source.Quantity `file:"present" unit:"share" min:"0" max:"1" doc:"share of coach-weeks not lost to leave, sickness and training"`
	Interviewing source.Quantity `file:"interviewing" unit:"share" min:"0" max:"1" doc:"share of a present coach's time that can be booked for interviews"`
	Turnover     source.Quantity `file:"turnover,optional" unit:"share/year" min:"0" max:"5" doc:"share of coaches who leave their post"`
	Recruitment  source.Quantity `file:"recruitment,optional" unit:"weeks" min:"0" max:"104" whole:"true" doc:"time for which a post stays empty; there are as many more posts as are empty on average"`
	Training     source.Quantity `file:"training,optional" unit:"weeks" min:"0" max:"156" whole:"true" doc:"time in which a newcomer learns"`
	NewcomerTime source.Quantity `file:"newcomer_time,optional" unit:"share" min:"0" max:"1" doc:"share of a coach's minutes that a newcomer has for interviews in her first week; it rises evenly during training"`
	Content      *Content        `file:"content,optional" doc:"what an interview is asked to be spent on; that of the interview to which effects refer when absent"`
	Kinder       source.Quantity `file:"kinder_by,optional" unit:"number" min:"-3" max:"3" doc:"how far coaches are chosen or trained to enable, beyond what they bring, in standard units between coaches; below 0 to be colder"`
	Stricter     source.Quantity `file:"stricter_by,optional" unit:"number" min:"-3" max:"3" doc:"the same of strictness; below 0 to be more lenient"`
	Goal         source.Text     `file:"goal,optional" oneof:"first_job,distance_travelled,better_job" doc:"what coaches are to bring about: work soon, that those furthest from it come nearer, or better jobs, for which they advise claimants to hold out"`
	FollowsGoal  source.Quantity `file:"follows_goal,optional" unit:"share" min:"0" max:"1" doc:"share of the minutes at a coach's discretion that she gives to those with whom they serve the goal best; the rest she gives to all alike"`
	Better       *BetterJob      `file:"better_job,optional" doc:"what a better job has beside its pay, where that is the goal; nothing when absent"`
	Specialists  []Specialist    `file:"specialists,optional" doc:"coaches who are for some claimants; the others are general ones"`
	Pooled       source.Flag     `file:"pooled,optional" doc:"true when interviews are held by whoever has time and not by one's own coach"`
	Cost         source.Quantity `file:"cost" unit:"£/year" min:"0" max:"20000000" doc:"yearly cost of a full-time coach to the department, pay and overheads"`
}

// BetterJob is what coaches advise claimants to wait for beside pay. They may take what falls
// short of it, for more.
type BetterJob struct {
	At      source.Position
	Lasting source.Flag     `file:"lasting" doc:"true when it is not temporary"`
	Hours   source.Quantity `file:"hours" unit:"hours/week" min:"0" max:"80" doc:"hours that it has at least"`
}

// Health says how a claim for reasons of health is decided, and what becomes of an award
// when work is tried. Severity is in standard units of those in whom a condition begins.
type Health struct {
	At              source.Position
	Wait            source.Quantity `file:"wait" unit:"weeks" min:"0" max:"104" whole:"true" doc:"shortest time from medical evidence to the assessment"`
	Assessments     source.Quantity `file:"assessments" unit:"/week" min:"0" max:"1000000" doc:"assessments in the country at most; who has waited longest is assessed first"`
	Error           source.Quantity `file:"error" unit:"number" min:"0" max:"3" doc:"standard deviation of what an assessor sees around the true severity, in standard units of severity"`
	Strictness      source.Quantity `file:"strictness" unit:"number" min:"-3" max:"3" doc:"severity that assessors ask for beyond that of the law, in standard units"`
	AskAgain        source.Quantity `file:"ask_again" unit:"weeks" min:"0" max:"520" whole:"true" doc:"time after a refusal in which no other assessment can be asked for"`
	Reassessed      source.Quantity `file:"reassessed" unit:"weeks" min:"1" max:"1040" whole:"true" doc:"time from a decision to the next assessment of who has an award"`
	Linking         source.Quantity `file:"linking" unit:"weeks" min:"0" max:"520" whole:"true" doc:"time after starting work in which the former award is given back without an assessment"`
	WorkReassessed  source.Quantity `file:"reassessed_for_work" unit:"share" min:"0" max:"1" doc:"share of those who start work whose award is reassessed because of it"`
	Reconsideration *SecondLook     `file:"reconsideration,optional" doc:"reconsideration and appeal of a refusal"`
}

// SecondLook is another look at a refusal, in a reconsideration or an appeal.
type SecondLook struct {
	At       source.Position
	Decision source.Quantity `file:"decision" unit:"weeks" min:"1" max:"104" whole:"true" doc:"time from the refusal to the new decision"`
	Error    source.Quantity `file:"error" unit:"number" min:"0" max:"3" doc:"standard deviation of what is seen around the true severity, drawn anew"`
}

// Agencies says how far employment agencies are let into the market.
type Agencies struct {
	At    source.Position
	Share source.Quantity `file:"share" unit:"share" min:"0" max:"1" doc:"share of new vacancies that agencies fill"`
}

// Content divides an interview. Coaches tilt it by their disposition.
type Content struct {
	At          source.Position
	Checking    source.Quantity `file:"check" unit:"share" min:"0" max:"1" doc:"share of the time in which evidence is checked"`
	Planning    source.Quantity `file:"plan" unit:"share" min:"0" max:"1" doc:"share in which the next steps are planned"`
	Encouraging source.Quantity `file:"encourage" unit:"share" min:"0" max:"1" doc:"share of the talk that builds rapport"`
}

// Who is a condition on the facts of a claimant. Every part that is written must hold.
type Who struct {
	At                source.Position
	Group             []source.Text `file:"group,optional" doc:"names of groups; a claimant of any of them fits"`
	Profile           []source.Text `file:"profile,optional" oneof:"red,amber,green" doc:"classes of profiling; a claimant of any of them fits"`
	WeeksOnBenefit    *Span         `file:"weeks_on_benefit,optional" doc:"weeks since the claim opened"`
	Age               *Span         `file:"age,optional" doc:"age in years"`
	YoungestChild     *Span         `file:"youngest_child_years,optional" doc:"age of the youngest child in years; nobody without children fits"`
	LeadCarer         source.Flag   `file:"lead_carer,optional" doc:"is the lead carer of dependent children"`
	Partner           source.Flag   `file:"partner,optional" doc:"lives with a partner"`
	HealthLimited     source.Flag   `file:"health_limited,optional" doc:"a health condition limits daily activity"`
	LimitedCapability source.Flag   `file:"limited_capability,optional" doc:"assessed as having limited capability for work"`
	InWork            source.Flag   `file:"in_work,optional" doc:"works and earns at least the administrative threshold"`
	AwaitsAssessment  source.Flag   `file:"awaits_assessment,optional" doc:"has given medical evidence and waits for the assessment"`
}

// Span is a range of whole numbers: from `at_least` up to, not including, `below`.
type Span struct {
	At      source.Position
	AtLeast source.Quantity `file:"at_least,optional" unit:"count" bare:"true" min:"0" max:"5000" doc:"the smallest that fits"`
	Below   source.Quantity `file:"below,optional" unit:"count" bare:"true" min:"0" max:"5000" doc:"the first that no longer fits"`
	Is      source.Quantity `file:"is,optional" unit:"count" bare:"true" min:"0" max:"5000" doc:"the only one that fits"`
}
