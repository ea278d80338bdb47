package policy

import (
	"fmt"

	"caseload/policy/source"
)

// Queue is the assessments of health that are asked for in a week, against those that can be
// held.
type Queue struct {
	Claims  float64 `json:"asked_for_by_claimants"`
	Again   float64 `json:"due_again"`
	Held    float64 `json:"can_be_held"`
	Waiting float64 `json:"claimants_waiting"` // the shortest wait; more where fewer can be held
}

// queue is what stocks ask for, with the reassessment of those who have an award.
func (h *HealthTerms) queue(stocks []Stock, awards float64) *Queue {
	q := &Queue{Again: awards / float64(h.Reassessed), Held: h.AssessmentsWeek}
	for k := range stocks {
		s := &stocks[k]
		q.Claims += s.Asks
		q.Waiting += float64(s.Persons * s.HealthLimited * (1 - s.LimitedCapability) * s.Awaits)
	}
	return q
}

// warnings has one where the queue can only grow.
func (q *Queue) warnings(h *Health) source.Diagnostics {
	if q == nil || q.Claims+q.Again <= q.Held {
		return nil
	}
	return source.Diagnostics{{
		Position: h.Assessments.At, Path: "health.assessments", Warning: true,
		Hint: fmt.Sprintf("the queue grows by about %s a week; hold more assessments, or assess again less often", thousands(q.Claims+q.Again-q.Held)),
		Message: fmt.Sprintf("%s assessments a week are asked for or due again, and %s can be held",
			thousands(q.Claims+q.Again), thousands(q.Held)),
	}}
}

// awaits is the share of the people at a place who wait for an assessment.
func (s *Stock) awaits(at place) float64 {
	if !at.healthLimited || at.limitedCapability {
		return 0
	}
	return s.Awaits
}
