package sim

import (
	"slices"

	"caseload/agents"
	"caseload/policy"
	"caseload/sim/rng"
)

// World is the whole state of one arm of one replicate: plain slices and scalars, no
// pointers between tables. Everything that does not change is shared between arms.
type World struct {
	Week      agents.Week // the week about to be simulated
	People    *agents.Population
	Coaches   Coaches
	Districts []District

	Draws  rng.Streams
	Habits *agents.Constants
	Market *Market
	Scale  float64 // persons of the run for one of the country
	start  policy.Date
	made   *Config // what the world was made from

	Regime *Regime
	rules  policy.InForce
	// rulesSince is the week from which on these are in force, turning whether a claim of so many
	// weeks may come into another class or to a date that counts.
	rulesSince agents.Week
	turning    []bool
	rates      policy.Rates
	// deducting are the figures of deductions in force.
	deducting  policy.DeductionRules
	thresholds policy.Thresholds // of people in work
	// ratesBefore are those of the week before; they matter where ratesChanged.
	ratesBefore policy.Rates
	economy     Economy // of this week
	standings   standings
	endings     endings                       // of jobs, this week
	prospects   [fifths]float64               // chance of work within 26 weeks, by fifth of readiness
	ahead       agents.Week                   // before a date of this regime somebody can be seen, at most
	gains       [agents.Goals][fifths]float64 // of a goal from more time, by fifth of readiness; mean 1
	weights     [kinds]int64                  // of a kind of claimant in the minutes at a coach's discretion; mean wholePart
	// ratesChanged is true from the moment that new rates are known to the end of their first
	// week: awards and taxes are worked out again on its Monday.
	ratesChanged bool
	regrade      bool // the thresholds of people in work are new this week

	path   *World // that this world is held to; nil for an ordinary one
	hold   Hold
	noting bool // what the market asks for and who stands for places, because another world is held to this one
}

// District is a local labour market with its offices: rows, lists by state, demand and
// books. It is the unit of parallel work: no stage touches another district's rows; of its
// neighbours it reads what they sent out last week.
type District struct {
	Number      int16
	First, Last int32 // rows
	Next        int32 // row of the next arrival
	Attached    int32 // persons at the start of the burn-in; the size that staff is spread by
	Offices     []Office
	Demand      Demand
	Contacts    [agents.Channels]Contacts
	Vacancies   Vacancies // where vacancies are agents
	Neighbours  []int16   // places in World.Districts where residents also look for work
	Callers     []int16   // places of those whose residents also look here
	mail        [2]Mail   // of this week and the last, by its parity

	// Lists of rows by state, rebuilt every week in row order.
	Claimants, Other, Employed, Inactive []int32
	WithOffice                           []int32 // claimants, and people in work of whom something is required
	Couples                              []int32 // the first rows of those who live with another person of the run, for good
	Turns                                []int32 // whose health has reached a date
	Challenged                           []int32 // whose challenge is answered this week

	LossLately float64                                 // pence a week that a claimant with a requirement loses to sanctions, decaying
	Flow       [agents.Statuses][agents.Statuses]int32 // this week, from and to
	Stock      [agents.Statuses]int32                  // at the end of last week
	Books      Books
	Profiled   Profiled   // since week 0
	Places     []Places   // by programme of the regime
	Belief     Belief     // of employers, this week
	Circles    []Circle   // of group work, in the order in which they began
	Providers  []Provider // by provider of the regime
	OffFlow    OffFlow    // since week 0
	Practice   Practice   // since week 0
	FundSpent  int64      // in this financial year, pence
	Log        Log
	scratch    scratch
}

// Office is a jobcentre: a range of coaches.
type Office struct {
	Number      int16
	First, Last int32 // coaches
}

