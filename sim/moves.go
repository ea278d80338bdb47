package sim

import (
	"cmp"
	"math"
	"slices"

	"caseload/agents"
	"caseload/agents/exact"
	"caseload/policy"
	"caseload/sim/panel"
	"caseload/sim/rng"
)

// endings are this week's multiples of the hazard at which jobs end, by why they do.
type endings struct {
	quits, dismissals, contracts float64
	permanent, temporary         float64 // all of them, by kind of job
}

// endingsOf splits separations: quits follow demand, redundancies and dismissals follow the
// economy's separations, and the end of a temporary contract follows neither.
func (w *World) endingsOf(e Economy) endings {
	j := &w.Habits.Jobs
	x := endings{quits: float64(j.Quits * exact.Pow(max(e.Demand, 0.01), j.QuitElasticity)), dismissals: float64((1 - j.Quits) * e.Separations), contracts: j.TemporaryRatio - 1}
	x.permanent = x.quits + x.dismissals
	x.temporary = max(x.permanent+x.contracts, 0)
	return x
}

// reason is why a job ended, at a uniform draw.
func (x *endings) reason(u float64, temporary bool) panel.EndReason {
	all := x.permanent
	if temporary {
		all = x.temporary
	}
	switch at := float64(u * all); {
	case at < x.dismissals:
		return panel.Separated
	case at < x.dismissals+x.quits:
		return panel.Quit
	}
	return panel.ContractEnded
}

// ended counts a job that ended.
func (m *Demand) ended(why panel.EndReason) {
	switch why {
	case panel.Quit:
		m.Quits++
	case panel.Separated, panel.SubsidyEnded:
		m.Dismissals++
	case panel.ContractEnded:
		m.ContractEnds++
	}
}

// steps are the weekly chances of what people in work may do beside losing it.
type steps struct {
	looks float64 // at another job, the usual chance
	most  float64 // of either step, the most eager and promising
}

// stepsOf is the steps of a district's people in work: they look more where and when there
// are more vacancies.
func (w *World) stepsOf(d *District) steps {
	c := w.Habits
	tightness := d.Demand.Tightness
	if d.Demand.BaseOpen > 0 {
		tightness *= d.Demand.Open / d.Demand.BaseOpen
	}
	looks := min(c.Moves.Looks*w.economy.Switchers*tightness, 1.0/agents.MostEager)
	return steps{looks: looks, most: agents.MostEager * (looks + c.Progress.Chance)}
}

// moveOn is for who drew x in the range of steps: she looks at another job if she is eager
// enough, or is taken further in hers.
func (w *World) moveOn(d *District, i int32, x float64, s *steps) {
	p, c := w.People, w.Habits
	if p.JobSource[i] == agents.Created {
		if x < s.looks*w.looksFrom(i) {
			d.scratch.movers = append(d.scratch.movers, mover{row: i})
		}
		return
	}
	match, pushed := w.match(i), 1.0
	if p.Group[i] != policy.NoGroup {
		pushed = c.Pushed(float64(p.SeenLately[i]), float64(p.Helped[i]))
	}
	if all := float64(s.looks * agents.MostEager); x >= all {
		chance := c.Progress.Chance * min(c.Promise(w.skill(i), match)*pushed, agents.MostEager)
		if x -= all; x < chance {
			w.progress(i, x/chance)
		}
		return
	}
	if x < s.looks*min(c.Eagerness(match, p.Temporary[i], w.unwantedHours(i))*pushed, agents.MostEager) {
		d.scratch.movers = append(d.scratch.movers, mover{row: i})
	}
}

// progress brings full-time hours to some who want them, and higher pay to everybody else.
func (w *World) progress(i int32, u float64) {
	p, c := w.People, w.Habits
	if w.unwantedHours(i) && u < c.Progress.Hours {
		p.HoursTenths[i] = int16(exact.RoundInt64(c.Pay.FullHours * 10))
	} else {
		p.HourlyPay[i] += int32(exact.RoundInt64(float64(p.HourlyPay[i]) * c.Progress.Raise))
	}
	w.refreshPay(i)
}

// listing is a job that a rival took this week, and who may be that rival.
type listing struct {
	terms
	place       float64 // on a ring, so that one job more or less moves few people to another
	certificate bool
	switcher    bool // somebody in work; else somebody out of work
	gone        bool
	taker       agents.PersonID // if it is gone
	turn        float64         // of the taker
}

// listedMask covers the number of a job on the list in the key that puts jobs in the order of
// their places: the bits of a number from 0 to 1, of which the last are spared.
const listedMask = 1<<24 - 1

