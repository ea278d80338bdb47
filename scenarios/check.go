package scenarios

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"caseload/policy"
	"caseload/policy/source"
	"caseload/sim"
	"caseload/sim/panel"
)

// A message is the template of what is wrong with a scenario, a market or a population.
// All that the rules of this file can say stand here; a test requires each to be
// produced by a file in testdata/bad.
type message string

const (
	noBaseline      message = "%q is not one of the regimes"
	noOutcome       message = "no outcome named %q"
	noPanelColumn   message = "the panel has no column %q"
	noMonday        message = "%s is not a Monday"
	noRegimes       message = "there is no regime to run"
	noSuchScenario  message = "no scenario named %q"
	noDefault       message = "%s does not say in which scenario it is run by its name"
	traitMissing    message = "%s is missing, and nothing else gives it"
	parentAges      message = "%v is not above parent_from_years (%v)"
	childAges       message = "%v is not above youngest_child_from_years (%v)"
	risesWithTime   message = "%s is above the hazard at the start (%s, %s)"
	hoursOfParts    message = "%s is not below full_time_hours (%s, %s)"
	sanctionLength  message = "sanction_left is missing, and %s are under a sanction"
	sanctionStatus  message = "only claimants can be under a sanction, and these are %s"
	nobodyAttached  message = "nobody is attached at the start"
	tooFewPersons   message = "%s persons are fewer than one district needs (%s, %s)"
	ratesBeginLater message = "the rates of %s begin on %s, and are used from %s"
	occupationList  message = "there are %v occupation groups, not the nine major groups in their order"
	tableChanged    message = "%s is another file: its hash is %s"
	tableUnreadable message = "%s cannot be read as a table: %s"
	tableEmpty      message = "%s has no rows"
	noColumn        message = "%s has no column %q"
	columnTwice     message = "%s has more than one column %q"
	badCell         message = "line %v, column %s, has %q"
	householdOfMany message = "%v is the household of %v rows"
	twoCarers       message = "both of household %v have children of whom they are the lead carer"
	parentAge       message = "line %v has somebody aged %v with as many children as %v"
	tableCrowdedOut message = "the table stands for %v of %v persons attached, so that %v of a run of %v come from its %v rows"
	rowsLeftOut     message = "%v of its %v rows do not come in a run of %v persons"
	coachesIdle     message = "%s asks for %s of its coaches' minutes: the people of a table meet the coaches of a country"
	jobsForTable    message = "%s open vacancies meet %v persons: the people of a table meet the market of a country"
	pathUnwritten   message = "the path is %s, and there is no %s here"
	supplyTooLarge  message = "the five come to %v, no less than in the reference job (%v)"
	incomeTooSmall  message = "%s is not above out_of_work (%s, %s)"
	gapTooSmall     message = "%s is less than distress makes of its own gap (%s)"
	levelsEmpty     message = "there is no price level"
	seriesEmpty     message = "the series has no months"
	seriesLeaps     message = "%s vacancies are not between a hundredth and a hundred times base_vacancies (%s, %s)"
)

// of fills the template.
func (m message) of(args ...any) string { return fmt.Sprintf(string(m), args...) }

// Check tests what the parts of a scenario ask of one another.
func (s *Scenario) Check(c *source.Checker) {
	if len(s.Regimes) == 0 {
		c.Problem(s.At, "regimes", string(noRegimes), "name at least one regime")
		return
	}
	var names []string
	for k := range s.Regimes {
		names = append(names, s.Regimes[k].Name.Value)
	}
	if !slices.Contains(names, s.Baseline.Value) {
		hint := "regimes here: " + someOf(names)
		if strings.HasPrefix(s.Baseline.At.File, "shipped:") {
			hint += "; a scenario that extends this one and names other regimes writes a baseline: of its own"
		}
		c.Problem(s.Baseline.At, "baseline", noBaseline.of(s.Baseline.Value), hint)
	}
	if day := policy.DateFrom(s.Start); !day.IsMonday() {
		monday := day.AddDays(-day.Weekday())
		c.Problem(s.Start.At, "start", noMonday.of(day), fmt.Sprintf("weeks begin on Mondays; the nearest are %s and %s", monday, monday.AddDays(7)))
	}
	for k, name := range s.Outcomes {
		if there := sim.Outcomes(); !slices.Contains(there, name.Value) {
			c.Problem(name.At, fmt.Sprintf("outcomes[%d]", k), noOutcome.of(name.Value), source.Choices(name.Value, there, "outcomes"))
		}
	}
	s.Panel.checkColumns(c)
	s.warnSize(c)
	s.warnRates(c)
}

