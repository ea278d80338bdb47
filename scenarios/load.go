package scenarios

import (
	"path"
	"slices"
	"strconv"
	"strings"

	"caseload/policy"
	"caseload/policy/source"
	"caseload/sim"
)

// Case is a scenario that has been read and found right: the file as written, the
// resolved tree it came from, and what the engine is told.
type Case struct {
	Name     string
	Scenario *Scenario
	Tree     *source.Tree
	Arms     []*sim.Regime
	Under    *sim.Regime
	Persons  *Persons // of a table; nil where the population has none
}

// Load reads a scenario with --set assignments. A regime in its place is run alone, and
// is the baseline, in the scenario that it names as its default.
// With mistakes the case is nil; warnings come with a case.
func Load(library source.Library, name string, sets []string) (*Case, source.Diagnostics) {
	switch kind := library.KindOf(name); {
	case kind == "" && !isPath(name):
		return nil, source.Diagnostics{{Position: source.Position{File: name}, Message: noSuchScenario.of(name), Hint: source.ChoicesOrFile(name,
			slices.Concat(library.Names("scenario"), library.Names("regime")), "scenarios and regimes shipped", library.Read, name+".yaml")}}
	case kind != "regime":
		return load(library, name, sets)
	}
	alone := &policy.Regime{}
	tree, found := library.Load("regime", name, alone, nil)
	if found.Failed() || tree == nil {
		return nil, found
	}
	if found = checkDefaults(library, []policy.Regime{*alone}); found.Failed() {
		return nil, found
	}
	named := alone.DefaultScenario
	if !named.Set {
		return nil, source.Diagnostics{{Position: alone.At, Path: "default_scenario", Message: noDefault.of(tree.Name()),
			Hint: "write default_scenario: the name of a scenario; or run a scenario that has this regime"}}
	}
	c, found := load(library, beside(named.At, named.Value), slices.Concat([]string{
		"regimes={" + tree.Name() + ": " + strconv.Quote(name) + "}", "baseline=" + tree.Name(), "title=" + strconv.Quote(alone.Title.Value),
	}, sets))
	if c != nil {
		c.Name = tree.Name()
	}
	return c, found
}

// load reads a scenario.
func load(library source.Library, name string, sets []string) (*Case, source.Diagnostics) {
	s := &Scenario{}
	tree, found := library.Load("scenario", name, s, sets)
	if found.Failed() || tree == nil {
		return nil, found
	}
	found = append(found, checkDefaults(library, s.Regimes)...)
	c := &Case{Name: tree.Name(), Scenario: s, Tree: tree}
	if table := s.Population.Table; table != nil {
		persons, more := table.read(library)
		found = append(found, more...)
		if more.Failed() {
			return nil, found.Sorted()
		}
		// A resolved scenario names the copy of the table that lies beside it, and its hash.
		s = &Scenario{}
		c.Tree, more = library.Load("scenario", name, s, slices.Concat(sets, []string{"population.table.file=" + persons.Name, "population.table.sha256=" + strconv.Quote(persons.report.SHA256)}))
		if more.Failed() {
			return nil, more
		}
		c.Scenario, c.Persons = s, persons
	}
	for k := range s.Regimes {
		arm, more := regime(&s.Regimes[k])
		found = append(found, more...)
		c.Arms = append(c.Arms, arm)
	}
	under, more := regime(s.BurnIn.Under)
	found = append(found, more...)
	c.Under = under
	if c.Persons != nil && !found.Failed() {
		found = append(found, c.checkTable()...)
	}
	if found.Failed() {
		return nil, found.Sorted()
	}
	return c, found.Sorted()
}

// isPath tells a path from the name of a shipped file.
func isPath(name string) bool { return strings.Contains(name, "/") || strings.HasSuffix(name, ".yaml") }

// beside is a name as it stands, or a path seen from the folder of the file that has it.
func beside(at source.Position, name string) string {
	if !isPath(name) || path.IsAbs(name) || at.Line == 0 {
		return name
	}
	const shipped = "shipped:"
	if file, ok := strings.CutPrefix(at.File, shipped); ok {
		return shipped + path.Join(path.Dir(file), name)
	}
	return path.Join(path.Dir(at.File), name)
}

