package exact

import "math"

// TruncateInt64 returns x without its fraction. What does not fit becomes the
// largest or smallest int64, and NaN becomes 0. A plain conversion gives
// whatever the processor gives for these.
func TruncateInt64(x float64) int64 {
	switch {
	case x >= 0x1p63:
		return math.MaxInt64
	case x >= -0x1p63:
		return int64(x)
	case x < 0:
		return math.MinInt64
	}
	return 0 // NaN
}

// RoundInt64 returns the integer nearest to x, halves away from zero. What does
// not fit becomes the largest or smallest int64, and NaN becomes 0.
func RoundInt64(x float64) int64 {
	x = float64(x) // a caller's product is rounded before anything is taken from it
	switch {
	case x >= 0x1p63:
		return math.MaxInt64
	case x >= -0x1p63:
		// What is cut off is exact, below 1, and 0 from 2^53 on. Twice it, cut off
		// again, is what rounding adds; a branch here would often be mispredicted.
		whole := int64(x)
		return whole + int64(2*(x-float64(whole)))
	case x < 0:
		return math.MinInt64
	}
	return 0 // NaN
}

// RoundInt32 returns the integer nearest to x, halves away from zero. What does
// not fit becomes the largest or smallest int32, and NaN becomes 0.
func RoundInt32(x float64) int32 {
	return int32(min(max(RoundInt64(x), math.MinInt32), math.MaxInt32))
}

// FloorInt64 returns the largest integer that is not above x. What does not fit
// becomes the largest or smallest int64, and NaN becomes 0.
func FloorInt64(x float64) int64 {
	whole := TruncateInt64(x)
	if float64(whole) > x && whole > math.MinInt64 {
		return whole - 1
	}
	return whole
}
