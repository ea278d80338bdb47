package sim_test

import (
	"math"
	"testing"

	"caseload/agents"
	"caseload/policy"
	"caseload/policy/source"
	"caseload/sim"
	"caseload/sim/simtest"
)

// bought is a contract for the course with one provider and one payment group: £100 for a
// start, £1,000 after ten weeks in work, £200 for each four weeks more, three times.
func bought(change func(c *policy.Contract)) policy.Contract {
	c := policy.Contract{
		Name: name("contract"), Delivers: []source.Text{name("course")}, Lasts: number(52), OutcomeShare: number(1),
		Groups: []policy.PaymentGroup{{
			Name: name("all"), Attachment: number(10000), Job: policy.JobFee{Fee: number(100000), After: number(10)},
			Sustained: &policy.SustainedFees{Fee: number(20000), Every: number(4), AtMost: number(3)},
			Expected:  policy.ExpectedResults{Jobs: number(0.4), Payments: number(2)},
		}},
		Minimum:    &policy.MinimumService{Contact: number(104), Staff: number(6)},
		Allocation: name("rotation"), Replaced: number(4),
		Providers: []policy.Provider{delivers("one", 1)},
	}
	if change != nil {
		change(&c)
	}
	return c
}

// delivers is a provider whose hour of staff costs £30 and whose contacts take half of one.
func delivers(who string, share float64) policy.Provider {
	return policy.Provider{
		Name: name(who), Sector: name("for_profit"), Share: number(share), Quality: number(1), Contact: number(30),
		Cost: number(3000), Reserves: number(1e6), Mission: number(200), Welcome: number(0.5), Reports: number(0),
	}
}

// contracted is a world of claimants whom no coach sees and who all start the course, with
// a provider, in week 0.
func contracted(t testing.TB, persons int, config func(c *sim.Config), list ...policy.Contract) *sim.World {
	t.Helper()
	w := small{
		persons: persons, status: agents.Claimant, config: config, contracts: list,
		programmes: []policy.Programme{course(func(m *policy.Programme) {
			m.Places, m.Weeks, m.Hours, m.Content, m.Cost = number(1e6), number(104), number(0), policy.Taught{}, policy.ProgrammeCost{}
		})},
		person: func(p *agents.Population, i int32) {
			p.Programme[i], p.ProgrammeStage[i], p.ProgrammeSince[i] = 1, agents.Waits, -1
			p.NextInterview[i], p.FirstDone[i], p.Coach[i] = agents.Never, true, -1
		},
	}.world(t)
	for k := range w.Districts {
		w.Districts[k].Log.KeepEvents = true
	}
	return w
}

// Fees follow the contract to the penny, and cash is what came in less what staff cost.
func TestFeesReachTheProvider(t *testing.T) {
	w := contracted(t, 1, func(c *sim.Config) { c.Behaviour.Providing.Adjusts = 0.05 }, bought(nil))
	v := &w.Districts[0].Providers[0]
	reserves := v.Cash
	week(t, w)
	expect(t, "given", w, 0, sees{"Provider": 1, "ServedWeeks": 1, "ProviderStarts": 1, "ProviderAgain": 0, "TimesServed": 1, "ProviderPence": 10000})
	w.People.Status[0] = agents.Employed
	w.Districts[0].Stock[agents.Claimant], w.Districts[0].Stock[agents.Employed] = 0, 1
	w.People.ProgrammeStage[0], w.People.Programme[0] = agents.NoProgramme, 0
	for _, at := range []struct {
		week  agents.Week
		pence int
	}{{10, 10000}, {11, 110000}, {14, 110000}, {15, 130000}, {23, 170000}, {50, 170000}} {
		advance(t, w, at.week)
		expect(t, "in work", w, 0, sees{"ProviderPence": at.pence})
	}
	if want := reserves + 170000 - v.Count.StaffPence; v.Cash != want || w.Districts[0].Books.ProviderFees != 170000 {
		t.Errorf("the provider has %d pence, want %d; the books say %d of fees", v.Cash, want, w.Districts[0].Books.ProviderFees)
	}
	// Six minutes at £30 an hour, of which a twentieth goes each week after she has found work.
	near(t, "cost of staff", float64(v.Count.StaffPence), 300*(1-math.Pow(0.95, 50))/0.05, 0.005)
	advance(t, w, 60)
	expect(t, "after its time", w, 0, sees{"Provider": 0, "Returned": 52, "ProviderOutcomes": 1})
	if v.Left > 30+v.Staff {
		t.Errorf("%.0f minutes wait for participants to come, more than a contact", v.Left)
	}
	checkBooks(t, w)
}

