package sim

import (
	"cmp"
	"slices"

	"caseload/agents"
	"caseload/agents/exact"
	"caseload/policy"
	"caseload/sim/panel"
)

// indicatorObserver writes the league tables: every indicator of who is measured by it,
// for the last period that ended, beside what their claimants' traits had led to expect.
type indicatorObserver struct {
	league *panel.Writer[panel.IndicatorRow]
	every  agents.Week // observed weeks
}

func newIndicatorObserver(create panel.CreateFunc, arm string, replicate int, every agents.Week) *indicatorObserver {
	return &indicatorObserver{panel.NewWriter[panel.IndicatorRow](create, panel.PartName(panel.Indicators, arm, replicate, 0)), every}
}

func (o *indicatorObserver) Observe(w *World) error {
	if w.Week == 0 {
		return nil // what was counted before the regime began is not of this run
	}
	since := w.Week % o.every // the last observed week
	if since == 0 {
		since = o.every
	}
	outlook := w.outlooks()
	for x := range w.Regime.Plan.Indicators {
		if w.Week%w.Regime.Plan.Indicators[x].Period < since {
			if err := o.league.Write(w.leagueTable(x, outlook)); err != nil {
				return err
			}
		}
	}
	return nil
}

func (o *indicatorObserver) Close() ([]panel.Part, error) {
	part, err := o.league.Close()
	return []panel.Part{part}, err
}

// outlooks is the mean chance a week of finding work of each coach's present claimants: of
// their traits, in their district's usual market, without any service.
func (w *World) outlooks() []float64 {
	c := &w.Coaches
	mean, n := make([]float64, len(c.ID)), make([]float64, len(c.ID))
	for k := range w.Districts {
		d := &w.Districts[k]
		rate := float64(w.Habits.Finding.EntryHazard * d.Demand.Tightness)
		for i := d.First; i < d.Last; i++ {
			if coach := w.People.Coach[i]; coach != noCoach {
				if n[coach]++; w.People.Status[i] != agents.Claimant {
					continue // in work already
				}
				mean[coach] += exact.ProbabilityFromHazard(float64(rate * exact.Exp(w.traits(i))))
			}
		}
	}
	for k := range mean {
		mean[k] /= max(n[k], 1)
	}
	return mean
}

// measured is who is in a league table.
type measured struct {
	row      panel.IndicatorRow
	tally    Tally
	value    float64
	expected float64 // exits to work
	added    float64
}

// leagueTable is that of an indicator. What is expected adds up to the exits to work that
// there were.
func (w *World) leagueTable(x int, outlook []float64) []panel.IndicatorRow {
	terms := &w.Regime.Plan.Indicators[x]
	var list []measured
	exits, expected := 0.0, 0.0
	for k := range w.Districts {
		for _, o := range w.Districts[k].Offices {
			for _, m := range w.measuredIn(o, x, outlook) {
				m.row.District = w.Districts[k].Number
				exits += float64(m.tally.ToWork)
				expected += m.expected
				var known bool
				if m.value, known = m.tally.value(terms); known {
					list = append(list, m)
				}
			}
		}
	}
	for k := range list {
		m := &list[k]
		m.expected = float64(m.expected * (exits / max(expected, 1e-9)))
		m.added = (float64(m.tally.ToWork) - m.expected) / max(float64(m.tally.Weeks)/float64(terms.Period), 1e-9)
	}
	rank(list, func(m *measured) float64 { return m.value }, func(m *measured) *int32 { return &m.row.Rank })
	rank(list, func(m *measured) float64 { return m.added }, func(m *measured) *int32 { return &m.row.AddedRank })
	rows := make([]panel.IndicatorRow, len(list))
	for k := range list {
		rows[k] = list[k].filled(w, terms)
		rows[k].Ranked = int32(len(list))
	}
	return rows
}

// measuredIn are those of an office whom an indicator measures: the office or its coaches.
func (w *World) measuredIn(o Office, x int, outlook []float64) (list []measured) {
	c := &w.Coaches
	for k := o.First; k < o.Last; k++ {
		t := &c.Closed[k][x]
		if k == o.First || w.Regime.Plan.Indicators[x].Coach {
			m := measured{}
			m.row.Office, m.row.Pressure = o.Number, panel.ThousandthsOf(float64(c.Pressure[k][x]))
			if w.Regime.Plan.Indicators[x].Coach {
				m.row.CoachID = c.ID[k]
			}
			list = append(list, m)
		}
		m := &list[len(list)-1]
		m.tally.add(t)
		m.expected += float64(outlook[k] * float64(t.Weeks))
	}
	return list
}

// filled is the row of who is measured.
func (m *measured) filled(w *World, terms *policy.IndicatorTerms) panel.IndicatorRow {
	row := m.row
	row.Week, row.Indicator, row.Measure, row.Level = int16(w.Week), terms.Name, terms.Of.String(), "office"
	if terms.Coach {
		row.Level = "coach"
	}
	row.PeriodWeeks, row.Published, row.Counted = int16(terms.Period), terms.Published, m.tally.Of
	row.Target, row.Value = panel.ThousandthsOf(terms.Target), panel.ThousandthsOf(m.value)
	row.ExitsToWork, row.ExitsExpected, row.Added = m.tally.ToWork, panel.ThousandthsOf(m.expected), panel.ThousandthsOf(m.added)
	row.Gap = row.AddedRank - row.Rank
	return row
}

// rank numbers a list from the highest on; the place in the list decides between equals.
func rank(list []measured, by func(m *measured) float64, to func(m *measured) *int32) {
	order := make([]int, len(list))
	for k := range order {
		order[k] = k
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(by(&list[b]), by(&list[a])) })
	for place, k := range order {
		*to(&list[k]) = int32(place + 1)
	}
}
