package policy

import (
	"fmt"
	"strings"

	"caseload/agents"
)

// Fee is a kind of payment to a provider.
type Fee uint8

// The kinds of fees, in the order of the tables.
const (
	ServiceFee    Fee = iota // for a week, whatever happens in it
	AttachmentFee            // for a start
	OutcomeFee               // for a job
	SustainedFee             // for work that goes on
	BetterFee                // for less distress, as measured
	Fees                     // number of kinds
)

var feeNames = [Fees]string{"service", "attachment", "job_outcome", "sustained_outcome", "wellbeing"}

// String is the name of the kind in tables.
func (f Fee) String() string { return feeNames[f] }

// ContractTerms is a compiled Contract. Shares of fees are ten-thousandths.
type ContractTerms struct {
	Name         string
	Lasts        agents.Week
	Continuous   bool
	Groups       []FeeTerms
	Investor     InvestorTerms
	Accelerators []AcceleratorTerms
	ContactEvery agents.Week // 0 without a minimum
	StaffMinutes float64     // a week and participant on benefit, at least
	Guidance     GuidanceTerms
	Allocation   Allocation
	MayRefuse    bool
	Published    bool
	Review       ReviewTerms
	ReturnWithin agents.Week // 0 where the rule of the office says when
	Replaced     agents.Week
	Lots         int
	First, Last  int // providers, in the plan
	Rule         RuleID
}

// Allocation is who gives a participant to a provider.
type Allocation uint8

// The ways of allocation.
const (
	ByRotation Allocation = iota
	ByOffice
	ByChoice
)

var allocations = map[string]Allocation{"rotation": ByRotation, "coach": ByOffice, "choice": ByChoice}

// FeeTerms are the fees of a payment group, in pence.
type FeeTerms struct {
	Name                     string
	Service, Attachment      int64
	Even                     int64 // paid evenly over the time instead of for outcomes
	Job, Sustained           int64
	JobAfter, SustainedEvery agents.Week
	Payments                 int   // sustained-outcome fees at most
	Better                   int64 // for less distress
	Falls                    float64
	BetterAfter              agents.Week // 0 without a fee for it
	Most                     int64       // 0 without a limit
	who                      Who
}

// AcceleratorTerms is a compiled Accelerator.
type AcceleratorTerms struct {
	From float64
	Pays int64
}

// ReviewTerms is a compiled Review; Every is 0 without one.
type ReviewTerms struct {
	Every                   agents.Week
	Moves, Least, EndsBelow float64
}

// Sector is what kind of organisation a provider is.
type Sector uint8

// The sectors.
const (
	PublicSector Sector = iota
	ForProfit
	Voluntary
)

var sectors = map[string]Sector{"public": PublicSector, "for_profit": ForProfit, "voluntary": Voluntary}

// ProviderTerms is a compiled Provider. Money is in pence.
type ProviderTerms struct {
	Name           string
	SectorName     string
	Sector         Sector
	Contract       int
	Lots           uint64 // in which it delivers, a bit for each
	Share, Quality float64
	Contact        int16   // minutes
	MinutePence    float64 // of staff
	Reserves       int64   // for each place of its share
	Mission, Keeps float64
	Welcome        float64
	Reports        float64
	Content        [agents.Activities]float64 // zero for that of the reference interview
}

// ContactPence is what a contact costs, whether or not the participant comes.
func (t *ProviderTerms) ContactPence() float64 { return float64(t.MinutePence * float64(t.Contact)) }

// Attachment is how far a participant has come with a contract.
type Attachment struct {
	Weeks      agents.Week // since the start, this week included
	Worked     int         // weeks in work that count
	Milestones int         // of work, paid
	Pence      int64       // paid for her so far
	InWork     bool        // this week
	Over       bool        // nothing is paid for her any more

	Fell float64 // measured distress since the start, standard units; where it is asked this week
}

