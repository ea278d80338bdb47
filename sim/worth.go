package sim

import (
	"caseload/agents/exact"
	"caseload/sim/panel"
)

// The outcomes that say what a run is worth; those of parties are in worthOf.
const (
	socialNet     = "social_net_pence"
	withWellbeing = "social_net_with_wellbeing_pence"
	withLow       = "social_net_with_wellbeing_low_pence"
	withHigh      = "social_net_with_wellbeing_high_pence"
	socialTail    = "tail_social_net_pence"
	wellbeingTail = "tail_wellbeing_pence"
)

// worthOf is the outcome of what comes to a party.
func worthOf(party int) string { return "value_" + partyNames[party] + "_pence" }

// worthOutcomes are the names of all of them.
func worthOutcomes() []string {
	var names []string
	for party := range wellbeingAccount {
		names = append(names, worthOf(party))
	}
	wellby, qaly := WellbeingValue{By: Wellbys}, WellbeingValue{By: Qalys}
	return append(names, socialNet, wellby.outcome(), qaly.outcome(), withWellbeing, withLow, withHigh, socialTail, wellbeingTail)
}

// less is what came between two moments.
func (w Worth) less(before *Worth) Worth {
	for party := range parties {
		w.Real[party] -= before.Real[party]
		w.Present[party] -= before.Present[party]
	}
	return w
}

// society adds up the parties, wellbeing apart.
func (w *Worth) society() (real, present int64) {
	for party := range wellbeingAccount {
		real += w.Real[party]
		present += w.Present[party]
	}
	return real, present
}

// worthRows are what a window is worth to each party, to society, and with wellbeing. What
// lasts beyond the end has rows of its own where a run is seen as a whole.
func (o *summaryObserver) worthRows(v *Valuation, row panel.SummaryRow, from, to *sums) []panel.SummaryRow {
	var rows []panel.SummaryRow
	row.Subgroup, row.Unit, row.Exact = "all", "pence", true
	say := func(outcome string, pence int64) {
		row.Outcome, row.Value = outcome, float64(pence)
		rows = append(rows, row)
	}
	window := to.Worth.less(&from.Worth)
	for party := range wellbeingAccount {
		say(worthOf(party), window.Present[party])
	}
	_, net := window.society()
	say(socialNet, net)
	value := &v.Wellbeing
	felt := window.Present[wellbeingAccount]
	if value.By != Unvalued {
		say(value.outcome(), felt)
		say(withWellbeing, net+felt)
	}
	if value.By == Wellbys {
		say(withLow, net+scaled(felt, value.Low/value.Wellby))
		say(withHigh, net+scaled(felt, value.High/value.Wellby))
	}
	if from.Week != 0 || to.Week != o.horizon || v.Tail.Rule == NoTail {
		return rows
	}
	social, wellbeing := o.tail(v)
	say(socialTail, social)
	if value.By != Unvalued {
		say(wellbeingTail, wellbeing)
	}
	return rows
}

// tailFrom is how long a flow is looked at to see what becomes of it, weeks at least.
const tailFrom = 26

// tail is what lasts beyond the horizon: the mean flow since the last boundary that lies
// half a year before it, or since week 0, by the rule of the tail.
func (o *summaryObserver) tail(v *Valuation) (social, wellbeing int64) {
	to := o.at(o.horizon)
	from := o.at(0)
	for k := range o.sums {
		if s := &o.sums[k]; s.Week > from.Week && s.Week <= o.horizon-tailFrom {
			from = s
		}
	}
	flow := to.Worth.less(&from.Worth)
	real, _ := flow.society()
	weeks := float64(to.Week - from.Week)
	return scaled(real, v.Tail.times(v.Discount.Money, o.horizon)/weeks),
		scaled(flow.Real[wellbeingAccount], v.Tail.times(v.Discount.Wellbeing, o.horizon)/weeks)
}

// scaled is pence times a factor.
func scaled(pence int64, by float64) int64 { return exact.RoundInt64(float64(float64(pence) * by)) }
