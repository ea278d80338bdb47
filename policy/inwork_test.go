package policy

import "testing"

// The administrative earnings threshold of a single person and a couple, as published for
// each day: £494 and £782, £617 and £988, £743 and £1,189 with the minimum wage of April 2024,
// £892 and £1,437 from 13 May 2024.
func TestAdministrativeThreshold(t *testing.T) {
	p := inWorkPlan(t)
	for day, want := range map[Date][2]int64{
		DateOf(2022, 9, 26): {494_00, 782_00}, DateOf(2023, 1, 29): {494_00, 782_00}, DateOf(2023, 1, 30): {617_00, 988_00},
		DateOf(2024, 5, 12): {743_00, 1189_00}, DateOf(2024, 5, 13): {892_00, 1437_00},
	} {
		rates := RatesOn(&p.regime.Benefits, &p.regime.Tax, &p.regime.MinimumWage, day)
		if got := p.InWork.On(&rates); got.AdministrativeSingle != want[0] || got.AdministrativeCouple != want[1] {
			t.Errorf("%v: %d and %d pence, want %v", day, got.AdministrativeSingle, got.AdministrativeCouple, want)
		}
	}
}

// A person reaches a threshold by her own pay, or a couple a higher one by the pay of both.
func TestStanding(t *testing.T) {
	rates := RatesOn(&inWorkPlan(t).regime.Benefits, &inWorkPlan(t).regime.Tax, &inWorkPlan(t).regime.MinimumWage, DateOf(2024, 5, 13))
	at := inWorkPlan(t).InWork.On(&rates)
	for _, c := range []struct {
		own, both int64
		couple    bool
		want      Standing
	}{
		{205_84, 205_84, false, AsOutOfWork}, // £891.97 a month
		{205_85, 205_85, false, Between},     // £892.02
		{205_85, 205_85, true, Between},
		{100_00, 331_60, true, AsOutOfWork},
		{100_00, 331_62, true, Between},
		{100_00, 331_62, false, AsOutOfWork},
		{400_38, 400_38, false, Between}, // £1,734.98 a month
		{400_40, 400_40, false, Free},    // 35 hours
		{0, 800_80, true, Free},
	} {
		if got := at.Standing(c.own, c.both, c.couple); got != c.want {
			t.Errorf("%d of %d pence a week, couple %v: %d, want %d", c.own, c.both, c.couple, got, c.want)
		}
	}
	if got := (*InWorkTerms)(nil).On(&rates); got != (Thresholds{}) {
		t.Errorf("without the section: %v", got)
	}
}

// inWorkPlan is the shipped regime of Great Britain, compiled.
func inWorkPlan(t *testing.T) *Plan {
	t.Helper()
	r := &Regime{}
	if _, found := shippedLibrary().Load("regime", "universal-credit-2024", r, nil); len(found) > 0 {
		t.Fatal(found.String())
	}
	p, found := Compile(r)
	if found.Failed() {
		t.Fatal(found.String())
	}
	return p
}