// A provider sees people in work for as long as fees hang on their staying there, and it helps
// them stay; not where a contact does nothing or where no more is paid.
func TestProvidersSeePeopleInWork(t *testing.T) {
	served := func(retains float64, sustained *policy.SustainedFees) (contacts, ends int32) {
		w := contracted(t, 400, func(c *sim.Config) {
			c.Behaviour.Providing.Retains, c.Behaviour.Providing.Adjusts = retains, 1
			c.Behaviour.Finding.EntryHazard, c.Behaviour.Jobs.SeparationStart, c.Behaviour.Jobs.SeparationTime = 0.2, 0.05, 500
		}, bought(func(c *policy.Contract) { c.Groups[0].Sustained, c.Groups[0].Job.After = sustained, number(1) }))
		advance(t, w, 40)
		checkBooks(t, w)
		v := &w.Districts[0].Providers[0].Count
		return v.ContactsInWork, v.Ends
	}
	dear := &policy.SustainedFees{Fee: number(500000), Every: number(4), AtMost: number(10)}
	contacts, ends := served(0.8, dear)
	if none, more := served(0, dear); none != 0 || contacts == 0 || ends >= more-more/10 {
		t.Errorf("%d contacts in work and %d jobs that end, %d and %d where they do nothing", contacts, ends, none, more)
	}
	if contacts, _ := served(0.8, nil); contacts != 0 {
		t.Errorf("%d contacts in work for which nothing is paid", contacts)
	}
}

// Where a contact keeps somebody in a job, jobs end with the payment: more of them after the last
// fee than while fees hang on them. Where it does not, as many end before as after.
func TestJobsEndWithThePayment(t *testing.T) {
	ends := func(retains float64) (before, after float64) {
		w := contracted(t, 4800, func(c *sim.Config) {
			c.Behaviour.Providing.Retains, c.Behaviour.Providing.Adjusts = retains, 1
			c.Behaviour.Finding.EntryHazard, c.Behaviour.Jobs.SeparationStart, c.Behaviour.Jobs.SeparationFloor = 0.2, 0.03, 0.03
		}, bought(func(c *policy.Contract) {
			c.Groups[0].Job.After, c.Groups[0].Sustained = number(1), &policy.SustainedFees{Fee: number(500000), Every: number(4), AtMost: number(4)}
		}))
		advance(t, w, 50)
		checkBooks(t, w)
		r, v := &w.Districts[0].Books.Retained, &w.Districts[0].Providers[0].Count
		if r.All.Ends != int64(v.Ends) || r.After.Weeks != int64(v.WorkAfter) || r.All.Weeks != int64(v.Work) || r.After.Ends != int64(v.EndsAfter) {
			t.Errorf("the books have %+v, the provider %+v", r, v)
		}
		return float64(r.All.Ends-r.After.Ends) / float64(r.All.Weeks-r.After.Weeks), float64(r.After.Ends) / float64(r.After.Weeks)
	}
	if before, after := ends(0.8); after < 2*before {
		t.Errorf("%.4f of jobs end a week while they are paid for and %.4f after", before, after)
	}
	if before, after := ends(0); after > 1.35*before || after < before/1.35 {
		t.Errorf("where contacts do nothing %.4f of jobs end a week while they are paid for and %.4f after", before, after)
	}
}

// hopeful lets claimants differ in their chance of work, of half a per cent a week or so.
func hopeful(c *sim.Config) {
	c.Behaviour.Finding.EntryHazard, c.Behaviour.Finding.FrailtyVariance = 0.005, 1
	c.Population.Attached[0].Duration = agents.NewDurationLaw(0.005, 1, 0, 1)
}

