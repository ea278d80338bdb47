package sim_test

import (
	"bytes"
	"testing"

	"caseload/sim"
	"caseload/sim/panel"
	"caseload/sim/simtest"
)

// agencies is a world in which agencies fill a share of the vacancies, at twice the pace
// and for temporary jobs only; nobody competes.
func agencies(t testing.TB, share float64) *sim.World {
	t.Helper()
	return applicants(t, 40000, 4000, func(c *sim.Config) {
		c.Behaviour.Finding.EntryHazard = 0.02
		c.Behaviour.Jobs.SeparationStart, c.Behaviour.Jobs.SeparationFloor, c.Behaviour.Jobs.TemporaryRatio = 0.05, 0.05, 3
		c.Market.Closure = sim.Inflow
		c.Market.Agencies = sim.Agencies{Share: share, Speed: 2, Temporary: 1}
	})
}

// Without agencies nothing about them matters; with them their share of hires is that of
// vacancies and their jobs end sooner. The market as a whole fills as much.
func TestAgencies(t *testing.T) {
	a, b := agencies(t, 0), agencies(t, 0)
	market := *b.Market
	market.Agencies = sim.Agencies{Speed: 5, Temporary: 0.2}
	b.Market = &market
	if d := parts(t, a, b, 6, nil); d != nil {
		t.Error("there are no agencies: ", d)
	}
	if m := &a.Districts[0].Demand; m.AgencyHires != 0 || m.Hires < 1000 {
		t.Fatalf("%v of %v hires through agencies that there are not", m.AgencyHires, m.Hires)
	}
	length, without := map[float64]float64{}, 0.0
	for _, share := range []float64{0, 0.2, 0.6} {
		w := agencies(t, share)
		w.Districts[0].Log.KeepSpells = true
		advance(t, w, 16)
		m := &w.Districts[0].Demand
		if got := m.AgencyHires / m.Hires; got < share-0.04 || got > share+0.04 {
			t.Errorf("agencies have %.2f of hires and %.2f of new vacancies", got, share)
		}
		if share == 0 {
			without = m.Hires
		}
		near(t, "hires", m.Hires, without, 0.02)
		ended := map[panel.Source]int{}
		for _, spell := range w.Districts[0].Log.Spells {
			if spell.Kind == panel.JobSpell {
				ended[spell.Source]++
				length[share] += float64(spell.Weeks)
			}
		}
		length[share] /= float64(ended[panel.Agency] + ended[panel.OpenMarket])
		if rate := float64(ended[panel.Agency]) / m.AgencyHires / (float64(ended[panel.OpenMarket]) / (m.Hires - m.AgencyHires)); share > 0 && (rate < 1.6 || rate > 3) {
			t.Errorf("agencies' jobs end %.2f times as often, want something under three times", rate)
		}
		total, through := 0, 0
		for i := range w.People.ID {
			total, through = total+int(w.People.Total.ToWork[i]), through+int(w.People.Total.ThroughAgency[i])
		}
		if float64(total) != m.Hires || float64(through) != m.AgencyHires {
			t.Errorf("persons found %d jobs, %d of them through agencies; the district counts %v and %v", total, through, m.Hires, m.AgencyHires)
		}
	}
	if !(length[0] > length[0.2] && length[0.2] > length[0.6]) {
		t.Errorf("mean lengths of jobs that ended, by share of agencies: %v", length)
	}
}

// A regime's share holds from the fork on, and only what it changes.
func TestRegimeSetsAgencies(t *testing.T) {
	c := load(t, "agencies-liberalised", nil, "persons=3000", "burn_in.weeks=20", "horizon=30 weeks", "market.districts.smallest=1000", "replicates=1", "burn_in.under=universal-credit-2024")
	w := burnt(t, c)
	w.ZeroCounts()
	shares := func(w *sim.World) float64 {
		advance(t, w, 30)
		through, hires := 0.0, 0.0
		for k := range w.Districts {
			through, hires = through+w.Districts[k].Demand.AgencyHires, hires+w.Districts[k].Demand.Hires
		}
		return through / hires
	}
	v, u := w.Clone(), w.Clone()
	v.Enter(c.Arms[0])
	plan := *c.Arms[0].Plan
	plan.Agencies = w.Market.Agencies.Share // as the market has it
	same := *c.Arms[0]
	same.Plan = &plan
	u.Enter(&same)
	before, liberal := shares(w), shares(v)
	if liberal < before+0.05 {
		t.Errorf("agencies have %.3f of hires, and %.3f where they are let in", before, liberal)
	}
	advance(t, u, 30)
	if d := simtest.Compare(w, u, simtest.Skip{"NextFact": true}); d != nil { // which a regime that begins looks at anew
		t.Error("a regime that asks for the share of the market changes ", d)
	}
	var saved bytes.Buffer
	if err := sim.Save(v, &saved); err != nil {
		t.Fatal(err)
	}
	again, err := sim.Load(c.Config(1), c.Arms[0], &saved)
	if err != nil {
		t.Fatal(err)
	}
	if d := simtest.Compare(v, again, nil); d != nil {
		t.Error(d)
	}
}

