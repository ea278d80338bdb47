package sim_test

import (
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"caseload/agents"
	"caseload/scenarios"
	"caseload/sim"
	"caseload/sim/panel"
	"caseload/sim/simtest"
)

func tracing(c *scenarios.Case, person agents.PersonID, change func(*sim.Tracing)) *sim.Tracing {
	t := &sim.Tracing{Config: c.Config(1), Person: person, To: agents.Week(c.Scenario.Horizon.Value) - 1, Workers: 2}
	if change != nil {
		change(t)
	}
	return t
}

func live(t *testing.T, c *scenarios.Case, regime *sim.Regime, person agents.PersonID, change func(*sim.Tracing)) *sim.Life {
	t.Helper()
	life, err := sim.Live(t.Context(), tracing(c, person, change), regime)
	if err != nil {
		t.Fatal(err)
	}
	return life
}

func liveTwice(t *testing.T, c *scenarios.Case, regimes [2]*sim.Regime, person agents.PersonID) *sim.TwoLives {
	t.Helper()
	both, err := sim.LiveTwice(t.Context(), tracing(c, person, nil), regimes)
	if err != nil {
		t.Fatal(err)
	}
	return both
}

// little is the standard world at a size at which many lives can be simulated.
func little(t *testing.T, sets ...string) *scenarios.Case {
	return standard(t, append([]string{"persons=400", "burn_in.weeks=10", "horizon=30 weeks"}, sets...)...)
}

// A trace shows the events and the money of the person that a run writes, and no others.
func TestALifeIsThatOfTheRun(t *testing.T) {
	c := standard(t)
	written := standardRun(t)
	uc := c.Arms[1]
	var busy []agents.PersonID // the first with many events
	counts := map[int32]int{}
	for _, e := range simtest.Rows[panel.EventRow](t, written.Folder, written.Result, panel.Selection{Regime: uc.Name}) {
		if counts[e.PersonID]++; counts[e.PersonID] == 20 && len(busy) < 4 {
			busy = append(busy, agents.PersonID(e.PersonID))
		}
	}
	for _, person := range busy {
		life := live(t, c, uc, person, nil)
		var want, got []string
		for _, e := range simtest.Rows[panel.EventRow](t, written.Folder, written.Result, panel.Selection{Regime: uc.Name}) {
			if e.PersonID == int32(person) {
				want = append(want, strings.Join([]string{strconv.Itoa(int(e.Week)), e.Kind, e.Detail, e.Rule, strconv.Itoa(int(e.Minutes)), strconv.FormatInt(e.AmountPence, 10)}, " "))
			}
		}
		paid, hardship := int64(0), int64(0)
		for _, w := range life.Weeks {
			paid += int64(w.BenefitPence)
			hardship += int64(w.HardshipPence - w.RecoveredPence)
			for _, h := range w.Happened {
				got = append(got, strings.Join([]string{strconv.Itoa(int(w.Week)), h.Kind, h.Detail, h.Rule.Place, strconv.Itoa(int(h.Minutes)), strconv.FormatInt(int64(h.Pence), 10)}, " "))
				if h.Stage == "" {
					t.Errorf("person %d, week %d: %s has no stage", person, w.Week, h.Kind)
				}
			}
		}
		equalRows(t, "events of person "+strconv.Itoa(int(person)), want, got)
		total, helped := int64(0), int64(0)
		for _, row := range simtest.Rows[panel.PanelRow](t, written.Folder, written.Result, panel.Selection{Regime: uc.Name}) {
			if row.PersonID == int32(person) {
				total += int64(row.BenefitPaidPence + row.SanctionRepaid + row.HardshipPence - row.HardshipRecovered)
				helped += int64(row.HardshipPence - row.HardshipRecovered)
			}
		}
		if paid != total || hardship != helped || len(life.Weeks) != 40 {
			t.Errorf("person %d: %d pence in %d weeks, the panel has %d", person, paid, len(life.Weeks), total)
		}
	}
}

