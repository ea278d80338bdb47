package sim_test

import (
	"bytes"
	"reflect"
	"testing"

	"caseload/agents"
	"caseload/policy"
	"caseload/sim"
	"caseload/sim/simtest"
)

// towns is districts of 4,000 claimants each in which vacancies choose, with as many
// neighbours as are asked for.
func towns(t testing.TB, districts int, each float64, change func(c *sim.Config)) *sim.World {
	t.Helper()
	return country(districts, each, change).world(t)
}

// country is what towns makes a world of.
func country(districts int, each float64, change func(c *sim.Config)) small {
	return seekers(4000*districts, 500*districts, func(c *sim.Config) {
		m := &c.Market
		m.Districts, m.PersonsEach, m.SizeRatio, m.Offices = districts, 4000, 1, districts
		m.Closure, m.Competitors, m.SearchElasticity = sim.Inflow, 0.5, 0.6
		m.Neighbours = sim.Neighbours{Each: each, Travel: 2000, SearchScale: 1500}
		c.Behaviour.Finding.EntryHazard = 0.02
		if change != nil {
			change(c)
		}
	})
}

// Each district lists as many neighbours as are asked for or as there are, none twice and
// never itself.
func TestNeighboursAreListed(t *testing.T) {
	for _, c := range []struct{ districts, each, want int }{{1, 2, 0}, {2, 2, 1}, {3, 2, 2}, {4, 3, 3}, {7, 2, 2}, {8, 1, 1}, {5, 0, 0}, {6, 20, 5}} {
		w := towns(t, c.districts, float64(c.each), nil)
		calls := 0
		for k := range w.Districts {
			d := &w.Districts[k]
			calls += len(d.Callers)
			seen := map[int16]bool{int16(k): true}
			for _, j := range d.Neighbours {
				if seen[j] {
					t.Errorf("%+v: district %d lists place %d twice or is it", c, d.Number, j)
				}
				seen[j] = true
			}
			if len(d.Neighbours) != c.want {
				t.Errorf("%+v: district %d has %d neighbours", c, d.Number, len(d.Neighbours))
			}
		}
		if calls != c.districts*c.want {
			t.Errorf("%+v: %d are looked at by others", c, calls)
		}
	}
}

// Every week the books agree, a vacancy that is promised is filled at most once, and who
// works in another district is counted there once.
func TestLettersFillNoVacancyTwice(t *testing.T) {
	w := towns(t, 4, 2, nil)
	elsewhere, hires := 0.0, 0.0
	for range 25 {
		week(t, w)
		checkBooks(t, w)
	}
	var incoming, outgoing, under float64
	for k := range w.Districts {
		d := &w.Districts[k]
		incoming, outgoing, hires = incoming+d.Demand.IncomingHires, outgoing+d.Demand.OutgoingHires, hires+d.Demand.Hires
		for _, a := range d.Sent(w.Week - 1).Answers {
			if a.Yes {
				under++
			}
		}
		for i := d.First; i < d.Last; i++ {
			if w.People.Status[i] == agents.Employed && w.People.JobDistrict[i] != d.Number {
				elsewhere++
			}
		}
	}
	if incoming+under != outgoing || elsewhere != outgoing || outgoing < hires/20 || outgoing > hires/2 {
		t.Errorf("%v were hired from outside and %v answers are under way, %v left and %v work elsewhere, of %v hires", incoming, under, outgoing, elsewhere, hires)
	}
}

// A fall of demand in one district is felt by its neighbours where there are any, and there
// only; and the dearer travel, the fewer leave.
func TestNeighboursSpreadAShock(t *testing.T) {
	for _, each := range []float64{0, 2} {
		a, b := towns(t, 6, each, nil), towns(t, 6, each, nil)
		advance(t, a, 6)
		advance(t, b, 6)
		hit := &b.Districts[0].Demand
		hit.Inflow, hit.BaseInflow = 0, 0.001
		advance(t, a, 26)
		advance(t, b, 26)
		found := func(w *sim.World, k int) (n int) {
			for i := w.Districts[k].First; i < w.Districts[k].Last; i++ {
				n += int(w.People.Total.ToWork[i])
			}
			return n
		}
		fall := 0
		for k := 1; k < 6; k++ {
			fall += found(a, k) - found(b, k)
			if each == 0 && found(a, k) != found(b, k) {
				t.Errorf("without neighbours district %d feels what happens in another", k+1)
			}
		}
		if each > 0 && fall < 20 {
			t.Errorf("with neighbours %d fewer find work in the other districts", fall)
		}
		if first := found(a, 0) - found(b, 0); first < 100 {
			t.Errorf("a shock costs %d jobs where it falls", first)
		}
	}
	var left [2]float64
	for k, travel := range []float64{1000, 4000} {
		w := towns(t, 3, 2, func(c *sim.Config) { c.Market.Neighbours.Travel = travel })
		advance(t, w, 15)
		for j := range w.Districts {
			left[k] += w.Districts[j].Demand.OutgoingHires
		}
	}
	if left[1] > left[0]/2 {
		t.Errorf("%v leave when travel costs £10 and %v when it costs £40", left[0], left[1])
	}
}