// Demand is the vacancies of a district.
type Demand struct {
	Open        float64 // vacancies when they choose
	Inflow      float64 // a week
	BaseInflow  float64 // of the starting state
	BaseFill    float64 // weekly chance of filling a vacancy in the starting state
	Lapse       float64 // weekly chance that an unfilled vacancy is withdrawn
	Competitors float64 // mass of others who apply, in units of effective search
	BaseSearch  float64 // effective search of the starting state
	BaseOpen    float64
	Tightness   float64 // multiplier of the offer rate in the starting state
	OfferRate   float64 // this week, for one unit of effective search

	Hires, CompetitorHires, Filled float64 // since the last observed week
	AgencyHires                    float64 // of Hires
	IncomingHires                  float64 // of Hires, those of residents of other districts
	OutgoingHires                  float64 // of residents in other districts, not of Hires
	TotalCompetitorHires           float64 // since week 0

	// Vacancies as agents.
	ShortlistRate float64 // shortlisted applications a week of one unit of effective search
	Rivals        float64 // shortlisted applications a week of all competitors
	Choosing      float64 // weekly chance that a vacancy on the open market chooses
	// FilledOfChoosing is the chance that a vacancy that chooses is filled in the starting state.
	FilledOfChoosing float64
	Due              [Occupations]float64 // vacancies to be created, fractions carried over
	Reposted         [Occupations]float64 // left behind by switchers this week
	Developing       [Occupations]float64 // vacancies to be opened for job developers, fractions carried over
	Serial           uint32               // of the next vacancy of this week
	Matched          float64              // hires of claimants this week
	LifeWeeks        float64              // of vacancies closed since the last observed week
	Closed           float64              // their number

	// Jobs of people of the run, since the last observed week.
	Quits, Dismissals, ContractEnds, JobToJob int32

	// Since the burn-in began, for the books.
	Opened, Taken, Lapsed int64 // vacancies
}

// scratch is memory that stages of a week reuse.
type scratch struct {
	lists      [agents.Statuses][]int32 // of rows by status
	search     []float32                // effective search of each claimant on the list
	paid       []int32                  // rows with money this week: who is in work
	required   []int32                  // of whom something may be required
	ending     []int32                  // whose period ends
	payable    []int32                  // whose day of payment it is
	requests   []request
	keys       [][]uint64 // of the requests of each office
	spareKeys  []uint64   // see sortKeys
	desks      []desk
	queue      []turn      // for the places of a programme
	partners   []line      // for the places of local partners, where they are noted
	lines      []line      // for the places of each, where they are noted
	atWork     []int32     // rows of who is, where circles pass vacancies on
	working    []int32     // of these, members of each circle
	services   []service   // participants whom providers might see
	departures []departure // of firms, where they are noted
	business   []business
	dated      []int32   // whose next interview is this week, or soon
	sooner     []request // who could be seen before her date
	early      []uint64  // keys of those who are
	reviewed   []uint64  // keys of who should go to a specialist

	examinations []examination // due this week
	// Of the path, in the diaries of this world.
	crowd       []request // bookings
	crowdSooner []request
	crowdEarly  []uint64

	choosing     [Occupations][]int32 // vacancies that choose this week
	bank         [Occupations][]int32 // of these, notified
	online       []int32              // rows of claimants whom their employers may ask
	submissions  []submission         // of this week
	spendings    []spending           // that coaches have asked for
	closing      []int32              // whose claims are closed at the end of the stage, because they stay away
	waiters      []waiter
	served       []int32            // by local partners, by number
	wanted       [Occupations]int32 // submissions that there is time for
	applications []application
	offers       []offer
	rivals       []rival
	taken, stays []bool
	rivalsInAll  int

	ways     []way // out of the district
	incoming []incoming
	proposed []proposed
	promised []int32 // vacancies

	listed []listing // jobs that rivals took this week
	places []uint64  // their order: see listedMask
	movers []mover

	postings Vacancies     // before they hired, where that is noted
	bars     [rounds][]bar // of each of them
}

// Day is the Monday of a week.
func (w *World) Day(week agents.Week) policy.Date { return w.start.AddDays(7 * int(week)) }

// Clone copies a world, so that arms fork from one state.
func (w *World) Clone() *World {
	v := *w
	v.People = w.People.Clone()
	v.Coaches = w.Coaches.clone()
	v.Districts = slices.Clone(w.Districts)
	for k := range v.Districts {
		d := &v.Districts[k]
		d.Offices = slices.Clone(d.Offices)
		d.Claimants, d.Other, d.Employed, d.Inactive, d.WithOffice, d.Challenged, d.Turns = nil, nil, nil, nil, nil, nil, nil
		d.scratch = scratch{}
		d.Vacancies = d.Vacancies.clone()
		d.Places = slices.Clone(d.Places)
		d.Circles = slices.Clone(d.Circles)
		d.Providers = slices.Clone(d.Providers)
		for k := range d.mail {
			d.mail[k] = d.mail[k].clone()
		}
		d.Log = Log{}
	}
	return &v
}

// u is a person's draw for a purpose this week.
func (w *World) u(i int32, purpose rng.Purpose) float64 {
	return w.Draws.U(uint32(w.People.ID[i]), int32(w.Week), purpose)
}
