package sim

import (
	"reflect"
	"slices"
	"strings"

	"caseload/agents"
	"caseload/sim/panel"
)

// Observer looks at a world between weeks and never changes it.
type Observer interface {
	Observe(w *World) error
	Close() ([]panel.Part, error)
}

// panelObserver writes one row for every person of a district in an observed week. It
// holds what had been counted at the row before.
type panelObserver struct {
	writers []*panel.Writer[panel.PanelRow]
	fill    []func(o *observed) // the columns that are written
	before  *counted
	share   func() int // workers that it has now
	blocks  []observed // one for each
}

// observed is some persons of a district in an observed week, and their rows.
type observed struct {
	*World
	d      *District
	before *counted
	who    []int32
	rows   []panel.PanelRow

	// What columns of how people fare share.
	security, satisfaction [observedTogether]float64
}

// observedTogether is how many persons are observed column by column: their rows stay in the
// processor's nearest cache.
const observedTogether = 128

// counted is a copy of the totals that a panel row differences. Its tags name the columns for
// which a total is kept; those without are always kept.
type counted struct {
	Held         []int16   `for:"interviews_held"`
	Missed       []int16   `for:"interviews_missed"`
	Postponed    []int16   `for:"interviews_postponed"`
	Excused      []int16   `for:"interviews_excused"`
	Failures     []int16   `for:"failures"`
	Granted      []int16   `for:"waivers_granted"`
	Refused      []int16   `for:"waivers_refused"`
	Steps        []int16   `for:"steps_taken"`
	Applications []float32 `for:"search_applications"`
	Sanction     []int32   `for:"sanction_pence benefit_due_pence"`
	Deduction    []int32   `for:"deductions_pence benefit_paid_pence"`
	Advance      []int32   `for:"benefit_paid_pence"`
	Hardship     []int32   `for:"hardship_pence"`
	Recovered    []int32   `for:"hardship_recovered_pence"`

	// By these it is told who has a row.
	Benefit, Repaid, Earned []int32
	Payable                 []int32 // at the row
}

// newCounted has room for n persons' totals, all of them.
func newCounted(n int) *counted {
	c := &counted{}
	eachColumn(c, func(_ string, column reflect.Value) { column.Set(reflect.MakeSlice(column.Type(), n, n)) })
	return c
}

// only lets go of the totals that none of the columns needs.
func (c *counted) only(columns []string) {
	v := reflect.ValueOf(c).Elem()
	for k := range v.NumField() {
		needed := strings.Fields(v.Type().Field(k).Tag.Get("for"))
		if len(needed) > 0 && !slices.ContainsFunc(needed, func(name string) bool { return slices.Contains(columns, name) }) {
			v.Field(k).SetZero()
		}
	}
}

func newPanelObserver(w *World, create panel.CreateFunc, columns []string, arm string, replicate int, before *counted, share func() int) *panelObserver {
	o := &panelObserver{before: before, share: share}
	for k := range w.Districts {
		o.writers = append(o.writers, panel.NewWriter[panel.PanelRow](create, panel.PartName(panel.Panel, arm, replicate, int(w.Districts[k].Number)), columns...))
	}
	for _, c := range panelColumns {
		if slices.ContainsFunc(strings.Fields(c.names), func(name string) bool { return slices.Contains(columns, name) }) {
			o.fill = append(o.fill, c.fill)
		}
	}
	return o
}

// Observe writes the rows of districts side by side: each has a part of its own.
func (o *panelObserver) Observe(w *World) error {
	err := o.rows(w, func(k int, rows []panel.PanelRow) error { return o.writers[k].Write(rows) })
	o.before.take(w.People)
	return err
}

// rows hands over the rows of every district, a block at a time.
func (o *panelObserver) rows(w *World, take func(k int, rows []panel.PanelRow) error) error {
	workers := o.share()
	for len(o.blocks) < workers {
		o.blocks = append(o.blocks, observed{before: o.before})
	}
	return sideBySide(len(w.Districts), workers, func(worker, k int) error {
		b := &o.blocks[worker]
		b.World, b.d = w, &w.Districts[k]
		for i := b.d.First; i < b.d.Last; i++ {
			if status := w.People.Status[i]; status != agents.Absent && (status != agents.Retired || o.before.alive(w.People, i)) {
				b.who = append(b.who, i)
			}
			if len(b.who) == observedTogether || i == b.d.Last-1 {
				if err := take(k, b.look(o.fill)); err != nil {
					return err
				}
			}
		}
		return nil
	})
}

// look fills the rows of the block that has been gathered, and begins the next one.
func (b *observed) look(fill []func(o *observed)) []panel.PanelRow {
	b.rows = b.rows[:0]
	for _, i := range b.who {
		b.rows = append(b.rows, panel.PanelRow{PersonID: int32(b.People.ID[i]), Week: int16(b.Week)})
	}
	for _, column := range fill {
		column(b)
	}
	b.who = b.who[:0]
	return b.rows
}

// alive tells whether something was counted since the last row: a retired person has rows
// for the weeks before she retired and until her last award is paid, and then none.
func (c *counted) alive(p *agents.Population, i int32) bool {
	t := &p.Total
	return t.BenefitPence[i] != c.Benefit[i] || t.RepaidPence[i] != c.Repaid[i] || t.EarningsPence[i] != c.Earned[i] || p.Payable[i] != c.Payable[i]
}

// take notes the totals that are kept.
func (c *counted) take(p *agents.Population) {
	t := &p.Total
	copy(c.Held, t.InterviewsHeld)
	copy(c.Missed, t.InterviewsMissed)
	copy(c.Postponed, t.InterviewsPostponed)
	copy(c.Excused, t.InterviewsExcused)
	copy(c.Failures, t.Failures)
	copy(c.Granted, t.WaiversGranted)
	copy(c.Refused, t.WaiversRefused)
	copy(c.Steps, t.StepsTaken)
	copy(c.Repaid, t.RepaidPence)
	copy(c.Hardship, t.HardshipPence)
	copy(c.Recovered, t.RecoveredPence)
	copy(c.Applications, t.Applications)
	copy(c.Benefit, t.BenefitPence)
	copy(c.Sanction, t.SanctionPence)
	copy(c.Earned, t.EarningsPence)
	copy(c.Deduction, t.DeductionPence)
	copy(c.Advance, t.AdvancePence)
	copy(c.Payable, p.Payable)
}

func (o *panelObserver) Close() ([]panel.Part, error) { return closeAll(o.writers) }

func closeAll[T panel.Row](writers []*panel.Writer[T]) ([]panel.Part, error) {
	var parts []panel.Part
	var failure error
	for _, writer := range writers {
		part, err := writer.Close()
		if err != nil && failure == nil {
			failure = err
		}
		parts = append(parts, part)
	}
	return parts, failure
}

// Tables is the tables that a run writes.
type Tables []string

// Has tells whether a table is written.
func (t Tables) Has(name string) bool { return slices.Contains(t, name) }
