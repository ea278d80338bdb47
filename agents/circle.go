package agents

import "caseload/agents/exact"

// Group is what a course does by being taken in a circle of people with a leader. It is
// nothing for a course without one.
type Group struct {
	Efficacy    float64 // share of what is missing to the top of self-efficacy that is gained in Hours
	Hours       float64 // dose to which Efficacy refers
	Session     float64 // hours of a meeting
	Size        float64 // members of a full circle
	Fidelity    float64 // how far the mean leader leads as designed, 0 to 1
	Leaders     float64 // standard deviation of that between leaders
	Distress    float64 // share of the gain for each standard unit of the others' usual distress above the mean person's
	Readiness   float64 // share of the gain for each fifth of the others' readiness above the middle
	Inoculation float64 // share of what setbacks do, taken away for who completes it
	InTouch     float64 // share of the others with whom a member stays in touch
}

// Sessions is how often a course meets in a week.
func (c *Course) Sessions() uint16 {
	if c.Group.Session <= 0 || c.Job {
		return 1
	}
	return uint16(max(exact.RoundInt64(c.Hours/c.Group.Session), 1))
}

// Leads is how far a leader leads as designed, 0 to 1, from a uniform draw.
func (g *Group) Leads(u float64) float64 {
	return min(max(g.Fidelity+float64(g.Leaders*exact.NormalQuantile(u)), 0), 1)
}

// Company is what the others of a circle make of what a member gains: a multiple of it, 1 for
// a circle of mean persons. distress, the usual one, and readiness are means of the others.
func (c *Constants) Company(g *Group, distress, readiness float64) float64 {
	return max(1+float64(g.Distress*(distress-c.Wellbeing.Distress.Usual))+float64(g.Readiness*(readiness-3)), 0)
}

// mostGained is the share of what is missing that no dose exceeds in the hours it is for.
const mostGained = 0.95

// Gained is the share of what is missing to the top of self-efficacy that somebody gains in
// so many hours of a circle: each hour takes the same share of what is still missing. Led half
// as designed it gives nothing, and worse led it takes as much as it would give.
func (g *Group) Gained(fidelity, company, hours float64) float64 {
	led := 2*fidelity - 1
	share := min(float64(g.Efficacy*company)*max(led, -led), mostGained)
	if share <= 0 || g.Hours <= 0 {
		return 0
	}
	gained := -exact.Expm1(exact.Log1p(-share) * hours / g.Hours)
	if led < 0 {
		return -gained
	}
	return gained
}

// Protects is the share of what setbacks do that a circle takes away for who completes it.
func (g *Group) Protects(fidelity float64) float64 {
	return float64(g.Inoculation * max(2*fidelity-1, 0))
}

// Taught is self-efficacy after a share of what is missing to the top was gained.
func Taught(efficacy, share float64) float64 {
	x := efficacy + float64(share*(MostEfficacy-efficacy))
	return min(max(x, LeastEfficacy), MostEfficacy)
}

// InTouch is what is left, some weeks after it began, of the ties of a circle in which a
// member stays in touch with a share of the others.
func (c *Constants) InTouch(share float64, weeks Week) float64 {
	return float64(share * decayAt(c.TieDecay, weeks))
}

// Tells is the chance in a week that somebody out of work hears of a vacancy from those of so
// many others in touch who are in work.
func (c *Constants) Tells(working float64) float64 {
	return exact.ProbabilityFromHazard(float64(c.Programmes.TieTells * working))
}

// Backed is social support, 0 to 1, of somebody with what is left of the ties of a circle.
func (c *Constants) Backed(support, inTouch float64) float64 {
	return support + float64(float64(c.Programmes.TieSupport*inTouch)*(1-support))
}
