package policy

import "caseload/agents"

// An assessment period is a month of 52/12 weeks: of every thirteen weeks of a claim, the
// first period has four, the second five and the third four, so that any 52 weeks hold
// twelve. A cycle says in which week of thirteen a claim began, which is all that a claim
// needs to know of its periods. The zero cycle is no claim; a claim that ends keeps its
// cycle until its last payment, marked as ending.
const (
	cycleWeeks = 13
	longPeriod = 5 // weeks of the second period of thirteen weeks
	cycles     = 1 + 2*cycleWeeks
)

// NoCycle is that of who has no claim.
const NoCycle agents.Cycle = 0

// CycleFrom is the cycle of a claim whose first period begins with a week.
func CycleFrom(week agents.Week) agents.Cycle { return 1 + agents.Cycle(inCycle(int(week))) }

// Ending marks a running cycle: no further period is worked out.
func Ending(c agents.Cycle) agents.Cycle {
	if Running(c) {
		return c + cycleWeeks
	}
	return c
}

// Resumed takes the mark off again: the periods go on as they were.
func Resumed(c agents.Cycle) agents.Cycle {
	if c > cycleWeeks {
		return c - cycleWeeks
	}
	return c
}

// Running tells whether periods of the claim are worked out.
func Running(c agents.Cycle) bool { return c != NoCycle && c <= cycleWeeks }

// Dues is what a week brings to a claim: a period ends, a period is paid, or both.
type Dues uint8

// The dues of a week.
const (
	PeriodEnds Dues = 1 << iota
	LongPeriod      // the period that ends had five weeks
	PayDay
	BenefitWeek // the period that ends is a week
)

// Calendar is the dues of a week by cycle, where a period is paid so many weeks after the
// week in which it ends: 0 to 3, so that it is paid before the next one ends.
func Calendar(week, paidAfter agents.Week) [cycles]Dues {
	var c [cycles]Dues
	for start := range cycleWeeks {
		spent := inCycle(int(week) + 1 - start)
		paid := Dues(0)
		if endsPeriod(inCycle(spent - int(paidAfter))) {
			paid = PayDay
		}
		c[1+start], c[1+start+cycleWeeks] = paid, paid
		if endsPeriod(spent) {
			c[1+start] |= PeriodEnds
			if spent == secondEnd {
				c[1+start] |= LongPeriod
			}
		}
	}
	return c
}

// Calendar is the dues of a week by cycle: those of months, or of benefit weeks, each a
// period of its own of which some are paid together.
func (t *PaymentTerms) Calendar(week agents.Week) [cycles]Dues {
	if t.PaidEvery == 0 {
		return Calendar(week, t.PaidAfter)
	}
	var c [cycles]Dues
	for start := range cycleWeeks {
		due := Dues(0)
		if (int(week)+1-start-int(t.PaidAfter))%int(t.PaidEvery) == 0 {
			due = PayDay
		}
		c[1+start], c[1+start+cycleWeeks] = due|PeriodEnds|BenefitWeek, due
	}
	return c
}

// CycleFrom is the cycle of a claim whose first period begins with a week.
func (t *PaymentTerms) CycleFrom(week agents.Week) agents.Cycle {
	if t.PaidEvery == 0 {
		return CycleFrom(week)
	}
	every := int(t.PaidEvery)
	return 1 + agents.Cycle(((int(week)%every)+every)%every)
}

// Weeks is the length of the period that ends.
func (d Dues) Weeks() int64 {
	if d&BenefitWeek != 0 {
		return 1
	}
	if d&LongPeriod != 0 {
		return longPeriod
	}
	return longPeriod - 1
}

// PeriodsEnded is how many periods a claim has completed after some weeks.
func PeriodsEnded(weeks agents.Week) int { return (3*max(int(weeks), 0) + 1) / cycleWeeks }

// WeeksOfPeriod is how many weeks of the period in progress a claim has completed.
func WeeksOfPeriod(weeks agents.Week) agents.Week {
	return weeks - agents.Week((PeriodsEnded(weeks)*cycleWeeks+1)/3)
}

// The first two periods end after so many of thirteen weeks.
const firstEnd, secondEnd = 4, 9

// endsPeriod tells whether a period ends when so many of thirteen weeks are over; when all
// of them are, none of the next are.
func endsPeriod(spent int) bool { return spent == 0 || spent == firstEnd || spent == secondEnd }

func inCycle(week int) int { return ((week % cycleWeeks) + cycleWeeks) % cycleWeeks }