// checkColumns requires columns that a panel can have.
func (p *Panel) checkColumns(c *source.Checker) {
	there := panel.PanelColumns()
	for k, name := range p.Columns {
		if slices.Contains(there, name.Value) {
			continue
		}
		hint, near := source.Nearest(name.Value, there)
		if near {
			hint = fmt.Sprintf("did you mean %q? ", hint)
		}
		c.Problem(name.At, fmt.Sprintf("panel.columns[%d]", k), noPanelColumn.of(name.Value), hint+`"caseload describe panel" lists its columns`)
	}
}

// warnSize says once that a run is too small for whole offices.
func (s *Scenario) warnSize(c *source.Checker) {
	needed := &s.Market.Districts.PersonsEach
	if s.Persons.Value >= needed.Value || s.Population.Table != nil {
		return // a table is as long as it is
	}
	country, claimants, coaches := 0.0, 0.0, 0.0
	for k := range s.Population.Attached {
		part := &s.Population.Attached[k]
		country += part.Persons.Value
		if part.Status.Value == "claimant" {
			claimants += part.Persons.Value
		}
	}
	for k := range s.Regimes {
		if staff := s.Regimes[k].Coaches; staff != nil {
			coaches = max(coaches, staff.Number.Value)
		}
	}
	scale := s.Persons.Value / country
	c.Warn(s.Persons.At, "persons", tooFewPersons.of(s.Persons, needed, source.Place(needed.At, s.Persons.At)),
		fmt.Sprintf("with about %.0f claimants and %.1f coaches in all, offices are not whole and people wait otherwise than in larger runs",
			claimants*scale, coaches*scale))
}

// warnRates says once that figures of a later time are used before it.
func (s *Scenario) warnRates(c *source.Checker) {
	start := policy.DateFrom(s.Start)
	warn := func(r *policy.Regime, from policy.Date) bool {
		begin := policy.RatesBegin(&r.Benefits, &r.Tax, &r.MinimumWage)
		if begin > from {
			c.Warn(s.Start.At, "start", ratesBeginLater.of(r.Name.Value, begin, from), "the first figures known are used until then; start later, or write what held before")
		}
		return begin > from
	}
	if warn(s.BurnIn.Under, start.AddWeeks(-int(s.BurnIn.Weeks.Value))) {
		return
	}
	for k := range s.Regimes {
		if warn(&s.Regimes[k], start) {
			return
		}
	}
}

// checkDefaults requires the scenario that a regime names to be there.
func checkDefaults(library source.Library, regimes []policy.Regime) source.Diagnostics {
	var found source.Diagnostics
	shipped := library.Names("scenario")
	for k := range regimes {
		named := regimes[k].DefaultScenario
		if named.Set && !isPath(named.Value) && !slices.Contains(shipped, named.Value) {
			found = append(found, source.Diagnostic{Position: named.At, Path: "default_scenario",
				Message: noSuchScenario.of(named.Value), Hint: "scenarios shipped: " + someOf(shipped)})
		}
	}
	return found
}

// Check requires the traits of the whole population to be complete, and those that a
// part has with them to be possible.
func (p *Population) Check(c *source.Checker) {
	if missing := p.Traits.missing(); len(missing) > 0 {
		for _, key := range missing {
			c.Problem(p.Traits.At, "traits."+key, traitMissing.of(key), "the traits of the whole population hold unless a part says otherwise, so each stands there")
		}
		return
	}
	persons := 0.0
	for k := range p.Attached {
		persons += p.Attached[k].Persons.Value
		p.checkAges(c, fmt.Sprintf("attached[%d].traits", k), p.Attached[k].Traits)
	}
	for k := range p.Arrivals {
		p.checkAges(c, fmt.Sprintf("arrivals[%d].traits", k), p.Arrivals[k].Traits)
	}
	p.checkAges(c, "traits", &p.Traits)
	if persons == 0 && p.Table == nil {
		c.Problem(p.At, "attached", string(nobodyAttached), "a run is a sample of those attached; give one part persons")
	}
}

// missing names the traits that are not written.
func (t *Traits) missing() []string {
	var keys []string
	value := reflect.ValueOf(t).Elem()
	for k := range value.NumField() {
		field := value.Field(k)
		number, isNumber := field.Interface().(source.Quantity)
		if name := value.Type().Field(k).Name; name == "Barriers" || name == "PartnerHere" {
			continue // nobody has what the file does not give
		}
		if isNumber && !number.Set || field.Kind() == reflect.Pointer && field.IsNil() {
			key, _, _ := strings.Cut(value.Type().Field(k).Tag.Get("file"), ",")
			keys = append(keys, key)
		}
	}
	return keys
}