// tilt is how many times the minutes a week of a participant in the fifth furthest from work
// one in the nearest gets.
func tilt(w *sim.World) float64 {
	var minutes, weeks [5]float64
	for k := range w.Districts {
		c := &w.Districts[k].Providers[0].Count
		for f := range weeks {
			minutes[f] += float64(c.Minutes[f])
			weeks[f] += float64(c.Weeks[f])
		}
	}
	return minutes[4] / weeks[4] / (minutes[0] / weeks[0])
}

// With a flat fee minutes are the same for all, and the more of the fee hangs on outcomes,
// the more of them go to those near to work. Sixteen worlds of 400 participants find a tilt of a
// tenth under a flat fee, and one of four tenths between two shares, at a level of one in a
// million with a power of 99.9%, or the test fails for want of power.
func TestMinutesFollowTheFee(t *testing.T) {
	const worlds, level, power = 16, 7.9, 3.9 // quantiles of Student's law with 15 degrees of freedom
	shares := []float64{0, 0.25, 0.5, 1}
	var logs [worlds][]float64
	for n := range worlds {
		for _, share := range shares {
			w := contracted(t, 400, func(c *sim.Config) { hopeful(c); c.Seed = uint64(n + 1) }, bought(func(c *policy.Contract) { c.OutcomeShare = number(share) }))
			advance(t, w, 26)
			logs[n] = append(logs[n], math.Log(tilt(w)))
		}
	}
	for k, share := range shares {
		mean, square := 0.0, 0.0
		for n := range worlds {
			x := logs[n][k] // with a flat fee the tilt, and then what the next step of the share adds
			if k > 0 {
				x -= logs[n][k-1]
			}
			mean, square = mean+x/worlds, square+x*x/worlds
		}
		se := math.Sqrt((square - mean*mean) / (worlds - 1))
		t.Logf("%.0f%% for outcomes: %+.3f in the log of the minutes of the nearest to those of the furthest, standard error %.3f", 100*share, mean, se)
		detect := 0.1
		if k > 0 {
			detect = 0.4
		}
		if se*(level+power) > detect {
			t.Errorf("%.0f%% for outcomes: a tilt of %.2f could be missed, at a standard error of %.3f", 100*share, detect, se)
		}
		if told := math.Abs(mean) > level*se; told != (k > 0) || k > 0 && mean < 0 {
			t.Errorf("%.0f%% for outcomes: %+.3f in the log of the minutes of the nearest to those of the furthest, standard error %.3f", 100*share, mean, se)
		}
	}
}

// What a contact adds is what an interview of the same length and quality adds, and nothing
// without quality; the minutes are spent on whoever misses it as well.
func TestContactsActAsInterviews(t *testing.T) {
	each := func(c *policy.Contract) { c.Minimum.Contact, c.Minimum.Staff = number(1), number(30) }
	w := contracted(t, 1, nil, bought(each))
	week(t, w)
	expect(t, "seen", w, 0, sees{"ProviderContacts": 1, "ProviderMinutes": 30, "ProviderSeen": 0})
	near(t, "what is remembered", float64(w.People.SeenLately[0]), w.Habits.SeenDecay, 1e-6)
	minutes := 30 * w.Habits.Reference[agents.Planning]
	near(t, "what it adds", float64(w.People.Helped[0]), w.Habits.Helped(1, minutes), 1e-6)
	w = contracted(t, 1, nil, bought(func(c *policy.Contract) { each(c); c.Providers[0].Quality = number(0) }))
	week(t, w)
	expect(t, "without quality", w, 0, sees{"ProviderContacts": 1, "Helped": 0})
	w = contracted(t, 1, func(c *sim.Config) { c.Behaviour.Attendance.Missed = 1 }, bought(each))
	week(t, w)
	expect(t, "missed", w, 0, sees{"ProviderContacts": 0, "ProviderMinutes": 30, "SeenLately": 0})
}