// Next is a participant one week on. Weeks in work count towards the next fee; where they
// have to be those of one job, a break loses those not paid for yet. Once the time is over
// she is her provider's for as long as the work lasts that she is in.
func (a Attachment) Next(t *ContractTerms, group int, inWork bool) Attachment {
	if a.Over {
		return a
	}
	f := &t.Groups[group]
	a.Weeks++
	switch {
	case inWork:
		a.Worked++
	case t.Continuous:
		a.Worked = int(f.paidFor(a.Milestones))
	}
	goesOn := inWork && a.InWork && a.Milestones < f.milestones()
	a.Over, a.InWork = a.Weeks > t.Lasts && !goesOn, inWork
	return a
}

// paidFor is the weeks in work that the milestones paid so far stand for.
func (f *FeeTerms) paidFor(milestones int) agents.Week {
	if milestones == 0 {
		return 0
	}
	return f.WorkFor(milestones - 1)
}

// Pay is what a contract pays for a participant in a week: what is due by her weeks since
// the start and in work, up to the most that is paid for one, and how far she then is.
// accelerated is the ten-thousandths of the job-outcome fee that accelerators leave.
func (t *ContractTerms) Pay(group int, a Attachment, accelerated int64) (fees [Fees]int64, after Attachment) {
	if a.Over {
		return fees, a
	}
	f := &t.Groups[group]
	if a.Weeks == 1 {
		fees[AttachmentFee] = f.Attachment
	}
	if a.Weeks <= t.Lasts {
		fees[ServiceFee] = f.Service + f.Even*int64(a.Weeks)/int64(t.Lasts) - f.Even*int64(a.Weeks-1)/int64(t.Lasts)
	}
	for a.Milestones < f.milestones() && agents.Week(a.Worked) >= f.WorkFor(a.Milestones) {
		if a.Milestones == 0 {
			fees[OutcomeFee] += nearest(f.Job*accelerated, wholeShare)
		} else {
			fees[SustainedFee] += f.Sustained
		}
		a.Milestones++
	}
	if f.Asked(a.Weeks) && a.Fell >= f.Falls {
		fees[BetterFee] = f.Better
	}
	for kind := range fees {
		if f.Most > 0 {
			fees[kind] = min(fees[kind], f.Most-a.Pence)
		}
		a.Pence += fees[kind]
	}
	return fees, a
}

// Asked tells whether a participant is asked how she fares in a week since her start, for a fee.
func (f *FeeTerms) Asked(week agents.Week) bool { return f.BetterAfter > 0 && week == f.BetterAfter }

// milestones is how many fees for work there are.
func (f *FeeTerms) milestones() int { return 1 + f.Payments }

// WorkFor is the weeks in work for which a milestone is paid, the job outcome being 0.
func (f *FeeTerms) WorkFor(milestone int) agents.Week {
	return f.JobAfter + agents.Week(milestone)*f.SustainedEvery
}

// Accelerated is the ten-thousandths of the job-outcome fee that are paid to a provider
// that has reached so many outcomes of so many starts.
func (t *ContractTerms) Accelerated(outcomes, starts int64) int64 {
	pays := int64(wholeShare)
	for _, a := range t.Accelerators {
		if starts > 0 && float64(outcomes) >= float64(a.From*float64(starts)) {
			pays = a.Pays
		}
	}
	return pays
}

// Group is the payment group of a participant.
func (t *ContractTerms) Group(c Case, group string) int {
	for k := range t.Groups {
		if t.Groups[k].who.Fits(c, group) {
			return k
		}
	}
	return len(t.Groups) - 1
}

