package sim

import (
	"cmp"
	"slices"

	"caseload/agents"
	"caseload/agents/exact"
	"caseload/sim/rng"
)

// Mail is what a district sends out in a week. Its neighbours read it in the next, when it
// changes no more, so that no district waits for another: an application is a letter of
// one week, an offer that of the next and an answer that of the third. The vacancy is
// promised meanwhile.
type Mail struct {
	Chance  float64 // that one unit of effective search spent here came to a hire
	Rate    float64 // shortlisted applications a week of one unit of effective search
	Letters []Letter
	Offers  []Proposal
	Answers []Answer
}

// Letter is a shortlisted application to a neighbouring district, with all that an employer
// there needs.
type Letter struct {
	To         int16 // number of the district
	N          uint8 // of the person's applications of the week
	Occupation uint8
	Qualified  bool  // has a certificate
	Row        int32 // in her own district, from its first
	ID         agents.PersonID
	Skill      float32
	Score      float32
	LeastPay   float64 // by the hour; her reservation wage, pence
	Voucher    Voucher
}

// Proposal is an offer to a resident of another district, with the job.
type Proposal struct {
	To          int16
	Row         int32
	ID          agents.PersonID
	Created     agents.Week // with Serial, the name of the vacancy
	Serial      uint32
	Occupation  uint8
	Source      agents.Source
	Temporary   bool
	HourlyPay   int32
	HoursTenths int16
	Instead     Instead
	Saved       float64 // as of her voucher
}

// Answer is a yes or no to a proposal.
type Answer struct {
	To      int16
	Created agents.Week
	Serial  uint32
	Source  agents.Source
	Yes     bool
	Saved   float64 // of the proposal, if the subsidy is still there
}

// Sent is what the district sent out in a week, which is the present or the last one.
func (d *District) Sent(week agents.Week) *Mail { return &d.mail[uint32(week)&1] }

func (m *Mail) clone() Mail {
	return Mail{m.Chance, m.Rate, slices.Clone(m.Letters), slices.Clone(m.Offers), slices.Clone(m.Answers)}
}

func (m *Mail) clear() {
	m.Chance, m.Rate, m.Letters, m.Offers, m.Answers = 0, 0, m.Letters[:0], m.Offers[:0], m.Answers[:0]
}

// incoming is a letter that arrived, and the district it came from.
type incoming struct {
	Letter
	from int16
}

// proposed is an offer that arrived, the district it came from, and whether it was accepted.
type proposed struct {
	Proposal
	from int16
	yes  bool
}

// way is a district to which applications go, with the upper end of its share of them.
type way struct {
	district int16
	upTo     float64
}

// layNeighbours puts the districts on a ring, in an order that scatters tightness, and
// lists for each those nearest to it.
func (w *World) layNeighbours() {
	n, each := len(w.Districts), int(w.Market.Neighbours.Each)
	place, step := onRing(n)
	for k := range n {
		d := &w.Districts[k]
		for away := 1; len(d.Neighbours) < min(each, n-1); away++ {
			for _, p := range [2]int{place[k] + away, place[k] - away + n*away} {
				if j := int16(p % n * step % n); len(d.Neighbours) < min(each, n-1) && !slices.Contains(d.Neighbours, j) {
					d.Neighbours = append(d.Neighbours, j)
				}
			}
		}
	}
	for k := range n {
		for _, j := range w.Districts[k].Neighbours {
			w.Districts[j].Callers = append(w.Districts[j].Callers, int16(k))
		}
	}
}

// onRing is the places of so many districts on the ring, and how far apart, in their order of
// tightness, two of them are who are next to one another there.
func onRing(n int) (place []int, step int) {
	step = max(1, int(exact.FloorInt64(float64(n)*scatter)))
	for common(step, n) > 1 {
		step++
	}
	place = make([]int, n)
	for p := range n {
		place[p*step%n] = p
	}
	return place, step
}

// scatter is the share of all districts, in their order of tightness, that lies between two
// who are next to one another.
const scatter = 0.382

func common(a, b int) int {
	for b > 0 {
		a, b = b, a%b
	}
	return a
}

// travels is what the cost of travel leaves of the applications that would go to a
// neighbour: the logit of McFadden (1974) over districts, in which the value of a district
// is the log of the chance there less the cost in units of the scale of search.
func (m *Market) travels() float64 {
	return exact.Exp(-m.Neighbours.Travel / max(m.Neighbours.SearchScale, leastScale))
}