// A welcoming provider eases its participants, one that is not distresses them, and one of whom
// they learn something makes them bolder.
func TestHowProvidersReceive(t *testing.T) {
	feels := func(welcome, quality float64) (distress, efficacy float64) {
		w := contracted(t, 1, func(c *sim.Config) {
			c.Behaviour.Attendance.Missed, c.Behaviour.Wellbeing.Shocks.Contact, c.Behaviour.Wellbeing.Efficacy.Interview = 0, 0.1, 0.1
		}, bought(func(c *policy.Contract) {
			c.Minimum.Contact, c.Minimum.Staff = number(1), number(30)
			c.Providers[0].Welcome, c.Providers[0].Quality = number(welcome), number(quality)
		}))
		w.People.SelfEfficacy[0], w.People.UsualEfficacy[0] = 3, 3
		week(t, w)
		expect(t, "seen", w, 0, sees{"ProviderContacts": 1})
		return float64(w.People.Distress[0]), float64(w.People.SelfEfficacy[0])
	}
	cold, learnt := feels(0.1, 1)
	warm, nothing := feels(0.9, 0)
	if cold < warm+0.1 || learnt <= nothing {
		t.Errorf("distress is %.3f after a cold contact and %.3f after a warm one; self-efficacy %.3f where something was learnt, %.3f where not", cold, warm, learnt, nothing)
	}
}

// A provider whose fees come later than its costs and that has no cash is insolvent; its
// participants wait for the next, whom the same contract lets begin. A public one goes on.
func TestProvidersBecomeInsolvent(t *testing.T) {
	poor := func(sector string) *sim.World {
		w := contracted(t, 20, nil, bought(func(c *policy.Contract) {
			c.Groups[0].Attachment = number(0)
			c.Providers[0].Reserves, c.Providers[0].Sector = number(0), name(sector)
		}))
		for w.Week < 12 {
			week(t, w)
			checkBooks(t, w)
		}
		return w
	}
	if c := poor("voluntary").Districts[0].Providers[0].Count; c.Insolvent != 3 || c.Entered != 2 || c.Participants != 20 || c.Contacts == 0 {
		t.Errorf("without cash and fees, each replaced after four weeks: %+v", c)
	}
	public := &poor("public").Districts[0].Providers[0]
	if public.Count.Insolvent != 0 || public.Cash >= 0 {
		t.Errorf("a public provider: %+v", public)
	}
}

// Participants go by turns as shares say, or to whoever they like: to the more hospitable
// where they choose, to the better record where it is known.
func TestWhoGoesWhere(t *testing.T) {
	starts := func(allocation string, published bool, prepare func(w *sim.World)) float64 {
		w := contracted(t, 1000, nil, bought(func(c *policy.Contract) {
			c.Allocation, c.Published = name(allocation), source.Flag{Value: published, Set: true}
			c.Providers = []policy.Provider{delivers("one", 0.8), delivers("two", 0.2)}
			c.Providers[0].Welcome = number(1)
			c.Providers[1].Welcome = number(0)
		}))
		if prepare != nil {
			prepare(w)
		}
		week(t, w)
		one, two := w.Districts[0].Providers[0].Count.Starts, w.Districts[0].Providers[1].Count.Starts
		if one+two != 1000 {
			t.Fatalf("%d starts", one+two)
		}
		return float64(one) / 1000
	}
	record := func(w *sim.World) { // the second has four times the outcomes
		for k, outcomes := range []int64{1000, 4000} {
			v := &w.Districts[0].Providers[k].Known
			v.Attached, v.Outcomes = 1_000_000, outcomes
		}
	}
	near(t, "by turns", starts("rotation", false, nil), 0.8, 0.06)
	near(t, "the office, without records", starts("coach", false, nil), 0.5, 0.12)
	near(t, "the office, by records", starts("coach", false, record), 0.2, 0.25)
	welcome := 1 / (1 + 1/7.389) // two log odds
	near(t, "choice by welcome", starts("choice", false, record), welcome, 0.06)
	if known := starts("choice", true, record); known > welcome-0.1 {
		t.Errorf("where records are published %.2f still go to the more hospitable", known)
	}
}

