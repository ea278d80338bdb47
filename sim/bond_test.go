package sim_test

import (
	"testing"

	"caseload/agents"
	"caseload/policy"
	"caseload/sim"
)

// bonded is the contract of bought with £2 a week, £300 for distress that has fallen by half
// a standard unit after six weeks, and an investor.
func bonded(most float64) policy.Contract {
	return bought(func(c *policy.Contract) {
		c.Groups[0].Service, c.Groups[0].Sustained = number(200), nil
		c.Groups[0].Wellbeing = &policy.WellbeingFee{Fee: number(30000), Falls: number(0.5), After: number(6)}
		c.Investor = &policy.Investor{Most: number(most), PassesOn: number(0.1)}
	})
}

// The investor pays what is due up front, the department for outcomes, up to the limit; all
// to the penny.
func TestInvestorsPayUpFront(t *testing.T) {
	for _, c := range []struct {
		most, better   float64
		repaid, passed int64
	}{
		{100, 2, 30000 + 100000, 13000}, {100, 0.1, 100000, 10000},
		// By the sixth week £112 have been paid in, by the eleventh £122, and £158.60 is the limit.
		{1.3, 2, 15860, 1586},
	} {
		w := contracted(t, 1, func(config *sim.Config) {
			config.Behaviour.Providing.Adjusts = 0.05
			config.Behaviour.Wellbeing.Instrument.ItemReliability = 1
		}, bonded(c.most))
		d := &w.Districts[0]
		v := &d.Providers[0]
		cash := v.Cash
		week(t, w)
		w.People.DistressAtStart[0] = int16(100 * (float64(w.People.Distress[0]) + c.better))
		w.People.Status[0] = agents.Employed
		d.Stock[agents.Claimant], d.Stock[agents.Employed] = 0, 1
		w.People.ProgrammeStage[0], w.People.Programme[0] = agents.NoProgramme, 0
		advance(t, w, 11)
		b := &d.Books.Bond
		if upFront := int64(10000 + 11*200); b.Fees != upFront || b.Repaid != c.repaid || b.PassedOn != c.passed || d.Books.ProviderFees != c.repaid {
			t.Errorf("most %v, better by %v: %+v and %d of fees; want %d up front, %d repaid, %d passed on", c.most, c.better, *b, d.Books.ProviderFees, upFront, c.repaid, c.passed)
		}
		if want := cash + b.Fees + b.PassedOn - v.Count.StaffPence; v.Cash != want {
			t.Errorf("the provider has %d pence, want %d", v.Cash, want)
		}
		if b.Asked != 1 || b.Better != b.BetterTruly || (b.Better == 1) != (c.better > 0.5) {
			t.Errorf("better by %v: asked %d, better %d as measured and %d truly", c.better, b.Asked, b.Better, b.BetterTruly)
		}
	}
}

// With an investor the department pays for no place or start, and without one for all.
func TestInvestorsPayForPlaces(t *testing.T) {
	for _, invested := range []bool{true, false} {
		contract := bonded(1)
		if !invested {
			contract.Investor = nil
		}
		w := small{
			persons: 3, status: agents.Claimant, contracts: []policy.Contract{contract},
			programmes: []policy.Programme{course(func(m *policy.Programme) {
				m.Places, m.Weeks, m.Content = number(1e6), number(104), policy.Taught{}
				m.Cost = policy.ProgrammeCost{Place: number(700), Start: number(5000)}
			})},
			person: func(p *agents.Population, i int32) {
				p.Programme[i], p.ProgrammeStage[i], p.ProgrammeSince[i] = 1, agents.Waits, -1
				p.NextInterview[i], p.FirstDone[i], p.Coach[i] = agents.Never, true, -1
			},
		}.world(t)
		week(t, w)
		b, want := &w.Districts[0].Books, [2]int64{0, 3 * 5000}
		if !invested {
			want = [2]int64{3 * 5000, 0}
		}
		if b.Programmes != want[0] && b.Programmes != want[0]+3*700 || (b.Bond.Programmes > 0) != invested || (b.Programmes > 0) == invested {
			t.Errorf("investor %v: the department pays %d, the investor %d for starts", invested, b.Programmes, b.Bond.Programmes)
		}
		if b.Programmes+b.Bond.Programmes < 3*5000 {
			t.Errorf("starts and places cost %d in all", b.Programmes+b.Bond.Programmes)
		}
	}
}

// A questionnaire that errs finds people better who are not.
func TestAnswersErr(t *testing.T) {
	found := func(reliability float64) (better, truly int64) {
		w := contracted(t, 400, func(config *sim.Config) { config.Behaviour.Wellbeing.Instrument.ItemReliability = reliability }, bonded(100))
		advance(t, w, 7)
		for k := range w.Districts {
			b := &w.Districts[k].Books.Bond
			better, truly = better+b.Better, truly+b.BetterTruly
		}
		return better, truly
	}
	if better, truly := found(1); better != truly {
		t.Errorf("without error %d are better as measured and %d truly", better, truly)
	}
	if better, truly := found(0.05); better < truly+40 {
		t.Errorf("with an error %d are better as measured and %d truly", better, truly)
	}
}
