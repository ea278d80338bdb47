package agents

import "math" // Sqrt is correctly rounded on every processor

// Profile is the class into which a claimant is put by what is believed about her chance of
// work.
type Profile uint8

// The profiles.
const (
	NoProfile Profile = iota // nobody has put her into a class
	Red                      // far from work
	Amber
	Green    // near to work
	Profiles // number of classes, none among them
)

var profileNames = [Profiles]string{"", "red", "amber", "green"}

// String is the name of the class in regime files and in tables; empty for none.
func (p Profile) String() string { return profileNames[p] }

// Cuts are the chances of work within half a year that divide the profiles: red below the
// first, green from the second on.
type Cuts struct{ Red, Green float64 }

// Profile is the class of a claimant who is believed to have the given chance.
func (c Cuts) Profile(chance float64) Profile {
	switch {
	case chance < c.Red:
		return Red
	case chance < c.Green:
		return Amber
	}
	return Green
}

// Scored is the standing of a claimant, in standard units of the log chance of work among
// claimants, by a statistical score of her recorded facts. They tell her true standing with
// the given correlation, 0 to 1; the rest is an error of hers, a standard normal number.
func Scored(standing, correlation, err float64) float64 {
	return float64(correlation*standing) + float64(math.Sqrt(1-float64(correlation*correlation))*err)
}
