package policy

import (
	"fmt"
	"slices"
	"strings"

	"caseload/agents"
	"caseload/policy/source"
)

// Programme is something that claimants are referred to and take part in. Its type is how
// tables add programmes up; what it does to people is in its content and hours alone, by
// the same equations for every type. Who delivers it is no part of it.
type Programme struct {
	At        source.Position
	Name      source.Text     `file:"name" doc:"name of the programme, as tables show it"`
	Type      source.Text     `file:"type" oneof:"job_search_assistance,job_club,group_work,basic_training,vocational_training,on_the_job_training,work_trial,work_placement,hiring_subsidy,job_creation,intermediate_labour_market,self_employment,condition_management" doc:"kind of programme, by which results are added up; what it does is in content"`
	Who       Who             `file:"who,optional" doc:"whom it is for; every claimant with a coach when absent"`
	Believed  *Span           `file:"believed_readiness,optional" doc:"fifths of readiness, 1 furthest from work to 5, in which the coach must believe the claimant to be"`
	Distress  source.Quantity `file:"measured_distress,optional" unit:"number" min:"-5" max:"5" doc:"score that the claimant must reach in the short questionnaire on distress, which the coach has her fill in and which errs; standard units of people in work"`
	From      source.Date     `file:"from,optional" doc:"first day on which claimants are referred"`
	Until     source.Date     `file:"until,optional" doc:"first day on which they no longer are"`
	After     source.Text     `file:"after,optional" doc:"name of the programme that comes before it: nobody is referred who has not completed that"`
	Menu      source.Text     `file:"menu,optional" doc:"name of a menu; programmes of one menu are offered together, and the claimant chooses"`
	Mandatory source.Flag     `file:"mandatory" doc:"true when it is a duty to take part; otherwise the claimant decides"`
	Referral  Referral        `file:"referral" doc:"how claimants come to it"`
	Places    source.Quantity `file:"places" unit:"count" min:"0" max:"10000000" doc:"places in the country; districts have them by size"`
	StartsBy  source.Quantity `file:"start_every,optional" unit:"weeks" min:"1" max:"52" whole:"true" doc:"time from one start day to the next; every week when absent"`
	Weeks     source.Quantity `file:"weeks" unit:"weeks" bare:"true" min:"1" max:"208" whole:"true" doc:"length"`
	Hours     source.Quantity `file:"hours" unit:"hours/week" min:"0" max:"60" doc:"time that it takes; hours of search that are required are less by as many"`
	Absent    source.Quantity `file:"absent,optional" unit:"share" min:"0" max:"1" doc:"share of weeks, of meetings in group work, missed without a good reason by a volunteer of mean motivation"`
	DropOut   source.Quantity `file:"drop_out,optional" unit:"share/week" min:"0" max:"1" doc:"chance that a volunteer of mean motivation gives it up"`
	Noticed   source.Quantity `file:"noticed,optional" unit:"share" min:"0" max:"1" doc:"share of weeks missed, where it is a duty, that the coach hears of"`
	Content   Taught          `file:"content" doc:"what it does to who takes part"`
	Cost      ProgrammeCost   `file:"cost" doc:"what it costs the department"`
}

// Referral is how a coach sends claimants to a programme, in interviews.
type Referral struct {
	At      source.Position
	Share   source.Quantity `file:"share" unit:"share" min:"0" max:"1" doc:"share of interviews with claimants whom it is for at which the coach brings it up; more with those who serve her goal, as far as she follows it"`
	Length  source.Quantity `file:"length" unit:"minutes" min:"0" max:"120" whole:"true" doc:"time it takes from the interview; one that is no longer leaves no time for it"`
	Longest source.Quantity `file:"longest_wait" unit:"weeks" min:"0" max:"208" doc:"wait, by the length of the list, beyond which coaches refer nobody"`
}

