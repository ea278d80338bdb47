package sim

import (
	"context"
	"fmt"
	"slices"

	"caseload/agents"
)

// Tracing is a wish to see lives: which replicate, which weeks.
type Tracing struct {
	Config   *Config
	Person   agents.PersonID
	From, To agents.Week // weeks shown, To included; From may lie in the burn-in
	Workers  int
	Progress *Progress // may be nil
}

// A Stranger is a person whose life cannot be shown: there is no such person, or she
// arrives after the weeks that are asked for.
type Stranger struct {
	Person        agents.PersonID
	Attached, All int // persons at the start of the burn-in, and with those who arrive: they are numbered from 0
	Exists        bool
	Arrives       agents.Week // where she exists
}

func (s *Stranger) Error() string {
	if s.Exists {
		return fmt.Sprintf("person %d arrives in week %d", s.Person, s.Arrives)
	}
	return fmt.Sprintf("there is no person %d", s.Person)
}

// find is the row of the person, or a *Stranger.
func (t *Tracing) find(w *World) (int32, error) {
	attached := 0
	for k := range w.Districts {
		attached += int(w.Districts[k].Attached)
	}
	s := &Stranger{Person: t.Person, Attached: attached, All: w.People.Len()}
	i := slices.Index(w.People.ID, t.Person)
	if i < 0 {
		return 0, s
	}
	if entry := w.People.EntryWeek[i]; entry > t.To {
		s.Exists, s.Arrives = true, entry
		return 0, s
	}
	return int32(i), nil
}

// Live simulates the replicate under a regime up to the last week that is asked for and
// returns the life of the person. The error is a *Stranger where there is no such person.
func Live(ctx context.Context, t *Tracing, regime *Regime) (*Life, error) {
	w := NewWorld(t.Config)
	i, err := t.find(w)
	if err != nil {
		return nil, err
	}
	life := &Life{}
	if err := t.burnIn(ctx, w, i, life); err != nil {
		return nil, err
	}
	t.introduce(w, i, regime, life)
	r := record(w, i, life, i, nil)
	w.Enter(regime)
	r.stage(Fork)
	for w.Week <= t.To {
		if err := t.advance(ctx, w, w.Week+1); err != nil {
			return nil, err
		}
		r.endWeek(t.From)
	}
	return life, nil
}

// Fork is the name of what stands before the stages of week 0: an arm comes under its
// regime.
const Fork = "fork"

// burnIn simulates the weeks before week 0, and records those that are asked for.
func (t *Tracing) burnIn(ctx context.Context, w *World, i int32, life *Life) error {
	if t.From < 0 {
		if err := t.advance(ctx, w, max(t.From, -t.Config.BurnIn)); err != nil {
			return err
		}
		r := record(w, i, life, i, nil)
		for w.Week < min(0, t.To+1) {
			if err := t.advance(ctx, w, w.Week+1); err != nil {
				return err
			}
			r.endWeek(t.From)
		}
		r.stop()
	}
	if err := t.advance(ctx, w, 0); err != nil {
		return err
	}
	w.zeroCounts()
	return nil
}

// introduce says who the person of a life is.
func (t *Tracing) introduce(w *World, i int32, regime *Regime, life *Life) {
	life.Regime, life.Occupation = regime.Name, w.People.Occupation[i]
	life.Who = w.personRow(w.districtOf(i), i, t.Config.Replicate, newBeginning(w))
}

// advance simulates weeks until the given one and counts them.
func (t *Tracing) advance(ctx context.Context, w *World, until agents.Week) error {
	return w.Advance(ctx, until, t.Workers, func(w *World) error {
		if t.Progress != nil {
			t.Progress.PersonWeeks.Add(int64(w.People.Len()))
			t.Progress.Weeks.Add(1)
		}
		return nil
	})
}