// free tells whether a job is there when a person's turn comes. In a held market it is the
// path's, and she finds gone what others took there before her turn.
func (w *World) free(job *listing, t mover) bool {
	id := w.People.ID[t.row]
	return !job.gone || w.hold.Market && (job.taker == id || t.turn < job.turn || t.turn == job.turn && id < job.taker)
}

// mover is somebody of the run who is one of the competitors this week.
type mover struct {
	row  int32
	out  bool // lost her job this week or was outside work, and will take what she gets
	why  panel.EndReason
	turn float64
}

// take lets people of the run be among the competitors who took vacancies this week: people
// out of work begin the jobs of rivals who had none, people in work look at one of those of
// switchers. Each job goes to one person at most, in an order that is drawn for each person.
// Where vacancies are no agents, and where none is left for who is out of work, the job is
// drawn.
func (w *World) take(d *District) {
	p, s := w.People, &d.scratch
	for k := range s.movers {
		s.movers[k].turn = w.u(s.movers[k].row, rng.Queue)
	}
	slices.SortFunc(s.movers, func(a, b mover) int {
		if a.turn != b.turn {
			return cmp.Compare(a.turn, b.turn)
		}
		return cmp.Compare(p.ID[a.row], p.ID[b.row])
	})
	s.places = s.places[:0]
	for k := range s.listed {
		s.places = append(s.places, math.Float64bits(s.listed[k].place)&^listedMask|uint64(k))
	}
	slices.Sort(s.places)
	for _, t := range s.movers {
		if p.Status[t.row] == agents.Applying { // with her partner
			continue
		}
		i, k := t.row, w.inReach(d, t)
		job := terms{}
		switch {
		case k >= 0:
			job = s.listed[k].terms
		case t.out || w.Market.Matching == Aggregate:
			job = w.offered(i)
		default:
			continue
		}
		if !t.out && !w.wouldMove(i, job) {
			continue
		}
		if k >= 0 {
			w.giveTo(&s.listed[k], t)
		}
		w.changeJob(d, t)
		w.startJob(d, i, job)
	}
}

// giveTo takes a job off the list. In a held market nobody misses it.
func (w *World) giveTo(job *listing, t mover) {
	if !w.hold.Market {
		job.gone, job.taker, job.turn = true, w.People.ID[t.row], t.turn
	}
}

// changeJob closes what a mover leaves for a job.
func (w *World) changeJob(d *District, t mover) {
	switch {
	case !t.out:
		w.endJob(d, t.row, panel.ToJob, panel.ChangedJob)
		w.People.Total.JobToJob[t.row]++
		d.Demand.JobToJob++
	case w.People.Status[t.row] == agents.Employed:
		w.endJob(d, t.row, panel.ToJob, t.why)
	default:
		w.endSpell(d, t.row, panel.ToWork)
	}
}

// inReach is the first job on the list, from a place that is drawn, which a person may take:
// of her own occupation group unless she looks beyond, and without a certificate that she
// lacks; -1 if there is none.
func (w *World) inReach(d *District, t mover) int {
	p, list := w.People, d.scratch.listed
	if len(list) == 0 {
		return -1
	}
	beyond := w.u(t.row, rng.Beyond) < w.Market.Employers.Mobility
	u := w.u(t.row, rng.Listed)
	first, _ := slices.BinarySearch(d.scratch.places, math.Float64bits(u))
	for n := range list {
		at := first + n
		if at >= len(list) {
			at -= len(list)
		}
		k := int(d.scratch.places[at] & listedMask)
		job := &list[k]
		if w.free(job, t) && job.switcher != t.out && (beyond || job.occupation == p.Occupation[t.row]) && (!job.certificate || p.Certificate[t.row]) {
			return k
		}
	}
	return -1
}

// wouldMove tells whether somebody leaves her job for another: it pays enough more a week,
// net of tax, awards and costs, to make up for the tenure that she loses, and is not
// temporary where hers is not.
func (w *World) wouldMove(i int32, job terms) bool {
	p := w.People
	if job.temporary && !p.Temporary[i] {
		return false
	}
	gross := (int64(w.paidTo(i, job.hourly))*int64(job.hoursTenths) + 5) / 10
	var h policy.Household
	w.householdOf(i, &h)
	h.HoursTenths = job.hoursTenths
	now := int64(p.NetPay[i]-p.CareCost[i]-p.TravelCost[i]) + policy.WeeklyFromMonthly(int64(p.AwardMonthly[i]))
	gain := w.left(i, &h, gross) - now
	return float64(gain) >= w.Habits.AskedOnTop(w.Week-p.JobSince[i])
}
