package policy

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"caseload/agents"
	"caseload/policy/source"
)

func quantity(value int) source.Quantity { return source.Quantity{Value: float64(value), Set: true} }

// drawSpan draws a span that Check takes, or none.
func drawSpan(t *rapid.T, name string, most int) *Span {
	low := rapid.IntRange(0, most).Draw(t, name)
	high := low + rapid.IntRange(1, most).Draw(t, name+" width")
	switch rapid.IntRange(0, 5).Draw(t, name+" form") {
	case 0:
		return &Span{AtLeast: quantity(low)}
	case 1:
		return &Span{Below: quantity(high)}
	case 2:
		return &Span{AtLeast: quantity(low), Below: quantity(high)}
	case 3:
		return &Span{Is: quantity(low)}
	}
	return nil
}

func drawFlag(t *rapid.T, name string) source.Flag {
	form := rapid.IntRange(0, 5).Draw(t, name)
	return source.Flag{Value: form == 0, Set: form < 2}
}

func drawDate(t *rapid.T, name string) source.Date {
	day := rapid.IntRange(0, 9).Draw(t, name)
	return source.Date{Days: int32(day), Set: day < 4}
}

func drawWho(t *rapid.T) Who {
	return Who{
		WeeksOnBenefit: drawSpan(t, "weeks", 40), Age: drawSpan(t, "age", 60), YoungestChild: drawSpan(t, "child", 17),
		LeadCarer: drawFlag(t, "carer"), Partner: drawFlag(t, "partner"),
		HealthLimited: drawFlag(t, "health"), LimitedCapability: drawFlag(t, "capability"), AwaitsAssessment: drawFlag(t, "evidence"),
	}
}

// drawProfiles draws the profiles that an interview rule is for.
func drawProfiles(t *rapid.T) (named []source.Text) {
	for _, profile := range []agents.Profile{agents.Red, agents.Amber, agents.Green} {
		if rapid.IntRange(0, 3).Draw(t, "names profile") == 0 {
			named = append(named, source.Text{Value: profile.String()})
		}
	}
	return named
}

func drawRegime(t *rapid.T) *Regime {
	r := &Regime{}
	for k := range rapid.IntRange(0, 4).Draw(t, "groups") {
		g := Group{At: source.Position{Line: 1 + k}, Name: source.Text{Value: fmt.Sprintf("g%d", k)}, Who: drawWho(t), From: drawDate(t, "from"), Until: drawDate(t, "until")}
		for range rapid.IntRange(0, 2).Draw(t, "or") {
			g.Or = append(g.Or, drawWho(t))
		}
		r.Groups = append(r.Groups, g)
	}
	profiles := rapid.IntRange(0, 5).Draw(t, "profiles") == 0
	for k := range rapid.IntRange(0, 4).Draw(t, "interviews") {
		v := Interview{At: source.Position{Line: 100 + k}, Who: drawWho(t), From: drawDate(t, "from"), Until: drawDate(t, "until"), Every: quantity(1 + k)}
		if profiles {
			v.Who.Profile = drawProfiles(t)
		}
		for g := range r.Groups {
			if rapid.Bool().Draw(t, "names group") {
				v.Who.Group = append(v.Who.Group, r.Groups[g].Name)
			}
		}
		r.Interviews = append(r.Interviews, v)
	}
	r.Profiling = &Profiling{By: source.Text{Value: "rules"}, RedWho: []Who{{Partner: drawFlag(t, "red")}}, GreenWho: []Who{{HealthLimited: drawFlag(t, "green")}}}
	if tooLarge(r) != nil { // profiles quadruple the tables
		for k := range r.Interviews {
			r.Interviews[k].Who.Profile = nil
		}
	}
	return r
}

func drawCase(t *rapid.T) Case {
	return Case{
		WeeksOnBenefit: rapid.IntRange(0, 90).Draw(t, "weeks on benefit"), AgeYears: rapid.IntRange(0, 130).Draw(t, "age"),
		YoungestChildYears: rapid.IntRange(-1, 40).Draw(t, "youngest child"), Partner: rapid.Bool().Draw(t, "has partner"),
		HealthLimited: rapid.Bool().Draw(t, "is limited"), LimitedCapability: rapid.Bool().Draw(t, "has limited capability"), AwaitsAssessment: rapid.Bool().Draw(t, "has given evidence"),
		Profile: agents.Profile(rapid.IntRange(0, int(agents.Profiles)-1).Draw(t, "profile")),
	}
}

// answer reads a regime as its author wrote it: the lines of the group and of the
// interview rule for a claimant, 0 for none.
func answer(r *Regime, c Case, on int32) (groupLine, ruleLine int) {
	inForce := func(from, until source.Date) bool {
		return !(from.Set && on < from.Days) && !(until.Set && on >= until.Days)
	}
	group := NoRequirement
	for k := range r.Groups {
		if g := &r.Groups[k]; inForce(g.From, g.Until) && g.holds(c) {
			group, groupLine = g.Name.Value, g.At.Line
			break
		}
	}
	for k := range r.Interviews {
		if v := &r.Interviews[k]; group != NoRequirement && inForce(v.From, v.Until) && v.Who.Fits(c, group) {
			return groupLine, v.At.Line
		}
	}
	return groupLine, 0
}

