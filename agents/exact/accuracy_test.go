package exact

import (
	"math"
	"math/big"
	"testing"
)

// TestTables recomputes the entries of both tables.
func TestTables(t *testing.T) {
	root := empty(precision + 40).SetInt64(2)
	for range 7 {
		root.Sqrt(root)
	}
	power := empty(precision + 40).SetInt64(1)
	for i, entry := range expTable {
		near, _ := power.Float64()
		if got := math.Float64frombits(entry.bits + uint64(i)<<45); got != near {
			t.Errorf("expTable[%d] stands for %v, not %v", i, got, near)
		}
		rest := empty(precision).Quo(power, wide(near))
		if tail, _ := rest.Sub(rest, wide(1)).Float64(); entry.tail != tail {
			t.Errorf("expTable[%d].tail is %v, not %v", i, entry.tail, tail)
		}
		power.Mul(power, root)
	}
	for i, entry := range logTable {
		if bits := math.Float64bits(entry.inverse); bits<<11<<11 != 0 && bits&(1<<42-1) != 0 {
			t.Errorf("logTable[%d].inverse has more than 11 bits", i)
		}
		if high := entry.high * (1 << 42); high != math.Trunc(high) {
			t.Errorf("logTable[%d].high is not a multiple of 2^-42", i)
		}
		low := wideLog(wide(entry.inverse))
		low.Add(low, wide(entry.high))
		if want, _ := low.Neg(low).Float64(); entry.low != want {
			t.Errorf("logTable[%d].low is %v, not %v", i, entry.low, want)
		}
		start := math.Float64frombits(logBase + uint64(i)<<45)
		end := math.Float64frombits(logBase + uint64(i+1)<<45)
		if reach := max(1-start*entry.inverse, end*entry.inverse-1); reach > 0x1p-7 {
			t.Errorf("logTable[%d] leaves a remainder of %v", i, reach)
		}
	}
}

// TestAccuracy compares every function with 200-bit arithmetic.
func TestAccuracy(t *testing.T) {
	if testing.Short() {
		t.Skip("the same bits are compared by TestBits")
	}
	one := wide(1)
	expm1 := func(x float64) *big.Float { e := wideExp(wide(x)); return e.Sub(e, one) }
	log1p := func(x float64) *big.Float { return wideLog(empty(precision).Add(one, wide(x))) }
	exp := func(x float64) *big.Float { return wideExp(wide(x)) }
	log := func(x float64) *big.Float { return wideLog(wide(x)) }
	logistic := func(x float64) *big.Float {
		e := wideExp(wide(-x))
		return e.Quo(one, e.Add(e, one))
	}
	hazard := func(h float64) *big.Float { e := wideExp(wide(-h)); return e.Sub(one, e) }
	exponential := func(u float64) *big.Float {
		l := wideLog(empty(precision).Sub(one, wide(u)))
		return l.Neg(l)
	}
	power := func(y float64) (own func(float64) float64, reference func(float64) *big.Float) {
		return func(x float64) float64 { return Pow(x, y) }, func(x float64) *big.Float {
			l := wideLog(wide(x))
			return wideExp(l.Mul(l, wide(y)))
		}
	}
	tenth, wideTenth := power(0.1)
	third, wideThird := power(-1. / 3)
	large, wideLarge := power(123.4)
	huge, wideHuge := power(-6e5)

	for _, c := range []struct {
		name      string
		own       func(float64) float64
		reference func(float64) *big.Float
		low, high float64
		limit     float64 // ulp
	}{
		{"Exp", Exp, exp, -1, 1, 0.52},
		{"Exp", Exp, exp, -30, 5, 0.52},
		{"Exp", Exp, exp, -707, 709.7, 0.52},
		{"Exp near the largest", Exp, exp, 709, 709.782712893384, 0.52},
		{"Exp below normal numbers", Exp, exp, -745.13, -707, 1},
		{"Expm1 near 0", Expm1, expm1, -0.004, 0.004, 2},
		{"Expm1", Expm1, expm1, -1, 1, 1.5},
		{"Expm1", Expm1, expm1, -45, 709.7, 1.5},
		{"Log", Log, log, 0, 1, 0.53},
		{"Log near 1", Log, log, 0.99, 1.01, 0.53},
		{"Log", Log, log, 0.5, 50, 0.53},
		{"Log", Log, log, 0, math.MaxFloat64, 0.53},
		{"Log below normal numbers", Log, log, 0, 1e-307, 0.53},
		{"Log1p near 0", Log1p, log1p, -0.01, 0.01, 1.1},
		{"Log1p", Log1p, log1p, -0.999, 1, 1.1},
		{"Log1p", Log1p, log1p, 1, 1e5, 1.1},
		{"Pow 0.1", tenth, wideTenth, 0, 1e6, 0.55},
		{"Pow -1/3", third, wideThird, 0, 1, 0.55},
		{"Pow 123.4", large, wideLarge, 0.01, 300, 0.55},
		{"Pow -600000", huge, wideHuge, 0.999, 1.001, 0.55},
		{"Logistic", Logistic, logistic, -5, 5, 2},
		{"Logistic", Logistic, logistic, -700, 40, 2},
		{"ProbabilityFromHazard", ProbabilityFromHazard, hazard, 0, 1, 1.5},
		{"ExponentialQuantile", ExponentialQuantile, exponential, 0, 1, 1.1},
		{"NormalCDF", NormalCDF, wideNormalCDF, -6, 6, 4},
		{"NormalCDF", NormalCDF, wideNormalCDF, -0.7, 0.7, 4},
	} {
		n := 3000
		if c.name == "NormalCDF" {
			n = 600
		}
		worst, at := 0., 0.
		for _, x := range spread(n, c.low, c.high) {
			if miss := ulps(c.own(x), c.reference(x)); miss > worst {
				worst, at = miss, x
			}
		}
		t.Logf("%s from %g to %g: at most %.3f ulp", c.name, c.low, c.high, worst)
		if worst > c.limit {
			t.Errorf("%s misses by %.3f ulp at %v, more than %g", c.name, worst, at, c.limit)
		}
	}
}

