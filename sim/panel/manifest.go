package panel

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
)

// FormatVersion is the version of the dataset format: of the tables' columns, of
// the digest and of manifest.json.
const FormatVersion = 2

// ManifestName is the file that makes a folder a run's folder.
const ManifestName = "manifest.json"

// Manifest is manifest.json: what was run, what came out, and what was checked.
// Hashes and digests are lower-case hexadecimal SHA-256.
type Manifest struct {
	FormatVersion int `json:"format_version"` // set by JSON

	Scenario     string `json:"scenario"`      // name
	Title        string `json:"title"`         // one line
	ScenarioHash string `json:"scenario_hash"` // of scenario.yaml, the resolved scenario

	PopulationHash string `json:"population_hash"` // of the resolved population
	MarketHash     string `json:"market_hash"`     // of the resolved market
	Start          string `json:"start"`           // Monday of week 0, as 2024-04-01
	BurnIn         BurnIn `json:"burn_in"`
	Weeks          int    `json:"weeks"`      // from week 0 on
	Seed           uint64 `json:"seed"`       // of every draw
	Replicates     []int  `json:"replicates"` // those in this folder, from 1

	Regimes  []string `json:"regimes"`            // in the scenario's order
	Baseline string   `json:"baseline"`           // the regime that others are compared with
	Hold     []string `json:"hold,omitempty"`     // what stays as under the baseline for own effects: diaries, market
	Outcomes []string `json:"outcomes,omitempty"` // that a comparison shows beside the headline ones

	PanelColumns []string `json:"panel_columns,omitempty"` // that were chosen of the panel's; all if empty

	Persons int     `json:"persons"` // attached at the start of the burn-in, in each replicate
	Weight  float64 `json:"weight"`  // persons of the country that a person of the run stands for

	// Of the first replicate; 0 at the start for a run from a checkpoint.
	PersonsAtStart int `json:"persons_at_start"` // at week 0, after the arrivals of the burn-in
	PersonsInRun   int `json:"persons_in_run"`   // with those who arrive later

	Districts          int `json:"districts"`            // of the run
	DistrictsOfCountry int `json:"districts_of_country"` // of the market; a small run has fewer

	Inputs map[string]string `json:"inputs"` // label of a file to its hash
	Plans  map[string]string `json:"plans"`  // regime to the digest of its compiled plan

	PopulationTable *PopulationTable `json:"population_table,omitempty"` // persons who were listed one by one

	Valuation   Valuation `json:"valuation"`
	HangsOn     HangsOn   `json:"hangs_on"`
	NotIncluded []string  `json:"not_included"` // what the run leaves out, in sentences

	Parts   []Part              `json:"parts"`   // sorted by name by JSON
	Columns map[string][]Column `json:"columns"` // of the tables present; set by JSON
	Checks  []Check             `json:"checks"`
	Digest  string              `json:"digest"` // of all parts; set by JSON

	// Complete is false where some replicates of several failed and the rest was kept.
	Complete      bool   `json:"complete"`
	ContinuedFrom string `json:"continued_from,omitempty"` // digest of the checkpoint that the run went on from

	// Outside may differ between two runs with the same results.
	Outside Outside `json:"outside_digest"`
}

// HangsOn is what was assumed where the answer hangs on it.
type HangsOn struct {
	Closure   string `json:"closure"`   // of the vacancy market: inflow, stock or entry
	Wellbeing string `json:"wellbeing"` // effects of states: association or causal_only
	Training  string `json:"training"`  // what it teaches: both ends, one value, priors: none where one was asked for, or empty where no regime trains
}

// Valuation says how the accounts were valued.
type Valuation struct {
	PriceYear         string  `json:"price_year"`         // as 2024-25
	DiscountMoney     float64 `json:"discount_money"`     // a year
	DiscountWellbeing float64 `json:"discount_wellbeing"` // a year
	Wellbeing         string  `json:"wellbeing"`          // none, wellby or qaly
	Tail              string  `json:"tail"`               // in words
}

