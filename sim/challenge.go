package sim

import (
	"caseload/agents"
	"caseload/policy"
	"caseload/sim/panel"
	"caseload/sim/rng"
)

// challenge lets a claimant ask that a decision be looked at again. It is the whole of the
// sanction being served that she asks about: decisions that lengthen it meanwhile stand or
// fall with the one she challenged.
func (w *World) challenge(d *District, i int32, failure agents.Week, why agents.Reason) {
	p, terms := w.People, w.Regime.Plan.Reconsideration
	if terms == nil || p.ChallengeDue[i] != agents.Never || w.u(i, rng.Reconsider) >= terms.Asked {
		return
	}
	p.ChallengeDue[i], p.ChallengeAppeal[i] = w.Week+terms.Delay, false
	p.ChallengeOf[i], p.ChallengeFailure[i], p.ChallengeReason[i] = p.SanctionSince[i], failure, why
	p.Disputed[i] = 0
	d.Log.event(w, i, Event{Kind: "reconsideration_asked", Rule: terms.Rule, Coach: noCoach})
}

// answer settles a challenge. A decision that reconsideration leaves as it is may go to a
// tribunal. Where the regime has no such remedy any more, the challenge lapses.
func (w *World) answer(d *District, i int32) {
	p, plan := w.People, w.Regime.Plan
	p.ChallengeDue[i] = agents.Never
	var stage string
	var chance float64
	var rule policy.RuleID
	purpose := rng.Reconsider
	switch {
	case p.ChallengeAppeal[i] && plan.Appeal != nil:
		stage, chance, rule, purpose = "appeal", plan.Appeal.Overturned, plan.Appeal.Rule, rng.Appeal
	case !p.ChallengeAppeal[i] && plan.Reconsideration != nil:
		stage, chance, rule = "reconsideration", plan.Reconsideration.Changed, plan.Reconsideration.Rule
		if p.ChallengeReason[i] != agents.NoReason {
			chance = plan.Reconsideration.Right
		}
	default:
		return
	}
	if w.item(i, w.Week, 1, purpose) < chance {
		w.overturn(d, i, stage, rule)
		return
	}
	d.Log.event(w, i, Event{Kind: stage + "_refused", Rule: rule, Coach: noCoach})
	if terms := plan.Appeal; terms != nil && !p.ChallengeAppeal[i] && w.u(i, rng.Appeal) < terms.Asked {
		p.ChallengeDue[i], p.ChallengeAppeal[i] = w.Week+terms.Delay, true
		d.Log.event(w, i, Event{Kind: "appeal_asked", Rule: terms.Rule, Coach: noCoach})
	}
}

// overturn does away with a sanction: what is still to serve ends, what it took is repaid
// less hardship payments still owed, and it no longer counts on the ladder.
func (w *World) overturn(d *District, i int32, stage string, rule policy.RuleID) {
	p := w.People
	if p.Sanctioned[i] && p.SanctionSince[i] == p.ChallengeOf[i] {
		w.endSanction(d, i, panel.Overturned)
	}
	last := 0
	for k, earlier := range p.Earlier[i] {
		if earlier != p.ChallengeFailure[i] {
			p.Earlier[i][last], p.EarlierKind[i][last] = earlier, p.EarlierKind[i][k]
			last++
		}
	}
	for ; last < agents.LookBack; last++ {
		p.Earlier[i][last] = agents.Never
	}
	// What this period has not been charged for yet is struck out, the rest is repaid.
	open := min(p.Disputed[i], p.PeriodSanction[i])
	p.PeriodSanction[i] -= open
	repaid := p.Disputed[i] - open
	p.Total.Overturned[i]++
	p.Total.RepaidPence[i] += repaid
	d.Books.Arrears += int64(repaid)
	w.reclaim(d, i, repaid)
	p.Disputed[i] = 0
	d.Log.event(w, i, Event{Kind: stage + "_overturned", Rule: rule, Coach: noCoach, Pence: agents.Pence(repaid)})
}
