package sim_test

import (
	"maps"
	"reflect"
	"slices"
	"testing"

	"caseload/agents"
	"caseload/policy"
	"caseload/sim"
	"caseload/sim/rng"
)

// Keys come in their order, whatever their number and however many share their highest bytes.
func TestKeysAreSorted(t *testing.T) {
	draws, spare := rng.New(1, 1), []uint64(nil)
	for _, n := range []int{0, 1, 99, 100, 2000, 300} {
		for _, alike := range []uint64{0, 0xffffff << 40, 0xff << 56, 1<<63 - 1} {
			keys := make([]uint64, n)
			for k := range keys {
				keys[k] = draws.Bits(uint32(k), int32(n), 0, rng.InterviewTie) &^ alike
			}
			want := slices.Sorted(slices.Values(keys))
			keys, spare = sim.SortKeys(keys, spare)
			if !slices.Equal(keys, want) {
				t.Errorf("%d keys alike in %x are not in order", n, alike)
			}
		}
	}
}

// office is a world of claimants who are all due this week under one kind of interview.
func office(t testing.TB, persons int, coaches float64, minutes, length, shortest int32) *sim.World {
	t.Helper()
	w := small{persons: persons, status: agents.Claimant, coaches: coaches, minutes: minutes, regime: func(p *policy.Plan) {
		for k := range p.Schedules {
			p.Schedules[k].LengthMinutes, p.Schedules[k].ShortestMinutes = length, shortest
		}
		p.First.LengthMinutes, p.First.ShortestMinutes = length, shortest
	}}.world(t)
	for i := range w.People.ID {
		w.People.NextInterview[i] = 0
	}
	return w
}

// book runs the diary of this week and returns minutes by person, 0 for the deferred.
func book(t testing.TB, w *sim.World) []int {
	t.Helper()
	w.Prepare()
	w.RunStage("claims")
	w.RunStage("diary")
	minutes := make([]int, w.People.Len())
	given := make([]int32, len(w.Coaches.ID))
	for _, b := range w.Bookings() {
		if b.Coach >= 0 {
			minutes[b.Person] = b.Minutes
			given[b.Coach] += int32(b.Minutes)
		}
	}
	for k := range given {
		if given[k] != w.Coaches.MinutesUsed[k] || w.Coaches.MinutesUsed[k]+w.Coaches.MinutesLeft[k] != w.Coaches.MinutesAvailable[k] || w.Coaches.MinutesLeft[k] < 0 {
			t.Errorf("coach %d gave %d minutes, used %d, left %d of %d", k, given[k], w.Coaches.MinutesUsed[k], w.Coaches.MinutesLeft[k], w.Coaches.MinutesAvailable[k])
		}
	}
	return minutes
}

// A full diary first shortens everybody by the same part, then defers.
func TestShorteningComesBeforeDeferral(t *testing.T) {
	for _, c := range []struct {
		persons int
		minutes int32
		want    []int
	}{
		{4, 160, []int{40, 40, 40, 40}}, // just enough
		{4, 100, []int{25, 25, 25, 25}}, // a quarter of the way from 20 to 40
		{4, 80, []int{20, 20, 20, 20}},  // nothing but the shortest
		{5, 80, nil},                    // one is deferred
		{6, 60, nil},                    // three are
	} {
		w := office(t, c.persons, 1, c.minutes, 40, 20)
		got := book(t, w)
		if c.want != nil {
			if !slices.Equal(got, c.want) {
				t.Errorf("%d persons, %d minutes: %v, want %v", c.persons, c.minutes, got, c.want)
			}
			continue
		}
		slices.Sort(got)
		deferred := c.persons - int(c.minutes)/20
		for k, m := range got {
			if want := 20 * min(1, max(0, k-deferred+1)); m != want {
				t.Errorf("%d persons, %d minutes: %v", c.persons, c.minutes, got)
			}
		}
		if int(w.Coaches.Overdue[0]) != deferred {
			t.Errorf("%d are overdue, want %d", w.Coaches.Overdue[0], deferred)
		}
	}
}

// First interviews and those that end a sanction go before all others, then who has
// waited longest.
func TestWhoIsSeenFirst(t *testing.T) {
	w := office(t, 5, 1, 20, 20, 20)
	p := w.People
	p.NextInterview = []agents.Week{-1, 0, -3, -2, 0}
	p.FirstDone[4], p.SanctionOpen[1] = false, true
	due := []agents.PersonID{1, 4, 2, 3, 0} // persons 1 and 4 are equals
	var served []agents.PersonID
	for range due {
		minutes := book(t, w)
		for id, m := range minutes {
			if m > 0 {
				served = append(served, agents.PersonID(id))
				p.NextInterview[id] = agents.Never
			}
		}
		w.Coaches.MinutesUsed[0], w.Coaches.MinutesAvailable[0] = 0, 0
	}
	if len(served) == 5 && served[0] == 4 {
		served[0], served[1] = served[1], served[0]
	}
	if !slices.Equal(served, due) {
		t.Errorf("seen in the order %v, want %v", served, due)
	}
}

// A claimant sees her own coach; when that one is absent or full, a colleague.
func TestOwnCoachThenColleague(t *testing.T) {
	w := office(t, 3, 2, 40, 20, 20)
	for i := range w.People.Coach {
		w.People.Coach[i] = 0
	}
	book(t, w)
	counts := map[int]int{}
	for _, b := range w.Bookings() {
		counts[b.Coach]++
	}
	if !maps.Equal(counts, map[int]int{0: 2, 1: 1}) {
		t.Errorf("bookings by coach %v, want two with their own and one with the colleague", counts)
	}
	w = office(t, 3, 2, 40, 20, 20)
	w.Regime.Plan.Staff.Present = 0
	for _, m := range book(t, w) {
		if m != 0 {
			t.Error("somebody saw an absent coach")
		}
	}
	if n := w.Coaches.Overdue[0] + w.Coaches.Overdue[1]; n != 3 {
		t.Errorf("%d are overdue with nobody there, want 3", n)
	}
	for i := range w.People.Coach {
		w.People.Coach[i] = 1
	}
	book(t, w)
	if c := w.Coaches.Overdue; c[0] != 0 || c[1] != 3 {
		t.Errorf("%v are overdue by coach, want all three with their own", c)
	}
}

