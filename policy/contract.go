package policy

import (
	"fmt"

	"caseload/policy/source"
)

// Contract buys the delivery of programmes from providers. Who starts one of them is given
// to a provider, who serves her for a time and is paid by what becomes of her.
type Contract struct {
	At           source.Position
	Name         source.Text     `file:"name" doc:"name of the contract"`
	Delivers     []source.Text   `file:"delivers" doc:"names of the programmes whose participants the providers serve"`
	Lasts        source.Quantity `file:"lasts" unit:"weeks" min:"1" max:"208" whole:"true" doc:"time from the start for which a participant is the provider's, on benefit or in work"`
	Continuous   source.Flag     `file:"continuous" doc:"true when the weeks in work that are paid for are those of one job; otherwise they add up over jobs"`
	OutcomeShare source.Quantity `file:"outcome_share" unit:"share" min:"0" max:"1" doc:"share of the fees for outcomes that is paid for outcomes; what is expected of the rest is paid evenly over the time, whatever happens"`
	Groups       []PaymentGroup  `file:"payment_groups" doc:"what is paid for whom; the first group that fits a participant at her start is hers"`
	Investor     *Investor       `file:"investor,optional" doc:"who carries the cost up front and is paid for outcomes; the department pays all when absent"`
	Accelerators []Accelerator   `file:"accelerators,optional" doc:"job-outcome fees that rise or fall with how many are reached; the last that is reached holds"`
	Minimum      *MinimumService `file:"minimum,optional" doc:"least service that is asked of every provider; none when absent"`
	Guidance     *Guidance       `file:"guidance,optional" doc:"what providers are told of waivers and of their work; participants cannot ask them for waivers, and they learn by themselves, when absent"`
	Allocation   source.Text     `file:"allocation" oneof:"rotation,coach,choice" doc:"who gives a participant to a provider: by turns as shares say, the office by their records, or the participant"`
	MayRefuse    source.Flag     `file:"may_refuse,optional" doc:"true when providers other than public ones may turn down who is given to them, as they do where they expect less of her than she costs; she is then offered to the others, and stays with the office alone where none takes her. Everybody is taken when absent"`
	Published    source.Flag     `file:"published" doc:"true when providers' records are published, so that participants who choose know them"`
	Review       *Review         `file:"review,optional" doc:"what performance does to shares and contracts; nothing when absent"`
	ReturnWithin source.Quantity `file:"return_within,optional" unit:"weeks" min:"1" max:"26" whole:"true" doc:"time from a participant's end with the provider to her interview at the office; that of her rule when absent"`
	Replaced     source.Quantity `file:"replaced" unit:"weeks" min:"1" max:"208" whole:"true" doc:"time from a provider's exit to the entry of another in its place"`
	Lots         source.Quantity `file:"lots,optional" unit:"count" bare:"true" min:"1" max:"60" whole:"true" doc:"areas of neighbouring districts, of about the same number of districts, in which it is let by itself; one, the country, when absent"`
	Providers    []Provider      `file:"providers" doc:"who delivers, in every district or in those of some lots"`
}

// PaymentGroup is the fees for some of the participants.
type PaymentGroup struct {
	At         source.Position
	Name       source.Text     `file:"name" doc:"name of the payment group"`
	Who        Who             `file:"who,optional" doc:"whom it is for; every participant when absent"`
	Service    source.Quantity `file:"service,optional" unit:"£/week" min:"0" max:"100000" doc:"service fee for every week of the time, on benefit or in work"`
	Attachment source.Quantity `file:"attachment" unit:"£" min:"0" max:"10000000" doc:"attachment fee, for the start"`
	Job        JobFee          `file:"job" doc:"job-outcome fee"`
	Sustained  *SustainedFees  `file:"sustained,optional" doc:"sustained-outcome fees, for work that goes on after that; none when absent"`
	Wellbeing  *WellbeingFee   `file:"wellbeing,optional" doc:"fee for less distress, as a questionnaire shows it; none when absent"`
	Most       source.Quantity `file:"most,optional" unit:"£" min:"0" max:"100000000" doc:"the most that is paid for one participant; no limit when absent"`
	Expected   ExpectedResults `file:"expected" doc:"what the department expects, by which fees for outcomes are turned into even ones"`
}

