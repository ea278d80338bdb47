package sim_test

import (
	"bytes"
	"math"
	"slices"
	"testing"

	"caseload/agents"
	"caseload/policy"
	"caseload/policy/source"
	"caseload/sim"
)

func number(x float64) source.Quantity { return source.Quantity{Value: x, Set: true} }

func name(text string) source.Text { return source.Text{Value: text, Set: true} }

// course is a voluntary programme of eight weeks to which everybody is referred at the
// first interview and that everybody completes.
func course(change func(m *policy.Programme)) policy.Programme {
	m := policy.Programme{
		Name: name("course"), Type: name("vocational_training"),
		Referral: policy.Referral{Share: number(1), Length: number(2), Longest: number(100)},
		Places:   number(10), Weeks: number(8), Hours: number(18), Absent: number(0), DropOut: number(0), Noticed: number(1),
		Content: policy.Taught{Skill: number(0.06)},
		Cost:    policy.ProgrammeCost{Place: number(1000), Start: number(5000)},
	}
	if change != nil {
		change(&m)
	}
	return m
}

// taught is a world of claimants who are seen every week from week 0, under a regime with
// programmes.
func taught(t testing.TB, persons int, config func(c *sim.Config), list ...policy.Programme) *sim.World {
	t.Helper()
	w := small{persons: persons, status: agents.Claimant, coaches: float64(persons), minutes: 600, programmes: list, config: config,
		regime: func(p *policy.Plan) {
			for k := range p.Schedules[1:] {
				p.Schedules[k+1].Every = 1
			}
		}}.world(t)
	for i := range w.People.NextInterview {
		w.People.NextInterview[i] = 0
		w.People.FirstDone[i] = true
	}
	for k := range w.Districts {
		w.Districts[k].Log.KeepEvents, w.Districts[k].Log.KeepSpells = true, true
	}
	return w
}

// happened are the kinds of events of programmes, in order.
func happened(w *sim.World) (kinds []string) {
	for _, e := range w.Districts[0].Log.Events {
		if e.Detail == "course" {
			kinds = append(kinds, e.Kind)
		}
	}
	return kinds
}

// A programme goes from an interview to a list, to a start a week later, and to its end;
// what it taught is there from then on, and what it cost is in the books.
func TestAProgrammeRunsItsCourse(t *testing.T) {
	w := taught(t, 1, nil, course(func(m *policy.Programme) { m.Content.Certificate = number(1) }))
	perUnit := w.Habits.Skill.PerUnit
	before := w.People.SkillAt[0]
	week(t, w)
	expect(t, "referred", w, 0, sees{"Programme": 1, "ProgrammeStage": agents.Waits, "ProgrammeSince": 0, "ProgrammesOffered": 1, "ProgrammeStarts": 0, "Offered": 1})
	if w.Coaches.MinutesReferring[0] != 2 || w.Coaches.Offers[0] != 1 {
		t.Errorf("the coach counts %d offers and %d minutes, want 1 and 2", w.Coaches.Offers[0], w.Coaches.MinutesReferring[0])
	}
	advance(t, w, 5)
	expect(t, "taking part", w, 0, sees{"ProgrammeStage": agents.TakesPart, "ProgrammeSince": 1, "Attended": 4, "ProgrammeStarts": 1, "ProgrammeWeeks": 4, "Certificate": false})
	checkBooks(t, w)
	advance(t, w, 12)
	expect(t, "completed", w, 0, sees{"Programme": 0, "ProgrammeStage": agents.NoProgramme, "ProgrammeWeeks": 8, "ProgrammeCompletions": 1, "Completed": 1, "Certificate": true, "ProgrammesOffered": 1, "SkillSince": 8})
	if got, want := float64(w.People.SkillAt[0]-before), 0.06/perUnit; got < want-1e-5 || got > want+1e-5 {
		t.Errorf("skill rose by %g, want %g", got, want)
	}
	if want := []string{"programme_offered", "programme_referred", "programme_started", "programme_completed"}; !slices.Equal(happened(w), want) {
		t.Errorf("happened: %v, want %v", happened(w), want)
	}
	if got := w.Districts[0].Books.Programmes; got != 5000+8*1000 {
		t.Errorf("it cost %d pence", got)
	}
	if at := w.Districts[0].Places[0]; at.There != 10 || at.Started != 1 || at.Waited != 1 || at.Completed != 1 || at.Taken != 0 {
		t.Errorf("places: %+v", at)
	}
	spells := w.Districts[0].Log.Spells
	if len(spells) != 1 || spells[0].Name != "course" || spells[0].StartWeek != 1 || spells[0].EndWeek != 9 || spells[0].Weeks != 8 || spells[0].EndReason.String() != "completed" {
		t.Errorf("spells: %+v", spells)
	}
}