// Taught is the content of a programme.
type Taught struct {
	At          source.Position
	Skill       source.Quantity `file:"skill,optional" unit:"number" min:"-1" max:"3" doc:"log productivity gained by who attends all of it; in proportion by who attends less"`
	Level       source.Quantity `file:"level,optional" unit:"number" min:"0.1" max:"20" doc:"skill, in standard units of all people, to which it leads: who has it learns nothing, others in proportion to what they lack of it, as much as skill says at the mean of 0; everybody learns alike when absent"`
	Certificate source.Quantity `file:"certificate,optional" unit:"share" min:"0" max:"1" doc:"share of those who complete it who gain what vacancies ask for, a qualification at level 3 or over"`
	Occupation  source.Text     `file:"occupation,optional" oneof:"managers,professional,associate_professional,administrative,skilled_trades,caring,sales,process,elementary" doc:"occupation group that who completes it wants from then on, unless her own pays more"`
	Search      source.Quantity `file:"search,optional" unit:"number" min:"-1" max:"2" doc:"log of what each application comes to that is gained by who attends all of it; in proportion by who attends less; it fades"`
	Introduced  source.Quantity `file:"introduced,optional" unit:"share" min:"0" max:"1" doc:"share of those who complete it who are introduced to an employer who has a vacancy, as far as there is one"`
	Severity    source.Quantity `file:"severity,optional" unit:"number" min:"0" max:"5" doc:"standard units by which the limiting condition of who attends all of it becomes less severe; in proportion for who attends less"`
	Business    source.Quantity `file:"business,optional" unit:"share" min:"0" max:"1" doc:"share of those who complete it who begin to work for themselves"`
	Job         source.Flag     `file:"job,optional" doc:"true when it is a temporary job at the minimum wage, outside the market, for which the department pays"`
	Subsidy     *HiringSubsidy  `file:"subsidy,optional" doc:"what is paid to who hires somebody on it"`

	Functions *FunctionsSupplied `file:"functions,optional" doc:"what it supplies of the latent functions of work while somebody takes part; what her state supplies counts where that is more"`
	Group     *GroupWork         `file:"group,optional" doc:"what people learn from one another, and from those who lead them, about their search and its setbacks"`
}

// Noun is what mistakes in a file call it.
func (Taught) Noun() string { return "a programme content" }

// Check refuses a level to which nothing leads.
func (m *Taught) Check(c *source.Checker) {
	if m.Level.Set && !m.Skill.Set {
		c.Problem(m.Level.At, "level", levelOfNothing.of(m.Level), "write skill, what somebody at the mean learns, beside it, or leave level out")
	}
}

// FunctionsSupplied mirrors agents.Supply.
type FunctionsSupplied struct {
	TimeStructure     source.Quantity `file:"time_structure" unit:"number" min:"0" max:"1" doc:"days and weeks that are filled"`
	SocialContact     source.Quantity `file:"social_contact" unit:"number" min:"0" max:"1" doc:"people outside the household"`
	CollectivePurpose source.Quantity `file:"collective_purpose" unit:"number" min:"0" max:"1" doc:"being needed for something that is not one's own alone"`
	SocialStatus      source.Quantity `file:"status" unit:"number" min:"0" max:"1" doc:"being somebody in the eyes of others"`
	Activity          source.Quantity `file:"activity" unit:"number" min:"0" max:"1" doc:"having something to do"`
}

// GroupWork is the circles in which a programme is taken: people of one district who begin
// it in the same week, with a leader.
type GroupWork struct {
	Efficacy    source.Quantity `file:"self_efficacy" unit:"share" min:"0" max:"1" doc:"share of what is missing to the top of self-efficacy that is gained in as many hours as stand below, in a circle of mean persons that is led as designed; each hour attended takes the same share of what is still missing"`
	Hours       source.Quantity `file:"in" unit:"minutes" min:"1" max:"1000000" doc:"hours to which self_efficacy refers; how many somebody gets follows from hours, weeks and what she attends"`
	Session     source.Quantity `file:"session" unit:"minutes" min:"30" max:"6000" doc:"length of a meeting, each of which may be missed"`
	Size        source.Quantity `file:"size" unit:"count" min:"2" max:"60" whole:"true" doc:"members of a full circle"`
	Fidelity    source.Quantity `file:"fidelity" unit:"share" min:"0" max:"1" doc:"how far the mean leader leads as designed: at a half nothing is gained, and below it self-efficacy is lost"`
	Leaders     source.Quantity `file:"leaders_spread" unit:"number" min:"0" max:"1" doc:"standard deviation of that between leaders"`
	Distress    source.Quantity `file:"distressed_company" unit:"number" min:"-2" max:"2" doc:"share of the gain added by each standard unit of the others' usual distress above that of the mean person"`
	Readiness   source.Quantity `file:"ready_company" unit:"number" min:"-1" max:"1" doc:"share of the gain added by each fifth of the others' readiness above the middle one"`
	Inoculation source.Quantity `file:"inoculation" unit:"share" min:"0" max:"1" doc:"share of what rejections, sanctions and the loss of a job do that they no longer do to who has completed it as designed, in this spell and later ones"`
	InTouch     source.Quantity `file:"in_touch" unit:"share" min:"0" max:"1" doc:"share of the others with whom a member stays in touch when it is over"`
}

