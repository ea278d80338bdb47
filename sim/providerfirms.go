package sim

import (
	"caseload/agents"
	"caseload/agents/exact"
	"caseload/policy"
	"caseload/sim/rng"
)

// layProviders gives every district the providers of the regime. Those that it had under
// the same contract and name stay as they are.
func (w *World) layProviders(before *policy.Plan) {
	plan := w.Regime.Plan
	for n := range w.Districts {
		d := &w.Districts[n]
		old := d.Providers
		d.Providers = make([]Provider, len(plan.Providers))
		for k := range d.Providers {
			if was := providerNamed(before, plan, k); was >= 0 && was < len(old) {
				d.Providers[k] = old[was]
				continue
			}
			d.Providers[k] = Provider{Since: w.Week, Share: plan.Providers[k].Share}
			w.found(d, k)
		}
		d.Books.settleProviders(old, d.Providers)
	}
}

// settleProviders writes off the cash of providers that a regime does not have, so that
// cash at the end is what there was, what came in and what went out.
func (b *Books) settleProviders(old, now []Provider) {
	b.ProviderLost += cashOf(old) + b.ProviderCapital - b.ProviderLost - cashOf(now) - b.ProviderCapital + b.ProviderLost
}

func cashOf(list []Provider) (sum int64) {
	for k := range list {
		sum += list[k].Cash
	}
	return sum
}

// providerNamed is the place in another plan of a provider of the same contract and name;
// -1 for none.
func providerNamed(before, plan *policy.Plan, k int) int {
	if before == nil {
		return -1
	}
	now := &plan.Providers[k]
	for j := range before.Providers {
		if v := &before.Providers[j]; v.Name == now.Name && before.Contracts[v.Contract].Name == plan.Contracts[now.Contract].Name {
			return j
		}
	}
	return -1
}
