package main

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"

	"caseload/agents"
	"caseload/sim"
)

// tracedParted is where two lives part, and what is known of why.
type tracedParted struct {
	Week    int             `json:"week"`
	Stage   string          `json:"stage"` // fork: on coming under the regime; else the stage after which they differ
	Columns []tracedColumn  `json:"columns"`
	Rules   [][2]tracedRule `json:"rules"`                   // the person's own that differ, one of each regime
	Shared  []tracedShared  `json:"shared"`                  // ways by which other people's lives reached hers
	Turn    *tracedTurn     `json:"events"`                  // of the person's; null where only columns differ
	Others  *tracedTurn     `json:"first_event_in_district"` // that differed, before
}

// tracedColumn is a column of the person's state that differs.
type tracedColumn struct {
	Name   string    `json:"column"`
	Values [2]string `json:"values"`
}

// tracedRule is what one regime asks.
type tracedRule struct {
	Name string `json:"name"`
	Says string `json:"says"`
	Rule string `json:"rule"`
}

// tracedShared is a thing that people share; see sim.Channel.
type tracedShared struct {
	Channel string          `json:"channel"`
	Numbers [2]int64        `json:"numbers"`
	Vacancy string          `json:"vacancy,omitempty"`
	Takers  [2]*tracedTurn  `json:"takers"`
	Fates   [2]string       `json:"fates"`  // of the vacancy; see sim.Fate
	Served  [2][]tracedTurn `json:"served"` // who had minutes under that regime alone
}

// tracedTurn is the first event that one of a person's two lives has and the other has not.
type tracedTurn struct {
	PersonID int32           `json:"person_id"`
	Week     *int            `json:"week"` // null where the lives are the same so far
	Events   [2]*tracedEvent `json:"events"`
}

func describeParting(p *sim.Parting) tracedParted {
	told := tracedParted{Week: int(p.Week), Stage: p.Stage, Columns: []tracedColumn{}, Rules: [][2]tracedRule{}, Shared: []tracedShared{},
		Turn: describeTurn(p.Turn), Others: describeTurn(p.Others)}
	for _, c := range p.Columns {
		told.Columns = append(told.Columns, tracedColumn{c.Name, c.Values})
	}
	for _, pair := range p.Rules {
		var two [2]tracedRule
		for side, r := range pair {
			two[side] = tracedRule{r.Words, r.Says, r.Place}
		}
		told.Rules = append(told.Rules, two)
	}
	for _, s := range p.Shared {
		way := tracedShared{Channel: string(s.Channel), Numbers: s.Numbers, Vacancy: s.Vacancy}
		for side := range way.Takers {
			way.Takers[side], way.Fates[side], way.Served[side] = describeTurn(s.Takers[side]), string(s.Fates[side]), []tracedTurn{}
			for k := range s.Served[side] {
				way.Served[side] = append(way.Served[side], *describeTurn(&s.Served[side][k]))
			}
		}
		told.Shared = append(told.Shared, way)
	}
	return told
}

func describeTurn(t *sim.Turn) *tracedTurn {
	if t == nil {
		return nil
	}
	told := &tracedTurn{PersonID: int32(t.Person)}
	if t.Week != agents.Never {
		week := int(t.Week)
		told.Week = &week
	}
	for side, h := range t.Events {
		if h != nil {
			e := describeEvent(h)
			told.Events[side] = &e
		}
	}
	return told
}

// text says where the lives part and why; before is where they differed in columns before.
func (p *tracedParted) text(w io.Writer, t *trace, before []tracedParted) {
	names := [2]string{t.Lives[0].Regime, t.Lives[1].Regime}
	where := fmt.Sprintf("in week %d, in the stage %q", p.Week, p.Stage)
	if p.Stage == sim.Fork {
		where = "on coming under the regimes, before week 0"
	}
	switch {
	case len(before) > 0:
		fmt.Fprintf(w, "\nThey part in what happens %s.\n", where)
	case p.Turn == nil:
		fmt.Fprintf(w, "The two lives part, not in what happens at first, %s.\n", where)
	default:
		fmt.Fprintf(w, "The two lives part %s.\n", where)
	}
	if p.Turn != nil {
		p.Turn.text(w, names)
	}
	for k, c := range p.Columns {
		if k == shownColumns || p.Turn != nil {
			break
		}
		fmt.Fprintf(w, "  %s is %s under %s and %s under %s\n", columnWords(c.Name), c.Values[0], names[0], c.Values[1], names[1])
	}
	p.why(w, names, before)
}

// columnWords is the name of a column, which is written in capitals between words.
func columnWords(column string) string {
	var words strings.Builder
	for k, letter := range column {
		if k > 0 && unicode.IsUpper(letter) {
			words.WriteByte(' ')
		}
		words.WriteRune(unicode.ToLower(letter))
	}
	return words.String()
}

// shownColumns are as many as tell a reader what it is about.
const shownColumns = 4

