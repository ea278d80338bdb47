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
		t.Partings[k].text(w, t, t.Partings[:k])
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
	switch {
	case p.PartnerID != nil:
		words = append(words, fmt.Sprintf("living with person %d", *p.PartnerID))
	case p.Partner:
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
	if p.Education == "none" {
		words = append(words, "no qualification")
	} else {
		words = append(words, spaced(p.Education))
	}
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
var usual = []string{"interview_held", "interview_deferred", "award_assessed", "benefit_paid"}

// stretch is some weeks of one or two lives in which the same goes on.
type stretch struct {
	first, last int // places among the weeks
	routine     [2][]tracedEvent
}

// stretches joins weeks in which nothing changes in any of the lives.
func stretches(lives []tracedLife) (list []stretch) {
	for k := range lives[0].Weeks {
		joins := len(list) > 0
		for side := 0; joins && side < len(lives); side++ {
			last := &list[len(list)-1]
			joins = lives[side].Weeks[k].goesOn(&lives[side].Weeks[last.last], last.routine[side])
		}
		if !joins {
			list = append(list, stretch{first: k})
		}
		last := &list[len(list)-1]
		last.last = k
		for side := range lives {
			last.routine[side] = append(last.routine[side], lives[side].Weeks[k].Events...)
		}
	}
	return list
}

// goesOn tells whether a week only goes on with what was before: the same state, and of
// the usual events none by another rule.
func (w *tracedWeek) goesOn(before *tracedWeek, routine []tracedEvent) bool {
	unusual := func(e tracedEvent) bool { return !slices.Contains(usual, e.Kind) }
	if w.state() != before.state() || slices.ContainsFunc(w.Events, unusual) || slices.ContainsFunc(before.Events, unusual) {
		return false
	}
	for _, e := range w.Events {
		if slices.ContainsFunc(routine, func(r tracedEvent) bool { return r.Kind == e.Kind && r.Rule != e.Rule }) {
			return false
		}
	}
	return true
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
		sum.ServedDays += w.ServedDays
		sum.ServedPence += w.ServedPence
		sum.HardshipPence += w.HardshipPence
		sum.RecoveredPence += w.RecoveredPence
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
	for _, kind := range usual {
		text.WriteString(often(weeks, kind))
	}
	return text.String()
}

// often is how often a usual event happened in some weeks; money is not repeated.
func often(weeks []tracedWeek, kind string) string {
	n, all := 0, tracedEvent{Kind: kind}
	var least, most int16
	for _, w := range weeks {
		for _, e := range w.Events {
			if e.Kind != kind {
				continue
			}
			if n == 0 {
				least, all.RuleName, all.Rule = e.Minutes, e.RuleName, e.Rule
			}
			n, least, most = n+1, min(least, e.Minutes), max(most, e.Minutes)
		}
	}
	if n == 0 || kind == "award_assessed" {
		return "" // an award is paid soon after
	}
	text := "      " + all.happened(n)
	switch {
	case most > least:
		text += fmt.Sprintf(": %d to %d minutes", least, most)
	case most > 0:
		text += ": " + counted(int(most), "minute")
	}
	return text + all.ruled() + "\n"
}

// money is that of some weeks, and the search for work in them.
func (w *tracedWeek) money() string {
	var parts []string
	if paid := w.BenefitPence - w.HardshipPence + w.RecoveredPence; paid != 0 {
		parts = append(parts, "paid "+pounds(int64(paid)))
	}
	if w.HardshipPence != 0 {
		parts = append(parts, pounds(int64(w.HardshipPence))+" of hardship payments")
	}
	if w.RecoveredPence != 0 {
		parts = append(parts, pounds(int64(w.RecoveredPence))+" kept back for hardship payments")
	}
	if w.ServedDays != 0 {
		parts = append(parts, fmt.Sprintf("%s under a sanction at %s", counted(int(w.ServedDays), "day"), pounds(int64(w.ServedPence)/int64(w.ServedDays))))
	}
	if w.SanctionPence != 0 {
		parts = append(parts, pounds(int64(w.SanctionPence))+" taken by sanctions")
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
