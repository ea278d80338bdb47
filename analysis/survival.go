package analysis

import (
	"fmt"
	"math"
	"slices"

	"caseload/sim/panel"
)

// Curve is how many of a group are left as weeks pass, under one regime.
type Curve struct {
	Regime  string `json:"regime"`
	Of      string `json:"of"`      // OnClaim, WithoutWork or NewClaims
	Persons int    `json:"persons"` // of the run, in the replicates that have spells
	Points  []Left `json:"points"`
}

// Left is the share left after some weeks, with its pointwise 95% band.
type Left struct {
	Weeks int     `json:"weeks"`
	Share float64 `json:"share"`
	Low   float64 `json:"low_95"`
	High  float64 `json:"high_95"`
}

// What a curve is of.
const (
	OnClaim     = "claim"      // claimants at week 0: the claim of that day is open
	WithoutWork = "first_job"  // claimants at week 0: no job has begun since
	NewClaims   = "new_claims" // claims opened from week 0 on: open
)

// healthBenefit is the name of spells that have no requirements.
const healthBenefit = "health_related"

// Survival reads three curves for every regime off the spells of a run. Shares are the
// product-limit estimates of Kaplan and Meier (1958) and bands Greenwood's (1926): chance
// between persons, over all replicates that were written in full. It is empty where the
// run has no spells.
func Survival(run Run) ([]Curve, error) {
	var curves []Curve
	for _, regime := range run.Folder.Manifest.Regimes {
		claims, jobs, opened := map[life]wait{}, map[life]int{}, []wait(nil)
		for b, err := range panel.Batches[panel.SpellRow](run.Folder, panel.Selection{Regime: regime}) {
			if err != nil {
				return nil, fmt.Errorf("%s: %w", run.Label, err)
			}
			for k := range b.Rows {
				row := &b.Rows[k]
				at := life{b.Replicate, row.PersonID}
				switch {
				case row.Kind == panel.JobSpell && row.StartWeek >= 0:
					if first, known := jobs[at]; !known || int(row.StartWeek) < first {
						jobs[at] = int(row.StartWeek)
					}
				case row.Kind != panel.BenefitSpell || row.Name == healthBenefit:
				case row.StartWeek < 0:
					// Who leaves in week 0 has left when one week is over.
					claims[at] = wait{min(int(row.EndWeek)+1, run.Folder.Manifest.Weeks), !row.RightCensored}
				default:
					opened = append(opened, wait{max(int(row.Weeks), 1), !row.RightCensored})
				}
			}
		}
		if len(claims)+len(opened) == 0 {
			continue
		}
		var open, idle []wait
		for at, claim := range claims { // order carries no meaning: waits are counted
			open = append(open, claim)
			first, found := jobs[at]
			if !found {
				first = run.Folder.Manifest.Weeks - 1
			}
			idle = append(idle, wait{first + 1, found})
		}
		curves = append(curves, Curve{regime, OnClaim, len(open), left(open)},
			Curve{regime, WithoutWork, len(idle), left(idle)}, Curve{regime, NewClaims, len(opened), left(opened)})
	}
	return curves, nil
}

// life is a person of a replicate.
type life struct {
	replicate int
	person    int32
}

// wait is how long something lasted, and whether that was to its end.
type wait struct {
	weeks int
	ended bool
}

// left is the product-limit estimate by week, from week 0 on.
func left(waits []wait) []Left {
	if len(waits) == 0 {
		return nil
	}
	longest := slices.MaxFunc(waits, func(a, b wait) int { return a.weeks - b.weeks }).weeks
	ended, gone := make([]int, longest+1), make([]int, longest+1)
	for _, w := range waits {
		gone[w.weeks]++
		if w.ended {
			ended[w.weeks]++
		}
	}
	points := []Left{{0, 1, 1, 1}}
	share, sum, risk := 1.0, 0.0, len(waits)
	for t := 1; t <= longest; t++ {
		risk -= gone[t-1]
		d, n := float64(ended[t]), float64(risk)
		share *= 1 - d/n
		if d < n {
			sum += d / (n * (n - d))
		}
		half := 1.96 * share * math.Sqrt(sum)
		points = append(points, Left{t, share, max(share-half, 0), min(share+half, 1)})
	}
	return points
}
