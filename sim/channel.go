package sim

import (
	"caseload/agents"
	"caseload/policy"
	"caseload/sim/rng"
)

// Contacts counts the interviews of a district that were held by a channel, and the
// minutes booked for those that were held or missed, since the last observed week.
type Contacts struct{ Held, Minutes int32 }

// by is the channel of a claimant's interview and what it takes: that of the rule, or the
// one that stands in for it once she has not been reached for long enough.
func (w *World) by(i int32, s *policy.Schedule) (agents.Channel, policy.Minutes) {
	own := &w.Regime.Plan.Channels[s.Channel]
	if cut := w.People.CutOff[i]; cut != agents.Never && own.After != agents.Never && w.Week-cut >= own.After && !w.reaches(i, s.Channel) {
		return own.Instead, s.Instead
	}
	return s.Channel, policy.Minutes{Length: s.LengthMinutes, Shortest: s.ShortestMinutes, Longest: s.LongestMinutes}
}

// reaches tells whether a person can use a channel. That does not change from week to week.
func (w *World) reaches(i int32, channel agents.Channel) bool {
	share := w.Regime.Plan.Channels[channel].Reaches[w.People.Digital[i]]
	return share >= 1 || w.item(i, agents.Week(traitWeek), uint32(channel), rng.Reached) < share
}

// keeps is what keeps a claimant from an interview that is booked: what prevents her this
// week, or a channel that does not reach her.
func (w *World) keeps(d *District, r *request) agents.Reason {
	p, i := w.People, r.row
	d.Contacts[r.channel].Minutes += int32(r.minutes)
	if r.why != agents.NoReason || w.reaches(i, r.channel) {
		return r.why
	}
	p.Total.Unreached[i]++
	p.CutOff[i] = min(p.CutOff[i], w.Week)
	return agents.NoAccess
}

// longestFirst is the time from applying, in weeks, up to which an interview is the first of
// a claim; whose requirements begin later did not wait for it.
const longestFirst = 26

// contact counts an interview that was held and leaves the memory of it: of one by another
// channel than face to face, as much as the channel carries.
func (w *World) contact(d *District, r *request) {
	p, i := w.People, r.row
	d.Contacts[r.channel].Held++
	p.SeenLately[i] += w.Regime.Plan.Channels[r.channel].Prompting
	if waited := w.Week - p.BenefitSince[i]; r.first && waited <= longestFirst {
		p.Total.FirstInterviews[i]++
		p.Total.FirstInterviewWeeks[i] += int16(waited)
	}
}
