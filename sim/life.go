package sim

import (
	"caseload/agents"
	"caseload/policy"
	"caseload/sim/panel"
)

// Life is one person of a replicate under one regime.
type Life struct {
	Regime     string
	Who        panel.PersonRow // as at week 0, or at entry for those who arrive later
	Occupation uint8           // major group wanted, 0 to 8
	Weeks      []LifeWeek      // those that were asked for, in order
}

// LifeWeek is one week of a life: the state at its end, what happened in it, and its money.
type LifeWeek struct {
	Week           agents.Week
	Status         panel.Status // zero before the person arrives
	Group          string       // of a claimant
	Coach          int32        // panel.NoInt32 without one
	WeeksOnBenefit int16        // panel.NoInt16 without a benefit
	SearchHours    int16        // agreed, a week
	Sanctioned     bool
	OutOfTouch     bool    // stays away from the office
	Applications   float32 // for work
	BenefitPence   int32   // paid, after sanctions and deductions; advances, hardship payments and arrears with it
	HardshipPence  int32   // hardship payments in BenefitPence
	RecoveredPence int32   // of earlier hardship payments, kept back from BenefitPence
	ServedDays     int16   // under a sanction
	ServedPence    int32   // what it takes for these days of the award of their period, as far as that goes
	SanctionPence  int32   // taken by sanctions of a period that ended
	PayPence       int32   // gross
	TaxPence       int32   // income tax and National Insurance
	Happened       []Happening
}

// Happening is an event of a life with the rule behind it.
type Happening struct {
	Stage   string // in which it happened
	Kind    string // one of panel.EventKinds
	Detail  string
	Rule    Rule
	Coach   int32 // panel.NoInt32 where none took part
	Pence   agents.Pence
	Minutes int16
}

// alike tells whether the same happened, by whatever rule.
func (h Happening) alike(other Happening) bool {
	h.Rule, other.Rule = Rule{}, Rule{}
	return h == other
}

// Rule is a rule of a regime: what it is called there, what it says and where it stands.
// Each is empty where it is not known, and all are where no rule was at work.
type Rule struct {
	Words, Says, Place string
}

// recorder writes down the life of the person in one row of a world.
type recorder struct {
	w    *World
	d    *District
	i    int32
	life *Life

	seen   int // events of the log that were looked at
	events []Happening
	before LifeWeek // totals at the end of last week
	due    LifeWeek // days and pence that a sanction takes if money is settled now
	served LifeWeek // those that it took
	stages func(stage string)
}

// record begins to write down what happens in a row. only is the row whose events are
// kept, or allRows for the district's. stages, if not nil, is called after every stage.
func record(w *World, i int32, life *Life, only int32, stages func(stage string)) *recorder {
	r := &recorder{w: w, d: w.districtOf(i), i: i, life: life, stages: stages}
	r.before = r.totals()
	r.d.Log.KeepEvents, r.d.Log.only, r.d.Log.after = true, only, r.stage
	return r
}

func (w *World) districtOf(i int32) *District {
	for k := range w.Districts {
		if d := &w.Districts[k]; d.First <= i && i < d.Last {
			return d
		}
	}
	panic("a row of no district")
}

// stop ends the recording, so that the world can be copied or looked at in another way.
func (r *recorder) stop() {
	r.d.Log = Log{}
}

// stage is called when the district is through a stage.
func (r *recorder) stage(stage string) {
	for ; r.seen < len(r.d.Log.Events); r.seen++ {
		if e := &r.d.Log.Events[r.seen]; e.Person == r.w.People.ID[r.i] {
			r.events = append(r.events, r.w.happening(stage, e))
		}
	}
	if stage == "money" {
		r.served = r.due
	}
	r.due = r.serving()
	if r.stages != nil {
		r.stages(stage)
	}
}

// serving is what a sanction takes of a week that is settled now.
func (r *recorder) serving() (week LifeWeek) {
	p, w, i := r.w.People, r.w, r.i
	if !p.Sanctioned[i] || !w.withOffice(i) {
		return week
	}
	if week.ServedDays = 7; !p.SanctionOpen[i] {
		week.ServedDays = min(p.SanctionDays[i], 7)
	}
	var h policy.Household
	w.householdOf(i, &h)
	week.ServedPence = int32(w.rates.SanctionOf(&h, w.Regime.Plan.Groups[p.Group[i]].SanctionedShare, int(week.ServedDays)))
	return week
}

func (w *World) happening(stage string, e *Event) Happening {
	h := Happening{Stage: stage, Kind: e.Kind, Detail: e.particulars(), Coach: panel.NoInt32, Pence: e.Pence, Minutes: e.Minutes}
	if e.Rule != 0 {
		h.Rule = Rule{Words: w.Regime.Plan.RuleWords(e.Rule), Place: w.Regime.Plan.RuleName(e.Rule)}
	}
	if e.Coach != noCoach {
		h.Coach = w.Coaches.ID[e.Coach]
	}
	return h
}

// endWeek adds the week that is over to the life, unless it lies before the first that is
// asked for, and forgets the log of the district.
func (r *recorder) endWeek(from agents.Week) {
	p, w, i := r.w.People, r.w, r.i
	now := r.totals()
	week := LifeWeek{Week: w.Week - 1, Coach: panel.NoInt32, WeeksOnBenefit: panel.NoInt16, Sanctioned: p.Sanctioned[i], OutOfTouch: p.OutOfContact[i], Happened: r.events,
		Applications: now.Applications - r.before.Applications, BenefitPence: now.BenefitPence - r.before.BenefitPence,
		HardshipPence: now.HardshipPence - r.before.HardshipPence, RecoveredPence: now.RecoveredPence - r.before.RecoveredPence,
		ServedDays: r.served.ServedDays, ServedPence: r.served.ServedPence,
		SanctionPence: now.SanctionPence - r.before.SanctionPence, PayPence: now.PayPence - r.before.PayPence, TaxPence: now.TaxPence - r.before.TaxPence}
	if p.Status[i] != agents.Absent {
		week.Status = statusWord[p.Status[i]]
	}
	if w.withOffice(i) {
		terms := &w.Regime.Plan.Groups[p.Group[i]]
		week.Group = terms.Name
		if p.FirstDone[i] {
			week.SearchHours = terms.SearchHours
		}
		if c := p.Coach[i]; c != noCoach {
			week.Coach = w.Coaches.ID[c]
		}
	}
	switch p.Status[i] {
	case agents.Claimant, agents.OtherBenefit:
		week.WeeksOnBenefit = int16(w.Week - p.BenefitSince[i])
	}
	if week.Week >= from {
		r.life.Weeks = append(r.life.Weeks, week)
	}
	r.before, r.events, r.seen = now, nil, 0
	r.d.Log.Events = r.d.Log.Events[:0]
}

// totals are what is counted of the person since week 0.
func (r *recorder) totals() LifeWeek {
	t, i := &r.w.People.Total, r.i
	paid := t.BenefitPence[i] - t.DeductionPence[i] + t.AdvancePence[i] - r.w.People.Payable[i] +
		t.RepaidPence[i] + t.HardshipPence[i] - t.RecoveredPence[i]
	return LifeWeek{Applications: t.Applications[i], BenefitPence: paid, HardshipPence: t.HardshipPence[i], RecoveredPence: t.RecoveredPence[i], SanctionPence: t.SanctionPence[i], PayPence: t.EarningsPence[i], TaxPence: t.TaxPence[i]}
}
