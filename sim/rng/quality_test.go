package rng

import (
	"math"
	"testing"

	//lint:ignore SA1019 the weak generator that the checks have to find
	"golang.org/x/exp/rand"
)

// pairs is the number of pairs per check, 16 expected in each of 65,536 cells.
// A check rejects beyond 5 standard deviations (6e-7 two-sided; the draws are
// fixed, so what passes once passes for ever). With a chance of 0.999 it finds
// cells that depart by 5% in root mean square, or a correlation of 0.008.
const (
	pairs  = 1 << 20
	reject = 5.
)

// pairing collects pairs of draws.
type pairing struct {
	top, bottom [1 << 16]uint32
	product     float64
}

func (p *pairing) add(a, b uint64) {
	p.top[a>>56<<8|b>>56]++
	p.bottom[a&0xff<<8|b&0xff]++
	p.product += (unit(a) - 0.5) * (unit(b) - 0.5)
}

// scores returns how many standard deviations the pairs lie from independent
// uniform ones: chi-square on the highest and the lowest bytes, and correlation.
func (p *pairing) scores() (top, bottom, correlation float64) {
	return chiSquare(p.top[:], pairs), chiSquare(p.bottom[:], pairs), p.product * 12 / math.Sqrt(pairs)
}

// chiSquare returns the standardised chi-square of counts of n things that
// belong into equal cells.
func chiSquare(counts []uint32, n int) float64 {
	expected := float64(n) / float64(len(counts))
	total := 0.
	for _, count := range counts {
		gap := float64(count) - expected
		total += gap * gap / expected
	}
	freedom := float64(len(counts) - 1)
	return (total - freedom) / math.Sqrt(2*freedom)
}

// TestNeighbours compares, for every purpose, the draws of neighbouring persons,
// weeks, items and purposes, of one replicate and the next, and successive
// numbers of streams.
func TestNeighbours(t *testing.T) {
	if testing.Short() {
		t.Skip("the draws are pinned by TestGolden")
	}
	s, next := New(20261121, 1), New(20261121, 2)
	relations := []struct {
		name  string
		other func(who uint32, week int32, purpose Purpose) uint64
	}{
		{"next person", func(who uint32, week int32, p Purpose) uint64 { return s.Bits(who+1, week, 0, p) }},
		{"next week", func(who uint32, week int32, p Purpose) uint64 { return s.Bits(who, week+1, 0, p) }},
		{"next purpose", func(who uint32, week int32, p Purpose) uint64 { return s.Bits(who, week, 0, p+1) }},
		{"next item", func(who uint32, week int32, p Purpose) uint64 { return s.Bits(who, week, 1, p) }},
		{"next replicate", func(who uint32, week int32, p Purpose) uint64 { return next.Bits(who, week, 0, p) }},
		{"number 1000 of the stream", func(who uint32, week int32, p Purpose) uint64 { return s.Bits(who, week, 1000, p) }},
	}
	for purpose := Purpose(1); purpose < purposeEnd; purpose++ {
		t.Run(purpose.String(), func(t *testing.T) {
			t.Parallel()
			for _, relation := range relations {
				var p pairing
				for who := range uint32(pairs / 64) {
					for week := range int32(64) {
						p.add(s.Bits(who, week-32, 0, purpose), relation.other(who, week-32, purpose))
					}
				}
				top, bottom, correlation := p.scores()
				if worst := max(math.Abs(top), math.Abs(bottom), math.Abs(correlation)); worst > reject {
					t.Errorf("%s: high bytes %.1f, low bytes %.1f, correlation %.1f standard deviations",
						relation.name, top, bottom, correlation)
				}
			}
		})
	}
}

// TestUniform checks the draws of every purpose against equal chances in 4,096
// cells, over persons and weeks, and their mean.
func TestUniform(t *testing.T) {
	if testing.Short() {
		t.Skip("the draws are pinned by TestGolden")
	}
	s := New(1, 1)
	for purpose := Purpose(1); purpose < purposeEnd; purpose++ {
		counts := make([]uint32, 4096)
		total := 0.
		for who := range uint32(pairs / 64) {
			for week := range int32(64) {
				u := s.U(who, week-32, purpose)
				counts[int(u*4096)]++
				total += u - 0.5
			}
		}
		cells, mean := chiSquare(counts, pairs), total*math.Sqrt(12./pairs)
		if max(math.Abs(cells), math.Abs(mean)) > reject {
			t.Errorf("%s: cells %.1f, mean %.1f standard deviations", purpose, cells, mean)
		}
	}
}

// TestChecksFindWeakDraws runs the same checks on generators that are known to
// be weak: one that is seeded with the number of a person, and the key with one
// of its rounds left out.
func TestChecksFindWeakDraws(t *testing.T) {
	var seeded rand.PCGSource
	for name, draw := range map[string]func(who uint64) uint64{
		"PCG seeded by person": func(who uint64) uint64 { seeded.Seed(who); return seeded.Uint64() },
		"half a round":         func(who uint64) uint64 { return (who ^ who>>30) * multiplier1 },
	} {
		var p pairing
		for who := range uint64(pairs) {
			p.add(draw(who), draw(who+1))
		}
		top, bottom, correlation := p.scores()
		if worst := max(math.Abs(top), math.Abs(bottom), math.Abs(correlation)); worst <= reject {
			t.Errorf("%s passes: %.1f standard deviations", name, worst)
		}
	}
}