// checkAges requires the ages of youngest children, and of parents at their birth, to be
// ranges.
func (p *Population) checkAges(c *source.Checker, key string, part *Traits) {
	if part == nil {
		return
	}
	m := p.Traits.with(part)
	for _, ages := range [...]struct {
		key              string
		problem          message
		from, to         source.Quantity
		lowest, noLonger float64
	}{
		{"youngest_child_to_years", childAges, part.YoungestFrom, part.YoungestTo, m.YoungestFrom, m.YoungestTo},
		{"parent_to_years", parentAges, part.ParentFrom, part.ParentTo, m.ParentFrom, m.ParentTo},
	} {
		if !ages.from.Set && !ages.to.Set || ages.noLonger > ages.lowest {
			continue
		}
		at := ages.to.At
		if !ages.to.Set {
			at = ages.from.At
		}
		c.Problem(at, key+"."+ages.key, ages.problem.of(ages.noLonger, ages.lowest), "ages are between the first and, not including it, the second")
	}
}

// Check requires those under a sanction to be claimants who have some of it left.
func (s *Stratum) Check(c *source.Checker) {
	switch under := s.UnderSanction; {
	case under.Value == 0:
	case s.Status.Value != "claimant":
		c.Problem(under.At, "under_sanction", sanctionStatus.of(s.Status), "leave it out")
	case !s.SanctionLeft.Set:
		c.Problem(under.At, "sanction_left", sanctionLength.of(under), "write sanction_left: the mean length still to serve")
	}
}

// Check refuses hazards that rise where the model lets them fall, and part-time hours
// that are not the shorter ones.
func (m *Market) Check(c *source.Checker) {
	j, r, p := &m.Jobs, &m.Returns, &m.Pay
	checkFall(c, "jobs.separation", j.SeparationStart, j.SeparationFloor)
	checkFall(c, "returns.from_nothing", r.NothingStart, r.NothingFloor)
	if p.PartHours.Value >= p.FullHours.Value {
		c.Problem(p.PartHours.At, "pay.part_time_hours", hoursOfParts.of(p.PartHours, p.FullHours, source.Place(p.FullHours.At, p.PartHours.At)), "part-time jobs have fewer hours")
	}
	m.checkOccupations(c)
}

// majorGroups is the names of the occupation groups in the order in which the engine
// counts them; a population has the same.
var majorGroups = []string{"managers", "professional", "associate professional", "administrative", "skilled trades", "caring", "sales", "process", "elementary"}

// checkOccupations requires the nine major groups, with all vacancies among them.
func (m *Market) checkOccupations(c *source.Checker) {
	var names []string
	var shares []source.Quantity
	for k := range m.Occupations {
		names = append(names, m.Occupations[k].Name.Value)
		shares = append(shares, m.Occupations[k].Vacancies)
	}
	if !slices.Equal(names, majorGroups) {
		at := m.At
		for k := range names {
			if at = m.Occupations[k].At; k >= len(majorGroups) || names[k] != majorGroups[k] {
				break
			}
		}
		c.Problem(at, "occupations", occupationList.of(len(names)), "they are "+strings.Join(majorGroups, ", "))
		return
	}
	c.AddUp(m.Occupations[0].At, "occupations", "the vacancies of the occupation groups", shares...)
}

// Check refuses a path without its numbers.
func (e *Economy) Check(c *source.Checker) {
	given := map[string]bool{"steady": true, "cycle": e.Cycle != nil, "shock": e.Shock != nil, "series": e.Series != nil}
	if path := e.Path.Value; !given[path] {
		c.Problem(e.Path.At, "path", pathUnwritten.of(path, path), "write what it looks like under "+path+", or take another path")
	}
}

// Check requires months in order of time, near enough to the steady state for its
// elasticities to mean something.
func (s *Series) Check(c *source.Checker) {
	if len(s.Months) == 0 {
		c.Problem(s.At, "months", string(seriesEmpty), "write at least one")
		return
	}
	var days []source.Date
	base := &s.Vacancies
	for k := range s.Months {
		m := &s.Months[k]
		days = append(days, m.Month)
		if v := m.Vacancies; v.Value < base.Value/100 || v.Value > base.Value*100 {
			c.Problem(v.At, fmt.Sprintf("months[%d].vacancies", k), seriesLeaps.of(v, base, source.Place(base.At, v.At)), "both count open vacancies; write them in the same unit")
		}
	}
	c.Ascending("months", days...)
}

func checkFall(c *source.Checker, key string, start, floor source.Quantity) {
	if floor.Value > start.Value {
		c.Problem(floor.At, key+"_floor", risesWithTime.of(floor, start, source.Place(start.At, floor.At)), "the hazard falls with time, from start to floor")
	}
}

// someOf lists up to eight things.
func someOf(things []string) string {
	if len(things) > 8 {
		return strings.Join(things[:8], ", ") + fmt.Sprintf(" and %d more", len(things)-8)
	}
	return strings.Join(things, ", ")
}
