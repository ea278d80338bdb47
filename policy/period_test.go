package policy

import (
	"testing"

	"caseload/agents"
)

// Whatever the week in which a claim begins, any 52 weeks hold twelve ends of periods and
// twelve paydays, and no period is shorter than four weeks or longer than five.
func TestTwelvePeriodsInAnyYear(t *testing.T) {
	for since := agents.Week(-60); since < -40; since++ {
		cycle := CycleFrom(since)
		for after := range agents.Week(4) {
			for from := since; from < since+30; from++ {
				ends, pays, weeks := 0, 0, int64(0)
				for week := from; week < from+52; week++ {
					dues := Calendar(week, after)[cycle]
					if dues&PeriodEnds != 0 {
						ends++
						weeks += dues.Weeks()
					}
					if dues&PayDay != 0 {
						pays++
					}
					if Calendar(week, after)[Ending(cycle)] != dues&PayDay {
						t.Fatalf("week %d: an ending claim has dues %d, a running one %d", week, Calendar(week, after)[Ending(cycle)], dues)
					}
				}
				if ends != 12 || pays != 12 || weeks != 52 {
					t.Fatalf("since %d, weeks %d to %d: %d periods of %d weeks end, %d are paid", since, from, from+51, ends, weeks, pays)
				}
			}
		}
		ended, spent := 0, int64(0)
		for week := since; week < since+60; week++ {
			if got := PeriodsEnded(week - since); got != ended || int64(WeeksOfPeriod(week-since)) != spent {
				t.Fatalf("after %d weeks %d periods and %d weeks, want %d and %d", week-since, got, WeeksOfPeriod(week-since), ended, spent)
			}
			spent++
			if dues := Calendar(week, 0)[cycle]; dues&PeriodEnds != 0 {
				if dues.Weeks() != spent {
					t.Fatalf("a period of %d weeks has %d", spent, dues.Weeks())
				}
				ended, spent = ended+1, 0
			}
		}
	}
}

// An ending claim that is taken up again has the periods that it had.
func TestCyclesEndAndResume(t *testing.T) {
	for week := range agents.Week(13) {
		cycle := CycleFrom(week)
		if !Running(cycle) || Running(Ending(cycle)) || Running(NoCycle) {
			t.Errorf("cycle %d: running %v, ending %v", cycle, Running(cycle), Running(Ending(cycle)))
		}
		if Resumed(Ending(cycle)) != cycle || Resumed(cycle) != cycle || Ending(Ending(cycle)) != Ending(cycle) || Ending(NoCycle) != NoCycle {
			t.Errorf("cycle %d does not come back", cycle)
		}
	}
}
