package sim

import (
	"slices"

	"caseload/agents"
	"caseload/policy"
	"caseload/sim/rng"
)

// Circle is the people of a district who began a programme of group work together. Who
// completes it stays in touch with others for a while.
type Circle struct {
	Programme         int32 // one more than its place in the regime; 0 where the regime does not have it
	Began             agents.Week
	Size              float64 // of a full circle
	InTouch           float64 // share of the others with whom a member stays in touch
	Fidelity          float64 // of its leader
	Members           int32   // who began
	Kept              int32   // of these, who have completed it and have not joined another since
	Distress, Readied float64 // usual distress and fifths of readiness, added up over members
}

// mostCircles a district can have had: a person knows hers by a number of 16 bits.
const mostCircles = 1<<16 - 1

// join puts somebody who begins group work into a circle of this week that has room, or
// begins another. A leader leads one circle of a programme in a week, the first of them the
// first circle.
func (w *World) join(d *District, i int32, k int) {
	p, g := w.People, &w.Regime.Plan.Programmes[k].Course.Group
	if g.Size == 0 {
		return
	}
	if at := p.Circle[i]; at > 0 {
		d.Circles[at-1].Kept--
		p.Circle[i] = 0
	}
	last, leader := -1, uint32(0)
	for n := len(d.Circles) - 1; n >= 0 && d.Circles[n].Began == w.Week; n-- {
		if int(d.Circles[n].Programme) == k+1 {
			last = max(last, n)
			leader++
		}
	}
	if last < 0 || float64(d.Circles[last].Members) >= g.Size {
		if len(d.Circles) == mostCircles {
			return
		}
		fidelity := g.Leads(w.Draws.UItem(uint32(d.Number), 0, uint32(k)<<16|leader, rng.Leader))
		last = len(d.Circles)
		d.Circles = append(d.Circles, Circle{Programme: int32(k + 1), Began: w.Week, Size: g.Size, InTouch: g.InTouch, Fidelity: fidelity})
		d.Places[k].Circles++
		d.Places[k].Fidelity += fidelity
	}
	c := &d.Circles[last]
	c.Members++
	c.Distress += float64(p.UsualDistress[i])
	c.Readied += float64(p.Readiness[i])
	p.Circle[i] = uint16(last + 1)
}

// learnTogether is what somebody has of a circle when the programme ends for her: for the hours
// that she attended, and for the rest of her life if she has completed it.
func (w *World) learnTogether(d *District, i int32, k int, completed bool) {
	p, course := w.People, &w.Regime.Plan.Programmes[k].Course
	if p.Circle[i] == 0 || course.Group.Size == 0 {
		return
	}
	c, g := &d.Circles[p.Circle[i]-1], &course.Group
	hours := float64(p.Attended[i]) * course.Hours / float64(course.Sessions())
	company := 1.0
	if others := float64(c.Members - 1); others > 0 {
		company = w.Habits.Company(g, (c.Distress-float64(p.UsualDistress[i]))/others, (c.Readied-float64(p.Readiness[i]))/others)
	}
	before := p.SelfEfficacy[i]
	p.SelfEfficacy[i] = float32(agents.Taught(float64(before), g.Gained(c.Fidelity, company, hours)))
	d.Places[k].Emboldened += float64(p.SelfEfficacy[i] - before)
	if !completed {
		p.Circle[i] = 0
		return
	}
	c.Kept++
	p.Inoculated[i] = max(p.Inoculated[i], float32(g.Protects(c.Fidelity)))
}

// inTouch is what is left of somebody's ties to the others of her circle, 0 to 1.
func (w *World) inTouch(d *District, i int32) float64 {
	p := w.People
	if p.Circle[i] == 0 || p.ProgrammeStage[i] == agents.TakesPart {
		return 0
	}
	c := &d.Circles[p.Circle[i]-1]
	if c.Kept < 2 {
		return 0
	}
	return w.Habits.InTouch(c.InTouch, w.Week-c.Began)
}

// passOn lets members of circles who are in work tell those who are not of vacancies. The
// members of the run stand for those of a full circle.
func (w *World) passOn(d *District) {
	if len(d.Circles) == 0 || w.Habits.Programmes.TieTells == 0 {
		return
	}
	p := w.People
	working := w.workingInCircles(d)
	for _, i := range d.Claimants {
		at := p.Circle[i]
		if at == 0 || working[at-1] == 0 || p.Status[i] != agents.Claimant || p.ProgrammeStage[i] == agents.TakesPart || w.u(i, rng.PassOn) >= w.hears(d, i, working[at-1]) {
			continue
		}
		p.Introduced[i] = agents.ByTie
		if k := d.Circles[at-1].Programme; k > 0 {
			d.Places[k-1].Told++
		}
		d.Log.event(w, i, Event{Kind: "vacancy_passed_on", Coach: p.Coach[i]})
	}
}

// workingInCircles is how many members are in work, by circle. In an arm that is held the
// others of a circle have work where they have it on the path.
func (w *World) workingInCircles(d *District) []int32 {
	p, s := w.People, &d.scratch
	if s.atWork = s.atWork[:0]; w.hold.Market {
		s.atWork = append(s.atWork, w.onPath(d).scratch.atWork...)
	} else {
		s.atWork = w.atWork(d, s.atWork)
	}
	s.working = grow(s.working, len(d.Circles))
	clear(s.working)
	for _, i := range s.atWork {
		if at := p.Circle[i]; at > 0 {
			s.working[at-1]++
		}
	}
	return s.working
}

// atWork appends who is in work, and not in that of a programme, in row order.
func (w *World) atWork(d *District, rows []int32) []int32 {
	p := w.People
	for _, i := range d.Employed {
		if p.Status[i] == agents.Employed && p.ProgrammeStage[i] != agents.TakesPart {
			rows = append(rows, i)
		}
	}
	return rows
}

// hears is the chance in this week that a member without work hears of a vacancy from others
// of her circle, of whom so many have work.
func (w *World) hears(d *District, i, working int32) float64 {
	c := &d.Circles[w.People.Circle[i]-1]
	if _, herself := slices.BinarySearch(d.scratch.atWork, i); herself {
		working--
	}
	if working <= 0 || c.Kept < 2 {
		return 0
	}
	known := float64(w.Habits.InTouch(c.InTouch, w.Week-c.Began) * (c.Size - 1))
	return float64(float32(w.Habits.Tells(float64(known * float64(working) / float64(c.Kept-1)))))
}

// hiredByTie counts a hire of which a member was told, of the circle of the given number.
func (d *District) hiredByTie(circle uint16) {
	if k := d.Circles[circle-1].Programme; k > 0 {
		d.Places[k-1].ToldHires++
	}
}

// keepCircles gives circles the place that their programme has in a new regime.
func (w *World) keepCircles(d *District, before *policy.Plan) {
	for k := range d.Circles {
		if c := &d.Circles[k]; c.Programme > 0 {
			c.Programme = int32(w.Regime.Plan.ProgrammeNamed(before.Programmes[c.Programme-1].Name) + 1)
		}
	}
}
