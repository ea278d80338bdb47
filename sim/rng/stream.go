package rng

import (
	//lint:ignore SA1019 pinned for Perm, Shuffle and Intn, whose results must never change
	"golang.org/x/exp/rand"
)

// Stream is the sequence of draws at one address. It satisfies Source of
// golang.org/x/exp/rand and of math/rand/v2, and so serves gonum. Number n of
// the sequence is what Bits gives for item n; a purpose is therefore used
// either for streams or for items, not for both. A Stream is not for use by
// several goroutines at once.
type Stream struct{ key, item uint64 }

// At returns the stream of one person in one week for one purpose.
func (s Streams) At(who uint32, week int32, purpose Purpose) Stream {
	return Stream{key: mix(s.first^pack(who, week, purpose)) ^ s.second}
}

// Uint64 returns the next draw.
func (s *Stream) Uint64() uint64 {
	bits := mix(s.key ^ s.item*spread)
	s.item++
	return bits
}

// U returns the next draw as a number strictly between 0 and 1.
func (s *Stream) U() float64 { return unit(s.Uint64()) }

// Seed starts the stream anew at an address of its own for each seed. The
// interface of golang.org/x/exp/rand asks for it; prefer At.
func (s *Stream) Seed(seed uint64) { *s = Stream{key: mix(mix(seed+golden) ^ spread)} }

// Intn returns one of 0..n-1, each with the same chance. It panics if n < 1.
func (s *Stream) Intn(n int) int { return rand.New(s).Intn(n) }

// Perm returns 0..n-1 in random order. It panics if n < 0.
func (s *Stream) Perm(n int) []int { return rand.New(s).Perm(n) }

// Shuffle puts n things in random order by calling swap. It panics if n < 0.
func (s *Stream) Shuffle(n int, swap func(i, j int)) { rand.New(s).Shuffle(n, swap) }
