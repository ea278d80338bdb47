package scenarios

import (
	"fmt"

	"caseload/agents"
	"caseload/policy"
	"caseload/policy/source"
	"caseload/sim"
	"caseload/sim/panel"
)

// Valuation says what the accounts of a run are worth: in which prices, how much less what
// comes later counts, and what work, health services and wellbeing are worth. It changes no
// life.
type Valuation struct {
	PriceYear source.Date    `file:"price_year" doc:"a day of the financial year in whose prices everything is worth what it is worth"`
	Deflator  Deflator       `file:"deflator" doc:"how prices move"`
	Discount  Discount       `file:"discount" doc:"how much less counts what comes a year later"`
	Work      WorkValue      `file:"work" doc:"what work is worth to society"`
	Services  HealthServices `file:"health_services" doc:"what the health services spend on people who are not well"`
	Wellbeing WellbeingValue `file:"wellbeing" doc:"what wellbeing is worth"`
	Tail      Tail           `file:"tail" doc:"what becomes after the horizon of what happened before it; it has lines of its own"`
}

// Deflator is a price level by date.
type Deflator struct {
	At    source.Position
	Years []PriceLevel `file:"years" doc:"levels in order of time; before the first and after the last they are held"`
}

// PriceLevel is the price level from a day on.
type PriceLevel struct {
	At    source.Position
	From  source.Date     `file:"from" doc:"first day of the year"`
	Level source.Quantity `file:"level" unit:"number" min:"0.1" max:"10000" doc:"price level; only its ratio to that of another year counts"`
}

// Discount mirrors sim.Discount.
type Discount struct {
	Money     source.Quantity `file:"money" unit:"share/year" min:"0" max:"0.5" doc:"discount rate of money"`
	Wellbeing source.Quantity `file:"wellbeing" unit:"share/year" min:"0" max:"0.5" doc:"discount rate of wellbeing and health"`
}

// WorkValue mirrors sim.WorkValue.
type WorkValue struct {
	Output         source.Quantity `file:"output" unit:"share" min:"0" max:"5" doc:"what an employer has of work, as a share of the gross pay"`
	DisplacedWeeks source.Quantity `file:"displaced" unit:"weeks" min:"0" max:"520" doc:"work that a competitor loses for good by not being hired once; 0 where what others lose is not counted"`
	DisplacedPay   source.Quantity `file:"displaced_pay" unit:"£/week" min:"0" max:"1000000" doc:"output of a week of it, prices of the price year"`
}

// HealthServices mirrors sim.HealthServices.
type HealthServices struct {
	Distress source.Quantity `file:"distress" unit:"£/week" min:"0" max:"100000" doc:"what they spend more on a case of distress"`
	Prices   source.Date     `file:"prices_of" doc:"a day of the year in whose prices that is"`
}

// WellbeingValue mirrors sim.WellbeingValue.
type WellbeingValue struct {
	By             source.Text     `file:"by" oneof:"none,wellby,qaly" doc:"wellby: life satisfaction without its money part; qaly: health, as far as distress takes it; never both, since distress is part of life satisfaction"`
	Wellby         source.Quantity `file:"wellby" unit:"£" min:"1" max:"100000000" doc:"a point of life satisfaction of a person for a year"`
	Low            source.Quantity `file:"wellby_low" unit:"£" min:"0" max:"100000000" doc:"the least that it may be worth"`
	High           source.Quantity `file:"wellby_high" unit:"£" min:"0" max:"100000000" doc:"the most that it may be worth"`
	Prices         source.Date     `file:"wellby_prices_of" doc:"a day of the year in whose prices these are"`
	Qaly           source.Quantity `file:"qaly" unit:"£" min:"0" max:"1000000000" doc:"a year in full health"`
	QalyPrices     source.Date     `file:"qaly_prices_of" doc:"a day of the year in whose prices that is"`
	QalyOfDistress source.Quantity `file:"qaly_of_distress" unit:"number" min:"0" max:"1" doc:"years in full health that a standard unit of distress takes in a year"`
}

// Tail mirrors sim.Tail.
type Tail struct {
	Rule  source.Text     `file:"rule" oneof:"none,half_life,constant" doc:"none: nothing counts after the horizon; half_life: what flows at the end goes on and halves; constant: it goes on unchanged, and ends"`
	Weeks source.Quantity `file:"weeks" unit:"weeks" min:"1" max:"5200" doc:"the half-life, or how long it goes on"`
}

// Check requires levels in order of time.
func (d *Deflator) Check(c *source.Checker) {
	var days []source.Date
	for k := range d.Years {
		days = append(days, d.Years[k].From)
	}
	if c.Ascending("years", days...); len(days) == 0 {
		c.Problem(d.At, "years", string(levelsEmpty), "write at least one; where prices do not move, one is enough")
	}
}

// on is the price level on a day.
func (d *Deflator) on(day source.Date) float64 {
	level := d.Years[0].Level.Value
	for k := range d.Years {
		if d.Years[k].From.Days <= day.Days {
			level = d.Years[k].Level.Value
		}
	}
	return level
}

var (
	measures = map[string]sim.WellbeingMeasure{"none": sim.Unvalued, "wellby": sim.Wellbys, "qaly": sim.Qalys}
	tails    = map[string]sim.TailRule{"none": sim.NoTail, "half_life": sim.HalfLife, "constant": sim.Constant}
)

// valuation is what the engine is told, all money in prices of the price year.
func (v *Valuation) valuation(start policy.Date, horizon agents.Week) sim.Valuation {
	var to sim.Valuation
	year := v.Deflator.on(v.PriceYear)
	for week := range horizon {
		to.Levels = append(to.Levels, v.Deflator.on(source.Date{Days: int32(start.AddWeeks(int(week)))})/year)
	}
	carry(&to.Discount, v.Discount)
	carry(&to.Work, v.Work)
	carry(&to.Services, v.Services)
	carry(&to.Wellbeing, v.Wellbeing)
	carry(&to.Tail, v.Tail)
	to.Wellbeing.By, to.Tail.Rule = measures[v.Wellbeing.By.Value], tails[v.Tail.Rule.Value]
	in := func(pence *float64, prices source.Date) { *pence = float64(*pence*year) / v.Deflator.on(prices) }
	in(&to.Services.Distress, v.Services.Prices)
	for _, pence := range [...]*float64{&to.Wellbeing.Wellby, &to.Wellbeing.Low, &to.Wellbeing.High} {
		in(pence, v.Wellbeing.Prices)
	}
	in(&to.Wellbeing.Qaly, v.Wellbeing.QalyPrices)
	return to
}

// Told is how a run says that its accounts were valued.
func (v *Valuation) Told() panel.Valuation {
	told := panel.Valuation{PriceYear: policy.DateFrom(v.PriceYear).FinancialYear().String(),
		DiscountMoney: v.Discount.Money.Value, DiscountWellbeing: v.Discount.Wellbeing.Value, Wellbeing: v.Wellbeing.By.Value}
	switch v.Tail.Rule.Value {
	case "none":
		told.Tail = "nothing counts after the run"
	case "half_life":
		told.Tail = fmt.Sprintf("what flows at the end of the run goes on and halves every %s", v.Tail.Weeks)
	case "constant":
		told.Tail = fmt.Sprintf("what flows at the end of the run goes on for %s", v.Tail.Weeks)
	}
	return told
}
