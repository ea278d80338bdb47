package main

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"caseload/agents"
	"caseload/policy/source"
	"caseload/scenarios"
	"caseload/sim"
	"caseload/sim/panel"
)

const traceHelp = `One life week by week, with the rule behind each step as file:line of the regime.

With --against the replicate is simulated under two regimes from one fork, and the
first week and stage at which the two lives part are explained: by the rule that
differs, or by who took the slot or the vacancy where no rule of the person's own
did. What cannot be told from the events of that week is said to be so.

Somebody is out of touch who has stopped coming to the office and answering it. Nothing is
written. Weeks in which nothing but the usual happens are joined.`

// traceFlags say whose life is shown.
type traceFlags struct {
	caseFlags
	person    uint64
	with      []string
	against   string
	from, to  int64
	replicate uint64
	workers   uint64
}

func newTrace(e *edge) *cobra.Command {
	var f traceFlags
	c := offering(&cobra.Command{
		Use:   "trace SCENARIO",
		Short: "one life week by week, and where it parts between two regimes",
		Long:  traceHelp,
		Example: "  caseload trace passive-vs-universal-credit --person 1234 --against universal-credit-2024\n" +
			"  caseload trace universal-credit-2024 --person-with sanction_imposed --to 52\n" +
			"  caseload trace universal-credit-2024 --person 1234 --against weekly-interviews --format json",
		Args:              takes("SCENARIO", 1, 1),
		ValidArgsFunction: completeNames("scenario", "regime"),
		RunE: func(c *cobra.Command, words []string) error {
			o, err := f.order(e, words[0])
			if err != nil {
				return err
			}
			t, err := o.lives(c.Context(), e)
			if err != nil {
				return err
			}
			return e.print(t, t.text, t.rows())
		},
	}, formatText, formatJSON, formatCSV)
	flags := c.Flags()
	flags.SortFlags = false
	flags.Uint64Var(&f.person, "person", 0, "the person's number `ID`, as in the table of persons")
	flags.StringSliceVar(&f.with, "person-with", nil, "the first person with an event of every kind in `LIST` under the regime, from week 0 on; with --against one whose lives part, if there is one")
	flags.StringVar(&f.against, "against", "", "the same life under regime `NAME` too, one of the scenario's or any other")
	flags.Int64Var(&f.from, "from", 0, "first `WEEK` shown; those of the burn-in are negative")
	flags.Int64Var(&f.to, "to", 0, "last `WEEK` shown (default the scenario's last)")
	flags.Uint64Var(&f.replicate, "replicate", 1, "replicate `K` of the scenario's")
	flags.Uint64Var(&f.workers, "workers", uint64(runtime.GOMAXPROCS(0)), "`N` processors to use; the result is the same for any number")
	f.addTo(c)
	flags.Lookup("regime").Usage = "regime `NAME` that the person lives under (default the baseline)"
	return c
}

// traceOrder is a trace that is asked for, understood down to the last flag.
type traceOrder struct {
	scenario *scenarios.Case
	regimes  []*sim.Regime // one, or two to be compared
	with     []string      // kinds of event that choose the person
	tracing  *sim.Tracing
}

// order reads the scenario and checks every flag; nothing is simulated.
func (f *traceFlags) order(e *edge, name string) (*traceOrder, error) {
	if f.workers == 0 {
		return nil, wrong("write a number from 1, or leave it out for all processors", "--workers 0 leaves nobody to work")
	}
	if err := f.checkPerson(); err != nil {
		return nil, err
	}
	c, err := f.scenario(e, name)
	if err != nil {
		return nil, err
	}
	o := &traceOrder{scenario: c, with: f.with}
	for k, asked := range []string{f.lived(c), f.against} {
		if k == 1 && asked == "" {
			break
		}
		regime := slices.IndexFunc(c.Arms, func(r *sim.Regime) bool { return answersTo(r, asked) })
		if regime < 0 {
			return nil, wrong(source.Choices(asked, armNames(c), "regimes here"), "there is no regime %q in %s", asked, c.Name)
		}
		o.regimes = append(o.regimes, c.Arms[regime])
	}
	if all := int(c.Scenario.Replicates.Value); f.replicate < 1 || f.replicate > uint64(all) {
		return nil, wrong("raise --replicates to have more", "--replicate %d: the scenario has replicates 1 to %d", f.replicate, all)
	}
	o.tracing = &sim.Tracing{Config: c.Config(int(f.replicate)), Person: agents.PersonID(min(f.person, 1<<31-1)), Workers: int(min(f.workers, 1<<16)), Progress: &sim.Progress{}}
	return o, f.weeks(o)
}

// checkPerson refuses a command that names nobody, or names her twice.
func (f *traceFlags) checkPerson() error {
	byNumber := f.flags.Changed("person")
	switch {
	case byNumber && len(f.with) > 0:
		return wrong("leave one of them out", "--person and --person-with both choose somebody")
	case !byNumber && len(f.with) == 0:
		return wrong("--person 1234, or --person-with sanction_imposed for the first with such an event", "trace needs a person")
	case len(f.regimes) > 1:
		return wrong("name the second with --against", "--regime names the one that the person lives under")
	}
	var kinds []string
	for _, k := range panel.EventKinds() {
		kinds = append(kinds, k.Name)
	}
	for _, kind := range f.with {
		if !slices.Contains(kinds, kind) {
			return wrong(source.Choices(kind, kinds, "kinds"), "--person-with: there are no events %q", kind)
		}
	}
	return nil
}

