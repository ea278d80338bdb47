package sim_test

import (
	"testing"

	"caseload/agents"
	"caseload/policy"
	"caseload/sim"
)

// meetings is a week of group work, of five meetings that nobody misses.
func meetings(change func(g *policy.GroupWork)) policy.Programme {
	g := policy.GroupWork{Efficacy: number(0.3), Hours: number(20 * 60), Session: number(4 * 60), Size: number(4), Fidelity: number(1), Leaders: number(0),
		Distress: number(0), Readiness: number(0), Inoculation: number(0.5), InTouch: number(0.5)}
	if change != nil {
		change(&g)
	}
	return course(func(m *policy.Programme) {
		m.Places, m.Weeks, m.Hours = number(1000), number(1), number(20)
		m.Content = policy.Taught{Group: &g}
	})
}

// gathered is a world whose claimants have all been in circles, and how much self-efficacy
// they gained in all.
func gathered(t *testing.T, m policy.Programme) (*sim.World, float64) {
	w := taught(t, 20, nil, m)
	for w.Week < 3 {
		week(t, w)
	}
	return w, w.Districts[0].Places[0].Emboldened
}

// Those who begin group work in one week are divided into circles of its size; leaders,
// company and hours make a difference to what is gained.
func TestCirclesGather(t *testing.T) {
	w, usual := gathered(t, meetings(nil))
	d, p := &w.Districts[0], w.People
	if len(d.Circles) != 5 || d.Places[0].Circles != 5 || usual <= 0 {
		t.Fatalf("%d persons are in %d circles of four and gain %g", p.Len(), len(d.Circles), usual)
	}
	for k, c := range d.Circles {
		if c.Members != 4 || c.Kept != 4 || c.Fidelity != 1 || p.Inoculated[k] != 0.5 {
			t.Errorf("circle %d: %+v; inoculated %g", k, c, p.Inoculated[k])
		}
	}
	for what, change := range map[string]func(g *policy.GroupWork){
		"bad leaders":        func(g *policy.GroupWork) { g.Fidelity = number(0.7) },
		"leaders who differ": func(g *policy.GroupWork) { g.Leaders = number(0.3) },
		"distressed company": func(g *policy.GroupWork) { g.Distress = number(-1) },
		"distant company":    func(g *policy.GroupWork) { g.Readiness = number(0.5) },
		"a higher dose":      func(g *policy.GroupWork) { g.Hours = number(40 * 60) },
	} {
		if _, gained := gathered(t, meetings(change)); gained == usual {
			t.Errorf("%s: they gain %g as before", what, gained)
		}
	}
	half := meetings(nil)
	half.Absent = number(0.5)
	v, gained := gathered(t, half)
	if gained >= usual*0.8 || gained <= usual*0.3 {
		t.Errorf("who comes to half of the meetings gains %g, to all %g", gained, usual)
	}
	if v.Districts[0].Places[0].Missed == 0 {
		t.Error("nobody missed a meeting")
	}
}

// A member in work tells others of vacancies, as long as ties last and people tell; setbacks
// are felt less with ties and with inoculation.
func TestTiesCarryVacancies(t *testing.T) {
	told := func(tells, halfLife float64, working int) int32 {
		m := meetings(nil)
		w := taught(t, 20, func(c *sim.Config) {
			c.Behaviour.Programmes.TieTells, c.Behaviour.Programmes.TieHalfLife = tells, halfLife
		}, m)
		for w.Week < 3 {
			week(t, w)
		}
		d := &w.Districts[0]
		d.Stock[agents.Claimant] -= int32(working)
		d.Stock[agents.Employed] += int32(working)
		for i := range working {
			w.Coaches.Caseload[w.People.Coach[i]]--
			w.People.Group[i] = policy.NoGroup
			w.People.Status[i], w.People.Coach[i], w.People.NextInterview[i] = agents.Employed, -1, agents.Never
			w.People.HoursTenths[i], w.People.HourlyPay[i] = 350, 1200
		}
		for w.Week < 12 {
			week(t, w)
		}
		return w.Districts[0].Places[0].Told
	}
	if n := told(0.2, 26, 8); n == 0 {
		t.Error("nobody was told of a vacancy")
	}
	for what, n := range map[string]int32{"who tells nothing": told(0, 26, 8), "without anybody in work": told(0.2, 26, 0), "without ties": told(0.2, 0.05, 8)} {
		if n != 0 {
			t.Errorf("%s: %d were told of a vacancy", what, n)
		}
	}
}

// Group work and its ties make a sanction hurt less.
func TestSetbacksHurtLess(t *testing.T) {
	hurt := func(inoculation, support float64) float64 {
		m := meetings(func(g *policy.GroupWork) { g.Inoculation = number(inoculation) })
		w := taught(t, 20, func(c *sim.Config) {
			c.Behaviour.Programmes.TieSupport = support
			c.Behaviour.Wellbeing.Shocks.Sanction, c.Behaviour.Wellbeing.Shocks.Support = 1, 0.5
			c.Behaviour.Attendance.Missed = 0.9
		}, m)
		for w.Week < 2 {
			week(t, w)
		}
		w.Regime.Plan.Missed = certain(agents.MissedInterview, 14)
		for k := range w.Regime.Plan.Schedules {
			w.Regime.Plan.Schedules[k].Mandatory = true
		}
		for w.Week < 12 {
			week(t, w)
		}
		sum, sanctions := 0.0, 0
		for i := range w.People.ID {
			sum += float64(w.People.Distress[i])
			sanctions += int(w.People.Total.Sanctions[i])
		}
		if sanctions == 0 {
			t.Fatal("nobody was sanctioned")
		}
		return sum
	}
	plain := hurt(0, 0)
	if x := hurt(0.8, 0); x >= plain {
		t.Errorf("distress is %g with inoculation and %g without", x, plain)
	}
	if x := hurt(0, 1); x >= plain {
		t.Errorf("distress is %g with ties and %g without", x, plain)
	}
}
