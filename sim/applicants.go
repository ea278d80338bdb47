package sim

import (
	"strconv"

	"caseload/agents"
)

// VacancyName is what names a vacancy: its district, the week in which it was created and
// its serial number among those. The zero value is no vacancy.
type VacancyName struct {
	District int16
	Created  agents.Week
	Serial   uint32
}

// String is district/week/serial, as in 2/17/4; the vacancies of the starting state have
// an s before their number, those that job developers brought about a d.
func (v VacancyName) String() string {
	serial := strconv.Itoa(int(v.Serial))
	switch {
	case v.Serial >= openingSerial:
		serial = "s" + strconv.Itoa(int(v.Serial-openingSerial))
	case v.Serial >= developedSerial:
		serial = "d" + strconv.Itoa(int(v.Serial-developedSerial))
	}
	return strconv.Itoa(int(v.District)) + "/" + strconv.Itoa(int(v.Created)) + "/" + serial
}

// vacancyName is the name of the vacancy at a place of the district's list.
func (d *District) vacancyName(place int32) VacancyName {
	return VacancyName{d.Number, d.Vacancies.Created[place], d.Vacancies.Serial[place]}
}

// taker is who took a vacancy this week.
type taker struct{ vacancy, row int32 }

// hired notes that a person starts the job of an offer, in her own district or another.
func (l *Log) hired(w *World, o offer, name VacancyName) {
	if l.KeepEvents {
		if o.vacancy >= 0 {
			l.takers = append(l.takers, taker{o.vacancy, o.row})
		}
		l.keep(w, o.row, Event{Kind: "job_started", Coach: noCoach, Vacancy: name, Pence: agents.Pence(w.People.GrossPay[o.row])})
	}
}

// offered notes what became of an offer, with the weekly pay that the person would have.
func (l *Log) offered(w *World, i int32, kind string, name VacancyName, hourly int32, hoursTenths int16) {
	if l.KeepEvents {
		l.keep(w, i, Event{Kind: kind, Coach: noCoach, Vacancy: name, Pence: agents.Pence(grossOf(w.paidTo(i, hourly), hoursTenths))})
	}
}

// tellApplicants says what became of every application that was shortlisted this week and
// brought no job: the vacancy was refused, or another had it. Whoever found work has no
// more questions.
func (w *World) tellApplicants(d *District) {
	s := &d.scratch
	for k, a := range s.applications {
		if a.row < 0 || w.People.Status[a.row] != agents.Claimant {
			continue // who applied from another district is told there
		}
		e := Event{Kind: "not_chosen", Coach: noCoach, Vacancy: d.vacancyName(a.vacancy)}
		by := d.Log.takerOf(a.vacancy)
		rival := s.rivals[a.vacancy]
		switch {
		case rival.there && rival.score >= a.score:
			e.Detail = "taken by a competitor"
		case d.Vacancies.Promised[a.vacancy]:
			e.Detail = "offered to a person of another district"
		case by >= 0 && above(s.applications[:k], a.vacancy, by):
			e.Detail = "taken by person " + strconv.Itoa(int(w.People.ID[by]))
		default:
			v := &d.Vacancies
			d.Log.offered(w, a.row, "offer_refused", e.Vacancy, v.HourlyPay[a.vacancy], v.HoursTenths[a.vacancy])
			continue
		}
		d.Log.event(w, a.row, e)
	}
	d.Log.takers = d.Log.takers[:0]
}

// takerOf is the row of whoever took a vacancy this week, or -1.
func (l *Log) takerOf(vacancy int32) int32 {
	for _, t := range l.takers {
		if t.vacancy == vacancy {
			return t.row
		}
	}
	return -1
}

// above tells whether a row stands on a vacancy's shortlist among those that end a list of
// applications.
func above(applications []application, vacancy, row int32) bool {
	for k := len(applications) - 1; k >= 0 && applications[k].vacancy == vacancy; k-- {
		if applications[k].row == row {
			return true
		}
	}
	return false
}
