package scenarios

import (
	"context"
	"flag"
	"fmt"
	"math"
	"os"
	"reflect"
	"testing"
	"text/tabwriter"

	"caseload/agents"
	"caseload/policy"
	"caseload/policy/source"
	"caseload/sim"
	"caseload/sim/panel"
)

var programmesTable = flag.String("programmes", "", "print what a programme of the catalogue, or all of them, do to who starts them, by horizon")

// after are the weeks after a start at which work is looked at: 3, 6, 12, 24 and 48 months.
var after = [5]agents.Week{13, 26, 52, 104, 208}

// starters are those of the first weeks in which a programme is on offer.
const starters = 26

// effectOnStarters is what a programme does to who starts it, each alone: the share in regular work
// in points at each horizon, with its standard error, and gross pay.
type effectOnStarters struct {
	starts   int
	points   [len(after)]float64
	error    [len(after)]float64
	weekly   [len(after)]float64 // pounds of gross pay a week, for each of them
	complete float64
	since    [len(after)]float64 // the same of those hired with a subsidy, at each horizon from then
	hired    int                 // with a subsidy, in the first year
	chosen   float64             // share of them whom the vacancy would have chosen without
	anyway   float64             // share of them who are in work a quarter later without the programme
	parted   float64             // share of these jobs that end in the week in which the subsidy does
}

// effectOf plays a regime with one programme, to which half of the interviews of those whom it
// is for lead, beside the one without it. What others do is held.
func effectOf(t *testing.T, burnt *sim.World, without *sim.Regime, with policy.Regime, weeks agents.Week) effectOnStarters {
	m := &with.Programmes[0]
	m.Places, m.Referral.Share, m.Referral.Longest = source.Quantity{Value: 5e6, Set: true}, source.Quantity{Value: 0.5, Set: true}, source.Quantity{Value: 200, Set: true}
	r, found := regime(&with)
	if r == nil {
		t.Fatal(found)
	}
	path, arm := burnt.Clone(), burnt.Clone()
	path.Enter(without)
	arm.Enter(r)
	arm.Follow(path, sim.Hold{Diaries: true, Market: true})
	var e effectOnStarters
	var squares [len(after)]float64
	began := make([]agents.Week, arm.People.Len())
	for i := range began {
		began[i] = -1
	}
	completions, parted := 0, 0
	hired := make([]agents.Week, len(began))
	for k := range arm.Districts {
		arm.Districts[k].Log.KeepSpells = true
	}
	for arm.Week < weeks {
		if err := arm.Advance(context.Background(), arm.Week+1, 2, nil); err != nil {
			t.Fatal(err)
		}
		for i := range began {
			if began[i] < 0 && arm.Week <= starters && arm.People.Total.ProgrammeStarts[i] > 0 {
				began[i] = arm.Week
				e.starts++
			}
			if began[i] < 0 {
				continue
			}
			if hired[i] == 0 && arm.Week <= 52 && arm.People.Subsidy[i] > 0 && arm.People.Subsidy[i] < 1 {
				hired[i] = arm.Week
				e.hired++
			}
			if hired[i] > 0 && arm.Week == hired[i]+13 {
				e.anyway += works(path, i)
			}
			for k, at := range after {
				if hired[i] > 0 && arm.Week == hired[i]+at {
					e.since[k] += works(arm, i) - works(path, i)
				}
			}
			for k, at := range after {
				if arm.Week-began[i] == at {
					d := works(arm, i) - works(path, i)
					e.points[k] += d
					squares[k] += d * d
					e.weekly[k] += float64(works(arm, i)*float64(arm.People.GrossPay[i])-works(path, i)*float64(path.People.GrossPay[i])) / 100
				}
			}
		}
	}
	for i := range began {
		if began[i] >= 0 {
			completions += int(min(arm.People.Total.ProgrammeCompletions[i], 1))
		}
	}
	row := map[int32]int{}
	for i, id := range arm.People.ID {
		row[int32(id)] = i
	}
	for k := range arm.Districts {
		for _, spell := range arm.Districts[k].Log.Spells {
			began := hired[row[spell.PersonID]]
			parted += btoi(spell.EndReason == panel.SubsidyEnded && agents.Week(spell.StartWeek) < began)
		}
	}
	for k := range after {
		e.since[k] *= 100 / float64(max(e.hired, 1))
	}
	e.anyway, e.parted = e.anyway/float64(max(e.hired, 1)), float64(parted)/float64(max(e.hired, 1))
	var hires, chosen int64
	for k := range arm.Districts {
		b := &arm.Districts[k].Books.HiredWith
		hires, chosen = hires+b.Hires(), chosen+b.By[sim.Herself]
	}
	e.chosen = float64(chosen) / float64(max(hires, 1))
	n := float64(max(e.starts, 1))
	e.complete = float64(completions) / n
	for k := range after {
		mean := e.points[k] / n
		e.points[k], e.weekly[k] = 100*mean, e.weekly[k]/n
		e.error[k] = 100 * math.Sqrt(max(squares[k]/n-mean*mean, 0)/n)
	}
	return e
}

