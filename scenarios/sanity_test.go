package scenarios

import (
	"context"
	"flag"
	"fmt"
	"io"
	"math"
	"os"
	"testing"
	"text/tabwriter"

	"caseload/agents"
	"caseload/policy"
	"caseload/sim"
	"caseload/sim/panel"
)

var sanity = flag.Bool("sanity", false, "print the model of Great Britain beside published figures")

// observed is what a year of the model of Great Britain looks like, one to one.
type observed struct {
	w                                                                  *sim.World
	weeks                                                              float64
	moves                                                              [agents.Statuses][agents.Statuses]float64 // persons a week
	exits                                                              []panel.SpellRow
	starters                                                           []starter
	ages                                                               []int     // 1 + age of the claim last week of those who searched, by row
	entered, ended, at                                                 []float64 // claims of the searching group by 1 + age in weeks: came, left, were there
	foundAt                                                            []float64 // into work, by the same
	found, left                                                        float64   // persons of the searching group: into work, out of the group for any reason
	searchingIn, foundIn                                               []float64 // by district: person-weeks of searching, into work
	following                                                          []int     // 1 + place among starters of everybody who is one
	searching, sanctionable, sanctioned, vacancies, hires, competitors float64   // means over the year
	sanctions, missed, due, minutes, used                              float64
	ill, overturned, hardship, withheld                                float64 // ill: sanctions on people ill in the week of the failure
}

// TestSanityTable holds the shipped model of Great Britain, unfitted, against the table
// of published figures for 2024. It fails only where a figure is absurd; with -sanity it
// prints every row.
func TestSanityTable(t *testing.T) {
	sets := []string{"persons=25000", "burn_in.weeks=104"}
	if *sanity {
		sets[0] = "persons=400000"
	}
	c, found := Load(shipped, "passive-vs-universal-credit", sets)
	if found.Failed() {
		t.Fatal(found)
	}
	o := observe(t, c, 1, 52)
	rows := o.table()
	out := tabwriter.NewWriter(os.Stdout, 0, 4, 2, ' ', 0)
	for _, row := range rows {
		row.print(out)
		if row.absurd() {
			t.Errorf("%s: %.4g is far from %s", row.name, row.value, row.published)
		}
	}
	out.Flush()
}

// observe burns in one world and watches it under the regime of the time, with others who
// look when the year begins and after each week.
func observe(t *testing.T, c *Case, replicate int, weeks agents.Week, others ...func(*sim.World)) *observed {
	w := sim.NewWorld(c.Config(replicate))
	o := &observed{w: w, weeks: float64(weeks)}
	run := func(until agents.Week, after func(*sim.World) error) {
		if err := w.Advance(context.Background(), until, 2, after); err != nil {
			t.Fatal(err)
		}
	}
	run(0, nil)
	before := o.counts()
	for k := range w.Districts {
		w.Districts[k].Demand.Hires, w.Districts[k].Demand.CompetitorHires = 0, 0
	}
	for k := range w.Districts {
		w.Districts[k].Log.KeepSpells = true
	}
	for _, look := range others {
		look(w)
	}
	run(weeks, func(w *sim.World) error {
		o.look()
		for _, look := range others {
			look(w)
		}
		return nil
	})
	after := o.counts()
	for from := range after {
		for to := range after[from] {
			o.moves[from][to] = (after[from][to] - before[from][to]) / o.weeks / w.Scale
		}
	}
	for k := range w.Districts {
		o.exits = append(o.exits, w.Districts[k].Log.Spells...)
	}
	return o
}

func (o *observed) counts() (moves [agents.Statuses][agents.Statuses]float64) {
	for k := range o.w.Districts {
		for from := range moves {
			for to := range moves[from] {
				moves[from][to] += float64(o.w.Districts[k].Books.Moves[from][to])
			}
		}
	}
	total := &o.w.People.Total
	o.sanctions, o.missed, o.due = -o.sanctions, -o.missed, -o.due
	o.ill, o.overturned, o.hardship, o.withheld = -o.ill, -o.overturned, -o.hardship, -o.withheld
	for i := range total.Sanctions {
		o.sanctions += float64(total.Sanctions[i])
		o.ill += float64(total.SanctionsIll[i])
		o.overturned += float64(total.Overturned[i])
		o.hardship += float64(total.HardshipPence[i])
		o.withheld += float64(total.SanctionPence[i])
		o.missed += float64(total.InterviewsMissed[i])
		o.due += float64(total.InterviewsHeld[i] + total.InterviewsMissed[i])
	}
	coaches := &o.w.Coaches
	o.minutes, o.used = -o.minutes, -o.used
	for k := range coaches.ID {
		o.minutes += float64(coaches.MinutesAvailable[k])
		o.used += float64(coaches.MinutesUsed[k])
	}
	return moves
}