// leastScale of search, pence a week, keeps the logit finite.
const leastScale = 1

// ways finds where applications of this week go, from the chances that districts had last
// week, and how many of one unit of effective search are shortlisted.
func (w *World) ways(d *District) (rate float64) {
	s := &d.scratch
	s.ways = s.ways[:0]
	own, travels := d.Sent(w.Week-1), w.Market.travels()
	if len(d.Neighbours) == 0 || own.Rate == 0 {
		return d.Demand.ShortlistRate
	}
	weights, home := own.Chance, float64(own.Chance*d.Demand.ShortlistRate)
	for _, j := range d.Neighbours {
		there := w.Districts[j].Sent(w.Week - 1)
		weight := float64(there.Chance * travels)
		weights += weight
		rate += float64(weight * there.Rate)
		s.ways = append(s.ways, way{district: j + 1, upTo: rate})
	}
	if rate += home; rate == 0 {
		s.ways = s.ways[:0]
		return d.Demand.ShortlistRate
	}
	for k := range s.ways {
		s.ways[k].upTo /= rate
	}
	return rate / weights
}

// residents is the search that arrives in the district for each unit of its residents', in
// the starting state: what stays and what comes from those who apply here, when chances are
// as tight as the markets and people are alike.
func (w *World) residents(d *District) float64 {
	travels := w.Market.travels()
	share := func(from, to *District) float64 {
		sum := from.Demand.Tightness
		for _, j := range from.Neighbours {
			sum += float64(travels * w.Districts[j].Demand.Tightness)
		}
		if from == to {
			return from.Demand.Tightness / sum
		}
		return travels * to.Demand.Tightness / sum
	}
	arrives := share(d, d)
	for _, c := range d.Callers {
		from := &w.Districts[c]
		arrives += float64(share(from, d) * float64(from.Attached) / float64(max(d.Attached, 1)))
	}
	return arrives
}

// goesTo is the number of the district to which the n-th application of a person goes.
func (w *World) goesTo(d *District, id, n uint32) int16 {
	if ways := d.scratch.ways; len(ways) > 0 {
		u := w.Draws.UItem(id, int32(w.Week), n, rng.Place)
		for _, way := range ways {
			if u < way.upTo {
				return way.district
			}
		}
	}
	return d.Number
}

// write sends the n-th application of a claimant to another district.
func (w *World) write(d *District, i int32, n uint32, to int16, occupation uint8, score float64, invited bool) {
	p, out := w.People, d.Sent(w.Week)
	out.Letters = append(out.Letters, Letter{
		To: to, N: uint8(n), Occupation: occupation, Qualified: p.Certificate[i], Row: i - d.First, ID: p.ID[i],
		Skill: float32(w.skill(i)), Score: float32(score), LeastPay: w.Habits.ReservationWage(agents.Pence(p.HourlyPay[i]), w.Week-p.BenefitSince[i]), Voucher: w.voucherOf(i, invited),
	})
}

// sortLetters puts the letters of the week into an order that rows have no part in.
func (m *Mail) sortLetters() {
	slices.SortFunc(m.Letters, func(a, b Letter) int {
		return cmp.Or(cmp.Compare(a.To, b.To), cmp.Compare(a.ID, b.ID), cmp.Compare(a.N, b.N))
	})
}

// letters puts what arrived on the shortlists of vacancies that choose.
func (w *World) letters(d *District) {
	s, v := &d.scratch, &d.Vacancies
	s.incoming = s.incoming[:0]
	for _, c := range d.Callers {
		for _, l := range w.Districts[c].Sent(w.Week - 1).Letters {
			open := s.choosing[l.Occupation]
			if l.To != d.Number || len(open) == 0 {
				continue
			}
			u := w.Draws.UItem(uint32(l.ID), int32(w.Week-1), uint32(l.N), rng.ChooseVacancy)
			k := open[min(int(u*float64(len(open))), len(open)-1)]
			if v.Certificate[k] && !l.Qualified || l.Skill < v.LeastSkill[k] {
				continue
			}
			s.incoming = append(s.incoming, incoming{l, c + 1})
			s.applications = append(s.applications, application{vacancy: k, row: -int32(len(s.incoming)), id: l.ID, score: l.Score})
		}
	}
}

