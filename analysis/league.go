package analysis

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"caseload/sim/panel"
)

// Standing is how those who started a programme, or were with a provider, do some weeks later, beside
// the same persons in the same weeks under the baseline, of those who are on the same claim there when they
// start: others' lives have parted before. What is added is that of the whole regime for them. Jobs
// that programmes make do not count.
type Standing struct {
	Regime   string  `json:"regime"`
	Contract string  `json:"contract,omitempty"` // of a provider; empty for a programme
	Name     string  `json:"name"`
	Persons  int     `json:"persons"`   // of the run, who are compared
	Fifth    float64 `json:"readiness"` // mean fifth of readiness, 1 furthest from work to 5
	Weeks    int     `json:"weeks"`     // from the start
	InWork   float64 `json:"in_work"`   // share then
	Without  float64 `json:"without"`   // the same under the baseline
	Added    float64 `json:"added"`     // InWork less Without
	Low      float64 `json:"low_95"`    // bounds of its 95% interval: chance between persons
	High     float64 `json:"high_95"`
	TooFew   bool    `json:"too_few,omitempty"` // who fare otherwise in the two lives, for an interval

	// Places among the providers of the contract, 1 the highest: as a league table has them, and by
	// what they add. 0 for a programme.
	Place      int `json:"place,omitempty"`
	AddedPlace int `json:"added_place,omitempty"`

	// Fees, or places, starts and pay that is met, for each start, and for each further person in work. 0
	// where there are none, and where no further person in work is told from none.
	StartPence  float64 `json:"start_pence,omitempty"`
	WorkerPence float64 `json:"worker_pence,omitempty"`
}

// follow are the weeks after a start at which people are looked at: the longest of which two go into
// a run.
var follow = [...]int{52, 26, 13}

// fewest are the persons who have to be in work in one life alone for an interval of what is added:
// of fewer the usual one says too little.
const fewest = 10

// Standings are those of every regime but the baseline, in the order of regimes, programmes before
// providers, by name. It is empty for a run without participants, or without the tables that it is made
// of: spells, persons, and those of programmes and providers.
func Standings(run Run) ([]Standing, error) {
	m := &run.Folder.Manifest
	k := slices.IndexFunc(follow[:], func(weeks int) bool { return 2*weeks <= m.Weeks })
	if k < 0 || !slices.Contains(m.Regimes, m.Baseline) {
		return nil, nil
	}
	for _, table := range [...]string{panel.Spells, panel.Persons, panel.Programmes, panel.Providers} {
		if !slices.ContainsFunc(m.Parts, func(p panel.Part) bool { return p.Table == table }) {
			return nil, nil
		}
	}
	path, err := recordsOf(run.Folder, m.Baseline)
	if err != nil || len(path.jobs) == 0 {
		return nil, err
	}
	fifths, err := readiness(run.Folder)
	if err != nil {
		return nil, err
	}
	var all []Standing
	for _, regime := range m.Regimes {
		if regime == m.Baseline {
			continue
		}
		arm, err := recordsOf(run.Folder, regime)
		if err != nil {
			return nil, err
		}
		costs, err := costsOfStarts(run.Folder, regime)
		if err != nil {
			return nil, err
		}
		list := arm.standings(path, fifths, costs, follow[k], m.Weeks)
		for k := range list {
			list[k].Regime = regime
		}
		all = append(all, list...)
	}
	return all, nil
}

// taking is a programme or a provider of a contract.
type taking struct{ contract, name string }

// records are what spells say of people under one regime.
type records struct {
	jobs   map[life][][2]int       // weeks from and to, of jobs on the market or of one's own
	claims map[life][][2]int       // the same, of benefits
	starts map[taking]map[life]int // first week with it, from 0 on
}

func recordsOf(f *panel.Folder, regime string) (*records, error) {
	l := &records{map[life][][2]int{}, map[life][][2]int{}, map[taking]map[life]int{}}
	contracts, err := contractsOf(f, regime)
	if err != nil {
		return nil, err
	}
	begin := func(what taking, at life, week int) {
		if l.starts[what] == nil {
			l.starts[what] = map[life]int{}
		}
		if before, known := l.starts[what][at]; !known || week < before {
			l.starts[what][at] = week
		}
	}
	for b, err := range panel.Batches[panel.SpellRow](f, panel.Selection{Regime: regime}) {
		if err != nil {
			return nil, err
		}
		for k := range b.Rows {
			row := &b.Rows[k]
			at := life{b.Replicate, row.PersonID}
			switch {
			case row.Kind == panel.JobSpell && row.Source != panel.CreatedJob:
				l.jobs[at] = append(l.jobs[at], [2]int{int(row.StartWeek), int(row.EndWeek)})
			case row.Kind == panel.BenefitSpell:
				l.claims[at] = append(l.claims[at], [2]int{int(row.StartWeek), int(row.EndWeek)})
			case row.Kind == panel.ProgrammeSpell && row.StartWeek >= 0:
				begin(taking{name: row.Name}, at, int(row.StartWeek))
				if row.Provider != "" {
					begin(taking{contracts[row.Provider], row.Provider}, at, int(row.StartWeek))
				}
			}
		}
	}
	return l, nil
}