// JobFee is paid once for each participant, for so many weeks in work.
type JobFee struct {
	At    source.Position
	Fee   source.Quantity `file:"fee" unit:"£" min:"0" max:"10000000" doc:"fee"`
	After source.Quantity `file:"after" unit:"weeks" min:"1" max:"104" whole:"true" doc:"weeks in work since the start for which it is paid"`
}

// SustainedFees are paid for further weeks in work.
type SustainedFees struct {
	At     source.Position
	Fee    source.Quantity `file:"fee" unit:"£" min:"0" max:"10000000" doc:"each fee"`
	Every  source.Quantity `file:"every" unit:"weeks" min:"1" max:"52" whole:"true" doc:"further weeks in work for which one is paid"`
	AtMost source.Quantity `file:"at_most" unit:"count" bare:"true" min:"1" max:"52" whole:"true" doc:"number of them at most"`
}

// ExpectedResults are the department's expectation when it set the prices.
type ExpectedResults struct {
	At       source.Position
	Jobs     source.Quantity `file:"jobs" unit:"share" min:"0" max:"1" doc:"share of participants for whom a job-outcome fee is expected"`
	Payments source.Quantity `file:"payments,optional" unit:"number" min:"0" max:"52" doc:"sustained-outcome fees expected for each of them; none when absent"`

	Wellbeing source.Quantity `file:"wellbeing,optional" unit:"share" min:"0" max:"1" doc:"share of participants for whom a fee for wellbeing is expected; none when absent"`
}

// Accelerator multiplies the job-outcome fee once a provider has reached so many.
type Accelerator struct {
	At   source.Position
	From source.Quantity `file:"from" unit:"share" min:"0" max:"1" doc:"job outcomes as a share of starts, in a district, from which on it holds"`
	Pays source.Quantity `file:"pays" unit:"share" min:"0" max:"10" doc:"share of the fee that is paid; 0% caps the number of outcomes that are paid for"`
}

// MinimumService is what every participant on benefit is to have.
type MinimumService struct {
	At      source.Position
	Contact source.Quantity `file:"contact_every" unit:"weeks" min:"1" max:"104" whole:"true" doc:"longest time between two contacts"`
	Staff   source.Quantity `file:"staff" unit:"minutes" min:"0" max:"600" doc:"staff time that is employed at least, for each participant on benefit, a week"`
}

// Review compares the providers of a district at fixed times.
type Review struct {
	At        source.Position
	Every     source.Quantity `file:"every" unit:"weeks" min:"1" max:"208" whole:"true" doc:"time from one review to the next"`
	Moves     source.Quantity `file:"moves" unit:"number" min:"0" max:"10" doc:"elasticity of a provider's share of referrals to its job outcomes for each participant, relative to the mean of the district"`
	Least     source.Quantity `file:"least" unit:"share" min:"0" max:"0.5" doc:"smallest share of referrals that a provider is left with"`
	EndsBelow source.Quantity `file:"ends_below,optional" unit:"share" min:"0" max:"1" doc:"share of the mean of the district below which a contract that has run for a year is ended; none is when absent"`
}

