package sim

import (
	"reflect"
	"slices"

	"caseload/agents"
	"caseload/sim/panel"
)

// What tests of package sim_test need of the inside.

// RunStage runs one stage of the present week on every district.
func (w *World) RunStage(name string) {
	for k := range w.Districts {
		for _, s := range week {
			if s.Name == name {
				s.run(w, &w.Districts[k])
			}
		}
	}
}

// Prepare looks up the rules and rates of the present week.
func (w *World) Prepare() { w.prepare() }

// ZeroCounts starts all counting again.
func (w *World) ZeroCounts() { w.zeroCounts() }

// Booking is an interview that was asked for and, unless coach is -1, booked.
type Booking struct {
	Person         agents.PersonID
	Coach, Minutes int
	First          bool
}

// Bookings are those of this week, in row order.
func (w *World) Bookings() []Booking {
	var list []Booking
	for k := range w.Districts {
		for _, r := range w.Districts[k].scratch.requests {
			list = append(list, Booking{w.People.ID[r.row], int(r.coach), int(r.minutes), r.first})
		}
	}
	return list
}

// SortKeys sorts keys of requests with a slice to work in.
func SortKeys(keys, spare []uint64) (sorted, rest []uint64) { return sortKeys(keys, spare) }

// Level is the rung of the ladder for a failure.
func (w *World) Level(i int32, failure agents.Week) int {
	return w.rung(i, w.Regime.Plan.Missed, failure)
}

// Shortlisted is how many applications were shortlisted this week, and by how many
// vacancies that choose.
func (d *District) Shortlisted() (applications, choosing int) {
	for o := range Occupations {
		choosing += len(d.scratch.choosing[o])
	}
	return len(d.scratch.applications), choosing
}

// Applicants are the persons whose applications were shortlisted this week.
func (w *World) Applicants(d *District) map[agents.PersonID]bool {
	ids := map[agents.PersonID]bool{}
	for _, a := range d.scratch.applications {
		ids[w.People.ID[a.row]] = true
	}
	return ids
}

// Applying is the mass of competitors this week as a ratio to the starting state.
func (w *World) Applying() float64 { return w.applying() }

// Listed is how many jobs switchers took this week, and how many of all that rivals took
// went to people of the run.
func (d *District) Listed() (switchers, taken int) {
	for _, job := range d.scratch.listed {
		if job.switcher {
			switchers++
		}
		if job.gone {
			taken++
		}
	}
	return switchers, taken
}

// SkillNow is a person's skill.
func (w *World) SkillNow(i int32) float64 { return w.skill(i) }

// Pressed is what sanctions take off a claimant's reservation wage.
func (w *World) Pressed(i int32) float64 { return w.pressed(i) }

// Accepts tells whether a claimant takes a full-time job at an hourly pay.
func (w *World) Accepts(i, hourly int32) bool {
	return w.accepts(i, terms{hourly: hourly, hoursTenths: 370}, 0)
}

// AcceptsShort tells the same of a temporary job of twenty-five hours.
func (w *World) AcceptsShort(i, hourly int32) bool {
	return w.accepts(i, terms{hourly: hourly, hoursTenths: 250, temporary: true}, 0)
}

// A Submitted is a submission of this week.
type Submitted struct {
	Row, Vacancy int32
	Required     bool
}

// Submissions are those of this week, once the interviews are over.
func (d *District) Submissions() []Submitted {
	var list []Submitted
	for _, s := range d.scratch.submissions {
		list = append(list, Submitted{s.row, s.vacancy, s.required})
	}
	return list
}

// Bank is how many notified vacancies choose this week.
func (d *District) Bank() int {
	n := 0
	for o := range d.scratch.bank {
		n += len(d.scratch.bank[o])
	}
	return n
}

// UnderSubsidy is the chance that a subsidised job ends this week.
func (w *World) UnderSubsidy(i int32, usual float64) float64 { return w.underSubsidy(i, usual) }

// Merit is what an employer makes of an applicant before the noise, less what a gap costs.
func (w *World) Merit(i int32) float64 {
	skill, _ := w.merits(&w.Districts[0], i)
	return skill
}

// FindsWork lets a claimant begin a job at the pay of some hours.
func (w *World) FindsWork(i, hourly int32, hoursTenths int16) {
	d := w.districtOf(i)
	w.endSpell(d, i, panel.ToWork)
	w.enterJob(d, i, terms{hourly: hourly, hoursTenths: hoursTenths})
}

// NewWorldTurned is NewWorld with the rows of those who are there from the start the other way
// round in every district.
func NewWorldTurned(c *Config) *World {
	return build(c, func(w *World) {
		for k := range w.Districts {
			d := &w.Districts[k]
			turned := func(i int32) int32 {
				if i < d.First+d.Attached {
					return d.First + (d.First + d.Attached - 1 - i)
				}
				return i
			}
			w.People.Columns(func(_ string, slice any) {
				swap := reflect.Swapper(reflect.ValueOf(slice).Elem().Interface())
				for i := range d.Attached / 2 {
					swap(int(d.First+i), int(turned(d.First+i)))
				}
			})
			for i := d.First; i < d.Last; i++ {
				if apart := w.People.Couple[i]; apart != 0 {
					w.People.Couple[i] = turned(turned(i)+apart) - i
				}
			}
			for j, i := range d.Couples { // the lower number is still the first
				d.Couples[j] = turned(i)
			}
			slices.Sort(d.Couples)
		}
	})
}

// LookAtAll makes household look at every claimant this week.
func (w *World) LookAtAll() { w.rulesSince = w.Week }

// PanelRows are the rows of a panel with some columns, counted since an earlier state of the world.
func (w *World) PanelRows(earlier *World, columns ...string) (rows []panel.PanelRow) {
	before := newCounted(w.People.Len())
	before.take(earlier.People)
	before.only(columns)
	o := newPanelObserver(w, nil, columns, "", 1, before, func() int { return 1 })
	_ = o.rows(w, func(_ int, some []panel.PanelRow) error { rows = append(rows, some...); return nil })
	return rows
}
