package agents

import (
	"math" // Sqrt is correctly rounded on every processor

	"caseload/agents/exact"
)

// Channel is how an interview is held.
type Channel uint8

// The channels. Face to face is the yardstick of the others.
const (
	FaceToFace  Channel = iota // in the office
	Telephone                  // a call at an agreed time
	EChannel                   // video or messages with a coach
	SelfService                // an account that the claimant fills in
	Outreach                   // a coach comes to a place nearby
	Channels                   // number of channels
)

var channelNames = [Channels]string{"face_to_face", "telephone", "e_channel", "self_service", "outreach"}

// String is the name of the channel in regime files and in tables.
func (c Channel) String() string { return channelNames[c] }

// ChannelNamed is the channel of a name; no name is face to face.
func ChannelNamed(name string) Channel {
	for c := range Channels {
		if channelNames[c] == name {
			return c
		}
	}
	return FaceToFace
}

// DigitalAccess is whether a person can use a service on the internet.
type DigitalAccess uint8

// The degrees of access.
const (
	Unaided         DigitalAccess = iota // without help
	WithHelp                             // with somebody's help
	Offline                              // not at all
	DigitalAccesses                      // number of degrees
)

// digitalAccess places a person among all by a normal score of access, higher being better:
// the scores of qualification and age as far as it is correlated with them, and her own draw.
func (m *Marginals) digitalAccess(d *TraitDraws) DigitalAccess {
	own := 1 - float64(m.DigitalByEducation*m.DigitalByEducation) - float64(m.DigitalByAge*m.DigitalByAge)
	z := float64(m.DigitalByEducation*exact.NormalQuantile(d.Education)) + float64(m.DigitalByAge*exact.NormalQuantile(d.Age)) +
		float64(exact.NormalQuantile(d.Digital)*math.Sqrt(max(own, 0)))
	switch worse := exact.NormalCDF(-z); {
	case worse < m.DigitalUnaided:
		return Unaided
	case worse < m.DigitalUnaided+m.DigitalWithHelp:
		return WithHelp
	}
	return Offline
}
