package scenarios

import "caseload/agents"

// response is one way in which people respond to a regime. A scenario can do without it from
// week 0 on, to find out how much of what a regime does goes through it.
type response struct {
	word string // as without: has it
	what string // what people no longer do
	off  func(b *agents.Behaviour)
}

// responses are those of people out of work, from the mildest to the hardest.
var responses = [...]response{
	{"interviews", "that interviews, contacts with providers and steps agreed there add to search", func(b *agents.Behaviour) {
		b.Search.Support, b.Search.Steps, b.Moves.Support = 0, 0, 0
	}},
	{"feelings", "that distress and self-efficacy change search", func(b *agents.Behaviour) { b.Wellbeing.Feedback = false }},
	{"requirement", "that people search more because it is required and checked", func(b *agents.Behaviour) { b.Search.RequiredPerHour = 0 }},
	{"threat", "that the fear of losing benefit brings people to search and to come", func(b *agents.Behaviour) { b.Threat.Effort, b.Attendance.ThreatOdds = 0, 0 }},
	{"sanction", "that people search more and take worse jobs while they lose benefit", func(b *agents.Behaviour) { b.Search.IncomeCut, b.Threat.Reservation = 0, 0 }},
	{"leaving", "that people leave benefit for nothing because they lose it", func(b *agents.Behaviour) { b.Exits.LossRatio = 1 }},
}

// lacking are the responses that the scenario does without.
func (s *Scenario) lacking() (list []response) {
	for _, r := range responses {
		if s.Without.Value == r.word || s.Without.Value == "all" {
			list = append(list, r)
		}
	}
	return list
}

// later is how people act from week 0 on; nil where it is as before.
func (s *Scenario) later() *agents.Behaviour {
	lacking := s.lacking()
	if len(lacking) == 0 {
		return nil
	}
	b := s.Market.behaviour()
	for _, r := range lacking {
		r.off(&b)
	}
	return &b
}
