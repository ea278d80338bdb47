package policy

import (
	"fmt"

	"caseload/agents"
	"caseload/policy/source"
)

// Channels says what interviews that are not held face to face in the office take and carry.
type Channels struct {
	At          source.Position
	Telephone   *Channel `file:"telephone,optional" doc:"a call at an agreed time"`
	EChannel    *Channel `file:"e_channel,optional" doc:"video or messages with a coach"`
	SelfService *Channel `file:"self_service,optional" doc:"an account that the claimant fills in and a coach reads"`
	Outreach    *Channel `file:"outreach,optional" doc:"a coach comes to a place nearby"`
}

// Channel is one of them, in shares of an interview face to face.
type Channel struct {
	At        source.Position
	Time      source.Quantity `file:"time" unit:"share" min:"0" max:"4" doc:"minutes of a coach that it takes, at least one, as a share of those of the rule"`
	Journey   source.Quantity `file:"journey" unit:"share" min:"0" max:"1" doc:"journey of the claimant, as a share of that to the office; less of it is less missed"`
	Unaided   source.Quantity `file:"reaches_unaided" unit:"share" min:"0" max:"1" doc:"share reached of those who use the internet without help"`
	WithHelp  source.Quantity `file:"reaches_with_help" unit:"share" min:"0" max:"1" doc:"share reached of those who use it with help"`
	Offline   source.Quantity `file:"reaches_offline" unit:"share" min:"0" max:"1" doc:"share reached of those who do not use it"`
	Prompting source.Quantity `file:"prompting" unit:"share" min:"0" max:"2" doc:"what it counts for in support and in the feeling of being seen, as a share of an interview face to face"`
	Checking  source.Quantity `file:"checking" unit:"share" min:"0" max:"1" doc:"how often search and steps are looked at, as a share of an interview face to face"`
	Instead   *Instead        `file:"instead,optional" doc:"what is done about those whom it does not reach; they miss every interview when absent"`
}

// Instead moves people to another channel.
type Instead struct {
	At      source.Position
	Channel source.Text     `file:"channel" oneof:"face_to_face,telephone,e_channel,self_service,outreach" doc:"channel by which they are seen"`
	After   source.Quantity `file:"after" unit:"weeks" min:"1" max:"104" whole:"true" doc:"time from the first interview missed for lack of access"`
}

// ChannelTerms is a compiled Channel.
type ChannelTerms struct {
	Reaches            [agents.DigitalAccesses]float64
	Journey            float64
	Prompting          float32
	Checking           float64
	Instead            agents.Channel
	After              agents.Week // Never where nothing is done
	timeTenThousandths int64
}

// faceToFace reaches everybody and is what the others are measured by.
var faceToFace = ChannelTerms{Reaches: [agents.DigitalAccesses]float64{1, 1, 1}, Journey: 1, Prompting: 1, Checking: 1, After: agents.Never, timeTenThousandths: 10000}

// each calls visit with every channel that is described, in order.
func (s *Channels) each(visit func(channel agents.Channel, c *Channel)) {
	if s == nil {
		return
	}
	for k, c := range [...]*Channel{s.Telephone, s.EChannel, s.SelfService, s.Outreach} {
		if c != nil {
			visit(agents.Telephone+agents.Channel(k), c)
		}
	}
}

func (p *Plan) compileChannels(s *Channels) {
	for c := range p.Channels {
		p.Channels[c] = faceToFace
	}
	s.each(func(channel agents.Channel, c *Channel) {
		t := ChannelTerms{
			Reaches: [agents.DigitalAccesses]float64{agents.Unaided: c.Unaided.Value, agents.WithHelp: c.WithHelp.Value, agents.Offline: c.Offline.Value},
			Journey: c.Journey.Value, Prompting: float32(c.Prompting.Value), Checking: c.Checking.Value, After: agents.Never,
			timeTenThousandths: tenThousandths(c.Time),
		}
		if c.Instead != nil {
			t.Instead, t.After = agents.ChannelNamed(c.Instead.Channel.Value), agents.Week(c.Instead.After.Value)
		}
		p.Channels[channel] = t
	})
}

// Booked is the coach's minutes for an interview that takes some minutes face to face.
func (t *ChannelTerms) Booked(minutes int32) int32 {
	return max(1, int32((int64(minutes)*t.timeTenThousandths+5000)/10000))
}

// by is a schedule whose minutes are those of a channel rather than face to face.
func (s Schedule) by(name source.Text, channels *[agents.Channels]ChannelTerms) Schedule {
	s.Channel = agents.ChannelNamed(name.Value)
	own := &channels[s.Channel]
	instead := &channels[own.Instead]
	s.Instead = Minutes{instead.Booked(s.LengthMinutes), instead.Booked(s.ShortestMinutes), instead.Booked(s.LongestMinutes)}
	s.LengthMinutes, s.ShortestMinutes, s.LongestMinutes = own.Booked(s.LengthMinutes), own.Booked(s.ShortestMinutes), own.Booked(s.LongestMinutes)
	return s
}

// checkChannels tests that channels are described where interviews are held by them, and
// held where they are described.
func (r *Regime) checkChannels(c *source.Checker) {
	described, used := map[string]bool{agents.FaceToFace.String(): true, "": true}, map[string]bool{}
	r.Channels.each(func(channel agents.Channel, _ *Channel) { described[channel.String()] = true })
	ask := func(name source.Text, path string) {
		used[name.Value] = true
		if !described[name.Value] {
			c.Problem(name.At, path, channelUnknown.of(name.Value), "describe it under channels")
		}
	}
	if f := r.Claim.FirstInterview; f != nil {
		ask(f.Channel, "claim.first_interview.channel")
	}
	if s := r.Signing; s != nil {
		ask(s.Channel, "signing.channel")
	}
	for k := range r.Interviews {
		ask(r.Interviews[k].Channel, fmt.Sprintf("interviews[%d].channel", k))
	}
	r.Channels.each(func(channel agents.Channel, s *Channel) {
		if s.Instead != nil {
			ask(s.Instead.Channel, "channels."+channel.String()+".instead.channel")
			if s.Instead.Channel.Value == channel.String() {
				c.Problem(s.Instead.Channel.At, "channels."+channel.String()+".instead.channel", string(insteadOfItself), "name another channel")
			}
		}
	})
	r.Channels.each(func(channel agents.Channel, s *Channel) {
		if !used[channel.String()] {
			c.Warn(s.At, "channels."+channel.String(), string(channelUnused), "name it as the channel of an interview")
		}
	})
}