// why says by which rule or through what the lives part.
func (p *tracedParted) why(w io.Writer, names [2]string, before []tracedParted) {
	told := len(p.Rules) > 0
	for _, pair := range p.Rules {
		if slices.ContainsFunc(before, func(b tracedParted) bool { return slices.Contains(b.Rules, pair) }) {
			continue
		}
		if told {
			fmt.Fprintln(w, "Rules that hold for this person differ:")
			told = false
		}
		for side, r := range pair {
			fmt.Fprintf(w, "  %s: %s%s\n", names[side], r.inWords(), inBrackets(r.Name, r.Rule))
		}
	}
	if told {
		fmt.Fprintln(w, "The rule that differs is the same.")
	}
	for k := range p.Shared {
		p.Shared[k].text(w, names)
	}
	if len(p.Rules) == 0 && len(p.Shared) == 0 {
		fmt.Fprintf(w, "No rule that holds for this person and that the stage goes by differs. The events of the week do not tell what it was:\nit is one of the things that the people of a district share in the stage %q.\n", p.Stage)
	}
	if len(p.Rules) == 0 && p.Others != nil && p.Others.Week != nil {
		fmt.Fprintf(w, "In the district the first event that differs was person %d's, in week %d:\n", p.Others.PersonID, *p.Others.Week)
		p.Others.text(w, names)
	}
}

func (r *tracedRule) inWords() string {
	if r.Says == "" {
		return "other rates; \"caseload diff\" shows which"
	}
	return r.Says
}

// text is what happened under either regime.
func (t *tracedTurn) text(w io.Writer, names [2]string) {
	for side, e := range t.Events {
		said := "nothing"
		if e != nil {
			said = e.says()
		}
		fmt.Fprintf(w, "  %s: %s\n", names[side], said)
	}
}

// text says through what others reached her.
func (s *tracedShared) text(w io.Writer, names [2]string) {
	switch sim.Channel(s.Channel) {
	case sim.ByMinutes:
		fmt.Fprintf(w, "Through the minutes of the office: %d under %s and %d under %s.\n", s.Numbers[0], names[0], s.Numbers[1], names[1])
		for side, list := range s.Served {
			if len(list) > 0 {
				fmt.Fprintf(w, "  under %s alone %s had minutes: %s\n", names[side], counted(len(list), "claimant")+" of the office", people(list, side))
			}
		}
	case sim.ByCoach:
		fmt.Fprintln(w, "Through the coaches of the office: a new claimant goes to one who has room, and they hold other numbers of claimants.")
	case sim.ByPartner:
		fmt.Fprintf(w, "Through person %d, with whom she has one award%s.\n", s.Takers[0].PersonID, s.Takers[0].parted(0))
	case sim.ByVacancy:
		fmt.Fprintf(w, "Through vacancy %s:\n", s.Vacancy)
		for side, taker := range s.Takers {
			fmt.Fprintf(w, "  %s: %s\n", names[side], taker.tookIt(side, sim.Fate(s.Fates[side])))
		}
	case sim.ByMarket:
		fmt.Fprintf(w, "Through the district's vacancies: %s were open under %s and %s under %s,\n  and an application goes to one of those that choose in the week.\n",
			grouped(float64(s.Numbers[0]), 0), names[0], grouped(float64(s.Numbers[1]), 0), names[1])
	case sim.BySanctions:
		fmt.Fprintf(w, "Through what others in the district are seen to lose to sanctions: %s a week on average under %s and %s under %s.\n",
			finely(s.Numbers[0]), names[0], finely(s.Numbers[1]), names[1])
	}
}

// finely is money of which small differences count, given in thousandths of a penny.
func finely(thousandths int64) string { return "£" + grouped(float64(thousandths)/1e5, 4) }

// tookIt says who took a vacancy, or what had become of it.
func (t *tracedTurn) tookIt(side int, fate sim.Fate) string {
	switch {
	case t != nil:
		return fmt.Sprintf("person %d took it", t.PersonID) + t.parted(side)
	case fate == sim.ByOutsiders:
		return "a competitor from outside the run took it"
	case fate == sim.StillOpen:
		return "open still at the end of the week"
	}
	return "gone or never there: withdrawn, taken by a competitor or not created"
}

// parted says when another person's lives parted, by what happened on one side if
// something did.
func (t *tracedTurn) parted(side int) string {
	if t.Week == nil {
		return ""
	}
	for _, e := range []*tracedEvent{t.Events[side], t.Events[1-side]} {
		if e != nil {
			return fmt.Sprintf(" (whose own lives part in week %d: %s)", *t.Week, e.says())
		}
	}
	return fmt.Sprintf(" in week %d", *t.Week)
}

// people lists some persons with where their own lives parted.
func people(list []tracedTurn, side int) string {
	const most = 3
	var words []string
	for k := range list[:min(len(list), most)] {
		words = append(words, fmt.Sprint(list[k].PersonID)+list[k].parted(side))
	}
	if more := len(list) - most; more > 0 {
		words = append(words, fmt.Sprintf("and %d more", more))
	}
	return strings.Join(words, ", ")
}
