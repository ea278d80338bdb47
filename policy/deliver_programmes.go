package policy

import (
	"fmt"
	"math"

	"caseload/policy/source"
)

// AskedPlaces is what a programme asks for in a steady week, if nobody is on another, and
// the places that it has.
type AskedPlaces struct {
	Programme string  `json:"programme"`
	Where     string  `json:"where"`     // file:line
	Claimants float64 `json:"claimants"` // whom it is for
	Due       float64 `json:"due"`       // who comes to be among them in a week
	BroughtUp float64 `json:"brought_up"`
	Places    float64 `json:"places"`
	PenceYear int64   `json:"pence_a_year"` // if all places are taken
	Starts    float64 `json:"starts"`       // that the places allow in a week, if everybody completes

	sends  bool    // claimants who become due, as a duty: how many come after another programme follows from a run
	most   float64 // who could be on it at once: whom it is for, and who was when it began
	needed float64 // places for all who are due and would be reached
	at     source.Position
}

// askPlaces begins the list with what the regime writes.
func (d *Delivery) askPlaces(p *Plan) {
	for k := range p.Programmes {
		t, m := &p.Programmes[k], &p.regime.Programmes[k]
		d.Programmes = append(d.Programmes, AskedPlaces{
			PenceYear: rounded(float64(52 * t.Places * (float64(t.PlacePence) + float64(t.StartPence)/float64(t.Course.Weeks)))),
			Programme: t.Name, Where: fileLine(m.At), Places: t.Places, Starts: t.Places / float64(t.Course.Weeks), sends: t.Mandatory && t.After < 0 && t.Menu == "", at: m.Places.At,
		})
	}
}

// addPlaces adds the claimants of a class: persons are in it, due come into it in a week,
// and interviews are those with them. set and before are the programmes for them, now and
// at the durations before.
func (d *Delivery) addPlaces(p *Plan, set, before uint16, persons, due, interviews float64) {
	for k := range d.Programmes {
		if set&Bit(k) == 0 {
			continue
		}
		believed := 0.0
		for _, is := range p.Programmes[k].Believed[1:] {
			if is {
				believed += 0.2
			}
		}
		a := &d.Programmes[k]
		a.Claimants += float64(persons * believed)
		a.BroughtUp += float64(interviews * believed * p.Programmes[k].Referred)
		if before&Bit(k) == 0 {
			a.Due += float64(due * believed)
		}
	}
}

// closePlaces works out how many places would do.
func (d *Delivery) closePlaces(p *Plan) {
	for k := range d.Programmes {
		a := &d.Programmes[k]
		a.needed = min(a.Due, a.BroughtUp) * float64(p.Programmes[k].Course.Weeks)
		a.most = a.Claimants + float64(a.Due*float64(p.Programmes[k].Course.Weeks))
	}
}

// placeWarnings has one warning for each programme that is a duty and has too few places, and
// for each that is for nobody.
func (d *Delivery) placeWarnings() (found source.Diagnostics) {
	for k := range d.Programmes {
		a := &d.Programmes[k]
		warning := source.Diagnostic{Position: a.at, Path: fmt.Sprintf("programmes[%d].places", k), Warning: true}
		switch {
		case a.Claimants == 0:
			warning.Message = fmt.Sprintf("%s is for nobody", a.Programme)
			warning.Hint = "no claimant of the population has all that it asks for"
		case a.Places > a.most:
			warning.Message = fmt.Sprintf("%s has %s places, and there are %s claimants whom it is for", a.Programme, thousands(a.Places), thousands(a.Claimants))
			warning.Hint = "places that nobody can take change nothing; fewer would do"
		case a.sends && a.needed > a.Places:
			warning.Message = fmt.Sprintf("%s claimants a week are to be sent to %s, and its places allow %s starts", thousands(min(a.Due, a.BroughtUp)), a.Programme, thousands(a.Starts))
			warning.Hint = fmt.Sprintf("%s places would do if everybody completed it; or ask it of fewer", thousands(math.Ceil(a.needed)))
		default:
			continue
		}
		found = append(found, warning)
	}
	return found
}

// placeLines is the table of programmes.
func (d *Delivery) placeLines() (all []deliveryLine) {
	const columns = "  %-24s %12s %12s %12s %12s %12s %16s\n"
	head := fmt.Sprintf(columns, "programmes in a week", "it is for", "become due", "brought up", "places", "starts", "if full, a year")
	for _, a := range d.Programmes {
		all = append(all, deliveryLine{head, fmt.Sprintf(columns, a.Programme, thousands(a.Claimants), thousands(a.Due), thousands(a.BroughtUp), thousands(a.Places), thousands(a.Starts), millionPounds(a.PenceYear))})
	}
	return all
}