// Places are never over-used, who was referred first starts first, and a start day that is
// not every week makes people wait for it.
func TestPlacesAreScarce(t *testing.T) {
	w := taught(t, 10, nil, course(func(m *policy.Programme) { m.Places, m.StartsBy = number(3), number(4) }))
	for w.Week < 40 {
		started := slices.Clone(w.People.Total.ProgrammeStarts)
		at := w.Week
		week(t, w)
		checkBooks(t, w)
		place := &w.Districts[0].Places[0]
		if place.Taken > 3 {
			t.Fatalf("week %d: %d on 3 places", at, place.Taken)
		}
		if !slices.Equal(started, w.People.Total.ProgrammeStarts) && at%4 != 0 {
			t.Fatalf("somebody starts in week %d", at)
		}
	}
	place := &w.Districts[0].Places[0]
	if place.Started != 10 || place.Completed < 9 || place.Waiting != 0 {
		t.Errorf("after 40 weeks of courses of eight: %+v", place)
	}
	queue := taught(t, 10, nil, course(func(m *policy.Programme) { m.Places, m.Referral.Longest = number(3), number(4) }))
	advance(t, queue, 2)
	if at := queue.Districts[0].Places[0]; at.Referred != 10 || at.Taken != 3 {
		t.Errorf("before anybody waits all are referred: %+v", at)
	}
}

// Who is sent and does not come has failed, is referred, and can be sent again; a volunteer
// has failed nothing. Weeks that are missed are failures as far as they are noticed.
func TestNotAttending(t *testing.T) {
	enforced := func(duty bool, habits func(b *agents.Behaviour), change func(m *policy.Programme)) *sim.World {
		w := taught(t, 1, func(c *sim.Config) {
			if habits != nil {
				habits(&c.Behaviour)
			}
		}, course(func(m *policy.Programme) {
			m.Mandatory = source.Flag{Value: duty, Set: true}
			if change != nil {
				change(m)
			}
		}))
		w.Regime.Plan.NotAttended = certain(agents.ProgrammeNotAttended, 14)
		return w
	}
	nobody := func(b *agents.Behaviour) { b.Programmes.TakesPart = 0 }
	w := enforced(true, nobody, nil)
	advance(t, w, 3)
	expect(t, "sent and stays away", w, 0, sees{"ProgrammeStarts": 0, "Failures": 1, "Noticed": 1, "Sanctions": 1, "SanctionKind": agents.ProgrammeNotAttended, "ProgrammesOffered": 2})
	w = enforced(false, nobody, nil)
	advance(t, w, 3)
	expect(t, "asked and does not want to", w, 0, sees{"ProgrammeStarts": 0, "Failures": 0, "ProgrammesRefused": 1, "ProgrammesOffered": 1})
	absent := func(m *policy.Programme) { m.Absent = number(1) }
	w = enforced(true, nil, absent)
	advance(t, w, 4)
	expect(t, "weeks missed", w, 0, sees{"ProgrammeStarts": 1, "Attended": 0, "Failures": 3, "Noticed": 3})
	w = enforced(true, nil, func(m *policy.Programme) { m.Absent, m.Noticed = number(1), number(0) })
	advance(t, w, 4)
	expect(t, "and nobody hears of it", w, 0, sees{"Failures": 3, "Noticed": 0})
	w = enforced(false, nil, absent)
	advance(t, w, 12)
	expect(t, "weeks missed by a volunteer", w, 0, sees{"Failures": 0, "ProgrammeCompletions": 1, "SkillAt": w.People.Skill[0]})
	w = enforced(true, nil, func(m *policy.Programme) { m.DropOut = number(1) })
	advance(t, w, 3)
	expect(t, "given up", w, 0, sees{"Programme": 0, "ProgrammeStarts": 1, "ProgrammeCompletions": 0, "Failures": 1, "Sanctions": 1})
	w = enforced(true, nobody, nil)
	w.People.WaivedUntil[0] = 50
	advance(t, w, 3)
	expect(t, "nothing is required", w, 0, sees{"ProgrammeStarts": 0, "Failures": 0})
}

