package policy

import "caseload/policy/source"

// EmployerService is the section `employer_service:` of a regime: what the office does with
// employers, and what its coaches can submit claimants to.
type EmployerService struct {
	At         source.Position
	Notified   source.Quantity `file:"notified" unit:"number" min:"0" max:"20" doc:"vacancies notified for each one that the employers of the market notify of their own accord"`
	Time       source.Quantity `file:"time" unit:"share" min:"0" max:"1" doc:"share of an interview that is for submissions; what they do not take goes to its other parts"`
	Takes      source.Quantity `file:"takes" unit:"minutes" min:"0.5" max:"60" doc:"time in which a coach finds a notified vacancy for a claimant and submits her"`
	AtMost     source.Quantity `file:"at_most" unit:"number" bare:"true" min:"0" max:"1000" doc:"mean number of submissions that a notified vacancy takes"`
	Required   source.Quantity `file:"required" unit:"share" min:"0" max:"1" doc:"share of submissions where to apply, and to take the job, is required; not to do so is a failure like an offer refused, of which the office knows"`
	CVBank     *CVBank         `file:"cv_bank,optional" doc:"employers look for claimants by their CVs; without it none does"`
	Developers *Developers     `file:"job_developers,optional" doc:"staff who canvass employers; without it there are none"`
}

// CVBank is how employers look for claimants by themselves.
type CVBank struct {
	At       source.Position
	Searched source.Quantity `file:"searched" unit:"share" min:"0" max:"1" doc:"share of notified vacancies whose employer looks at claimants' CVs when it chooses"`
	Invited  source.Quantity `file:"invited" unit:"number" bare:"true" min:"0" max:"50" doc:"mean number of claimants who use the internet and are invited by such an employer"`
}

// Developers is the job developers of the whole country; a run scales them with its persons.
type Developers struct {
	At        source.Position
	Number    source.Quantity `file:"full_time_equivalents" unit:"count" min:"0" max:"1000000" doc:"job developers in the country, full-time equivalents"`
	Canvassed source.Quantity `file:"canvassed" unit:"/week" min:"0" max:"1000" doc:"open vacancies that one of them brings to the bank which would not have been notified"`
	Opened    source.Quantity `file:"opened" unit:"share" min:"0" max:"5" doc:"vacancies that employers open for one of these, and would not have opened, for each of them"`
	Cost      source.Quantity `file:"cost" unit:"£/year" min:"0" max:"20000000" doc:"yearly cost of a full-time job developer to the department, pay and overheads"`
}

// EmployerTerms is a compiled EmployerService.
type EmployerTerms struct {
	Notified, Time, Takes, AtMost, Required float64
	Searched, Invited                       float64
	Canvassed, Opened                       float64 // vacancies a week in the whole country
	CostPenceYear                           int64   // of job developers in the whole country
	Rule                                    RuleID
}

func (p *Plan) compileEmployers(s *EmployerService) {
	if s == nil {
		return
	}
	t := &EmployerTerms{Notified: s.Notified.Value, Time: s.Time.Value, Takes: s.Takes.Value, AtMost: s.AtMost.Value, Required: s.Required.Value, Rule: p.rule(s.At)}
	if b := s.CVBank; b != nil {
		t.Searched, t.Invited = b.Searched.Value, b.Invited.Value
	}
	if j := s.Developers; j != nil {
		t.Canvassed = j.Number.Value * j.Canvassed.Value
		t.Opened = t.Canvassed * j.Opened.Value
		t.CostPenceYear = rounded(float64(j.Number.Value * j.Cost.Value))
	}
	p.Employers = t
}

// Refused is the chance that somebody notices that a claimant refuses an offer: the office
// knows of those to which it required her to apply.
func (p *Plan) Refused(required bool) float64 {
	if required {
		return 1
	}
	return p.Offers
}
