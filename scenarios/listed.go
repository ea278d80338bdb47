package scenarios

import (
	"bytes"
	"crypto/sha256"
	"encoding/csv"
	"encoding/hex"
	"fmt"
	"path"
	"slices"
	"strconv"
	"strings"

	"caseload/agents"
	"caseload/agents/exact"
	"caseload/policy/source"
	"caseload/sim"
	"caseload/sim/panel"
)

// TableName is what a run calls the table of persons that it keeps a copy of, without the
// ending.
const TableName = "persons-given"

// Persons is a table of persons that has been read.
type Persons struct {
	Content []byte // of the file, as it is
	Name    string // of a copy beside the resolved scenario
	parts   []listedPart
	report  panel.PopulationTable
}

// listedPart is the people of a table who have one status.
type listedPart struct {
	status agents.Status
	rows   []sim.Listed
}

// ImputationRule says how what a table lacks is made up.
const ImputationRule = "drawn from the population's traits by the person's own keys, the same in every replicate: beside a known age or qualification as for people of that age or qualification, otherwise without regard to other cells"

// trait is one thing that a column can say.
type trait struct {
	key  string
	of   func(c *Columns) *Column
	is   agents.Trait // agents.Traits for what is no trait of a person
	take func(p *row, cell string) bool
	says string // what a cell may be
}

// row is a person as far as she is read.
type row struct {
	sim.Listed
	status agents.Status
}

var (
	sexWords       = map[string]agents.Sex{"female": agents.Female, "male": agents.Male}
	educationWords = map[string]agents.Education{"none": agents.NoQualification, "below_level_3": agents.BelowLevel3, "level_3": agents.Level3, "level_4_or_over": agents.Level4OrOver}
	digitalWords   = map[string]agents.DigitalAccess{"unaided": agents.Unaided, "with_help": agents.WithHelp, "offline": agents.Offline}
	wantedWords    = map[string]uint8{"managers": 0, "professional": 1, "associate_professional": 2, "administrative": 3, "skilled_trades": 4, "caring": 5, "sales": 6, "process": 7, "elementary": 8}
	truthWords     = map[string]bool{"true": true, "1": true, "yes": true, "false": false, "0": false, "no": false}
)

var traits = []trait{
	{"weight", func(c *Columns) *Column { return c.Weight }, agents.Traits, number(1e-6, 1e9, func(p *row, x float64) { p.Weight = x }), "a number above 0"},
	{"status", func(c *Columns) *Column { return c.Status }, agents.Traits, word(statuses, func(p *row, s agents.Status) { p.status = s }), "claimant, other_benefit, employed or inactive"},
	{"weeks", func(c *Columns) *Column { return c.Weeks }, agents.GivenWeeks, number(0, 2000, func(p *row, x float64) { p.Weeks = agents.Week(x) }), "a number from 0 to 2000"},
	{"sex", func(c *Columns) *Column { return c.Sex }, agents.GivenSex, word(sexWords, func(p *row, s agents.Sex) { p.Sex = s }), "female or male"},
	{"age_years", func(c *Columns) *Column { return c.Age }, agents.GivenAge, number(16, 75, func(p *row, x float64) { p.AgeYears = x }), "a number from 16 to 75"},
	{"education", func(c *Columns) *Column { return c.Education }, agents.GivenEducation, word(educationWords, func(p *row, e agents.Education) { p.Education = e }), "none, below_level_3, level_3 or level_4_or_over"},
	{"occupation", func(c *Columns) *Column { return c.Occupation }, agents.GivenOccupation, word(wantedWords, func(p *row, o uint8) { p.Occupation = o }), "a major occupation group, as traits.occupation has them"},
	{"partner", func(c *Columns) *Column { return c.Partner }, agents.GivenPartner, word(truthWords, func(p *row, is bool) { p.Partner = is }), "true or false"},
	{"partner_pay", func(c *Columns) *Column { return c.PartnerPay }, agents.GivenPartnerPay, number(0, 5000, func(p *row, x float64) { p.PartnerPay = pence(x) }), "pounds a week, 0 to 5000"},
	{"children", func(c *Columns) *Column { return c.Children }, agents.GivenChildren, number(0, 12, func(p *row, x float64) { p.Children = uint8(x) }), "a number from 0 to 12"},
	{"youngest_child_years", func(c *Columns) *Column { return c.Youngest }, agents.GivenYoungest, number(0, 19, func(p *row, x float64) { p.YoungestYears = x }), "a number from 0 to 19"},
	{"rent", func(c *Columns) *Column { return c.Rent }, agents.GivenRent, number(0, 5000, func(p *row, x float64) { p.Rent = pence(x) }), "pounds a week, 0 to 5000"},
	{"health_limited", func(c *Columns) *Column { return c.Health }, agents.GivenHealth, word(truthWords, func(p *row, is bool) { p.HealthLimited = is }), "true or false"},
	{"limited_capability", func(c *Columns) *Column { return c.Capability }, agents.GivenCapability, word(truthWords, func(p *row, is bool) { p.LimitedCap = is }), "true or false"},
	{"digital_access", func(c *Columns) *Column { return c.Digital }, agents.GivenDigital, word(digitalWords, func(p *row, a agents.DigitalAccess) { p.Digital = a }), "unaided, with_help or offline"},
	{"skill", func(c *Columns) *Column { return c.Skill }, agents.GivenSkill, number(-5, 5, func(p *row, x float64) { p.Skill = float32(x) }), "a number from -5 to 5"},
	{"motivation", func(c *Columns) *Column { return c.Motivation }, agents.GivenMotivation, number(-5, 5, func(p *row, x float64) { p.Motivation = float32(x) }), "a number from -5 to 5"},
	{"compliance", func(c *Columns) *Column { return c.Compliance }, agents.GivenCompliance, number(0, 1, func(p *row, x float64) { p.Compliance = float32(x) }), "a number from 0 to 1"},
}

