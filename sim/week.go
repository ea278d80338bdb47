package sim

import "caseload/agents"

// A Stage is one part of a week. It works on one district and touches no other.
type Stage struct {
	Name string
	Does string
	run  func(w *World, d *District)
}

// Week is the stages in the order in which they happen. What a stage decides is there for
// the stages after it: who finds work this week is paid this week.
func Week() []Stage { return week }

var week = []Stage{
	{"economy", "vacancies are created in each district and occupation group", economy},
	{"claims", "rates by date come into force; arrivals and the separated apply; claims whose time has come open; pension age is reached; lists by state are made", claims},
	{"health", "limiting conditions begin, flare and end; claims for reasons of health are assessed, looked at again and reviewed", health},
	{"household", "birthdays and durations bring other conditionality groups; claimants with a condition ask for an assessment", household},
	{"diary", "interviews that are due are booked into the minutes of the coaches who are present, office by office", diary},
	{"interview", "job developers bring vacancies in; booked claimants come or do not, and coaches do what they do", interview},
	{"support", "the fund pays for what coaches have asked of it, while there is money; local partners end with claimants and take others from their lists", support},
	{"signing", "where a regime has it, those who have to search come to declare that they do, to staff of their own", signing},
	{"compliance", "people get in touch again; referrals are decided; sanctions begin", compliance},
	{"programmes", "places are given to those who wait; who takes part attends, gives up or completes", programmes},
	{"providers", "contracts pay for last week; providers divide this week's staff among their participants", providers},
	{"matching", "effort becomes effective search, search meets vacancies, jobs are found; vacancies are filled, lapse and are created", matching},
	{"jobs", "jobs end; people in work look at the jobs that rivals took or are taken further in their own; people outside work and requirements come back; claimants leave for nothing", jobs},
	{"wellbeing", "latent functions, distress and self-efficacy move towards what people's circumstances make of them", wellbeing},
	{"money", "pay and tax are paid; awards of periods that end are worked out, those due are paid; what was lost is remembered", money},
	{"close", "flows are counted against stocks, coaches are paid", closeWeek},
}

// move gives a person another status and counts the flow. Skill is worked out where work
// begins or ends, since it changes differently after; so is how she fares.
func (w *World) move(d *District, i int32, to agents.Status) {
	from := w.People.Status[i]
	if from != agents.Absent {
		w.feel(i, w.Week-1)
	}
	if from == agents.Claimant {
		w.scarred(i)
	}
	if (from == agents.Employed) != (to == agents.Employed) {
		w.People.SkillAt[i], w.People.SkillSince[i] = float32(w.skill(i)), w.Week
	}
	d.Flow[from][to]++
	w.People.Status[i] = to
	w.People.Since[i], w.People.NextFact[i] = w.Week, w.Week // what she is depends on what she does
	w.news(i)
}