// scenario reads the scenario. A regime that is asked for and is not in it takes the place
// of those that are.
func (f *traceFlags) scenario(e *edge, name string) (*scenarios.Case, error) {
	g := f.caseFlags
	g.regimes = nil
	sets, _ := g.assignments()
	l := library(scenarios.Files)
	if c, found := scenarios.Load(l, name, sets); c != nil && !found.Failed() {
		asked := []string{f.lived(c)}
		if f.against != "" {
			asked = append(asked, f.against)
		}
		if slices.ContainsFunc(asked, func(name string) bool { return !inCase(c, name) && l.KindOf(name) == "regime" }) {
			var parts []string
			for _, name := range asked {
				parts = append(parts, fmt.Sprintf("%q", name))
			}
			named := l.KindOf(name) == "regime" && asked[0] == c.Arms[0].Name
			if named {
				parts[0] = fmt.Sprintf("%q", name)
			}
			g.sets = slices.Concat([]string{"regimes=[" + strings.Join(slices.Compact(parts), ", ") + "]", "baseline=" + nameOf(asked[0])}, g.sets)
		}
	}
	c, _, err := g.load(e, name)
	return c, err
}

// nameOf is the name of a regime's file.
func nameOf(asked string) string {
	base := asked[strings.LastIndex(asked, "/")+1:]
	return strings.TrimSuffix(base, ".yaml")
}

// answersTo tells whether a regime is the one that is asked for by name or file.
func answersTo(r *sim.Regime, asked string) bool { return r.Name == asked || r.Name == nameOf(asked) }

func inCase(c *scenarios.Case, asked string) bool {
	return slices.ContainsFunc(c.Arms, func(r *sim.Regime) bool { return answersTo(r, asked) })
}

func armNames(c *scenarios.Case) (names []string) {
	for _, r := range c.Arms {
		names = append(names, r.Name)
	}
	return names
}

// lived is the regime that the person lives under.
func (f *traceFlags) lived(c *scenarios.Case) string {
	if len(f.regimes) > 0 {
		return f.regimes[0]
	}
	return c.Scenario.Baseline.Value
}

// weeks are those that are shown.
func (f *traceFlags) weeks(o *traceOrder) error {
	s := o.scenario.Scenario
	first, last := -int64(s.BurnIn.Weeks.Value), int64(s.Horizon.Value)-1
	if !f.flags.Changed("to") {
		f.to = last
	}
	if f.from < first || f.to > last || f.from > f.to {
		return wrong(fmt.Sprintf("weeks here: %d to %d", first, last), "--from %d --to %d are no weeks of the scenario", f.from, f.to)
	}
	o.tracing.From, o.tracing.To = agents.Week(f.from), agents.Week(f.to)
	return nil
}

// lives simulates what is needed and describes it.
func (o *traceOrder) lives(ctx context.Context, e *edge) (*trace, error) {
	t, done := o.tracing, o.tracing.Progress
	rounds := int64(len(o.regimes))
	all := int64(t.Config.BurnIn) + rounds*int64(max(t.To+1, 0))
	if len(o.with) > 0 {
		all += int64(t.Config.BurnIn) + rounds*int64(t.To)
	}
	stop := e.progress(func() count {
		return count{what: o.scenario.Name, week: done.Weeks.Load(), weeks: all, personWeeks: done.PersonWeeks.Load()}
	})
	defer stop()
	if len(o.with) > 0 {
		var against *sim.Regime
		if len(o.regimes) > 1 {
			against = o.regimes[1]
		}
		id, found, err := sim.FirstWith(ctx, t, o.regimes[0], against, o.with)
		if err != nil {
			return nil, inWords(err)
		}
		if !found {
			return nil, wrong("try other kinds, more weeks or more persons", "nobody has %s by week %d under %s", strings.Join(o.with, " and "), t.To, o.regimes[0].Name)
		}
		t.Person = id
	}
	if len(o.regimes) == 1 {
		life, err := sim.Live(ctx, t, o.regimes[0])
		if err != nil {
			return nil, o.unknown(err)
		}
		return o.describe([]*sim.Life{life}, nil), nil
	}
	both, err := sim.LiveTwice(ctx, t, [2]*sim.Regime{o.regimes[0], o.regimes[1]})
	if err != nil {
		return nil, o.unknown(err)
	}
	return o.describe(both.Lives[:], both.Partings), nil
}

// unknown says which persons there are.
func (o *traceOrder) unknown(err error) error {
	var s *sim.Stranger
	if !errors.As(err, &s) {
		return inWords(err)
	}
	if s.Exists {
		return wrong(fmt.Sprintf("show weeks from %d on: --to %d or later", s.Arrives, s.Arrives), "%s, after the weeks that are asked for", s)
	}
	return wrong(fmt.Sprintf("persons here: 0 to %d are there from the start, %d to %d arrive later", s.Attached-1, s.Attached, s.All-1),
		"%s in replicate %d of %s", s, o.tracing.Config.Replicate, o.scenario.Name)
}
