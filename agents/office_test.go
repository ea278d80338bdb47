package agents_test

import (
	"testing"

	"caseload/agents"
)

func TestApplicationsThroughTheOffice(t *testing.T) {
	var b agents.Behaviour
	b.Search.Applications, b.Search.SupportHalfLife, b.Search.StepsHalfLife, b.Threat.HalfLife = 1, 1, 1, 1
	b.Office = agents.ThroughOffice{NotApplied: 0.2, Shortlisted: 0.1, GapLeft: 0.5, NoiseLeft: 0.8}
	c := agents.NewConstants(b)
	near(t, "applies, median compliance", c.Applies(0.5), 0.8)
	near(t, "applies, full compliance", c.Applies(1), 1)
	near(t, "the reference person is shortlisted", c.ShortlistedByOffice(0), 0.1)
	if got := c.ShortlistedByOffice(50); got != 1 {
		t.Errorf("a chance of %v", got)
	}
	near(t, "the rank of somebody recommended", c.Recommended(1, 0.4, -1), 1-0.2-0.8)
}
