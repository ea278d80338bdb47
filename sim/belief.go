package sim

import (
	"caseload/agents"
	"caseload/agents/exact"
)

// Belief is what employers of a district expect of the skill of applicants without and with a
// certificate, standard units: the means of the claimants who search there this week. So a
// certificate is worth less to each the more are given to people of little skill.
type Belief [2]float64

// believe works the means out, where employers go by them at all. Without anybody of a kind the
// other mean stands for it.
func (w *World) believe(d *District) {
	if w.Market.Employers.Believes == 0 {
		return
	}
	var sum [2]exact.Fixed
	var n [2]float64
	for _, i := range d.Claimants {
		if w.People.Status[i] == agents.Claimant {
			k := btoi(w.People.Certificate[i])
			sum[k] += exact.ToFixed(w.skill(i))
			n[k]++
		}
	}
	for k := range n {
		if n[k] == 0 {
			sum[k], n[k] = sum[1-k], n[1-k]
		}
		d.Belief[k] = sum[k].Float() / max(n[k], 1)
	}
}

// expects is what an employer makes of the skill of an applicant: what shows in part, and for the rest
// what is usual of people with or without a certificate (Phelps 1972).
func (w *World) expects(d *District, i int32) float64 {
	skill, b := w.skill(i), w.Market.Employers.Believes
	if b == 0 {
		return skill
	}
	return skill + float64(b*(d.Belief[btoi(w.People.Certificate[i])]-skill))
}
