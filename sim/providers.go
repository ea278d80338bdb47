package sim

import (
	"caseload/agents"
	"caseload/policy"
	"caseload/sim/panel"
	"caseload/sim/rng"
)

// Provider is what a provider of the regime is in a district: its staff, money and
// experience there. Counts are since the last observed week unless they say otherwise.
type Provider struct {
	Since   agents.Week // first week of the firm, or of the next one
	Firm    int32       // how many have left
	Quality float64     // of its contacts when it has learned; 1 for the interviews of the mean coach
	Share   float64     // of referrals
	Staff   float64     // minutes a week
	Left    float64     // minutes that make no whole contact, carried over
	Cash    int64       // pence
	PaidIn  int64       // by an investor, pence, since the contract began
	Repaid  int64       // to the investor

	Known Experience // of the firm
	Count Served
}

// Experience is what a firm has seen of its participants since it began.
type Experience struct {
	Weeks, Jobs             [fifths]int64 // on benefit; begun, by fifth of believed readiness
	JobWeeks, JobEnds       int64
	Starts, Outcomes        int64 // participants given to it; job outcomes
	Attached                int64 // weeks of participants, on benefit or in work
	ReviewWeeks, ReviewPaid int64 // Attached and Outcomes at the last review
}

// Served is what the table of providers shows.
type Served struct {
	Participants, InWork                   int32         // at the end of the week
	Weeks                                  [fifths]int32 // of participants on benefit, by readiness
	Minutes                                [fifths]int32 // of staff booked for these
	Pence                                  [fifths]int64 // paid for them
	Fees                                   [policy.Fees]int64
	StaffPence                             int64
	StaffMinutes                           int32
	Starts, Again, Contacts, Missed, Short int32 // Short: participants without the least service
	Refused                                int32 // turned down
	ContactsInWork, MinutesInWork          int32 // of Contacts; of staff booked for people in work, not in Minutes
	WaiversGranted, WaiversRefused         int32 // asked for beforehand by who was kept from coming
	Jobs, Ends, Outcomes, Sustained        int32
	Work, WorkAfter, EndsAfter             int32 // weeks begun in work; of these and of Ends, after the last fee that hangs on work
	Entered, Insolvent, Ended              int32
}

// open tells whether a firm is there.
func (v *Provider) open(week agents.Week) bool { return v.Since <= week }

// providers lets contracts pay for the week that is over, and providers divide this week's
// staff among their participants on benefit. A district settles its own.
func providers(w *World, d *District) {
	if len(d.Providers) == 0 {
		return
	}
	for k := range d.Providers {
		w.enters(d, k)
		d.Providers[k].Count.Participants, d.Providers[k].Count.InWork = 0, 0
	}
	w.worths(d)
	s := &d.scratch
	s.services, s.departures = s.services[:0], s.departures[:0]
	for i := d.First; i < d.Next; i++ {
		if w.People.Provider[i] != 0 {
			w.serveWeek(d, i)
		}
	}
	for k := range d.Providers {
		w.employ(d, k)
	}
	w.divide(d)
	for k := range d.Providers {
		w.payStaff(d, k)
	}
	w.compareProviders(d)
	w.followFirms(d)
}

// served is a participant's standing with a contract, as the contract counts it.
func (w *World) served(i int32) policy.Attachment {
	p := w.People
	return policy.Attachment{Weeks: agents.Week(p.ServedWeeks[i]), Worked: int(p.ServedWork[i]), Milestones: int(p.Milestones[i]), Pence: int64(p.ServedPence[i]), InWork: p.ServedInWork[i]}
}

