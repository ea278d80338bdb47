package sim

import (
	"caseload/agents"
	"caseload/agents/exact"
	"caseload/sim/rng"
)

// EmployerBooks counts the vacancies of a district since week 0.
type EmployerBooks struct {
	Opened    int64 // of all, job developers' with them
	Notified  int64 // of these, notified by their employers of their own accord
	Canvassed int64 // open ones that job developers brought into the bank
	Developed int64 // opened because of job developers
	Hires     int64 // of people of the run, by notified vacancies and those of job developers
	ToRivals  int64 // of these vacancies, filled by competitors
}

// add adds another district's.
func (b *EmployerBooks) add(o *EmployerBooks) {
	b.Opened += o.Opened
	b.Notified += o.Notified
	b.Canvassed += o.Canvassed
	b.Developed += o.Developed
	b.Hires += o.Hires
	b.ToRivals += o.ToRivals
}

// develop lets job developers canvass employers for the occupation groups that the claimants
// of the district want, in proportion: they bring open vacancies into the bank that would not
// have been notified, and some employers open another.
func (w *World) develop(d *District) {
	terms := w.Regime.Plan.Employers
	if terms == nil || terms.Canvassed == 0 || w.hold.Market || d.Demand.BaseInflow == 0 || w.Market.Matching != Agents {
		return
	}
	var wanted, open [Occupations]float64
	for _, i := range d.Claimants {
		if w.People.Status[i] == agents.Claimant {
			wanted[w.People.Occupation[i]]++
		}
	}
	v := &d.Vacancies
	for k, source := range v.Source {
		if source == agents.OpenMarket {
			open[v.Occupation[k]]++
		}
	}
	here := w.Scale * w.part(d) / max(1, float64(len(d.Claimants)))
	for k, source := range v.Source {
		if source != agents.OpenMarket {
			continue
		}
		o := v.Occupation[k]
		chance := terms.Canvassed * here * wanted[o] / open[o]
		if chance > 0 && w.vacancyDraw(d, v.Created[k], v.Serial[k], w.Week, rng.Canvass) < chance {
			v.Source[k] = agents.Developed
			d.Books.Employers.Canvassed++
		}
	}
	serial := uint32(developedSerial)
	for o := range Occupations {
		d.Demand.Developing[o] += float64(terms.Opened * here * wanted[o])
		whole := exact.FloorInt64(d.Demand.Developing[o])
		d.Demand.Developing[o] -= float64(whole)
		for range whole {
			w.createVacancy(d, uint8(o), agents.Developed, w.Week, serial)
			d.Books.Employers.Developed++
			serial++
		}
	}
}

// developedSerial is the first serial number of a week's vacancies that employers open for
// job developers: they have numbers of their own, so that they rename no other.
const developedSerial = 1 << 23

// developersCost is what a district's job developers cost a year, in pence.
func (w *World) developersCost(d *District) int64 {
	terms := w.Regime.Plan.Employers
	if terms == nil {
		return 0
	}
	return exact.RoundInt64(float64(float64(terms.CostPenceYear)*w.Scale) * w.part(d))
}
