package scenarios

import (
	"io/fs"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"caseload/policy"
	"caseload/policy/source"
	"caseload/sim"
)

// eachShipped calls use with every shipped file.
func eachShipped(t *testing.T, use func(t *testing.T, kind, name string)) {
	t.Helper()
	kinds := map[string]int{}
	for _, listing := range shipped.List() {
		kinds[listing.Kind]++
		t.Run(listing.Kind+"/"+listing.Name, func(t *testing.T) { use(t, listing.Kind, listing.Name) })
	}
	for _, kind := range []string{"scenario", "regime", "population", "market"} {
		if kinds[kind] == 0 {
			t.Errorf("no %s is shipped", kind)
		}
	}
}

// eachCase goes through the scenarios, and then through the regimes that none of them has.
func eachCase(t *testing.T, use func(t *testing.T, name string) *Case) {
	t.Helper()
	had := map[string]bool{}
	for _, kind := range []string{"scenario", "regime"} {
		for _, listing := range shipped.List() {
			if listing.Kind != kind || kind == "regime" && had[listing.Name] {
				continue
			}
			t.Run(kind+"/"+listing.Name, func(t *testing.T) {
				for _, arm := range use(t, listing.Name).Arms {
					had[arm.Name] = true
				}
			})
		}
	}
	if len(had) == 0 {
		t.Error("nothing is shipped")
	}
}

// Every shipped file is read without a word.
func TestShippedFilesAreRight(t *testing.T) {
	eachShipped(t, func(t *testing.T, kind, name string) {
		var found source.Diagnostics
		if kind == "scenario" || kind == "regime" {
			var c *Case
			if c, found = Load(shipped, name, nil); c != nil {
				apart(t, c.Scenario.Regimes)
			}
		} else {
			_, found = shipped.Load(kind, name, shapeOf(t, kind), nil)
		}
		if len(found) > 0 {
			t.Error(found)
		}
	})
}

// apart requires that the regimes of a scenario differ in what can be told.
func apart(t *testing.T, regimes []policy.Regime) {
	t.Helper()
	for k := range regimes {
		for j := range k {
			if len(policy.Differences(&regimes[j], &regimes[k])) == 0 {
				t.Errorf("%s and %s are one regime", regimes[j].Title.Value, regimes[k].Title.Value)
			}
		}
	}
}

// Every number that is shipped has a source and lies in the range it is given. (The
// reader holds numbers and ranges against hard limits; Gaps tells whether there are any.)
func TestShippedNumbersHaveSources(t *testing.T) {
	eachShipped(t, func(t *testing.T, kind, name string) {
		tree, found := shipped.Load(kind, name, shapeOf(t, kind), nil)
		if found.Failed() {
			t.Fatal(found)
		}
		numbers := tree.Numbers()
		if len(numbers) == 0 {
			t.Fatal("no numbers were read")
		}
		for _, n := range numbers {
			switch {
			case n.Origin == nil:
				t.Errorf("%s: %s: %s has no source", n.At, n.Path, n.Written)
			case !slices.Contains(source.OriginKinds(), n.Origin.Kind) || len(n.Origin.Note) < 5:
				t.Errorf("%s: %s: %s: the source %+v says nothing", n.At, n.Path, n.Written, *n.Origin)
			}
			if n.HasRange && (n.Amount < n.Low || n.Amount > n.High || n.Low == n.High) {
				t.Errorf("%s: %s: %s is not inside %v", n.At, n.Path, n.Written, n.Range)
			}
		}
	})
}

// Every key says what it is, and every number what it can be.
func TestKeysAreDescribed(t *testing.T) {
	for _, kind := range []string{"scenario", "regime", "population", "market"} {
		for _, gap := range source.Gaps(shapeOf(t, kind)) {
			t.Errorf("%s: %s", kind, gap)
		}
	}
}

// sameCase fails unless two cases tell the engine the same.
func sameCase(t *testing.T, got, want *Case) {
	t.Helper()
	config := func(c *Case) sim.Config {
		config := *c.Config(3)
		config.Under = nil // held against the other by its digest
		return config
	}
	if !reflect.DeepEqual(config(got), config(want)) {
		t.Errorf("the engine is told something else:\n%+v\n%+v", config(got), config(want))
	}
	if len(got.Arms) != len(want.Arms) {
		t.Fatalf("%d regimes, want %d", len(got.Arms), len(want.Arms))
	}
	for k := range want.Arms {
		sameRegime(t, got.Arms[k], want.Arms[k])
	}
	sameRegime(t, got.Under, want.Under)
	if got.Scenario.Baseline.Value != want.Scenario.Baseline.Value {
		t.Errorf("the baseline is %s, want %s", got.Scenario.Baseline, want.Scenario.Baseline)
	}
}

func sameRegime(t *testing.T, got, want *sim.Regime) {
	t.Helper()
	if got.Name != want.Name || got.Plan.Digest() != want.Plan.Digest() {
		t.Errorf("%s is not the same plan as %s", got.Name, want.Name)
	}
	first, last := policy.DateOf(2010, 1, 1), policy.DateOf(2030, 1, 1)
	for day := first; day < last; day = day.AddDays(27) {
		if policy.RatesOn(got.Benefits, got.Tax, got.Wage, day) != policy.RatesOn(want.Benefits, want.Tax, want.Wage, day) {
			t.Fatalf("%s has other rates on %s", got.Name, day)
		}
	}
}

