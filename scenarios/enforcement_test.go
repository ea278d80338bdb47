package scenarios

import (
	"fmt"
	"math"
	"os"
	"testing"
	"text/tabwriter"

	"caseload/agents"
	"caseload/policy"
	"caseload/sim"
)

// TestEnforcementTable holds what two regimes of Universal Credit and two of Jobseeker's
// Allowance do about failures against published figures of the world each stands for, where
// there are any. Each world is burnt in under its own regime. It plays four countries, so it
// runs where tables are asked for.
func TestEnforcementTable(t *testing.T) {
	if !*sanity {
		t.Skip("plays four countries; go test ./scenarios -run EnforcementTable -v -args -sanity")
	}
	out := tabwriter.NewWriter(os.Stdout, 0, 4, 2, ' ', 0)
	for _, world := range []struct {
		regime, scenario string
		rows             func(o *observed, e *enforced) []sanityRow
	}{
		{"universal-credit-2024", "passive-vs-universal-credit", universalCreditRows},
		{"strict-sanctions", "passive-vs-universal-credit", otherRows},
		{"jsa-2012-sanctions", "jobseekers-2012", jobseekers2012Rows},
		{"jobcentre-2006", "jobcentre-2006", jobcentre2006Rows},
	} {
		c, found := Load(shipped, world.scenario, []string{"persons=150000", "burn_in.weeks=104", "burn_in.under=" + world.regime})
		if found.Failed() {
			t.Fatal(found)
		}
		e := &enforced{}
		o := observe(t, c, 1, 52, e.look)
		fmt.Fprintf(out, "%s\t\t\t\t\n", world.regime)
		for _, row := range world.rows(o, e) {
			row.print(out)
			if row.absurd() {
				t.Errorf("%s, %s: %.4g is far from %s", world.regime, row.name, row.value, row.published)
			}
		}
	}
	out.Flush()
}

// enforced is what happened to those who were under a requirement in a year.
type enforced struct {
	ever                   []bool     // was under one
	stood                  []int16    // sanctions not overturned, when the year began
	was                    []phase    // last week
	weeks, exits, foundJob [2]float64 // person-weeks and exits of those who search: not sanctioned, in the first month of a sanction

	due      []agents.Week // next decision on an interview missed for no good reason, by who is under no sanction
	decided  []verdict
	followed [2][3]struct{ weeks, exits, work float64 } // by verdict and month: not upheld, sanctioned
}

// verdict is how a referral for an interview missed was decided.
type verdict struct {
	when       agents.Week // 0 for none
	sanctioned int         // 1 when it was upheld
}

// phase is where a searching claimant stood last week.
type phase uint8

const (
	elsewhere phase = iota
	unsanctioned
	firstMonth
	laterMonths
)

// look counts a week. The first time it is asked the year begins.
func (e *enforced) look(w *sim.World) {
	p := w.People
	if e.ever == nil {
		e.ever, e.was, e.stood = make([]bool, p.Len()), make([]phase, p.Len()), make([]int16, p.Len())
		e.due, e.decided = make([]agents.Week, p.Len()), make([]verdict, p.Len())
		for i := range e.stood {
			e.stood[i] = p.Total.Sanctions[i] - p.Total.Overturned[i]
		}
	}
	for i, status := range p.Status {
		under := status == agents.Claimant && p.Group[i] != policy.NoGroup
		searches := under && w.Regime.Plan.Groups[p.Group[i]].SearchHours > 0
		e.ever[i] = e.ever[i] || under
		e.follow(w, i, searches)
		if k := e.was[i]; k == unsanctioned || k == firstMonth {
			e.weeks[k-unsanctioned]++
			if !searches {
				e.exits[k-unsanctioned]++
				if status == agents.Employed {
					e.foundJob[k-unsanctioned]++
				}
			}
		}
		switch {
		case !searches:
			e.was[i] = elsewhere
		case !p.Sanctioned[i]:
			e.was[i] = unsanctioned
		case w.Week-p.SanctionSince[i] <= 4:
			e.was[i] = firstMonth
		default:
			e.was[i] = laterMonths
		}
	}
}