func pence(pounds float64) int32 { return int32(exact.RoundInt64(pounds * 100)) }

func number(low, high float64, set func(*row, float64)) func(*row, string) bool {
	return func(p *row, cell string) bool {
		x, err := strconv.ParseFloat(cell, 64)
		if err != nil || !(x >= low && x <= high) {
			return false
		}
		set(p, x)
		return true
	}
}

func word[V any](words map[string]V, set func(*row, V)) func(*row, string) bool {
	return func(p *row, cell string) bool {
		value, known := words[strings.ToLower(cell)]
		if known {
			set(p, value)
		}
		return known
	}
}

// missingCells are the ways in which a cell says nothing.
var missingCells = []string{"", "NA", "N/A", "NaN", "null", "."}

// read opens a table and understands it.
func (t *Table) read(library source.Library) (*Persons, source.Diagnostics) {
	wrong := func(at source.Position, key string, m string, hint string) source.Diagnostics {
		return source.Diagnostics{{Position: at, Path: "population.table." + key, Message: m, Hint: hint}}
	}
	content, found := library.Table(t.File, "population.table.file")
	if found != nil {
		return nil, found
	}
	sum := sha256.Sum256(content)
	hash := hex.EncodeToString(sum[:])
	if t.SHA256.Set && t.SHA256.Value != hash {
		return nil, wrong(t.SHA256.At, "sha256", tableChanged.of(t.File.Value, hash), "take the file that was meant, or leave sha256 out")
	}
	header, cells, err := cellsOf(content)
	if err != nil {
		return nil, wrong(t.File.At, "file", tableUnreadable.of(t.File.Value, err), "a table is CSV with commas and a header, or Parquet")
	}
	if len(cells) == 0 {
		return nil, wrong(t.File.At, "file", tableEmpty.of(t.File.Value), "write a row for each person")
	}
	p := &Persons{Content: content, Name: TableName + ".csv", report: panel.PopulationTable{File: path.Base(t.File.Value), SHA256: hash, Rows: len(cells), Rule: ImputationRule}}
	if panel.IsParquet(content) {
		p.Name = TableName + ".parquet"
	}
	rows := make([]row, len(cells))
	for k := range rows {
		rows[k] = row{status: agents.Claimant, Listed: sim.Listed{Weight: 1}}
		if t.Status.Set {
			rows[k].status = statuses[t.Status.Value]
		}
	}
	for _, trait := range traits {
		column := trait.of(&t.Columns)
		missing := len(rows)
		if column != nil {
			place := slices.Index(header, column.Column.Value)
			key := "columns." + trait.key
			if place < 0 {
				return nil, wrong(column.Column.At, key+".column", noColumn.of(t.File.Value, column.Column.Value), source.Choices(column.Column.Value, header, "columns"))
			}
			var fault string
			if missing, fault = column.take(trait, rows, cells, place); fault != "" {
				return nil, wrong(column.Column.At, key, fault, "it is to be "+trait.says+", or empty; words: says what other words mean")
			}
		}
		missing -= needless(trait.is, rows)
		if missing > 0 && trait.is < agents.Traits {
			p.report.Imputed = append(p.report.Imputed, panel.Imputed{Trait: trait.key, Rows: missing})
		}
	}
	for k := range rows {
		p.add(rows[k])
	}
	return p, nil
}