// atEnd is content with every number that has a range at its lower or upper end.
func atEnd(content policy.Taught, upper bool) policy.Taught {
	ends := func(v reflect.Value) {
		for k := range v.NumField() {
			if q, is := v.Field(k).Interface().(source.Quantity); is && q.HasRange {
				if q.Value = q.Low; upper {
					q.Value = q.High
				}
				v.Field(k).Set(reflect.ValueOf(q))
			}
		}
	}
	ends(reflect.ValueOf(&content).Elem())
	if content.Subsidy != nil {
		subsidy := *content.Subsidy
		ends(reflect.ValueOf(&subsidy).Elem())
		content.Subsidy = &subsidy
	}
	return content
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

// works is 1 for somebody in work that no programme has made.
func works(w *sim.World, i int) float64 {
	if w.People.Status[i] == agents.Employed && w.People.JobSource[i] != agents.Created {
		return 1
	}
	return 0
}

// TestEffectsOfProgrammes holds the catalogue of programmes against what reviews agree on:
// training locks in at first and job search does not. With -programmes=all it prints every
// kind over four years.
func TestEffectsOfProgrammes(t *testing.T) {
	sets, weeks := []string{"persons=5000", "burn_in.weeks=12", "horizon=60 weeks", "regimes=[universal-credit-2024, every-programme]"}, agents.Week(40)
	if *programmesTable != "" {
		sets, weeks = []string{"persons=20000", "burn_in.weeks=52", "horizon=270 weeks", "regimes=[universal-credit-2024, every-programme]"}, 52+after[len(after)-1]+1
	} else if testing.Short() {
		t.Skip("plays several worlds")
	}
	c, found := Load(shipped, "passive-vs-universal-credit", append(sets, "baseline=universal-credit-2024"))
	if found.Failed() {
		t.Fatal(found)
	}
	burnt := sim.NewWorld(c.Config(1))
	if err := burnt.Advance(context.Background(), 0, 2, nil); err != nil {
		t.Fatal(err)
	}
	every := c.Scenario.Regimes[1]
	out := tabwriter.NewWriter(os.Stdout, 0, 4, 2, ' ', 0)
	for n, m := range every.Programmes {
		asked := m.Name.Value == "vocational-course" || m.Name.Value == "job-search-course"
		if table := *programmesTable; table != "" {
			asked = table == "all" || table == m.Name.Value
		}
		if !asked {
			continue
		}
		with := every
		with.Programmes = []policy.Programme{m}
		e := effectOf(t, burnt, c.Arms[0], with, weeks)
		if *programmesTable != "" {
			m.Content = atEnd(m.Content, false)
			with.Programmes[0] = m
			low := effectOf(t, burnt, c.Arms[0], with, weeks)
			m.Content = atEnd(every.Programmes[n].Content, true)
			with.Programmes[0] = m
			high := effectOf(t, burnt, c.Arms[0], with, weeks)
			fmt.Fprintf(out, "%s\t%d\t%.0f%%", m.Name.Value, e.starts, 100*e.complete)
			for k := range after {
				fmt.Fprintf(out, "\t%+.1f (%.1f) [%+.1f, %+.1f]", e.points[k], e.error[k], low.points[k], high.points[k])
			}
			fmt.Fprintf(out, "\t%+.0f", e.weekly[len(after)-1])
			if e.hired > 0 {
				fmt.Fprintf(out, "\t%d hired with it, %.0f%% anyway, %.0f%% of their jobs end with it; from the hire %+.1f [%+.1f, %+.1f]", e.hired, 100*e.anyway, 100*e.parted, e.since, low.since, high.since)
				fmt.Fprintf(out, "; chosen all the same %.0f%% [%.0f%%, %.0f%%]", 100*e.chosen, 100*low.chosen, 100*high.chosen)
			}
			fmt.Fprintln(out)
			out.Flush()
			continue
		}
		if training := m.Name.Value == "vocational-course"; training && e.points[0] > -4 || !training && e.points[0] < -2 {
			t.Errorf("%s: %+.1f points in work after a quarter, of %d starts", m.Name.Value, e.points[0], e.starts)
		}
	}
}