// follow counts what becomes of those who missed an interview for no good reason, by how that
// was decided. Which of them is sanctioned is a draw, so that what differs is what the
// sanction does.
func (e *enforced) follow(w *sim.World, i int, searches bool) {
	p, v := w.People, &e.decided[i]
	if v.when > 0 && w.Week > v.when {
		month := min(int(w.Week-v.when-1)/4, 2)
		n := &e.followed[v.sanctioned][month]
		n.weeks++
		if !searches {
			n.exits++
			if p.Status[i] == agents.Employed {
				n.work++
			}
		}
		if !searches || w.Week-v.when >= 13 {
			v.when = 0
		}
	}
	if searches && e.due[i] == w.Week-1 {
		*v = verdict{when: w.Week}
		if p.Sanctioned[i] {
			v.sanctioned = 1
		}
	}
	e.due[i] = agents.Never
	for s, when := range p.PendingDecision[i] {
		if when != agents.Never && searches && !p.Sanctioned[i] && p.PendingReason[i][s] == agents.NoReason && p.PendingKind[i][s] == agents.MissedInterview {
			e.due[i] = when
		}
	}
}

// caused is the weekly chance of leaving in each of the three months after a sanction against
// that of those whose referral was not upheld: by any way, and to work.
func (e *enforced) caused() (any, work [3]float64) {
	for k := range any {
		not, sanctioned := e.followed[0][k], e.followed[1][k]
		any[k] = sanctioned.exits / sanctioned.weeks / (not.exits / not.weeks)
		work[k] = sanctioned.work / sanctioned.weeks / (not.work / not.weeks)
	}
	return any, work
}

// repeated is, of those under a requirement in the year, how many were sanctioned, in per
// cent, the mean number of their sanctions, and how many of them had several, in per cent:
// after challenges, as persons are published.
func (e *enforced) repeated(w *sim.World) (share, mean, several float64) {
	var under, sanctioned, again, all float64
	for i, ever := range e.ever {
		if n := float64(w.People.Total.Sanctions[i] - w.People.Total.Overturned[i] - e.stood[i]); ever && n >= 0 {
			under++
			all += n
			if n > 0 {
				sanctioned++
			}
			if n > 1 {
				again++
			}
		}
	}
	return 100 * sanctioned / under, all / max(sanctioned, 1), 100 * again / max(sanctioned, 1)
}

// afterwards is the weekly chance of leaving in the first month of a sanction against that of
// those not sanctioned: by any way, and to work. Who is sanctioned is not like who is not.
func (e *enforced) afterwards() (any, work float64) {
	ratio := func(n [2]float64) float64 { return n[1] / e.weeks[1] / (n[0] / e.weeks[0]) }
	return ratio(e.exits), ratio(e.foundJob)
}

// rate is sanctions a month for 100 who search, and for 100 who are under a requirement.
func (o *observed) rate() (searching, under float64) {
	month := 100 * o.sanctions / (o.weeks * o.w.Scale) * 52 / 12
	return month / o.searching, month / o.sanctionable
}

