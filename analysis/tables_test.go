package analysis

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"reflect"
	"testing"
)

// example is a comparison with every kind of unit, with and without an interval.
func example() Comparison {
	total := Cell{Outcome: "weeks_in_work", Unit: "weeks", ToWeek: 104, Subgroup: "all", Closure: "entry", Effect: "total"}
	cell := func(outcome, unit string) Cell {
		c := total
		c.Outcome, c.Unit = outcome, unit
		return c
	}
	return Comparison{Baseline: "passive", Noise: SimulationNoise, Contrasts: []Contrast{
		{total, "strict", 123456789, 124456789, 1000000, &Interval{50000, 861000, 1139000}, 5, false, false},
		{cell("exits_to_work", "exits"), "strict", 45678, 45778, 100, &Interval{200, -455, 655}, 5, false, false},
		{cell("sanctions", "sanctions"), "strict", 0, 1234, 1234, &Interval{12, 1200.7, 1267.3}, 5, false, false},
		{cell("cost_coaching_pence", "pence"), "strict", 250000000000, 240000000000, -10000000000, &Interval{1e9, -1.2e10, -8e9}, 5, false, false},
		{cell("start_pay", "pence per week"), "strict", 41250, 41000, -250, &Interval{80, -472, -28}, 5, false, false},
		{cell("in_work", "share"), "strict", 0.4, 0.41, 0.01, nil, 1, false, false},
		{Cell{Outcome: "weeks_in_work", Unit: "weeks", FromWeek: 52, ToWeek: 53, Subgroup: "sex=female"}, "strict", 10, 10, 0, nil, 1, false, false},
	}}
}

func TestCSV(t *testing.T) {
	var text bytes.Buffer
	if err := example().CSV(&text); err != nil {
		t.Fatal(err)
	}
	records, err := csv.NewReader(&text).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if len(records) != 8 || !reflect.DeepEqual(records[0], csvHeader) {
		t.Fatalf("%d records, the first %v", len(records), records[0])
	}
	for i, want := range map[int][]string{
		4: {"cost_coaching_pence", "pence", "strict", "passive", "0", "104", "all", "entry", "total", "250000000000", "240000000000", "-10000000000", "1000000000", "-12000000000", "-8000000000", "5", "simulation noise"},
		6: {"in_work", "share", "strict", "passive", "0", "104", "all", "entry", "total", "0.4", "0.41", "0.01", "", "", "", "1", "simulation noise"},
	} {
		if !reflect.DeepEqual(records[i], want) {
			t.Errorf("record %d\n got %q\nwant %q", i, records[i], want)
		}
	}
}

func TestJSON(t *testing.T) {
	var text bytes.Buffer
	if err := example().JSON(&text); err != nil {
		t.Fatal(err)
	}
	var back Comparison
	if err := json.Unmarshal(text.Bytes(), &back); err != nil || !reflect.DeepEqual(back, example()) {
		t.Errorf("read back %+v (%v)", back, err)
	}
	if !bytes.Contains(text.Bytes(), []byte(`"interval": null`)) || !bytes.Contains(text.Bytes(), []byte(`"interval_is": "simulation noise"`)) {
		t.Errorf("%s", text.Bytes())
	}
}

func TestSelect(t *testing.T) {
	all := example().Select(func(k Contrast) bool { return k.Subgroup == "all" })
	if len(all.Contrasts) != 6 || all.Baseline != "passive" || all.Noise != SimulationNoise {
		t.Errorf("%+v", all)
	}
}
