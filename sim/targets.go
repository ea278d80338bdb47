package sim

import (
	"caseload/agents"
	"caseload/agents/exact"
	"caseload/sim/rng"
)

// kinds is the number of kinds of claimants among whom minutes are divided: the classes of
// readiness, and again those of claims about to reach a date that counts.
const kinds = 2 * fifths

// press works out where the minutes of a coach lean this week under the targets that she is
// held to.
func (w *World) press(k int32, at *desk) {
	at.weights = w.weights
	list := w.Regime.Plan.Indicators
	pressure := 0.0
	for x := range list {
		pressure += float64(w.Coaches.Pressure[k][x])
	}
	if pressure == 0 {
		return
	}
	attention := w.Habits.Attention(pressure)
	for kind := range at.weights {
		base, counts := float64(w.weights[kind]), 0.0
		for x := range list {
			counts += float64(float64(w.Coaches.Pressure[k][x]) / pressure * w.worth(list[x].Of, kind, base))
		}
		at.weights[kind] = max(1, exact.RoundInt64(base+float64(attention*(counts-base))))
	}
}

// games is the share of the occasions to improve what is counted without a service that a
// coach takes.
func (w *World) games(coach int32, of agents.Measure) float64 {
	pressure := 0.0
	for x := range w.Regime.Plan.Indicators {
		if w.Regime.Plan.Indicators[x].Of == of {
			pressure += float64(w.Coaches.Pressure[coach][x])
		}
	}
	return agents.Games(pressure, float64(w.Coaches.Conscience[coach]))
}

// worth is what minutes with a kind of claimant are worth for a measure, in the units of
// weights.
func (w *World) worth(of agents.Measure, kind int, base float64) float64 {
	f := kind % fifths
	switch of {
	case agents.OffFlow:
		if kind < fifths {
			return 0
		}
		return float64(wholePart * w.gains[agents.FirstJob][f])
	case agents.JobsFound:
		return float64(wholePart * w.gains[agents.FirstJob][f])
	case agents.ReadinessGained:
		return float64(wholePart * w.gains[agents.DistanceTravelled][f])
	}
	return base
}

// weightsOf are those by which an office divides what is at its discretion: the mean of its
// coaches who are there.
func (w *World) weightsOf(d *District, o *Office) [kinds]int64 {
	if len(w.Regime.Plan.Indicators) == 0 {
		return w.weights
	}
	var sum [kinds]int64
	n := int64(0)
	for k := o.First; k < o.Last; k++ {
		if w.Coaches.Present[k] {
			for kind, weight := range d.desk(k).weights {
				sum[kind] += weight
			}
			n++
		}
	}
	for kind := range sum {
		sum[kind] = max(1, sum[kind]/max(n, 1))
	}
	return sum
}

// kind is that of a claimant among whom minutes are divided.
func (w *World) kind(i int32) uint8 {
	fifth := max(w.People.Judged[i], 1) - 1
	if len(w.Regime.Plan.Indicators) > 0 && w.nearDate(i, 0) {
		return fifth + fifths
	}
	return fifth
}

// nearDate tells whether a claim is about to reach a date that counts, some weeks from now.
// That of somebody in work counts for nothing.
func (w *World) nearDate(i int32, from agents.Week) bool {
	if w.People.Status[i] != agents.Claimant {
		return false
	}
	weeks := w.Week - w.People.BenefitSince[i] + from
	for k := range w.Regime.Plan.Indicators {
		x := &w.Regime.Plan.Indicators[k]
		if x.Of == agents.OffFlow && weeks < x.After && float64(x.After-weeks) <= w.Habits.Targets.NearDate {
			return true
		}
	}
	return false
}

// The occasions to do something for the figures, as they stand in the addresses of draws.
const (
	closing uint32 = iota
	advising
	leavingLate
	submittingUnfit // and one for each submission of the week
)

// takes tells whether a coach takes an occasion to improve what is counted, if anything is.
func (w *World) takes(i, coach int32, of agents.Measure, occasion uint32) bool {
	return len(w.Regime.Plan.Indicators) > 0 && w.tempted(i, coach, of, occasion)
}

// tempted tells whether a coach takes an occasion to improve what is counted.
func (w *World) tempted(i, coach int32, of agents.Measure, occasion uint32) bool {
	games := w.games(coach, of)
	return games > 0 && w.item(i, w.Week, occasion, rng.Games) < games
}

// closesEarly tells whether the office closes the claim of somebody out of touch, because a
// date is near after which it counts against the office.
func (w *World) closesEarly(i int32) bool {
	coach := w.People.Coach[i]
	return coach != noCoach && w.takes(i, coach, agents.OffFlow, closing) && w.nearDate(i, 0)
}

// closeEarly does it.
func (w *World) closeEarly(d *District, i int32) {
	d.Log.event(w, i, Event{Kind: "closed_before_date", Coach: w.People.Coach[i]})
	w.Coaches.ClosedEarly[w.People.Coach[i]]++
	d.scratch.closing = append(d.scratch.closing, i)
}

// adviseMove lets a coach who needs a claim gone before a date advise who has a limiting
// condition to ask for an assessment, if that can come before the date.
func (w *World) adviseMove(d *District, r *request) {
	i, health := r.row, w.Regime.Plan.Health
	if health == nil || !w.takes(i, r.coach, agents.OffFlow, advising) || !w.People.HealthLimited[i] || !w.nearDate(i, health.Wait) || !w.mayAsk(i) {
		return
	}
	w.askAssessment(d, i)
	w.Coaches.MovedOn[r.coach]++
}

// lateLast tells whether an interview whose date is past waits behind those whose date is
// now, as it counts for nothing any more.
func (w *World) lateLast(i int32) bool {
	return w.People.NextInterview[i] < w.Week && w.takes(i, w.People.Coach[i], agents.OnTime, leavingLate)
}

// forFigures is what the figures add to the log odds of a referral: what a coach goes so
// far for where referrals count, or where a sanction may make somebody leave before a date.
func (w *World) forFigures(i, coach int32) float64 {
	if coach == noCoach || len(w.Regime.Plan.Indicators) == 0 {
		return 0
	}
	games := w.games(coach, agents.ReferralsMade)
	if w.nearDate(i, 0) {
		games = max(games, w.games(coach, agents.OffFlow))
	}
	return float64(w.Habits.Targets.Referring * games)
}
