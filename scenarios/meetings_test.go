package scenarios

import (
	"context"
	"fmt"
	"math"
	"testing"

	"caseload/agents"
	"caseload/policy"
	"caseload/sim"
)

// TestOneMeetingLost plays what unplanned absences of caseworkers did in Switzerland: where
// people are seen two or three times in half a year, some lose an early interview, and how
// much longer they stay is held against the same lives in which it took place. Schiprowski
// 2020 found 5%: more than twice that with the upper half of caseworkers, nothing with the
// lower. It plays a country twice, so it runs where tables are asked for.
func TestOneMeetingLost(t *testing.T) {
	if !*sanity {
		t.Skip("plays a country twice; go test ./scenarios -run OneMeetingLost -v -args -sanity")
	}
	c, found := Load(shipped, "passive-vs-universal-credit", []string{"persons=150000", "burn_in.weeks=52"})
	if found.Failed() {
		t.Fatal(found)
	}
	const rarely, watched = 10, 104
	world := func() *sim.World {
		config := c.Config(1)
		under, plan := *config.Under, *config.Under.Plan
		plan.Schedules = append([]policy.Schedule(nil), plan.Schedules...)
		for k := range plan.Schedules {
			s := &plan.Schedules[k]
			s.Every, s.LengthMinutes, s.ShortestMinutes, s.LongestMinutes, s.Ahead = rarely, 30, 30, 30, 0
		}
		under.Plan = &plan
		config.Under = &under
		return sim.NewWorld(config)
	}
	with, without := world(), world()
	advance := func(until agents.Week) {
		for _, w := range []*sim.World{with, without} {
			if err := w.Advance(context.Background(), until, 2, nil); err != nil {
				t.Fatal(err)
			}
		}
	}
	advance(0)
	lost := map[int]*meetingLost{}
	for week := range agents.Week(watched) {
		p := without.People
		for i, id := range p.ID {
			if week < 26 && id%2 == 0 && lost[i] == nil && p.Status[i] == agents.Claimant && p.FirstDone[i] && p.Coach[i] >= 0 &&
				p.NextInterview[i] == week && p.BenefitSince[i] > week-16 && with.People.NextInterview[i] == week {
				p.NextInterview[i] = week + rarely
				lost[i] = &meetingLost{claim: p.BenefitSince[i], skilled: without.Coaches.Skill[p.Coach[i]] > 1}
			}
		}
		advance(week + 1)
		for i, m := range lost {
			for k, w := range []*sim.World{with, without} {
				if m.ended[k] == 0 && (w.People.Status[i] != agents.Claimant || w.People.BenefitSince[i] != m.claim) {
					m.ended[k] = week + 1
				}
			}
		}
	}
	both, half := &lengthening{}, map[bool]*lengthening{false: {}, true: {}}
	for _, m := range lost {
		for k := range m.ended {
			if m.ended[k] == 0 {
				m.ended[k] = watched
			}
		}
		both.add(m)
		half[m.skilled].add(m)
	}
	fmt.Printf("one interview lost, claims longer by, %%: %s (5 published)\nwith coaches of more than mean skill: %s (more than 10)\nwith the others: %s (0)\n", both, half[true], half[false])
	if more := both.mean(); more < 0 || more > 15 {
		t.Errorf("an interview lost lengthens claims by %.2f%%", more)
	}
}

// meetingLost is one claim in which an interview is lost, and when it ended with and without.
type meetingLost struct {
	claim   agents.Week
	skilled bool // her coach, beyond the mean
	ended   [2]agents.Week
}

// lengthening is by how much claims are longer where an interview was lost.
type lengthening struct{ n, weeks, more, squares float64 }

func (l *lengthening) add(m *meetingLost) {
	more := float64(m.ended[1] - m.ended[0])
	l.n, l.weeks, l.more, l.squares = l.n+1, l.weeks+float64(m.ended[0]-m.claim), l.more+more, l.squares+more*more
}

// mean is in per cent of their length.
func (l *lengthening) mean() float64 { return 100 * l.more / l.weeks }

func (l *lengthening) String() string {
	se := math.Sqrt(l.squares/l.n-math.Pow(l.more/l.n, 2)) / math.Sqrt(l.n)
	return fmt.Sprintf("%+.2f (standard error %.2f, %.0f claims)", l.mean(), 100*se*l.n/l.weeks, l.n)
}
