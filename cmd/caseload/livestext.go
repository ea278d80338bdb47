package main

import (
	"fmt"
	"io"
	"slices"
	"strings"
)

// text tells the life, or the two up to where they part together and from there on
// beside each other.
func (t *trace) text(w io.Writer) {
	t.Person.text(w)
	from := t.Lives[0].Regime
	if len(t.Lives) == 2 {
		from += " and " + t.Lives[1].Regime
	}
	fmt.Fprintf(w, "%s, seed %d, replicate %d, under %s; money is of the week or weeks\n\n", t.Scenario, t.Seed, t.Replicate, from)
	if len(t.Lives) == 1 {
		tell(w, t.Lives)
		return
	}
	parted := len(t.Lives[0].Weeks)
	if len(t.Partings) > 0 {
		parted = slices.IndexFunc(t.Lives[0].Weeks, func(w tracedWeek) bool { return w.Week >= t.Partings[0].Week })
	}
	if parted < 0 {
		parted = len(t.Lives[0].Weeks)
	}
	tell(w, []tracedLife{{Regime: from, Weeks: t.Lives[0].Weeks[:parted]}})
	if len(t.Partings) == 0 {
		fmt.Fprintf(w, "\nThe two lives are the same up to week %d, in everything.\n", t.ToWeek)
		return
	}
	if parted > 0 {
		fmt.Fprintln(w)
	}
	for k := range t.Partings {
		t.Partings[k].text(w, t, k > 0)
	}
	if len(t.Partings) == 1 && t.Partings[0].Turn == nil {
		fmt.Fprintf(w, "Nothing that happens to this person differs up to week %d.\n", t.ToWeek)
	}
	fmt.Fprintln(w)
	tell(w, []tracedLife{{t.Lives[0].Regime, t.Lives[0].Weeks[parted:]}, {t.Lives[1].Regime, t.Lives[1].Weeks[parted:]}})
	fmt.Fprintln(w)
	writeTable(w, 1, t.totals())
}

func (p *tracedPerson) text(w io.Writer) {
	words := []string{map[string]string{"female": "a woman", "male": "a man"}[p.Sex] + fmt.Sprintf(" of %d", p.AgeYears)}
	if p.Partner {
		words = append(words, "with a partner")
	}
	if p.Children > 0 {
		word := counted(int(p.Children), "child")
		if p.Children > 1 {
			word = fmt.Sprintf("%d children", p.Children)
		}
		if p.YoungestYears != nil {
			word += fmt.Sprintf(" (the youngest %d)", *p.YoungestYears)
		}
		words = append(words, word)
	}
	words = append(words, spaced(p.Education))
	if p.HealthLimited {
		words = append(words, "health limits work")
	}
	when := "at week 0"
	if p.EntryWeek > 0 {
		when = fmt.Sprintf("on arriving in week %d", p.EntryWeek)
	}
	state := spaced(p.Status)
	if p.WeeksOnBenefit != nil {
		state += " for " + counted(int(*p.WeeksOnBenefit), "week")
	}
	fmt.Fprintf(w, "person %d: %s\n", p.ID, strings.Join(words, ", "))
	fmt.Fprintf(w, "work wanted: %s; readiness %d of 5; district %d, office %d; %s: %s\n", p.Occupation, p.Readiness, p.District, p.Office, when, state)
}

// usual are the kinds of event that do not keep weeks apart.
var usual = []string{"interview_held", "interview_deferred"}

// stretch is some weeks of one or two lives in which the same goes on.
type stretch struct {
	first, last int // places among the weeks
	routine     [2]string
}

// stretches joins weeks in which nothing changes in any of the lives.
func stretches(lives []tracedLife) (list []stretch) {
	for k := range lives[0].Weeks {
		now := stretch{first: k, last: k}
		joins := len(list) > 0
		for side := range lives {
			w := &lives[side].Weeks[k]
			routine, plain := w.routine()
			now.routine[side] = routine
			if !joins {
				continue
			}
			last := &list[len(list)-1]
			_, plainBefore := lives[side].Weeks[last.last].routine()
			same := w.state() == lives[side].Weeks[last.last].state()
			joins = plain && plainBefore && same && (routine == "" || last.routine[side] == "" || routine == last.routine[side])
		}
		if !joins {
			list = append(list, now)
			continue
		}
		last := &list[len(list)-1]
		last.last = k
		for side := range lives {
			if now.routine[side] != "" {
				last.routine[side] = now.routine[side]
			}
		}
	}
	return list
}

// routine is what usually happens in a week, empty for nothing; plain is false where
// something else did.
func (w *tracedWeek) routine() (routine string, plain bool) {
	for _, e := range w.Events {
		if !slices.Contains(usual, e.Kind) {
			return routine, false
		}
		routine += e.Kind + e.Rule
	}
	return routine, true
}

