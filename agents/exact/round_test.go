package exact

import (
	"math"
	"testing"
)

func TestRounding(t *testing.T) {
	const most, least = math.MaxInt64, math.MinInt64
	for _, c := range []struct {
		x                      float64
		truncate, round, floor int64
		small                  int32
	}{
		{0, 0, 0, 0, 0},
		{math.Copysign(0, -1), 0, 0, 0, 0},
		{0.49999999999999994, 0, 0, 0, 0},
		{0.5, 0, 1, 0, 1},
		{-0.5, 0, -1, -1, -1},
		{-0.49999999999999994, 0, 0, -1, 0},
		{1.5, 1, 2, 1, 2},
		{2.5, 2, 3, 2, 3},
		{-2.5, -2, -3, -3, -3},
		{-2, -2, -2, -2, -2},
		{2147483647.4, 2147483647, 2147483647, 2147483647, 2147483647},
		{2147483647.5, 2147483647, 2147483648, 2147483647, 2147483647},
		{-2147483649, -2147483649, -2147483649, -2147483649, -2147483648},
		{1<<51 + 0.5, 1 << 51, 1<<51 + 1, 1 << 51, math.MaxInt32},
		{1<<53 - 1, 1<<53 - 1, 1<<53 - 1, 1<<53 - 1, math.MaxInt32},
		{1 << 62, 1 << 62, 1 << 62, 1 << 62, math.MaxInt32},
		{math.Nextafter(1<<63, 0), 1<<63 - 1024, 1<<63 - 1024, 1<<63 - 1024, math.MaxInt32},
		{1 << 63, most, most, most, math.MaxInt32},
		{-1 << 63, least, least, least, math.MinInt32},
		{math.Nextafter(-1<<63, -infinity), least, least, least, math.MinInt32},
		{1e300, most, most, most, math.MaxInt32},
		{-1e300, least, least, least, math.MinInt32},
		{infinity, most, most, most, math.MaxInt32},
		{-infinity, least, least, least, math.MinInt32},
		{nan, 0, 0, 0, 0},
	} {
		if got := TruncateInt64(c.x); got != c.truncate {
			t.Errorf("TruncateInt64(%v) = %d, not %d", c.x, got, c.truncate)
		}
		if got := RoundInt64(c.x); got != c.round {
			t.Errorf("RoundInt64(%v) = %d, not %d", c.x, got, c.round)
		}
		if got := FloorInt64(c.x); got != c.floor {
			t.Errorf("FloorInt64(%v) = %d, not %d", c.x, got, c.floor)
		}
		if got := RoundInt32(c.x); got != c.small {
			t.Errorf("RoundInt32(%v) = %d, not %d", c.x, got, c.small)
		}
	}
	for _, x := range spread(10_000, -1e6, 1e6) {
		if got := RoundInt64(x); float64(got) != math.Round(x) {
			t.Errorf("RoundInt64(%v) = %d", x, got)
		}
		if got := FloorInt64(x); float64(got) != math.Floor(x) {
			t.Errorf("FloorInt64(%v) = %d", x, got)
		}
	}
}

func TestFixed(t *testing.T) {
	for _, c := range []struct {
		x    float64
		want Fixed
	}{
		{0, 0}, {1, FixedOne}, {-1, -FixedOne}, {0x1p-30, 1}, {0x1p-31, 1}, {-0x1p-31, -1}, {0x1p-32, 0},
		{50, 50 << 30}, {8e9, 8e9 << 30}, {1e10, math.MaxInt64}, {-infinity, math.MinInt64}, {nan, 0},
	} {
		if got := ToFixed(c.x); got != c.want {
			t.Errorf("ToFixed(%v) = %d, not %d", c.x, got, c.want)
		}
	}
	for _, x := range spread(10_000, -8e6, 8e6) {
		f := ToFixed(x)
		if gap := math.Abs(f.Float() - x); gap > 0x1p-31 {
			t.Errorf("ToFixed(%v) is off by %v", x, gap)
		}
		if ToFixed(f.Float()) != f {
			t.Errorf("Fixed %d does not survive Float", f)
		}
	}
	// A million persons with 50 each, in two orders.
	var forward, backward Fixed
	shares := spread(1_000_000, 0, 100)
	for i := range shares {
		forward += ToFixed(shares[i])
		backward += ToFixed(shares[len(shares)-1-i])
	}
	if forward != backward || math.Abs(forward.Float()-5e7) > 1e3 {
		t.Errorf("a million persons sum to %v and %v", forward.Float(), backward.Float())
	}
}