// serveWeek is a week of somebody's with a provider: what her work is worth to it is learned
// and paid, and if she is on benefit she is considered for a contact.
func (w *World) serveWeek(d *District, i int32) {
	p, k := w.People, int(w.People.Provider[i])-1
	if w.contract(k).MayRefuse && p.ServedWeeks[i] == 0 {
		if k = w.offerAround(d, i, k); k < 0 {
			return
		}
	}
	v, t := &d.Providers[k], &w.Regime.Plan.Contracts[w.Regime.Plan.Providers[k].Contract]
	inWork, was := p.Status[i] == agents.Employed, p.ServedInWork[i]
	v.see(p.ProviderJudged[i]-1, p.Status[i], was)
	d.Books.Retained.All.see(inWork, was)
	if int(p.Milestones[i]) > t.Groups[p.PaymentGroup[i]].Payments {
		d.Books.Retained.After.see(inWork, was)
		v.Count.WorkAfter += int32(btoi(was))
		v.Count.EndsAfter += int32(btoi(was && !inWork))
	}
	a := w.served(i).Next(t, int(p.PaymentGroup[i]), inWork)
	if v.open(w.Week) {
		a.Fell = w.asks(d, i, &t.Groups[p.PaymentGroup[i]], a.Weeks)
	}
	fees, a := t.Pay(int(p.PaymentGroup[i]), a, d.scratch.business[k].accelerated)
	if v.open(w.Week) {
		w.payProvider(d, i, k, fees)
		w.reached(i, v, int(p.Milestones[i]), a.Milestones)
	}
	p.ServedWeeks[i], p.ServedWork[i], p.Milestones[i], p.ServedInWork[i] = int16(a.Weeks), int16(a.Worked), uint8(a.Milestones), a.InWork
	if a.Over || p.Status[i] == agents.Retired {
		w.release(d, i)
		return
	}
	v.Count.Participants++
	switch p.Status[i] {
	case agents.Employed:
		v.Count.InWork++
		if w.Habits.Providing.Retains > 0 {
			w.considerInWork(d, i, k)
		}
	case agents.Claimant:
		v.Count.Weeks[p.Readiness[i]-1]++
		p.Total.ProviderWeeks[i]++
		w.consider(d, i, k)
	}
}

// see is what a firm learns from a week of a participant.
func (v *Provider) see(fifth uint8, status agents.Status, was bool) {
	e := &v.Known
	e.Attached++
	switch {
	case status == agents.Employed && !was:
		e.Jobs[fifth]++
		v.Count.Jobs++
	case status != agents.Employed && was:
		e.JobEnds++
		v.Count.Ends++
	}
	v.Count.Work += int32(btoi(was))
	switch status {
	case agents.Employed:
		e.JobWeeks++
	case agents.Claimant:
		e.Weeks[fifth]++
	}
}

// Retained counts the work of participants since week 0, and what of it came after the last fee
// that hangs on work.
type Retained struct{ All, After Lasting }

// Lasting is weeks that began in work, in which a job could end, and jobs that ended.
type Lasting struct{ Weeks, Ends int64 }

func (l *Lasting) see(inWork, was bool) {
	l.Weeks += int64(btoi(was))
	l.Ends += int64(btoi(was && !inWork))
}

// add adds another district's.
func (r *Retained) add(o *Retained) {
	r.All.Weeks += o.All.Weeks
	r.All.Ends += o.All.Ends
	r.After.Weeks += o.After.Weeks
	r.After.Ends += o.After.Ends
}

// payProvider pays a provider for a week of a participant.
func (w *World) payProvider(d *District, i int32, k int, fees [policy.Fees]int64) {
	p, v := w.People, &d.Providers[k]
	for kind, pence := range fees {
		if pence == 0 {
			continue
		}
		v.Count.Fees[kind] += pence
		v.Count.Pence[p.Readiness[i]-1] += pence
		p.ServedPence[i] += int32(pence)
		v.Cash += w.payFee(d, i, k, policy.Fee(kind), pence)
		if policy.Fee(kind) != policy.ServiceFee {
			d.Log.event(w, i, Event{Kind: "provider_paid", Detail: policy.Fee(kind).String(), Rule: w.contract(k).Rule, Coach: noCoach, Pence: agents.Pence(pence)})
		}
	}
}