// Shares move at reviews towards the better record, never below the least, and a contract
// with a poor one ends.
func TestReviewsMoveShares(t *testing.T) {
	reviewed := func(moves, least, ends float64) *sim.World {
		w := contracted(t, 10, nil, bought(func(c *policy.Contract) {
			c.Review = &policy.Review{Every: number(5), Moves: number(moves), Least: number(least), EndsBelow: number(ends)}
			c.Providers = []policy.Provider{delivers("one", 0.5), delivers("two", 0.5)}
		}))
		for k, outcomes := range []int64{4000, 1000} {
			v := &w.Districts[0].Providers[k]
			v.Known.Attached, v.Known.Outcomes, v.Since = 1_000_000, outcomes, -100
		}
		week(t, w)
		checkBooks(t, w)
		return w
	}
	near(t, "share by record", reviewed(1, 0, 0).Districts[0].Providers[0].Share, 0.8, 0.01)
	near(t, "share that stays", reviewed(0, 0, 0).Districts[0].Providers[0].Share, 0.5, 1e-9)
	near(t, "least share", reviewed(3, 0.3, 0).Districts[0].Providers[1].Share, 0.3, 0.02)
	w := reviewed(1, 0, 0.6)
	if v := w.Districts[0].Providers[1]; v.Count.Ended != 1 || v.Since != 4 {
		t.Errorf("a record of two fifths of the mean: %+v", v)
	}
	for i := range w.People.Provider {
		if w.People.Provider[i] != 1 {
			t.Fatalf("person %d is still with the firm that has left", i)
		}
	}
}

// A firm learns: from what it has seen it comes to know how likely work is, by the fifth
// that it believes in, and a higher expectation makes it employ more staff at first.
func TestProvidersEmployByWhatTheyExpect(t *testing.T) {
	staff := func(expects float64, pence float64) float64 {
		w := contracted(t, 200, func(c *sim.Config) { hopeful(c); c.Behaviour.Providing.Expects = expects },
			bought(func(c *policy.Contract) { c.Groups[0].Job.Fee, c.Minimum.Staff = number(pence), number(0) }))
		advance(t, w, 10)
		return w.Districts[0].Providers[0].Staff
	}
	low, high, more := staff(1, 300000), staff(4, 300000), staff(1, 3000000)
	if !(low < high && low < more) {
		t.Errorf("staff is %.0f minutes, %.0f with great expectations, %.0f with a fee ten times as high", low, high, more)
	}
}

// Whom a provider is done with is asked to the office, which counts the minutes.
func TestReturnToTheOffice(t *testing.T) {
	back := func(within float64) *sim.World {
		w := small{
			persons: 1, status: agents.Claimant, coaches: 1, minutes: 600,
			programmes: []policy.Programme{course(func(m *policy.Programme) { m.Content, m.Cost = policy.Taught{}, policy.ProgrammeCost{} })},
			contracts: []policy.Contract{bought(func(c *policy.Contract) {
				c.Lasts = number(3)
				c.ReturnWithin = source.Quantity{Value: within, Set: within > 0}
			})},
			person: func(p *agents.Population, i int32) {
				p.Programme[i], p.ProgrammeStage[i], p.ProgrammeSince[i] = 1, agents.Waits, -1
				p.NextInterview[i], p.FirstDone[i] = 60, true
			},
		}.world(t)
		advance(t, w, 6)
		return w
	}
	w := back(2)
	expect(t, "asked back", w, 0, sees{"Provider": 0, "Returned": 3, "InterviewsHeld": 1, "ReturnMinutes": int(w.Coaches.MinutesUsed[0])})
	expect(t, "not asked", back(0), 0, sees{"Provider": 0, "Returned": 3, "InterviewsHeld": 0, "ReturnMinutes": 0, "NextInterview": 60})
}

// What a job is worth to a provider rises with the referrals that its record can win: not
// while it is alone, and then by what it gives for a referral. That is how a public office
// answers a rival.
func TestRivalsRaiseEffort(t *testing.T) {
	staff := func(keeps float64, rivals bool) float64 {
		w := contracted(t, 300, hopeful, bought(func(c *policy.Contract) {
			c.Minimum.Staff = number(1)
			c.Review = &policy.Review{Every: number(200), Moves: number(1), Least: number(0)}
			c.Providers[0].Sector, c.Providers[0].Keeps = name("public"), number(keeps)
			if rivals {
				c.Providers[0].Share = number(0.5)
				c.Providers = append(c.Providers, delivers("rival", 0.5))
			}
		}))
		advance(t, w, 10)
		c := &w.Districts[0].Providers[0].Count
		weeks := 0.0
		for _, n := range c.Weeks {
			weeks += float64(n)
		}
		return float64(c.StaffMinutes) / weeks
	}
	alone, answered, indifferent := staff(50000, false), staff(50000, true), staff(0, true)
	if answered < 1.5*alone || indifferent > 1.5*alone {
		t.Errorf("staff is %.2f minutes a participant alone, %.2f beside a rival, %.2f where a referral is worth nothing", alone, answered, indifferent)
	}
}

