package analysis

// What a comparison adds about cost-effectiveness: what the department spends more for each
// job that people of the run take more, and for each year that they work more. Spending is
// in prices of the price year, discounted; jobs are those of the run, whatever others lose.
const (
	CostPerJob  = "cost_per_additional_job_pence"
	CostPerYear = "cost_per_additional_year_in_work_pence"
)

// Ratios are the outcomes that a comparison adds to those of the summary.
func Ratios() []string { return []string{Displaced, CostPerJob, CostPerYear} }

const (
	departmentValue = "value_department_pence"
	weeksInWork     = "weeks_in_work"
)

// A cost is spending for each of something that there is more of.
type cost struct {
	name, unit  string
	of, counted string  // the outcome that there is more of, and its unit
	ofThem      float64 // of these for one
}

var costs = []cost{
	{CostPerJob, "pence per job", exitsToWork, "exits", 1},
	{CostPerYear, "pence per year", weeksInWork, "weeks", 52},
}

// contrast is what a cost comes to in a cell of the department's account. Where it is not
// told from zero, or below it, that there is more of what it is for, no cost is identified.
func (x cost) contrast(v *values) func(cell Cell, baseline, regime string) (Contrast, bool) {
	return func(cell Cell, baseline, regime string) (Contrast, bool) {
		gain := cell
		gain.Outcome, gain.Unit = x.of, x.counted
		var spent, gained []float64
		for _, replicate := range v.replicates {
			before, after, paid := v.pair(cell, baseline, regime, replicate)
			without, with, worked := v.pair(gain, baseline, regime, replicate)
			if paid && worked {
				spent, gained = append(spent, before-after), append(gained, (with-without)/x.ofThem)
			}
		}
		cell.Outcome, cell.Unit = x.name, x.unit
		return ratio(cell, regime, spent, gained)
	}
}