// A skill that nobody has is in nobody's job: such vacancies lapse, or are upgraded until
// they ask for less. One that all have changes nothing.
func TestVacanciesThatAskForASkill(t *testing.T) {
	world := func(asked, upgrade float64) *sim.World {
		return applicants(t, 20000, 2000, func(c *sim.Config) {
			c.Behaviour.Finding.EntryHazard = 0.02
			c.Market.Closure, c.Market.Competitors, c.Market.VacanciesFilled = sim.Inflow, 0.5, 0.8
			c.Market.Occupations[8].Skilled, c.Market.Occupations[8].LeastSkill = 0.5, asked
			c.Market.Employers.Upgrade, c.Market.Employers.UpgradePay = upgrade, 0.1
		})
	}
	a, b := world(-30, 0), world(-30, 0)
	market := *b.Market
	market.Occupations[8].Skilled = 0
	b.Market = &market
	for range 6 {
		week(t, a)
		week(t, b)
	}
	if x, y := a.Districts[0].Demand, b.Districts[0].Demand; x.Hires != y.Hires || x.Filled != y.Filled || x.Opened != y.Opened {
		t.Errorf("a skill that all have changes hires from %v to %v", y.Hires, x.Hires)
	}
	for _, upgrade := range []float64{0, 0.8} {
		w := world(30, upgrade)
		week(t, w)
		v, m := &w.Districts[0].Vacancies, &w.Districts[0].Demand
		seen, gone, lapsed := map[[2]int32]bool{}, 0, m.Lapsed
		for range 20 {
			clear(seen)
			for k := range v.Len() {
				seen[[2]int32{int32(v.Created[k]), int32(v.Serial[k])}] = v.LeastSkill[k] == 30
			}
			week(t, w)
			for k := range v.Len() {
				delete(seen, [2]int32{int32(v.Created[k]), int32(v.Serial[k])})
			}
			for _, asked := range seen {
				if asked {
					gone++
				}
			}
		}
		still := 0
		for k := range v.Len() {
			if v.LeastSkill[k] == 30 {
				still++
			}
		}
		if lapsed = m.Lapsed - lapsed; gone == 0 || int64(gone) > lapsed {
			t.Errorf("%d vacancies that ask for a skill nobody has are gone, %d lapsed", gone, lapsed)
		}
		if few := still < v.Len()*3/4; few != (upgrade > 0) {
			t.Errorf("with upgrades of %v a week %d of %d open vacancies ask for a skill nobody has", upgrade, still, v.Len())
		}
	}
}

// Vacancies that nobody fills pay more at first and ask for less then, and no more follows.
func TestUpgrades(t *testing.T) {
	for _, c := range []struct{ upgrade, pay float64 }{{0, 0.1}, {1, 0}, {1, 0.1}, {0.25, 0.1}} {
		w := applicants(t, 4000, 8000, func(s *sim.Config) {
			s.Behaviour.Pay.AtMinimum = 1
			s.Market.Occupations[8].Certificate, s.Market.Occupations[8].Skilled, s.Market.Occupations[8].LeastSkill = 1, 1, 0
			s.Market.VacanciesFilled = 1
			s.Market.Employers.Upgrade, s.Market.Employers.UpgradePay = c.upgrade, c.pay
		})
		week(t, w)
		shortlist(w, 0, 0)
		week(t, w)
		v := &w.Districts[0].Vacancies
		upgraded, old := 0, 0
		for k := range v.Len() {
			times := v.Upgrades[k]
			want := int32(1144)
			if times > 0 {
				want = int32(1144*(1+c.pay) + 0.5)
			}
			if asks := times < 2; v.HourlyPay[k] != want || v.Certificate[k] != asks || (v.LeastSkill[k] == 0) != asks {
				t.Fatalf("%+v: after %d upgrades a vacancy pays %d and asks for a qualification: %v", c, times, v.HourlyPay[k], v.Certificate[k])
			}
			if v.Created[k] < 0 {
				old++
				upgraded += int(times)
			}
		}
		proportion(t, "upgrades of two weeks", upgraded, 2*old, c.upgrade, 0.09)
	}
}