// state is how a week ends, in words.
func (w *tracedWeek) state() string {
	if w.Status == "" {
		return "has not arrived"
	}
	words := []string{spaced(w.Status)}
	if w.Group != "" {
		words = append(words, spaced(w.Group))
	}
	if w.CoachID != nil {
		words = append(words, fmt.Sprintf("coach %d", *w.CoachID))
	}
	if w.OutOfTouch {
		words = append(words, "out of touch")
	}
	if w.Sanctioned {
		words = append(words, "sanctioned")
	}
	return strings.Join(words, ", ")
}

// tell prints lives, those of one stretch of weeks together.
func tell(to io.Writer, lives []tracedLife) {
	for _, s := range stretches(lives) {
		first, last := &lives[0].Weeks[s.first], &lives[0].Weeks[s.last]
		title := fmt.Sprintf("week %d, %s", first.Week, first.Monday)
		if s.last > s.first {
			title = fmt.Sprintf("weeks %d to %d, %s to %s", first.Week, last.Week, first.Monday, last.Monday)
		}
		var pages []string
		for _, life := range lives {
			pages = append(pages, lines(life.Weeks[s.first:s.last+1]))
		}
		switch {
		case len(pages) == 1:
			fmt.Fprintf(to, "%s: %s", title, pages[0])
		case pages[0] == pages[1]:
			fmt.Fprintf(to, "%s\n  both: %s", title, pages[0])
		default:
			fmt.Fprintf(to, "%s\n  %s: %s  %s: %s", title, lives[0].Regime, pages[0], lives[1].Regime, pages[1])
		}
	}
}

// lines are the state and money of some weeks, and below what happened in them.
func lines(weeks []tracedWeek) string {
	var text strings.Builder
	last := &weeks[len(weeks)-1]
	text.WriteString(last.state())
	var sum tracedWeek
	for _, w := range weeks {
		sum.BenefitPence += w.BenefitPence
		sum.SanctionPence += w.SanctionPence
		sum.PayPence += w.PayPence
		sum.TaxPence += w.TaxPence
		sum.Applications += w.Applications
	}
	text.WriteString(sum.money() + "\n")
	if len(weeks) == 1 {
		for k := range last.Events {
			text.WriteString("      " + last.Events[k].says() + "\n")
		}
		return text.String()
	}
	var seen []tracedEvent
	n := 0
	for _, w := range weeks {
		if len(w.Events) > 0 {
			seen, n = w.Events, n+1
		}
	}
	for k := range seen {
		e := seen[k]
		least, most := e.Minutes, e.Minutes
		for _, w := range weeks {
			if k < len(w.Events) {
				least, most = min(least, w.Events[k].Minutes), max(most, w.Events[k].Minutes)
			}
		}
		e.CoachID, e.Minutes, e.Detail = nil, 0, ""
		text.WriteString("      " + e.happened(n))
		switch {
		case most > least:
			fmt.Fprintf(&text, ": %d to %d minutes", least, most)
		case most > 0:
			text.WriteString(": " + counted(int(most), "minute"))
		}
		text.WriteString(e.ruled() + "\n")
	}
	return text.String()
}

// money is that of some weeks, and the search for work in them.
func (w *tracedWeek) money() string {
	var parts []string
	if w.BenefitPence != 0 || w.SanctionPence != 0 {
		parts = append(parts, "benefit "+pounds(int64(w.BenefitPence)))
	}
	if w.SanctionPence != 0 {
		parts = append(parts, pounds(int64(w.SanctionPence))+" lost to a sanction")
	}
	if w.PayPence != 0 {
		parts = append(parts, fmt.Sprintf("pay %s less %s tax", pounds(int64(w.PayPence)), pounds(int64(w.TaxPence))))
	}
	if w.Applications > 0 {
		parts = append(parts, grouped(float64(w.Applications), 1)+" applications")
	}
	if len(parts) == 0 {
		return ""
	}
	return "; " + strings.Join(parts, ", ")
}

// totals puts both lives side by side.
func (t *trace) totals() [][]string {
	rows := [][]string{{fmt.Sprintf("weeks %d to %d", t.FromWeek, t.ToWeek)}, {"weeks in work"}, {"weeks claiming"}, {"interviews held"},
		{"sanctions"}, {"benefit"}, {"lost to sanctions"}, {"pay"}}
	for _, life := range t.Lives {
		var work, claim, held, sanctions int
		var benefit, lost, pay int64
		for _, w := range life.Weeks {
			switch w.Status {
			case "employed":
				work++
			case "claimant":
				claim++
			}
			for _, e := range w.Events {
				switch e.Kind {
				case "interview_held":
					held++
				case "sanction_imposed":
					sanctions++
				}
			}
			benefit, lost, pay = benefit+int64(w.BenefitPence), lost+int64(w.SanctionPence), pay+int64(w.PayPence)
		}
		for k, cell := range []string{life.Regime, fmt.Sprint(work), fmt.Sprint(claim), fmt.Sprint(held), fmt.Sprint(sanctions), pounds(benefit), pounds(lost), pounds(pay)} {
			rows[k] = append(rows[k], cell)
		}
	}
	return rows
}
