package sim

import (
	"testing"

	"caseload/sim/rng"
)

// Minutes are divided by weight, never beyond the room, and none is left while there is
// room; with equal weights everybody gets the same part.
func TestSharesOfMinutes(t *testing.T) {
	draws := rng.New(5, 1)
	for n := range uint32(2000) {
		u := func(item uint32, among int64) int64 {
			return int64(draws.UItem(n, 0, item, rng.Stratum) * float64(among))
		}
		var room, weights, even [kinds]int64
		whole := int64(0)
		for f := range room {
			room[f], weights[f], even[f] = u(uint32(f), 200), 1+u(uint32(f+kinds), 3000), wholePart
			whole += room[f]
		}
		minutes := u(2*kinds, 600) - 50
		part, given := shares(minutes, room, weights), int64(0)
		for f := range part {
			given += room[f] * part[f]
			if part[f] < 0 || part[f] > wholePart {
				t.Fatalf("%d: part %d of %d", n, part[f], wholePart)
			}
			for g := range part {
				if room[f] > 0 && room[g] > 0 && weights[f] > weights[g] && part[f] < part[g] {
					t.Fatalf("%d: weights %v give parts %v", n, weights, part)
				}
			}
		}
		want := wholePart * max(0, min(minutes, whole))
		if given > want || given < want-whole {
			t.Fatalf("%d: %d minutes for rooms %v: parts %v give %d thousandths", n, minutes, room, part, given)
		}
		part = shares(minutes, room, even)
		for f := range part {
			if room[f] > 0 && max(minutes, 0) < whole && part[f] != max(minutes, 0)*wholePart/whole {
				t.Fatalf("%d: equal weights give %v", n, part)
			}
		}
	}
}
