package rng

import (
	"math"
	"testing"
)

// TestMix compares the finaliser with the first outputs of splitmix64 from the
// seeds 1234567 (Rosetta Code) and 0 (java.util.SplittableRandom).
func TestMix(t *testing.T) {
	for seed, want := range map[uint64][]uint64{
		1234567: {6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431, 16408922859458223821},
		0:       {0xe220a8397b1dcdaf, 0x6e789e6aa1b965f4, 0x06c45d188009454f, 0xf88bb8a8724c81ec, 0x1b39896a51a8749b},
	} {
		state := seed
		for i, number := range want {
			state += golden
			if got := mix(state); got != number {
				t.Errorf("splitmix64 from %d, number %d: %d, not %d", seed, i, got, number)
			}
		}
	}
}

// TestGolden pins draws. They hold on every processor and never change: with
// them every recorded world would change.
func TestGolden(t *testing.T) {
	for _, c := range []struct {
		seed      uint64
		replicate uint32
		who       uint32
		week      int32
		item      uint32
		purpose   Purpose
		want      uint64
	}{
		{1, 1, 0, 0, 0, Find, 0xe7857ae4074879d8},
		{1, 1, 1, 0, 0, Find, 0x9e2e0e5a1cba48f0},
		{1, 1, 0, 1, 0, Find, 0x3682a9152420f680},
		{1, 1, 0, -1, 0, Find, 0xd76799f760be2fc3},
		{1, 1, 0, -104, 0, Find, 0x3848b427f0fcb5c9},
		{1, 1, 0, 0, 1, Find, 0xa33cc6df93317cca},
		{1, 1, 0, 0, 0, Wage, 0x62f8eb4d64c7ced9},
		{1, 2, 0, 0, 0, Find, 0x845626c5f4bdef25},
		{2, 1, 0, 0, 0, Find, 0xfed7dcd71ab5a005},
		{math.MaxUint64, math.MaxUint32, math.MaxUint32, math.MinInt16, math.MaxUint32, CoachChoice, 0xa8752e07320352d3},
	} {
		s := New(c.seed, c.replicate)
		got := s.Bits(c.who, c.week, c.item, c.purpose)
		if got != c.want {
			t.Errorf("seed %d, replicate %d, who %d, week %d, item %d, %s: %#016x, not %#016x",
				c.seed, c.replicate, c.who, c.week, c.item, c.purpose, got, c.want)
		}
		if u := s.UItem(c.who, c.week, c.item, c.purpose); u != float64(got>>11|1)/(1<<53) {
			t.Errorf("UItem %v does not come from its bits %#x", u, got)
		}
	}
}

// TestUIsItemZero holds U, which is written out, to UItem.
func TestUIsItemZero(t *testing.T) {
	for i := range uint32(10_000) {
		s := New(uint64(i)*golden, i)
		who, week, purpose := i*2654435761, int32(i)-5000, Purpose(i)
		if s.U(who, week, purpose) != s.UItem(who, week, 0, purpose) {
			t.Fatalf("U and item 0 differ for person %d, week %d, purpose %d", who, week, purpose)
		}
	}
}

// TestOpenInterval holds the ends: never at p = 0, always at p = 1, and the
// nearest numbers to both ends are those that are promised.
func TestOpenInterval(t *testing.T) {
	if low := unit(0); low != 0x1p-53 {
		t.Errorf("the lowest draw is %v", low)
	}
	if high := unit(math.MaxUint64); high != 1-0x1p-53 {
		t.Errorf("the highest draw is %v", high)
	}
	if middle := unit(1 << 63); middle <= 0.5 {
		t.Errorf("the draw above the middle is %v", middle)
	}
	if middle := unit(1<<63 - 1); middle >= 0.5 {
		t.Errorf("the draw below the middle is %v", middle)
	}
}

// TestAddresses asks for another draw at every address of a small world, burn-in
// and the ends of the range of weeks included.
func TestAddresses(t *testing.T) {
	seen := make(map[uint64]bool)
	draws := 0
	for replicate := range uint32(3) {
		s := New(7, replicate)
		for _, week := range []int32{math.MinInt16, -104, -1, 0, 1, 104, math.MaxInt16} {
			for who := range uint32(40) {
				for item := range uint32(5) {
					for purpose := Purpose(0); purpose < purposeEnd; purpose++ {
						seen[s.Bits(who, week, item, purpose)] = true
						draws++
					}
				}
			}
		}
	}
	if len(seen) != draws {
		t.Errorf("%d addresses give %d draws", draws, len(seen))
	}
}
