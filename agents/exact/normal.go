package exact

import "math"

// NormalCDF returns the chance that a standard normal variate lies below x,
// with a relative error below 1e-15 down to x = -37.5, where the result leaves
// the normal numbers. The rational functions are those of Cody (1969),
// "Rational Chebyshev approximations for the error function", Mathematics of
// Computation 23, as used for the normal integral in Algorithm 715 of ACM TOMS.
func NormalCDF(x float64) float64 {
	size := math.Abs(x)
	if size <= 0.67448975 {
		square := float64(x * x)
		above := 0.065682337918207449113
		above = float64(above*square) + 2.2352520354606839287
		above = float64(above*square) + 161.02823106855587881
		above = float64(above*square) + 1067.6894854603709582
		above = float64(above*square) + 18154.981253343561249
		below := square + 47.20258190468824187
		below = float64(below*square) + 976.09855173777669322
		below = float64(below*square) + 10260.932208618978205
		below = float64(below*square) + 45507.789335026729956
		return 0.5 + float64(x*(above/below))
	}
	tail := 0.
	switch {
	case size < 5.656854249492381:
		tail = middleTail(size)
	case size < 39:
		tail = farTail(size)
	case math.IsNaN(x):
		return x
	}
	if x > 0 {
		return 1 - tail
	}
	return tail
}

// middleTail returns the chance above x for x between 0.67 and sqrt 32.
func middleTail(x float64) float64 {
	above := 1.0765576773720192317e-8
	above = float64(above*x) + 0.39894151208813466764
	above = float64(above*x) + 8.8831497943883759412
	above = float64(above*x) + 93.506656132177855979
	above = float64(above*x) + 597.27027639480026226
	above = float64(above*x) + 2494.5375852903726711
	above = float64(above*x) + 6848.1904505362823326
	above = float64(above*x) + 11602.651437647350124
	above = float64(above*x) + 9842.7148383839780218
	below := x + 22.266688044328115691
	below = float64(below*x) + 235.38790178262499861
	below = float64(below*x) + 1519.377599407554805
	below = float64(below*x) + 6485.558298266760755
	below = float64(below*x) + 18615.571640885098091
	below = float64(below*x) + 34900.952721145977266
	below = float64(below*x) + 38912.003286093271411
	below = float64(below*x) + 19685.429676859990727
	return float64(expHalfSquare(x) * (above / below))
}

// farTail returns the chance above x for x above sqrt 32.
func farTail(x float64) float64 {
	w := 1 / (x * x)
	above := 0.02307344176494017303
	above = float64(above*w) + 0.21589853405795699
	above = float64(above*w) + 0.1274011611602473639
	above = float64(above*w) + 0.022235277870649807
	above = float64(above*w) + 0.001421619193227893466
	above = float64(above*w) + 2.9112874951168792e-5
	below := w + 1.28426009614491121
	below = float64(below*w) + 0.468238212480865118
	below = float64(below*w) + 0.0659881378689285515
	below = float64(below*w) + 0.00378239633202758244
	below = float64(below*w) + 7.29751555083966205e-5
	rest := float64(w * (above / below))
	return float64(expHalfSquare(x) * ((0.398942280401432677939946 - rest) / x))
}

// expHalfSquare returns exp(-x*x/2). The square is split, so that its rounding
// is not magnified by the exponential.
func expHalfSquare(x float64) float64 {
	square, lost := product(x, x)
	if square > 1480 {
		return 0
	}
	return expOfSum(float64(-square/2), float64(-lost/2))
}

// NormalQuantile returns the x below which a standard normal variate lies with
// chance u, with a relative error below 1e-15: Algorithm AS 241 (PPND16),
// Wichura (1988), Applied Statistics 37. At 0 and 1 the result is -Inf and
// +Inf; outside [0, 1] and for NaN it is NaN. Between neighbouring u it may fall
// by that error.
func NormalQuantile(u float64) float64 {
	q := u - 0.5
	if math.Abs(q) <= 0.425 {
		return centreQuantile(q)
	}
	switch {
	case u == 0:
		return math.Inf(-1)
	case u == 1:
		return math.Inf(1)
	case !(u > 0 && u < 1):
		return math.NaN()
	}
	if q < 0 {
		return -tailQuantile(math.Sqrt(-Log(u)))
	}
	return tailQuantile(math.Sqrt(-Log(1 - u)))
}

// centreQuantile returns the quantile of 0.5+q for |q| <= 0.425.
func centreQuantile(q float64) float64 {
	r := 0.180625 - float64(q*q)
	above := 2.5090809287301226727e3
	above = float64(above*r) + 3.3430575583588128105e4
	above = float64(above*r) + 6.7265770927008700853e4
	above = float64(above*r) + 4.5921953931549871457e4
	above = float64(above*r) + 1.3731693765509461125e4
	above = float64(above*r) + 1.9715909503065514427e3
	above = float64(above*r) + 1.3314166789178437745e2
	above = float64(above*r) + 3.3871328727963666080e0
	below := 5.2264952788528545610e3
	below = float64(below*r) + 2.8729085735721942674e4
	below = float64(below*r) + 3.9307895800092710610e4
	below = float64(below*r) + 2.1213794301586595867e4
	below = float64(below*r) + 5.3941960214247511077e3
	below = float64(below*r) + 6.8718700749205790830e2
	below = float64(below*r) + 4.2313330701600911252e1
	below = float64(below*r) + 1
	return float64(q * (above / below))
}

// tailQuantile returns the quantile above which lies a chance of exp(-r*r).
func tailQuantile(r float64) float64 {
	if r > 5 {
		return farTailQuantile(r - 5)
	}
	r -= 1.6
	above := 7.74545014278341407640e-4
	above = float64(above*r) + 2.27238449892691845833e-2
	above = float64(above*r) + 2.41780725177450611770e-1
	above = float64(above*r) + 1.27045825245236838258e0
	above = float64(above*r) + 3.64784832476320460504e0
	above = float64(above*r) + 5.76949722146069140550e0
	above = float64(above*r) + 4.63033784615654529590e0
	above = float64(above*r) + 1.42343711074968357734e0
	below := 1.05075007164441684324e-9
	below = float64(below*r) + 5.47593808499534494600e-4
	below = float64(below*r) + 1.51986665636164571966e-2
	below = float64(below*r) + 1.48103976427480074590e-1
	below = float64(below*r) + 6.89767334985100004550e-1
	below = float64(below*r) + 1.67638483018380384940e0
	below = float64(below*r) + 2.05319162663775882187e0
	below = float64(below*r) + 1
	return above / below
}

// farTailQuantile is tailQuantile(r+5), for chances below 1.4e-11.
func farTailQuantile(r float64) float64 {
	above := 2.01033439929228813265e-7
	above = float64(above*r) + 2.71155556874348757815e-5
	above = float64(above*r) + 1.24266094738807843860e-3
	above = float64(above*r) + 2.65321895265761230930e-2
	above = float64(above*r) + 2.96560571828504891230e-1
	above = float64(above*r) + 1.78482653991729133580e0
	above = float64(above*r) + 5.46378491116411436990e0
	above = float64(above*r) + 6.65790464350110377720e0
	below := 2.04426310338993978564e-15
	below = float64(below*r) + 1.42151175831644588870e-7
	below = float64(below*r) + 1.84631831751005468180e-5
	below = float64(below*r) + 7.86869131145613259100e-4
	below = float64(below*r) + 1.48753612908506148525e-2
	below = float64(below*r) + 1.36929880922735805310e-1
	below = float64(below*r) + 5.99832206555887937690e-1
	below = float64(below*r) + 1
	return above / below
}
