package sim

import (
	"slices"

	"caseload/agents"
	"caseload/agents/exact"
	"caseload/policy"
	"caseload/sim/panel"
	"caseload/sim/rng"
)

// Places are those of a programme in a district, with what has happened there. Counts are
// since the last observed week.
type Places struct {
	There, Taken, Waiting int32 // Taken and Waiting at the end of the week

	Referred, Started, Completed, Left, Missed int32
	Waited                                     int32 // weeks, of those who started
	Pence                                      int64 // for places and starts
	Subsidies                                  int64 // pence of pay of those hired with it, or in jobs that it makes

	Circles, Told, ToldHires int32   // begun; vacancies of which members in work told others; hires by these
	Fidelity, Emboldened     float64 // added up over circles begun; points of self-efficacy added up over those who ended
}

// programmes fills free places from the waiting list on start days, and lets those who take
// part attend a week, give up or complete.
func programmes(w *World, d *District) {
	w.noteLists(d)
	w.passOn(d)
	list := w.Regime.Plan.Programmes
	if len(list) == 0 {
		return
	}
	w.countPlaces(d)
	for k := range list {
		w.fillPlaces(d, k)
	}
	for _, i := range d.Claimants {
		if w.People.ProgrammeStage[i] == agents.TakesPart {
			w.takePart(d, i)
		}
	}
	for _, i := range d.Employed {
		if w.People.ProgrammeStage[i] == agents.TakesPart {
			w.takePart(d, i)
		}
	}
}

// startDay tells whether a programme starts this week.
func (w *World) startDay(t *policy.ProgrammeTerms) bool { return w.Week%t.StartEvery == 0 }

// countPlaces counts who has a place and who waits for one.
func (w *World) countPlaces(d *District) {
	for k := range d.Places {
		d.Places[k].Taken, d.Places[k].Waiting = 0, 0
	}
	p := w.People
	for _, rows := range [2][]int32{d.Claimants, d.Employed} { // the jobs of programmes are places too
		for _, i := range rows {
			switch p.ProgrammeStage[i] {
			case agents.TakesPart:
				d.Places[p.Programme[i]-1].Taken++
			case agents.Waits:
				d.Places[p.Programme[i]-1].Waiting++
			}
		}
	}
}

// zeroPlaces starts the counts between observed weeks again.
func (d *District) zeroPlaces() {
	for k, at := range d.Places {
		d.Places[k] = Places{There: at.There, Taken: at.Taken, Waiting: at.Waiting}
	}
}

// fillPlaces gives the free places of a programme to those who wait, who was referred first
// first, then by keyed tie. Who does not come leaves her place to the next.
func (w *World) fillPlaces(d *District, k int) {
	at, opens := &d.Places[k], w.startDay(&w.Regime.Plan.Programmes[k])
	beside, held := w.line(d, k)
	note := w.noteLine(d, k)
	if at.Waiting == 0 || note == nil && (!opens || !held && at.Taken >= at.There) {
		return
	}
	for _, next := range w.queue(d, k) {
		turn := opens && (!held && at.Taken < at.There || held && beside.admits(next, at.There))
		if turn {
			w.startProgramme(d, next.row, k)
		}
		if note != nil && (!turn || w.People.ProgrammeStage[next.row] == agents.TakesPart) {
			note.turns = append(note.turns, next)
		}
	}
}

// queue is who waits for a programme, in the order of their turns.
func (w *World) queue(d *District, k int) []turn {
	p, queue := w.People, d.scratch.queue[:0]
	for _, i := range d.Claimants {
		if p.ProgrammeStage[i] == agents.Waits && int(p.Programme[i]) == k+1 && p.ProgrammeSince[i] < w.Week {
			queue = append(queue, w.turnOf(i))
		}
	}
	d.scratch.queue = queue
	slices.SortFunc(queue, turn.before)
	return queue
}

// turn is a place on a waiting list.
type turn struct {
	since agents.Week
	tie   uint32
	row   int32
}

func (w *World) turnOf(i int32) turn {
	since := w.People.ProgrammeSince[i]
	return turn{since, uint32(w.Draws.Bits(uint32(w.People.ID[i]), int32(since), 0, rng.ProgrammeTie) >> 32), i}
}

func (a turn) before(b turn) int {
	switch {
	case a.since != b.since:
		return int(a.since - b.since)
	case a.tie < b.tie:
		return -1
	case a.tie > b.tie:
		return 1
	}
	return int(a.row - b.row)
}

// layPlaces gives every district its part of the places of the country, by size.
func (w *World) layPlaces() {
	list := w.Regime.Plan.Programmes
	for k := range w.Districts {
		w.Districts[k].Places = make([]Places, len(list))
	}
	for m := range list {
		expected, made := 0.0, int32(0)
		for k := range w.Districts {
			d := &w.Districts[k]
			expected += float64(float64(list[m].Places*w.Scale) * w.part(d))
			d.Places[m].There = max(exact.RoundInt32(expected)-made, 0)
			made += d.Places[m].There
		}
	}
}

// keepProgramme lets somebody stay on a programme, or wait for it, that a regime has under the
// same name. What it does not have ends.
func (w *World) keepProgramme(d *District, i int32, before *policy.Plan) {
	p, plan := w.People, w.Regime.Plan
	same := func(set uint16) (now uint16) {
		for k := range before.Programmes {
			if to := plan.ProgrammeNamed(before.Programmes[k].Name); to >= 0 && set&policy.Bit(k) != 0 {
				now |= policy.Bit(to)
			}
		}
		return now
	}
	p.Offered[i], p.Completed[i] = same(p.Offered[i]), same(p.Completed[i])
	if k := p.SubsidisedBy[i]; k > 0 {
		p.SubsidisedBy[i] = uint8(plan.ProgrammeNamed(before.Programmes[k-1].Name) + 1)
	}
	if p.ProgrammeStage[i] == agents.NoProgramme {
		return
	}
	name := before.Programmes[p.Programme[i]-1].Name
	if to := plan.ProgrammeNamed(name); to >= 0 {
		p.Programme[i] = uint8(to + 1)
		return
	}
	if p.ProgrammeStage[i] == agents.TakesPart {
		d.Log.spell(w.programmeSpell(i, before, name, panel.RequirementLifted))
		d.Log.event(w, i, Event{Kind: "programme_left", Detail: name, Coach: noCoach})
		p.Circle[i] = 0
	}
	w.leaveProgramme(i)
}