// Neither the number of workers nor the weeks that are shown change a life.
func TestALifeIsTheSameHoweverItIsShown(t *testing.T) {
	c := little(t, "persons=1200") // three districts
	whole := live(t, c, c.Arms[1], 31, func(t *sim.Tracing) { t.Workers = 1 })
	for _, workers := range []int{3, 7} {
		if other := live(t, c, c.Arms[1], 31, func(t *sim.Tracing) { t.Workers = workers }); !reflect.DeepEqual(whole, other) {
			t.Errorf("%d workers give another life", workers)
		}
	}
	part := live(t, c, c.Arms[1], 31, func(t *sim.Tracing) { t.From, t.To = 5, 12 })
	if !reflect.DeepEqual(part.Weeks, whole.Weeks[5:13]) {
		t.Error("weeks 5 to 12 are others when they are shown alone")
	}
	early := live(t, c, c.Arms[1], 31, func(t *sim.Tracing) { t.From = -4 })
	if !reflect.DeepEqual(early.Weeks[4:], whole.Weeks) || early.Weeks[0].Week != -4 {
		t.Error("the weeks from 0 on are others when some of the burn-in are shown")
	}
	both := liveTwice(t, c, [2]*sim.Regime{c.Arms[0], c.Arms[1]}, 31)
	if !reflect.DeepEqual(both.Lives[1], whole) {
		t.Error("a life is another when a second is simulated beside it")
	}
}

func TestARegimeNeverPartsFromItself(t *testing.T) {
	c := little(t)
	again := little(t)
	for _, person := range []agents.PersonID{3, 77, 201, 399} {
		both := liveTwice(t, c, [2]*sim.Regime{c.Arms[1], again.Arms[1]}, person)
		if len(both.Partings) > 0 || !reflect.DeepEqual(both.Lives[0], both.Lives[1]) {
			t.Errorf("person %d parts from herself: %+v", person, both.Partings)
		}
	}
}

// weekly is a scenario of Universal Credit and of it with more interviews after week 13.
func weekly(t *testing.T, sets ...string) (*scenarios.Case, [2]*sim.Regime) {
	t.Helper()
	c := little(t, append([]string{"regimes=[universal-credit-2024, weekly-interviews]", "baseline=universal-credit-2024"}, sets...)...)
	return c, [2]*sim.Regime{c.Arms[0], c.Arms[1]}
}

// Whom a changed rule fits parts by it, and the rule is named in both regimes with its
// line; whom it does not fit parts through what people share, if at all.
func TestARuleIsNamedWhereItFitsAndOnlyThere(t *testing.T) {
	c, regimes := weekly(t)
	own, shared := ways(t, c, regimes, 50)
	if own < 5 || shared[sim.ByMinutes] == 0 {
		t.Errorf("%d lives part by a rule, and others through %v: too few to tell", own, shared)
	}
}

// Where there are minutes for all and some have to search much more, the others meet them
// at vacancies, and see what they lose.
func TestWithMinutesForAllOthersReachHerThroughTheMarket(t *testing.T) {
	ownSeed(t)
	long(t)
	const many = ".coaches.full_time_equivalents=300000"
	c, regimes := weekly(t, "horizon=30 weeks", "regimes.universal-credit-2024"+many, "regimes.weekly-interviews"+many,
		"regimes.universal-credit-2024.groups[intensive].requirement.search=0 hours/week", "regimes.weekly-interviews.groups[intensive].requirement.search=80 hours/week")
	shared := map[sim.Channel]int{}
	w := burnt(t, c)
	for i, person := range w.People.ID {
		group := w.Regime.Plan.Groups[w.People.Group[i]].Name
		if w.People.Status[i] != agents.Claimant || group == "intensive" || group == "eased" || shared[sim.ByVacancy] >= 3 {
			continue // nobody whom the rule fits
		}
		both := liveTwice(t, c, regimes, person)
		for _, p := range both.Partings {
			for _, s := range p.Shared {
				if len(p.Rules) == 0 {
					shared[s.Channel]++
				}
				sameTakers(t, &s, both)
			}
		}
	}
	if shared[sim.ByVacancy] < 3 || shared[sim.BySanctions] == 0 {
		t.Errorf("others reach people through %v", shared)
	}
}