// reached counts the milestones that a participant has come to, whatever is paid for them.
func (w *World) reached(i int32, v *Provider, before, now int) {
	if before == 0 && now > 0 {
		v.Known.Outcomes++
		v.Count.Outcomes++
		w.People.Total.ProviderOutcomes[i]++
	}
	if now > max(before, 1) {
		v.Count.Sustained++
	}
}

// contract is that of a provider.
func (w *World) contract(k int) *policy.ContractTerms {
	return &w.Regime.Plan.Contracts[w.Regime.Plan.Providers[k].Contract]
}

// attach gives somebody who starts a programme to one of the providers who deliver it. Who
// comes back within her time is her provider's still.
func (w *World) attach(d *District, i int32, programme *policy.ProgrammeTerms) {
	p := w.People
	if programme.Contract == 0 || p.Provider[i] != 0 {
		return
	}
	t := &w.Regime.Plan.Contracts[programme.Contract-1]
	k := w.choose(d, i, t)
	if k < 0 {
		return
	}
	facts := w.facts(i, w.Week)
	facts.WeeksOnBenefit = int(w.Week - p.BenefitSince[i])
	p.Provider[i], p.PaymentGroup[i] = uint8(k+1), uint8(t.Group(facts, w.Regime.Plan.Groups[p.Group[i]].Name))
	p.ServedWeeks[i], p.ServedWork[i], p.Milestones[i], p.ServedPence[i], p.ServedInWork[i] = 0, 0, 0, 0, false
	p.ProviderSeen[i] = w.Week - t.ContactEvery
	w.meetProvider(i)
	w.asksAtStart(i, t)
	if !t.MayRefuse {
		w.taken(d, i, k)
	}
}

// taken counts the start of somebody with a provider.
func (w *World) taken(d *District, i int32, k int) {
	p, v := w.People, &d.Providers[k]
	v.Known.Starts++
	v.Count.Starts++
	p.Total.ProviderStarts[i]++
	if p.TimesServed[i] > 0 {
		v.Count.Again++
		p.Total.ProviderAgain[i]++
	}
	p.TimesServed[i]++
	d.Log.event(w, i, Event{Kind: "provider_given", Detail: w.Regime.Plan.Providers[k].Name, Rule: w.contract(k).Rule, Coach: p.Coach[i]})
}

// meetProvider is the look that a provider takes at a new participant.
func (w *World) meetProvider(i int32) {
	p := w.People
	p.ProviderJudged[i] = w.Habits.JudgedByProvider(p.Readiness[i], w.item(i, w.Week, uint32(p.Provider[i]), rng.ProviderJudge))
}

// release ends somebody's time with a provider. On benefit she is the office's again.
func (w *World) release(d *District, i int32) {
	p, t := w.People, w.contract(int(w.People.Provider[i])-1)
	d.Log.event(w, i, Event{Kind: "provider_done", Detail: w.Regime.Plan.Providers[p.Provider[i]-1].Name, Rule: t.Rule, Coach: noCoach})
	p.Provider[i], p.Returned[i] = 0, w.Week
	if p.Status[i] == agents.Claimant && t.ReturnWithin > 0 && p.Coach[i] != noCoach && p.Group[i] != policy.NoGroup && !p.OutOfContact[i] {
		p.NextInterview[i] = min(p.NextInterview[i], w.Week+t.ReturnWithin)
	}
}

// giveUpProvider ends somebody's time with a provider who gives the programme up. Who leaves
// it for work stays with her provider.
func (w *World) giveUpProvider(d *District, i int32, why panel.EndReason) {
	if w.People.Provider[i] != 0 && why == panel.GaveUp {
		w.release(d, i)
	}
}

// returned counts the minutes at the office of somebody with whom a provider is done.
func (w *World) returned(i int32, minutes int16) {
	p := w.People
	if p.Returned[i] != agents.Never && w.Week-p.Returned[i] < burdenWeeks {
		p.Total.ReturnMinutes[i] += int32(minutes)
	}
}

// burdenWeeks is how long after a provider interviews count as those of a return.
const burdenWeeks = 13