// common is what every world is asked. Where nothing was published nothing is accepted or
// refused.
func (o *observed) common(e *enforced) []sanityRow {
	any, work := e.afterwards()
	causedAny, causedWork := e.caused()
	length, short, long, missed := o.sanctionLengths()
	share, mean, several := e.repeated(o.w)
	free := func(name string, value float64) sanityRow {
		return sanityRow{name, "-", value, math.Inf(-1), math.Inf(1)}
	}
	return []sanityRow{
		free("under a sanction, % of those under a requirement", 100*o.sanctioned/o.sanctionable),
		free("sanctions for missed interviews, %", missed),
		free("sanctioned in the year, %", share), free("sanctions of each of them", mean), free("of them sanctioned again, %", several),
		free("mean length, weeks", length), free("of under five weeks, %", short), free("of over 13 weeks, %", long),
		free("sanctions of people ill that week, %", 100*o.ill/max(o.sanctions, 1)),
		free("overturned, %", 100*o.overturned/max(o.sanctions, 1)), free("hardship payments, share of what is withheld", o.hardship/max(o.withheld, 1)),
		free("interviews missed, %", 100*o.missed/o.due), free("held for each coach in post and week", (o.due-o.missed)/o.weeks/o.inPost()),
		free("minutes of an interview held or missed", o.used/o.due),
		free("leaves in the first month of a sanction, ratio to who is under none", any), free("to work, ratio", work),
		free("leaves in the first month, ratio to who was let off", causedAny[0]), free("in the second", causedAny[1]), free("in the third", causedAny[2]),
		free("to work in the first month, ratio to who was let off", causedWork[0]), free("to work in the second", causedWork[1]), free("to work in the third", causedWork[2]),
	}
}

// with says of a row what was published of it and what is accepted.
func with(rows []sanityRow, name, published string, low, high float64) []sanityRow {
	for k := range rows {
		if rows[k].name == name {
			rows[k].published, rows[k].low, rows[k].high = published, low, high
		}
	}
	return rows
}

func universalCreditRows(o *observed, e *enforced) []sanityRow {
	_, under := o.rate()
	rows := append([]sanityRow{{"sanctions a month for 100 under a requirement", "2.0 to 2.8", under, 1.8, 3}}, o.common(e)...)
	rows = with(rows, "under a sanction, % of those under a requirement", "5.5", 5, 7)
	rows = with(rows, "sanctions for missed interviews, %", "92", 89, 95)
	rows = with(rows, "of under five weeks, %", "44 (2017)", 34, 54)
	rows = with(rows, "of over 13 weeks, %", "16 (2017)", 10, 26)
	rows = with(rows, "overturned, %", "14 (2015)", 11, 17)
	rows = with(rows, "leaves in the first month, ratio to who was let off", "1.09", .95, 2.2)
	rows = with(rows, "to work in the first month, ratio to who was let off", "0.9 to 1.3", .8, 1.4)
	return with(rows, "interviews missed, %", "14 to 17", 14, 17)
}

func otherRows(o *observed, e *enforced) []sanityRow {
	_, under := o.rate()
	return append([]sanityRow{{"sanctions a month for 100 under a requirement", "-", under, math.Inf(-1), math.Inf(1)}}, o.common(e)...)
}

func jobseekers2012Rows(o *observed, e *enforced) []sanityRow {
	searching, _ := o.rate()
	rows := append([]sanityRow{{"sanctions a month for 100 jobseekers", "6.77", searching, 6.1, 7.5}}, o.common(e)...)
	rows = with(rows, "sanctioned in the year, %", "18.4", 14, 24)
	rows = with(rows, "sanctions of each of them", "1.56", 1.4, 1.7)
	rows = with(rows, "of them sanctioned again, %", "31", 27, 35)
	rows = with(rows, "overturned, %", "14", 11, 17)
	rows = with(rows, "hardship payments, share of what is withheld", "0.27", .22, .32)
	rows = with(rows, "leaves in the first month, ratio to who was let off", "1.25 to 2.0 abroad", .95, 2.2)
	return with(rows, "to work in the first month, ratio to who was let off", "0.9 to 1.3", .8, 1.4)
}

func jobcentre2006Rows(o *observed, e *enforced) []sanityRow {
	searching, _ := o.rate()
	rows := append([]sanityRow{{"sanctions a month for 100 jobseekers", "2.46", searching, 1.8, 3.2}}, o.common(e)...)
	rows = with(rows, "interviews missed, %", "14.3", 13, 17)
	return with(rows, "held for each coach in post and week", "22 to 28", 20, 30)
}

// inPost is coaches in post at the end of the year.
func (o *observed) inPost() float64 {
	n := 0.0
	for _, since := range o.w.Coaches.Since {
		if since <= o.w.Week {
			n++
		}
	}
	return n
}