// PopulationTable is what a run made of a table of persons.
type PopulationTable struct {
	File         string    `json:"file"` // as it was named; a copy lies in the folder
	SHA256       string    `json:"sha256"`
	Rows         int       `json:"rows"`
	Persons      int       `json:"persons"` // of the run, in each replicate
	FewestCopies int       `json:"fewest_copies"`
	MostCopies   int       `json:"most_copies"` // how often a row comes
	LeftOut      int       `json:"rows_left_out,omitempty"`
	Imputed      []Imputed `json:"imputed"`
	Rule         string    `json:"imputation_rule"`
}

// Imputed is a trait that a table lacks, in as many rows.
type Imputed struct {
	Trait string `json:"trait"`
	Rows  int    `json:"rows"`
}

// BurnIn says how the world of week 0 was made.
type BurnIn struct {
	Weeks int    `json:"weeks"` // before week 0
	Under string `json:"under"` // name of the regime of that time
	Plan  string `json:"plan"`  // digest of that regime's compiled plan
}

// Outside is what made the run and cannot change its integers.
type Outside struct {
	Caseload    string  `json:"caseload_version"`
	Go          string  `json:"go_version"`
	GOOS        string  `json:"goos"`
	GOARCH      string  `json:"goarch"`
	GOAMD64     string  `json:"goamd64,omitempty"`
	Workers     int     `json:"workers"`
	WallSeconds float64 `json:"wall_seconds"`
}

// Check is one identity that the run tested on itself.
type Check struct {
	Name   string `json:"name"`
	Passed bool   `json:"passed"`
	Detail string `json:"detail,omitempty"`
}

// Rows is the number of rows of a table over all its parts.
func (m *Manifest) Rows(table string) int64 {
	var n int64
	for _, p := range m.Parts {
		if p.Table == table {
			n += p.Rows
		}
	}
	return n
}

// JSON is the file's text: fields in a fixed order, maps by key, parts by name. It
// fills in the format version, the columns of the tables present and the digest,
// also in m itself, and fails if two parts have one name.
func (m *Manifest) JSON() ([]byte, error) {
	m.FormatVersion = FormatVersion
	slices.SortFunc(m.Parts, func(a, b Part) int { return strings.Compare(a.Name, b.Name) })
	for i := 1; i < len(m.Parts); i++ {
		if m.Parts[i-1].Name == m.Parts[i].Name {
			return nil, fmt.Errorf("two parts are named %s", m.Parts[i].Name)
		}
	}
	m.Columns = map[string][]Column{}
	for _, t := range Dictionary() {
		if !slices.ContainsFunc(m.Parts, func(p Part) bool { return p.Table == t.Name }) {
			continue
		}
		if t.Name == Panel && len(m.PanelColumns) > 0 {
			t.Columns = slices.DeleteFunc(t.Columns, func(c Column) bool { return !slices.Contains(m.PanelColumns, c.Name) })
		}
		m.Columns[t.Name] = t.Columns
	}
	m.Digest = DatasetDigest(m.Parts)
	var to bytes.Buffer
	e := json.NewEncoder(&to)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	err := e.Encode(m)
	return to.Bytes(), err
}

// ErrNoRun is what reading a folder that holds no run comes to.
var ErrNoRun = errors.New("not a run's folder: it has no " + ManifestName)

// ReadManifest reads a run's manifest. It refuses a folder without one (ErrNoRun),
// text that is none, another version of the format, and a manifest whose digest
// is not that of its parts.
func ReadManifest(fsys fs.FS) (Manifest, error) {
	var m Manifest
	text, err := fs.ReadFile(fsys, ManifestName)
	if errors.Is(err, fs.ErrNotExist) {
		return m, ErrNoRun
	}
	if err != nil {
		return m, fmt.Errorf("%s: %w", ManifestName, err)
	}
	if err := json.Unmarshal(text, &m); err != nil {
		return m, fmt.Errorf("%s is damaged: %w", ManifestName, err)
	}
	if m.FormatVersion != FormatVersion {
		return m, fmt.Errorf("%s: the folder has format %d and this version reads format %d", ManifestName, m.FormatVersion, FormatVersion)
	}
	if got := DatasetDigest(m.Parts); got != m.Digest {
		return m, fmt.Errorf("%s is damaged: its digest is not that of its parts", ManifestName)
	}
	return m, nil
}
