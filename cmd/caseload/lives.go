package main

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"caseload/policy"
	"caseload/sim"
	"caseload/sim/panel"
)

// trace is what the command trace prints: one life, or two and where they part.
type trace struct {
	Scenario  string         `json:"scenario"`
	Seed      uint64         `json:"seed"`
	Replicate int            `json:"replicate"`
	FromWeek  int            `json:"from_week"`
	ToWeek    int            `json:"to_week"`
	Person    tracedPerson   `json:"person"`
	Lives     []tracedLife   `json:"lives"`
	Partings  []tracedParted `json:"partings"` // of two lives: in anything, then in what happens where that is later
}

// tracedPerson is who it is, as at week 0 or at entry.
type tracedPerson struct {
	ID             int32  `json:"person_id"`
	Sex            string `json:"sex"`
	AgeYears       int16  `json:"age_years"`
	Partner        bool   `json:"partner"`
	PartnerID      *int32 `json:"partner_id"` // of a person of the run
	Children       int8   `json:"children"`
	YoungestYears  *int16 `json:"youngest_child_years"`
	Education      string `json:"education"`
	Occupation     string `json:"occupation_wanted"`
	HealthLimited  bool   `json:"health_limited"`
	Readiness      int8   `json:"readiness"`
	District       int16  `json:"district"`
	Office         int16  `json:"office"`
	EntryWeek      int16  `json:"entry_week"`
	Status         string `json:"status"`
	WeeksOnBenefit *int16 `json:"weeks_on_benefit"`
}

// tracedLife is the life under one regime.
type tracedLife struct {
	Regime string       `json:"regime"`
	Weeks  []tracedWeek `json:"weeks"`
}

// tracedWeek is one week: the state at its end, its money and what happened.
type tracedWeek struct {
	Week           int           `json:"week"`
	Monday         string        `json:"monday"`
	Status         string        `json:"status"` // empty before the person arrives
	Group          string        `json:"group"`
	CoachID        *int32        `json:"coach_id"`
	WeeksOnBenefit *int16        `json:"weeks_on_benefit"`
	SearchHours    int16         `json:"commitment_hours"`
	Applications   float32       `json:"search_applications"`
	Sanctioned     bool          `json:"sanctioned"`
	OutOfTouch     bool          `json:"out_of_touch"`
	BenefitPence   int32         `json:"benefit_pence"`
	SanctionPence  int32         `json:"sanction_pence"`
	ServedDays     int16         `json:"sanction_days"`
	ServedPence    int32         `json:"sanction_of_days_pence"`
	HardshipPence  int32         `json:"hardship_pence"`           // in benefit_pence
	RecoveredPence int32         `json:"hardship_recovered_pence"` // kept back from it
	PayPence       int32         `json:"pay_pence"`
	TaxPence       int32         `json:"tax_pence"`
	Events         []tracedEvent `json:"events"`
}

// tracedEvent is what happened, in which stage and by which rule.
type tracedEvent struct {
	Stage       string `json:"stage,omitempty"`
	Kind        string `json:"kind"`
	Detail      string `json:"detail"`
	RuleName    string `json:"rule_name"`
	Rule        string `json:"rule"`
	CoachID     *int32 `json:"coach_id"`
	AmountPence int64  `json:"amount_pence"`
	Minutes     int16  `json:"minutes"`
}

// occupations are the major groups of the Standard Occupational Classification.
var occupations = [...]string{"managers", "professionals", "associate professionals", "administrative and secretarial", "skilled trades",
	"caring, leisure and other services", "sales and customer service", "process, plant and machine operatives", "elementary"}

func (o *traceOrder) describe(lives []*sim.Life, partings []*sim.Parting) *trace {
	t := &trace{Scenario: o.scenario.Name, Seed: o.tracing.Config.Seed, Replicate: o.tracing.Config.Replicate,
		FromWeek: int(o.tracing.From), ToWeek: int(o.tracing.To), Person: describePerson(lives[0]), Partings: []tracedParted{}}
	for _, life := range lives {
		told := tracedLife{Regime: life.Regime, Weeks: []tracedWeek{}}
		for k := range life.Weeks {
			told.Weeks = append(told.Weeks, describeWeek(&life.Weeks[k], o.tracing.Config.Start))
		}
		t.Lives = append(t.Lives, told)
	}
	for _, p := range partings {
		t.Partings = append(t.Partings, describeParting(p))
	}
	return t
}

func describePerson(life *sim.Life) tracedPerson {
	who := &life.Who
	return tracedPerson{ID: who.PersonID, Sex: who.Sex.String(), AgeYears: who.AgeYears, Partner: who.Partner, PartnerID: unlessNull(who.PartnerID, panel.NoInt32), Children: who.Children,
		YoungestYears: unlessNull(who.YoungestChildYears, panel.NoInt16), Education: who.Education.String(), Occupation: occupations[life.Occupation],
		HealthLimited: who.HealthLimited, Readiness: who.Readiness, District: who.District, Office: who.Office, EntryWeek: who.EntryWeek,
		Status: who.Status.String(), WeeksOnBenefit: unlessNull(who.WeeksOnBenefit, panel.NoInt16)}
}

func unlessNull[T comparable](value, null T) *T {
	if value == null {
		return nil
	}
	return &value
}

