package sim

import (
	"context"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"caseload/agents"
)

// TwoLives is one person under two regimes from one fork.
type TwoLives struct {
	Lives [2]*Life
	// Partings are the moment from which the lives differ in any column, and, where that is a
	// later one, the moment from which they differ in what happens; none where they are the
	// same up to the last week.
	Partings []*Parting
}

// Parting is a moment from which two lives differ, and why.
type Parting struct {
	Week    agents.Week
	Stage   string // Fork, or the stage after which they differ
	Columns []ColumnDifference
	Turn    *Turn     // the person's events of the week that differ; nil where only columns do
	Rules   [][2]Rule // those that hold for the person, that the stage goes by and that differ
	Shared  []Shared  // ways by which other people's lives reach hers, where they were seen
	Others  *Turn     // the first event in the district that differed; nil where none did before
}

// ColumnDifference is a column of the person's state in two worlds.
type ColumnDifference struct {
	Name   string
	Values [2]string
}

// LiveTwice simulates the replicate under two regimes from one fork and returns both lives
// of the person with the place where they part. The error is a *Stranger where there is no
// such person.
func LiveTwice(ctx context.Context, t *Tracing, regimes [2]*Regime) (*TwoLives, error) {
	w := NewWorld(t.Config)
	i, err := t.find(w)
	if err != nil {
		return nil, err
	}
	common := &Life{}
	if err := t.burnIn(ctx, w, i, common); err != nil {
		return nil, err
	}
	p := &pair{row: i, turns: map[agents.PersonID]*Turn{}, takers: [2]map[VacancyName]holder{{}, {}}}
	for side, regime := range regimes {
		v := w
		if side == 0 {
			v = w.Clone()
		}
		p.begin(t, side, v, regime, common)
	}
	p.compareAtFork(w.People.ID[i])
	for w := p.sides[0].w; w.Week <= t.To; {
		week := w.Week
		for _, r := range p.sides {
			if err := t.advance(ctx, r.w, week+1); err != nil {
				return nil, err
			}
		}
		p.compareLogs()
		p.compare(week)
		for side := range p.sides {
			p.sides[side].endWeek(t.From)
		}
	}
	return &TwoLives{Lives: [2]*Life{p.sides[0].life, p.sides[1].life}, Partings: p.partings}, nil
}

// pair is two worlds that are simulated side by side. Their rows are the same people.
type pair struct {
	row     int32
	sides   [2]*recorder
	columns [2][]reflect.Value // of the persons
	names   []string
	moments [2][]moment // of this week
	takers  [2]map[VacancyName]holder
	turns   map[agents.PersonID]*Turn
	first   *Turn // of anybody

	partings []*Parting
	parting  *Parting // that is being explained
	apart    bool     // in what happens
}

// holder is who took a vacancy, and when.
type holder struct {
	person agents.PersonID
	week   agents.Week
}

// moment is the person and what she shares, after a stage.
type moment struct {
	stage string
	state []any
	asks  asks
	loss  float64 // LossLately of the district
	open  int     // vacancies

	events []Happening // of the week so far
}

// begin puts a world under its regime and begins to record it.
func (p *pair) begin(t *Tracing, side int, w *World, regime *Regime, common *Life) {
	life := &Life{Weeks: append([]LifeWeek(nil), common.Weeks...)}
	t.introduce(w, p.row, regime, life)
	w.People.Columns(func(name string, slice any) {
		if !ofPlan[name] {
			p.columns[side] = append(p.columns[side], reflect.ValueOf(slice).Elem())
			if side == 0 {
				p.names = append(p.names, name)
			}
		}
	})
	p.sides[side] = record(w, p.row, life, allRows, func(stage string) { p.note(side, stage) })
	w.Enter(regime)
	p.sides[side].stage(Fork)
}

// ofPlan are columns that mean something within a plan only.
var ofPlan = map[string]bool{"StaticClass": true, "Reclassed": true, "NextFact": true}

