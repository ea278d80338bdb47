package scenarios

import (
	"crypto/sha256"
	"encoding/hex"
	"path"
	"slices"
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

// reading is a table that is being read, with what was found wrong in it.
type reading struct {
	*Table
	*Persons
	header []string
	cells  [][]string
	rows   []row
	found  source.Diagnostics
}

func (r *reading) say(at source.Position, key string, warning bool, message, hint string) {
	r.found = append(r.found, source.Diagnostic{Position: at, Path: "population.table." + key, Warning: warning, Message: message, Hint: hint})
}

// read opens a table and understands it. Of each column the first mistake is reported.
func (t *Table) read(library source.Library) (*Persons, source.Diagnostics) {
	content, found := library.Table(t.File, "population.table.file")
	if found != nil {
		return nil, found
	}
	r := &reading{Table: t}
	if r.open(content); !r.found.Failed() {
		r.columns()
	}
	if !r.found.Failed() {
		r.check()
	}
	if r.found.Failed() {
		return nil, r.found
	}
	for k := range r.rows {
		r.add(r.rows[k])
	}
	return r.Persons, r.found
}

// open takes a file apart into cells.
func (r *reading) open(content []byte) {
	sum := sha256.Sum256(content)
	hash, file := hex.EncodeToString(sum[:]), r.File.Value
	var err error
	r.header, r.cells, err = cellsOf(content)
	switch {
	case r.SHA256.Set && r.SHA256.Value != hash:
		r.say(r.SHA256.At, "sha256", false, tableChanged.of(file, hash), "take the file that was meant, or leave sha256 out")
	case err != nil:
		r.say(r.File.At, "file", false, tableUnreadable.of(file, err), "a table is CSV with commas and a header, or Parquet")
	case len(r.cells) == 0:
		r.say(r.File.At, "file", false, tableEmpty.of(file), "write a row for each person")
	}
	r.Persons = &Persons{Content: content, Name: TableName + ".csv", report: panel.PopulationTable{File: path.Base(file), SHA256: hash, Rows: len(r.cells), Rule: ImputationRule}}
	if panel.IsParquet(content) {
		r.Name = TableName + ".parquet"
	}
	r.rows = make([]row, len(r.cells))
	for k := range r.rows {
		r.rows[k] = row{status: agents.Claimant, Listed: sim.Listed{Weight: 1}}
		if r.Status.Set {
			r.rows[k].status = statuses[r.Status.Value]
		}
	}
}

// columns reads what the columns say, and counts what is to be made up.
func (r *reading) columns() {
	for _, trait := range traits {
		missing := len(r.rows)
		if column := trait.of(&r.Columns); column != nil {
			name, key := column.Column.Value, "columns."+trait.key
			place, fault := slices.Index(r.header, name), ""
			switch {
			case place < 0:
				r.say(column.Column.At, key+".column", false, noColumn.of(r.File.Value, name), source.Choices(name, r.header, "columns"))
			case slices.Contains(r.header[place+1:], name):
				r.say(column.Column.At, key+".column", false, columnTwice.of(r.File.Value, name), "give each column a name of its own")
			default:
				if missing, fault = column.take(trait, r.rows, r.cells, place); fault != "" {
					r.say(column.Column.At, key, false, fault, "it is to be "+trait.says+", or empty; words: {its word: ours} says what other words mean")
				}
			}
		}
		missing -= needless(trait.is, r.rows)
		if missing > 0 && trait.is < agents.Traits {
			r.report.Imputed = append(r.report.Imputed, panel.Imputed{Trait: trait.key, Rows: missing})
		}
	}
}

// check holds the cells of a row, and the rows of a household, against each other.
func (r *reading) check() {
	if k := slices.IndexFunc(r.rows, tooYoung); k >= 0 {
		r.say(r.Columns.Children.At, "columns.children", true, parentAge.of(k+2, r.rows[k].AgeYears, r.rows[k].Children), "look whether both columns say what they are taken for; the row is used as it is")
	}
	if fault := pairUp(r.rows); fault != "" {
		r.say(r.Columns.Household.At, "columns.household", false, fault, "two who live together share a name of their household, and one of them cares for their children; whose partner is no row of the table has none")
	}
}

// ReadTable reads the table of persons of a population file for itself, without a run: how
// many rows it has and what is made up. It is nil with mistakes, and without a table.
func ReadTable(library source.Library, name string, sets []string) (*panel.PopulationTable, source.Diagnostics) {
	population := &Population{}
	if _, found := library.Load("population", name, population, sets); found.Failed() || population.Table == nil {
		return nil, nil // what is wrong with the file itself is told where that is read
	}
	persons, found := population.Table.read(library)
	for k := range found {
		found[k].Path = strings.TrimPrefix(found[k].Path, "population.")
	}
	if persons == nil {
		return nil, found
	}
	return &persons.report, found
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
			if copies == 0 {
				report.LeftOut++
			}
		}
	}
	return &report
}