// The compiled tables answer as the regime reads, for every case and day.
func TestTablesAnswerAsTheRegimeReads(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := drawRegime(t)
		plan, found := Compile(r)
		if found != nil {
			t.Fatal(found)
		}
		for range 40 {
			c, day := drawCase(t), rapid.IntRange(-2, 12).Draw(t, "day")
			wantGroup, wantRule := answer(r, c, int32(day))
			tables := plan.On(Date(day))
			class := plan.ClassAt(plan.StaticClass(c), agents.Week(c.WeeksOnBenefit))
			if plan.ClassAt(0, -agents.Never) != plan.ClassAt(0, 0) {
				t.Fatal("who is not on benefit is not in the class of those who begin")
			}
			group, groupRule := tables.Group(class)
			schedule, rule := tables.Interview(class)
			if got := plan.Rules[groupRule].Line; got != wantGroup {
				t.Fatalf("%+v on day %d: group of line %d, want %d", c, day, got, wantGroup)
			}
			if got := plan.Rules[rule].Line; got != wantRule {
				t.Fatalf("%+v on day %d: rule of line %d, want %d", c, day, got, wantRule)
			}
			if (group == NoGroup) != (wantGroup == 0) || group != NoGroup && plan.Groups[group].Name != r.Groups[wantGroup-1].Name.Value {
				t.Fatalf("%+v on day %d: group %d", c, day, group)
			}
			if wantRule > 0 && int(schedule.Every) != wantRule-100+1 || wantRule == 0 && *schedule != (Schedule{}) {
				t.Fatalf("%+v on day %d: schedule %+v of the rule of line %d", c, day, *schedule, wantRule)
			}
		}
	})
}

// Between one birthday that is announced and the next nobody's class changes, and
// one that is announced is really an age that some rule names.
func TestNoChangeOfClassIsMissed(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := drawRegime(t)
		plan, found := Compile(r)
		if found != nil {
			t.Fatal(found)
		}
		now := agents.Week(rapid.IntRange(-200, 200).Draw(t, "now"))
		born := now - agents.Week(rapid.IntRange(0, 3500).Draw(t, "weeks since birth"))
		youngest := agents.Never
		if rapid.Bool().Draw(t, "has child") {
			youngest = now - agents.Week(rapid.IntRange(-40, 900).Draw(t, "weeks since birth of child"))
		}
		classAt := func(week agents.Week) uint16 {
			c := Case{AgeYears: AgeYears(week, born), YoungestChildYears: -1}
			if youngest != agents.Never {
				c.YoungestChildYears = max(AgeYears(week, youngest), 0)
			}
			return plan.StaticClass(c)
		}
		class, next := classAt(now), plan.NextBirthday(now, born, youngest)
		changes, announced := 0, 0
		for week := now + 1; week < now+1500; week++ {
			if classAt(week) != classAt(week-1) && plan.NextBirthday(week-1, born, youngest) != week {
				t.Fatalf("the class changes in week %d, and the week before says week %d", week, plan.NextBirthday(week-1, born, youngest))
			}
			if week == next {
				announced++
				if classAt(week) != class {
					changes++
				}
				class, next = classAt(week), plan.NextBirthday(week, born, youngest)
			} else if classAt(week) != class {
				t.Fatalf("the class changes in week %d, and the next birthday is week %d", week, next)
			}
			if next <= week {
				t.Fatalf("in week %d the next birthday is week %d", week, next)
			}
		}
		if announced > changes+1 { // the birth of a child that counts as new-born already
			t.Fatalf("%d birthdays announced, %d changes of class", announced, changes)
		}
	})
}

func TestBirthdayBeginsTheYear(t *testing.T) {
	for born := agents.Week(-3600); born < 500; born += 7 {
		for years := range 101 {
			w := Birthday(born, years)
			if AgeYears(w, born) != years || AgeYears(w-1, born) != years-1 {
				t.Fatalf("born in week %d: %d in the week before the birthday %d, %d in it", born, AgeYears(w-1, born), years, AgeYears(w, born))
			}
		}
	}
}

// What dates begin or end holds from that day, not from the one before or after.
func TestDatedRules(t *testing.T) {
	r := &Regime{}
	tree, found := shippedLibrary().Load("regime", "regimes/everything.yaml", r, nil)
	if len(found) > 0 || tree == nil {
		t.Fatal(found)
	}
	plan, found := Compile(r)
	if found != nil {
		t.Fatal(found)
	}
	infant := Case{WeeksOnBenefit: 10, AgeYears: 30, YoungestChildYears: 0, Profile: agents.Red}
	old := Case{WeeksOnBenefit: 60, AgeYears: 55, YoungestChildYears: -1, Profile: agents.Amber}
	review := Case{WeeksOnBenefit: 13, AgeYears: 55, YoungestChildYears: -1, Profile: agents.Amber}
	for _, c := range []struct {
		on           Date
		who          Case
		group, every string
	}{
		{DateOf(1999, 1, 1), infant, "expecting", "0"},
		{DateOf(2025, 4, 6), infant, "expecting", "0"},
		{DateOf(2025, 4, 7), infant, "carers", "0"},
		{DateOf(2025, 4, 6), old, "others", "2"},
		{DateOf(2025, 4, 7), old, "long-term", "2"},
		{DateOf(2024, 10, 6), review, "others", "2"},
		{DateOf(2024, 10, 7), review, "others", "13"},
		{DateOf(2025, 1, 5), review, "others", "13"},
		{DateOf(2025, 1, 6), review, "others", "2"},
		{DateOf(2099, 1, 1), review, "others", "2"},
	} {
		class := plan.ClassAt(plan.StaticClass(c.who), agents.Week(c.who.WeeksOnBenefit))
		group, _ := plan.On(c.on).Group(class)
		schedule, _ := plan.On(c.on).Interview(class)
		if name, every := plan.Groups[group].Name, fmt.Sprint(schedule.Every); name != c.group || every != c.every {
			t.Errorf("%s: %s seen every %s weeks, want %s and %s", c.on, name, every, c.group, c.every)
		}
	}
}
