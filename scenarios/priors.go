package scenarios

import (
	"slices"

	"caseload/policy"
	"caseload/policy/source"
	"caseload/sim"
)

// What training teaches is believed, within a range, rather than known: published effects
// are those of a time and place, and do not tell access to occupations from the rest. So a
// comparison shows both ends of the range.

// Variants are the regimes of a case that train, at each end of the ranges of what their
// training teaches: skill and certificates, all at their least or all at their most. There
// is none where one regime is alone and where the scenario wants none.
func (c *Case) Variants() []sim.Variant {
	if c.Scenario.Priors.Value == "none" || len(c.Arms) < 2 {
		return nil
	}
	var list []sim.Variant
	for k := range c.Scenario.Regimes {
		for _, effect := range [...]string{sim.Low, sim.High} {
			changed, trains := taughtAt(c.Scenario.Regimes[k], effect == sim.High)
			if !trains {
				break
			}
			arm, found := regime(changed)
			if found.Failed() {
				panic("scenarios: " + changed.Name.Value + " does not compile within its own ranges: " + found.String())
			}
			list = append(list, sim.Variant{Regime: arm, Effect: effect})
		}
	}
	return list
}

// taughtAt is a regime with what its training teaches at an end of its range, and whether that
// has any. A course's level stays as it is: whether more or less is learnt at a lower one hangs on who starts.
func taughtAt(r policy.Regime, high bool) (changed *policy.Regime, trains bool) {
	r.Programmes = slices.Clone(r.Programmes)
	for k := range r.Programmes {
		taught := &r.Programmes[k].Content
		for _, q := range [...]*source.Quantity{&taught.Skill, &taught.Certificate} {
			if !q.HasRange {
				continue
			}
			if trains = true; high {
				q.Value = q.High
			} else {
				q.Value = q.Low
			}
		}
	}
	return &r, trains
}