// ways counts the partings by a rule, and the channels of all, of the first n persons.
func ways(t *testing.T, c *scenarios.Case, regimes [2]*sim.Regime, n agents.PersonID) (own int, shared map[sim.Channel]int) {
	t.Helper()
	shared = map[sim.Channel]int{}
	for person := range n {
		both := liveTwice(t, c, regimes, person)
		for _, p := range both.Partings {
			for _, pair := range p.Rules {
				if pair[0].Words != "interviews later" || pair[1].Words != "interviews later" ||
					!strings.Contains(pair[0].Place, "universal-credit-2024.yaml:") || !strings.Contains(pair[1].Place, "weekly-interviews.yaml:") {
					t.Errorf("person %d: %+v is not the rule that differs", person, pair)
				}
			}
			w := both.Lives[0].Weeks[p.Week]
			if len(p.Rules) > 0 && (w.Group != "intensive" && w.Group != "eased" && w.Status == panel.Claimant || p.Stage == "matching") {
				t.Errorf("person %d parts in week %d, stage %s, by a rule that does not fit her", person, p.Week, p.Stage)
			}
			if len(p.Rules) > 0 {
				own++
			} else if p.Others == nil {
				t.Errorf("person %d parts by no rule of hers, and nobody's life in the district did before", person)
			}
			for _, s := range p.Shared {
				shared[s.Channel]++
				sameTakers(t, &s, both)
			}
		}
	}
	return own, shared
}

// sameTakers checks that who is said to have taken a vacancy did not leave it to another.
func sameTakers(t *testing.T, s *sim.Shared, both *sim.TwoLives) {
	t.Helper()
	for side, life := range both.Lives {
		for _, w := range life.Weeks {
			for _, h := range w.Happened {
				taker := s.Takers[side]
				if s.Vacancy == "" || !strings.HasPrefix(h.Detail, "vacancy "+s.Vacancy) {
					continue
				}
				if h.Kind == "job_started" && (taker == nil || int32(taker.Person) != life.Who.PersonID) {
					t.Errorf("person %d has vacancy %s, which is said to be another's", life.Who.PersonID, s.Vacancy)
				}
				if by, ok := strings.CutPrefix(h.Detail, "vacancy "+s.Vacancy+", taken by person "); ok && (taker == nil || strconv.Itoa(int(taker.Person)) != by) {
					t.Errorf("person %s took vacancy %s, and %+v is said to have", by, s.Vacancy, taker)
				}
			}
		}
	}
}

// Under a regime without interviews claimants part at the fork, by the rules of interviews.
func TestAClaimantPartsAtTheFork(t *testing.T) {
	ownSeed(t)
	c := little(t)
	for person := agents.PersonID(0); person < 400; person++ {
		both := liveTwice(t, c, [2]*sim.Regime{c.Arms[0], c.Arms[1]}, person)
		if both.Lives[1].Who.Status != panel.Claimant || both.Lives[1].Weeks[0].Group != "intensive" {
			continue
		}
		if len(both.Partings) != 1 {
			t.Fatalf("person %d has %d partings", person, len(both.Partings))
		}
		p := both.Partings[0]
		named := slices.ContainsFunc(p.Rules, func(pair [2]sim.Rule) bool {
			return pair[0].Says == "no interviews" && strings.HasPrefix(pair[1].Words, "interviews ") && strings.Contains(pair[1].Place, ".yaml:")
		})
		if p.Stage != sim.Fork || p.Week != 0 || !named || p.Turn == nil || p.Turn.Events[0].Kind != "group_move" {
			t.Errorf("person %d parts in week %d, stage %s: %+v", person, p.Week, p.Stage, p)
		}
		return
	}
	t.Error("there is no claimant with a requirement")
}