// look adds one week to the means.
func (o *observed) look() {
	o.follow()
	w := o.w
	each := 1 / w.Scale / o.weeks
	d := 0
	for i, status := range w.People.Status {
		for int32(i) >= w.Districts[d].Last {
			d++
		}
		searching := status == agents.Claimant && w.Regime.Plan.Groups[w.People.Group[i]].SearchHours > 0
		o.age(d, i, searching)
		if status != agents.Claimant || w.People.Group[i] == policy.NoGroup {
			continue
		}
		o.sanctionable += each
		if searching {
			o.searching += each
		}
		if w.People.Sanctioned[i] {
			o.sanctioned += each
		}
	}
	for k := range w.Districts {
		demand := &w.Districts[k].Demand
		o.vacancies += demand.Open * each
		o.hires += demand.Hires * each
		o.competitors += demand.CompetitorHires * each
		demand.Hires, demand.CompetitorHires = 0, 0
	}
}

type sanityRow struct {
	name, published  string
	value, low, high float64
}

// print writes a row where the tables are asked for.
func (r sanityRow) print(out io.Writer) {
	inside := "inside"
	if r.value < r.low || r.value > r.high {
		inside = "OUTSIDE"
	}
	switch {
	case !*sanity:
	case math.IsInf(r.high, 1):
		fmt.Fprintf(out, "%s\t%.4g\t%s\t\t\n", r.name, r.value, r.published)
	default:
		fmt.Fprintf(out, "%s\t%.4g\t%s\t%.4g to %.4g\t%s\n", r.name, r.value, r.published, r.low, r.high, inside)
	}
}

// absurd tells whether a figure is further off than twice what is accepted.
func (r sanityRow) absurd() bool {
	slack := r.high - r.low
	return r.value < r.low-2*slack || r.value > r.high+2*slack
}

func (o *observed) table() []sanityRow {
	w := o.w
	fte := 0.0 // in post at the end of the year
	for _, since := range w.Coaches.Since {
		if since <= w.Week {
			fte++
		}
	}
	country := o.weeks * w.Scale
	work, exits := o.found/country, o.left/country
	s13, s26, s52, mean := o.survival()
	r13, r26 := o.returns(13), o.returns(26)
	length, short, long, missed := o.sanctionLengths()
	rows := []sanityRow{
		{"searching for work, million", "1.65", o.searching / 1e6, 1.55, 1.75},
		{"all sanctionable, million", "2.07", o.sanctionable / 1e6, 2.0, 2.2},
		{"into work a week, thousand", "32", work / 1e3, 30, 35},
		{"into work a week, % of searching", "1.95", 100 * work / o.searching, 1.7, 2.1},
		{"all exits from the group a week, thousand", "48", exits / 1e3, 44, 53},
		{"mean completed claim, weeks", "34", mean, 31, 37},
		{"still claiming after 13 weeks", ".60", s13, .55, .65},
		{"still claiming after 26 weeks", ".38", s26, .33, .43},
		{"still claiming after 52 weeks", ".18", s52, .13, .23},
		{"job starters back by 13 weeks, %", "26", r13, 23, 29},
		{"job starters back by 26 weeks, %", "40", r26, 37, 43},
		{"returns of non-work exits a week, thousand", "6", (o.moves[agents.Inactive][agents.Applying] + o.moves[agents.OtherBenefit][agents.Applying]) / 1e3, 4, 12},
		{"first-time claims a week but for new carers, thousand", "22", o.firstClaims() / 1e3, 16, 22},
		{"vacancies open, thousand", "860", o.vacancies / 1e3, 820, 900},
		{"mean life of a vacancy, weeks", "6.6", o.vacancies / (o.hires + o.competitors) * 0.9, 5, 8},
		{"all hires a week, thousand", "130", (o.hires + o.competitors) / 1e3, 110, 150},
		{"claimants' share of hires, %", "25", 100 * o.hires / (o.hires + o.competitors), 20, 30},
		{"claimants searching for each coach", "97", o.searching * w.Scale / fte, 92, 102},
		{"minutes available a week, million", "15.8", o.minutes / country / 1e6, 15, 17},
		{"minutes used a week, million", "14.9", o.used / country / 1e6, 14, 17},
		{"booked for each coach and week", "70", o.due / o.weeks / fte, 60, 80},
		{"held for each coach and week", "60", (o.due - o.missed) / o.weeks / fte, 50, 70},
		{"missed, %", "15", 100 * o.missed / o.due, 14, 17},
		{"sanctions a week, thousand", "9.6", o.sanctions / country / 1e3, 8, 13},
		{"sanctions for 100 missed interviews", "5", 100 * o.sanctions / o.missed, 3, 8},
		{"under a sanction, % of the sanctionable", "5.5", 100 * o.sanctioned / o.sanctionable, 5, 7},
		{"mean length of a sanction, weeks", "8.5 to 12", length, 8, 12},
		{"sanctions of under five weeks, %", "44 (2017)", short, 34, 54},
		{"sanctions of over 13 weeks, %", "16 (2017)", long, 10, 26},
		{"sanctions for missed interviews, %", "92", missed, 89, 95},
		{"sanctions overturned, %", "14 (2015)", 100 * o.overturned / o.sanctions, 11, 17},
		{"hardship payments, share of what is withheld", "0.27 (JSA 2015)", o.hardship / o.withheld, 0.05, 0.32},
	}
	if len(w.Districts) == o.w.Market.Districts {
		lowest, highest := o.districts()
		rows = append(rows, sanityRow{"into work a month, lowest district, % of searching", "5.5", lowest, 4.8, 6.2},
			sanityRow{"into work a month, highest district, % of searching", "10.8", highest, 10.1, 11.5})
	}
	return rows
}

