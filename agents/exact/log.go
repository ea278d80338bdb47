package exact

import "math"

// The logarithm of x = 2^k * z, with z in the range of logTable, is
// k*ln 2 - log(inverse) + log(1+r) for r = z*inverse - 1. The first part of
// ln 2 and the high parts of the table are multiples of 2^-42, so that their
// sum is exact.
const (
	logBase = 0x3fe6000000000000 // the bits of 0.6875
	ln2High = 0x1.62e42fefa38p-01
	ln2Low  = 0x1.ef35793c7673p-45
)

// Log returns the natural logarithm of x, within 0.53 ulp. Log(0) is -Inf and
// Log(+Inf) is +Inf; below 0 and for NaN the result is NaN.
func Log(x float64) float64 {
	bits := math.Float64bits(x)
	if bits-0x0010000000000000 >= 0x7fe0000000000000 { // all but positive normal numbers
		if !(x > 0 && x < 0x1p-1000) {
			return logAtEdge(x)
		}
		bits = math.Float64bits(x*0x1p52) - 52<<52
	}
	offset := bits - logBase
	k := float64(int64(offset) >> 52)
	entry := &logTable[offset>>45%128]
	bits -= offset & (0xfff << 52)
	z := math.Float64frombits(bits)
	front := math.Float64frombits(bits &^ 0x7ff) // 42 bits: its product is exact
	r := float64(front*entry.inverse) - 1 + float64((z-front)*entry.inverse)

	whole := float64(k*ln2High) + entry.high
	high := whole + r
	low := whole - high + r + (float64(k*ln2Low) + entry.low)
	return high + (low + beyondFirst(r))
}

// logAtEdge is Log of what is not a positive finite number.
func logAtEdge(x float64) float64 {
	switch {
	case x == 0:
		return math.Inf(-1)
	case x > 0:
		return x
	}
	return math.NaN()
}

// beyondFirst returns log(1+r) - r for |r| < 2^-7, to 2^-59 of r.
func beyondFirst(r float64) float64 {
	r2 := r * r
	front := -1./2 + float64(r*(1./3)) + float64(r2*(-1./4+float64(r*(1./5))))
	back := -1./6 + float64(r*(1./7)) - float64(r2*(1./8))
	return float64(r2 * (front + float64(r2*r2*back)))
}

// Log1p returns the natural logarithm of 1+x, without the loss of digits that
// Log(1+x) has near x = 0; within 1.1 ulp. Log1p(-1) is -Inf; below -1 and for
// NaN the result is NaN.
func Log1p(x float64) float64 {
	if x > -0x1p-8 && x < 0x1p-7 {
		if x == 0 {
			return x // keeps the sign of zero
		}
		return x + beyondFirst(x)
	}
	if !(x > -1 && x < 0x1p60) {
		return Log(1 + x)
	}
	whole, lost := sum(1, x)
	return Log(whole) + lost/whole
}