// note keeps what there is after a stage.
func (p *pair) note(side int, stage string) {
	w, d, i := p.sides[side].w, p.sides[side].d, p.row
	m := moment{stage: stage, asks: w.asksOf(i), loss: d.LossLately, open: d.Vacancies.Len(), events: slices.Clone(p.sides[side].events)}
	for k, column := range p.columns[side] {
		value := column.Index(int(i)).Interface()
		switch p.names[k] {
		case "Group":
			value = w.Regime.Plan.Groups[value.(agents.GroupID)].Name
		case "Coach":
			if c := value.(int32); c == noCoach {
				value = "none"
			} else {
				value = w.Coaches.ID[c]
			}
		}
		m.state = append(m.state, value)
	}
	p.moments[side] = append(p.moments[side], m)
}

// compare looks for the moments of the week from which the lives differ.
func (p *pair) compare(week agents.Week) {
	for k := range p.moments[0] {
		if p.apart {
			break
		}
		a, b := &p.moments[0][k], &p.moments[1][k]
		p.apart = missing(a.events, b.events) || missing(b.events, a.events)
		var found []ColumnDifference
		if len(p.partings) == 0 || p.apart {
			found = p.differences(a, b)
		}
		if p.apart || found != nil {
			p.part(week, k, found)
		}
	}
	p.moments = [2][]moment{}
	if p.apart {
		for side := range p.sides {
			p.sides[side].stages = nil
			p.sides[side].d.Log.only = p.row
		}
	}
}

// missing tells whether something of one list is not in the other.
func missing(list, others []Happening) bool {
	return slices.ContainsFunc(list, func(h Happening) bool { return !slices.ContainsFunc(others, h.alike) })
}

// differences are the columns in which two moments differ; those that nobody could see stand
// only where there are no others.
func (p *pair) differences(a, b *moment) []ColumnDifference {
	var found, faint []ColumnDifference
	for c, name := range p.names {
		if a.state[c] == b.state[c] {
			continue
		}
		d := ColumnDifference{name, [2]string{shown(a.state[c]), shown(b.state[c])}}
		if nearly(a.state[c], b.state[c]) {
			faint = append(faint, d)
		} else {
			found = append(found, d)
		}
	}
	if found == nil {
		return faint
	}
	return found
}

// nearly tells whether two values are numbers of which one is less than a hundred thousandth
// from the other.
func nearly(a, b any) bool {
	x, is := a.(float32)
	y, too := b.(float32)
	return is && too && x-y < x/1e5 && y-x < x/1e5
}

// shown is a value of a column for people to read.
func shown(value any) string {
	switch v := value.(type) {
	case agents.Week:
		if v == agents.Never {
			return "never"
		}
	case float32:
		return fmt.Sprintf("%.8g", v)
	case [agents.PendingSlots]agents.Week:
		var due []string
		for _, week := range v {
			if week != agents.Never {
				due = append(due, fmt.Sprintf("in week %d", week))
			}
		}
		if due == nil {
			return "none"
		}
		return strings.Join(due, ", ")
	}
	return fmt.Sprint(value)
}

// part notes where the lives part, after the k-th stage of the week, and looks for why.
func (p *pair) part(week agents.Week, k int, columns []ColumnDifference) {
	stage := p.moments[0][k].stage
	p.parting = &Parting{Week: week, Stage: stage, Columns: columns, Others: p.first}
	p.partings = append(p.partings, p.parting)
	if p.apart {
		p.parting.Turn = p.turns[p.sides[0].w.People.ID[p.row]]
	}
	before, asked := max(k-1, 0), max(k-1, 0)
	if stage == "claims" {
		asked = k // a claim that opens is asked for something only then
	}
	p.parting.Rules = p.acted(differing(stage, &p.moments[0][asked].asks, &p.moments[1][asked].asks))
	p.share(stage, before)
}
