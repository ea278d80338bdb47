package source

import (
	"io/fs"
	"os"
	"testing"
)

// The files of the tests: small, and with a field of every kind.
type testScenario struct {
	At         Position
	Name       Text
	Title      Text            `file:"title" doc:"What it is called."`
	Population *testPopulation `file:"population" refers:"population" doc:"Who takes part."`
	Regimes    []testRegime    `file:"regimes" refers:"regime" doc:"The regimes that are compared."`
	Baseline   Text            `file:"baseline" doc:"The regime that others are compared with."`
	Start      Date            `file:"start" doc:"The Monday of week 0."`
	Change     Date            `file:"change,optional" doc:"When the change comes."`
	Horizon    Quantity        `file:"horizon" unit:"weeks" above:"0" max:"10 years" doc:"How long it lasts."`
	BurnIn     *testBurnIn     `file:"burn_in,optional" doc:"What comes before week 0."`
	Replicates Quantity        `file:"replicates" unit:"count" min:"1" max:"1000" doc:"How often it is repeated."`
	Tolerance  Quantity        `file:"tolerance,optional" unit:"number" above:"0" below:"1" doc:"How near is near enough."`
	Detailed   Flag            `file:"detailed,optional" doc:"Whether everything is written."`
}

func (s *testScenario) Check(c *Checker) {
	c.Ascending("change", s.Start, s.Change)
	for _, regime := range s.Regimes {
		if regime.Name.Value == s.Baseline.Value {
			return
		}
	}
	c.Problem(s.Baseline.At, "baseline", `no regime named "`+s.Baseline.Value+`" takes part`, "add it to regimes")
}

type testBurnIn struct {
	Weeks Quantity    `file:"weeks" unit:"weeks" bare:"true" whole:"true" min:"0" max:"520" doc:"Weeks before week 0."`
	Under *testRegime `file:"under" refers:"regime" doc:"The regime of that time."`
}

type testPopulation struct {
	At       Position
	Name     Text
	Title    Text         `file:"title" doc:"What it is called."`
	Persons  Quantity     `file:"persons" unit:"count" min:"1" max:"10000000" doc:"How many there are."`
	Arrivals Quantity     `file:"arrivals" unit:"/week" min:"0" max:"100000" doc:"How many come each week."`
	Shares   []testShare  `file:"shares" doc:"How they divide into groups."`
	Matrix   [][]Quantity `file:"matrix,optional" unit:"share" min:"0" max:"1" doc:"Chances of moving."`
	Place    testPlace    `file:"place,optional" doc:"Where they live."`
	Notes    []Text       `file:"notes,optional" doc:"Remarks."`
}

type testShare struct {
	Group Text     `file:"group" oneof:"intensive,light,none" doc:"The group."`
	Share Quantity `file:"share" unit:"share" min:"0" max:"1" doc:"Its part of all."`
}

func (p *testPopulation) Check(c *Checker) {
	var shares []Quantity
	for _, s := range p.Shares {
		shares = append(shares, s.Share)
	}
	c.AddUp(p.At, "shares", "the shares of the groups", shares...)
}

type testPlace struct {
	Town     Text     `file:"town" doc:"The town."`
	Distance Quantity `file:"distance" unit:"miles" min:"0" max:"500" doc:"How far away."`
}

// testRates is embedded, so that its keys stand among those of the regime.
type testRates struct {
	Allowance Quantity `file:"allowance,optional" unit:"£/month" min:"0" max:"£2000/month" doc:"Paid each month."`
	Taper     Quantity `file:"withdrawal,optional" unit:"share" min:"0" max:"1" doc:"Lost for each pound earned."`
}

type testRegime struct {
	At    Position
	Name  Text
	Title Text `file:"title" doc:"What it is called."`
	testRates
	Interviews []testInterview `file:"interviews,optional" doc:"Regular meetings."`
	Sanction   *testSanction   `file:"sanction,optional" doc:"What follows a missed one."`
	Effect     Quantity        `file:"effect,optional" unit:"share/week" min:"-1" max:"1" doc:"How much more search there is."`
	Fee        Quantity        `file:"fee,optional" unit:"£" min:"0" max:"10000" doc:"Paid once."`
	Hours      Quantity        `file:"hours,optional" unit:"hours/week" min:"0" max:"60" whole:"true" doc:"Hours of search."`
}

type testInterview struct {
	At     Position
	Name   Text     `file:"name" doc:"Its name."`
	Every  Quantity `file:"every" unit:"weeks" min:"1" max:"52" doc:"Time between two."`
	Length Quantity `file:"length" unit:"minutes" min:"5" max:"120" doc:"Minutes it takes."`
	Needed Flag     `file:"mandatory" doc:"Whether it must be attended."`
}

type testSanction struct {
	Delay  Quantity    `file:"delay" unit:"days" min:"0" max:"100" doc:"Days until it starts."`
	Ladder []testLevel `file:"ladder" doc:"Levels, the first first."`
}

type testLevel struct {
	At    Position
	Share Quantity `file:"share" unit:"share" min:"0" max:"1" doc:"Part of the allowance."`
	Then  Quantity `file:"then" unit:"days" min:"0" max:"1092" doc:"How long it lasts."`
}

func (l *testSanction) Check(c *Checker) {
	for i := 1; i < len(l.Ladder); i++ {
		if before, this := l.Ladder[i-1], l.Ladder[i]; this.Then.Value < before.Then.Value {
			c.Warn(this.Then.At, "ladder", this.Then.String()+" is shorter than the level before it ("+before.Then.String()+", "+
				Place(before.Then.At, this.Then.At)+")", "levels usually rise")
		}
	}
}

// testLibrary ships testdata/shipped and reads users' files below testdata.
func testLibrary(t testing.TB) Library {
	t.Helper()
	shipped, err := fs.Sub(os.DirFS("testdata"), "shipped")
	if err != nil {
		t.Fatal(err)
	}
	return Library{Shipped: shipped, Read: os.ReadFile}
}

// shapeOf is an empty struct of a kind.
func shapeOf(kind string) any {
	switch kind {
	case "regime":
		return &testRegime{}
	case "population":
		return &testPopulation{}
	}
	return &testScenario{}
}