// Contracts and programmes are settled district by district: the number of workers decides
// nothing.
func TestWorkersSettleProvidersAlike(t *testing.T) {
	with := func(workers int) string {
		c := standard(t, "persons=1200", "burn_in.weeks=8", "market.districts.smallest=300", courses, deliverers)
		config := c.Config(1)
		config.Under = c.Arms[1]
		w := sim.NewWorld(config)
		if len(w.Districts) < 3 {
			t.Fatalf("%d districts", len(w.Districts))
		}
		if err := w.Advance(t.Context(), 6, workers, nil); err != nil {
			t.Fatal(err)
		}
		checkBooks(t, w)
		starts := int32(0)
		for k := range w.Districts {
			starts += w.Districts[k].Providers[0].Count.Starts
		}
		if starts == 0 {
			t.Fatal("nobody is with a provider")
		}
		return fingerprint(t, w)
	}
	if with(1) != with(3) {
		t.Error("three workers come to another world than one")
	}
}

// A contract that is let by lot has in each district the providers of its lot alone, and districts of a
// lot are next to one another.
func TestProvidersOfALot(t *testing.T) {
	w := contracted(t, 900, func(c *sim.Config) { c.Market.Districts, c.Market.Offices, c.Market.PersonsEach = 6, 6, 100 }, bought(func(c *policy.Contract) {
		c.Lots = number(3)
		c.Providers = []policy.Provider{delivers("one", 1), delivers("two", 0.6), delivers("three", 0.4)}
		c.Providers[0].Lots = []source.Quantity{number(1)}
		c.Providers[1].Lots, c.Providers[2].Lots = []source.Quantity{number(2), number(3)}, []source.Quantity{number(2), number(3)}
	}))
	advance(t, w, 4)
	checkBooks(t, w)
	if len(w.Districts) != 6 {
		t.Fatalf("%d districts", len(w.Districts))
	}
	alone, with := 0, [3]int32{}
	for k := range w.Districts {
		d := &w.Districts[k]
		one, two, three := d.Providers[0].Count.Participants, d.Providers[1].Count.Participants, d.Providers[2].Count.Participants
		with[0], with[1], with[2] = with[0]+one, with[1]+two, with[2]+three
		switch {
		case one > 0 && two+three == 0:
			alone++
		case one > 0 || two == 0 || three == 0:
			t.Errorf("district %d: %d participants with the provider of another lot, %d and %d with its own", d.Number, one, two, three)
		}
	}
	if with[1] <= with[2] {
		t.Errorf("%d participants with the provider of the larger share, %d with that of the smaller", with[1], with[2])
	}
	if alone != 2 {
		t.Errorf("the first lot has %d districts of six", alone)
	}
}

