package policy

import (
	"fmt"
	"slices"
	"strings"

	"caseload/policy/source"
)

// A message is the template of what is wrong with a regime. All that the rules of this
// file can say stand here; a test requires each to be produced by a file in testdata/bad.
type message string

const (
	spanEmpty         message = "the span has no end"
	spanTwice         message = "is stands beside another end of the span"
	spanFalls         message = "%s is not above at_least (%s, %s)"
	noSuchAge         message = "%s is more years than %s"
	longerThanFull    message = "%s is longer than the length (%s, %s)"
	orWithoutWho      message = "the group holds everyone, so there is nobody to add"
	reservedName      message = "%q is what claimants in no group are called"
	groupOfGroups     message = "a group is not made of groups"
	unknownGroup      message = "no group named %q"
	noGroups          message = "interviews are for members of groups, and the regime has no group"
	noCoaches         message = "missing from a regime that asks for interviews (%s)"
	noneMandatory     message = "no interview is mandatory, so none can be missed"
	profilesNobody    message = "nobody is profiled"
	profileOfGroup    message = "a group does not hang on a profile"
	profileOfItself   message = "a profile does not hang on a %s"
	cutsMissing       message = "missing from profiling by %s"
	cutsCross         message = "%s is below red_below (%s, %s)"
	ladderEmpty       message = "the ladder has no level"
	levelShorter      message = "%s is shorter than the level before it (%s, %s)"
	levelEnds         message = "the level does not wait for compliance, as the level before it does (%s)"
	appealAlone       message = "nothing comes before the appeal"
	channelUnknown    message = "nothing says what the channel %s takes and carries"
	insteadOfItself   message = "the channel stands in for itself"
	handOffToNobody   message = "there is no first interview to hand a case over for"
	noBenefit         message = "the regime pays no benefit to people out of work"
	twoBenefits       message = "it stands beside Universal Credit (%s)"
	protectsWeeks     message = "a benefit that is worked out by the week is not protected"
	partOfCredit      message = "what it pays for is a part of Universal Credit"
	dateMissing       message = "missing from an indicator of off_flow"
	dateUnused        message = "only off_flow has a date that counts"
	tooManyIndicators message = "there are more than 8 indicators"
	tooManyGroups     message = "there are more than 254 groups"
	tooManyInterviews message = "there are more than 254 interview rules"
	tooManyProgrammes message = "there are more than 16 programmes"
	dutyUnnoticed     message = "missing from a programme that is a duty"
	noSuchFifth       message = "the span holds none of the fifths of readiness"
	noSuchProgramme   message = "no other programme named %q"
	levelOfNothing    message = "a level of %s and no skill that leads to it"
	jobIsWork         message = "the programme is a job"
	unknownProgramme  message = "there is no programme named %q"
	deliveredTwice    message = "%q is delivered by another contract as well, %s"
	groupForTheRest   message = "no payment group is for whoever fits none of the others"
	noSuchLot         message = "there is no lot %s of %s"
	nothingToGoBy     message = "waivers are decided on by rules that the regime does not have"
	askedTooLate      message = "%s is after the participant's time is over (%s, %s)"
	acceleratorsFall  message = "%s is not more than %s before it"
	tooManyProviders  message = "there are more than 250 providers or payment groups"
	tooManyThresholds message = "the rules name too many ages, durations and dates to tell claimants apart"

	tooManySpecialists message = "the shares of specialists are more than all coaches"
)

// What deserves a look.
const (
	groupHoldsNobody message = "nobody can be in this group"
	ruleHoldsNever   message = "the rule is for nobody"
	noSanction       message = "no missed interview ends in a sanction"
	neverNoticed     message = "nobody notices this failure"
	rungUnreached    message = "no claimant reaches this level"
	channelUnused    message = "no interview is held by this channel"
	neverReferred    message = "no interview has %s for it"
	tooLongToBook    message = "no coach has %s in a week for it"
)

