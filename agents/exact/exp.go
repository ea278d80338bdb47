package exact

import "math"

// The reduction of exp(x) to 2^(k/128) * exp(r): 128/ln 2, and ln 2/128 in two
// parts, of which the first leaves 18 bits free so that its product with k is
// exact. Adding rounder leaves the nearest integer in the low bits.
const (
	perLn2      = 0x1.71547652b82fep+07
	ln2Part     = 0x1.62e42fef8p-08
	ln2PartRest = 0x1.1cf79abc9e3b4p-43
	rounder     = 0x1.8p52
)

// Beyond these exp(x) is +Inf and 0.
const (
	expLargest  = 709.782712893384
	expSmallest = -745.1332191019412
)

// Exp returns e to the power x, within 0.52 ulp, and within 1 ulp where the
// result is below 2.3e-308. Exp(NaN) is NaN; the result is +Inf above 709.78
// and 0 below -745.13.
//
// The remainder r is at most ln 2/256, so the first term left out of its Taylor
// series is below 2^-60.
func Exp(x float64) float64 {
	if !(x > -690 && x < 709) {
		return expAtEdge(x)
	}
	k := float64(x*perLn2) + rounder
	bits := math.Float64bits(k)
	k -= rounder
	r := x - float64(k*ln2Part) - float64(k*ln2PartRest)
	r2 := r * r
	entry := &expTable[bits%128]
	scale := math.Float64frombits(entry.bits + bits<<45)
	beyond := entry.tail + r + float64(r2*(1./2+float64(r*(1./6)))) +
		float64(r2*r2*(1./24+float64(r*(1./120))))
	return scale + float64(scale*beyond)
}

// expAtEdge is Exp where the power of two may leave the normal numbers.
func expAtEdge(x float64) float64 {
	switch {
	case math.IsNaN(x):
		return x
	case x > expLargest:
		return math.Inf(1)
	case x < expSmallest:
		return 0
	}
	return expOfSum(x, 0)
}

// expOfSum returns exp(high + low) for a low below an ulp of high and a high
// between expSmallest and expLargest.
func expOfSum(high, low float64) float64 {
	k := float64(high*perLn2) + rounder
	bits := math.Float64bits(k)
	k -= rounder
	r := high - float64(k*ln2Part) - float64(k*ln2PartRest) + low
	r2 := r * r
	index := bits % 128
	entry := &expTable[index]
	scale := math.Float64frombits(entry.bits + index<<45)
	beyond := entry.tail + r + float64(r2*(1./2+float64(r*(1./6)))) +
		float64(r2*r2*(1./24+float64(r*(1./120))))
	return timesPowerOfTwo(scale+float64(scale*beyond), int64(k)>>7)
}

// timesPowerOfTwo returns y * 2^n, rounded once, for 1 <= y < 3 and n between
// -1100 and 1024.
func timesPowerOfTwo(y float64, n int64) float64 {
	switch {
	case n < -1022:
		return float64(y * powerOfTwo(n+200) * 0x1p-200)
	case n > 1023:
		return float64(y*powerOfTwo(n-1)) * 2 // the compiler doubles by adding, so the product is wrapped
	}
	return float64(y * powerOfTwo(n))
}

// powerOfTwo returns 2^n for a normal result.
func powerOfTwo(n int64) float64 { return math.Float64frombits(uint64(n+1023) << 52) }

// Expm1 returns e to the power x less 1, without the loss of digits that
// Exp(x)-1 has near x = 0; within 2 ulp. Expm1(-Inf) is -1.
func Expm1(x float64) float64 {
	if !(x > -40 && x < 700) {
		if x <= -40 {
			return -1
		}
		return Exp(x) - 1
	}
	if x > -0x1p-54 && x < 0x1p-54 {
		return x
	}
	k := float64(x*perLn2) + rounder
	bits := math.Float64bits(k)
	k -= rounder
	r := x - float64(k*ln2Part) - float64(k*ln2PartRest)
	r2 := r * r
	entry := &expTable[bits%128]
	scale := math.Float64frombits(entry.bits + bits<<45)
	// Two terms more than in Exp, because near 0 nothing is added to them.
	beyond := r + (entry.tail + float64(r2*(1./2+float64(r*(1./6)))) +
		float64(r2*r2*(1./24+float64(r*(1./120+float64(r*(1./720)))))))
	whole := scale - 1
	return whole + (float64(scale*beyond) + (scale - (whole + 1))) // and what whole lost
}

// Logistic returns 1/(1+exp(-x)), in [0, 1], within 2 ulp; below -709.78 it
// returns 0.
func Logistic(x float64) float64 { return 1 / (1 + Exp(-x)) }

// ProbabilityFromHazard returns 1 - exp(-h), the chance that an event with
// hazard h a week happens within the week. A hazard that is negative or NaN
// gives 0, +Inf gives 1, so the result is always a probability.
func ProbabilityFromHazard(h float64) float64 {
	if !(h > 0) {
		return 0
	}
	return -Expm1(-h)
}
