package sim

import (
	"caseload/agents"
	"caseload/agents/exact"
	"caseload/sim/rng"
)

// introduce puts somebody whom a programme, or somebody in work, has brought together with an employer on the
// shortlist of a vacancy of her own occupation group that chooses this week and would have
// her. She competes there like anybody else, but is recommended.
func (w *World) introduce(d *District, i int32) {
	p, s, id := w.People, &d.scratch, uint32(w.People.ID[i])
	byTie := p.Introduced[i] == agents.ByTie
	p.Introduced[i] = agents.NotIntroduced
	open := s.choosing[p.Occupation[i]]
	first := int(w.Draws.UItem(id, int32(w.Week), mostApplications, rng.ChooseVacancy) * float64(len(open)))
	for n := range open {
		k := open[(first+n)%len(open)]
		if !w.meets(d, i, k) {
			continue
		}
		impression := exact.NormalQuantile(w.Draws.UItem(id, int32(w.Week), mostApplications, rng.Impression))
		skill, gap := w.merits(d, i)
		score := skill - gap + w.Market.Employers.Recommended + impression
		d.shortlist(w, application{vacancy: k, row: i, id: p.ID[i], score: float32(score), byTie: byTie})
		return
	}
}

// meets tells whether somebody has what a vacancy asks for.
func (w *World) meets(d *District, i, k int32) bool {
	v := &d.Vacancies
	return (!v.Certificate[k] || w.People.Certificate[i]) && float32(w.skill(i)) >= v.LeastSkill[k]
}
