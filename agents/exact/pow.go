package exact

import "math"

// Pow returns x to the power y, within 0.55 ulp for normal results. Pow(x, 0)
// and Pow(1, y) are 1 for every x and y, Pow(0, y) is 0 or +Inf by the sign of
// y. A negative base has no meaning in a model of shares, pay and time: the
// result is NaN, whatever y is, unless y is 0.
func Pow(x, y float64) float64 {
	switch {
	case y == 0 || x == 1:
		return 1
	case x < 0 || math.IsNaN(x) || math.IsNaN(y):
		return math.NaN()
	case x == 0 || x > math.MaxFloat64 || y > 0x1p64 || y < -0x1p64:
		if (x > 1) == (y > 0) {
			return math.Inf(1)
		}
		return 0
	case y > -0x1p-65 && y < 0x1p-65:
		return 1
	}
	logHigh, logLow := logPair(x)
	high, low := product(y, logHigh)
	low += float64(y * logLow)
	switch {
	case high > 710:
		return math.Inf(1)
	case high < -746:
		return 0
	}
	return expOfSum(high, low)
}

// logPair returns log(x), for a positive finite x, as a sum whose error is
// below 2^-66 of it: what Log does, carrying along what each step loses.
func logPair(x float64) (high, low float64) {
	bits := math.Float64bits(x)
	if x < 0x1p-1000 {
		bits = math.Float64bits(x*0x1p52) - 52<<52
	}
	offset := bits - logBase
	k := float64(int64(offset) >> 52)
	entry := &logTable[offset>>45%128]
	bits -= offset & (0xfff << 52)
	z := math.Float64frombits(bits)
	front := math.Float64frombits(bits &^ 0x7ff)
	r, lost := sum(float64(front*entry.inverse)-1, float64((z-front)*entry.inverse))

	square, squareLost := product(r, r)
	high, lostFirst := sum(float64(k*ln2High)+entry.high, r)
	high, lostSecond := sum(high, float64(-square/2))
	low = float64(k*ln2Low) + entry.low + lostFirst + lostSecond
	low += lost - float64(r*lost) - float64(squareLost/2)
	low += beyondSecond(r, square)
	return fastSum(high, low)
}

// beyondSecond returns log(1+r) - r + r*r/2 for |r| < 2^-7.
func beyondSecond(r, square float64) float64 {
	front := 1./3 - float64(r*(1./4)) + float64(square*(1./5-float64(r*(1./6))))
	back := 1./7 - float64(r*(1./8)) + float64(square*(1./9-float64(r*(1./10))))
	return float64(r * square * (front + float64(square*square*back)))
}

// sum returns a+b and what its rounding lost (Knuth).
func sum(a, b float64) (total, lost float64) {
	total = a + b
	part := total - a
	return total, a - (total - part) + (b - part)
}

// fastSum is sum for |a| >= |b| (Dekker).
func fastSum(a, b float64) (total, lost float64) {
	total = a + b
	return total, a - total + b
}

// product returns a*b and what its rounding lost (Dekker), for factors below
// 2^990 whose product is not tiny.
func product(a, b float64) (total, lost float64) {
	total = float64(a * b)
	aHigh, aLow := halves(a)
	bHigh, bLow := halves(b)
	lost = float64(aHigh*bHigh) - total + float64(aHigh*bLow) + float64(aLow*bHigh) + float64(aLow*bLow)
	return total, lost
}

// halves splits the digits of a between two numbers (Veltkamp).
func halves(a float64) (high, low float64) {
	t := float64(a * (1<<27 + 1))
	high = t - (t - a)
	return high, a - high
}
