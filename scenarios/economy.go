package scenarios

import (
	"caseload/agents"
	"caseload/agents/exact"
	"caseload/policy"
	"caseload/policy/source"
	"caseload/sim"
)

// Economy is how labour demand moves over time.
type Economy struct {
	At     source.Position
	Path   source.Text `file:"path" oneof:"steady,cycle,shock,series" doc:"which of the paths below is taken; steady needs none"`
	Cycle  *Cycle      `file:"cycle,optional" doc:"a wave of vacancies and separations"`
	Shock  *Shock      `file:"shock,optional" doc:"a sudden fall and its recovery"`
	Series *Series     `file:"series,optional" doc:"vacancies and redundancies by month"`

	Switchers  source.Quantity `file:"switchers_elasticity" unit:"number" min:"-2" max:"2" doc:"elasticity to vacancies of the number of people in work who apply elsewhere"`
	Unemployed source.Quantity `file:"unemployed_elasticity" unit:"number" min:"-2" max:"2" doc:"elasticity to vacancies of the number of people out of work and not on benefit who apply"`
}

// Cycle is a cosine wave: at its top on the given day, at its bottom half a length later.
type Cycle struct {
	At          source.Position
	Top         source.Date     `file:"top" doc:"a day on which demand is at its highest"`
	Length      source.Quantity `file:"length" unit:"weeks" min:"8" max:"2000" doc:"time from one top to the next"`
	Vacancies   source.Quantity `file:"vacancies" unit:"share" min:"0" max:"0.95" doc:"how far the creation of vacancies swings around its mean, each way"`
	Separations source.Quantity `file:"separations" unit:"share" min:"0" max:"0.95" doc:"how far redundancies and dismissals swing, the other way"`
}

// Shock is a fall on a day that is made up by half in a half-life.
type Shock struct {
	At          source.Position
	On          source.Date     `file:"on" doc:"the day of the fall"`
	Vacancies   source.Quantity `file:"vacancies" unit:"share" min:"0" max:"0.99" doc:"how far the creation of vacancies falls"`
	Separations source.Quantity `file:"separations" unit:"share" min:"0" max:"20" doc:"how far redundancies and dismissals rise"`
	HalfLife    source.Quantity `file:"half_life" unit:"weeks" min:"0.5" max:"1000" doc:"time in which half of both is made up"`
}

// Series is what was measured.
type Series struct {
	At         source.Position
	Vacancies  source.Quantity `file:"base_vacancies" unit:"count" min:"1" max:"100000000" doc:"open vacancies at which demand is that of the steady state"`
	Redundancy source.Quantity `file:"base_redundancies" unit:"number" min:"0.01" max:"1000" doc:"redundancies for 1,000 employees in three months at which dismissals are those of the steady state"`
	Share      source.Quantity `file:"redundancy_share" unit:"share" min:"0" max:"1" doc:"share of redundancies and dismissals that follow redundancies; the rest is steady"`
	Months     []Month         `file:"months" doc:"figures in order of time; before the first and after the last they are held"`
}

// Month is one month of a series.
type Month struct {
	At           source.Position
	Month        source.Date     `file:"month" doc:"first day of the month on which the figures are centred"`
	Vacancies    source.Quantity `file:"vacancies" unit:"count" min:"0" max:"100000000" doc:"open vacancies"`
	Redundancies source.Quantity `file:"redundancies" unit:"number" min:"0" max:"1000" doc:"redundancies for 1,000 employees in three months"`
}

// path is the state of the economy in every week of a run.
func (e *Economy) path(start policy.Date, burnIn, horizon agents.Week) []sim.Economy {
	if e.Path.Value == "steady" {
		return nil
	}
	var path []sim.Economy
	for week := -burnIn; week < horizon; week++ {
		state := e.on(start.AddWeeks(int(week)))
		state.Switchers = exact.Pow(state.Demand, e.Switchers.Value)
		state.Unemployed = exact.Pow(state.Demand, e.Unemployed.Value)
		path = append(path, state)
	}
	return path
}

// on is demand and separations on a day.
func (e *Economy) on(day policy.Date) sim.Economy {
	switch e.Path.Value {
	case "cycle":
		swing := wave(float64(int(day)-int(e.Cycle.Top.Days)) / 7 / e.Cycle.Length.Value)
		return sim.Economy{Demand: 1 + float64(e.Cycle.Vacancies.Value*swing), Separations: 1 - float64(e.Cycle.Separations.Value*swing)}
	case "shock":
		left := 0.0
		if since := int(day) - int(e.Shock.On.Days); since >= 0 {
			left = exact.Pow(0.5, float64(since)/7/e.Shock.HalfLife.Value)
		}
		return sim.Economy{Demand: 1 - float64(e.Shock.Vacancies.Value*left), Separations: 1 + float64(e.Shock.Separations.Value*left)}
	case "series":
		return e.Series.on(day)
	}
	return sim.Economy{Demand: 1, Separations: 1}
}

// wave is a smooth wave of height 1 with its top at 0 and its bottom at a half: a cosine
// to within two parts in ten thousand, by a polynomial that is the same everywhere.
func wave(turns float64) float64 {
	turns -= float64(exact.FloorInt64(turns))
	x := turns
	if x > 0.5 {
		x = 1 - x
	}
	x = 1 - float64(4*x) // from 1 at the top to -1 at the bottom
	square := float64(x * x)
	return float64(x * (1.5706268 - float64(square*(0.6432292-float64(square*0.0727102)))))
}

// on interpolates between the middles of months.
func (s *Series) on(day policy.Date) sim.Economy {
	m := s.Months
	k := 0
	for k+1 < len(m) && m[k+1].Month.Days <= int32(day) {
		k++
	}
	vacancies, redundancies := m[k].Vacancies.Value, m[k].Redundancies.Value
	if k+1 < len(m) && int32(day) > m[k].Month.Days {
		part := float64(int32(day)-m[k].Month.Days) / float64(m[k+1].Month.Days-m[k].Month.Days)
		vacancies += float64(part * (m[k+1].Vacancies.Value - vacancies))
		redundancies += float64(part * (m[k+1].Redundancies.Value - redundancies))
	}
	return sim.Economy{Demand: vacancies / s.Vacancies.Value, Separations: 1 + float64(s.Share.Value*(redundancies/s.Redundancy.Value-1))}
}
