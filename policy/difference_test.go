package policy

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"caseload/policy/source"
)

// What an analyst would brief from: of values, of whole parts, of the order of rules and of
// figures by date.
func TestDifferencesInWords(t *testing.T) {
	small := func(changes ...string) *Regime {
		text := strings.NewReplacer(changes...).Replace(briefed)
		l := source.Library{Shipped: fstest.MapFS{}, Read: func(string) ([]byte, error) { return []byte(text), nil }}
		var r Regime
		if _, found := l.Load("regime", "brief.yaml", &r, nil); found.Failed() {
			t.Fatal(found)
		}
		return &r
	}
	for _, c := range []struct {
		theme, sentence string
		changes         []string
	}{
		{"How often people are seen, and how", "Interviews 'all': every 1 week instead of 2 weeks", []string{"every: 2 weeks", "every: 1 week"}},
		{"How often people are seen, and how", "Interviews 'all': mandatory no instead of yes", []string{"every: 2 weeks, length: 10 minutes, shortest: 5 minutes, mandatory: true", "every: 2 weeks, length: 10 minutes, shortest: 5 minutes, mandatory: false"}},
		{"How often people are seen, and how", "Interviews 'all': longer by 5 minutes, which was not set before", []string{"every: 2 weeks", "every: 2 weeks, longer_by: 5 minutes"}},
		{"Monitoring and sanctions", "Sanctions, missed interview, level 1: 14 days after compliance instead of 7 days after compliance", []string{"then: 7 days", "then: 14 days"}},
		{"Monitoring and sanctions", "Sanctions disappear: missed interview excused 50%, referred 50%, imposed 50%, decision delay 2 weeks, ladder 7 days after compliance, looks back 365 days, forgives within 14 days", []string{"sanctions:", "# sanctions:", "  missed_interview:", "# missed_interview:"}},
		{"Programmes", "Programme 'course' is new: type vocational_training; weeks 10; hours 20 hours/week; not mandatory; content skill 0.05; cost place £90/week; places 100 and 3 more", []string{"coaches:", "programmes: [{name: course, type: vocational_training, mandatory: false, referral: {share: 10%, length: 5 minutes, longest_wait: 8 weeks}, places: 100, weeks: 10, hours: 20 hours/week, content: {skill: 0.05}, cost: {place: £90/week}}]\ncoaches:"}},
		{"Who is asked what", "Group 'parents' is new: for youngest child years below 3, lead carer; sanctioned share 40%", []string{"groups:", "groups:\n  - {name: parents, who: {lead_carer: true, youngest_child_years: {below: 3}}, sanctioned_share: 40%}"}},
		{"Who is asked what", "Groups: order rest, young instead of young, rest", []string{youngGroup, "", restGroup, restGroup + youngGroup}},
		{"Who is asked what", "Group 'young': for age below 30 instead of age below 25", []string{"age: {below: 25}", "age: {below: 30}"}},
		{"Money", "Universal credit, taper, from 2024-04-08: share 60% instead of 55%", []string{"share: 55%", "share: 60%"}},
		{"Money", "Universal credit, child element, other: 2 figures from 2025-04-07 to 2026-04-06 are new, amount £292.81/month to £303.94/month", []string{"amount: £287.92/month}]", "amount: £287.92/month}, {from: 2025-04-07, amount: £292.81/month}, {from: 2026-04-06, amount: £303.94/month}]"}},
	} {
		got := Differences(small(), small(c.changes...))
		if len(got) != 1 || got[0].Sentence != c.sentence || got[0].Theme != c.theme {
			t.Errorf("got %d, want one, %s: %s", len(got), c.theme, c.sentence)
			for _, s := range got {
				t.Logf("%s: %s", s.Theme, s.Sentence)
			}
		}
	}
	// The same in another unit, or under another title, is no difference.
	if got := Differences(small(), small("every: 2 weeks", "every: 14 days", "title: A", "title: B")); len(got) > 0 {
		t.Errorf("got %s", got[0].Sentence)
	}
	got := Differences(small(), small("then: 7 days", "then: 14 days", "then: 7 days", "then: 8 days", "every: 2 weeks", "every: 1 week"))
	if !slices.IsSortedFunc(got, func(a, b Statement) int { return strings.Compare(a.Theme, b.Theme) }) || len(got) != 2 {
		t.Errorf("themes are not together: %v", got)
	}
	if s := got[1]; s.Path != "sanctions.missed_interview.ladder[0]" || s.A.At.Line == 0 || s.B.Origin == nil || s.B.Origin.Kind != "statute" {
		t.Errorf("got %s, %+v and %+v", s.Path, s.A, s.B)
	}
}

const (
	youngGroup = "  - {name: young, who: {age: {below: 25}}, sanctioned_share: 100%}\n"
	restGroup  = "  - {name: rest, sanctioned_share: 100%}\n"
)

const briefed = `kind: regime
title: A
claim: {identity_check: 1 week}
payment: {paid_after: 7 days}
benefits:
  universal_credit:
    standard_allowance:
      single_under_25: [{from: 2024-04-08, amount: £311.68/month}]
      single_25_or_over: [{from: 2024-04-08, amount: £393.45/month}]
      couple_both_under_25: [{from: 2024-04-08, amount: £489.23/month}]
      couple_one_25_or_over: [{from: 2024-04-08, amount: £617.60/month}]
    child_element:
      first_born_before_april_2017: [{from: 2024-04-08, amount: £333.33/month}]
      other: [{from: 2024-04-08, amount: £287.92/month}]
    limited_capability_element: {began_before_april_2026: [{from: 2024-04-08, amount: £416.19/month}]}
    work_allowance:
      with_housing: [{from: 2024-04-08, amount: £404.00/month}]
      without_housing: [{from: 2024-04-08, amount: £673.00/month}]
    taper: [{from: 2024-04-08, share: 55%}]
tax:
  income_tax: [{from: 2021-04-06, personal_allowance: £12570/year, basic_rate: 20%, basic_limit: £37700/year, higher_rate: 40%}]
  national_insurance: [{from: 2024-04-06, primary_threshold: £242/week, main_rate: 8%, upper_limit: £967/week, upper_rate: 2%}]
minimum_wage: {rates: [{from: 2024-04-01, age_21_or_over: £11.44/hour, age_18_to_20: £8.60/hour, under_18: £6.40/hour}]}
groups:
` + youngGroup + restGroup + `interviews:
  - {name: all, every: 2 weeks, length: 10 minutes, shortest: 5 minutes, mandatory: true}
  - {name: rest, who: {age: {at_least: 60}}, every: 4 weeks, length: 10 minutes, shortest: 5 minutes, mandatory: true}
coaches: {full_time_equivalents: 100, hours: 37 hours/week, present: 80%, interviewing: 50%, cost: £40000/year}
sanctions:
  missed_interview: {excused: 50%, referred: 50%, imposed: 50%, decision_delay: 2 weeks, looks_back: 365 days, forgives_within: 14 days, ladder: [{until_compliance: true, then: 7 days, source: {kind: statute, note: the law}}]}
`