// Check requires a span to have ends, in order.
func (s *Span) Check(c *source.Checker) {
	switch {
	case !s.AtLeast.Set && !s.Below.Set && !s.Is.Set:
		c.Problem(s.At, "", string(spanEmpty), "write at_least, below or both, or is; leave the fact out where any value fits")
	case s.Is.Set && (s.AtLeast.Set || s.Below.Set):
		c.Problem(s.Is.At, "is", string(spanTwice), "write is alone, or at_least and below")
	case s.AtLeast.Set && s.Below.Set && s.Below.Value <= s.AtLeast.Value:
		c.Problem(s.Below.At, "below", spanFalls.of(s.Below, s.AtLeast, source.Place(s.AtLeast.At, s.Below.At)),
			"a span goes from at_least up to, not including, below")
	}
}

// The most years that a span of ages may name.
const (
	oldestClaimant = 120
	oldestChild    = 25
)

// Check refuses ages that nobody has.
func (w *Who) Check(c *source.Checker) {
	w.Age.noOlder(c, oldestClaimant, "a claimant has")
	w.YoungestChild.noOlder(c, oldestChild, "a dependent child has")
}

func (s *Span) noOlder(c *source.Checker, most int, whoHas string) {
	if s == nil {
		return
	}
	for _, years := range []source.Quantity{s.AtLeast, s.Below, s.Is} {
		if years.Value > float64(most) {
			c.Problem(years.At, "", noSuchAge.of(years, whoHas), fmt.Sprintf("ages go up to %d years", most))
		}
	}
}

// Check tests the dates of a group and that its conditions say something.
func (g *Group) Check(c *source.Checker) {
	c.Ascending("until", g.From, g.Until)
	if g.Name.Value == NoRequirement {
		c.Problem(g.Name.At, "name", reservedName.of(NoRequirement), "claimants whom no group holds are in it already; give this group another name")
	}
	if len(g.Or) > 0 && g.Who.At.File == "" {
		c.Problem(g.Or[0].At, "or[0]", string(orWithoutWho), "write the first condition under who and the others under or")
	}
	for k := range g.Or {
		g.Or[k].ungrouped(c, fmt.Sprintf("or[%d].group", k))
	}
	g.Who.ungrouped(c, "who.group")
}

// ungrouped refuses groups in the condition of a group.
func (w *Who) ungrouped(c *source.Checker, key string) {
	if len(w.Group) > 0 {
		c.Problem(w.Group[0].At, key, string(groupOfGroups), "write its conditions here; groups are for interview rules to name")
	}
	if len(w.Profile) > 0 {
		c.Problem(w.Profile[0].At, key[:len(key)-len("group")]+"profile", string(profileOfGroup), "profiles are for interview rules to name")
	}
}

// Check tests dates and lengths.
func (v *Interview) Check(c *source.Checker) {
	c.Ascending("until", v.From, v.Until)
	checkLength(c, v.Length, v.Shortest)
}

// Check tests the lengths.
func (f *FirstInterview) Check(c *source.Checker) { checkLength(c, f.Length, f.Shortest) }

// Check requires the parts to be the whole interview.
func (s *Content) Check(c *source.Checker) {
	c.AddUp(s.At, "", "the parts of an interview", s.Checking, s.Planning, s.Encouraging)
}

func checkLength(c *source.Checker, length, shortest source.Quantity) {
	if shortest.Value > length.Value {
		c.Problem(shortest.At, "shortest", longerThanFull.of(shortest, length, source.Place(length.At, shortest.At)),
			"the shortest is what an interview is cut to when the diary is full")
	}
}

// Check tests what the sections of a regime ask of one another.
func (r *Regime) Check(c *source.Checker) {
	known := r.checkGroups(c)
	known = r.checkProfiles(c) && known
	known = r.checkIndicators(c) && known
	known = r.checkSpecialists(c) && known
	needed := r.checkStaff(c)
	r.checkSanctions(c)
	r.checkChannels(c)
	r.checkHandOffs(c)
	r.checkProgrammes(c)
	r.checkSupport(c)
	r.checkMigration(c)
	known = r.checkContracts(c) && known
	r.checkGuidance(c)
	if s := r.Sanctions; s != nil && s.MissedInterview != nil && !r.mandatory() {
		c.Problem(s.MissedInterview.At, "sanctions.missed_interview", string(noneMandatory),
			`set "mandatory: true" on an interview rule, or `+withoutChain(c))
		return
	}
	if !known || !needed {
		return
	}
	plan, found := Compile(r)
	for _, d := range found {
		c.Problem(d.Position, d.Path, d.Message, d.Hint)
	}
	if plan != nil {
		plan.warnUnused(c)
	}
}

