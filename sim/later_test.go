package sim_test

import (
	"bytes"
	"testing"

	"caseload/agents"
	"caseload/sim"
	"caseload/sim/simtest"
)

// Who acts otherwise from week 0 on has the same burn-in and other weeks after it, and goes on
// so from a checkpoint, which nobody else can go on from.
func TestActingOtherwiseFromWeekZero(t *testing.T) {
	plain := smallStandard(t, "persons=2000", "burn_in.weeks=8", "horizon=8 weeks")
	other, later := *plain, plain.Behaviour
	later.Search.Support = 0
	other.Later = &later

	a, b := sim.NewWorld(plain), sim.NewWorld(&other)
	advance(t, a, 0)
	advance(t, b, 0)
	if d := simtest.Compare(a, b, nil); d != nil {
		t.Fatalf("the burn-in is another one: %s", d)
	}
	enter := func(w *sim.World, to agents.Week) {
		w.Enter(plain.Under)
		advance(t, w, to)
	}
	enter(a, 4)
	enter(b, 4)
	if simtest.Compare(a, b, nil) == nil {
		t.Error("what interviews add is nothing, and lives are the same")
	}
	var file bytes.Buffer
	if err := sim.Save(b, &file); err != nil {
		t.Fatal(err)
	}
	if _, err := sim.Load(plain, plain.Under, bytes.NewReader(file.Bytes())); err == nil {
		t.Error("people who act otherwise go on from the checkpoint")
	}
	saved, err := sim.Load(&other, plain.Under, &file)
	if err != nil {
		t.Fatal(err)
	}
	advance(t, b, 8)
	advance(t, saved, 8)
	if d := simtest.Compare(b, saved, nil); d != nil {
		t.Errorf("after a checkpoint: %s", d)
	}
}
