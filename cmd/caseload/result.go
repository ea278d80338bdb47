package main

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"caseload/sim"
	"caseload/sim/panel"
)

// result is what a run prints: a few totals for the country under each regime, means
// over replicates.
type result struct {
	Folder        string         `json:"folder"`
	FoundFinished bool           `json:"found_finished"`
	Scenario      string         `json:"scenario"`
	Title         string         `json:"title"`
	Digest        string         `json:"digest"`
	Seed          uint64         `json:"seed"`
	Start         string         `json:"start"`
	FromWeek      int            `json:"from_week"`
	ToWeek        int            `json:"to_week"`
	Persons       int            `json:"persons"`
	Weight        float64        `json:"weight"`
	AtStart       int            `json:"persons_at_start"`
	InRun         int            `json:"persons_in_run"`
	Districts     int            `json:"districts"`
	OfDistricts   int            `json:"districts_of_country"`
	Replicates    int            `json:"replicates"`
	Regimes       []regimeResult `json:"regimes"`
}

// regimeResult is what happened under one regime, by the name of the measure.
type regimeResult struct {
	Regime   string             `json:"regime"`
	Measures map[string]float64 `json:"measures"`
}

// measure is one line of the table.
type measure struct {
	name, label string
	outcome     string  // of the summary; empty for the claimants, which districts count
	yearly      float64 // 52 where the line is per year, 1 where it is per week, 0 for a total, ratio for what is neither
	by          float64 // of what the country has, for one of the line
}

// ratio is the yearly of a line that does not grow with people or time.
const ratio = -1

var measures = []measure{
	{name: "claimants_at_the_end", label: "claimants at the end (thousand)", by: 1e3},
	{"weeks_in_work", "weeks in work (million)", "weeks_in_work", 0, 1e6},
	{"exits_to_work_a_week", "exits to work a week (thousand)", "exits_to_work", 1, 1e3},
	{"into_work_a_month", "into work a month (%)", "into_work_a_month", ratio, 0.01},
	{"sanctions_a_week", "sanctions a week (thousand)", "sanctions", 1, 1e3},
	{"sanctioned_share", "under a sanction (% of those it could be)", "sanctioned_share", ratio, 0.01},
	{"sanction_weeks_mean", "weeks of a sanction", "sanction_weeks_mean", ratio, 1},
	{"benefit_lost_per_sanction_pence", "benefit lost by a sanction (£)", "benefit_lost_per_sanction_pence", ratio, 100},
	{"caseload_mean", "claimants for each coach", "caseload_mean", ratio, 1},
	{"interviews_a_week", "interviews held a week (thousand)", "interviews_held", 1, 1e3},
	{"benefits_pence_a_year", "benefit spending (£m a year)", "cost_benefits_pence", 52, 1e8},
	{"coaching_pence_a_year", "coaching cost (£m a year)", "cost_coaching_pence", 52, 1e8},
}

// shown is the words of a line and what one of it is. A world that stands for few people is
// told in persons and pounds.
func (k measure) shown(few bool) (label string, by float64) {
	if !few || k.yearly == ratio {
		return k.label, k.by
	}
	what, unit, _ := strings.Cut(k.label, " (")
	if strings.HasPrefix(unit, "£m") {
		return what + " (£" + strings.TrimPrefix(unit, "£m"), 100
	}
	return what, 1
}

// resultOf reads the table off a finished run.
func resultOf(target string, f *panel.Folder, found bool) (*result, error) {
	m := &f.Manifest
	r := &result{Folder: target, FoundFinished: found, Scenario: m.Scenario, Title: m.Title, Digest: m.Digest, Seed: m.Seed,
		Start: m.Start, ToWeek: m.Weeks, Persons: m.Persons, Weight: m.Weight,
		AtStart: m.PersonsAtStart, InRun: m.PersonsInRun, Districts: m.Districts, OfDistricts: m.DistrictsOfCountry, Replicates: len(m.Replicates)}
	totals, err := outcomes(f, r)
	if err != nil {
		return nil, err
	}
	if err := addClaimants(f, totals); err != nil {
		return nil, err
	}
	for _, regime := range m.Regimes {
		out := regimeResult{regime, map[string]float64{}}
		for _, k := range measures {
			total, has := totals[regime][k.outcome]
			if !has {
				continue
			}
			value := total / float64(len(m.Replicates))
			if k.yearly != ratio {
				value *= m.Weight
			}
			if k.yearly > 0 {
				value *= k.yearly / float64(max(r.ToWeek-r.FromWeek, 1))
			}
			out.Measures[k.name] = value
		}
		r.Regimes = append(r.Regimes, out)
	}
	return r, nil
}

