package sim

import (
	"caseload/agents"
	"caseload/agents/exact"
	"caseload/policy"
	"caseload/sim/panel"
	"caseload/sim/rng"
)

// startProgramme is the first day of a programme for somebody who has waited for it. Who is kept from
// coming waits for the next; who was sent and stays away fails.
func (w *World) startProgramme(d *District, i int32, k int) {
	p, t, at := w.People, &w.Regime.Plan.Programmes[k], &d.Places[k]
	why := w.reason(i)
	if why != agents.NoReason || p.WaivedUntil[i] > w.Week {
		return
	}
	if t.Mandatory && w.u(i, rng.TakePart) >= agents.Chance(w.wants(d, i, t, true)) {
		w.leaveProgramme(i)
		p.Offered[i] &^= policy.Bit(k) // she can be sent again
		w.notAttended(d, i, k, 1)
		return
	}
	w.feel(i, w.Week-1)
	at.Taken++
	at.Started++
	at.Waited += int32(w.Week - p.ProgrammeSince[i])
	if t.Course.Job {
		w.createJob(d, i, k)
	}
	p.Programme[i], p.ProgrammeStage[i], p.ProgrammeSince[i], p.Attended[i] = uint8(k+1), agents.TakesPart, w.Week, 0
	p.Total.ProgrammeStarts[i]++
	w.join(d, i, k)
	w.attach(d, i, t)
	w.payProgramme(d, i, at, t, t.StartPence)
	d.Log.event(w, i, Event{Kind: "programme_started", Detail: t.Name, Rule: t.Rule, Coach: p.Coach[i]})
}

// takePart is a week of somebody who is on a programme.
func (w *World) takePart(d *District, i int32) {
	p, k := w.People, int(w.People.Programme[i])-1
	t, at := &w.Regime.Plan.Programmes[k], &d.Places[k]
	if t.Course.Job && w.Week >= p.SubsidyEnds[i] {
		return // the job ends this week
	}
	p.Total.ProgrammeWeeks[i]++
	w.payProgramme(d, i, at, t, t.PlacePence)
	if t.Course.Job {
		p.Attended[i]++
		return
	}
	duty := w.duty(d, i, t.Mandatory)
	motivation := float64(p.Motivation[i])
	if w.u(i, rng.GiveUp) < w.Habits.Shirks(t.Course.DropOut, motivation, duty) {
		w.endProgramme(d, i, panel.GaveUp)
		w.notAttended(d, i, k, t.Noticed)
		return
	}
	if w.reason(i) == agents.NoReason && w.misses(i, &t.Course, w.Habits.Shirks(t.Course.Absent, motivation, duty)) {
		at.Missed++
		w.notAttended(d, i, k, t.Noticed)
	}
	if w.Week-p.ProgrammeSince[i]+1 >= t.Course.Weeks {
		w.endProgramme(d, i, panel.Completed)
		w.startBusiness(d, i, &t.Course)
	}
}

// misses counts the meetings of a week that somebody attends, and tells whether she missed any.
func (w *World) misses(i int32, course *agents.Course, absent float64) (any bool) {
	p := w.People
	for n := range uint32(course.Sessions()) {
		if w.item(i, w.Week, n, rng.AttendWeek) < absent {
			any = true
		} else {
			p.Attended[i]++
		}
	}
	return any
}

// notAttended is a failure where the programme is a duty and something is required of her.
func (w *World) notAttended(d *District, i int32, k int, noticed float64) {
	if w.Regime.Plan.Programmes[k].Mandatory && w.bound(i) {
		w.fail(d, i, failure{agents.ProgrammeNotAttended, agents.NoReason, w.Week, w.People.Coach[i], noticed})
	}
}

