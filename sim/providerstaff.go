package sim

import (
	"slices"

	"caseload/agents"
	"caseload/agents/exact"
	"caseload/policy"
	"caseload/sim/rng"
)

// service is a participant on benefit whom her provider might see this week.
type service struct {
	provider int
	due      bool    // the least service asks for a contact
	index    float64 // what a contact is worth to the provider, pence
	tie      uint32
	row      int32
}

// before is the order in which a provider sees participants: who has to be seen first, then
// those with whom a contact is worth most.
func (a service) before(b service) int {
	switch {
	case a.provider != b.provider:
		return a.provider - b.provider
	case a.due != b.due:
		if a.due {
			return -1
		}
		return 1
	case a.index != b.index:
		if a.index > b.index {
			return -1
		}
		return 1
	case a.tie < b.tie:
		return -1
	case a.tie > b.tie:
		return 1
	}
	return int(a.row - b.row)
}

// business is what a provider in a district expects this week, worked out once.
type business struct {
	hazard      [fifths]float64 // of work a week, by believed readiness
	work        [][]float64     // what a job is worth, pence, by payment group and fees already paid
	lasts       []float64       // chance that a job lasts so many weeks
	ends        float64         // hazard of the end of a job, a week
	helped      float64         // what a contact adds, see agents.Constants.Helped
	accelerated int64           // ten-thousandths of a job-outcome fee that are paid
	wins        float64         // what a job-outcome fee is worth in referrals, pence
	record      float64         // job outcomes for each start
	onHand      int32           // participants on benefit
	worth       int32           // participants worth a contact at its cost
	staff       float64         // minutes this week
	room        int             // contacts for which these do, with what was left over
}

// worths works out what work is worth to every provider: fees that are still to come, as
// far as jobs have turned out to last, and what a better record wins from others.
func (w *World) worths(d *District) {
	s := &d.scratch
	for len(s.business) < len(d.Providers) {
		s.business = append(s.business, business{})
	}
	for k := range d.Providers {
		v, b, t, terms := &d.Providers[k], &s.business[k], w.contract(k), &w.Regime.Plan.Providers[k]
		for f := range fifths {
			b.hazard[f] = w.Habits.Believed(w.Habits.Expected(w.prospects[f]), v.Known.Jobs[f], v.Known.Weeks[f])
		}
		b.wins, b.record = w.wins(d, k), float64(v.Known.Outcomes)/float64(max(v.Known.Starts, 1))
		b.ends = w.Habits.Believed(w.Habits.Jobs.SeparationStart, v.Known.JobEnds, v.Known.JobWeeks)
		b.survive(t, 1-b.ends)
		b.accelerated = t.Accelerated(v.Known.Outcomes, v.Known.Starts)
		b.price(t)
		learned := agents.Between(w.Habits.Coaching.NewcomerSkill, agents.Between(t.Guidance.Methods, agents.Learned(w.Week-v.Since, agents.Week(w.Habits.Providing.Learns))))
		b.helped = w.Habits.Helped(v.Quality*learned, float64(w.contactContent(terms)[agents.Planning]*float64(terms.Contact)))
		b.onHand, b.worth, b.room = 0, 0, 0
	}
}

// survive is the chance that a job lasts, by weeks, up to the last fee.
func (b *business) survive(t *policy.ContractTerms, stays float64) {
	longest := agents.Week(0)
	for g := range t.Groups {
		longest = max(longest, t.Groups[g].WorkFor(t.Groups[g].Payments))
	}
	b.lasts = append(b.lasts[:0], 1)
	for range longest {
		b.lasts = append(b.lasts, float64(b.lasts[len(b.lasts)-1]*stays))
	}
}

// price works out what a job is worth once each of the fees before has been paid: the next
// fee, if the job lasts, and then the same for those after it.
func (b *business) price(t *policy.ContractTerms) {
	for len(b.work) < len(t.Groups) {
		b.work = append(b.work, nil)
	}
	for g := range t.Groups {
		f := &t.Groups[g]
		b.work[g] = append(b.work[g][:0], make([]float64, f.Payments+2)...)
		for n := f.Payments; n >= 0; n-- {
			fee := float64(f.Sustained)
			if n == 0 {
				fee = float64(f.Job) * float64(b.accelerated) / 10_000
			}
			after := b.work[g][n+1]
			if n < f.Payments {
				after = float64(b.lasts[f.SustainedEvery] * after)
			}
			fee = float64(fee * t.Investor.Earns())
			if n == 0 {
				fee += b.wins
			}
			b.work[g][n] = fee + after
		}
	}
}