func describeWeek(w *sim.LifeWeek, start policy.Date) tracedWeek {
	told := tracedWeek{Week: int(w.Week), Monday: start.AddDays(7 * int(w.Week)).String(), Group: w.Group, CoachID: unlessNull(w.Coach, panel.NoInt32),
		WeeksOnBenefit: unlessNull(w.WeeksOnBenefit, panel.NoInt16), SearchHours: w.SearchHours, Applications: w.Applications, Sanctioned: w.Sanctioned, OutOfTouch: w.OutOfTouch,
		BenefitPence: w.BenefitPence, SanctionPence: w.SanctionPence, ServedDays: w.ServedDays, ServedPence: w.ServedPence,
		HardshipPence: w.HardshipPence, RecoveredPence: w.RecoveredPence, PayPence: w.PayPence, TaxPence: w.TaxPence, Events: []tracedEvent{}}
	if w.Status != 0 {
		told.Status = w.Status.String()
	}
	for k := range w.Happened {
		told.Events = append(told.Events, describeEvent(&w.Happened[k]))
	}
	return told
}

func describeEvent(h *sim.Happening) tracedEvent {
	return tracedEvent{Stage: h.Stage, Kind: h.Kind, Detail: h.Detail, RuleName: h.Rule.Words, Rule: h.Rule.Place,
		CoachID: unlessNull(h.Coach, panel.NoInt32), AmountPence: int64(h.Pence), Minutes: h.Minutes}
}

// rows are one line for each event, and one for a week without.
func (t *trace) rows() [][]string {
	rows := [][]string{{"regime", "person_id", "week", "monday", "status", "group", "benefit_pence", "sanction_pence", "sanction_days", "sanction_of_days_pence", "hardship_pence", "hardship_recovered_pence", "pay_pence", "tax_pence",
		"stage", "kind", "detail", "rule_name", "rule", "coach_id", "amount_pence", "minutes", "parted"}}
	for _, life := range t.Lives {
		for _, w := range life.Weeks {
			week := []string{life.Regime, strconv.Itoa(int(t.Person.ID)), strconv.Itoa(w.Week), w.Monday, w.Status, w.Group,
				strconv.Itoa(int(w.BenefitPence)), strconv.Itoa(int(w.SanctionPence)), strconv.Itoa(int(w.ServedDays)), strconv.Itoa(int(w.ServedPence)), strconv.Itoa(int(w.HardshipPence)), strconv.Itoa(int(w.RecoveredPence)),
				strconv.Itoa(int(w.PayPence)), strconv.Itoa(int(w.TaxPence))}
			parted := strconv.FormatBool(len(t.Partings) > 0 && w.Week >= t.Partings[0].Week)
			if len(w.Events) == 0 {
				rows = append(rows, slices.Concat(week, []string{"", "", "", "", "", "", "", "", parted}))
			}
			for _, e := range w.Events {
				coach := ""
				if e.CoachID != nil {
					coach = strconv.Itoa(int(*e.CoachID))
				}
				rows = append(rows, slices.Concat(week, []string{e.Stage, e.Kind, e.Detail, e.RuleName, e.Rule, coach,
					strconv.FormatInt(e.AmountPence, 10), strconv.Itoa(int(e.Minutes)), parted}))
			}
		}
	}
	return rows
}

// says is an event in words, with the rule behind it in brackets.
func (e *tracedEvent) says() string {
	return e.happened(1) + e.ruled()
}

// happened is the event in words; n is how many there were of it.
func (e *tracedEvent) happened(n int) string {
	text := strings.Replace(spaced(e.Kind), "from neighbour", "from a neighbouring district", 1)
	if n > 1 {
		text += fmt.Sprintf(" %d times", n)
	}
	var parts []string
	switch {
	case slices.Contains(leading, e.Kind):
		text += " (to " + spaced(e.Detail) + ")"
	case e.Detail != "":
		parts = append(parts, spaced(e.Detail))
	}
	if e.Minutes > 0 {
		parts = append(parts, counted(int(e.Minutes), "minute"))
	}
	if e.CoachID != nil {
		parts = append(parts, fmt.Sprintf("coach %d", *e.CoachID))
	}
	if e.AmountPence != 0 {
		parts = append(parts, pounds(e.AmountPence))
		if slices.Contains(weekly, e.Kind) {
			parts[len(parts)-1] += " a week"
		}
	}
	if len(parts) > 0 {
		text += ": " + strings.Join(parts, ", ")
	}
	return text
}

// weekly are the kinds of event whose amount is of pay.
var weekly = []string{"offer_made", "offer_refused", "job_started"}

// leading are the kinds of event whose detail is where they led.
var leading = []string{"claim_closed", "job_ended", "health_benefit_ended"}

func (e *tracedEvent) ruled() string {
	return inBrackets(e.RuleName, e.Rule)
}

// inBrackets is a rule behind a step.
func inBrackets(words, place string) string {
	switch {
	case place == "":
		return ""
	case words == "":
		return "  [" + place + "]"
	}
	return "  [" + words + ", " + place + "]"
}

// spaced are words of the tables as people write them.
func spaced(words string) string { return strings.ReplaceAll(words, "_", " ") }

// pounds is money as people write it.
func pounds(pence int64) string {
	if pence < 0 {
		return "-" + pounds(-pence)
	}
	return "£" + grouped(float64(pence)/100, 2)
}