// promise makes an offer to a resident of another district and holds the vacancy until she
// has answered.
func (w *World) promise(d *District, k int32, l *incoming, instead Instead) bool {
	if !w.takenUp(d, k, l) {
		return false
	}
	d.Vacancies.Promised[k] = true
	w.propose(d, k, l, instead)
	return true
}

// takenUp tells whether an offer is worth making to a resident of another district: it pays
// no less by the hour than she asks.
func (w *World) takenUp(d *District, k int32, l *incoming) bool {
	minimum := agents.Pence(w.rates.MinimumWage(adult))
	return float64(w.Habits.PaidTo(agents.Pence(d.Vacancies.HourlyPay[k]), minimum, float64(l.Skill))) >= l.LeastPay
}

// propose sends an offer to a resident of another district.
func (w *World) propose(d *District, k int32, l *incoming, instead Instead) {
	v, out := &d.Vacancies, d.Sent(w.Week)
	out.Offers = append(out.Offers, Proposal{
		To: l.from, Row: l.Row, ID: l.ID, Created: v.Created[k], Serial: v.Serial[k], Occupation: v.Occupation[k], Source: v.Source[k],
		Temporary: v.Temporary[k], HourlyPay: v.HourlyPay[k], HoursTenths: v.HoursTenths[k], Instead: instead, Saved: l.Voucher.Saved,
	})
}

// proposals lays what neighbours offered to residents beside what they are offered at home,
// less the cost of travel.
func (w *World) proposals(d *District) {
	s := &d.scratch
	s.proposed = s.proposed[:0]
	travel := exact.RoundInt64(w.Market.Neighbours.Travel)
	for _, j := range d.Neighbours {
		for _, o := range w.Districts[j].Sent(w.Week - 1).Offers {
			if o.To != d.Number {
				continue
			}
			s.proposed = append(s.proposed, proposed{Proposal: o, from: j + 1})
			if i := d.First + o.Row; w.People.Status[i] == agents.Claimant && w.accepts(i, o.terms(), travel) {
				s.offers = append(s.offers, offer{row: i, vacancy: -int32(len(s.proposed)), pay: int32(grossOf(o.HourlyPay, o.HoursTenths) - travel), instead: o.Instead})
				d.Log.offered(w, i, "offer_from_neighbour", VacancyName{j + 1, o.Created, o.Serial}, o.HourlyPay, o.HoursTenths)
			}
		}
	}
}

// reply tells neighbours who takes what they offered.
func (w *World) reply(d *District) {
	out := d.Sent(w.Week)
	for k := range d.scratch.proposed {
		o := &d.scratch.proposed[k]
		out.Answers = append(out.Answers, Answer{To: o.from, Created: o.Created, Serial: o.Serial, Source: o.Source, Yes: o.yes, Saved: o.Saved})
	}
}

// answered fills promised vacancies that were accepted and opens the others again.
func (w *World) answered(d *District) {
	s, v := &d.scratch, &d.Vacancies
	s.promised = s.promised[:0]
	for k, promised := range v.Promised {
		if promised {
			s.promised = append(s.promised, int32(k))
		}
	}
	for _, c := range d.Callers {
		for _, a := range w.Districts[c].Sent(w.Week - 1).Answers {
			if a.To != d.Number {
				continue
			}
			for _, k := range s.promised {
				if v.Serial[k] == a.Serial && v.Created[k] == a.Created {
					v.Promised[k] = false
					if s.taken[k] = a.Yes; a.Yes {
						d.comesIn(&a)
						w.expand(d, v.Occupation[k], a.Saved)
					}
				}
			}
		}
	}
}

// comesIn counts the hire of somebody from another district.
func (d *District) comesIn(a *Answer) {
	d.Demand.Hires++
	d.Demand.IncomingHires++
	d.Demand.AgencyHires += float64(btoi(a.Source == agents.Agency))
	d.Books.Employers.Hires += int64(btoi(a.Source.InBank()))
}

// publish tells neighbours what chances applicants had this week: an application is
// offered the job as often as a ball falls into an urn before others do.
func (w *World) publish(d *District) {
	s, out := &d.scratch, d.Sent(w.Week)
	choosing := 0
	for o := range Occupations {
		choosing += len(s.choosing[o])
	}
	out.Rate = d.Demand.ShortlistRate
	if shortlisted := len(s.applications) + s.rivalsInAll; choosing > 0 && shortlisted > 0 {
		x := float64(shortlisted) / float64(choosing)
		out.Chance = out.Rate * exact.ProbabilityFromHazard(x) / x
	}
}