// circles are those of a programme; of no size without group work.
func (g *GroupWork) circles() (c agents.Group) {
	if g != nil {
		c = agents.Group{Efficacy: g.Efficacy.Value, Hours: g.Hours.Value / 60, Session: g.Session.Value / 60, Size: g.Size.Value, Fidelity: g.Fidelity.Value, Leaders: g.Leaders.Value,
			Distress: g.Distress.Value, Readiness: g.Readiness.Value, Inoculation: g.Inoculation.Value, InTouch: g.InTouch.Value}
	}
	return c
}

// supply is that of a programme; nothing without one.
func (f *FunctionsSupplied) supply() (s agents.Supply) {
	if f != nil {
		s = agents.Supply{TimeStructure: f.TimeStructure.Value, SocialContact: f.SocialContact.Value, CollectivePurpose: f.CollectivePurpose.Value,
			SocialStatus: f.SocialStatus.Value, Activity: f.Activity.Value}
	}
	return s
}

// HiringSubsidy is paid to an employer who hires somebody on the programme. Skill that the
// programme teaches is then learnt in the job, over the time of the subsidy.
type HiringSubsidy struct {
	At    source.Position
	Share source.Quantity `file:"share" unit:"share" min:"0" max:"1" doc:"share of gross pay"`
	Lasts source.Quantity `file:"lasts" unit:"weeks" min:"1" max:"208" whole:"true" doc:"time for which it is paid"`
	Known source.Quantity `file:"known,optional" unit:"share" min:"0" max:"1" doc:"share of weeks in which employers to whom somebody applies know of it before they choose; it is paid to the others, too. They always know when absent"`
}

// ProgrammeCost is in pounds of the year that the source names.
type ProgrammeCost struct {
	At    source.Position
	Place source.Quantity `file:"place,optional" unit:"£/week" min:"0" max:"1000000" doc:"for a week of a place that is taken"`
	Start source.Quantity `file:"start,optional" unit:"£" min:"0" max:"10000000" doc:"for each start"`
}

// ProgrammeTerms is a compiled Programme.
type ProgrammeTerms struct {
	Name, Type string
	Believed   [6]bool // by fifth of readiness; the first is that of nobody
	Measures   bool    // claimants fill in a questionnaire, and it is for those who score
	Distress   float64 // at least so much in it
	After      int     // place of the programme that comes before it; -1 for none
	Menu       string  // empty outside a menu
	Mandatory  bool

	Referred    float64
	Minutes     int16
	LongestWait float64 // weeks

	Places     float64 // of the country
	StartEvery agents.Week
	Course     agents.Course
	Noticed    float64
	PlacePence int64 // a week
	StartPence int64
	Contract   int // one more than the place of the contract that delivers it; 0 for none
	Rule       RuleID
}

// MostProgrammes is how many a regime can have: who is on which is a bit of a number.
const MostProgrammes = 16

// Check tests dates and what the parts ask of one another.
func (m *Programme) Check(c *source.Checker) {
	c.Ascending("until", m.From, m.Until)
	if !slices.Contains(m.believed(), true) {
		c.Problem(m.Believed.At, "believed_readiness", string(noSuchFifth), "1 is the fifth furthest from work, 5 the nearest")
	}
	for _, q := range []source.Quantity{m.Absent, m.DropOut} {
		if m.Content.Job.Value && q.Set {
			c.Problem(q.At, "", string(jobIsWork), "leave it out; people leave it, and lose it, as they do other jobs")
		}
	}
	if m.Mandatory.Value && !m.Noticed.Set {
		c.Problem(m.At, "noticed", string(dutyUnnoticed), "write the share of missed weeks that the coach hears of")
	}
}

// believed is for whom it is, by the fifth of readiness that a coach believes in.
func (m *Programme) believed() []bool {
	list := make([]bool, 5)
	for k := range list {
		list[k] = m.Believed.fits(k + 1)
	}
	return list
}