// jobWorth is what a job of a participant is worth to her provider, pence.
func (w *World) jobWorth(i int32, b *business, t *policy.ContractTerms) float64 {
	p := w.People
	g, n := p.PaymentGroup[i], int(p.Milestones[i])
	f := &t.Groups[g]
	if n > f.Payments {
		return 0
	}
	need := max(f.WorkFor(n)-agents.Week(p.ServedWork[i]), 0)
	if f.Most > 0 {
		return float64(b.lasts[need] * b.workUpTo(t, int(g), n, f.Most-int64(p.ServedPence[i])))
	}
	return float64(b.lasts[need] * b.work[g][n])
}

// workUpTo is what a job is worth once so many of the fees before have been paid, where no more
// than so many pence are left to be paid for the participant.
func (b *business) workUpTo(t *policy.ContractTerms, g, n int, left int64) (worth float64) {
	f, stays := &t.Groups[g], 1.0
	for ; n <= f.Payments; n++ {
		fee := f.Sustained
		if n == 0 {
			fee, worth = f.Job*b.accelerated/10_000, b.wins
		}
		fee = max(min(fee, left), 0)
		left -= fee
		worth += float64(stays * float64(float64(fee)*t.Investor.Earns()))
		stays = float64(stays * b.lasts[f.SustainedEvery])
	}
	return worth
}

// consider works out what a contact with a participant is worth to her provider: the fees
// that it expects of the jobs that come of it, and what it gives for the contact itself,
// which is worth less the more she has been seen.
func (w *World) consider(d *District, i int32, k int) {
	p, s, t, terms := w.People, &d.scratch, w.contract(k), &w.Regime.Plan.Providers[k]
	b, seen := &s.business[k], float64(p.SeenLately[i])
	if !d.Providers[k].open(w.Week) {
		return
	}
	left := max(t.Lasts-agents.Week(p.ServedWeeks[i]), 1)
	jobs := w.Habits.JobsFrom(b.hazard[p.ProviderJudged[i]-1], b.helped, seen, left)
	index := float64(jobs*w.jobWorth(i, b, t)) + terms.Mission/(1+seen)
	b.onHand++
	if t.Guidance.Waivers != policy.Nobody && w.leftAlone(i) {
		return
	}
	w.mightSee(d, i, k, index, t.ContactEvery > 0 && w.Week-p.ProviderSeen[i] >= t.ContactEvery)
}

// considerInWork works out what a contact with a participant who has work is worth: the fees that it saves
// because her job is likelier to last.
func (w *World) considerInWork(d *District, i int32, k int) {
	p, t, b := w.People, w.contract(k), &d.scratch.business[k]
	if !d.Providers[k].open(w.Week) || int(p.Milestones[i]) > t.Groups[p.PaymentGroup[i]].Payments {
		return
	}
	left := max(t.Lasts-agents.Week(p.ServedWeeks[i]), 1)
	kept := w.Habits.JobsKept(b.ends, b.hazard[p.ProviderJudged[i]-1], w.seenInWork(i), left)
	if index := float64(kept * w.jobWorth(i, b, t)); index > 0 {
		w.mightSee(d, i, k, index, false)
	}
}

// seenInWork is how long ago a provider saw somebody in her present job.
func (w *World) seenInWork(i int32) agents.Week {
	p := w.People
	if p.ProviderSeen[i] < p.JobSince[i] {
		return agents.Never
	}
	return w.Week - p.ProviderSeen[i]
}

// mightSee puts a participant on this week's list of a provider.
func (w *World) mightSee(d *District, i int32, k int, index float64, due bool) {
	s, terms := &d.scratch, &w.Regime.Plan.Providers[k]
	if index >= terms.ContactPence() {
		s.business[k].worth++
	}
	s.services = append(s.services, service{provider: k, due: due, index: index,
		tie: uint32(w.Draws.Bits(uint32(w.People.ID[i]), int32(w.Week), 0, rng.ProviderTie) >> 32), row: i})
}

// divide gives the contacts that every provider's staff has minutes for. Who has a waiver
// leaves her turn to the next, and the list.
func (w *World) divide(d *District) {
	list := d.scratch.services
	slices.SortFunc(list, service.before)
	stay := list[:0]
	for at := 0; at < len(list); {
		k, contacts := list[at].provider, 0
		v, room := &d.Providers[k], d.scratch.business[k].room
		crowd, held := w.beside(d, k)
		for ; at < len(list) && list[at].provider == k; at++ {
			next := list[at]
			turn := !held && contacts < room || held && crowd.seesAlone(next)
			if turn && w.waivedByProvider(d, next) {
				continue
			}
			stay = append(stay, next)
			if turn {
				contacts++
				w.contactWith(d, next.row, k)
			} else if next.due {
				v.Count.Short++
			}
		}
		v.Left -= float64(float64(contacts) * float64(w.Regime.Plan.Providers[k].Contact))
	}
	d.scratch.services = stay
}

