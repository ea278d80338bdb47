package sim

import "math"

// besideCrowd gives minutes to requests of which each stands alone among those of the path.
// The crowd is the path's, the coaches are the arm's: the crowd is booked, called in sooner
// and seen for longer as in any diary; a claimant has what is left when her turn comes, and
// uses nothing up.
func (w *World) besideCrowd(d *District) {
	d.scratch.crowd = d.scratch.crowd[:0]
	for o := range d.Offices {
		if d.Offices[o].First < d.Offices[o].Last {
			w.settleBeside(d, o)
		}
	}
	w.callInBeside(d)
	s := &d.scratch
	d.askLonger(s.crowd)
	w.shareBeside(d)
	w.giveLonger(d, s.crowd)
	for k := range s.requests {
		s.requests[k].minutes += d.longer(&s.requests[k])
	}
}

// standIn is the coach of this arm who has a request of the path: the same one, as long as
// there is one of her number.
func (d *District) standIn(from *District, office int, coach int32) int32 {
	o := &d.Offices[office]
	return o.First + (coach-from.Offices[office].First)%(o.Last-o.First)
}

// settleBeside serves the requests of an office between those of the path.
func (w *World) settleBeside(d *District, office int) {
	s, from := &d.scratch, w.onPath(d)
	requests, queue := from.scratch.requests, from.scratch.keys[office]
	b := w.openDiary(d, &d.Offices[office], requests, queue)
	next := 0
	admit := func(turn uint64, row int32) {
		for ; next < len(queue) && before(queue[next], requests, turn, row); next++ {
			r := requests[queue[next]&placeMask]
			r.own = d.standIn(from, office, r.own)
			w.find(&b, &r)
			w.use(&r)
			s.crowd = append(s.crowd, r)
		}
	}
	for _, key := range s.keys[office] {
		r := &s.requests[key&placeMask]
		admit(key>>tieShift, r.row)
		cover := b.cover
		if w.find(&b, r); r.coach == noCoach {
			w.Coaches.Overdue[r.own]++
		}
		b.cover = cover
	}
	admit(math.MaxUint64, 0)
}

// before tells whether a key of the crowd comes before a turn of somebody with a row: her
// own does not.
func before(key uint64, requests []request, turn uint64, row int32) bool {
	own := key >> tieShift
	return own < turn || own == turn && requests[key&placeMask].row < row
}

// callInBeside lets coaches see some claimants before their date, between those of the path.
func (w *World) callInBeside(d *District) {
	s, from := &d.scratch, w.onPath(d)
	s.sooner, s.early, s.crowdSooner, s.crowdEarly = s.sooner[:0], s.early[:0], s.crowdSooner[:0], s.crowdEarly[:0]
	if w.ahead > 0 {
		w.listSooner(d)
	}
	for _, r := range from.scratch.sooner {
		office := int(w.People.Office[r.row] - d.Offices[0].Number)
		if o := &d.Offices[office]; o.First < o.Last {
			r.coach = d.standIn(from, office, r.own)
			d.desk(r.coach).room[r.kind] += int64(r.length)
			s.crowdSooner = append(s.crowdSooner, r)
		}
	}
	w.shareBeside(d)
	s.early, s.crowdEarly = w.drawSooner(d, s.sooner, s.early), w.drawSooner(d, s.crowdSooner, s.crowdEarly)
	next := 0
	admit := func(turn uint64, row int32) {
		for ; next < len(s.crowdEarly) && before(s.crowdEarly[next], s.crowdSooner, turn, row); next++ {
			if r := s.crowdSooner[s.crowdEarly[next]&placeMask]; w.squeeze(&r) {
				w.use(&r)
				s.crowd = append(s.crowd, r)
			}
		}
	}
	for _, key := range s.early {
		r := &s.sooner[key&placeMask]
		admit(key>>tieShift, r.row)
		if w.squeeze(r) {
			w.Coaches.Early[r.coach]++
			r.why = w.reason(r.row)
			s.requests = append(s.requests, *r)
		}
	}
	admit(math.MaxUint64, 0)
}

// shareBeside divides what coaches have left among the crowd.
func (w *World) shareBeside(d *District) {
	for k := range d.scratch.desks {
		d.scratch.desks[k].room = asking(d.scratch.desks[k].room)
	}
	w.shareRoom(d)
}

// asking is the room that a crowd asks for. Where it asks for none, one minute of each
// fifth leaves all the rest to somebody alone.
func asking(room [kinds]int64) [kinds]int64 {
	if room == [kinds]int64{} {
		return [kinds]int64{1, 1, 1, 1, 1}
	}
	return room
}
