package main

import (
	"bytes"
	"strings"
	"testing"
	"time"
)

// testEdge is an edge that writes to memory and whose clock stands still.
func testEdge() (e *edge, out, err *bytes.Buffer) {
	out, err = new(bytes.Buffer), new(bytes.Buffer)
	e = newEdge()
	e.out, e.err, e.outTerminal, e.errTerminal = out, err, false, false
	e.env = func(string) string { return "" }
	e.now = func() time.Time { return time.Time{} }
	return e, out, err
}

func TestProgressFacts(t *testing.T) {
	for _, c := range []struct {
		count count
		spent time.Duration
		want  string
	}{
		{count{weeks: 312}, 0, "week 0 of 312"},
		{count{week: 104, weeks: 312, personWeeks: 24_000_000}, 10 * time.Second, "week 104 of 312, 2.4 million person-weeks a second, 20 s left"},
		{count{week: 1, weeks: 101, personWeeks: 60_000}, 5 * time.Second, "week 1 of 101, 12 thousand person-weeks a second, 8 min 20 s left"},
		{count{week: 312, weeks: 312, personWeeks: 500}, time.Second, "week 312 of 312, 500 person-weeks a second"},
		{count{week: 5, weeks: 10, runs: 1, runsAll: 4}, time.Hour, "run 2 of 4, week 5 of 10, 1 h 0 min left"},
		{count{week: 10, weeks: 10, runs: 4, runsAll: 4}, time.Hour, "run 4 of 4, week 10 of 10"},
	} {
		if got := facts(c.count, c.spent); got != c.want {
			t.Errorf("got  %s\nwant %s", got, c.want)
		}
	}
}

func TestBarFills(t *testing.T) {
	for week, full := range map[int64]int{0: 0, 13: 12, 26: 24, 27: 24} {
		if got := strings.Count(barLine(count{week: week, weeks: 26}), "█"); got != full {
			t.Errorf("week %d of 26 fills %d cells, want %d", week, got, full)
		}
	}
	if got := barLine(count{}); strings.Contains(got, "█") {
		t.Errorf("no work fills %q", got)
	}
}

// follow shows a state for each tick and is silent once it is stopped.
func TestProgressFollowsAndStops(t *testing.T) {
	for _, bar := range []bool{true, false} {
		e, _, err := testEdge()
		ticks, asked := make(chan time.Time), make(chan bool)
		quit := e.follow(ticks, bar, func() count { asked <- true; return count{week: 3, weeks: 9, what: "jobs-first"} })
		ticks <- time.Time{}
		<-asked
		quit()
		quit()
		got := err.String()
		if !strings.Contains(got, "week 3 of 9") {
			t.Errorf("bar %t: shown %q", bar, got)
		}
		if bar != strings.HasSuffix(got, clearLine) || bar == strings.HasSuffix(got, "\n") {
			t.Errorf("bar %t: ends in %q", bar, got)
		}
	}
}

func TestQuietSaysNothing(t *testing.T) {
	e, _, err := testEdge()
	e.quiet = true
	e.progress(func() count { t.Error("progress was asked for"); return count{} })()
	e.note("a note")
	if err.Len() > 0 {
		t.Errorf("said %q", err)
	}
}

func TestNoteWipesTheBar(t *testing.T) {
	e, _, err := testEdge()
	e.show(true, count{week: 1, weeks: 2}, time.Second)
	e.note("done")
	if !strings.HasSuffix(err.String(), clearLine+"done\n") {
		t.Errorf("said %q", err)
	}
}