// crowd makes a full and varied office from a number.
func crowd(t testing.TB, n uint32) *sim.World {
	t.Helper()
	draws := rng.New(uint64(n), 1)
	u := func(item uint32, among int) int { return int(draws.UItem(n, 0, item, rng.Stratum) * float64(among)) }
	w := office(t, 20+u(0, 60), float64(1+u(1, 5)), int32(60+u(2, 300)), int32(20+u(3, 20)), int32(10+u(4, 10)))
	for i := range w.People.Len() {
		item := uint32(10 + 4*i)
		w.People.NextInterview[i] = agents.Week(2 - u(item, 8))
		w.People.FirstDone[i] = u(item+1, 5) > 0
		w.People.SanctionOpen[i] = u(item+2, 6) == 0
		w.People.Coach[i] = int32(u(item+3, len(w.Coaches.ID)))
	}
	return w
}

// Rows in another order give everybody the same booking: by person, not by row. And
// nobody who waits is passed over for somebody less urgent while minutes are left.
func TestOrderOfRowsDecidesNothing(t *testing.T) {
	long(t)
	for n := range uint32(120) {
		w, turned := crowd(t, n), crowd(t, n)
		turned.People.Columns(func(_ string, slice any) {
			column := reflect.ValueOf(slice).Elem()
			swap := reflect.Swapper(column.Interface())
			for i := range column.Len() / 2 {
				swap(i, column.Len()-1-i)
			}
		})
		want, got := book(t, w), book(t, turned)
		if !slices.Equal(want, got) {
			t.Fatalf("office %d: minutes %v, with rows turned round %v", n, want, got)
		}
		coaches := func(w *sim.World) map[agents.PersonID]int {
			by := map[agents.PersonID]int{}
			for _, b := range w.Bookings() {
				by[b.Person] = b.Coach
			}
			return by
		}
		if !maps.Equal(coaches(w), coaches(turned)) {
			t.Fatalf("office %d: coaches %v, with rows turned round %v", n, coaches(w), coaches(turned))
		}
		noneOverlooked(t, n, w, want)
	}
}

func noneOverlooked(t *testing.T, n uint32, w *sim.World, minutes []int) {
	t.Helper()
	largest := slices.Max(w.Coaches.MinutesLeft)
	needed := w.Regime.Plan.First.ShortestMinutes
	for i := range w.People.Len() {
		if w.People.NextInterview[i] <= 0 && minutes[i] == 0 && largest >= needed {
			t.Fatalf("office %d: person %d was deferred with %d minutes left", n, i, largest)
		}
	}
}

// More minutes never leave more people overdue: in this stage, with given arrivals and one
// diary. With several, what does not fit between their interviews may count for more.
func TestMoreMinutesNeverMeanMoreOverdue(t *testing.T) {
	long(t)
	for n := range uint32(30) {
		last := -1
		for more := int32(0); more < 160; more += 20 {
			w := crowd(t, n)
			for i := range w.People.Coach {
				w.People.Coach[i] = 0
			}
			w.Regime.Plan.Staff.MinutesPresentWeek = w.Regime.Plan.Staff.MinutesPresentWeek*int32(len(w.Coaches.ID)) + more
			w.Districts[0].Offices[0].Last = 1
			deferred := 0
			for i, m := range book(t, w) {
				if m == 0 && w.People.NextInterview[i] <= 0 {
					deferred++
				}
			}
			if last >= 0 && deferred > last {
				t.Errorf("office %d: with %d minutes more %d are overdue in the place of %d", n, more, deferred, last)
			}
			last = deferred
		}
	}
}

// Coaches are there as often as their regime says.
func TestPresenceOfCoaches(t *testing.T) {
	w := office(t, 2, 400, 60, 20, 20)
	w.Regime.Plan.Staff.Present = 0.8
	present, weeks := 0, 90
	for range weeks {
		book(t, w)
		for k := range w.Coaches.Present {
			if w.Coaches.Present[k] {
				present++
			}
		}
		w.ZeroCounts()
		w.Week++
	}
	proportion(t, "coaches present", present, weeks*len(w.Coaches.ID), 0.8, 0.02)
}

// A claim is given to a coach with room, and caseloads stay near their mean.
func TestCaseloadsAreEven(t *testing.T) {
	ownSeed(t)
	w := office(t, 500, 5, 600, 20, 20)
	for k, n := range w.Coaches.Caseload {
		if n < 75 || n > 111 {
			t.Errorf("coach %d has %d of 500 claimants among five", k, n)
		}
	}
	// Who was full at the end of last week takes nobody on.
	w = small{persons: 500, status: agents.Employed, coaches: 5, minutes: 600, config: func(c *sim.Config) {
		c.Behaviour.Jobs.SeparationStart, c.Behaviour.Jobs.SeparationFloor, c.Behaviour.Jobs.Claims = 1, 1, 1
	}}.world(t)
	week(t, w)
	w.Coaches.CaseloadBefore[1], w.Coaches.CaseloadBefore[3] = 20, 20
	week(t, w)
	for k, n := range w.Coaches.Caseload {
		if full := k == 1 || k == 3; full != (n == 0) {
			t.Errorf("coach %d took %d of 500 claimants on; full: %v", k, n, full)
		}
	}
}