// Only leaves the named regimes of a case, in their order. The baseline stays if it is
// named; otherwise the first that is left takes its place. The error is Diagnostics.
func (c *Case) Only(names []string) error {
	var known []string
	for _, arm := range c.Arms {
		known = append(known, arm.Name)
	}
	for _, name := range names {
		if !slices.Contains(known, name) {
			return source.Diagnostics{{Position: source.Position{File: name}, Message: noBaseline.of(name), Hint: "regimes here: " + someOf(known)}}
		}
	}
	narrow := *c.Scenario
	var arms []*sim.Regime
	narrow.Regimes = nil
	for k, arm := range c.Arms {
		if slices.Contains(names, arm.Name) {
			arms = append(arms, arm)
			narrow.Regimes = append(narrow.Regimes, c.Scenario.Regimes[k])
		}
	}
	if len(arms) == 0 {
		return source.Diagnostics{{Message: string(noRegimes), Hint: "regimes here: " + someOf(known)}}
	}
	if !slices.Contains(names, narrow.Baseline.Value) {
		narrow.Baseline.Value = arms[0].Name
	}
	tree, found := narrowed(c.Tree.YAML(), names, narrow.Baseline.Value)
	if found.Failed() {
		return found
	}
	c.Scenario, c.Tree, c.Arms = &narrow, tree, arms
	return nil
}

// narrowed is a resolved scenario with some of its regimes. A tree has no way to lose a
// part, so the lines of the others are left out of what it prints, and that is read.
func narrowed(resolved []byte, names []string, baseline string) (*source.Tree, source.Diagnostics) {
	var kept strings.Builder
	inside, keep := false, true
	for line := range strings.Lines(string(resolved)) {
		key := strings.TrimSuffix(strings.TrimRight(line, "\n"), ":")
		switch {
		case !strings.HasPrefix(line, " "):
			inside, keep = key == "regimes", true
		case inside && strings.HasPrefix(line, "  ") && line[2] != ' ':
			keep = slices.Contains(names, strings.TrimSpace(key))
		}
		if keep {
			kept.WriteString(line)
		}
	}
	library := source.Library{Read: func(string) ([]byte, error) { return []byte(kept.String()), nil }}
	return library.Load("scenario", "resolved.yaml", &Scenario{}, []string{"baseline=" + baseline})
}

// Hold is what stays as it is under the baseline for own effects.
func (c *Case) Hold() (hold sim.Hold) {
	for _, word := range c.Scenario.Hold {
		hold.Diaries = hold.Diaries || word.Value == "diaries"
		hold.Market = hold.Market || word.Value == "market"
	}
	return hold
}

// PanelColumns are the columns of the panel that are written; nil for all.
func (c *Case) PanelColumns() (names []string) {
	for _, name := range c.Scenario.Panel.Columns {
		names = append(names, name.Value)
	}
	return names
}

// Baseline is the arm that the others are compared with.
func (c *Case) Baseline() *sim.Regime {
	for _, arm := range c.Arms {
		if arm.Name == c.Scenario.Baseline.Value {
			return arm
		}
	}
	return nil
}

// Config is what the engine is told for one replicate.
func (c *Case) Config(replicate int) *sim.Config {
	s := c.Scenario
	return &sim.Config{
		Seed: uint64(s.Seed.Value), Replicate: replicate, Start: policy.Date(s.Start.Days),
		BurnIn: weeks(s.BurnIn.Weeks), Horizon: weeks(s.Horizon), Persons: int(s.Persons.Value),
		Population: c.people(), Market: c.market(), Behaviour: s.Market.behaviour(), Later: s.later(), Under: c.Under,
		Valuation: s.Market.Valuation.valuation(policy.Date(s.Start.Days), weeks(s.Horizon)),
	}
}

func (c *Case) people() sim.Population { return c.Scenario.Population.people(c.Persons) }

// market is the demand side with its path over the weeks of the run.
func (c *Case) market() sim.Market {
	s := c.Scenario
	m := s.Market.demand()
	m.Path = s.Market.Economy.path(policy.Date(s.Start.Days), weeks(s.BurnIn.Weeks), weeks(s.Horizon))
	return m
}