// A programme that is for others, that nobody believes her to need, that comes after another
// or has no places does not reach her.
func TestWhoIsReferred(t *testing.T) {
	for what, c := range map[string]struct {
		list  []policy.Programme
		judge uint8
		want  sees
	}{
		"for the young":    {list: []policy.Programme{course(func(m *policy.Programme) { m.Who.Age = &policy.Span{Below: number(18)} })}, want: sees{"Offered": 0}},
		"no places":        {list: []policy.Programme{course(func(m *policy.Programme) { m.Places = number(0) })}, want: sees{"Offered": 0}},
		"too long":         {list: []policy.Programme{course(func(m *policy.Programme) { m.Referral.Length = number(500) })}, want: sees{"Offered": 0}},
		"never brought up": {list: []policy.Programme{course(func(m *policy.Programme) { m.Referral.Share = number(0) })}, want: sees{"Offered": 0}},
		"believed near":    {list: []policy.Programme{course(func(m *policy.Programme) { m.Believed = &policy.Span{Below: number(3)} })}, judge: 4, want: sees{"Offered": 0}},
		"believed far":     {list: []policy.Programme{course(func(m *policy.Programme) { m.Believed = &policy.Span{Below: number(3)} })}, judge: 2, want: sees{"Offered": 1}},
		"first of two":     {list: []policy.Programme{course(nil), course(func(m *policy.Programme) { m.Name, m.After = name("second"), name("course") })}, want: sees{"Offered": 1}},
		"both of a menu": {list: []policy.Programme{
			course(func(m *policy.Programme) { m.Menu = name("menu") }), course(func(m *policy.Programme) { m.Name, m.Menu = name("second"), name("menu") })},
			want: sees{"Offered": 3, "ProgrammesOffered": 1}},
	} {
		w := taught(t, 1, nil, c.list...)
		if c.judge > 0 {
			w.People.Judged[0] = c.judge
		}
		week(t, w)
		expect(t, what, w, 0, c.want)
	}
	w := taught(t, 1, nil, course(nil), course(func(m *policy.Programme) { m.Name, m.After = name("second"), name("course") }))
	advance(t, w, 25)
	expect(t, "one after the other", w, 0, sees{"Offered": 3, "Completed": 3, "ProgrammeCompletions": 2})
}

// A programme for who scores in a questionnaire reaches some of the distressed and some of the others,
// by what it shows.
func TestReferredByQuestionnaire(t *testing.T) {
	offered := func(distress float32) (n int) {
		w := taught(t, 40, nil, course(func(m *policy.Programme) { m.Distress = number(0.5) }))
		for i := range w.People.Distress {
			w.People.Distress[i] = distress
		}
		week(t, w)
		for _, set := range w.People.Offered {
			n += int(set)
		}
		return n
	}
	if well, ill := offered(0.1), offered(0.9); well == 0 || ill == 40 || ill <= well+5 {
		t.Errorf("offered to %d of 40 who are well and %d who are not", well, ill)
	}
}

// applied is what a claimant applies for in some weeks.
func applied(t *testing.T, weeks agents.Week, list ...policy.Programme) float64 {
	w := taught(t, 1, nil, list...)
	advance(t, w, weeks)
	return float64(w.People.Total.Applications[0])
}

// Taking part locks in: the longer the course and the more hours it takes, the more search
// is forgone, all of it before the last weeks. Without hours nothing is.
func TestLockIn(t *testing.T) {
	ownSeed(t)
	long := func(weeks, hours float64) float64 {
		return applied(t, 60, course(func(m *policy.Programme) { m.Weeks, m.Hours, m.Content = number(weeks), number(hours), policy.Taught{} }))
	}
	free := applied(t, 60)
	if idle := long(20, 0); idle != free {
		t.Errorf("%g applications with a course of no hours, %g without one", idle, free)
	}
	before := free
	for _, weeks := range []float64{4, 13, 26, 52} {
		if now := long(weeks, 30); now >= before-1 {
			t.Errorf("a course of %g weeks leaves %g applications, a shorter one %g", weeks, now, before)
		} else {
			before = now
		}
	}
	if part, full := long(26, 15), long(26, 30); part <= full {
		t.Errorf("%g applications on 15 hours a week, %g on 30", part, full)
	}
}

