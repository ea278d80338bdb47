package policy

import (
	"caseload/agents"
	"caseload/policy/source"
)

// Signing is the section `signing:` of a regime: claimants who have to search for work come
// at fixed times to declare to signing staff that they are available and looking, at a
// desk and not with their coach.
type Signing struct {
	At         source.Position
	Every      source.Quantity `file:"every" unit:"weeks" min:"1" max:"52" whole:"true" doc:"time from one signing to the next, counted from the claim"`
	Length     source.Quantity `file:"length" unit:"minutes" min:"1" max:"120" whole:"true" doc:"time at the desk; by another channel what that takes of it"`
	Shortest   source.Quantity `file:"shortest" unit:"minutes" min:"1" max:"120" whole:"true" doc:"shortest time it is cut to when there are too many; what does not fit then is done by post"`
	Channel    source.Text     `file:"channel,optional" oneof:"face_to_face,telephone,e_channel,self_service,outreach" doc:"how it is done; at the desk when absent"`
	CloseClaim source.Flag     `file:"closes_claim" doc:"true when the claim ends of who neither comes nor gets in touch"`
	Staff      SigningStaff    `file:"staff" doc:"who does it"`
}

// SigningStaff is the signing staff of the whole country; a run scales it with its persons.
type SigningStaff struct {
	At      source.Position
	Number  source.Quantity `file:"full_time_equivalents" unit:"count" min:"0" max:"1000000" doc:"signing staff in the country, full-time equivalents"`
	Hours   source.Quantity `file:"hours" unit:"hours/week" min:"1" max:"80" doc:"contracted hours"`
	Present source.Quantity `file:"present" unit:"share" min:"0" max:"1" doc:"share of weeks not lost to leave, sickness and training"`
	AtDesk  source.Quantity `file:"at_desk" unit:"share" min:"0" max:"1" doc:"share of the time of who is present that is spent at the desk"`
	Cost    source.Quantity `file:"cost" unit:"£/year" min:"0" max:"20000000" doc:"yearly cost of a full-time member of staff to the department, pay and overheads"`
}

// SigningTerms is a compiled Signing.
type SigningTerms struct {
	Every            agents.Week
	Length, Shortest int16
	Channel          agents.Channel
	CloseClaim       bool
	MinutesWeek      float64 // of the whole country
	CostPenceYear    int64   // of the whole country
	Rule             RuleID
}

// Check tests the lengths.
func (s *Signing) Check(c *source.Checker) { checkLength(c, s.Length, s.Shortest) }

func (p *Plan) compileSigning(s *Signing) {
	if s == nil {
		return
	}
	staff, channel := &s.Staff, agents.ChannelNamed(s.Channel.Value)
	takes := &p.Channels[channel]
	p.Signing = &SigningTerms{
		Every: agents.Week(s.Every.Value), Length: int16(takes.Booked(int32(s.Length.Value))), Shortest: int16(takes.Booked(int32(s.Shortest.Value))),
		Channel: channel, CloseClaim: s.CloseClaim.Value,
		MinutesWeek:   staff.Number.Value * staff.Hours.Value * 60 * staff.Present.Value * staff.AtDesk.Value,
		CostPenceYear: rounded(float64(staff.Number.Value * staff.Cost.Value)),
		Rule:          p.rule(s.At),
	}
}