// A provider that may turn people down takes those of whom it expects more than they cost, and so has
// more of them in work than the public office, which has the others, though the office adds more: what
// they would do without either is known from the same persons in a world without a contract. Where the
// start is paid for well, or nobody may be turned down, both have the same people.
func TestAProviderThatTurnsPeopleDown(t *testing.T) {
	const persons, later = 1600, 30
	play := func(list ...policy.Contract) *sim.World {
		w := contracted(t, persons, func(c *sim.Config) {
			c.Behaviour.Finding.EntryHazard, c.Behaviour.Finding.Skill, c.Behaviour.Search.Support, c.Behaviour.Providing.Adjusts = 0.02, 0.8, 0.6, 1
			c.Behaviour.Providing.Misjudged = 0
		}, list...)
		advance(t, w, 1)
		checkBooks(t, w)
		return w
	}
	terms := func(may bool, start float64) policy.Contract {
		return bought(func(c *policy.Contract) {
			c.MayRefuse = source.Flag{Value: may, Set: true}
			c.Groups[0].Attachment, c.Groups[0].Job.Fee, c.Groups[0].Sustained, c.Minimum.Contact = number(start), number(25000), nil, number(4)
			picks, office := delivers("picks", 0.5), delivers("office", 0.5)
			picks.Quality, office.Quality, office.Sector = number(0), number(1), name("public")
			c.Providers = []policy.Provider{picks, office}
		})
	}
	alone := play()
	advance(t, alone, later)
	standing := func(w *sim.World) (readiness, inWork, added [2]float64, refused int32) {
		of, n := make([]uint8, persons), [2]float64{}
		for i := range of {
			of[i] = w.People.Provider[i]
		}
		refused = w.Districts[0].Providers[0].Count.Refused
		advance(t, w, later)
		for i, k := range of {
			if k > 0 {
				n[k-1]++
				readiness[k-1] += float64(w.People.Readiness[i])
				inWork[k-1] += float64(btoi(w.People.Status[i] == agents.Employed))
				added[k-1] += float64(btoi(w.People.Status[i] == agents.Employed) - btoi(alone.People.Status[i] == agents.Employed))
			}
		}
		for k := range n {
			readiness[k], inWork[k], added[k] = readiness[k]/n[k], inWork[k]/n[k], added[k]/n[k]
		}
		return readiness, inWork, added, refused
	}
	readiness, inWork, added, refused := standing(play(terms(true, 0)))
	if refused == 0 || readiness[0] < readiness[1]+0.5 || inWork[0] < inWork[1]+0.02 || added[0] > added[1]-0.02 {
		t.Errorf("%d turned down; readiness %.2f and %.2f, in work %.3f and %.3f, added %.3f and %.3f", refused, readiness[0], readiness[1], inWork[0], inWork[1], added[0], added[1])
	}
	for _, all := range []policy.Contract{terms(false, 0), terms(true, 1e6)} {
		if readiness, _, _, refused := standing(play(all)); refused != 0 || readiness[0] > readiness[1]+0.3 || readiness[0] < readiness[1]-0.3 {
			t.Errorf("where everybody is taken %d were turned down, and readiness is %.2f and %.2f", refused, readiness[0], readiness[1])
		}
	}
}

// Whom a provider turns down does not hang on who was asked about before her in that week, though
// each who is taken changes its record.
func TestWhoIsTurnedDownDoesNotDependOnOrder(t *testing.T) {
	terms := bought(func(c *policy.Contract) {
		c.MayRefuse, c.Published = source.Flag{Value: true, Set: true}, source.Flag{Value: true, Set: true}
		c.Allocation = name("choice")
		one, other := delivers("one", 0.5), delivers("other", 0.5)
		one.Keeps, other.Keeps = number(300_000), number(300_000)
		c.Providers = []policy.Provider{one, other}
	})
	worlds := [2]*sim.World{}
	for k := range worlds {
		w := contracted(t, 400, func(c *sim.Config) { c.Behaviour.Finding.EntryHazard, c.Behaviour.Finding.Skill = 0.01, 0.8 }, terms)
		for j := range w.Districts[0].Providers {
			v := &w.Districts[0].Providers[j]
			v.Known.Starts, v.Known.Outcomes = 40, 20
		}
		worlds[k] = w
	}
	turnRows(worlds[1])
	for range 3 {
		week(t, worlds[0])
		week(t, worlds[1])
		if d := simtest.Compare(worlds[0], worlds[1], simtest.Skip{"Office": true}); d != nil {
			t.Fatal(d)
		}
	}
	refused := int32(0)
	for _, v := range worlds[0].Districts[0].Providers {
		refused += v.Count.Refused
	}
	if refused == 0 || refused == 800 {
		t.Errorf("%d were turned down", refused)
	}
}

// A provider that expects no work at all of somebody expects to have her on benefit for the whole time.
func TestNobodyIsTakenWhoCostsAndBringsNothing(t *testing.T) {
	w := contracted(t, 100, nil, bought(func(c *policy.Contract) {
		c.MayRefuse = source.Flag{Value: true, Set: true}
		c.Groups[0].Attachment, c.Minimum.Contact, c.Providers[0].Mission = number(0), number(4), number(0)
	}))
	week(t, w)
	if v := &w.Districts[0].Providers[0]; v.Count.Refused != 100 || v.Known.Starts != 0 {
		t.Errorf("%d of 100 were turned down", v.Count.Refused)
	}
}
