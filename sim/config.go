package sim

import (
	"caseload/agents"
	"caseload/policy"
)

// Config is one replicate of a scenario: everything a world is made of.
type Config struct {
	Seed      uint64
	Replicate int // from 1
	Start     policy.Date
	BurnIn    agents.Week // weeks before week 0
	Horizon   agents.Week // weeks from week 0

	Persons    int // attached at the start
	Population Population
	Market     Market
	Behaviour  agents.Behaviour
	Later      *agents.Behaviour // from week 0 on; nil where it is the same
	Valuation  Valuation
	Under      *Regime // of the burn-in
}

// Regime is what an arm lives under.
type Regime struct {
	Name     string
	Plan     *policy.Plan
	Benefits *policy.Benefits
	Tax      *policy.Tax
	Wage     *policy.MinimumWage
}

// Population is who is attached and who arrives, one to one for the country.
type Population struct {
	Attached []Stratum
	Arrivals []Arrival
}

// Stratum is a part of the attached population.
type Stratum struct {
	Name     string
	Persons  float64
	Status   agents.Status
	Duration agents.DurationLaw
	Hazard   float64 // of work, that elapsed time says was survived; 0 where it says nothing
	Traits   agents.Marginals

	UnderSanction, SanctionLeftWeeks float64

	Listed []Listed // of a table; nil for people who are drawn
}

// Listed is a person of a table, and how much of the stratum she stands for: her weight.
type Listed struct {
	agents.Given
	Weight    float64
	Household int32 // that two rows share who are a couple; 0 for nobody else's
}

// Arrival is a weekly flow of people who are new to the run.
type Arrival struct {
	Name           string
	PerWeek, Falls float64
	Traits         agents.Marginals
}

// Closure says what is held when people search more.
type Closure uint8

// The closures of the vacancy market.
const (
	Stock  Closure = iota // open vacancies are held
	Inflow                // their inflow is held
	Entry                 // the inflow follows the cost of filling one
)

// String is the word that files have for a closure.
func (c Closure) String() string { return [...]string{"stock", "inflow", "entry"}[c] }

// Market is the demand side and the map, one to one for the country.
type Market struct {
	Closure  Closure
	Matching Matching
	Path     []Economy // by week from the start of the burn-in; the last holds on

	Occupations [Occupations]Occupation
	Employers   Employers
	Agencies    Agencies
	Neighbours  Neighbours
	Masses      [Competitors]float64 // shares of the competitors

	Districts   int
	PersonsEach int
	SizeRatio   float64
	Lowest      float64
	Highest     float64
	ByTightness float64
	Offices     int

	VacanciesOpen    float64
	VacanciesFilled  float64
	Competitors      float64
	SearchElasticity float64
	EntryElasticity  float64
	EntrySpeed       float64
}

// Matching says how hires come about.
type Matching uint8

// The ways of matching.
const (
	Agents    Matching = iota // vacancies choose among applicants
	Aggregate                 // a matching function: the fast twin
)

// Occupation is the demand for a major occupation group.
type Occupation struct {
	Vacancies   float64 // share of vacancies
	Pay         float64 // level of pay above the minimum, standard units of skill
	Certificate float64 // share of its vacancies that ask for a qualification at level 3 or over
	Skilled     float64 // share of its vacancies that ask for a least skill
	LeastSkill  float64 // that they ask for, standard units
	Notified    float64 // share that employers notify to the office of their own accord
	Temporary   float64 // share of those on the open market that are temporary
}

// Employers holds how vacancies choose.
type Employers struct {
	Mobility       float64 // share of applications outside one's own occupation group
	SkillWeight    float64 // of skill in the rank, standard units of impressions per standard unit
	Believes       float64 // share of what is made of skill that is the mean of who has a certificate or has none
	Screening      float64 // what a gap of ScreeningWeeks or more costs in the rank
	ScreeningWeeks float64
	CountsOn       float64 // weeks for which an employer counts on a hire
	Impression     float64 // log productivity expected of an applicant who impresses by one standard unit more; 0 where no subsidy is weighed against it
	Expands        float64 // elasticity of posts to the cost of work
	Recommended    float64 // standard units of impressions that an introduction by a programme adds
	Repost         float64 // chance that the job which a switcher leaves is posted again
	Upgrade        float64 // weekly chance that an unfilled vacancy is made more attractive
	UpgradePay     float64 // share by which the first time raises its pay
}

// Neighbours holds how people look for work in other districts.
type Neighbours struct {
	Each        float64 // districts that each one lists as its neighbours
	Travel      float64 // cost of working there, pence a week
	SearchScale float64 // cost at which a neighbour gets 1/e of the applications, pence a week
}

// Agencies holds how vacancies differ that agencies fill.
type Agencies struct {
	Share     float64 // of new vacancies, unless the regime says another
	Speed     float64 // how much more often such a vacancy chooses
	Temporary float64 // share of its jobs that are temporary
}

// Economy is the state of the economy in a week, as ratios to the steady state.
type Economy struct {
	Demand      float64 // creation of vacancies
	Separations float64 // redundancies and dismissals
	Switchers   float64 // people in work who apply elsewhere
	Unemployed  float64 // people out of work and not on benefit who apply
}

var steady = Economy{1, 1, 1, 1}

// At is the state of the economy in a week of a run with the given burn-in.
func (m *Market) At(week, burnIn agents.Week) Economy {
	if len(m.Path) == 0 {
		return steady
	}
	return m.Path[min(max(int(week+burnIn), 0), len(m.Path)-1)]
}