// The type of a programme is a name to add results up by: basic and vocational training of the
// same content are the same, and what differs in content differs in lives.
func TestTypesDifferByContentOnly(t *testing.T) {
	lived := func(kind string, skill float64) string {
		w := taught(t, 20, nil, course(func(m *policy.Programme) { m.Type, m.Content.Skill = name(kind), number(skill) }))
		advance(t, w, 20)
		return fingerprint(t, w)
	}
	vocational := lived("vocational_training", 0.06)
	if lived("basic_training", 0.06) != vocational {
		t.Error("basic and vocational training of the same content have other effects")
	}
	if lived("vocational_training", 0.01) == vocational {
		t.Error("what a course teaches changes nothing")
	}
}

// A course with a level teaches who knows least the most, so that who has been out of work for long
// gains more, and who has reached the level nothing; without one everybody learns alike. The summary
// has what was taught for each start.
func TestWhatACourseTeachesWhom(t *testing.T) {
	learnt := func(level, skill float64, change func(c *sim.Config)) float64 {
		w := taught(t, 1, change, course(func(m *policy.Programme) { m.Content = policy.Taught{Skill: number(0.06), Level: number(level)} }))
		w.People.Skill[0], w.People.SkillAt[0] = float32(skill), float32(skill)
		advance(t, w, 12)
		if got, want := float64(w.People.Total.SkillTaught[0])/1000, float64(w.People.Learnt[0])*w.Habits.Skill.PerUnit; got < want-6e-4 || got > want+6e-4 {
			t.Errorf("%g of log productivity in the totals, %g learnt", got, want)
		}
		return float64(w.People.Learnt[0]) * w.Habits.Skill.PerUnit
	}
	still := func(c *sim.Config) { c.Behaviour.Skill.Decay = 0 }
	for _, c := range []struct{ level, skill, want float64 }{{0, -1, 0.06}, {0, 2, 0.06}, {2, 0, 0.06}, {2, -1, 0.09}, {2, 1, 0.03}, {2, 2, 0}, {2, 3, 0}} {
		if got := learnt(c.level, c.skill, still); got < c.want-1e-6 || got > c.want+1e-6 {
			t.Errorf("a course that leads to %g teaches somebody at %g %.4f, want %.4f", c.level, c.skill, got, c.want)
		}
	}
	if soon, late := learnt(2, 0, still), learnt(2, 0, func(c *sim.Config) { c.Behaviour.Skill.Decay = 0.01 }); late <= soon {
		t.Errorf("who has lost skill out of work learns %g, who has not %g", late, soon)
	}
	if plain, lost := learnt(0, 0, still), learnt(0, 0, func(c *sim.Config) { c.Behaviour.Skill.Decay = 0.01 }); lost != plain {
		t.Errorf("without a level %g and %g are learnt", plain, lost)
	}
}

// Only a programme that is a duty and still to begin threatens.
func TestThreatOfAProgramme(t *testing.T) {
	ownSeed(t)
	waiting := func(duty bool, hours float64) float64 {
		return applied(t, 10, course(func(m *policy.Programme) {
			m.Mandatory = source.Flag{Value: duty, Set: true}
			m.Hours, m.StartsBy, m.Weeks, m.Content = number(hours), number(11), number(30), policy.Taught{}
		}))
	}
	free, asked, sent, briefly := applied(t, 10), waiting(false, 30), waiting(true, 30), waiting(true, 10)
	if asked != free || sent <= briefly || briefly <= free {
		t.Errorf("applications: %g without, %g with a voluntary one to come, %g and %g with a duty of 10 and 30 hours", free, asked, briefly, sent)
	}
}

