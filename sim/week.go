package sim

import "caseload/agents"

// A stage is one part of a week. It works on one district and touches no other.
type stage struct {
	name string
	run  func(w *World, d *District)
}

// week is the stages in the order in which they happen. What a stage decides is there
// for the stages after it: who finds work this week is paid this week.
var week = []stage{
	{"claims", claims},         // arrivals and the separated apply; claims open; lists by state are made
	{"household", household},   // birthdays bring other groups; pension age; moves to other benefits
	{"diary", diary},           // interviews due are booked into the minutes that coaches have
	{"interview", interview},   // booked claimants come or do not
	{"compliance", compliance}, // failures are excused or referred, decided, complied with
	{"matching", matching},     // effort, offers and hires; vacancies are filled, lapse and are created
	{"jobs", jobs},             // jobs end; those outside benefit and work come back
	{"money", money},           // awards, sanctions, pay and tax; what was lost is remembered
	{"close", closeWeek},       // flows are counted against stocks
}

// move gives a person another status and counts the flow.
func (w *World) move(d *District, i int32, to agents.Status) {
	from := w.People.Status[i]
	d.Flow[from][to]++
	w.People.Status[i] = to
	w.People.Since[i] = w.Week
}
