package sim_test

import (
	"errors"
	"io"
	"slices"
	"testing"

	"caseload/agents"
	"caseload/policy"
	"caseload/sim"
	"caseload/sim/panel"
	"caseload/sim/simtest"
)

// heldTo forks an ordinary arm under a regime and one that is held to the path of the
// baseline.
func heldTo(w *sim.World, baseline, regime *sim.Regime, hold sim.Hold) (ordinary, held *sim.World) {
	path := w.Clone()
	path.Enter(baseline)
	ordinary, held = w.Clone(), w.Clone()
	ordinary.Enter(regime)
	held.Enter(regime)
	held.Follow(path, hold)
	return ordinary, held
}

// Held to a path under the same regime, every claimant gets the minutes and the jobs that
// she gets on it, whatever is held, however vacancies are filled, and on many workers.
func TestHeldUnderTheSameRegimeChangesNothing(t *testing.T) {
	full := []string{"persons=3000", "burn_in.weeks=20", "market.districts.smallest=500", "replicates=1"}
	scarce := append(full[:len(full):len(full)], "burn_in.under=universal-credit-2024", "regimes.universal-credit-2024.coaches.full_time_equivalents=9000", "regimes.universal-credit-2024.coaches.interviewing=30%")
	for _, c := range []struct {
		name string
		hold sim.Hold
		sets []string
	}{
		{"all", sim.Hold{Diaries: true, Market: true}, full},
		{"diaries", sim.Hold{Diaries: true}, scarce},
		{"all, scarce minutes", sim.Hold{Diaries: true, Market: true}, scarce},
		{"aggregate", sim.Hold{Diaries: true, Market: true}, append(full[:len(full):len(full)], "market.matching=aggregate")},
		{"stock", sim.Hold{Market: true}, append(full[:len(full):len(full)], "market.closure=stock")},
		{"providers", sim.Hold{Diaries: true, Market: true}, append(full[:len(full):len(full)], courses, deliverers, "persons=1200")},
		{"from the first week", sim.Hold{Market: true}, append(full[:len(full):len(full)], "burn_in.weeks=0")},
	} {
		s := load(t, shipped, nil, c.sets...)
		w := burnt(t, s)
		ordinary, held := heldTo(w, s.Arms[1], s.Arms[1], c.hold)
		for ordinary.Week < 30 {
			for _, v := range []*sim.World{ordinary, held} {
				if err := v.Advance(t.Context(), v.Week+1, 3, nil); err != nil {
					t.Fatal(err)
				}
			}
			if d := simtest.Compare(ordinary, held, nil); d != nil {
				t.Errorf("%s: %s", c.name, d)
				break
			}
		}
		checkBooks(t, held)
	}
}

// exits are those to work.
func exits(w *sim.World) (n int) {
	for _, k := range w.People.Total.ToWork {
		n += int(k)
	}
	return n
}

// Where the inflow of vacancies is held, people who search more gain more alone than
// together, and competitors lose nothing to who is alone.
func TestMoreSearchGainsMoreAlone(t *testing.T) {
	for _, matching := range []string{"agents", "aggregate"} {
		s := load(t, shipped, nil, "persons=6000", "burn_in.weeks=20", "replicates=1", "market.closure=inflow", "market.matching="+matching)
		w := burnt(t, s)
		w.ZeroCounts()
		ordinary, held := heldTo(w, s.Under, s.Under, sim.Hold{Diaries: true, Market: true})
		base := w.Clone()
		for _, v := range []*sim.World{ordinary, held} {
			for i := range v.People.ID {
				v.People.SearchFixed[i] += 0.4
				v.People.SearchFrailty[i] *= 1.4918
			}
		}
		for _, v := range []*sim.World{base, ordinary, held} {
			if err := v.Advance(t.Context(), 120, 2, nil); err != nil {
				t.Fatal(err)
			}
		}
		own, total := exits(held)-exits(base), exits(ordinary)-exits(base)
		if total <= 0 || own <= total {
			t.Errorf("%s: %d more jobs for people alone and %d together", matching, own, total)
		}
		for k := range base.Districts {
			if a, b := base.Districts[k].Demand.TotalCompetitorHires, held.Districts[k].Demand.TotalCompetitorHires; a != b {
				t.Errorf("%s: competitors have %g jobs on the path and %g beside who is alone", matching, a, b)
			}
		}
	}
}

