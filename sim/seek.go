package sim

import (
	"context"
	"slices"

	"caseload/agents"
)

// FirstWith finds the person to whom every one of some kinds of event has happened soonest
// under a regime, in the weeks that are asked for; of several in one week the one with the
// lowest number. There may be none. Where another regime is to be set against it, the first
// is meant to whom by then not just the same has happened under both, if there is one.
func FirstWith(ctx context.Context, t *Tracing, regime, against *Regime, kinds []string) (agents.PersonID, bool, error) {
	s := seeker{from: t.From, kinds: slices.Compact(slices.Sorted(slices.Values(kinds)))}
	w := NewWorld(t.Config)
	if err := t.advance(ctx, w, 0); err != nil {
		return 0, false, err
	}
	w.zeroCounts()
	s.met = make([]uint32, w.People.Len())
	worlds := []*World{w}
	if against != nil {
		worlds = append(worlds, w.Clone())
	}
	for k, under := range []*Regime{regime, against}[:len(worlds)] {
		worlds[k].Enter(under)
		s.lives[k] = make([]uint64, w.People.Len())
		for d := range worlds[k].Districts {
			worlds[k].Districts[d].Log.KeepEvents = true
		}
	}
	for w.Week <= t.To {
		for _, v := range worlds {
			if err := t.advance(ctx, v, v.Week+1); err != nil {
				return 0, false, err
			}
		}
		for k, v := range worlds {
			s.read(v, k)
		}
		if person, found := s.parted(len(worlds) == 2); found {
			return person, true, nil
		}
	}
	if len(s.all) == 0 {
		return 0, false, nil
	}
	return s.all[0], true, nil
}

// seeker follows what happens to everybody under a regime and, perhaps, another one.
type seeker struct {
	from  agents.Week
	kinds []string
	met   []uint32          // kinds that have happened, as bits, by person
	all   []agents.PersonID // those who have met all, by week and number
	lives [2][]uint64       // what has happened so far, folded into a number
}

// read takes the events of a week from a world.
func (s *seeker) read(w *World, side int) {
	before := len(s.all)
	for d := range w.Districts {
		l := &w.Districts[d].Log
		for k := range l.Events {
			e := &l.Events[k]
			s.lives[side][e.Person] = folded(s.lives[side][e.Person], e)
			bit := slices.Index(s.kinds, e.Kind)
			if side > 0 || bit < 0 || e.Week < s.from {
				continue
			}
			whole := uint32(1)<<len(s.kinds) - 1
			if had := s.met[e.Person]; had != whole {
				s.met[e.Person] = had | 1<<bit
				if s.met[e.Person] == whole {
					s.all = append(s.all, e.Person)
				}
			}
		}
		l.Events = l.Events[:0]
	}
	slices.Sort(s.all[before:])
}

// folded goes on with a fold of what has happened to a person (FNV-1a).
func folded(life uint64, e *Event) uint64 {
	const prime = 1099511628211
	life = (life ^ uint64(uint16(e.Week))) * prime
	for _, text := range [...]string{e.Kind, e.Detail} {
		for k := range len(text) {
			life = (life ^ uint64(text[k])) * prime
		}
		life = (life ^ 0xff) * prime
	}
	return life
}

// parted is the first of those who have met all, or of those of them whose lives are not the
// same on both sides.
func (s *seeker) parted(twice bool) (agents.PersonID, bool) {
	for _, p := range s.all {
		if !twice || s.lives[0][p] != s.lives[1][p] {
			return p, true
		}
	}
	return 0, false
}
