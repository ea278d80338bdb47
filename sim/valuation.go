package sim

import (
	"caseload/agents"
	"caseload/agents/exact"
)

// Valuation says what accounts are worth: in the prices of one year, discounted to week 0.
// It changes no life. Its money is in pence of that year's prices.
type Valuation struct {
	Levels    []float64 // price level by week from week 0, that of the price year being 1; the last holds on, none is 1
	Discount  Discount
	Work      WorkValue
	Services  HealthServices
	Wellbeing WellbeingValue
	Tail      Tail
}

// Discount holds the rates at which what comes later counts for less, shares a year of 52
// weeks: of money, and of wellbeing and health.
type Discount struct{ Money, Wellbeing float64 }

// WorkValue holds what work is worth to society.
type WorkValue struct {
	Output         float64 // what an employer has of a pound of pay, pounds
	DisplacedWeeks float64 // work that a competitor loses for good who is not hired
	DisplacedPay   float64 // output of a week of it
}

// HealthServices holds what the health services spend more on people who are not well.
type HealthServices struct {
	Distress float64 // on a case of distress, pence a week
}

// WellbeingValue holds what wellbeing is worth. One change is valued in one way: by life
// satisfaction without its money part, or by what distress takes of health.
type WellbeingValue struct {
	By             WellbeingMeasure
	Low, High      float64 // bounds of Wellby
	Wellby         float64 // a point of life satisfaction of a person for a year
	Qaly           float64 // a year in full health
	QalyOfDistress float64 // years in full health that a standard unit of distress takes in a year
}

// WellbeingMeasure is how wellbeing is valued.
type WellbeingMeasure uint8

// The measures.
const (
	Unvalued WellbeingMeasure = iota
	Wellbys
	Qalys
)

// Tail says what becomes, after the horizon, of the flow of the time before it.
type Tail struct {
	Rule  TailRule
	Weeks float64 // half-life, or weeks for which it goes on unchanged
}

// TailRule is a rule of a tail.
type TailRule uint8

// The rules.
const (
	NoTail TailRule = iota
	HalfLife
	Constant
)

// level is the price level in a week.
func (v *Valuation) level(week agents.Week) float64 {
	if len(v.Levels) == 0 {
		return 1
	}
	return v.Levels[min(max(int(week), 0), len(v.Levels)-1)]
}

// discounted is what a pound is worth at week 0 that comes so many weeks later.
func discounted(rate, weeks float64) float64 { return exact.Pow(1+rate, -weeks/52) }

// times is by how much the tail exceeds the flow of a week, seen from week 0: the sum over
// the weeks from the horizon on of what is left of the flow, discounted.
func (t Tail) times(rate float64, horizon agents.Week) float64 {
	weekly, at := discounted(rate, 1), discounted(rate, float64(horizon))
	switch t.Rule {
	case HalfLife:
		return at / (1 - float64(exact.Pow(0.5, 1/t.Weeks)*weekly))
	case Constant:
		if rate == 0 {
			return t.Weeks
		}
		return float64(at*(1-discounted(rate, t.Weeks))) / (1 - weekly)
	}
	return 0
}

// price is what a unit of wellbeing, as felt counts it, is worth: a hundredth of a point, or
// of a standard unit of distress, for a week.
func (w *WellbeingValue) price() float64 {
	switch w.By {
	case Wellbys:
		return w.Wellby / 100 / 52
	case Qalys:
		return float64(w.Qaly*w.QalyOfDistress) / 100 / 52
	}
	return 0
}

// counted is what is valued of wellbeing so far.
func (w *WellbeingValue) counted(l *ledger) int64 {
	if w.By == Qalys {
		return -l.Distress
	}
	return l.Satisfaction - l.MoneySatisfaction
}

// outcome is the name that the summary has for the value of wellbeing.
func (w *WellbeingValue) outcome() string {
	if w.By == Qalys {
		return "qaly_pence"
	}
	return "wellby_pence"
}
