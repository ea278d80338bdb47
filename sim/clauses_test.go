package sim_test

import (
	"testing"

	"caseload/policy"
	"caseload/sim"
)

// settled is half a year of sixty participants, of whom some find work, under a contract with
// every clause, and what the provider has of it.
func settled(t *testing.T, config func(c *sim.Config), change func(c *policy.Contract)) (*sim.World, *sim.Provider) {
	t.Helper()
	w := contracted(t, 60, func(c *sim.Config) {
		hopeful(c)
		c.Behaviour.Finding.EntryHazard, c.Behaviour.Providing.Learns, c.Behaviour.Coaching.NewcomerSkill, c.Behaviour.Attendance.Missed = 0.05, 26, 0.3, 0.3
		c.Behaviour.Attendance.RapportOdds = 1
		if config != nil {
			config(c)
		}
	}, bought(func(c *policy.Contract) {
		c.Groups[0].Service, c.Groups[0].Job.After, c.Groups[0].Sustained.Every = number(500), number(2), number(2)
		c.Minimum.Contact = number(6)
		if change != nil {
			change(c)
		}
	}))
	w.Regime.Plan.Programmes[0].Mandatory = true
	advance(t, w, 26)
	checkBooks(t, w)
	return w, &w.Districts[0].Providers[0]
}

// TestClausesOfAContract leaves one clause after the other out of a contract, and writes it
// otherwise: what it brings about is nothing, or as it was without it, in the one case, and another
// number in the other.
func TestClausesOfAContract(t *testing.T) {
	type contract = *policy.Contract
	group := func(c contract) *policy.PaymentGroup { return &c.Groups[0] }
	fee := func(kind policy.Fee) func(w *sim.World, v *sim.Provider) float64 {
		return func(_ *sim.World, v *sim.Provider) float64 { return float64(v.Count.Fees[kind]) }
	}
	minutes := func(_ *sim.World, v *sim.Provider) float64 { return float64(v.Count.StaffMinutes) }
	missed := func(_ *sim.World, v *sim.Provider) float64 {
		return float64(v.Count.Missed) / float64(v.Count.Contacts)
	}
	for _, clause := range []struct {
		name       string
		off, moved func(c contract)
		see        func(w *sim.World, v *sim.Provider) float64
		without    float64 // where nothing comes of it; below 0 where it is as much as it is, and less than with it
	}{
		{"service fee", func(c contract) { group(c).Service.Value = 0 }, func(c contract) { group(c).Service.Value = 900 }, fee(policy.ServiceFee), 0},
		{"attachment fee", func(c contract) { group(c).Attachment.Value = 0 }, func(c contract) { group(c).Attachment.Value = 900 }, fee(policy.AttachmentFee), 0},
		{"job-outcome fee", func(c contract) { group(c).Job.Fee.Value = 0 }, func(c contract) { group(c).Job.After.Value = 6 }, fee(policy.OutcomeFee), 0},
		{"sustained-outcome fee", func(c contract) { group(c).Sustained = nil }, func(c contract) { group(c).Sustained.AtMost.Value = 1 }, fee(policy.SustainedFee), 0},
		{"cap on outcomes", func(c contract) {
			c.Accelerators = []policy.Accelerator{{From: number(0), Pays: number(0)}}
		}, func(c contract) {
			c.Accelerators = []policy.Accelerator{{From: number(0.1), Pays: number(1.5)}}
		}, fee(policy.OutcomeFee), 0},
		{"limit for a participant", func(c contract) { group(c).Most = number(1) }, func(c contract) { group(c).Most = number(60000) }, fee(policy.OutcomeFee), 0},
		{"least staff", func(c contract) {
			c.Minimum.Staff.Value, group(c).Job.Fee.Value, c.Providers[0].Mission.Value = 0, 0, 0
			group(c).Sustained = nil
		},
			func(c contract) { c.Minimum.Staff.Value = 30 }, minutes, 0},
		{"welcome", func(c contract) { c.Providers[0].Welcome.Value = 1 }, func(c contract) { c.Providers[0].Welcome.Value = 0 }, missed, -1},
		{"reports", func(c contract) { c.Providers[0].Reports.Value = 0 }, func(c contract) { c.Providers[0].Reports.Value = 1 },
			func(w *sim.World, _ *sim.Provider) float64 { return total(w, "Noticed") }, 0},
		{"quality", func(c contract) { c.Providers[0].Quality.Value = 0 }, func(c contract) { c.Providers[0].Quality.Value = 2 }, helped, 0},
		{"guidance on methods", func(c contract) { c.Guidance = nil }, func(c contract) { c.Guidance.Methods.Value = 0.5 }, helped, -1},
	} {
		with := func(change func(c contract)) float64 {
			w, v := settled(t, nil, func(c contract) {
				c.Guidance = &policy.Guidance{Waivers: name("office"), Known: number(0), Methods: number(1)}
				c.Providers[0].Reports, c.Providers[0].Welcome = number(0.5), number(0.5)
				if change != nil {
					change(c)
				}
			})
			return clause.see(w, v)
		}
		on, off, moved := with(nil), with(clause.off), with(clause.moved)
		if clause.without >= 0 && off != clause.without || clause.without < 0 && off >= on {
			t.Errorf("without %s: %g, and %g with it", clause.name, off, on)
		}
		if on == off || moved == on {
			t.Errorf("%s: %g with it, %g without and %g where it is another", clause.name, on, off, moved)
		}
	}
}

