package sim

import (
	"slices"

	"caseload/agents"
	"caseload/policy"
	"caseload/sim/panel"
)

// The effects that a summary tells apart, as its column has them.
const (
	Own   = "own"   // each person switched alone: see Hold
	Total = "total" // everybody switched
)

// subgroups are the parts of the population that the summary tells apart; a person
// belongs to one of each dimension. They do not change with the regime.
var subgroups = []string{
	"all", "sex=female", "sex=male", "age=16-24", "age=25-34", "age=35-49", "age=50+",
	"health=limited", "health=not_limited", "household=single", "household=couple", "household=lead_carer",
	"readiness=1", "readiness=2", "readiness=3", "readiness=4", "readiness=5",
	"tightness=slack", "tightness=middle", "tightness=tight",
	"joint_claim=none", "joint_claim=first", "joint_claim=partner",
}

// subgroupIndex is the first subgroup of each dimension, in the order of subgroups.
const (
	everybody, bySex, byAge, byHealth, byHousehold, byReadiness, byTightness, byClaim = 0, 1, 3, 7, 9, 12, 17, 20
	dimensions                                                                        = 8
)

// membership is a person's subgroups, one for each dimension.
type membership [dimensions]uint8

// sums are an arm's totals by outcome and subgroup at a boundary.
type sums struct {
	Week         agents.Week
	Persons      [][]int64 // by outcome and subgroup
	Whole        []int64   // by outcome of the whole country
	Others       [3]int64  // hires of competitors by third of the districts
	Worth        Worth     // of the accounts
	Concentrated float64   // of distress; see concentration
	Distressed   bool      // somebody was
}

// summaryObserver adds up totals at the ends of horizons and of financial years.
type summaryObserver struct {
	members []membership
	horizon agents.Week
	sums    []sums
}

// horizons are the lengths that a summary reports besides the whole run.
var horizons = []agents.Week{13, 26, 52, 104, 156, 208, 260}

// Subgroups are the names that a summary has in its column subgroup.
func Subgroups() []string { return slices.Clone(subgroups) }

// Windows are the spans of weeks that a summary reports, the end not included: every
// horizon from week 0, the whole run, and every financial year that lies in it whole.
func Windows(start policy.Date, horizon agents.Week) [][2]agents.Week {
	var list [][2]agents.Week
	for _, h := range horizons {
		if h < horizon {
			list = append(list, [2]agents.Week{0, h})
		}
	}
	list = append(list, [2]agents.Week{0, horizon})
	first := agents.Week(-1)
	for week := agents.Week(1); week <= horizon; week++ {
		if start.AddWeeks(int(week)).FinancialYear() != start.AddWeeks(int(week)-1).FinancialYear() {
			if first >= 0 {
				list = append(list, [2]agents.Week{first, week})
			}
			first = week
		}
	}
	return list
}

func newSummaryObserver(w *World, fork *beginning, horizon agents.Week) *summaryObserver {
	o := &summaryObserver{horizon: horizon, members: make([]membership, w.People.Len())}
	for k := range w.Districts {
		d := &w.Districts[k]
		third := w.third(k)
		for i := d.First; i < d.Last; i++ {
			o.members[i] = w.memberOf(i, third, fork)
		}
	}
	return o
}

// third is that of a district by tightness, in the order of subgroups.
func (w *World) third(district int) uint8 { return uint8(district * 3 / len(w.Districts)) }

// memberOf finds a person's subgroups from what she is at the fork, or at entry.
func (w *World) memberOf(i int32, third uint8, fork *beginning) membership {
	p := w.People
	m := membership{everybody, bySex + uint8(p.Sex[i]), byAge, byHealth + 1, byHousehold, byReadiness + p.Readiness[i] - 1, byTightness + third, byClaim}
	age := policy.AgeYears(max(0, p.EntryWeek[i]), p.BornWeek[i])
	for k, years := range [3]int{25, 35, 50} {
		if age >= years {
			m[2] = byAge + uint8(k) + 1
		}
	}
	if fork.HealthLimited[i] {
		m[3] = byHealth
	}
	switch {
	case p.Children[i] > 0:
		m[4] = byHousehold + 2
	case p.Partner[i]:
		m[4] = byHousehold + 1
	}
	if p.Couple[i] != 0 {
		if m[7]++; !w.first(i) {
			m[7]++
		}
	}
	return m
}