// A resolved scenario is a scenario that tells the engine the same, and resolves to
// itself.
func TestResolvedScenarioIsTheSame(t *testing.T) {
	eachCase(t, func(t *testing.T, name string) *Case {
		unchanged, found := Load(shipped, name, nil)
		if unchanged == nil {
			t.Fatal(found)
		}
		first, found := Load(shipped, name, []string{"persons=21000", "regimes." + unchanged.Arms[0].Name + ".claim.identity_check=3 weeks"})
		if first == nil {
			t.Fatal(found)
		}
		files := map[string]string{"resolved.yaml": string(first.Tree.YAML())}
		if first.Persons != nil {
			files[first.Persons.Name] = string(first.Persons.Content)
		}
		second, found := Load(withFiles(files), "resolved.yaml", nil)
		if second == nil {
			t.Fatal(found)
		}
		sameCase(t, second, first)
		if string(second.Tree.YAML()) != string(first.Tree.YAML()) {
			t.Error("resolved again it reads otherwise")
		}
		if got := second.Arms[0].Plan.IdentityCheck; got != 3 {
			t.Errorf("--set is lost: %d weeks", got)
		}
		if unchanged.Arms[0].Plan.Digest() == first.Arms[0].Plan.Digest() || reflect.DeepEqual(unchanged.Config(1), first.Config(1)) {
			t.Error("--set changes nothing")
		}
		return unchanged
	})
}

// Shares that have to add up, and months of a long series.
var (
	mustAddUp  = regexp.MustCompile(`\.(age|education|occupation)\.|^competitors\.|^occupations\[[^]]+\]\.vacancies$`)
	laterMonth = regexp.MustCompile(`\.months\[(\d+)\]`)
)

// Every number of people, market and behaviour that is changed tells the engine
// something else.
func TestEveryNumberReachesTheEngine(t *testing.T) {
	start := policy.DateOf(2001, 1, 1)
	told := func(kind, name string, sets ...string) (any, *source.Tree) {
		shape := shapeOf(t, kind)
		tree, found := shipped.Load(kind, name, shape, sets)
		if found.Failed() {
			return nil, nil
		}
		if m, ok := shape.(*Market); ok {
			return []any{m.behaviour(), m.demand(), m.Economy.path(start, 0, 1500), m.Valuation.valuation(start, 1500)}, tree
		}
		people := shape.(*Population)
		var persons *Persons
		if people.Table != nil {
			persons, found = people.Table.read(shipped)
			if found.Failed() {
				t.Fatal(found)
			}
		}
		return people.people(persons), tree
	}
	eachShipped(t, func(t *testing.T, kind, name string) {
		if kind != "market" && kind != "population" {
			return
		}
		before, tree := told(kind, name)
		steady := kind == "market" && strings.Contains(string(tree.YAML()), "path: steady")
		for _, n := range tree.Numbers() {
			if mustAddUp.MatchString(n.Path) {
				continue // one cannot change alone
			}
			if inherited := !strings.HasSuffix(n.At.File, "/"+name+".yaml"); inherited && !strings.HasPrefix(n.Path, "economy.") {
				continue // tried where it stands
			}
			if steady && strings.HasPrefix(n.Path, "economy.") {
				continue // vacancies do not move, so nothing follows them
			}
			if month := laterMonth.FindStringSubmatch(n.Path); month != nil && month[1] != "0" && month[1] != "100" {
				continue // one of hundreds that are alike
			}
			taken := false
			for _, value := range otherValues(n) {
				if after, _ := told(kind, name, n.Path+"="+value); after != nil {
					if taken = true; reflect.DeepEqual(after, before) {
						t.Errorf("%s=%s tells the engine nothing", n.Path, value)
					}
					break
				}
			}
			if !taken {
				t.Errorf("%s: no other value than %s was taken", n.Path, n.Written)
			}
		}
	})
}

// otherValues are values near a number as its author would write them.
func otherValues(n source.Number) []string {
	digits := strings.IndexFunc(n.Written, func(char rune) bool { return char >= '0' && char <= '9' || char == '-' })
	end := digits
	for end < len(n.Written) && strings.ContainsRune("0123456789.-", rune(n.Written[end])) {
		end++
	}
	var values []string
	for _, other := range []string{"7", "0.5", "0.9", "0.2", "1.1", "12", "60", "2", "1", "0", "0.05", "600", "600000"} {
		value := n.Written[:digits] + other + n.Written[end:]
		if value != n.Written && other+".0" != n.Written[digits:end] {
			values = append(values, value)
		}
	}
	return values
}

// readShipped is the text of a shipped file.
func readShipped(t *testing.T, kind, name string) string {
	t.Helper()
	file := name + ".yaml"
	if kind != "scenario" {
		file = kind + "s/" + file
	} else if _, err := fs.Stat(Files, "labs/"+file); err == nil {
		file = "labs/" + file
	}
	text, err := fs.ReadFile(Files, file)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
