package main

import (
	"fmt"
	"strings"
	"sync"
	"time"
)

// count is how far the work has come. Whoever simulates keeps it in atomic
// counters; progress only reads it.
type count struct {
	week, weeks   int64 // done and to do, over all regimes and replicates
	personWeeks   int64 // one person simulated for one week
	what          string
	runs, runsAll int64 // worlds finished and to do; one world is not worth counting
}

const (
	clearLine  = "\r\x1b[K"
	barEvery   = 200 * time.Millisecond
	linesEvery = 10 * time.Second
	barCells   = 24
)

// progress shows how far work has come, on standard error: a bar on a terminal,
// a line now and then elsewhere, nothing with --quiet. Stop ends it.
func (e *edge) progress(read func() count) (stop func()) {
	if e.quiet {
		return func() {}
	}
	bar := e.errTerminal && e.format != formatJSON && e.env("TERM") != "dumb"
	every := linesEvery
	if bar {
		every = barEvery
	}
	ticker := time.NewTicker(every)
	quit := e.follow(ticker.C, bar, read)
	return func() {
		ticker.Stop()
		quit()
	}
}

// follow shows the count at every tick, in a goroutine of its own, until quit is
// called; after that nothing more is written.
func (e *edge) follow(ticks <-chan time.Time, bar bool, read func() count) (quit func()) {
	start, done := e.now(), make(chan struct{})
	var waiting sync.WaitGroup
	waiting.Add(1)
	go func() {
		defer waiting.Done()
		for {
			select {
			case <-done:
				return
			case <-ticks:
				e.show(bar, read(), e.now().Sub(start))
			}
		}
	}()
	return sync.OnceFunc(func() {
		close(done)
		waiting.Wait()
		e.say("") // wipes the bar
	})
}

// show prints one state of the work.
func (e *edge) show(bar bool, c count, spent time.Duration) {
	switch {
	case bar:
		e.mu.Lock()
		defer e.mu.Unlock()
		e.barShown = true
		fmt.Fprint(e.err, clearLine+e.paint(true, dim, barLine(c))+" "+facts(c, spent))
	case e.format == formatJSON:
		e.line(map[string]any{"progress": c.what, "week": c.week, "weeks": c.weeks, "person_weeks_a_second": int64(speed(c, spent)),
			"seconds_left": int64(left(c, spent).Seconds())})
	default:
		e.say(strings.TrimSpace(c.what+" "+facts(c, spent)) + "\n")
	}
}

// barLine is the bar itself.
func barLine(c count) string {
	full := 0
	if c.weeks > 0 {
		full = int(min(c.week, c.weeks) * barCells / c.weeks)
	}
	return strings.Repeat("█", full) + strings.Repeat("░", barCells-full)
}

// facts are weeks, speed and time left in words: "week 120 of 312, 2.4 million
// person-weeks a second, 1 min 20 s left".
func facts(c count, spent time.Duration) string {
	text := fmt.Sprintf("week %d of %d", c.week, c.weeks)
	if c.runsAll > 1 {
		text = fmt.Sprintf("run %d of %d, %s", min(c.runs+1, c.runsAll), c.runsAll, text)
	}
	if persons := speed(c, spent); persons > 0 {
		text += ", " + short(persons) + " person-weeks a second"
	}
	if rest := left(c, spent); rest > 0 {
		text += ", " + clock(rest) + " left"
	}
	return text
}

// speed is the number of persons simulated for a week in each second.
func speed(c count, spent time.Duration) float64 {
	if spent <= 0 {
		return 0
	}
	return float64(c.personWeeks) / spent.Seconds()
}

// left is the time that the remaining weeks take at the pace so far; 0 when
// there is no pace yet.
func left(c count, spent time.Duration) time.Duration {
	if c.week <= 0 || c.week >= c.weeks {
		return 0
	}
	return time.Duration(float64(spent) * float64(c.weeks-c.week) / float64(c.week))
}

// short is a number in a few letters.
func short(n float64) string {
	switch {
	case n >= 1e6:
		return fmt.Sprintf("%.1f million", n/1e6)
	case n >= 1e4:
		return fmt.Sprintf("%.0f thousand", n/1e3)
	default:
		return fmt.Sprintf("%.0f", n)
	}
}

// clock is a duration in its two largest units.
func clock(d time.Duration) string {
	s := int64(d.Round(time.Second).Seconds())
	switch {
	case s >= 3600:
		return fmt.Sprintf("%d h %d min", s/3600, s%3600/60)
	case s >= 60:
		return fmt.Sprintf("%d min %d s", s/60, s%60)
	default:
		return fmt.Sprintf("%d s", s)
	}
}
