package sim

import (
	"slices"

	"caseload/agents"
	"caseload/agents/exact"
)

// Shared is a way by which other people's lives reached the person's, as far as the events
// of the week show it.
type Shared struct {
	Channel Channel
	Numbers [2]int64 // of the channel, in either world
	Vacancy string   // of ByVacancy
	Takers  [2]*Turn // who took it in either world; nil where no person of the run did
	Fates   [2]Fate  // of the vacancy
	Served  [2][]Turn
}

// Channel is a kind of thing that people share.
type Channel string

// The channels.
const (
	// ByMinutes is the interview minutes of the office, or of one coach: Served are those who
	// had them in one world and not in the other.
	ByMinutes Channel = "minutes"
	// ByCoach is who is whose coach, which goes by how many each holds.
	ByCoach Channel = "coach"
	// ByPartner is what the partner did with whom she has one award; Takers are the partner.
	ByPartner Channel = "partner"
	// ByVacancy is a vacancy that she got or was shortlisted to in one world.
	ByVacancy Channel = "vacancy"
	// ByMarket is the open vacancies of the district; Numbers are how many there were.
	ByMarket Channel = "market"
	// BySanctions is what claimants of the district are seen to lose to sanctions, pence a
	// week on average lately; Numbers are thousandths of that.
	BySanctions Channel = "sanctions"
)

// Fate is what had become of a vacancy by the end of the week.
type Fate string

// The fates.
const (
	Taken       Fate = "taken"      // by a person of the run
	ByOutsiders Fate = "competitor" // who is outside the run
	StillOpen   Fate = "open"       // and may choose later
	NotThere    Fate = "not_there"  // never created, withdrawn, or taken by a competitor before
)

// fate is what has become of a vacancy in a world.
func (p *pair) fate(side int, name VacancyName) Fate {
	if _, taken := p.takers[side][name]; taken {
		return Taken
	}
	d := p.sides[side].d
	for k := range d.Vacancies.Len() {
		if d.vacancyName(int32(k)) == name {
			return StillOpen
		}
	}
	for _, e := range d.Log.Events {
		if e.Kind == "not_chosen" && e.Vacancy == name {
			return ByOutsiders
		}
	}
	return NotThere
}

// share looks for what reached her through others in a stage. before is the moment ahead
// of it.
func (p *pair) share(stage string, before int) {
	a, b := &p.moments[0][before], &p.moments[1][before]
	switch stage {
	case "diary", "interview":
		p.shareMinutes()
	case "matching":
		p.shareVacancy()
		if p.apart && a.open != b.open {
			p.parting.Shared = append(p.parting.Shared, Shared{Channel: ByMarket, Numbers: [2]int64{int64(a.open), int64(b.open)}})
		}
	}
	if p.differs("Coach") && (stage == "claims" || stage == "household") {
		p.parting.Shared = append(p.parting.Shared, Shared{Channel: ByCoach})
	}
	feared := stage == "matching" && p.differs("Applications") || stage == "interview" && p.differs("InterviewsHeld")
	if feared && a.loss != b.loss {
		thousandths := func(x float64) int64 { return exact.RoundInt64(x * 1000) }
		p.parting.Shared = append(p.parting.Shared, Shared{Channel: BySanctions, Numbers: [2]int64{thousandths(a.loss), thousandths(b.loss)}})
	}
	p.sharePartner()
}

// sharePartner names the partner where the news of pay differs, or where nothing else does and
// the partner's lives have parted before.
func (p *pair) sharePartner() {
	w := p.sides[0].w
	j, is := w.partner(p.row)
	if !is || !p.differs("PartnerPay") && (len(p.parting.Shared) > 0 || p.turns[w.People.ID[j]] == nil) {
		return
	}
	turn := p.turnOf(w.People.ID[j])
	p.parting.Shared = append(p.parting.Shared, Shared{Channel: ByPartner, Takers: [2]*Turn{&turn, &turn}})
}

// differs tells whether a column is among those in which the lives part.
func (p *pair) differs(column string) bool {
	return slices.ContainsFunc(p.parting.Columns, func(c ColumnDifference) bool { return c.Name == column })
}

// shareMinutes finds out whether her interview was another for want of minutes: deferred,
// shorter, or with another coach.
func (p *pair) shareMinutes() {
	var mine [2]*Event
	for side, r := range p.sides {
		for k := range r.d.Log.Events {
			if e := &r.d.Log.Events[k]; e.Person == r.w.People.ID[p.row] && (isInterview(e) || e.Kind == "interview_deferred") && mine[side] == nil {
				mine[side] = e
			}
		}
	}
	if mine[0] == nil || mine[1] == nil || mine[0].Minutes == mine[1].Minutes && mine[0].Coach == mine[1].Coach {
		return
	}
	s := Shared{Channel: ByMinutes, Numbers: [2]int64{int64(mine[0].Minutes), int64(mine[1].Minutes)}}
	for side := range p.sides {
		s.Served[side] = p.servedOnly(side)
	}
	p.parting.Shared = append(p.parting.Shared, s)
}

func isInterview(e *Event) bool { return e.Kind == "interview_held" || e.Kind == "interview_missed" }

// servedOnly are the people of her office who had minutes in one world and not in the other.
func (p *pair) servedOnly(side int) (list []Turn) {
	office := p.sides[0].w.People.Office
	served := func(side int) map[agents.PersonID]bool {
		ids := map[agents.PersonID]bool{}
		for _, e := range p.sides[side].d.Log.Events {
			if isInterview(&e) {
				ids[e.Person] = true
			}
		}
		return ids
	}
	others := served(1 - side)
	r := p.sides[side]
	row := map[agents.PersonID]int32{}
	for i := r.d.First; i < r.d.Next; i++ {
		row[r.w.People.ID[i]] = i
	}
	for _, e := range r.d.Log.Events {
		if isInterview(&e) && !others[e.Person] && row[e.Person] != p.row && office[row[e.Person]] == office[p.row] {
			list = append(list, p.turnOf(e.Person))
		}
	}
	return list
}

// turnOf is where another person's two lives parted.
func (p *pair) turnOf(person agents.PersonID) Turn {
	if t := p.turns[person]; t != nil {
		return *t
	}
	return Turn{Person: person, Week: agents.Never}
}

// shareVacancy finds the vacancy about which her events differ, and who took it.
func (p *pair) shareVacancy() {
	her := p.sides[0].w.People.ID[p.row]
	var mine [2][]VacancyName
	for side, r := range p.sides {
		for _, e := range r.d.Log.Events {
			if e.Person == her && e.Vacancy != (VacancyName{}) && !slices.Contains(mine[side], e.Vacancy) {
				mine[side] = append(mine[side], e.Vacancy)
			}
		}
	}
	for _, name := range slices.Concat(mine[0], mine[1]) {
		s := Shared{Channel: ByVacancy, Vacancy: name.String()}
		for side := range p.sides {
			s.Fates[side] = p.fate(side, name)
			if taken, is := p.takers[side][name]; is {
				t := p.turnOf(taken.person)
				if taken.person == her {
					t = Turn{Person: her, Week: taken.week}
				}
				s.Takers[side] = &t
			}
		}
		took := func(side int) agents.PersonID {
			if s.Takers[side] == nil {
				return -1
			}
			return s.Takers[side].Person
		}
		applied := slices.Contains(mine[0], name) == slices.Contains(mine[1], name)
		if took(0) == took(1) && applied || slices.ContainsFunc(p.parting.Shared, func(x Shared) bool { return x.Vacancy == s.Vacancy }) {
			continue
		}
		p.parting.Shared = append(p.parting.Shared, s)
	}
}
