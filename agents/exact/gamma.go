package exact

import "math"

// ExponentialQuantile returns the x below which an exponential variate with
// mean 1 lies with chance u: +Inf at 1, NaN outside [0, 1].
func ExponentialQuantile(u float64) float64 {
	if !(u >= 0 && u <= 1) {
		return math.NaN()
	}
	return -Log1p(-u)
}

// GammaQuantile returns the x below which a gamma variate with the given shape
// and rate 1 lies with chance u; its relative error is below 1e-13 for shapes
// from 0.1 to 500. Divide by the rate for another rate: a frailty with mean 1
// and variance v is GammaQuantile(1/v, u)*v. The result is 0 at u = 0 and +Inf
// at u = 1; it is NaN outside [0, 1] and for a shape that is not positive and
// finite. It takes about a microsecond and belongs into set-up.
//
// The logarithms of both tails are concave in log x, so that Newton's method on
// the smaller tail, in log x, comes from one side and cannot run away.
func GammaQuantile(shape, u float64) float64 {
	switch {
	case !(shape > 0 && shape <= math.MaxFloat64 && u >= 0 && u <= 1):
		return math.NaN()
	case u == 0:
		return 0
	case u == 1:
		return math.Inf(1)
	}
	x := gammaGuess(shape, u)
	for range 100 {
		lower, upper, scale := gammaTails(shape, x)
		slope := shape * scale
		var step float64
		if u <= 0.5 {
			step = -Log(lower/u) * (lower / slope)
		} else {
			step = Log(upper/(1-u)) * (upper / slope)
		}
		if !(math.Abs(step) > 1e-16) { // x is 0, or nothing is left to gain
			return x
		}
		x *= Exp(step)
		if math.Abs(step) < 1e-9 { // the next step would be below 1e-16
			return x
		}
	}
	return x
}

// gammaGuess starts GammaQuantile: below the solution for the lower half, from
// the first term of the series of the distribution, and by Wilson and Hilferty
// (1931) for the upper half.
func gammaGuess(shape, u float64) float64 {
	if u <= 0.5 {
		return Exp((Log(u) + logGammaOfNext(shape)) / shape)
	}
	root := 1 - 1/(9*shape) + NormalQuantile(u)/(3*math.Sqrt(shape))
	if root < 0.1 {
		return shape
	}
	return shape * root * root * root
}

// gammaTails returns the chances that a gamma variate with the given shape and
// rate 1 lies below and above x > 0: a series below the mean, a continued
// fraction above it (Abramowitz and Stegun 6.5.29 and 6.5.31); and poissonTerm, of
// which both are made.
func gammaTails(shape, x float64) (lower, upper, scale float64) {
	scale = poissonTerm(shape, x)
	if x < shape+1 {
		term, total := 1., 1.
		for n := shape + 1; term > total*0x1p-56; n++ {
			term = float64(term * (x / n))
			total += term
		}
		lower = float64(scale * total)
		return lower, 1 - lower, scale
	}
	// Lentz's method; every denominator is positive here.
	b := x + 1 - shape
	d := 1 / b
	c, fraction := math.Inf(1), d
	for n := 1.; n < 1e6; n++ {
		a := float64(n * (shape - n))
		b += 2
		d = 1 / (b + float64(a*d))
		c = b + a/c
		factor := float64(c * d)
		fraction *= factor
		if !(math.Abs(factor-1) > 0x1p-52) {
			break
		}
	}
	upper = float64(scale * shape * fraction)
	return 1 - upper, upper, scale
}

// poissonTerm returns x^a * exp(-x) / Gamma(a+1) for x > 0 and a >= 0, which
// for a whole a is the chance that a Poisson variate with mean x equals a. For
// large a the powers cancel first (Loader 2000, "Fast and accurate computation
// of binomial probabilities").
func poissonTerm(a, x float64) float64 {
	if a < 16 {
		return Exp(float64(a*Log(x)) - x - logGammaOfNext(a))
	}
	u := (x - a) / a
	var distance float64 // x - a - a*log(x/a)
	if u > -0.5 && u < 1 {
		distance = float64(a * (u - Log1p(u)))
	} else {
		distance = x - a - float64(a*Log(x/a))
	}
	return Exp(-distance-stirlingRest(a)) / math.Sqrt(2*math.Pi*a)
}

// logGammaOfNext returns log Gamma(a+1), that is log a! for a whole a, for
// a >= 0, with an absolute error of a few ulp of the larger of 1 and itself.
func logGammaOfNext(a float64) float64 {
	shifted, product := a, 1.
	for shifted < 16 {
		shifted++
		product *= shifted
	}
	const halfLog2Pi = 0.918938533204672741780329736406
	stirling := float64((shifted+0.5)*Log(shifted)) - shifted + halfLog2Pi
	return stirling + stirlingRest(shifted) - Log(product)
}

// stirlingRest returns what Stirling's formula for log Gamma(a+1) leaves out,
// for a >= 16: the first term left out here is below 2^-58.
func stirlingRest(a float64) float64 {
	w := 1 / (a * a)
	rest := -691. / 360360
	rest = float64(rest*w) + 1./1188
	rest = float64(rest*w) - 1./1680
	rest = float64(rest*w) + 1./1260
	rest = float64(rest*w) - 1./360
	rest = float64(rest*w) + 1./12
	return rest / a
}
