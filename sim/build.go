package sim

import (
	"caseload/agents"
	"caseload/agents/exact"
	"caseload/policy"
	"caseload/sim/rng"
)

// NewWorld makes the world of a replicate at the beginning of its burn-in: districts with
// their rows, the attached population with its elapsed durations, everybody who will
// arrive up to the horizon, coaches, and the starting state of each claim.
func NewWorld(c *Config) *World { return build(c, func(*World) {}) }

// build makes the world; filled is called when everybody is there and nothing has been made of them.
func build(c *Config, filled func(w *World)) *World {
	w := &World{
		Week: -c.BurnIn, Draws: rng.New(c.Seed, uint32(c.Replicate)), Habits: agents.NewConstants(c.Behaviour),
		Market: &c.Market, start: c.Start, made: c, Scale: float64(c.Persons) / c.Population.Country(),
	}
	b := newBuilder(c, w)
	b.layOut()
	w.adopt(c.Under)
	for k := range w.Districts {
		b.fill(&w.Districts[k], k)
		b.pair(&w.Districts[k], k)
	}
	filled(w)
	b.rankReadiness()
	w.indebt()
	w.restaff()
	w.specialise()
	for k := range w.Districts {
		b.begin(&w.Districts[k])
	}
	w.ratesChanged, w.regrade = false, false
	return w
}

// builder lays a world out and fills it.
type builder struct {
	c         *Config
	w         *World
	synthesis *agents.Synthesis
	ratio     []float64 // chance of work in a district against the mean
	share     []float64 // of the run's persons
	attached  [][]int   // persons by district and stratum
	arrivals  [][]int   // persons by district and by week x flow
	listed    [][][]int // rows of a table by district and stratum
	drawn     agents.Given
	weeks     int // weeks in which people can arrive
	firstID   []agents.PersonID
}

// DistrictsOf is the number of districts of a run of so many persons: fewer than the country
// has where each would be too small.
func (m *Market) DistrictsOf(persons int) int {
	return max(1, min(persons/m.PersonsEach, m.Districts))
}

func newBuilder(c *Config, w *World) *builder {
	april2017 := agents.Week((policy.DateOf(2017, 4, 6) - c.Start) / 7)
	b := &builder{c: c, w: w, synthesis: agents.NewSynthesis(w.Habits, april2017), weeks: int(c.BurnIn + c.Horizon)}
	m := &c.Market
	n := m.DistrictsOf(c.Persons)
	w.Districts = make([]District, n)
	total := 0.0
	for k := range n {
		// Evenly spaced quantiles of the national spread, whatever the number.
		place := (float64(k) + 0.5) / float64(n)
		b.ratio = append(b.ratio, m.Lowest+float64((m.Highest-m.Lowest)*place))
		size := 1.0
		if n == m.Districts && n > 1 {
			// All districts of the country differ in size; the order of sizes is unrelated to
			// that of tightness.
			size = exact.Pow(m.SizeRatio, float64(k*sizeStep%n)/float64(n-1))
		}
		b.share = append(b.share, size)
		total += size
	}
	for k := range b.share {
		b.share[k] /= total
	}
	return b
}

// sizeStep scatters sizes over districts; it shares no factor with usual numbers of them.
const sizeStep = 23

// Country is the number of persons in the country that are attached at the start.
func (p *Population) Country() float64 {
	total := 0.0
	for k := range p.Attached {
		total += p.Attached[k].Persons
	}
	return total
}

// layOut counts who belongs to which district and gives every person a row and a name.
func (b *builder) layOut() {
	w, c := b.w, b.c
	flows := len(c.Population.Arrivals)
	expected, made := 0.0, 0
	rows := 0
	var ids agents.PersonID
	for k := range w.Districts {
		var strata []int
		b.firstID = append(b.firstID, ids)
		for s := range c.Population.Attached {
			expected += float64(c.Population.Attached[s].Persons * w.Scale * b.share[k])
			n := int(exact.RoundInt64(expected)) - made
			made += n
			strata = append(strata, n)
			ids += agents.PersonID(n)
		}
		b.attached = append(b.attached, strata)
		b.arrivals = append(b.arrivals, b.countArrivals(k, flows))
	}
	for k := range w.Districts {
		d := &w.Districts[k]
		d.Number = int16(k + 1)
		d.First = int32(rows)
		rows += sum(b.attached[k])
		d.Next = int32(rows)
		d.Attached = d.Next - d.First
		rows += sum(b.arrivals[k])
		d.Last = int32(rows)
		b.demand(d, k)
	}
	b.placeListed()
	w.layNeighbours()
	w.People = agents.NewPopulation(rows)
	b.layOffices()
	b.name(ids)
}

func sum(list []int) int {
	total := 0
	for _, n := range list {
		total += n
	}
	return total
}

// countArrivals draws how many people of each flow come to a district in each week.
func (b *builder) countArrivals(k, flows int) []int {
	counts := make([]int, b.weeks*flows)
	for t := range b.weeks {
		week := agents.Week(t) - b.c.BurnIn
		for f := range flows {
			a := &b.c.Population.Arrivals[f]
			expected := float64(max(a.PerWeek-float64(a.Falls*float64(week)), 0) * b.w.Scale * b.share[k])
			u := b.w.Draws.UItem(uint32(k), int32(week), uint32(f), rng.Arrivals)
			counts[t*flows+f] = int(exact.FloorInt64(expected + u))
		}
	}
	return counts
}

// name numbers people: those attached by district, then arrivals by week, so that a
// longer horizon renames nobody.
func (b *builder) name(next agents.PersonID) {
	w := b.w
	flows := len(b.c.Population.Arrivals)
	row := make([]int32, len(w.Districts))
	for k := range w.Districts {
		d := &w.Districts[k]
		for i := d.First; i < d.Next; i++ {
			w.People.ID[i] = b.firstID[k] + agents.PersonID(i-d.First)
		}
		row[k] = d.Next
	}
	for t := range b.weeks {
		for k := range w.Districts {
			for f := range flows {
				for range b.arrivals[k][t*flows+f] {
					w.People.ID[row[k]] = next
					next++
					row[k]++
				}
			}
		}
	}
}

// demand sets the vacancies of a district. Its chance of work differs from the mean by
// ratio^byTightness through vacancies per searcher.
func (b *builder) demand(d *District, k int) {
	m := &b.c.Market
	d.Demand.Tightness = exact.Pow(b.ratio[k], m.ByTightness)
	perSearcher, mean := b.vacanciesPerSearcher(k), 0.0
	for j := range b.share {
		mean += float64(b.share[j] * b.vacanciesPerSearcher(j))
	}
	d.Demand.Open = m.VacanciesOpen * b.w.Scale * b.share[k] * (perSearcher / mean)
}

func (b *builder) vacanciesPerSearcher(k int) float64 {
	m := &b.c.Market
	if m.SearchElasticity >= 1 {
		return 1
	}
	return exact.Pow(b.ratio[k], m.ByTightness/(1-m.SearchElasticity))
}

// layOffices gives each district its whole offices; their number does not depend on the regime.
func (b *builder) layOffices() {
	w := b.w
	expected, made := 0.0, 0
	for k := range w.Districts {
		expected += float64(float64(b.c.Market.Offices) * w.Scale * b.share[k])
		n := max(1, int(exact.RoundInt64(expected))-made)
		w.Districts[k].Offices = make([]Office, n)
		for j := range n {
			w.Districts[k].Offices[j].Number = int16(made + j + 1)
		}
		made += n
	}
}
