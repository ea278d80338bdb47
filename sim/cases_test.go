package sim_test

import (
	"flag"
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"

	"caseload/agents"
	"caseload/policy"
	"caseload/policy/source"
	"caseload/scenarios"
	"caseload/sim"
)

var update = flag.Bool("update", false, "write what is found into the files that it is held against")

const sanctionCases = "testdata/cases/sanctions.txt"

// TestSanctionCases plays failures of one claimant under shipped regimes and writes down, to
// the day and the penny, what was decided, served and taken.
func TestSanctionCases(t *testing.T) {
	ownSeed(t)
	written, err := os.ReadFile(sanctionCases)
	if err != nil {
		t.Fatal(err)
	}
	var blocks []string
	cases, read := 0, map[string]*sim.Regime{}
	shipped := func(regime string) *sim.Regime {
		if read[regime] == nil {
			c, found := scenarios.Load(source.Library{Shipped: scenarios.Files}, regime, nil)
			if found.Failed() {
				t.Fatal(found)
			}
			read[regime] = c.Arms[0]
		}
		return read[regime]
	}
	for _, block := range strings.Split(strings.TrimSpace(string(written)), "\n\n") {
		known, _, isCase := strings.Cut(block, "----")
		if isCase {
			cases++
			block = known + "----\n" + strings.TrimRight(readSanctionCase(t, known, shipped).play(t), "\n")
		}
		blocks = append(blocks, block)
	}
	got := strings.Join(blocks, "\n\n") + "\n"
	switch {
	case cases < 10:
		t.Errorf("%d cases were read: the file's format has changed", cases)
	case got == string(written):
	case *update:
		if err := os.WriteFile(sanctionCases, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	default:
		t.Errorf("%s is now:\n%s\nrun `go test ./sim -run SanctionCases -update` and read the difference", sanctionCases, got)
	}
}

// sanctionCase is the upper part of a case: who she is and what she does when.
type sanctionCase struct {
	shipped               func(regime string) *sim.Regime
	regime                string
	start                 policy.Date
	aged25, couple, carer bool
	hardship              bool
	failures              map[agents.Week]agents.Failure
	complies              map[agents.Week]bool
	weeks                 agents.Week
}

func readSanctionCase(t *testing.T, text string, shipped func(string) *sim.Regime) *sanctionCase {
	t.Helper()
	c := &sanctionCase{shipped: shipped, failures: map[agents.Week]agents.Failure{}, complies: map[agents.Week]bool{}, weeks: 13}
	for line := range strings.Lines(text) {
		key, value, _ := strings.Cut(strings.TrimSpace(line), ": ")
		week := func(text string) agents.Week {
			n, err := strconv.Atoi(strings.TrimPrefix(text, "week "))
			if err != nil {
				t.Fatalf("%s: %s", sanctionCases, line)
			}
			return agents.Week(n)
		}
		switch key {
		case "case":
		case "regime":
			c.regime = value
		case "claim":
			var y, m, d int
			if _, err := fmt.Sscanf(value, "%d-%d-%d", &y, &m, &d); err != nil {
				t.Fatalf("%s: %s", sanctionCases, line)
			}
			c.start = policy.DateOf(y, m, d)
		case "is":
			for _, fact := range strings.Split(value, ", ") {
				c.aged25 = c.aged25 || fact == "25 or over"
				c.couple = c.couple || fact == "one of a couple"
				c.carer = c.carer || fact == "lead carer of a child of one"
				c.hardship = c.hardship || fact == "in hardship"
			}
		case "fails":
			name, at, _ := strings.Cut(value, " in ")
			for kind := range agents.Failures {
				if agents.Failure(kind).String() == name {
					c.failures[week(at)] = agents.Failure(kind)
				}
			}
		case "complies":
			c.complies[week(strings.TrimPrefix(value, "in "))] = true
		case "seen until":
			c.weeks = week(value)
		default:
			t.Fatalf("%s: cannot read %q", sanctionCases, line)
		}
	}
	return c
}

// world is one claimant under the shipped lengths, delays and look-backs, where every failure
// is referred and every referral decided against her.
func (c *sanctionCase) world(t *testing.T) *sim.World {
	t.Helper()
	regime := *c.shipped(c.regime)
	w := small{persons: 1, status: agents.Claimant, coaches: 1, minutes: 600, config: func(cfg *sim.Config) {
		shipped, plan := regime.Plan, *regime.Plan
		plan.Enforcement = policy.Enforcement{LongestDays: shipped.LongestDays}
		if c.hardship {
			terms := *shipped.Hardship
			terms.Granted = 1
			plan.Hardship = &terms
		}
		for kind, to := range []**policy.ChainTerms{&plan.Missed, &plan.SearchNotDone, &plan.StepNotTaken, &plan.OfferRefused, &plan.LeftWork} {
			chain := *shipped.Chain(agents.Failure(kind))
			chain.Excused, chain.Referred, chain.Imposed = 0, 1, 1
			*to = &chain
		}
		plan.IdentityCheck, plan.Health, plan.Signing, plan.Postponing = 0, nil, nil, nil
		plan.Staff, plan.Commitment = cfg.Under.Plan.Staff, cfg.Under.Plan.Commitment
		own := regime
		own.Plan = &plan
		cfg.Under, cfg.Start = &own, c.start
		traits := &cfg.Population.Attached[0].Traits
		if !c.aged25 {
			traits.Ages = [4]float64{1, 0, 0, 0}
		}
		if c.couple {
			traits.Couple = 1
		}
		if c.carer {
			traits.LeadCarer, traits.YoungestFrom, traits.YoungestTo = 1, 1.01, 1.0101
		}
	}}.world(t)
	p := w.People
	p.BenefitSince[0], p.Cycle[0], p.FirstDone[0] = 0, w.Regime.Plan.Payment.CycleFrom(0), true
	p.NextInterview[0], p.PeriodPay[0], p.Payable[0] = agents.Never, 0, 0
	w.Districts[0].Books = sim.Books{}
	w.Districts[0].Log.KeepEvents = true
	return w
}

// play is the lower part of a case.
func (c *sanctionCase) play(t *testing.T) string {
	w := c.world(t)
	var b strings.Builder
	p, taken, days := w.People, 0, 0
	day := func(week agents.Week) policy.Date { return c.start.AddDays(7 * int(week)) }
	from, so, paid := agents.Never, 0, 0
	for w.Week < c.weeks {
		now := w.Week
		if kind, fails := c.failures[now]; fails {
			for s := range agents.PendingSlots {
				if p.PendingDecision[0][s] == agents.Never {
					p.PendingKind[0][s], p.PendingFailure[0][s], p.PendingMet[0][s] = kind, now, agents.Never
					p.PendingDecision[0][s] = now + w.Regime.Plan.Chain(kind).DecisionDelay
					break
				}
			}
		}
		p.NextInterview[0] = agents.Never
		if c.complies[now] {
			p.NextInterview[0] = now
		}
		before, was := int(p.PeriodSanction[0]+p.Total.SanctionPence[0]), p.Sanctioned[0]
		week(t, w)
		for _, e := range w.Districts[0].Log.Events {
			if e.Week == now && e.Kind == "sanction_imposed" {
				fmt.Fprintf(&b, "%s  decided: %s\n", day(now), strings.TrimPrefix(w.Regime.Plan.RuleWords(e.Rule), "sanctions "))
			}
		}
		this := int(p.PeriodSanction[0]+p.Total.SanctionPence[0]) - before
		rates := policy.RatesOn(w.Regime.Benefits, w.Regime.Tax, w.Regime.Wage, day(now))
		home := c.household()
		whole := int(rates.SanctionOf(&home, w.Regime.Plan.Groups[p.Group[0]].SanctionedShare, 7))
		if this > 0 {
			if !was || from == agents.Never {
				from, so, paid = now, 0, taken
			}
			n := (7*this + whole/2) / whole
			taken, days, so = taken+this, days+n, so+n
		}
		if from != agents.Never && !p.Sanctioned[0] {
			fmt.Fprintf(&b, "%s  served: %d days from %s, £%s\n", day(from).AddDays(so), so, day(from), pounds(taken-paid))
			from = agents.Never
		}
	}
	if from != agents.Never {
		fmt.Fprintf(&b, "%s  still serving: %d days from %s, £%s\n", day(w.Week), so, day(from), pounds(taken-paid))
	}
	fmt.Fprintf(&b, "in all      %d days, £%s", days, pounds(taken))
	if c.hardship {
		fmt.Fprintf(&b, "; hardship payments £%s, of which £%s given back", pounds(int(p.Total.HardshipPence[0])), pounds(int(p.Total.RecoveredPence[0])))
	}
	return b.String()
}

func (c *sanctionCase) household() policy.Household {
	h := policy.Household{Adults: 1, AnyAdult25: c.aged25}
	if c.couple {
		h.Adults = 2
	}
	if c.carer {
		h.Children = 1
	}
	return h
}

func pounds(pence int) string { return fmt.Sprintf("%d.%02d", pence/100, pence%100) }