// checkGroups requires every group that an interview rule names.
func (r *Regime) checkGroups(c *source.Checker) bool {
	unknown := 0
	if len(r.Groups) == 0 && len(r.Interviews) > 0 {
		c.Problem(r.Interviews[0].At, "interviews[0]", string(noGroups), "write groups; one without a condition holds every claimant")
		return false
	}
	named := func(key string, groups []source.Text) {
		for _, named := range groups {
			if r.group(named.Value) == nil {
				hint := ""
				if unknown++; unknown <= 20 { // no more are shown
					hint = r.groupHint(named)
				}
				c.Problem(named.At, key+".who.group", unknownGroup.of(named.Value), hint)
			}
		}
	}
	for k := range r.Interviews {
		named(fmt.Sprintf("interviews[%d]", k), r.Interviews[k].Who.Group)
	}
	for k := range r.Programmes {
		named(fmt.Sprintf("programmes[%d]", k), r.Programmes[k].Who.Group)
	}
	for k := range r.Contracts {
		for g := range r.Contracts[k].Groups {
			named(fmt.Sprintf("contracts[%d].payment_groups[%d]", k, g), r.Contracts[k].Groups[g].Who.Group)
		}
	}
	return unknown == 0
}

func (r *Regime) group(name string) *Group {
	for k := range r.Groups {
		if r.Groups[k].Name.Value == name {
			return &r.Groups[k]
		}
	}
	return nil
}

// groupHint is the group that was meant, or a list of those there are.
func (r *Regime) groupHint(written source.Text) string {
	var names, places []string
	for k := range r.Groups {
		name := r.Groups[k].Name
		names = append(names, name.Value)
		places = append(places, fmt.Sprintf("%s (%s)", name.Value, source.Place(name.At, written.At)))
	}
	if name, ok := source.Nearest(written.Value, names); ok {
		return fmt.Sprintf("did you mean %q? (%s)", name, source.Place(r.Groups[slices.Index(names, name)].Name.At, written.At))
	}
	return "groups defined here: " + someOf(places)
}

// someOf lists up to eight things.
func someOf(things []string) string {
	if len(things) > 8 {
		return strings.Join(things[:8], ", ") + fmt.Sprintf(" and %d more", len(things)-8)
	}
	return strings.Join(things, ", ")
}

// checkStaff requires coaches where somebody is to be seen, each with time for one
// interview of every kind.
func (r *Regime) checkStaff(c *source.Checker) bool {
	first := r.Claim.FirstInterview
	if first == nil && len(r.Interviews) == 0 {
		return true
	}
	if r.Coaches == nil {
		var asked source.Position
		if first != nil {
			asked = first.At
		} else {
			asked = r.Interviews[0].At
		}
		c.Problem(r.At, "coaches", noCoaches.of(source.Place(asked, r.At)), "write coaches: how many there are and what time they have")
		return false
	}
	minutes := r.Coaches.minutesAWeek()
	if first != nil && first.Shortest.Value > minutes {
		c.Warn(first.Shortest.At, "claim.first_interview.shortest", tooLongToBook.of(first.Shortest), r.Coaches.timeHint())
	}
	for k := range r.Interviews {
		if v := &r.Interviews[k]; v.Shortest.Value > minutes {
			c.Warn(v.Shortest.At, fmt.Sprintf("interviews[%d].shortest", k), tooLongToBook.of(v.Shortest), r.Coaches.timeHint())
		}
	}
	return true
}

func (s *Coaches) minutesAWeek() float64 {
	return float64(rounded(float64(s.Hours.Value * 60 * s.Interviewing.Value)))
}

func (s *Coaches) timeHint() string {
	return fmt.Sprintf("%s of %s leave %.0f minutes", s.Interviewing, s.Hours, s.minutesAWeek())
}

// mandatory tells whether any interview can be missed: a first one always can.
func (r *Regime) mandatory() bool {
	if r.Claim.FirstInterview != nil {
		return true
	}
	for k := range r.Interviews {
		if r.Interviews[k].Required.Value {
			return true
		}
	}
	return false
}

// of fills the template.
func (m message) of(args ...any) string { return fmt.Sprintf(string(m), args...) }
