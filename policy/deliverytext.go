package policy

import (
	"fmt"
	"slices"
	"strings"
)

// deliveryLine is a line of a delivery as text, with the head of the table that it stands in.
type deliveryLine struct{ head, text string }

// String is the delivery as text, without a final line break.
func (d *Delivery) String() string { return d.text(nil) }

// Besides is what a delivery has otherwise than that of another regime, as text.
func (d *Delivery) Besides(other *Delivery) string { return d.text(other) }

// text is a delivery but for the lines that another one has too.
func (d *Delivery) text(other *Delivery) string {
	if d.coaches == nil {
		return d.Regime + ": no interviews and no coaches"
	}
	var known []deliveryLine
	if other != nil {
		known = other.lines()
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%s, on paper: %s\n", d.Regime, d.verdict())
	if len(known) == 0 {
		b.WriteString("  for a steady week of the people at the start, with interviews as long and as often as the rules ask; a run has what becomes of it\n\n")
	}
	said, head := 0, ""
	for _, line := range d.lines() {
		if slices.Contains(known, line) {
			continue
		}
		if line.head != head && line.head != "" {
			b.WriteString(line.head)
		}
		head = line.head
		b.WriteString(line.text)
		said++
	}
	switch {
	case len(known) > 0 && said == 0:
		fmt.Fprintf(&b, "  all as under %s\n", other.Regime)
	case len(known) > 0:
		fmt.Fprintf(&b, "  all else as under %s\n", other.Regime)
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// lines are all that a delivery says below its head.
func (d *Delivery) lines() (all []deliveryLine) {
	if d.coaches == nil {
		return nil
	}
	head := fmt.Sprintf("  %-24s %12s %12s %14s %14s\n", "asked for in a week", "claimants", "interviews", "minutes", "at shortest")
	for _, a := range append(d.Asked[:len(d.Asked):len(d.Asked)], d.All) {
		all = append(all, deliveryLine{head, fmt.Sprintf("  %-24s %12s %12s %14s %14s\n", a.Rule, thousands(a.Claimants), thousands(a.Interviews), millions(a.Minutes), millions(a.Shortest))})
	}
	say := func(label, format string, values ...any) {
		all = append(all, deliveryLine{text: fmt.Sprintf("  %-24s %s\n", label, fmt.Sprintf(format, values...))})
	}
	say("minutes of coaches", "%s a week: %s full-time x %s present x %s x %s interviewing",
		millions(d.Minutes+d.Learning), thousands(d.Coaches), d.coaches.Present, d.coaches.Hours, d.coaches.Interviewing)
	if d.Learning > 0 {
		say("less for training", "%s a week: %s leave in a year, newcomers have %s of a diary at first and learn for %s",
			millions(d.Learning), percent(d.coaches.Turnover.Value), d.coaches.NewcomerTime, d.coaches.Training)
	}
	if g := d.Working; g != nil && g.Persons > 0 {
		say("people in work", "%s of them are seen too, in %s interviews of %s minutes, as a small run of %s persons has it",
			thousands(g.Persons), thousands(g.Interviews), millions(g.Minutes), thousands(float64(g.Played)))
	}
	if d.Minutes > 0 {
		say("asked of these minutes", "%s, and %s with every interview at its shortest", percent(d.Share), percent(d.Least))
	}
	if d.Coaches > 0 {
		say("caseload", "%.0f claimants a coach", d.Caseload)
	}
	if q := d.Health; q != nil && q.Claims > 0 {
		say("health assessments", "about %s a week asked for by claimants and %s due again; %s can be held; %s claimants wait",
			thousands(q.Claims), thousands(q.Again), thousands(q.Held), thousands(q.Waiting))
	}
	if d.Lost > 0 {
		say("not reached", "%s mandatory interviews a week are missed because the channel does not reach the claimant", thousands(d.Lost))
	}
	if c := d.Chain; c != nil {
		say("sanctions", "%s a week, from %s mandatory interviews missed: %s not excused x %s referred x %s imposed, less where a good reason is shown",
			thousands(c.Sanctions), thousands(c.Missed), percent(1-c.Excused), percent(c.Referred), percent(c.Imposed))
	}
	all = append(all, d.placeLines()...)
	if n := d.Needs; n != nil {
		if n.Fund != nil {
			say("discretionary fund", "%s a year asked for, of %s", millionPounds(n.Fund.AskedPence), millionPounds(n.Fund.BudgetPence))
		}
		var partners []string
		for _, a := range n.Partners {
			partners = append(partners, fmt.Sprintf("%s %s of %s", a.Name, thousands(a.Asked), thousands(a.Takes)))
		}
		if len(partners) > 0 {
			say("local partners", "asked for in a week, of what they take: %s", strings.Join(partners, ", "))
		}
		if d.Share < timeToSpare {
			say("", "coaches with time to spare ask more of fund and partners than the rules alone, which this does not count")
		}
	}
	return all
}

// timeToSpare is the share of coaches' minutes that are asked for below which what they do with the rest is seen.
const timeToSpare = 0.9

func (d *Delivery) verdict() string {
	switch {
	case d.All.Interviews == 0:
		return "coaches, and no interviews"
	case d.All.Minutes <= d.Minutes:
		return "every interview fits at its full length"
	case d.Fits():
		return "every interview fits, but not at its full length"
	}
	return "the interviews do not fit, even at their shortest"
}

// percent, thousands and millions write numbers for people.
func percent(share float64) string { return fmt.Sprintf("%.1f%%", float64(share*100)) }

func millions(n float64) string {
	if n < 1e5 {
		return thousands(n)
	}
	return fmt.Sprintf("%.2f million", n/1e6)
}

func thousands(n float64) string {
	text := fmt.Sprintf("%.0f", n)
	for k := len(text) - 3; k > 0; k -= 3 {
		text = text[:k] + "," + text[k:]
	}
	return text
}