func (p *Plan) compileContracts(r *Regime) {
	for k := range r.Contracts {
		c := &r.Contracts[k]
		t := ContractTerms{
			Name: c.Name.Value, Lasts: agents.Week(c.Lasts.Value), Continuous: c.Continuous.Value,
			Allocation: allocations[c.Allocation.Value], MayRefuse: c.MayRefuse.Value, Published: c.Published.Value, ReturnWithin: agents.Week(c.ReturnWithin.Value),
			Investor: c.Investor.terms(), Guidance: c.Guidance.terms(), Replaced: agents.Week(c.Replaced.Value), Lots: c.lots(), First: len(p.Providers), Rule: p.rule(c.At),
		}
		for _, name := range c.Delivers {
			p.Programmes[r.programme(name.Value)].Contract = k + 1
		}
		for g := range c.Groups {
			t.Groups = append(t.Groups, c.Groups[g].terms(tenThousandths(c.OutcomeShare)))
		}
		for _, a := range c.Accelerators {
			t.Accelerators = append(t.Accelerators, AcceleratorTerms{From: a.From.Value, Pays: tenThousandths(a.Pays)})
		}
		if m := c.Minimum; m != nil {
			t.ContactEvery, t.StaffMinutes = agents.Week(m.Contact.Value), m.Staff.Value
		}
		if v := c.Review; v != nil {
			t.Review = ReviewTerms{Every: agents.Week(v.Every.Value), Moves: v.Moves.Value, Least: v.Least.Value, EndsBelow: v.EndsBelow.Value}
		}
		for j := range c.Providers {
			p.Providers = append(p.Providers, c.Providers[j].terms(k))
		}
		t.Last = len(p.Providers)
		p.Contracts = append(p.Contracts, t)
	}
}

// terms turns the part of the fees for outcomes that is not paid for them into an even
// one of the same expected value.
func (g *PaymentGroup) terms(forOutcomes int64) FeeTerms {
	f := FeeTerms{
		Name: g.Name.Value, Service: pence(g.Service), Attachment: pence(g.Attachment), JobAfter: agents.Week(g.Job.After.Value), Most: pence(g.Most), who: g.Who,
		Job: nearest(pence(g.Job.Fee)*forOutcomes, wholeShare),
	}
	expected := g.Job.Fee.Value
	if s := g.Sustained; s != nil {
		f.Sustained, f.SustainedEvery, f.Payments = nearest(pence(s.Fee)*forOutcomes, wholeShare), agents.Week(s.Every.Value), int(s.AtMost.Value)
		expected += float64(g.Expected.Payments.Value * s.Fee.Value)
	}
	ofJobs, ofWellbeing := float64(g.Expected.Jobs.Value*expected), 0.0
	if b := g.Wellbeing; b != nil {
		f.Better, f.Falls, f.BetterAfter = nearest(pence(b.Fee)*forOutcomes, wholeShare), b.Falls.Value, agents.Week(b.After.Value)
		ofWellbeing = float64(g.Expected.Wellbeing.Value * b.Fee.Value)
	}
	f.Even = rounded(float64((ofJobs + ofWellbeing) * float64(wholeShare-forOutcomes) / wholeShare))
	return f
}

func (v *Provider) terms(contract int) ProviderTerms {
	t := ProviderTerms{
		Name: v.Name.Value, SectorName: v.Sector.Value, Sector: sectors[v.Sector.Value], Contract: contract, Lots: v.inLots(), Share: v.Share.Value, Quality: v.Quality.Value,
		Contact: int16(v.Contact.Value), MinutePence: v.Cost.Value / 60, Reserves: pence(v.Reserves), Mission: v.Mission.Value, Keeps: v.Keeps.Value,
		Welcome: v.Welcome.Value, Reports: v.Reports.Value,
	}
	if s := v.Content; s != nil {
		t.Content = [agents.Activities]float64{agents.Check: s.Checking.Value, agents.Planning: s.Planning.Value, agents.Encourage: s.Encouraging.Value}
	}
	return t
}

func (p *Plan) digestContracts(text *strings.Builder) {
	for k := range p.Contracts {
		t := p.Contracts[k]
		for g := range t.Groups {
			text.WriteString(whoText([]Who{t.Groups[g].who}))
		}
		t.Groups = nil
		fmt.Fprintf(text, " contract %v", t)
		for g := range p.Contracts[k].Groups {
			f := p.Contracts[k].Groups[g]
			f.who = Who{}
			fmt.Fprintf(text, " %v", f)
		}
	}
	fmt.Fprintf(text, " %v", p.Providers)
}