// helped is what contacts add to search in all.
func helped(w *sim.World, _ *sim.Provider) (sum float64) {
	for _, x := range w.People.Helped {
		sum += float64(x)
	}
	return sum
}

// TestWhatProvidersKnow takes away what a provider does not know: with no error in whom it
// believes near to work it serves those who are, and the more it errs the less; one that has
// nothing to learn helps more at once.
func TestWhatProvidersKnow(t *testing.T) {
	tilted := func(misjudged float64) float64 {
		w := contracted(t, 400, func(c *sim.Config) { hopeful(c); c.Behaviour.Providing.Misjudged = misjudged }, bought(nil))
		advance(t, w, 26)
		return tilt(w)
	}
	if sure, errs, blind := tilted(0), tilted(1), tilted(50); !(sure > errs && errs > blind && blind < 2) {
		t.Errorf("the nearest get %.2f, %.2f and %.2f times the minutes of the furthest, by how far the provider errs", sure, errs, blind)
	}
	learning := func(weeks float64) float64 {
		w, v := settled(t, func(c *sim.Config) { c.Behaviour.Providing.Learns = weeks }, nil)
		return helped(w, v)
	}
	if at, slow := learning(0), learning(104); at <= slow {
		t.Errorf("contacts add %g where there is nothing to learn and %g where it takes two years", at, slow)
	}
	quality := func(spread float64) float64 {
		w := contracted(t, 2, func(c *sim.Config) { c.Behaviour.Providing.Spread = spread }, bought(nil))
		return w.Districts[0].Providers[0].Quality
	}
	if same, other := quality(0), quality(0.5); same != 1 || other == 1 {
		t.Errorf("quality is %g without a spread and %g with one", same, other)
	}
}

// A limit on what is paid for a participant lowers what a job of hers is worth, and so who gets
// the minutes: with a low one the nearest are worth little more than the furthest.
func TestALimitIsKnownToTheProvider(t *testing.T) {
	tilted := func(most float64) float64 {
		w := contracted(t, 400, hopeful, bought(func(c *policy.Contract) {
			if most > 0 {
				c.Groups[0].Most = number(most)
			}
		}))
		advance(t, w, 26)
		return tilt(w)
	}
	if free, high, low := tilted(0), tilted(1e9), tilted(11000); free != high || low >= high-1 {
		t.Errorf("the nearest get %.2f times the minutes of the furthest without a limit, %.2f with one that never binds and %.2f with a low one", free, high, low)
	}
}