// checkProgrammes tests what programmes ask of one another and of interviews.
func (r *Regime) checkProgrammes(c *source.Checker) {
	for k := range r.Programmes {
		m := &r.Programmes[k]
		if m.After.Set && (r.programme(m.After.Value) < 0 || m.After.Value == m.Name.Value) {
			c.Problem(m.After.At, fmt.Sprintf("programmes[%d].after", k), noSuchProgramme.of(m.After.Value), "write the name of another programme of the regime")
		}
		if longest := r.longestInterview(); m.Referral.Length.Value >= longest {
			c.Warn(m.Referral.Length.At, fmt.Sprintf("programmes[%d].referral.length", k), neverReferred.of(m.Referral.Length), fmt.Sprintf("the longest interview has %g minutes", longest))
		}
	}
}

// programme is the place of a programme by name; -1 for none.
func (r *Regime) programme(name string) int {
	for k := range r.Programmes {
		if r.Programmes[k].Name.Value == name {
			return k
		}
	}
	return -1
}

// longestInterview is the minutes of the longest interview that is asked for.
func (r *Regime) longestInterview() float64 {
	longest := 0.0
	if first := r.Claim.FirstInterview; first != nil {
		longest = first.Length.Value
	}
	for k := range r.Interviews {
		longest = max(longest, r.Interviews[k].Length.Value+r.Interviews[k].Longer.Value)
	}
	return longest
}

// sends tells whether any programme is a duty.
func (r *Regime) sends() bool {
	for k := range r.Programmes {
		if r.Programmes[k].Mandatory.Value {
			return true
		}
	}
	return false
}

func (p *Plan) compileProgrammes(r *Regime) {
	for k := range r.Programmes {
		m := &r.Programmes[k]
		t := ProgrammeTerms{
			Name: m.Name.Value, Type: m.Type.Value, After: -1, Menu: m.Menu.Value, Mandatory: m.Mandatory.Value,
			Referred: m.Referral.Share.Value, Minutes: int16(m.Referral.Length.Value), LongestWait: m.Referral.Longest.Value,
			Places: m.Places.Value, StartEvery: max(agents.Week(m.StartsBy.Value), 1), Noticed: m.Noticed.Value,
			PlacePence: pence(m.Cost.Place), StartPence: pence(m.Cost.Start), Rule: p.rule(m.At),
			Course: agents.Course{
				Weeks: agents.Week(m.Weeks.Value), Hours: m.Hours.Value, Absent: m.Absent.Value, DropOut: m.DropOut.Value,
				Skill: m.Content.Skill.Value, Level: m.Content.Level.Value, Certificate: m.Content.Certificate.Value, Search: m.Content.Search.Value, Introduced: m.Content.Introduced.Value,
				For: slices.Index(occupations[:], m.Content.Occupation.Value) + 1, Severity: m.Content.Severity.Value, Business: m.Content.Business.Value, Job: m.Content.Job.Value,
			},
		}
		t.Course.Functions, t.Course.Group = m.Content.Functions.supply(), m.Content.Group.circles()
		if s := m.Content.Subsidy; s != nil {
			t.Course.Subsidy, t.Course.SubsidyWeeks, t.Course.SubsidyKnown = s.Share.Value, agents.Week(s.Lasts.Value), 1
			if s.Known.Set {
				t.Course.SubsidyKnown = s.Known.Value
			}
		}
		if m.After.Set {
			t.After = r.programme(m.After.Value)
		}
		copy(t.Believed[1:], m.believed())
		t.Measures, t.Distress = m.Distress.Set, m.Distress.Value
		p.Programmes = append(p.Programmes, t)
	}
}

// occupations are the major groups in their order.
var occupations = [agents.Occupations]string{"managers", "professional", "associate_professional", "administrative", "skilled_trades", "caring", "sales", "process", "elementary"}

// Bit is a programme's place in a set of them.
func Bit(programme int) uint16 { return 1 << programme }

// offered is the set of programmes that are for a claimant of a class on a day.
func (p *Plan) offered(c Case, group string, day Date) (set uint16) {
	for k := range p.regime.Programmes {
		m := &p.regime.Programmes[k]
		if holds(m.From, m.Until, day) && group != NoRequirement && m.Who.Fits(c, group) {
			set |= Bit(k)
		}
	}
	return set
}

// Programmes is the set of programmes that are for a class.
func (f InForce) Programmes(class Class) uint16 { return f.at.programmes[class] }

// ProgrammeNamed is the place of a programme by name; -1 for none.
func (p *Plan) ProgrammeNamed(name string) int {
	for k := range p.Programmes {
		if p.Programmes[k].Name == name {
			return k
		}
	}
	return -1
}

func digestProgrammes(text *strings.Builder, list []ProgrammeTerms) {
	for k := range list {
		fmt.Fprintf(text, " programme %v", list[k])
	}
}
