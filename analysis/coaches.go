package analysis

import (
	"math"

	"caseload/sim/panel"
)

// Spread is how far coaches of one office differ in something that happens to their
// claimants, once chance is taken out.
type Spread struct {
	Regime   string  `json:"regime"`
	Of       string  `json:"of"`
	Coaches  int     `json:"coaches"`
	Cases    float64 `json:"cases"`    // exits, referrals or sanctions
	Seen     float64 `json:"seen"`     // coefficient of variation of their rates as they are seen
	Between  float64 `json:"between"`  // the same between coaches; 0 where chance explains all
	Reliable float64 `json:"reliable"` // share of the variance of a coach's rate, in the mean, that is hers
}

// A caseLoad is what a holder of a post had: cases, and the exposure in which all coaches
// are alike if nothing but chance tells them apart.
type caseLoad struct{ cases, exposure float64 }

// compared are what coaches are compared by.
var compared = []struct {
	name string
	of   func(r *panel.CoachRow) caseLoad
}{
	{"exits to work", func(r *panel.CoachRow) caseLoad {
		return caseLoad{float64(r.ExitsToWork), float64(r.ExitsExpected)}
	}},
	{"sanction referrals", func(r *panel.CoachRow) caseLoad {
		return caseLoad{float64(r.SanctionReferrals), float64(r.ClaimantWeeks)}
	}},
	{"sanctions", func(r *panel.CoachRow) caseLoad {
		return caseLoad{float64(r.SanctionsImposed), float64(r.ClaimantWeeks)}
	}},
}

// Spreads works out, for every regime, how far coaches differ, by the method of moments for
// counts, within the offices of a replicate: see spreadWithin. Exposure to exits to work is
// what claimants' traits come to, to referrals and sanctions claimant-weeks. It returns
// nothing for a run without the table of coaches.
func Spreads(f *panel.Folder) ([]Spread, error) {
	var all []Spread
	for _, regime := range f.Manifest.Regimes {
		offices, err := casesByOffice(f, regime)
		if err != nil {
			return nil, err
		}
		for k := range compared {
			var list [][]caseLoad
			for _, office := range offices {
				list = append(list, office[k])
			}
			if s := spreadWithin(list); s.Coaches > 0 {
				s.Regime, s.Of = regime, compared[k].name
				all = append(all, s)
			}
		}
	}
	return all, nil
}

// casesByOffice adds up the rows of each holder of a post, by office of a replicate and by
// what is compared, in the order of the table.
func casesByOffice(f *panel.Folder, regime string) ([][][]caseLoad, error) {
	type office struct {
		replicate int
		number    int16
	}
	type holder struct {
		office
		id, holder int32
	}
	places, rows := map[office]int{}, map[holder]int{}
	var offices [][][]caseLoad
	for b, err := range panel.Batches[panel.CoachRow](f, panel.Selection{Regime: regime}) {
		if err != nil {
			return nil, err
		}
		for k := range b.Rows {
			r := &b.Rows[k]
			o := office{b.Replicate, r.Office}
			place, known := places[o]
			if !known {
				place = len(offices)
				places[o], offices = place, append(offices, make([][]caseLoad, len(compared)))
			}
			row, known := rows[holder{o, r.CoachID, r.Holder}]
			if !known {
				row = len(offices[place][0])
				rows[holder{o, r.CoachID, r.Holder}] = row
			}
			for c := range compared {
				if !known {
					offices[place][c] = append(offices[place][c], caseLoad{})
				}
				of, sum := compared[c].of(r), &offices[place][c][row]
				sum.cases += of.cases
				sum.exposure += of.exposure
			}
		}
	}
	return offices, nil
}

// spreadWithin is the spread within groups. With m the cases that a coach would have if
// those of her group were spread by exposure, and s her share of them, what she has differs
// from m with variance m(1-s) by chance, as counts do, and (m t)² more if t is the coefficient
// of variation between coaches; (1-s) allows for her own cases in the mean.
func spreadWithin(groups [][]caseLoad) (s Spread) {
	var seen, chance, squares float64
	var means []float64
	for _, group := range groups {
		var all caseLoad
		for _, c := range group {
			all.cases += c.cases
			all.exposure += c.exposure
		}
		for _, c := range group {
			share := c.exposure / math.Max(all.exposure, 1e-9)
			m := all.cases * share
			if m == 0 || share == 1 {
				continue
			}
			seen += (c.cases - m) * (c.cases - m) / (1 - share)
			chance += m
			squares += m * m
			means = append(means, m)
			s.Cases += c.cases
		}
	}
	if s.Coaches = len(means); s.Coaches == 0 {
		return s
	}
	between := math.Max(0, (seen-chance)/squares)
	s.Seen, s.Between = math.Sqrt(seen/squares), math.Sqrt(between)
	for _, m := range means {
		s.Reliable += between / (between + 1/m) / float64(len(means))
	}
	return s
}
