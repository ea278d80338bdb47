package rng

import (
	"math/rand/v2"
	"slices"
	"testing"

	//lint:ignore SA1019 the interface that Stream promises to satisfy
	deprecated "golang.org/x/exp/rand"
)

var (
	_ rand.Source       = (*Stream)(nil)
	_ deprecated.Source = (*Stream)(nil)
)

// TestStreamIsItems holds a stream to the items of its address.
func TestStreamIsItems(t *testing.T) {
	s := New(3, 4)
	stream, numbers := s.At(5, -6, Wage), s.At(5, -6, Wage)
	for item := range uint32(1000) {
		if got, want := stream.Uint64(), s.Bits(5, -6, item, Wage); got != want {
			t.Fatalf("number %d of the stream is %#x, not %#x", item, got, want)
		}
		if got, want := numbers.U(), s.UItem(5, -6, item, Wage); got != want {
			t.Fatalf("number %d of the stream is %v, not %v", item, got, want)
		}
	}
}

// TestStreamGolden pins what the wrappers give, so that another version of
// golang.org/x/exp/rand cannot change a world unseen.
func TestStreamGolden(t *testing.T) {
	stream := New(1, 1).At(1, 0, InterviewTie)
	if got, want := stream.Perm(10), []int{5, 9, 0, 1, 4, 3, 7, 6, 8, 2}; !slices.Equal(got, want) {
		t.Errorf("Perm gives %v, not %v", got, want)
	}
	letters := []byte("abcdefghij")
	stream.Shuffle(len(letters), func(i, j int) { letters[i], letters[j] = letters[j], letters[i] })
	if got, want := string(letters), "cgfdhjiaeb"; got != want {
		t.Errorf("Shuffle gives %s, not %s", got, want)
	}
	var dice []int
	for range 12 {
		dice = append(dice, stream.Intn(6))
	}
	if want := []int{5, 1, 2, 5, 1, 4, 2, 3, 2, 4, 2, 3}; !slices.Equal(dice, want) {
		t.Errorf("Intn gives %v, not %v", dice, want)
	}
}

// TestSeed gives every seed a stream of its own, and the same one again.
func TestSeed(t *testing.T) {
	seen := make(map[uint64]uint64)
	var stream Stream
	for seed := range uint64(1000) {
		stream.Seed(seed)
		first := stream.Uint64()
		if other, repeated := seen[first]; repeated {
			t.Errorf("seeds %d and %d start alike", seed, other)
		}
		seen[first] = seed
		stream.Seed(seed)
		if stream.Uint64() != first {
			t.Errorf("seed %d does not start the stream anew", seed)
		}
	}
}