// Provider is who delivers. In every district of its lots it has staff, money and experience of
// its own.
type Provider struct {
	At       source.Position
	Name     source.Text       `file:"name" doc:"name of the provider"`
	Sector   source.Text       `file:"sector" oneof:"public,for_profit,voluntary" doc:"a public one cannot become insolvent"`
	Lots     []source.Quantity `file:"lots,optional" unit:"count" bare:"true" min:"1" max:"60" whole:"true" doc:"numbers of the lots in which it delivers; all when absent"`
	Share    source.Quantity   `file:"share" unit:"share" min:"0" max:"1" doc:"share of referrals at the start, of those of each of its lots"`
	Quality  source.Quantity   `file:"quality" unit:"number" min:"0" max:"5" doc:"what its contacts add to search, beside interviews of the mean coach; districts differ around it"`
	Contact  source.Quantity   `file:"contact" unit:"minutes" min:"5" max:"240" whole:"true" doc:"length of a contact with a participant"`
	Cost     source.Quantity   `file:"cost" unit:"£/hour" min:"0" max:"100000" doc:"cost of an hour of its staff with participants, pay and overheads"`
	Reserves source.Quantity   `file:"reserves" unit:"£" min:"0" max:"1000000" doc:"cash that it begins with, for each place of its share; a provider without cash is insolvent"`
	Mission  source.Quantity   `file:"mission" unit:"£" min:"0" max:"1000000" doc:"what a contact is worth to it beside its fees, with whomever it is"`
	Keeps    source.Quantity   `file:"keeps,optional" unit:"£" min:"0" max:"10000000" doc:"what a referral won from others is worth to it: its staff keep their posts"`
	Welcome  source.Quantity   `file:"welcome" unit:"share" min:"0" max:"1" doc:"how hospitable it is: stands where rapport with a coach stands in the decision to come, and is what participants who choose see"`
	Reports  source.Quantity   `file:"reports" unit:"share" min:"0" max:"1" doc:"share of missed contacts that it tells the office of, where the programme is a duty"`
	Content  *Content          `file:"content,optional" doc:"what a contact is spent on: challenging, planning, encouraging; that of the interview to which effects refer when absent"`
}

// Check tests what the parts of a contract ask of one another.
func (t *Contract) Check(c *source.Checker) {
	t.checkLots(c)
	if k := len(t.Groups) - 1; k < 0 || !t.Groups[k].Who.everybody() {
		c.Problem(t.At, "payment_groups", string(groupForTheRest), "let the last group be for everybody else: leave its who out")
	}
	for k := range t.Groups {
		if b := t.Groups[k].Wellbeing; b != nil && b.After.Value > t.Lasts.Value {
			c.Problem(b.After.At, fmt.Sprintf("payment_groups[%d].wellbeing.after", k), askedTooLate.of(b.After, t.Lasts, source.Place(t.Lasts.At, b.After.At)), "ask while the participant is the provider's, or let the contract last longer")
		}
	}
	for k := 1; k < len(t.Accelerators); k++ {
		if a, before := &t.Accelerators[k], &t.Accelerators[k-1]; a.From.Value <= before.From.Value {
			c.Problem(a.From.At, fmt.Sprintf("accelerators[%d].from", k), acceleratorsFall.of(a.From, before.From), "write them from the fewest outcomes to the most")
		}
	}
}

// everybody tells whether a condition asks nothing.
func (w *Who) everybody() bool { return w.At.Line == 0 }

// MostProviders is how many providers, and how many payment groups, a regime can have:
// their places are bytes.
const MostProviders = 250

// providers is the larger number of providers and of payment groups.
func (r *Regime) providers() int {
	providers, groups := 0, 0
	for k := range r.Contracts {
		providers += len(r.Contracts[k].Providers)
		groups += len(r.Contracts[k].Groups)
	}
	return max(providers, groups)
}

// checkContracts requires that contracts deliver programmes of the regime, and none twice.
func (r *Regime) checkContracts(c *source.Checker) (known bool) {
	known, by := true, map[string]source.Position{}
	for k := range r.Contracts {
		for j, name := range r.Contracts[k].Delivers {
			key := fmt.Sprintf("contracts[%d].delivers[%d]", k, j)
			if r.programme(name.Value) < 0 {
				known = false
				c.Problem(name.At, key, unknownProgramme.of(name.Value), "write the name of a programme of the regime")
			}
			if before, twice := by[name.Value]; twice {
				c.Problem(name.At, key, deliveredTwice.of(name.Value, source.Place(before, name.At)), "let one contract have all its providers")
			}
			by[name.Value] = name.At
		}
	}
	return known
}