// boundary tells whether some window may begin or end with a week, whatever the horizon.
func (o *summaryObserver) boundary(w *World) bool {
	return w.Week == 0 || w.Week == o.horizon || slices.Contains(horizons, w.Week) || w.yearEnds()
}

// record adds up everything at a boundary. Whether a window begins there may be known only
// to a run that goes on beyond the horizon.
func (o *summaryObserver) record(w *World, accounts *accountObserver) {
	if o.boundary(w) {
		w.felt(func() { o.add(w, accounts.worthNow(w)) })
	}
}

func (o *summaryObserver) add(w *World, worth Worth) {
	s := sums{Week: w.Week, Worth: worth}
	s.Concentrated, s.Distressed = w.concentration()
	for _, outcome := range outcomes {
		cells := make([]int64, len(subgroups))
		for k := range w.Districts {
			outcome.add(&w.People.Total, w.Districts[k].First, w.Districts[k].Last, o.members, cells, 1)
		}
		s.Persons = append(s.Persons, cells)
	}
	var books Books
	var others float64
	h, e, with, kept := &books.Health, &books.Employers, &books.HiredWith, &books.Retained
	var profiled Profiled
	var offFlow OffFlow
	var practice Practice
	var thirds [3]float64
	for k := range w.Districts {
		b := &w.Districts[k].Books
		books.add(b)
		profiled.add(&w.Districts[k].Profiled)
		offFlow.add(&w.Districts[k].OffFlow)
		practice.add(&w.Districts[k].Practice)
		others += w.Districts[k].Demand.TotalCompetitorHires
		thirds[w.third(k)] += w.Districts[k].Demand.TotalCompetitorHires
	}
	for k := range thirds {
		s.Others[k] = int64(thirds[k] + 0.5)
	}
	s.Whole = []int64{books.Coaching, books.Programmes, books.Subsidies, books.Tax - (books.Award - books.Sanction + books.Arrears + books.Hardship - books.Recovered) - books.Coaching - books.Programmes - books.Subsidies - books.Developing - books.Support.FundPence - books.ProviderFees, int64(others + 0.5),
		h.Asked, h.Assessed, h.WaitWeeks, h.TooLow, h.TooHigh, h.Reconsidered, h.Changed, h.WorkTried, h.Lapsed,
		books.Developing, e.Opened, e.Notified, e.Canvassed, e.Developed, e.Hires, e.ToRivals, books.Support.Exhausted, books.Support.Weeks,
		books.Required, books.Sanctioned, books.CoachWeeks, books.WithCoach,
		books.Bond.Fees + books.Bond.Programmes, books.Bond.Repaid, books.Bond.Asked, books.Bond.Better, books.Bond.BetterTruly,
		with.Hires(), with.By[Herself], with.By[OfCompetitor], with.By[OfClaimant], with.By[OfNobody], int64(with.Posts + 0.5), with.Over, with.Ended,
		kept.All.Weeks, kept.All.Ends, kept.After.Weeks, kept.After.Ends}
	for at := range after {
		known, right, long := profiled.Known(at)
		s.Whole = append(s.Whole, int64(known), int64(long), int64(right))
	}
	for at := range offFlow {
		s.Whole = append(s.Whole, int64(offFlow[at].All), int64(offFlow[at].Ended))
	}
	s.Whole = append(s.Whole, int64(practice.WeeksAsked), int64(practice.WeeksBetween), int64(practice.WeeksOff),
		int64(practice.MinutesAsked), int64(practice.MinutesHeld), int64(practice.ReferralsAsked)/1000, int64(practice.Referrals))
	o.sums = append(o.sums, s)
}

func (o *summaryObserver) at(week agents.Week) *sums {
	for k := range o.sums {
		if o.sums[k].Week == week {
			return &o.sums[k]
		}
	}
	return nil
}

