package policy

import (
	"fmt"
	"strings"

	"caseload/agents"
	"caseload/policy/source"
)

// Specialist is a kind of coach who is for some claimants.
type Specialist struct {
	At        source.Position
	Name      source.Text     `file:"name" oneof:"health,disability,lone_parent,youth,senior,psychologist" doc:"the specialism"`
	Share     source.Quantity `file:"share" unit:"share" min:"0" max:"1" doc:"share of the posts of coaches"`
	Who       Who             `file:"who" doc:"whom she is for; the first specialism that fits a claimant is hers"`
	Caseload  source.Quantity `file:"caseload" unit:"count" bare:"true" min:"1" max:"1000" doc:"claimants at the end of a week from which on she takes no more; others stay with a general coach"`
	Skill     source.Quantity `file:"skill" unit:"number" min:"0" max:"5" doc:"what an interview of hers adds to the search of those whom she is for, beside one of a general coach of her skill"`
	Review    source.Quantity `file:"review,optional" unit:"weeks" min:"1" max:"104" whole:"true" doc:"time on benefit after which it is seen, again and again, whether a claimant should be hers; at the opening of the claim alone when absent"`
	Consulted source.Quantity `file:"consulted,optional" unit:"minutes" min:"0" max:"120" whole:"true" doc:"minutes of hers that are added to an interview of somebody whom she is for and for whom she has no room, if she has any left; such an interview counts as hers"`
}

// SpecialistTerms is a compiled Specialist.
type SpecialistTerms struct {
	Name      string
	Share     float64
	Caseload  int32
	Skill     float64
	Review    agents.Week // 0 for never
	Consulted int32       // minutes; 0 for never
	Who       Who
}

// Fits tells whether she is for a claimant of a group.
func (t *SpecialistTerms) Fits(c Case, group string) bool { return t.Who.Fits(c, group) }

// ReviewsAt tells whether it is seen, after some weeks on benefit, who should be hers.
func (t *SpecialistTerms) ReviewsAt(weeks agents.Week) bool {
	return t.Review > 0 && weeks%t.Review == 0
}

// ReviewsAt tells whether it is seen for any of them.
func (p *Plan) ReviewsAt(weeks agents.Week) bool {
	for k := range p.Specialists {
		if p.Specialists[k].ReviewsAt(weeks) {
			return true
		}
	}
	return false
}

// checkSpecialists requires the shares of specialists to leave room for one another, and
// groups that there are.
func (r *Regime) checkSpecialists(c *source.Checker) bool {
	if r.Coaches == nil {
		return true
	}
	sum, known := 0.0, true
	for k := range r.Coaches.Specialists {
		s := &r.Coaches.Specialists[k]
		if sum += s.Share.Value; sum > 1+1e-9 {
			c.Problem(s.Share.At, fmt.Sprintf("coaches.specialists[%d].share", k), string(tooManySpecialists), "what they leave are general coaches")
			return false
		}
		for _, named := range s.Who.Group {
			if r.group(named.Value) == nil {
				c.Problem(named.At, fmt.Sprintf("coaches.specialists[%d].who.group", k), unknownGroup.of(named.Value), r.groupHint(named))
				known = false
			}
		}
		if len(s.Who.Profile) > 0 && r.Profiling == nil {
			c.Problem(s.Who.Profile[0].At, fmt.Sprintf("coaches.specialists[%d].who.profile", k), string(profilesNobody), "write profiling, or leave the profile out")
			known = false
		}
	}
	return known
}

func (p *Plan) compileSpecialists(list []Specialist) {
	for k := range list {
		s := &list[k]
		p.Specialists = append(p.Specialists, SpecialistTerms{Name: s.Name.Value, Share: s.Share.Value, Caseload: int32(s.Caseload.Value), Skill: s.Skill.Value,
			Review: agents.Week(s.Review.Value), Consulted: int32(s.Consulted.Value), Who: s.Who})
	}
}

// digestSpecialists writes what was compiled, for Plan.Digest.
func (p *Plan) digestSpecialists(text *strings.Builder) {
	for k := range p.Specialists {
		s := &p.Specialists[k]
		fmt.Fprintf(text, " specialist %v %v %v %v %v %v %s", s.Name, s.Share, s.Caseload, s.Skill, s.Review, s.Consulted, whoText([]Who{s.Who}))
		for _, named := range [...][]source.Text{s.Who.Group, s.Who.Profile} {
			for _, one := range named {
				fmt.Fprintf(text, " %s", one.Value)
			}
		}
	}
}

// SpecialismName is the name of a specialism by its number from 1 on; empty for 0, a general
// coach.
func (p *Plan) SpecialismName(number uint8) string {
	if number == 0 {
		return ""
	}
	return p.Specialists[number-1].Name
}
