package agents

import (
	"math" // Sqrt is correctly rounded on every processor

	"caseload/agents/exact"
)

// Activity is a part of an interview.
type Activity uint8

// The activities, in the order of the tables.
const (
	Check      Activity = iota // of evidence that the requirement was met
	Planning                   // of the next steps of the search
	Encourage                  // the talk that builds rapport
	Activities                 // number of activities
)

// Coach is what makes one coach another, drawn from her own keys before any rule is asked.
type Coach struct {
	Skill      float64 // what her interviews add to search; 0 or more, mean 1 among coaches
	Strictness float64 // standard units
	Rapport    float64 // standard units; disposition to enable rather than police
}

// NewCoach draws a coach from three uniforms. Skill is a normal score cut off at nothing
// and brought to mean 1, so that a wide spread leaves the lower half with next to no
// effect and the upper half with next to twice the mean (Schiprowski 2020).
func (c *Constants) NewCoach(skill, strictness, rapport float64) Coach {
	s := c.Coaching.SkillSpread
	z, r := exact.NormalQuantile(strictness), c.Coaching.Policing
	return Coach{
		Skill:      max(0, 1+float64(s*exact.NormalQuantile(skill))) / c.MeanSkill,
		Strictness: z,
		Rapport:    float64(exact.NormalQuantile(rapport)*math.Sqrt(1-float64(r*r))) - float64(r*z),
	}
}

// meanSkill is the mean of a normal variable of mean 1 and the given spread, cut off at 0.
func meanSkill(spread float64) float64 {
	if spread <= 0 {
		return 1
	}
	x := 1 / spread
	density := exact.Exp(-float64(x*x)/2) * 0.3989422804014327
	return exact.NormalCDF(x) + float64(spread*density)
}

// Learned is how far, from 0 to 1, a coach has come in training after some weeks.
func Learned(weeks, training Week) float64 {
	if weeks >= training {
		return 1
	}
	return float64(max(weeks, 0)) / float64(training)
}

// Between is what lies the given part of the way from a newcomer's value to 1.
func Between(newcomer, learned float64) float64 {
	return newcomer + float64((1-newcomer)*learned)
}

// Content is how a coach divides an interview: the shares that are asked of her, tilted
// by her disposition, a strict one towards checking and an enabling one towards
// encouragement. Where nothing is asked it is the content that effects refer to.
func (c *Constants) Content(asked [Activities]float64, strictness, rapport float64) [Activities]float64 {
	share := asked
	if asked == ([Activities]float64{}) {
		share = c.Reference
	}
	share[Check] = float64(share[Check] * exact.Exp(c.Coaching.Tilt*strictness))
	share[Encourage] = float64(share[Encourage] * exact.Exp(c.Coaching.Tilt*rapport))
	whole := share[Check] + share[Planning] + share[Encourage]
	for a := range share {
		share[a] /= whole
	}
	return share
}

// Yield is what some minutes of an activity achieve, 1 at the minutes of the reference
// interview. It rises ever more slowly: m/(m+h).
func (c *Constants) Yield(a Activity, minutes float64) float64 {
	return float64(minutes / (minutes + c.HalfMinutes[a]) * c.YieldScale[a])
}

// Helped is what an interview adds to search, 1 for the reference interview of the mean
// coach. A part of it is that the interview takes place; the rest depends on how long
// the next steps were planned.
func (c *Constants) Helped(skill, planning float64) float64 {
	return float64(skill * (1 - c.Coaching.Content + float64(c.Coaching.Content*c.Yield(Planning, planning))))
}

// Remembered is a mean over the interviews in memory after one more of them. It does not
// change as all of them fade alike.
func Remembered(mean, interviews, next float64) float64 {
	return (float64(mean*interviews) + next) / (interviews + 1)
}

// RapportWon is the share of missing rapport that a coach of the given disposition wins
// in the reference interview.
func (c *Constants) RapportWon(disposition float64) float64 {
	s := c.Coaching.RapportSpread
	return c.Coaching.RapportGain * exact.Exp(float64(s*disposition)-float64(float64(s*s)/2))
}

// RapportWonIn is that share for an interview with some minutes of encouragement by a coach who
// wins the given one in the reference interview.
func (c *Constants) RapportWonIn(encouragement, won float64) float64 {
	return min(won*c.Yield(Encourage, encouragement), 1)
}

// RapportAfter is rapport, 0 to 1, once a share of what is missing has been won.
func RapportAfter(rapport, won float64) float64 { return rapport + float64((1-rapport)*won) }

// Spends is the chance that a coach spends on a claimant, where the mean coach does with the
// given one, for a disposition in standard units.
func (c *Constants) Spends(chance, disposition float64) float64 {
	odds := float64(chance * exact.Exp(c.Coaching.SpendingSpread*disposition))
	return odds / (1 - chance + odds)
}

// Strictly is a chance that the mean coach acts against a claimant, for a coach of the
// given strictness. more is what else moves the log odds.
func (c *Constants) Strictly(chance, strictness, more float64) float64 {
	return Shifted(chance, float64(c.Coaching.StrictnessSpread*strictness)+more)
}

// Shifted is a chance with its log odds moved.
func Shifted(chance, more float64) float64 {
	if more == 0 {
		return chance
	}
	odds := float64(chance * exact.Exp(more))
	return odds / (1 - chance + odds)
}

// Judged is the fifth of readiness in which a coach believes a claimant to be: the true
// one, 1 to 5, with an error of hers.
func (c *Constants) Judged(readiness uint8, draw float64) uint8 {
	return judged(c.Coaching.Misjudged, readiness, draw)
}

// judged is a fifth of readiness, 1 to 5, seen with an error of the given spread in fifths.
func judged(spread float64, readiness uint8, draw float64) uint8 {
	error := float64(spread * exact.NormalQuantile(draw))
	return uint8(min(max(exact.RoundInt64(float64(readiness)+error), 1), 5))
}

// HoldsOut is the share by which a claimant whom coaches advise to hold out for a better job
// raises her reservation wage: as far as she trusts her coach, and coaches follow the goal;
// by more for a job that is worse than what she waits for in other things than pay.
func (c *Constants) HoldsOut(goal Goal, follows, rapport float64, worse bool) float64 {
	if goal != BetterJob {
		return 0
	}
	asks := c.Coaching.HoldOut
	if worse {
		asks += c.Coaching.HoldOutWorse
	}
	return asks * follows * rapport
}

// Goal is what coaches are asked to bring about.
type Goal uint8

// The goals.
const (
	NoGoal            Goal = iota // time is the same for all
	FirstJob                      // one more claimant in work
	DistanceTravelled             // the furthest from work come nearer
	BetterJob                     // jobs that last and pay
	Goals                         // number of goals, none among them
)

// Gain is what a coach expects from more time with a claimant whose chance of work within
// half a year is given. A little more search makes -S ln S more first jobs, S being the
// chance that there is none: least for those who find work anyway and for those who
// will not. Distance is travelled by those who have it before them. Who finds work anyway
// can wait for a better job.
func (g Goal) Gain(chance float64) float64 {
	stays := min(max(1-chance, 1e-3), 1-1e-3)
	switch g {
	case FirstJob:
		return -stays * exact.Log(stays)
	case DistanceTravelled:
		return stays
	case BetterJob:
		return 1 - stays
	}
	return 1
}