// employ moves a provider's staff towards the minutes of contacts that are worth their
// cost, as far as its cash lasts, and never below what its contract asks for.
func (w *World) employ(d *District, k int) {
	v, b, terms := &d.Providers[k], &d.scratch.business[k], &w.Regime.Plan.Providers[k]
	if !v.open(w.Week) {
		return
	}
	if j := w.followed(k); j >= 0 {
		v.Staff = w.onPath(d).scratch.business[j].staff
		v.Count.StaffMinutes += int32(exact.RoundInt64(v.Staff))
		return
	}
	floor := float64(w.contract(k).StaffMinutes * float64(b.onHand))
	wanted := float64(b.worth) * float64(terms.Contact)
	if terms.Sector != policy.PublicSector && terms.MinutePence > 0 {
		wanted = min(wanted, float64(max(v.Cash, 0))/float64(terms.MinutePence*w.Habits.Providing.Runway))
	}
	v.Staff = max(v.Staff+float64(w.Habits.Providing.Adjusts*(wanted-v.Staff)), floor)
	v.Left = min(v.Left, float64(terms.Contact)) + v.Staff // time that nobody needed is lost
	b.staff, b.room = v.Staff, int(v.Left/float64(terms.Contact))
	v.Count.StaffMinutes += int32(exact.RoundInt64(v.Staff))
}

// contactWith is a contact with a participant, or a slot that she misses. It acts as an
// interview does, by the quality of the provider and what it spends the time on.
func (w *World) contactWith(d *District, i int32, k int) {
	p, v, terms, c := w.People, &d.Providers[k], &w.Regime.Plan.Providers[k], w.Habits
	p.ProviderSeen[i] = w.Week
	if p.Status[i] == agents.Employed {
		v.Count.MinutesInWork += int32(terms.Contact)
	} else {
		p.Total.ProviderMinutes[i] += int32(terms.Contact)
		v.Count.Minutes[p.Readiness[i]-1] += int32(terms.Contact)
	}
	why := w.reason(i)
	if why != agents.NoReason || w.u(i, rng.ProviderAttend) < w.missesProvider(d, i, terms) {
		v.Count.Missed++
		d.Log.event(w, i, Event{Kind: "provider_missed", Detail: terms.Name, Rule: w.contract(k).Rule, Coach: noCoach, Minutes: terms.Contact})
		if w.sent(i) {
			w.fail(d, i, failure{agents.ProgrammeNotAttended, why, w.Week, noCoach, terms.Reports})
		}
		return
	}
	content := w.contactContent(terms)
	seen, helped := float64(p.SeenLately[i]), d.scratch.business[k].helped
	p.Helped[i] = float32(agents.Remembered(float64(p.Helped[i]), seen, helped))
	w.received(d, i, terms.Welcome, helped)
	p.Checked[i] = float32(agents.Remembered(float64(p.Checked[i]), seen, c.Yield(agents.Check, float64(content[agents.Check]*float64(terms.Contact)))))
	p.SeenLately[i]++
	v.Count.Contacts++
	v.Count.ContactsInWork += int32(btoi(p.Status[i] == agents.Employed))
	p.Total.ProviderContacts[i]++
	d.Log.event(w, i, Event{Kind: "provider_contact", Detail: terms.Name, Rule: w.contract(k).Rule, Coach: noCoach, Minutes: terms.Contact})
}

// contactContent is what a provider's contact is spent on.
func (w *World) contactContent(terms *policy.ProviderTerms) [agents.Activities]float64 {
	return w.Habits.Content(terms.Content, 0, 0)
}

// sent tells whether the programme that somebody is on is a duty.
func (w *World) sent(i int32) bool {
	p := w.People
	return p.ProgrammeStage[i] == agents.TakesPart && w.Regime.Plan.Programmes[p.Programme[i]-1].Mandatory && w.bound(i)
}

// missesProvider is the chance that somebody whom nothing keeps from coming does not come.
func (w *World) missesProvider(d *District, i int32, terms *policy.ProviderTerms) float64 {
	p := w.People
	return w.Habits.MissChance(agents.Invited{
		Duty: w.sent(i), Compliance: float64(p.Compliance[i]), Motivation: float64(p.Motivation[i]), Rapport: terms.Welcome,
		ExpectedLoss: w.Habits.ExpectedLoss(d.LossLately, float64(p.LossLately[i])), Limited: p.HealthLimited[i],
	})
}
