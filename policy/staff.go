package policy

import "caseload/agents"

// Staff is the work coaches of the whole country.
type Staff struct {
	FullTimeEquivalents float64
	MinutesPresentWeek  int32   // minutes that a present coach can book
	Present             float64 // chance of being present in a week
	CostPenceYear       int64

	Turnover     float64     // chance of leaving in a week
	Recruitment  agents.Week // for which a post is empty
	Training     agents.Week
	NewcomerTime float64 // share of a trained coach's minutes
	Kinder       float64 // disposition to enable beyond that of coaches as they are, standard units
	Stricter     float64 // the same of strictness
	Content      [agents.Activities]float64
	Goal         agents.Goal
	FollowsGoal  float64
	Lasting      bool  // a better job is not temporary
	HoursTenths  int16 // a week, that it has at least
	Pooled       bool  // interviews are held by whoever has time
}

// learning is the share of minutes that staff in place lose to training in the long run,
// when of those in post a share leave every week whatever their time there.
func (s *Staff) learning() float64 {
	lost, still := 0.0, 1.0
	for t := range s.Training {
		lost += float64(s.Turnover * still * (1 - agents.Between(s.NewcomerTime, agents.Learned(t, s.Training))))
		still *= 1 - s.Turnover
	}
	return lost
}

func (p *Plan) compileStaff(c *Coaches) {
	if c == nil {
		return
	}
	p.Staff = Staff{
		FullTimeEquivalents: c.Number.Value, MinutesPresentWeek: int32(rounded(float64(c.Hours.Value * 60 * c.Interviewing.Value))),
		Present: c.Present.Value, CostPenceYear: pence(c.Cost),
		Turnover: c.Turnover.Value / 52, Recruitment: agents.Week(c.Recruitment.Value), Training: agents.Week(c.Training.Value),
		NewcomerTime: c.NewcomerTime.Value, Kinder: c.Kinder.Value, Stricter: c.Stricter.Value, Goal: goals[c.Goal.Value], FollowsGoal: c.FollowsGoal.Value, Pooled: c.Pooled.Value,
	}
	if b := c.Better; b != nil {
		p.Staff.Lasting, p.Staff.HoursTenths = b.Lasting.Value, int16(rounded(float64(b.Hours.Value*10)))
	}
	p.compileSpecialists(c.Specialists)
	if s := c.Content; s != nil {
		p.Staff.Content = [agents.Activities]float64{agents.Check: s.Checking.Value, agents.Planning: s.Planning.Value, agents.Encourage: s.Encouraging.Value}
	}
}

var goals = map[string]agents.Goal{"": agents.NoGoal, "first_job": agents.FirstJob, "distance_travelled": agents.DistanceTravelled, "better_job": agents.BetterJob}

// Empty is the share of posts that are empty in the long run.
func (s *Staff) Empty() float64 {
	gone := float64(s.Turnover * float64(s.Recruitment))
	return gone / (1 + gone)
}