// districts are the lowest and the highest share of those who search that finds work in a
// month, in per cent. What chance adds to the spread is taken out: all districts are held
// against a line through them in the order of their tightness.
func (o *observed) districts() (lowest, highest float64) {
	var x, y []float64
	for k, searching := range o.searchingIn {
		x = append(x, float64(k))
		y = append(y, 100*(1-math.Pow(1-o.foundIn[k]/searching, 52.0/12)))
	}
	at, slope := line(x, y)
	return at, at + slope*x[len(x)-1]
}

// line is the least-squares line through points.
func line(x, y []float64) (at, slope float64) {
	var sx, sy, sxx, sxy float64
	n := float64(len(x))
	for k := range x {
		sx, sy, sxx, sxy = sx+x[k], sy+y[k], sxx+x[k]*x[k], sxy+x[k]*y[k]
	}
	slope = (sxy - sx*sy/n) / (sxx - sx*sx/n)
	return (sy - slope*sx) / n, slope
}

// oldest is the greatest age of a claim that survival follows, in weeks.
const oldest = 520

// age notes who of a district left the searching group this week, by time since the claim opened.
func (o *observed) age(d, i int, searching bool) {
	if o.ages == nil {
		o.ages = make([]int, o.w.People.Len())
		o.searchingIn, o.foundIn = make([]float64, len(o.w.Districts)), make([]float64, len(o.w.Districts))
		o.foundAt = make([]float64, oldest+2)
		o.entered, o.ended, o.at = make([]float64, oldest+2), make([]float64, oldest+2), make([]float64, oldest+2)
	}
	was := o.ages[i]
	if was > 0 {
		o.at[was]++
		o.searchingIn[d]++
		if !searching {
			o.ended[was]++
			o.left++
			if o.w.People.Status[i] == agents.Employed {
				o.found++
				o.foundIn[d]++
				o.foundAt[was]++
			}
		}
	}
	o.ages[i] = 0
	if searching {
		o.ages[i] = 1 + min(max(int(o.w.Week-o.w.People.BenefitSince[i]), 0), oldest)
		if was == 0 && o.w.Week > 1 {
			o.entered[o.ages[i]]++
		}
	}
}

// survival is the share of the searching group still in it after 13, 26 and 52 weeks and
// the mean time in it, from the weekly hazards at each age.
func (o *observed) survival() (s13, s26, s52, mean float64) {
	left := 1.0
	for age := range oldest {
		switch age {
		case 13:
			s13 = left
		case 26:
			s26 = left
		case 52:
			s52 = left
		}
		mean += left
		left *= 1 - o.ended[age+1]/max(o.at[age+1], 1)
	}
	return s13, s26, s52, mean
}

// returns is the share, in per cent, of people who left benefit for work in the first half
// of the year and were back below the threshold of earnings within the given weeks.
func (o *observed) returns(weeks agents.Week) float64 {
	back, n := 0.0, 0.0
	for _, r := range o.starters {
		n++
		if r.back-r.exit <= weeks {
			back++
		}
	}
	return 100 * back / max(n, 1)
}

// starter is somebody who left benefit for work, and when she was back.
type starter struct{ exit, back agents.Week }

// follow notes who left for work this week and who is back.
func (o *observed) follow() {
	w := o.w
	if o.following == nil {
		o.following = make([]int, w.People.Len())
	}
	for i, status := range w.People.Status {
		switch k := o.following[i]; {
		case status == agents.Employed && w.People.LastWorkExit[i] == w.Week-1 && w.Week <= 26:
			o.starters = append(o.starters, starter{w.Week, agents.Never})
			o.following[i] = len(o.starters)
		case k > 0 && (status == agents.Applying || status == agents.Claimant):
			o.starters[k-1].back = w.Week
			o.following[i] = 0
		}
	}
}

// firstClaims is the weekly number of people new to the run who are not the carers of a
// newborn child.
func (o *observed) firstClaims() float64 {
	p, n := o.w.People, 0.0
	for i, entry := range p.EntryWeek {
		if entry >= 0 && entry < o.w.Week && policy.AgeYears(entry, p.YoungestBornWeek[i]) != 0 {
			n++
		}
	}
	return n / o.weeks / o.w.Scale
}

// sanctionLengths is the mean length of the sanctions that ended, in weeks, and in per cent
// how many were shorter than five weeks, longer than 13, and for a missed interview.
func (o *observed) sanctionLengths() (mean, short, long, missed float64) {
	n := 1e-9
	for _, spell := range o.exits {
		if spell.Kind != panel.SanctionSpell {
			continue
		}
		n++
		mean += float64(spell.Weeks)
		if spell.Weeks < 5 {
			short += 100
		}
		if spell.Weeks > 13 {
			long += 100
		}
		if spell.Name == agents.MissedInterview.String() {
			missed += 100
		}
	}
	return mean / n, short / n, long / n, missed / n
}