func TestStrangers(t *testing.T) {
	c := little(t)
	var s *sim.Stranger
	if _, err := sim.Live(t.Context(), tracing(c, 1e6, nil), c.Arms[0]); !errors.As(err, &s) || s.Exists || s.Attached != 400 || s.All <= 400 {
		t.Errorf("a person who does not exist: %v, %+v", err, s)
	}
	last := agents.PersonID(s.All - 1)
	if _, err := sim.Live(t.Context(), tracing(c, last, func(t *sim.Tracing) { t.To = 2 }), c.Arms[0]); !errors.As(err, &s) || !s.Exists || s.Arrives < 20 {
		t.Errorf("a person who arrives later: %v, %+v", err, s)
	}
	if life := live(t, c, c.Arms[0], last, nil); life.Weeks[0].Status != 0 || life.Weeks[len(life.Weeks)-1].Status == 0 {
		t.Error("a late arrival is there from the start, or never")
	}
}

// The first person with some events has them, and nobody had them sooner.
func TestTheFirstPersonWithEvents(t *testing.T) {
	ownSeed(t)
	c := little(t)
	kinds := []string{"sanction_imposed", "job_started", "sanction_imposed"}
	person, found, err := sim.FirstWith(t.Context(), tracing(c, 0, nil), c.Arms[1], nil, kinds)
	if err != nil || !found {
		t.Fatal(found, err)
	}
	has := func(person agents.PersonID) agents.Week {
		left := map[string]bool{"sanction_imposed": true, "job_started": true}
		for _, w := range live(t, c, c.Arms[1], person, nil).Weeks {
			for _, h := range w.Happened {
				delete(left, h.Kind)
			}
			if len(left) == 0 {
				return w.Week
			}
		}
		return agents.Never
	}
	soonest := has(person)
	for other := agents.PersonID(0); other < 60; other++ {
		if when := has(other); when < soonest || when == soonest && other < person {
			t.Errorf("person %d has them in week %d, and %d, the first, in week %d", other, when, person, soonest)
		}
	}
	if _, found, err := sim.FirstWith(t.Context(), tracing(c, 0, nil), c.Arms[0], nil, kinds); found || err != nil {
		t.Error("somebody is sanctioned under the passive regime: ", found, err)
	}

	// Set against another regime, one is preferred whose lives part; against the same, nobody's do.
	flares := []string{"flare_began"}
	first := func(against *sim.Regime) agents.PersonID {
		person, found, err := sim.FirstWith(t.Context(), tracing(c, 0, nil), c.Arms[1], against, flares)
		if err != nil || !found {
			t.Fatal(found, err)
		}
		return person
	}
	parts := func(person agents.PersonID) bool {
		both, err := sim.LiveTwice(t.Context(), tracing(c, person, nil), [2]*sim.Regime{c.Arms[1], c.Arms[0]})
		if err != nil {
			t.Fatal(err)
		}
		return slices.ContainsFunc(both.Partings, func(p *sim.Parting) bool { return p.Turn != nil })
	}
	alone, against := first(nil), first(c.Arms[0])
	if first(c.Arms[1]) != alone {
		t.Errorf("set against the same regime person %d is found, and alone %d", first(c.Arms[1]), alone)
	}
	if alone == against || !parts(against) {
		t.Errorf("person %d is the first who is ill and %d the first with another life; that parts: %v", alone, against, parts(against))
	}
}