// A subsidy is paid for as many jobs as are counted as hires with one, though it may begin or run out
// between a letter and the answer; and who has cheaper work opens the further posts where he is, not
// where she lives whom he has hired.
func TestASubsidyGoesToAnotherDistrict(t *testing.T) {
	const expands, share = 0.5, 0.6
	s := country(3, 2, func(c *sim.Config) {
		c.Market.Closure, c.Market.Employers.Expands, c.Market.Employers.Impression = sim.Entry, expands, 1
		c.Behaviour.Finding.EntryHazard, c.Market.VacanciesOpen = 0.05, 3000
	})
	s.programmes = []policy.Programme{{
		Name: name("voucher"), Type: name("hiring_subsidy"), Referral: policy.Referral{Share: number(1), Length: number(1), Longest: number(100)},
		Places: number(1200), Weeks: number(8), Hours: number(0), DropOut: number(0), Noticed: number(1),
		Content: policy.Taught{Subsidy: &policy.HiringSubsidy{Share: number(share), Lasts: number(26)}},
	}}
	w := s.world(t)
	for i := w.Districts[0].First; i < w.Districts[0].Last; i++ {
		w.People.Programme[i], w.People.ProgrammeStage[i], w.People.ProgrammeSince[i] = 1, agents.Waits, -1
		w.Districts[0].Places[0].Waiting++
	}
	advance(t, w, 30)
	checkBooks(t, w)
	var hires, jobs int64
	in := make([]float64, len(w.Districts))
	for i := range w.People.ID {
		if w.People.Total.SubsidisedJobs[i] > 0 {
			jobs++
			in[w.People.JobDistrict[i]-1]++
		}
	}
	for k := range w.Districts {
		b := &w.Districts[k].Books.HiredWith
		hires += b.Hires()
		posts := b.Posts / (expands * w.Habits.Saved(share))
		if in[k] < 30 || posts > in[k]+1e-6 || posts < in[k]/2 {
			t.Errorf("district %d: %.2f employers opened further posts for %v jobs", k+1, posts, in[k])
		}
	}
	if hires != jobs || jobs < 200 {
		t.Errorf("%d hires with a subsidy, which is paid for %d jobs", hires, jobs)
	}
}

// Neither the order of rows within a district nor the number of workers nor being a copy
// changes what neighbours do.
func TestLettersDoNotDependOnOrder(t *testing.T) {
	a, b := towns(t, 4, 2, nil), towns(t, 4, 2, nil)
	turnRows(b)
	for a.Week < 12 {
		week(t, a)
		if err := b.Advance(t.Context(), b.Week+1, 3, nil); err != nil {
			t.Fatal(err)
		}
		if d := simtest.Compare(a, b, simtest.Skip{"Office": true}); d != nil {
			t.Fatal(d)
		}
	}
	v := b.Clone()
	advance(t, b, 18)
	advance(t, v, 18)
	if d := simtest.Compare(b, v, nil); d != nil {
		t.Error("a copy: ", d)
	}
}

// turnRows puts the rows of every district the other way round.
func turnRows(w *sim.World) {
	w.People.Columns(func(_ string, slice any) {
		column := reflect.ValueOf(slice).Elem()
		swap := reflect.Swapper(column.Interface())
		for k := range w.Districts {
			first, last := int(w.Districts[k].First), int(w.Districts[k].Last)
			for i := range (last - first) / 2 {
				swap(first+i, last-1-i)
			}
		}
	})
}

// A world that goes on from a checkpoint finds its letters, though rows have moved because
// the run became longer.
func TestLettersAreSaved(t *testing.T) {
	short := load(t, shipped, nil, "persons=6000", "burn_in.weeks=12", "horizon=20 weeks", "market.districts.smallest=1500", "replicates=1")
	long := load(t, shipped, nil, "persons=6000", "burn_in.weeks=12", "horizon=40 weeks", "market.districts.smallest=1500", "replicates=1")
	a, b := burnt(t, short), burnt(t, long)
	letters := 0
	for k := range a.Districts {
		letters += len(a.Districts[k].Sent(a.Week - 1).Letters)
	}
	if letters == 0 {
		t.Fatal("nobody wrote a letter")
	}
	var file bytes.Buffer
	if err := sim.Save(a, &file); err != nil {
		t.Fatal(err)
	}
	again, err := sim.Load(long.Config(1), long.Under, &file)
	if err != nil {
		t.Fatal(err)
	}
	advance(t, again, 20)
	advance(t, b, 20)
	if d := simtest.Compare(again, b, nil); d != nil {
		t.Error(d)
	}
}
