package policy

import "caseload/agents"

// misses adds up mandatory interviews that are missed in a week, and what follows.
type misses struct{ missed, sanctioned, channel float64 }

// add counts what a stock misses of n interviews that reach it.
func (m *misses) add(n float64, s *Stock, chain *ChainTerms) {
	m.missed += float64(n * s.Missed)
	m.sanctioned += float64(n * s.Missed * chain.product(s))
}

// unreached counts n interviews whose channel did not reach the claimant, which is no reason
// to be excused.
func (m *misses) unreached(n float64, chain *ChainTerms) {
	m.missed += n
	m.channel += n
	if chain != nil {
		m.sanctioned += float64(n * chain.Referred * (1 - chain.Excused) * chain.Imposed)
	}
}

// unreached is the share of a stock whom a channel does not reach and nothing else keeps.
func (p *Plan) unreached(s *Stock, channel agents.Channel) float64 {
	share := 0.0
	for access, has := range s.Digital {
		share += float64(has * (1 - p.Channels[channel].Reaches[access]))
	}
	return share * (1 - s.Missed)
}

// lostBy is those of n interviews by a rule that do not reach the claimant. Who is seen by another
// channel after some weeks loses those that fall into them: in a steady week it is those whose
// claims open, of people who are all there already it is everybody.
func (p *Plan) lostBy(schedule *Schedule, s *Stock, n, opened float64) float64 {
	if after := p.Channels[schedule.Channel].After; after != agents.Never && s.NewClaims > 0 {
		times := float64((after + schedule.Every - 1) / schedule.Every)
		if p.HasFirst && p.First.Channel == schedule.Channel {
			times-- // lost at the first interview
		}
		n = float64(opened * max(times, 0))
	}
	return float64(n * p.unreached(s, schedule.Channel))
}

// rulesBegin is the weeks on benefit from which a stock is seen by other rules than that of the
// first interview.
func (p *Plan) rulesBegin(s *Stock) int {
	switch {
	case s.NewClaims == 0:
		return 0
	case p.HasFirst:
		return int(p.IdentityCheck+p.First.Every) + 1
	}
	return int(p.IdentityCheck)
}
