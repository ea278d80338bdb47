package sim_test

import (
	"bytes"
	"io"
	"reflect"
	"slices"
	"testing"

	"caseload/sim"
	"caseload/sim/panel"
)

// A column is the same whatever others are written, and by itself too.
func TestColumnsOfThePanelStandAlone(t *testing.T) {
	ownSeed(t)
	w := burnt(t, standard(t))
	w.Enter(standard(t).Arms[1])
	earlier := w.Clone()
	advance(t, w, 9)
	constant := []string{"week", "profile", "programme", "programme_weeks", "provider"} // Universal Credit has none of the last four
	all := panel.PanelColumns()
	whole := w.PanelRows(earlier, all...)
	row := reflect.TypeFor[panel.PanelRow]()
	for k, name := range all {
		if f := row.Field(k).Tag.Get("parquet"); f != name && f != name+",optional" {
			t.Fatalf("column %d is %s, and the field %s", k, name, f)
		}
		alone, differ := w.PanelRows(earlier, name), map[any]bool{}
		if len(alone) != len(whole) {
			t.Fatalf("%s: %d rows, and %d with all columns", name, len(alone), len(whole))
		}
		for i := range whole {
			a, b := reflect.ValueOf(alone[i]).Field(k).Interface(), reflect.ValueOf(whole[i]).Field(k).Interface()
			if differ[b] = true; a != b {
				t.Fatalf("%s of person %d is %v alone and %v beside others", name, whole[i].PersonID, a, b)
			}
		}
		if len(differ) < 2 && !slices.Contains(constant, name) {
			t.Errorf("%s is the same for everybody", name)
		}
	}
}

// A run that goes on from a checkpoint may choose other columns: the checkpoint remembers what
// any of them counts.
func TestOtherColumnsAfterACheckpoint(t *testing.T) {
	const week = 9 // not an observed one
	sets := []string{"persons=600", "burn_in.weeks=6", "horizon=16 weeks"}
	later := []string{"interviews_held", "sanction_pence", "benefit_paid_pence", "search_applications"}
	whole := run(t, standard(t, sets...), func(j *sim.Job) { j.Columns = later })
	before := run(t, standard(t, sets...), func(j *sim.Job) { j.Columns, j.Checkpoint = []string{"status"}, week })
	after := run(t, standard(t, sets...), func(j *sim.Job) {
		j.Columns = later
		j.Resume = func(replicate int, arm string) (io.ReadCloser, error) {
			return io.NopCloser(bytes.NewReader(before.Bytes(sim.CheckpointName(week, replicate, arm)))), nil
		}
	})
	want := from(whole.panel(t, later), func(r panel.PanelRow) bool { return r.Week > week })
	equalRows(t, "panel", want, after.panel(t, later))
	if !slices.ContainsFunc(want, func(r panel.PanelRow) bool { return r.InterviewsHeld > 0 }) {
		t.Error("nobody was interviewed")
	}
}

// panel is the panel of a run with chosen columns.
func (f finished) panel(t *testing.T, columns []string) []panel.PanelRow {
	t.Helper()
	rows, err := panel.ReadAll[panel.PanelRow](f.Open(t, f.Result, columns...), panel.Selection{})
	if err != nil {
		t.Fatal(err)
	}
	return rows
}
