package exact

import (
	"math"
	"math/big"
)

// precision is that of the reference values, in bits.
const precision = 200

func wide(x float64) *big.Float { return empty(precision).SetFloat64(x) }

func empty(bits uint) *big.Float { return new(big.Float).SetPrec(bits) }

// wideExp is exp(x): Taylor's series of a small part of x, squared back.
func wideExp(x *big.Float) *big.Float {
	bits := x.Prec() + 40
	halvings := max(x.MantExp(nil)+8, 0)
	small := empty(bits).SetMantExp(empty(bits).Set(x), -halvings)
	total, term := empty(bits).SetInt64(1), empty(bits).SetInt64(1)
	for n := int64(1); term.Sign() != 0 && term.MantExp(nil) > -int(bits); n++ {
		term.Mul(term, small)
		term.Quo(term, empty(bits).SetInt64(n))
		total.Add(total, term)
	}
	for range halvings {
		total.Mul(total, total)
	}
	return empty(x.Prec()).Set(total)
}

// wideArea is the inverse hyperbolic tangent of s, by its series.
func wideArea(s *big.Float) *big.Float {
	square := empty(s.Prec()).Mul(s, s)
	total, power := empty(s.Prec()).Set(s), empty(s.Prec()).Set(s)
	for n := int64(3); power.Sign() != 0 && power.MantExp(nil) > total.MantExp(nil)-int(s.Prec()); n += 2 {
		power.Mul(power, square)
		total.Add(total, empty(s.Prec()).Quo(power, empty(s.Prec()).SetInt64(n)))
	}
	return total
}

var wideLn2 = empty(precision+40).Mul(empty(precision+40).SetInt64(2),
	wideArea(empty(precision+40).Quo(empty(precision+40).SetInt64(1), empty(precision+40).SetInt64(3))))

// wideLog is log(x): that of x times a power of two near 1, and of the power.
func wideLog(x *big.Float) *big.Float {
	bits := uint(precision + 40)
	mantissa := empty(bits)
	exponent := empty(bits).Set(x).MantExp(mantissa)
	if mantissa.Cmp(big.NewFloat(0.7)) < 0 {
		mantissa.Mul(mantissa, big.NewFloat(2))
		exponent--
	}
	one := empty(bits).SetInt64(1)
	area := wideArea(empty(bits).Quo(empty(bits).Sub(mantissa, one), empty(bits).Add(mantissa, one)))
	whole := empty(bits).Mul(wideLn2, empty(bits).SetInt64(int64(exponent)))
	return empty(precision).Add(whole, area.Mul(area, big.NewFloat(2)))
}

// wideNormalCDF sums the series of odd double factorials, with as many more
// bits as the lower tail cancels.
func wideNormalCDF(x float64) *big.Float {
	bits := uint(precision + 3*x*x)
	square := empty(bits).SetFloat64(x)
	square.Mul(square, square)
	term := empty(bits).SetFloat64(x)
	total := empty(bits).Set(term)
	for n := int64(3); term.Sign() != 0 && term.MantExp(nil) > total.MantExp(nil)-int(bits); n += 2 {
		term.Mul(term, square)
		term.Quo(term, empty(bits).SetInt64(n))
		total.Add(total, term)
	}
	half := empty(bits).SetFloat64(-0.5)
	density := wideExp(half.Mul(half, square))
	// 2 pi from Machin's formula: pi = 16 atan(1/5) - 4 atan(1/239).
	twoPi := empty(bits).Mul(empty(bits).SetInt64(32), wideAngle(5, bits))
	twoPi.Sub(twoPi, empty(bits).Mul(empty(bits).SetInt64(8), wideAngle(239, bits)))
	density.Quo(density, empty(bits).Sqrt(twoPi))
	return empty(bits).Add(big.NewFloat(0.5), total.Mul(total, density))
}

// wideAngle is the angle whose tangent is 1/n.
func wideAngle(n int64, bits uint) *big.Float {
	power := empty(bits).Quo(empty(bits).SetInt64(1), empty(bits).SetInt64(n))
	square := empty(bits).Mul(power, power)
	total := empty(bits).Set(power)
	for k := int64(3); power.MantExp(nil) > -int(bits); k += 2 {
		power.Mul(power, square)
		power.Neg(power)
		total.Add(total, empty(bits).Quo(power, empty(bits).SetInt64(k)))
	}
	return total
}

// wideGamma returns the chance that a gamma variate of the given shape lies
// below x, and x times its density there. The complete integral is the
// incomplete one to a point beyond which nothing is left in 200 bits.
func wideGamma(shape, x float64) (chance, density *big.Float) {
	complete := wideGammaPart(shape, 700+4*shape)
	chance = wideGammaPart(shape, x)
	density = empty(precision).Mul(wide(shape), wideLog(wide(x)))
	density = wideExp(density.Sub(density, wide(x)))
	return chance.Quo(chance, complete), density.Quo(density, complete)
}

func wideGammaPart(shape, x float64) *big.Float {
	term := empty(precision).Quo(wide(1), wide(shape))
	total := empty(precision).Set(term)
	for n := 1.; term.MantExp(nil) > total.MantExp(nil)-precision; n++ {
		term.Mul(term, wide(x))
		term.Quo(term, empty(precision).Add(wide(shape), wide(n)))
		total.Add(total, term)
	}
	power := empty(precision).Mul(wide(shape), wideLog(wide(x)))
	return total.Mul(total, wideExp(power.Sub(power, wide(x))))
}

// ulps returns by how many units in the last place got misses want.
func ulps(got float64, want *big.Float) float64 {
	if math.IsNaN(got) || math.IsInf(got, 0) {
		return math.Inf(1)
	}
	miss := empty(precision).Sub(empty(precision).Set(want), wide(got))
	unit := max(want.MantExp(nil)-53, -1074)
	n, _ := miss.SetMantExp(miss, -unit).Float64()
	return math.Abs(n)
}

// spread returns n numbers between low and high that fill the range evenly and
// are the same on every processor: multiples of the golden ratio, modulo 1.
func spread(n int, low, high float64) []float64 {
	points := make([]float64, n)
	for i := range points {
		share := float64(float64(uint64(i+1)*0x9e3779b97f4a7c15>>11) * 0x1p-53)
		points[i] = low + float64((high-low)*share)
	}
	return points
}
