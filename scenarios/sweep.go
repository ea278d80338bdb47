package scenarios

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"caseload/policy/source"
)

// Sweep is a grid of runs: every combination of the values of its levers.
type Sweep struct {
	At     source.Position
	Levers []Lever `file:"levers" doc:"what is varied; the last one varies fastest"`
}

// Lever is one number or word of the scenario that takes several values.
type Lever struct {
	At     source.Position
	Name   source.Text   `file:"name" doc:"short name, as tables and pictures show it"`
	Path   source.Text   `file:"path" doc:"what is varied, as for --set: regimes.NAME.coaches.full_time_equivalents"`
	Values []source.Text `file:"values" doc:"the values it takes, as they would stand in the file"`
}

// MostLevers is how many levers the table of a sweep has columns for.
const MostLevers = 3

// Check refuses a grid without a side, one with too many, and a value that stands twice.
func (s *Sweep) Check(c *source.Checker) {
	if n := len(s.Levers); n == 0 || n > MostLevers {
		c.Problem(s.At, "levers", "a sweep has one, two or three levers", "hold the others at one value, or make several sweeps")
	}
	for k := range s.Levers {
		lever := &s.Levers[k]
		if len(lever.Values) == 0 {
			c.Problem(lever.At, "levers", "a lever without values varies nothing", "write values: [first, second]")
		}
		for j := range lever.Values {
			if slices.ContainsFunc(lever.Values[:j], func(v source.Text) bool { return v.Value == lever.Values[j].Value }) {
				c.Problem(lever.Values[j].At, "levers", "the value "+lever.Values[j].Value+" stands twice", "write it once")
			}
		}
	}
}

// Point is one combination of a sweep: the value of each lever, in their order.
type Point []string

// Points are all combinations of the values of levers, the last lever varying fastest.
func (s *Sweep) Points() []Point {
	points := []Point{nil}
	for k := range s.Levers {
		var more []Point
		for _, p := range points {
			for _, v := range s.Levers[k].Values {
				more = append(more, append(slices.Clone(p), v.Value))
			}
		}
		points = more
	}
	return points
}

// Assignments are a point as --set would have it.
func (s *Sweep) Assignments(p Point) []string {
	var sets []string
	for k, value := range p {
		sets = append(sets, s.Levers[k].Path.Value+"="+value)
	}
	return sets
}

// Grid is a scenario at every point of a sweep.
type Grid struct {
	Sweep  *Sweep
	Points []Point
	Cases  []*Case // one for each point

	shipped fs.FS
}

// Batch is one scenario that runs several points of a grid as arms from one burn-in:
// points that differ in nothing but their regimes.
type Batch struct {
	Case *Case
	// Arms are the names in Case of the regimes of each point, by the place of the point
	// in the grid and the name in the scenario. Regimes that points share are run once.
	Arms map[int]map[string]string
}

// Batches groups the points of a grid whose population, market, dates and burn-in are the
// same, no more than some arms together.
func (g *Grid) Batches(mostArms int) ([]Batch, source.Diagnostics) {
	var order []string
	groups := map[string][]int{}
	for k, c := range g.Cases {
		rest, _ := split(c.Tree.YAML())
		if groups[rest] == nil {
			order = append(order, rest)
		}
		groups[rest] = append(groups[rest], k)
	}
	var list []Batch
	for _, rest := range order {
		members := groups[rest]
		for len(members) > 0 {
			batch, taken, found := g.batch(rest, members, mostArms)
			if found.Failed() {
				return nil, found
			}
			list, members = append(list, batch), members[taken:]
		}
	}
	return list, nil
}

// batch puts as many of the points into one scenario as have room in it, and at least one.
func (g *Grid) batch(rest string, members []int, mostArms int) (Batch, int, source.Diagnostics) {
	b := Batch{Arms: map[int]map[string]string{}}
	var text strings.Builder
	arms := map[regimeText]string{} // names in the batch
	taken, names := 0, map[string]bool{}
	text.WriteString(rest)
	text.WriteString("regimes:\n")
	for _, k := range members {
		_, regimes := split(g.Cases[k].Tree.YAML())
		if taken > 0 && len(arms)+len(regimes) > mostArms {
			break
		}
		b.Arms[k] = map[string]string{}
		for _, r := range regimes {
			if _, known := arms[r]; !known {
				name := r.name
				if names[name] {
					name = fmt.Sprintf("%s-point-%04d", r.name, k+1)
				}
				names[name], arms[r] = true, name
				text.WriteString("  " + name + ":\n" + r.body)
			}
			b.Arms[k][r.name] = arms[r]
		}
		taken++
	}
	library := source.Library{Shipped: g.shipped, Read: func(string) ([]byte, error) { return []byte(text.String()), nil }}
	c, found := load(library, "resolved.yaml", nil)
	if c != nil {
		c.Name = g.Cases[members[0]].Name
	}
	b.Case = c
	return b, taken, found
}

// regimeText is the lines of one regime in a resolved scenario.
type regimeText struct{ name, body string }

// split takes a resolved scenario apart: its regimes, and all the rest. The sweep that it
// may have is left out, so that every point is a plain scenario.
func split(resolved []byte) (rest string, regimes []regimeText) {
	var kept strings.Builder
	part := ""
	for line := range strings.Lines(string(resolved)) {
		key := strings.TrimSuffix(strings.TrimRight(line, "\n"), ":")
		switch {
		case !strings.HasPrefix(line, " "):
			part, _, _ = strings.Cut(key, ":")
			if part != "regimes" && part != "sweep" {
				kept.WriteString(line)
			}
		case part == "regimes" && line[2] != ' ':
			regimes = append(regimes, regimeText{name: strings.TrimSpace(key)})
		case part == "regimes":
			regimes[len(regimes)-1].body += line
		case part != "sweep":
			kept.WriteString(line)
		}
	}
	return kept.String(), regimes
}

// LoadGrid reads a scenario at every point of its sweep, with --set assignments that hold
// at all of them. Levers given here take the place of those in the file.
func LoadGrid(library source.Library, name string, sets []string, levers []Lever) (*Grid, source.Diagnostics) {
	base, found := Load(library, name, sets)
	if found.Failed() {
		return nil, found
	}
	g := &Grid{Sweep: base.Scenario.Sweep, shipped: library.Shipped}
	if len(levers) > 0 {
		g.Sweep = &Sweep{Levers: levers}
	}
	if g.Sweep == nil {
		return nil, source.Diagnostics{{Position: base.Scenario.At, Path: "sweep", Message: "the scenario has no sweep",
			Hint: "write one, or give levers: --lever 'regimes.NAME.coaches.full_time_equivalents=8000,16000'"}}
	}
	for _, point := range g.Sweep.Points() {
		c, more := Load(library, name, slices.Concat(sets, g.Sweep.Assignments(point)))
		if more.Failed() {
			return nil, more
		}
		g.Points, g.Cases = append(g.Points, point), append(g.Cases, c)
	}
	return g, found
}