// What becomes of shortlisted applications adds up: whoever takes a vacancy had an offer
// of it that week, every offer follows from a shortlist, and no vacancy is taken twice.
func TestApplicantsAreToldWhatHappened(t *testing.T) {
	written := standardRun(t)
	type step struct {
		person int32
		week   int16
		what   string
	}
	rows := simtest.Rows[panel.EventRow](t, written.Folder, written.Result, panel.Selection{Regime: "universal-credit-2024"})
	steps, takers, kinds := map[step]bool{}, map[string]int32{}, map[string]int{}
	for _, e := range rows {
		kinds[e.Kind]++
		if vacancy, is := strings.CutPrefix(e.Detail, "vacancy "); is {
			vacancy, _, _ = strings.Cut(vacancy, ",")
			steps[step{e.PersonID, e.Week, e.Kind + vacancy}] = true
			if e.Kind == "job_started" {
				if _, taken := takers[vacancy]; taken {
					t.Errorf("vacancy %s is taken twice", vacancy)
				}
				takers[vacancy] = e.PersonID
			}
		}
	}
	for _, e := range rows {
		vacancy, is := strings.CutPrefix(e.Detail, "vacancy ")
		vacancy, by, _ := strings.Cut(vacancy, ", taken by person ")
		before := map[string]string{"offer_made": "shortlisted", "job_started": "offer_made", "not_chosen": "shortlisted", "offer_refused": "shortlisted"}[e.Kind]
		vacancy, _, _ = strings.Cut(vacancy, ",")
		away := e.Kind == "job_started" && steps[step{e.PersonID, e.Week, "offer_from_neighbour" + vacancy}]
		if is && before != "" && !away && !steps[step{e.PersonID, e.Week, before + vacancy}] {
			t.Errorf("person %d, week %d: %s of %s without %s", e.PersonID, e.Week, e.Kind, vacancy, before)
		}
		if taker, taken := takers[vacancy]; by != "" && (!taken || strconv.Itoa(int(taker)) != by) {
			t.Errorf("person %d is told that %s took vacancy %s, and %d did", e.PersonID, by, vacancy, taker)
		}
	}
	for _, kind := range []string{"shortlisted", "offer_made", "offer_refused", "not_chosen", "job_started", "offer_from_neighbour"} {
		if kinds[kind] < 5 {
			t.Errorf("%d events are %s: too few to tell", kinds[kind], kind)
		}
	}
}

// Every kind of event that happens is in the dictionary, and the other way round: the
// words of the dictionary stand in the code.
func TestKindsOfEventsAreDescribed(t *testing.T) {
	known, words := map[string]bool{}, map[string]bool{}
	for _, kind := range panel.EventKinds() {
		if known[kind.Name] {
			t.Errorf("%q is described twice", kind.Name)
		}
		known[kind.Name] = true
	}
	unknown := func(kind string) {
		if !known[kind] {
			t.Errorf("events of kind %q are not described: add a line to sim/panel/kinds.go", kind)
			known[kind] = true
		}
	}
	for _, file := range engineFiles(t) {
		ast.Inspect(file, func(node ast.Node) bool {
			switch n := node.(type) {
			case *ast.KeyValueExpr:
				if key, is := n.Key.(*ast.Ident); is && key.Name == "Kind" && isWord(n.Value) {
					unknown(wordOf(n.Value))
				}
			case *ast.BasicLit:
				words[wordOf(n)] = true
			}
			return true
		})
	}
	written := standardRun(t)
	for _, e := range simtest.Rows[panel.EventRow](t, written.Folder, written.Result, panel.Selection{}) {
		unknown(e.Kind)
	}
	for _, kind := range panel.EventKinds() {
		made := words[kind.Name]
		for k := range kind.Name { // or put together of two words
			made = made || words[kind.Name[:k]] && words[kind.Name[k:]]
		}
		if !made {
			t.Errorf("no event is %q, which the dictionary describes", kind.Name)
		}
	}
}

// engineFiles are the files of package sim without its tests.
func engineFiles(t *testing.T) (files []*ast.File) {
	t.Helper()
	names, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, file)
	}
	return files
}

func isWord(x ast.Expr) bool {
	literal, is := x.(*ast.BasicLit)
	return is && literal.Kind == token.STRING
}

func wordOf(x ast.Expr) string {
	word, _ := strconv.Unquote(x.(*ast.BasicLit).Value)
	return word
}
