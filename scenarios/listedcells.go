package scenarios

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"caseload/agents"
	"caseload/agents/exact"
	"caseload/sim"
	"caseload/sim/panel"
)

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
	status    agents.Status
	household string // that at most two rows share
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
	{"weeks", func(c *Columns) *Column { return c.Weeks }, agents.GivenWeeks, whole(2000, func(p *row, x float64) { p.Weeks = agents.Week(x) }), "a whole number from 0 to 2000"},
	{"sex", func(c *Columns) *Column { return c.Sex }, agents.GivenSex, word(sexWords, func(p *row, s agents.Sex) { p.Sex = s }), "female or male"},
	{"age_years", func(c *Columns) *Column { return c.Age }, agents.GivenAge, number(16, 75, func(p *row, x float64) { p.AgeYears = x }), "a number from 16 to 75"},
	{"education", func(c *Columns) *Column { return c.Education }, agents.GivenEducation, word(educationWords, func(p *row, e agents.Education) { p.Education = e }), "none, below_level_3, level_3 or level_4_or_over"},
	{"occupation", func(c *Columns) *Column { return c.Occupation }, agents.GivenOccupation, word(wantedWords, func(p *row, o uint8) { p.Occupation = o }), "a major occupation group, as traits.occupation has them"},
	{"partner", func(c *Columns) *Column { return c.Partner }, agents.GivenPartner, word(truthWords, func(p *row, is bool) { p.Partner = is }), "true or false"},
	{"partner_pay", func(c *Columns) *Column { return c.PartnerPay }, agents.GivenPartnerPay, number(0, 5000, func(p *row, x float64) { p.PartnerPay = pence(x) }), "pounds a week, 0 to 5000"},
	{"household", func(c *Columns) *Column { return c.Household }, agents.Traits, func(p *row, cell string) bool { p.household = cell; return true }, "a name or a number"},
	{"children", func(c *Columns) *Column { return c.Children }, agents.GivenChildren, whole(12, func(p *row, x float64) { p.Children = uint8(x) }), "a whole number from 0 to 12"},
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

// whole takes whole numbers from 0, also when they are written as 3.0.
func whole(high float64, set func(*row, float64)) func(*row, string) bool {
	return func(p *row, cell string) bool {
		fraction := false
		ok := number(0, high, func(p *row, x float64) {
			if fraction = x != float64(int64(x)); !fraction {
				set(p, x)
			}
		})(p, cell)
		return ok && !fraction
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

// youngestParent is the age, in years, below which nobody is taken to have become a parent.
const youngestParent = 12

// tooYoung tells whether a row has a parent who was a child herself when the first of the
// children was born, each born Spacing after the one before.
func tooYoung(r row) bool {
	first := r.AgeYears - r.YoungestYears - float64(float64(r.Children)-1)*float64(agents.Spacing)/52
	return r.Says[agents.GivenAge] && r.Children > 0 && first < youngestParent
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