// Nothing but content makes one programme another, and one that nobody can be on leaves
// every life as it is.
func TestProgrammesThatChangeNothing(t *testing.T) {
	play := func(list ...policy.Programme) string {
		w := taught(t, 60, func(c *sim.Config) { c.Behaviour.Finding.EntryHazard, c.Behaviour.Programmes.TakesPart = 0.05, 0.5 }, list...)
		advance(t, w, 30)
		return fingerprint(t, w)
	}
	none := play()
	if play(course(func(m *policy.Programme) { m.Places = number(0) })) != none {
		t.Error("a programme without places changes something")
	}
	if play(course(func(m *policy.Programme) { m.From = source.Date{Days: int32(policy.DateOf(2090, 1, 2)), Set: true} })) != none {
		t.Error("a programme that is to come changes something")
	}
	vocational := play(course(nil))
	if vocational == none {
		t.Error("a programme changes nothing")
	}
	if play(course(func(m *policy.Programme) { m.Type = name("basic_training") })) != vocational {
		t.Error("a programme acts by its type")
	}
	if play(course(func(m *policy.Programme) { m.Content.Skill = number(0.01) })) == vocational {
		t.Error("what a programme teaches changes nothing")
	}
}

// A certificate opens occupations that ask for one, and an introduction puts somebody on
// a shortlist who would be on none.
func TestWhatAProgrammeOpens(t *testing.T) {
	hired := func(content policy.Taught, asked float64) (jobs int) {
		w := taught(t, 200, func(c *sim.Config) {
			c.Behaviour.Finding.EntryHazard, c.Market.VacanciesOpen = 0.02, 200
			for k := range c.Market.Occupations {
				c.Market.Occupations[k].Certificate, c.Market.Occupations[k].Skilled = asked, 0
			}
			c.Market.Employers.Upgrade = 0
		}, course(func(m *policy.Programme) {
			m.Content, m.Places, m.Weeks, m.Hours = content, number(10), number(1), number(0)
		}))
		advance(t, w, 20)
		for _, n := range w.People.Total.ToWork {
			jobs += int(n)
		}
		return jobs
	}
	if without, with := hired(policy.Taught{}, 1), hired(policy.Taught{Certificate: number(1)}, 1); without != 0 || with == 0 {
		t.Errorf("%d found work without the certificate that all ask for, %d with it", without, with)
	}
	if alone, introduced := hired(policy.Taught{}, 0), hired(policy.Taught{Introduced: number(1)}, 0); introduced < alone+10 {
		t.Errorf("%d found work alone, %d when introduced", alone, introduced)
	}
	if alone, taught := hired(policy.Taught{}, 0), hired(policy.Taught{Search: number(0.7)}, 0); taught <= alone {
		t.Errorf("%d found work untaught, %d taught to search", alone, taught)
	}
}

