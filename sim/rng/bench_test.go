package rng

import "testing"

// Written by the benchmarks, so that their work is not optimised away.
var (
	sink   float64
	events int
)

func BenchmarkU(b *testing.B) {
	s := New(1, 1)
	for i := range b.N {
		sink += s.U(uint32(i), 3, Find)
	}
}

func BenchmarkEvent(b *testing.B) {
	s := New(1, 1)
	for i := range b.N {
		if s.U(uint32(i), 3, Find) < 0.1 {
			events++
		}
	}
}

func BenchmarkUItem(b *testing.B) {
	s := New(1, 1)
	for i := range b.N {
		sink += s.UItem(uint32(i), 3, 7, CoachChoice)
	}
}

func BenchmarkStream(b *testing.B) {
	stream := New(1, 1).At(1, 3, InterviewTie)
	for range b.N {
		sink += stream.U()
	}
}

func BenchmarkPerm(b *testing.B) {
	stream := New(1, 1).At(1, 3, InterviewTie)
	for range b.N {
		events += stream.Perm(20)[0]
	}
}