// needless counts rows for which a trait is not made up, because they cannot have it: the
// age of the youngest of no children, the pay of no partner.
func needless(is agents.Trait, rows []row) (n int) {
	for k := range rows {
		r := &rows[k]
		if !r.Says[is%agents.Traits] && (is == agents.GivenYoungest && r.Says[agents.GivenChildren] && r.Children == 0 ||
			is == agents.GivenPartnerPay && r.Says[agents.GivenPartner] && !r.Partner) {
			n++
		}
	}
	return n
}

// take reads a column into rows, and counts the cells that say nothing.
func (c *Column) take(t trait, rows []row, cells [][]string, place int) (missing int, fault string) {
	for k := range rows {
		cell := strings.TrimSpace(cells[k][place])
		for _, w := range c.Words {
			if w.Cell.Value == cell {
				cell = w.Means.Value
				break
			}
		}
		if slices.Contains(missingCells, cell) {
			missing++
			continue
		}
		if !t.take(&rows[k], cell) {
			return missing, badCell.of(k+2, c.Column.Value, cell)
		}
		if t.is < agents.Traits {
			rows[k].Says[t.is] = true
		}
	}
	return missing, ""
}

// add puts a person with those of her status.
func (p *Persons) add(r row) {
	for k := range p.parts {
		if p.parts[k].status == r.status {
			p.parts[k].rows = append(p.parts[k].rows, r.Listed)
			return
		}
	}
	p.parts = append(p.parts, listedPart{r.status, []sim.Listed{r.Listed}})
}

// cellsOf reads CSV or Parquet.
func cellsOf(content []byte) (header []string, rows [][]string, err error) {
	if panel.IsParquet(content) {
		return panel.Cells(content)
	}
	all, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(content, []byte("\ufeff")))).ReadAll()
	if err != nil {
		return nil, nil, err
	}
	if len(all) == 0 {
		return nil, nil, fmt.Errorf("it has no header")
	}
	return all[0], all[1:], nil
}

// strata are the parts of the population that a table makes. Each stands for its share of
// the weights.
func (p *Persons) strata(of *Population) (list []sim.Stratum) {
	t, total := of.Table, 0.0
	sums := make([]float64, len(p.parts))
	for k := range p.parts {
		for _, r := range p.parts[k].rows {
			sums[k] += r.Weight
		}
		total += sums[k]
	}
	persons := float64(p.report.Rows)
	if t.Persons.Set {
		persons = t.Persons.Value
	}
	law := &t.Duration
	for k, part := range p.parts {
		list = append(list, sim.Stratum{
			Name: "table", Persons: float64(persons * sums[k] / total), Status: part.status,
			Duration: agents.NewDurationLaw(law.Hazard.Value, law.Variance.Value, law.Other.Value, int(law.Longest.Value)),
			Hazard:   law.Hazard.Value, Traits: of.Traits.with(nil), Listed: part.rows,
		})
	}
	return list
}

// PopulationTable says what was read, how often a row comes in a run, and what is made up.
func (c *Case) PopulationTable() *panel.PopulationTable {
	if c.Persons == nil {
		return nil
	}
	report := c.Persons.report
	people := c.people()
	scale := c.Scenario.Persons.Value / people.Country()
	report.FewestCopies = 1 << 30
	for _, s := range people.Attached {
		if s.Listed == nil {
			continue
		}
		for _, copies := range sim.Copies(s.Listed, int(exact.RoundInt64(s.Persons*scale))) {
			report.FewestCopies, report.MostCopies = min(report.FewestCopies, copies), max(report.MostCopies, copies)
			report.Persons += copies
		}
	}
	return &report
}
