package scenarios

import (
	"fmt"
	"reflect"

	"caseload/agents"
	"caseload/policy"
	"caseload/policy/source"
	"caseload/sim"
)

var quantity = reflect.TypeFor[source.Quantity]()

// carry copies the values of the quantities of a file into the numbers of the same name
// of what the engine is told; both are structs or pointers to structs. A name that has no
// partner on the other side is a mistake in our code, so it panics: a parameter that
// nothing reads cannot be shipped.
func carry(to, from any) {
	target, read := reflect.ValueOf(to).Elem(), reflect.Indirect(reflect.ValueOf(from))
	found := map[string]bool{}
	for k := range read.NumField() {
		name := read.Type().Field(k).Name
		if read.Field(k).Type() != quantity {
			continue
		}
		number := target.FieldByName(name)
		if !number.IsValid() || number.Kind() != reflect.Float64 {
			panic(fmt.Sprintf("scenarios: nothing in %s reads %s", target.Type(), name))
		}
		number.SetFloat(read.Field(k).Interface().(source.Quantity).Value)
		found[name] = true
	}
	for k := range target.NumField() {
		if field := target.Type().Field(k); field.Type.Kind() == reflect.Float64 && !found[field.Name] {
			panic(fmt.Sprintf("scenarios: no file sets %s of %s", field.Name, target.Type()))
		}
	}
}

// behaviour is the part of a market file that says how people act.
func (m *Market) behaviour() agents.Behaviour {
	var b agents.Behaviour
	carry(&b.Search, m.Search)
	carry(&b.Finding, m.Finding)
	carry(&b.Attendance, m.Attendance)
	carry(&b.Coaching, m.Coaching)
	carry(&b.Targets, m.Targets)
	carry(&b.Health, m.Health)
	carry(&b.Claims, m.HealthClaims)
	carry(&b.Reasons, m.Reasons)
	carry(&b.Threat, m.Threat)
	carry(&b.Skill, m.Skill)
	carry(&b.Jobs, m.Jobs)
	carry(&b.Moves, m.Moves)
	carry(&b.Progress, m.Progress)
	carry(&b.Pay, m.Pay)
	carry(&b.Costs, m.Costs)
	carry(&b.Exits, m.Exits)
	carry(&b.Returns, m.Returns)
	carry(&b.Budget, m.Budget)
	carry(&b.Programmes, m.Programmes)
	carry(&b.Office, m.Office)
	carry(&b.Providing, m.Providing)
	m.Wellbeing.carryTo(&b.Wellbeing)
	carry(&b.Barriers, m.Barriers)
	return b
}

var closures = map[string]sim.Closure{"stock": sim.Stock, "inflow": sim.Inflow, "entry": sim.Entry}

// demand is the part that says where jobs come from.
func (m *Market) demand() sim.Market {
	d, v := &m.Districts, &m.Vacancies
	market := sim.Market{
		Matching:  matchings[m.Matching.Value],
		Closure:   closures[m.Closure.Value],
		Districts: int(d.Number.Value), PersonsEach: int(d.PersonsEach.Value), SizeRatio: d.SizeRatio.Value,
		Lowest: d.Lowest.Value, Highest: d.Highest.Value, ByTightness: d.ByTightness.Value, Offices: int(d.Offices.Value),
		VacanciesOpen: v.Open.Value, VacanciesFilled: v.Filled.Value, Competitors: v.Competitors.Value,
		SearchElasticity: v.Elasticity.Value, EntryElasticity: m.Entry.Elasticity.Value, EntrySpeed: m.Entry.Speed.Value,
		Masses: [sim.Competitors]float64{m.Masses.Switchers.Value, m.Masses.Unemployed.Value, m.Masses.OutOfLabourForce.Value},
	}
	for k := range market.Occupations {
		carry(&market.Occupations[k], m.Occupations[k])
	}
	carry(&market.Employers, m.Employers)
	carry(&market.Agencies, m.Agencies)
	carry(&market.Neighbours, d.Neighbours)
	return market
}

var matchings = map[string]sim.Matching{"agents": sim.Agents, "aggregate": sim.Aggregate}

var statuses = map[string]agents.Status{
	"claimant": agents.Claimant, "other_benefit": agents.OtherBenefit, "employed": agents.Employed, "inactive": agents.Inactive,
}

// people is a population file, with its table where it has one, as the engine is told it.
func (p *Population) people(persons *Persons) sim.Population {
	var to sim.Population
	for k := range p.Attached {
		s := &p.Attached[k]
		law := &s.Duration
		to.Attached = append(to.Attached, sim.Stratum{
			Name: s.Name.Value, Persons: s.Persons.Value, Status: statuses[s.Status.Value],
			Duration: agents.NewDurationLaw(law.Hazard.Value, law.Variance.Value, law.Other.Value, int(law.Longest.Value)),
			Hazard:   law.Hazard.Value, Traits: p.Traits.with(s.Traits),
			UnderSanction: s.UnderSanction.Value, SanctionLeftWeeks: s.SanctionLeft.Value,
		})
	}
	if persons != nil {
		to.Attached = append(to.Attached, persons.strata(p)...)
	}
	for k := range p.Arrivals {
		a := &p.Arrivals[k]
		to.Arrivals = append(to.Arrivals, sim.Arrival{Name: a.Name.Value, PerWeek: a.PerWeek.Value, Falls: a.Falls.Value, Traits: p.Traits.with(a.Traits)})
	}
	return to
}

// with is the traits of the whole population with what a part says otherwise.
func (t Traits) with(part *Traits) agents.Marginals {
	if part != nil {
		whole, own := reflect.ValueOf(&t).Elem(), reflect.ValueOf(part).Elem()
		for k := range whole.NumField() {
			field := own.Field(k)
			switch {
			case field.Type() == quantity && field.Interface().(source.Quantity).Set,
				field.Kind() == reflect.Pointer && !field.IsNil():
				whole.Field(k).Set(field)
			}
		}
	}
	var m agents.Marginals
	carry(&m, &t)
	if t.Barriers != nil {
		carry(&m.Barriers, t.Barriers)
	}
	m.Ages = [4]float64{t.Age.From16.Value, t.Age.From25.Value, t.Age.From35.Value, t.Age.From50.Value}
	o := t.Occupation
	m.Occupations = [agents.Occupations]float64{o.Managers.Value, o.Professional.Value, o.Associate.Value, o.Clerical.Value, o.Trades.Value, o.Caring.Value, o.Sales.Value, o.Process.Value, o.Elementary.Value}
	m.Educations = [4]float64{t.Education.None.Value, t.Education.BelowLevel3.Value, t.Education.Level3.Value, t.Education.Level4.Value}
	return m
}

// regime compiles a regime for the engine.
func regime(r *policy.Regime) (*sim.Regime, source.Diagnostics) {
	plan, found := policy.Compile(r)
	if found.Failed() {
		return nil, found
	}
	return &sim.Regime{Name: r.Name.Value, Plan: plan, Benefits: &r.Benefits, Tax: &r.Tax, Wage: &r.MinimumWage}, found
}

func weeks(q source.Quantity) agents.Week { return agents.Week(q.Value) }