// In full diaries those who come more often wait longer together than alone; beside a
// baseline without interviews everybody has the coaches for herself.
func TestMoreInterviewsAloneAndTogether(t *testing.T) {
	s := load(t, shipped, nil, "persons=6000", "burn_in.weeks=10", "replicates=1", "market.districts.smallest=500",
		"regimes.universal-credit-2024.coaches.full_time_equivalents=2500", "regimes.universal-credit-2024.coaches.interviewing=10%", "regimes.universal-credit-2024.coaches.present=100%", "burn_in.under=passive")
	ordinary, held := heldTo(burnt(t, s), s.Arms[0], s.Arms[1], sim.Hold{Diaries: true})
	for _, v := range []*sim.World{ordinary, held} {
		if err := v.Advance(t.Context(), 21, 2, nil); err != nil {
			t.Fatal(err)
		}
		checkBooks(t, v)
	}
	missing := func(w *sim.World) (n int) {
		for _, b := range w.Bookings() {
			if b.Coach < 0 {
				n++
			}
		}
		return n
	}
	if missing(ordinary) == 0 || missing(held) != 0 {
		t.Errorf("%d wait together and %d alone", missing(ordinary), missing(held))
	}
}

// Holding adds own rows to the summary and changes nothing else, on any number of workers;
// they are there for all regimes but the baseline, and their window is whole.
func TestHoldingAddsRows(t *testing.T) {
	c := standard(t, "persons=1000", "horizon=12 weeks", "burn_in.weeks=8", "market.districts.smallest=400")
	plain := run(t, c, nil)
	rows := func(f finished) []panel.SummaryRow {
		return simtest.Rows[panel.SummaryRow](t, f.Folder, f.Result, panel.Selection{})
	}
	hold := func(j *sim.Job) { j.Baseline, j.Hold = j.Arms[0], sim.Hold{Diaries: true, Market: true} }
	held := run(t, c, hold)
	var totals, own []panel.SummaryRow
	for _, r := range rows(held) {
		if r.Effect == sim.Total {
			totals = append(totals, r)
		} else {
			own = append(own, r)
		}
	}
	equalRows(t, "total effects", rows(plain), totals)
	if len(own) == 0 || slices.ContainsFunc(own, func(r panel.SummaryRow) bool { return r.Effect != sim.Own || r.Regime == c.Arms[0].Name }) {
		t.Errorf("%d rows of own effects", len(own))
	}
	for name, digest := range plain.parts() {
		if name != panel.FileName(panel.Summary) && held.parts()[name] != digest {
			t.Errorf("%s is another beside held arms", name)
		}
	}
	many := run(t, c, func(j *sim.Job) { hold(j); j.Workers = 7 })
	if panel.DatasetDigest(held.Parts) != panel.DatasetDigest(many.Parts) {
		t.Error("seven workers give another dataset than two")
	}
}

// A checkpoint has no baseline to be held to.
func TestHoldingNeedsTheFork(t *testing.T) {
	c := standard(t, "persons=600", "horizon=4 weeks", "burn_in.weeks=2")
	j := job(c, &simtest.Folder{})
	j.Baseline, j.Hold = j.Arms[0], sim.Hold{Market: true}
	j.Resume = func(int, string) (io.ReadCloser, error) { return nil, errors.New("opened") }
	if _, err := sim.Execute(t.Context(), j); !errors.Is(err, sim.ErrHeldResume) {
		t.Errorf("going on from a checkpoint: %v", err)
	}
}