// rows are the differences between the ends of each window.
func (o *summaryObserver) rows(c *Config, regime string, replicate int, effect string, horizon agents.Week) []panel.SummaryRow {
	var rows []panel.SummaryRow
	for _, window := range Windows(c.Start, horizon) {
		from, to := o.at(window[0]), o.at(window[1])
		row := panel.SummaryRow{Regime: regime, Replicate: int16(replicate), FromWeek: int16(window[0]), ToWeek: int16(window[1]),
			Closure: c.Market.Closure.String(), Effect: effect, Exact: true}
		for k, outcome := range outcomes {
			for g, name := range subgroups {
				row.Outcome, row.Unit, row.Subgroup = outcome.name, outcome.unit, name
				row.Value = float64(to.Persons[k][g] - from.Persons[k][g])
				rows = append(rows, row)
			}
		}
		rows = append(rows, coupleRows(row, from, to)...)
		for k, outcome := range countryOutcomes {
			row.Outcome, row.Unit, row.Subgroup = outcome.name, outcome.unit, "all"
			row.Value = float64(to.Whole[k] - from.Whole[k])
			rows = append(rows, row)
		}
		for k := range to.Others {
			row.Outcome, row.Unit = competitorHires, "hires"
			row.Subgroup, row.Value = subgroups[byTightness+k], float64(to.Others[k]-from.Others[k])
			rows = append(rows, row)
		}
		rows = append(rows, to.concentratedRow(row, from.Week)...)
		rows = append(rows, ratioRows(row, from, to)...)
		rows = append(rows, meanRows(row, from, to)...)
		if effect != Own {
			rows = append(rows, o.worthRows(&c.Valuation, row, from, to)...)
		}
	}
	return rows
}

// coupleRows are what is counted of couples in a window.
func coupleRows(row panel.SummaryRow, from, to *sums) (rows []panel.SummaryRow) {
	for _, o := range coupleOutcomes {
		k := slices.IndexFunc(outcomes, func(all outcome) bool { return all.name == o.of })
		sum := int64(0)
		for place, counts := range [2]bool{o.first, o.partner} {
			if group := byClaim + 1 + place; counts {
				sum += to.Persons[k][group] - from.Persons[k][group]
			}
		}
		row.Outcome, row.Unit, row.Subgroup, row.Value = o.name, o.unit, "all", float64(sum)
		rows = append(rows, row)
	}
	return rows
}

// ratioRows are the ratios of a window, where something was counted.
func ratioRows(row panel.SummaryRow, from, to *sums) []panel.SummaryRow {
	counted := func(name string) float64 {
		if k := slices.IndexFunc(outcomes, func(o outcome) bool { return o.name == name }); k >= 0 {
			return float64(to.Persons[k][everybody] - from.Persons[k][everybody])
		}
		k := slices.IndexFunc(countryOutcomes, func(o struct{ name, unit string }) bool { return o.name == name })
		return float64(to.Whole[k] - from.Whole[k])
	}
	var rows []panel.SummaryRow
	for _, r := range countryRatios {
		if all := counted(r.in); all > 0 {
			row.Outcome, row.Unit, row.Subgroup, row.Exact = r.name, r.unit, "all", false
			row.Value = r.times * counted(r.of) / all
			rows = append(rows, row)
		}
	}
	return rows
}

// meanRows are the means of a window, in the subgroups in which something was counted.
func meanRows(row panel.SummaryRow, from, to *sums) []panel.SummaryRow {
	place := func(name string) int {
		return slices.IndexFunc(outcomes, func(o outcome) bool { return o.name == name })
	}
	var rows []panel.SummaryRow
	for _, m := range means {
		sum, count := place(m.sum), place(m.count)
		for g, name := range subgroups {
			if n := to.Persons[count][g] - from.Persons[count][g]; n > 0 {
				row.Outcome, row.Unit, row.Subgroup, row.Exact = m.name, m.unit, name, false
				row.Value = float64(to.Persons[sum][g]-from.Persons[sum][g]) / float64(n)
				rows = append(rows, row)
			}
		}
	}
	return rows
}