// TestNormalTails checks the relative error far out, and the quantile by
// putting it back into 200-bit arithmetic.
func TestNormalTails(t *testing.T) {
	if testing.Short() {
		t.Skip("the same bits are compared by TestBits")
	}
	worst := 0.
	for _, x := range spread(25, -37.5, -6) {
		want := wideNormalCDF(x)
		miss := empty(precision).Sub(want, wide(NormalCDF(x)))
		relative, _ := miss.Quo(miss, want).Float64()
		worst = max(worst, math.Abs(relative))
	}
	t.Logf("NormalCDF down to -37.5: relative error at most %.2g", worst)
	if worst > 1e-15 {
		t.Errorf("NormalCDF misses by %g of the tail", worst)
	}
	worst = 0
	points := append(spread(400, 0, 1), 1e-300, 1e-100, 1e-20, 1e-12, 1e-9, 1e-5, 0.0749, 0.0751, 0.5+1e-9, 1-1e-10)
	for _, u := range points {
		x := NormalQuantile(u)
		// Away from x by d the chance differs by d times the density.
		miss := wideNormalCDF(x)
		miss.Sub(miss, wide(u))
		density := wideExp(wide(-x * x / 2))
		gap, _ := miss.Quo(miss, density).Float64()
		worst = max(worst, math.Abs(gap*math.Sqrt(2*math.Pi)/x))
	}
	t.Logf("NormalQuantile: relative error at most %.2g", worst)
	if worst > 1e-15 {
		t.Errorf("NormalQuantile misses by %g", worst)
	}
}

func TestGammaQuantile(t *testing.T) {
	if testing.Short() {
		t.Skip("the same bits are compared by TestBits")
	}
	worst := 0.
	for _, shape := range []float64{0.1, 0.2, 0.35, 0.5, 0.9, 1, 1.5, 3.3, 7, 15.9, 16, 16.1, 50, 500} {
		for _, u := range append(spread(12, 0, 1), 0x1p-53, 1e-9, 1e-4, 0.5, 0.9999, 1-0x1p-53) {
			x := GammaQuantile(shape, u)
			chance, density := wideGamma(shape, x)
			miss, _ := chance.Quo(chance.Sub(chance, wide(u)), density).Float64()
			if !(math.Abs(miss) < 1e-13) {
				t.Errorf("GammaQuantile(%v, %v) = %v misses by %.2g of itself", shape, u, x, miss)
			}
			worst = max(worst, math.Abs(miss))
		}
	}
	t.Logf("GammaQuantile: relative error at most %.2g", worst)
}