// A world that is saved in the middle of programmes goes on from its file as if nothing
// had happened, and a regime that has other programmes keeps what it has under the same name.
func TestProgrammesGoOn(t *testing.T) {
	c := standard(t, "persons=1500", "burn_in.weeks=10", "horizon=30 weeks", courses, deliverers)
	w := burnt(t, c)
	w.Enter(c.Arms[1])
	advance(t, w, 6)
	var file bytes.Buffer
	if err := sim.Save(w, &file); err != nil {
		t.Fatal(err)
	}
	v, err := sim.Load(c.Config(1), c.Arms[1], &file)
	if err != nil {
		t.Fatal(err)
	}
	on := func(w *sim.World) (n int) {
		for _, stage := range w.People.ProgrammeStage {
			n += btoi(stage == agents.TakesPart)
		}
		return n
	}
	other := w.Clone()
	advance(t, w, 12)
	advance(t, v, 12)
	checkBooks(t, w)
	if fingerprint(t, w) != fingerprint(t, v) {
		t.Error("a world that was saved goes on otherwise")
	}
	if on(w) == 0 {
		t.Fatal("nobody is on a programme")
	}
	// Under a regime with the second of them alone its participants stay, the others leave.
	regime, plan := *c.Arms[1], *c.Arms[1].Plan
	plan.Programmes = plan.Programmes[1:]
	plan.Contracts, plan.Providers = nil, nil
	regime.Plan = &plan
	stay := 0
	for i, stage := range other.People.ProgrammeStage {
		stay += btoi(stage == agents.TakesPart && other.People.Programme[i] >= 2)
	}
	other.Enter(&regime)
	other.CheckBooks()
	if got := on(other); got != stay || stay == 0 {
		t.Errorf("%d stay on the programme that there still is, want %d", got, stay)
	}
	other.Enter(c.Arms[0])
	if got := on(other); got != 0 {
		t.Errorf("%d are on programmes of a regime without any", got)
	}
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

// worked is a claimant who finds work in the first week in which she is on a programme, with
// what its content says, and whose job ends for no other reason.
func worked(t *testing.T, content policy.Taught, ends float64) *sim.World {
	w := taught(t, 1, func(c *sim.Config) {
		c.Behaviour.Finding.EntryHazard, c.Market.Matching, c.Market.VacanciesOpen = 0, sim.Aggregate, 1000
		c.Behaviour.Jobs.SeparationStart, c.Behaviour.Jobs.SeparationFloor, c.Behaviour.Skill.Stability = ends, ends, 0.5
	}, course(func(m *policy.Programme) { m.Content, m.Hours, m.Weeks = content, number(0), number(30) }))
	advance(t, w, 2)
	expect(t, "on the programme", w, 0, sees{"ProgrammeStage": agents.TakesPart})
	b := w.Habits.Behaviour
	b.Finding.EntryHazard = 1e6
	*w.Habits = *agents.NewConstants(b)
	for k := range w.Districts {
		w.Districts[k].Demand.BaseSearch = 0 // begins anew
	}
	for w.People.Status[0] == agents.Claimant && w.Week < 40 {
		week(t, w)
	}
	if w.People.Status[0] != agents.Employed {
		t.Fatal("she has found no work")
	}
	return w
}

// Who finds work with a subsidy costs the department a part of her pay for its time. What she
// learns she learns in the job.
func TestSubsidisedJob(t *testing.T) {
	w := worked(t, policy.Taught{Skill: number(0.06), Subsidy: &policy.HiringSubsidy{Share: number(0.5), Lasts: number(10)}}, 0)
	began := w.Week - 1
	expect(t, "hired", w, 0, sees{"SubsidisedJobs": 1, "SubsidyEnds": began + 10, "Subsidy": float32(0.5), "SubsidisedBy": uint8(1)})
	before := w.People.SkillAt[0]
	advance(t, w, began+20)
	expect(t, "over", w, 0, sees{"SubsidyEnds": agents.Never, "SubsidisedBy": uint8(0), "SubsidisedWeeks": 10, "WeeksInWork": 20})
	if d := &w.Districts[0]; d.Places[0].Subsidies != d.Books.Subsidies {
		t.Errorf("the programme counts %d of %d pence", d.Places[0].Subsidies, d.Books.Subsidies)
	}
	if got, want := w.Districts[0].Books.Subsidies, int64(w.People.GrossPay[0])*5; got < want-10 || got > want+10 {
		t.Errorf("the department has paid %d pence of her pay, want %d", got, want)
	}
	if got, want := float64(w.People.SkillAt[0]-before), 0.06/w.Habits.Skill.PerUnit; got < want-1e-3 || got > want+1e-3 {
		t.Errorf("skill rose by %g, want %g", got, want)
	}
	checkBooks(t, w)
	plain := worked(t, policy.Taught{Skill: number(0.06)}, 0)
	expect(t, "without a subsidy", plain, 0, sees{"SubsidisedJobs": 0, "SubsidyEnds": agents.Never})
}

// An employer keeps more of those whom he is paid for, and parts with them when it ends: as
// many jobs end in all as without the subsidy, and many of them in that week.
func TestEndingsThatASubsidyPutsOff(t *testing.T) {
	left := func(share float64) (before, week, after float64) {
		w := worked(t, policy.Taught{Subsidy: &policy.HiringSubsidy{Share: number(share), Lasts: number(20)}}, 0.02)
		ends, usual, stays := w.People.SubsidyEnds[0], 0.02, 1.0
		for w.Week = w.People.JobSince[0] + 1; w.Week <= ends+4; w.Week++ {
			chance := usual
			if w.People.SubsidyEnds[0] != agents.Never {
				chance = w.UnderSubsidy(0, usual)
			}
			switch {
			case w.Week < ends:
				before += stays * chance
			case w.Week == ends:
				week += stays * chance
			default:
				after += stays * chance
			}
			stays *= 1 - chance
		}
		return before, week, after
	}
	without, usual, later := left(1e-6)
	fewer, spike, rest := left(0.6)
	if fewer >= without-0.03 || spike < 2*usual || fewer+spike+rest < without+usual+later-0.01 || fewer+spike+rest > without+usual+later+0.01 {
		t.Errorf("jobs that end before, in the week when it ends and after: %.3f %.3f %.3f with a subsidy, %.3f %.3f %.3f without", fewer, spike, rest, without, usual, later)
	}
}

// A subsidy moves somebody up in the rank of applicants: the more and the longer it is paid the more,
// less where employers make more of their impressions, and not where they do not know of it.
func TestASubsidyMovesUp(t *testing.T) {
	merit := func(share, weeks, impression, known float64) float64 {
		w := taught(t, 1, func(c *sim.Config) { c.Market.Employers.Impression = impression }, course(func(m *policy.Programme) {
			m.Content = policy.Taught{Subsidy: &policy.HiringSubsidy{Share: number(share), Lasts: number(weeks), Known: number(known)}}
		}))
		advance(t, w, 3)
		return w.Merit(0)
	}
	none, some, more, longer := merit(0, 26, 0.1, 1), merit(0.3, 26, 0.1, 1), merit(0.6, 26, 0.1, 1), merit(0.3, 52, 0.1, 1)
	if some <= none || more <= some || longer <= some {
		t.Errorf("merits: %g without, %g and %g with more, %g for longer", none, some, more, longer)
	}
	if want := none + -math.Log(0.7)/2/0.1; some < want-1e-6 || some > want+1e-6 {
		t.Errorf("three tenths of pay for half of the time that counts lift to %g, want %g", some, want)
	}
	if choosy := merit(0.3, 26, 0.2, 1); choosy >= some || choosy <= none {
		t.Errorf("merits: %g where impressions are worth twice as much, %g else, %g without", choosy, some, none)
	}
	if unknown, unweighed := merit(0.6, 26, 0.1, 0), merit(0.6, 26, 0, 1); unknown != none || unweighed != none {
		t.Errorf("merits: %g where nobody knows, %g where it is not weighed, %g without", unknown, unweighed, none)
	}
}

// A job that a programme makes is work at the minimum wage that the department pays for; it
// ends after its weeks, and who had it claims again.
func TestAJobOfAProgramme(t *testing.T) {
	w := taught(t, 1, nil, course(func(m *policy.Programme) { m.Content = policy.Taught{Job: source.Flag{Value: true, Set: true}} }))
	advance(t, w, 5)
	expect(t, "in the job", w, 0, sees{"Status": agents.Employed, "JobSource": agents.Created, "ProgrammeStage": agents.TakesPart, "WeeksInWork": 4, "SubsidisedWeeks": 4, "ToWork": 0})
	checkBooks(t, w)
	if w.Districts[0].Books.Subsidies != int64(4*w.People.GrossPay[0]) || w.Districts[0].Places[0].Taken != 1 {
		t.Errorf("%d pence for her pay, %d places taken", w.Districts[0].Books.Subsidies, w.Districts[0].Places[0].Taken)
	}
	advance(t, w, 11)
	expect(t, "afterwards", w, 0, sees{"GapBefore": 1, "Status": agents.Claimant, "WeeksInWork": 8, "SubsidisedWeeks": 8, "ProgrammeCompletions": 1, "ProgrammeWeeks": 8, "Completed": 1, "Programme": 0})
	checkBooks(t, w)
}

// Who completes a programme for it may begin to work for herself, and a condition that is
// managed is less severe.
func TestOtherThingsThatAProgrammeDoes(t *testing.T) {
	w := taught(t, 1, nil, course(func(m *policy.Programme) { m.Content = policy.Taught{Business: number(1)} }))
	advance(t, w, 10)
	expect(t, "in business", w, 0, sees{"Status": agents.Employed, "JobSource": agents.SelfEmployed, "ToWork": 1, "ProgrammeCompletions": 1})
	w = taught(t, 1, nil, course(func(m *policy.Programme) { m.Content = policy.Taught{Severity: number(0.5)} }))
	w.People.HealthLimited[0], w.People.Severity[0] = true, 1
	advance(t, w, 10)
	expect(t, "managed", w, 0, sees{"Severity": float32(0.5)})
}

// What was taught is there beyond what decay takes at most, and a course may lead to an
// occupation group that pays no less.
func TestWhatIsLearntStays(t *testing.T) {
	after := func(content policy.Taught) *sim.World {
		w := taught(t, 1, func(c *sim.Config) { c.Behaviour.Skill.Decay = 0.01 }, course(func(m *policy.Programme) { m.Content = content }))
		w.People.Occupation[0] = 6 // sales
		advance(t, w, 150)
		return w
	}
	skill := func(w *sim.World) float64 { return w.Merit(0) / w.Market.Employers.SkillWeight }
	plain, learnt := after(policy.Taught{}), after(policy.Taught{Skill: number(0.06)})
	if gain := skill(learnt) - skill(plain); gain < 0.06/0.3-1e-3 || gain > 0.06/0.3+1e-3 {
		t.Errorf("after three years out of work %.3f standard units are left of 0.2", gain)
	}
	for occupation, want := range map[string]uint8{"caring": 5, "elementary": 6} {
		if w := after(policy.Taught{Occupation: name(occupation)}); w.People.Occupation[0] != want {
			t.Errorf("a course for %s leads from sales to group %d", occupation, w.People.Occupation[0])
		}
	}
}

// Whom a subsidy is paid for: nearly all would have been chosen all the same where it is small,
// fewer where it is large, and then others lose the job, or nobody where a post would have stayed open;
// where employers do not know of it all of them. Without one nobody is counted. Jobs that were kept for
// its sake alone end in the week in which it does, and who hires more cheaply opens further posts.
func TestWhomASubsidyIsPaidFor(t *testing.T) {
	hired := func(share, known, expands float64) (b sim.HiredWith) {
		voucher := policy.Programme{
			Name: name("voucher"), Type: name("hiring_subsidy"), Referral: policy.Referral{Share: number(1), Length: number(1), Longest: number(100)},
			Places: number(1e7), Weeks: number(26), Hours: number(0), DropOut: number(0), Noticed: number(1),
			Content: policy.Taught{Subsidy: &policy.HiringSubsidy{Share: number(share), Lasts: number(8), Known: number(known)}},
		}
		if share == 0 {
			voucher.Content.Subsidy = nil
		}
		w := taught(t, 1500, func(c *sim.Config) {
			c.Behaviour.Finding.EntryHazard, c.Behaviour.Jobs.SeparationStart, c.Behaviour.Jobs.SeparationTime = 0.05, 0.05, 500
			c.Behaviour.Skill.Stability, c.Behaviour.Finding.Skill, c.Market.VacanciesOpen = 0.3, 0.3, 150
			c.Market.Closure, c.Market.Employers.Expands = sim.Entry, expands
		}, voucher)
		advance(t, w, 20)
		return w.Districts[0].Books.HiredWith
	}
	none, little, much, unknown := hired(0, 1, 0.4), hired(0.01, 1, 0.4), hired(0.8, 1, 0.4), hired(0.8, 0, 0.4)
	if none != (sim.HiredWith{}) {
		t.Errorf("without a subsidy: %+v", none)
	}
	if little.Hires() < 100 || much.Hires() < 100 || 20*little.By[sim.Herself] < 19*little.Hires() || 10*much.By[sim.Herself] > 7*much.Hires() ||
		much.By[sim.OfCompetitor] == 0 || much.By[sim.OfClaimant] == 0 || much.By[sim.OfNobody] == 0 {
		t.Errorf("with a hundredth of pay %+v, with four fifths %+v", little, much)
	}
	if unknown.Hires() < 100 || unknown.By[sim.Herself] != unknown.Hires() || unknown.Posts != 0 || unknown.Over == 0 {
		t.Errorf("where nobody knows of it: %+v", unknown)
	}
	if little.Ended*20 > little.Over || much.Ended*20 < much.Over || much.Ended > much.Over {
		t.Errorf("%d of %d jobs end with a small subsidy and %d of %d with a large one", little.Ended, little.Over, much.Ended, much.Over)
	}
	if fixed := hired(0.8, 1, 0); fixed.Posts != 0 || much.Posts <= little.Posts || much.Posts > float64(much.Hires()) {
		t.Errorf("further posts: %g with little, %g with much of %d hires, %g where employers do not expand", little.Posts, much.Posts, much.Hires(), fixed.Posts)
	}
}
