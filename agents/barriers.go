package agents

import (
	"math/bits"
	"strings"

	"caseload/agents/exact"
)

// Barrier is something that keeps a person from work and that somebody could do something
// about.
type Barrier uint8

// The barriers.
const (
	NoChildCare      Barrier = iota // no place for the children of a lead carer
	NoTransport                     // no way to get to most jobs
	NoLicence                       // no licence, certificate of the trade, or tools
	Debts                           // debts that are out of hand
	InsecureHousing                 // no settled place to live, of those who rent
	LittleLanguage                  // too little of the language of the country
	NotOnline                       // does not use the internet, where vacancies are
	BarriersOfPeople                // number of barriers
)

var barrierNames = [BarriersOfPeople]string{"child_care", "transport", "licence", "debt", "housing", "language", "digital"}

// String is the name of the barrier in regime files and in tables.
func (b Barrier) String() string { return barrierNames[b] }

// BarrierNamed is the barrier of a name; the first for one that is not known.
func BarrierNamed(name string) Barrier {
	for b := range BarriersOfPeople {
		if barrierNames[b] == name {
			return b
		}
	}
	return NoChildCare
}

// BarrierSet is some barriers of one person, a bit for each.
type BarrierSet uint8

// String is the names of the barriers, with a space between them.
func (s BarrierSet) String() string {
	var names []string
	for b := range BarriersOfPeople {
		if s.Has(b) {
			names = append(names, b.String())
		}
	}
	return strings.Join(names, " ")
}

// Has tells whether a barrier is among them.
func (s BarrierSet) Has(b Barrier) bool { return s&(1<<b) != 0 }

// With is the set with one more.
func (s BarrierSet) With(b Barrier) BarrierSet { return s | 1<<b }

// Without is the set with one less.
func (s BarrierSet) Without(b Barrier) BarrierSet { return s &^ (1 << b) }

// Len is how many they are.
func (s BarrierSet) Len() int { return bits.OnesCount8(uint8(s)) }

// BarrierEffects holds what each barrier leaves of the chance of work, as hazard ratios, and
// how barriers come to be known.
type BarrierEffects struct {
	ChildCare, Transport, Licence, Debt, Housing, Language, Digital float64
	Told                                                            float64 // chance that a claimant with full rapport tells her coach of one in an interview
}

// BarrierShares are the shares of a part of the population with each barrier: of lead carers,
// of those who rent, and of all.
type BarrierShares struct {
	NoChildCare, NoTransport, NoLicence, Debts, InsecureHousing, LittleLanguage float64
	Correlation                                                                 float64 // of each with what all have in common, in normal scores
}

// logRatios are the logs of what every set of barriers leaves of the chance of work.
func (b *BarrierEffects) logRatios() (logs [1 << BarriersOfPeople]float64) {
	for k, ratio := range [BarriersOfPeople]float64{b.ChildCare, b.Transport, b.Licence, b.Debt, b.Housing, b.Language, b.Digital} {
		for set := range logs {
			if BarrierSet(set).Has(Barrier(k)) {
				logs[set] += logRatio(ratio)
			}
		}
	}
	return logs
}

// barriers are those of a person at entry, by their shares in her part of the population and
// what she has in common with all of them: who has one is likelier to have another.
func (m *Marginals) barriers(p *Population, i int32, d *TraitDraws) (set BarrierSet) {
	if p.Digital[i] == Offline {
		set = set.With(NotOnline)
	}
	has := &m.Barriers
	common := exact.NormalQuantile(d.BarriersInCommon)
	for b, share := range [NotOnline]float64{has.NoChildCare, has.NoTransport, has.NoLicence, has.Debts, has.InsecureHousing, has.LittleLanguage} {
		switch {
		case share == 0, Barrier(b) == NoChildCare && p.Children[i] == 0, Barrier(b) == InsecureHousing && p.RentWeekly[i] == 0:
		case exact.NormalCDF(correlated(common, d.Barriers[b], has.Correlation)) < share:
			set = set.With(Barrier(b))
		}
	}
	return set
}
