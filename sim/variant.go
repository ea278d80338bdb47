package sim

import (
	"context"
	"errors"
)

// The effects of a regime at the ends of what is believed beforehand about something of which
// evidence says too little, as the summary says them.
const (
	Low  = "low"
	High = "high"
)

// Variant is a regime as it would be at an end of a prior: an arm beside that of the same
// name, of which the summary alone is written.
type Variant struct {
	Regime *Regime
	Effect string // Low or High
}

// runVariants runs those of a regime from the world that all arms share.
func (e *execution) runVariants(ctx context.Context, fork *World, regime *Regime, replicate int, m *memory, share func() int) error {
	for _, v := range e.Variants {
		if v.Regime.Name != regime.Name {
			continue
		}
		a := e.newArm(fork.Clone(), v.Regime, v.Effect, replicate, m, share)
		if err := a.begin(); err != nil {
			return a.failed(err)
		}
		if err := a.run(ctx); err != nil {
			return a.failed(err)
		}
	}
	return nil
}

// ErrVariantResume is returned by Execute for a job that goes on from checkpoints and has
// variants, which are not saved.
var ErrVariantResume = errors.New("the ends of a prior are run from week 0 on, and a checkpoint does not have them")