// Ten people and three places: alone everybody has one at once where the path has nobody on the
// programme; where it is full of others she waits behind them, and where it has the same she
// waits as she does there. Twice the places are twice as many that come free.
func TestPlacesAloneAndTogether(t *testing.T) {
	started := func(onPath, places float64) (ordinary, held int32) {
		w := taught(t, 10, nil, course(func(m *policy.Programme) { m.Places = number(3) }))
		plan := *w.Regime.Plan
		plan.Programmes = slices.Clone(plan.Programmes)
		plan.Programmes[0].Referred, plan.Programmes[0].Places = onPath, 3
		baseline := *w.Regime
		baseline.Plan = &plan
		if onPath < 0 {
			plan.Programmes = nil
		}
		w.Regime.Plan.Programmes[0].Places = places
		together, alone := heldTo(w, &baseline, w.Regime, sim.Hold{Diaries: true})
		for _, v := range []*sim.World{together, alone} {
			advance(t, v, 4)
			checkBooks(t, v)
		}
		return together.Districts[0].Places[0].Started, alone.Districts[0].Places[0].Started
	}
	for _, c := range []struct {
		what           string
		onPath, places float64
		ordinary, held int32
	}{
		{"the path does not have it", -1, 3, 3, 10}, {"nobody on the path", 0, 3, 3, 10}, {"all on the path", 1, 3, 3, 3}, {"twice the places", 1, 6, 6, 6},
	} {
		if ordinary, held := started(c.onPath, c.places); ordinary != c.ordinary || held != c.held {
			t.Errorf("%s: %d start together and %d alone, want %d and %d", c.what, ordinary, held, c.ordinary, c.held)
		}
	}
}

// A held arm has the firms of its path: it keeps one that it would ruin, and loses one that it
// would keep, with its participants.
func TestFirmsAreThoseOfThePath(t *testing.T) {
	paid := func(attachment float64) (*sim.World, *sim.Regime) {
		w := contracted(t, 20, nil, bought(func(c *policy.Contract) {
			c.Groups[0].Attachment, c.Providers[0].Reserves, c.Replaced = number(attachment), number(0), number(6)
			c.Providers[0].Share = number(0.5)
			c.Providers = append(c.Providers, delivers("other", 0.5))
		}))
		return w, w.Regime
	}
	w, poor := paid(0)
	_, rich := paid(1e6)
	for _, c := range []struct {
		what          string
		path, arm     *sim.Regime
		alone, onPath int32 // firms that have left
	}{{"the arm is poor", rich, poor, 1, 0}, {"the path is poor", poor, rich, 0, 1}} {
		ordinary, held := heldTo(w, c.path, c.arm, sim.Hold{Diaries: true})
		for _, v := range []*sim.World{ordinary, held} {
			advance(t, v, 4)
			checkBooks(t, v)
		}
		if a, b := ordinary.Districts[0].Providers[0].Firm, held.Districts[0].Providers[0].Firm; a != c.alone || b != c.onPath {
			t.Errorf("%s: %d firms leave together and %d alone, want %d and %d", c.what, a, b, c.alone, c.onPath)
		}
		for i, k := range held.People.Provider {
			if c.onPath == 1 && k != 2 {
				t.Fatalf("%s: person %d is with provider %d", c.what, i, k)
			}
		}
	}
}

// Alone somebody finds a place with a local partner that the path does not have, and waits for
// one behind the others of the path where it does.
func TestPartnersAloneAndTogether(t *testing.T) {
	starts := func(onPath bool) (ordinary, held int) {
		w := supported(t, 60, &policy.SupportTerms{Time: 1, Takes: 5,
			Partners: []policy.PartnerTerms{{Name: "advice", Removes: agents.Debts, Places: 10, Length: 8, Chance: 0.5, Lasting: true}}}, nil)
		baseline, plan := *w.Regime, *w.Regime.Plan
		if baseline.Plan = &plan; !onPath {
			plan.Support = nil
		}
		together, alone := heldTo(w, &baseline, w.Regime, sim.Hold{Diaries: true})
		for _, v := range []*sim.World{together, alone} {
			advance(t, v, 6)
		}
		return added(together.People.Total.LinkStarts), added(alone.People.Total.LinkStarts)
	}
	if ordinary, held := starts(true); ordinary != 10 || held != 10 {
		t.Errorf("under the same rules %d start together and %d alone, of ten places", ordinary, held)
	}
	if ordinary, held := starts(false); ordinary != 10 || held < 40 {
		t.Errorf("beside a path without the partner %d start together and %d alone", ordinary, held)
	}
}