// inWork is 1 for somebody in work in a week.
func (l *records) inWork(at life, week int) float64 {
	if _, works := spellAt(l.jobs[at], week); works {
		return 1
	}
	return 0
}

// spellAt is when the spell began that somebody is in in a week, if she is in one.
func spellAt(spells [][2]int, week int) (since int, is bool) {
	for _, s := range spells {
		if s[0] <= week && week < s[1] {
			return s[0], true
		}
	}
	return 0, false
}

// sameClaim tells whether somebody is on the same claim in both lives in the week before another.
func (l *records) sameClaim(path *records, at life, week int) bool {
	since, here := spellAt(l.claims[at], week-1)
	before, there := spellAt(path.claims[at], week-1)
	return here && there && since == before
}

// standings sets those who started under a regime beside themselves on the path of the baseline.
func (l *records) standings(path *records, fifths map[life]int, costs map[taking]float64, after, weeks int) []Standing {
	var list []Standing
	for what, starts := range l.starts { // sorted below
		s := Standing{Contract: what.contract, Name: what.name, Weeks: after, StartPence: costs[what]}
		sum, squares, fifth := 0.0, 0.0, 0
		for at, week := range starts { // sums of whole numbers
			if week+after >= weeks || !l.sameClaim(path, at, week) {
				continue
			}
			week += after
			with, without := l.inWork(at, week), path.inWork(at, week)
			s.Persons++
			fifth += fifths[at]
			s.InWork, s.Without, sum, squares = s.InWork+with, s.Without+without, sum+with-without, squares+(with-without)*(with-without)
		}
		if s.Persons == 0 {
			continue
		}
		n := float64(s.Persons)
		s.InWork, s.Without, s.Added, s.Fifth = s.InWork/n, s.Without/n, sum/n, float64(fifth)/n
		if s.TooFew = squares < fewest; !s.TooFew {
			half := 1.96 * math.Sqrt((squares-float64(sum*s.Added))/(n-1)/n)
			if s.Low, s.High = s.Added-half, s.Added+half; s.Low > 0 {
				s.WorkerPence = s.StartPence / s.Added
			}
		}
		list = append(list, s)
	}
	slices.SortFunc(list, func(a, b Standing) int {
		return cmp.Or(cmp.Compare(a.Contract, b.Contract), cmp.Compare(a.Name, b.Name))
	})
	for k := range list {
		if list[k].Contract == "" {
			continue
		}
		list[k].Place, list[k].AddedPlace = 1, 1
		for _, other := range list {
			if other.Contract == list[k].Contract {
				list[k].Place += higher(other.InWork, list[k].InWork)
				list[k].AddedPlace += higher(other.Added, list[k].Added)
			}
		}
	}
	return list
}

// higher is 1 if the first is higher.
func higher(a, b float64) int {
	if a > b {
		return 1
	}
	return 0
}

// readiness is the fifth of everybody.
func readiness(f *panel.Folder) (map[life]int, error) {
	fifths := map[life]int{}
	for b, err := range panel.Batches[panel.PersonRow](f, panel.Selection{}) {
		if err != nil {
			return nil, err
		}
		for k := range b.Rows {
			fifths[life{int(b.Rows[k].Replicate), b.Rows[k].PersonID}] = int(b.Rows[k].Readiness)
		}
	}
	return fifths, nil
}

// contractsOf are the contracts of providers by name.
func contractsOf(f *panel.Folder, regime string) (map[string]string, error) {
	contracts := map[string]string{}
	for b, err := range panel.Batches[panel.ProviderRow](f, panel.Selection{Regime: regime}) {
		if err != nil {
			return nil, err
		}
		for k := range b.Rows {
			contracts[b.Rows[k].Provider] = b.Rows[k].Contract
		}
	}
	return contracts, nil
}

// costsOfStarts is what the department pays for each start of a programme or with a provider, pence of
// a person of the run.
func costsOfStarts(f *panel.Folder, regime string) (map[taking]float64, error) {
	pence, starts := map[taking]int64{}, map[taking]int64{}
	for b, err := range panel.Batches[panel.ProgrammeRow](f, panel.Selection{Regime: regime}) {
		if err != nil {
			return nil, err
		}
		for k := range b.Rows {
			r := &b.Rows[k]
			what := taking{name: r.Programme}
			pence[what] += r.Pence + r.SubsidyPence
			starts[what] += int64(r.Started)
		}
	}
	for b, err := range panel.Batches[panel.ProviderRow](f, panel.Selection{Regime: regime}) {
		if err != nil {
			return nil, err
		}
		for k := range b.Rows {
			r := &b.Rows[k]
			what := taking{r.Contract, r.Provider}
			pence[what] += r.ServicePence + r.AttachmentPence + r.OutcomePence + r.SustainedPence + r.WellbeingPence
			starts[what] += int64(r.Starts)
		}
	}
	costs := map[taking]float64{}
	for what, n := range starts {
		costs[what] = float64(pence[what]) / float64(max(n, 1))
	}
	return costs, nil
}

// Words is what a standing is of.
func (s Standing) Words() string {
	if s.Contract == "" {
		return s.Name
	}
	return fmt.Sprintf("%s (%s)", s.Name, s.Contract)
}