// endProgramme lets somebody leave what she is on, for whatever reason. She keeps what she
// has learnt; certificates and introductions are for those who complete.
func (w *World) endProgramme(d *District, i int32, why panel.EndReason) {
	p := w.People
	if p.ProgrammeStage[i] != agents.TakesPart {
		w.leaveProgramme(i)
		return
	}
	k := int(p.Programme[i]) - 1
	t, at := &w.Regime.Plan.Programmes[k], &d.Places[k]
	spell := w.programmeSpell(i, w.Regime.Plan, t.Name, why)
	if why == panel.Completed && !t.Course.Job { // she attended this week; a job ends before it
		spell = through(spell)
	}
	w.feel(i, w.Week)
	w.learn(i, &t.Course)
	w.learnTogether(d, i, k, why == panel.Completed)
	kind := "programme_left"
	if why == panel.Completed {
		kind = "programme_completed"
		at.Completed++
		p.Total.ProgrammeCompletions[i]++
		p.Completed[i] |= policy.Bit(k)
		p.Certificate[i] = p.Certificate[i] || w.u(i, rng.Certify) < t.Course.Certificate
		w.retrain(i, &t.Course)
		if w.u(i, rng.Introduce) < t.Course.Introduced {
			p.Introduced[i] = agents.ByProgramme
		}
	} else {
		at.Left++
		if why == panel.FoundWork && p.Status[i] == agents.Claimant {
			w.subsidise(i, k)
		}
		w.giveUpProvider(d, i, why)
	}
	d.Log.event(w, i, Event{Kind: kind, Detail: t.Name, Rule: t.Rule, Coach: p.Coach[i]})
	d.Log.spell(spell)
	w.leaveProgramme(i)
}

// learn adds what the weeks or meetings attended have taught.
func (w *World) learn(i int32, course *agents.Course) {
	p := w.People
	part := float64(p.Attended[i]) / float64(int(course.Weeks)*int(course.Sessions()))
	w.ease(i, float64(part*course.Severity))
	if lessons := w.Habits.Lessons(course, w.skill(i)); lessons != 0 && course.Subsidy == 0 {
		w.teach(i, float64(part*lessons))
	}
	if course.Search != 0 {
		p.SearchTaught[i], p.SearchTaughtAt[i] = float32(w.searchTaught(i)+float64(part*course.Search)), w.Week
	}
}

// retrain lets somebody look for work in the occupation group that a course has led to, unless
// her own pays more.
func (w *World) retrain(i int32, course *agents.Course) {
	p, groups := w.People, &w.Market.Occupations
	if to := course.For - 1; to >= 0 && groups[to].Pay >= groups[p.Occupation[i]].Pay {
		p.Occupation[i] = uint8(to)
	}
}

// teach adds units to somebody's skill.
func (w *World) teach(i int32, units float64) {
	p := w.People
	p.SkillAt[i], p.SkillSince[i] = float32(w.skill(i)+units), w.Week
	p.Learnt[i] += float32(units)
	p.Total.SkillTaught[i] += int16(exact.RoundInt64(1000 * units * w.Habits.Skill.PerUnit))
}

// leaveProgramme leaves nothing of a programme or of the wait for it.
func (w *World) leaveProgramme(i int32) {
	w.People.Programme[i], w.People.ProgrammeStage[i], w.People.Attended[i] = 0, agents.NoProgramme, 0
}

// searchTaught is the log of what an application comes to that she has been taught, now.
func (w *World) searchTaught(i int32) float64 {
	p := w.People
	if p.SearchTaught[i] == 0 {
		return 0
	}
	return w.Habits.Fades(float64(p.SearchTaught[i]), w.Week-p.SearchTaughtAt[i])
}

// lockedIn is the share of search that somebody forgoes this week.
func (w *World) lockedIn(i int32) float64 {
	p := w.People
	if p.ProgrammeStage[i] != agents.TakesPart {
		return 0
	}
	course := &w.Regime.Plan.Programmes[p.Programme[i]-1].Course
	return w.Habits.LockedIn(course, p.ProgrammeSince[i]+course.Weeks-1-w.Week)
}

// threatened is the log applications that a programme which is still to begin adds.
func (w *World) threatened(i int32) float64 {
	p := w.People
	if p.ProgrammeStage[i] != agents.Waits {
		return 0
	}
	t := &w.Regime.Plan.Programmes[p.Programme[i]-1]
	if !t.Mandatory {
		return 0
	}
	return w.Habits.Threatens(&t.Course)
}

// requiredHours are the hours of search a week that are asked of a claimant: those of her
// group, less those of the programme that she is on.
func (w *World) requiredHours(i int32) float64 {
	p := w.People
	hours := float64(w.Regime.Plan.Groups[p.Group[i]].SearchHours)
	if p.ProgrammeStage[i] == agents.TakesPart {
		hours = max(hours-w.Regime.Plan.Programmes[p.Programme[i]-1].Course.Hours, 0)
	}
	return hours
}