// outcomes sums each outcome of a regime over replicates, for everybody and the
// longest span that was observed whole. It notes that span.
func outcomes(f *panel.Folder, r *result) (map[string]map[string]float64, error) {
	rows, err := panel.ReadAll[panel.SummaryRow](f, panel.Selection{})
	if err != nil {
		return nil, err
	}
	from, to := 0, 0
	for k := range rows {
		if first, last := int(rows[k].FromWeek), int(rows[k].ToWeek); last-first > to-from {
			from, to = first, last
		}
	}
	totals := map[string]map[string]float64{}
	for k := range rows {
		row := &rows[k]
		if totals[row.Regime] == nil {
			totals[row.Regime] = map[string]float64{}
		}
		if row.Effect == sim.Total && row.Subgroup == "all" && int(row.FromWeek) == from && int(row.ToWeek) == to {
			totals[row.Regime][row.Outcome] += row.Value
		}
	}
	r.FromWeek, r.ToWeek = from, to
	return totals, nil
}

// addClaimants counts those of the last week, summed over replicates, where the run
// has the table of districts.
func addClaimants(f *panel.Folder, totals map[string]map[string]float64) error {
	last := int16(f.Manifest.Weeks)
	for b, err := range panel.Batches[panel.DistrictRow](f, panel.Selection{}) {
		if err != nil {
			return err
		}
		for k := range b.Rows {
			if b.Rows[k].Week == last && totals[b.Regime] != nil {
				totals[b.Regime][""] += float64(b.Rows[k].Claimants)
			}
		}
	}
	return nil
}

// widest is how far a table goes before its regimes go on below.
const widest = 120

func (r *result) text(w io.Writer) {
	fmt.Fprintf(w, "%s\n", r.Title)
	fmt.Fprintf(w, "weeks %d to %d from %s, %s, %s\n", r.FromWeek, r.ToWeek-1, r.Start, peopleOf(r.Persons, r.AtStart, r.InRun, r.Weight), counted(r.Replicates, "replicate"))
	if some := someDistricts(r.Districts, r.OfDistricts); some != "" {
		fmt.Fprintf(w, "%s: levels are off by up to %s, differences between regimes by much less\n", some, levelsOff(r.Districts))
	}
	for rest := r.Regimes; len(rest) > 0; {
		n, width := 1, 2+len(measures[0].label)+4+len(rest[0].Regime)
		for n < len(rest) && width+2+len(rest[n].Regime) <= widest {
			width += 2 + max(len(rest[n].Regime), 8)
			n++
		}
		fmt.Fprintln(w)
		const few = 100_000
		writeTable(w, 1, block(rest[:n], float64(r.Persons)*r.Weight < few))
		rest = rest[n:]
	}
	fmt.Fprintf(w, "\n%s\n", r.Folder)
}

// peopleOf says how many persons of a run stand for how many of the country: of those on
// benefit or near it when the burn-in begins, at week 0, and in all.
func peopleOf(attached, atStart, inRun int, weight float64) string {
	of := func(n int) string { return short(float64(n) * weight) }
	words := fmt.Sprintf("%s persons for %s", grouped(float64(attached), 0), of(attached))
	if atStart > 0 {
		words += fmt.Sprintf(" before the burn-in (%s at week 0, %s in the whole run)", of(atStart), of(inRun))
	}
	return words
}

// block is the table of some regimes, one to a column.
func block(regimes []regimeResult, few bool) [][]string {
	header := []string{""}
	for _, g := range regimes {
		header = append(header, g.Regime)
	}
	rows := [][]string{header}
	for _, k := range measures {
		label, by := k.shown(few)
		row, some := []string{label}, false
		for _, g := range regimes {
			cell := "-"
			if value, has := g.Measures[k.name]; has {
				cell, some = sensible(value/by), true
			}
			row = append(row, cell)
		}
		if some {
			rows = append(rows, row)
		}
	}
	return rows
}

// sensible shows three or four digits that matter.
func sensible(x float64) string {
	switch {
	case x >= 1000 || x == 0:
		return grouped(x, 0)
	case x >= 10:
		return grouped(x, 1)
	}
	return grouped(x, 2)
}

func (r *result) rows() [][]string {
	rows := [][]string{{"regime", "measure", "value", "from_week", "to_week", "replicates", "folder"}}
	for _, g := range r.Regimes {
		for _, k := range measures {
			if value, has := g.Measures[k.name]; has {
				rows = append(rows, []string{g.Regime, k.name, strconv.FormatFloat(value, 'f', -1, 64),
					strconv.Itoa(r.FromWeek), strconv.Itoa(r.ToWeek), strconv.Itoa(r.Replicates), r.Folder})
			}
		}
	}
	return rows
}
