package exact

import (
	"math"
	"testing"
)

var (
	infinity = math.Inf(1)
	nan      = math.NaN()
)

// TestLimits states what every function gives at the ends of its range and
// outside it.
func TestLimits(t *testing.T) {
	poisson := func(mean, u float64) float64 { return float64(PoissonQuantile(mean, u)) }
	for _, c := range []struct {
		name      string
		got, want float64
	}{
		{"Exp(0)", Exp(0), 1},
		{"Exp(1)", Exp(1), math.E},
		{"Exp(-Inf)", Exp(-infinity), 0},
		{"Exp(+Inf)", Exp(infinity), infinity},
		{"Exp(NaN)", Exp(nan), nan},
		{"Exp(1e300)", Exp(1e300), infinity},
		{"Exp(-1e300)", Exp(-1e300), 0},
		{"Exp(709.782712893384), the last finite one", Exp(709.782712893384), 1.7976931348622732e308},
		{"Exp(709.7827128933841)", Exp(709.7827128933841), infinity},
		{"Exp(-745.1332191019411), the last above 0", Exp(-745.1332191019411), 5e-324},
		{"Exp(-745.1332191019412)", Exp(-745.1332191019412), 0},
		{"Expm1(0)", Expm1(0), 0},
		{"Expm1(1e-300)", Expm1(1e-300), 1e-300},
		{"Expm1(-Inf)", Expm1(-infinity), -1},
		{"Expm1(-50)", Expm1(-50), -1},
		{"Expm1(+Inf)", Expm1(infinity), infinity},
		{"Expm1(705)", Expm1(705), Exp(705)},
		{"Expm1(NaN)", Expm1(nan), nan},
		{"Log(1)", Log(1), 0},
		{"Log(e)", Log(math.E), 1},
		{"Log(0)", Log(0), -infinity},
		{"Log(+Inf)", Log(infinity), infinity},
		{"Log(-1)", Log(-1), nan},
		{"Log(-Inf)", Log(-infinity), nan},
		{"Log(NaN)", Log(nan), nan},
		{"Log(5e-324)", Log(5e-324), -744.4400719213812},
		{"Log1p(0)", Log1p(0), 0},
		{"Log1p(1e-300)", Log1p(1e-300), 1e-300},
		{"Log1p(-1)", Log1p(-1), -infinity},
		{"Log1p(+Inf)", Log1p(infinity), infinity},
		{"Log1p(1e300)", Log1p(1e300), Log(1e300)},
		{"Log1p(-1.5)", Log1p(-1.5), nan},
		{"Log1p(NaN)", Log1p(nan), nan},
		{"Pow(3, 4)", Pow(3, 4), 81},
		{"Pow(2, 0.5)", Pow(2, 0.5), math.Sqrt2},
		{"Pow(2, 1023)", Pow(2, 1023), 0x1p1023},
		{"Pow(2, 1024)", Pow(2, 1024), infinity},
		{"Pow(2, -1074)", Pow(2, -1074), 5e-324},
		{"Pow(2, -1076)", Pow(2, -1076), 0},
		{"Pow(NaN, 0)", Pow(nan, 0), 1},
		{"Pow(1, NaN)", Pow(1, nan), 1},
		{"Pow(1, +Inf)", Pow(1, infinity), 1},
		{"Pow(0, 2)", Pow(0, 2), 0},
		{"Pow(0, -2)", Pow(0, -2), infinity},
		{"Pow(0, +Inf)", Pow(0, infinity), 0},
		{"Pow(+Inf, 2)", Pow(infinity, 2), infinity},
		{"Pow(+Inf, -2)", Pow(infinity, -2), 0},
		{"Pow(0.5, +Inf)", Pow(0.5, infinity), 0},
		{"Pow(0.5, -Inf)", Pow(0.5, -infinity), infinity},
		{"Pow(2, -Inf)", Pow(2, -infinity), 0},
		{"Pow(2, 1e-300)", Pow(2, 1e-300), 1},
		{"Pow(2, 1e300)", Pow(2, 1e300), infinity},
		{"Pow(-2, 2)", Pow(-2, 2), nan},
		{"Pow(2, NaN)", Pow(2, nan), nan},
		{"Logistic(0)", Logistic(0), 0.5},
		{"Logistic(-Inf)", Logistic(-infinity), 0},
		{"Logistic(+Inf)", Logistic(infinity), 1},
		{"Logistic(NaN)", Logistic(nan), nan},
		{"ProbabilityFromHazard(0)", ProbabilityFromHazard(0), 0},
		{"ProbabilityFromHazard(-1)", ProbabilityFromHazard(-1), 0},
		{"ProbabilityFromHazard(NaN)", ProbabilityFromHazard(nan), 0},
		{"ProbabilityFromHazard(+Inf)", ProbabilityFromHazard(infinity), 1},
		{"ProbabilityFromHazard(ln 2)", ProbabilityFromHazard(math.Ln2), 0.5},
		{"NormalCDF(0)", NormalCDF(0), 0.5},
		{"NormalCDF(-Inf)", NormalCDF(-infinity), 0},
		{"NormalCDF(+Inf)", NormalCDF(infinity), 1},
		{"NormalCDF(-1e300)", NormalCDF(-1e300), 0},
		{"NormalCDF(NaN)", NormalCDF(nan), nan},
		{"NormalQuantile(0.5)", NormalQuantile(0.5), 0},
		{"NormalQuantile(0)", NormalQuantile(0), -infinity},
		{"NormalQuantile(1)", NormalQuantile(1), infinity},
		{"NormalQuantile(-0.1)", NormalQuantile(-0.1), nan},
		{"NormalQuantile(1.1)", NormalQuantile(1.1), nan},
		{"NormalQuantile(NaN)", NormalQuantile(nan), nan},
		{"ExponentialQuantile(0)", ExponentialQuantile(0), 0},
		{"ExponentialQuantile(1)", ExponentialQuantile(1), infinity},
		{"ExponentialQuantile(2)", ExponentialQuantile(2), nan},
		{"ExponentialQuantile(NaN)", ExponentialQuantile(nan), nan},
		{"GammaQuantile(1.5, 0)", GammaQuantile(1.5, 0), 0},
		{"GammaQuantile(1.5, 1)", GammaQuantile(1.5, 1), infinity},
		{"GammaQuantile(0, 0.5)", GammaQuantile(0, 0.5), nan},
		{"GammaQuantile(NaN, 0.5)", GammaQuantile(nan, 0.5), nan},
		{"GammaQuantile(+Inf, 0.5)", GammaQuantile(infinity, 0.5), nan},
		{"GammaQuantile(2, NaN)", GammaQuantile(2, nan), nan},
		{"PoissonQuantile(0, 0.9)", poisson(0, 0.9), 0},
		{"PoissonQuantile(-1, 0.9)", poisson(-1, 0.9), 0},
		{"PoissonQuantile(NaN, 0.9)", poisson(nan, 0.9), 0},
		{"PoissonQuantile(5, NaN)", poisson(5, nan), 0},
		{"PoissonQuantile(5, 0)", poisson(5, 0), 0},
		{"PoissonQuantile(1e9, 0.5)", poisson(1e9, 0.5), 1e9},
		{"PoissonQuantile(1e12, 0.5)", poisson(1e12, 0.5), 1e9},
		{"PoissonQuantile(5, 1)", poisson(5, 1), poisson(5, 1-0x1p-53)},
	} {
		if c.got != c.want && !(math.IsNaN(c.got) && math.IsNaN(c.want)) {
			t.Errorf("%s is %v, not %v", c.name, c.got, c.want)
		}
	}
	for name, f := range map[string]func(float64) float64{"Expm1": Expm1, "Log1p": Log1p} {
		if got := f(math.Copysign(0, -1)); got != 0 || !math.Signbit(got) {
			t.Errorf("%s(-0) is %v, not -0", name, got)
		}
	}
}

// TestMonotone compares neighbouring numbers, there where the formula changes
// and everywhere else, and asks that the functions never fall.
func TestMonotone(t *testing.T) {
	var steps []float64 // where Exp turns to the next entry of its table
	for k := -8000.; k < 8000; k++ {
		steps = append(steps, (k+0.5)*math.Ln2/128)
	}
	var cuts []float64 // where Log turns to the next entry of its table
	for i := range uint64(4 * 128) {
		cuts = append(cuts, math.Float64frombits(logBase-1+(i-256)<<45))
	}
	for _, c := range []struct {
		name   string
		f      func(float64) float64
		points [][]float64
	}{
		{"Exp", Exp, [][]float64{steps, spread(20_000, -40, 40), {-690, 709}}},
		{"Expm1", Expm1, [][]float64{steps, spread(20_000, -2, 2), {-0x1p-54, 0x1p-54, -40, 700}}},
		{"Log", Log, [][]float64{cuts, spread(20_000, 0, 3), {0x1p-1022}}},
		{"Log1p", Log1p, [][]float64{spread(20_000, -1, 3), {-0x1p-8, 0x1p-7, 1, 0x1p60}}},
		{"Logistic", Logistic, [][]float64{steps, spread(20_000, -20, 40), {0}}},
		{"ProbabilityFromHazard", ProbabilityFromHazard, [][]float64{spread(20_000, 0, 3), {0}}},
	} {
		falls, where := 0, 0.
		for _, list := range c.points {
			for _, x := range list {
				before, at, after := c.f(math.Nextafter(x, -infinity)), c.f(x), c.f(math.Nextafter(x, infinity))
				if before > at || at > after {
					falls, where = falls+1, x
				}
			}
		}
		if falls > 0 {
			t.Errorf("%s falls at %d points, the last of them %v", c.name, falls, where)
		}
	}
}

// TestQuantilesRise asks the quantiles to rise with u in steps far above their
// error.
func TestQuantilesRise(t *testing.T) {
	for name, f := range map[string]func(float64) float64{
		"NormalQuantile":           NormalQuantile,
		"NormalCDF of NormalQuant": func(u float64) float64 { return NormalCDF(NormalQuantile(u)) },
		"GammaQuantile(0.2)":       func(u float64) float64 { return GammaQuantile(0.2, u) },
		"GammaQuantile(20)":        func(u float64) float64 { return GammaQuantile(20, u) },
	} {
		last := math.Inf(-1)
		for i := 1; i < 4096; i++ {
			if x := f(float64(i) / 4096); x > last {
				last = x
			} else {
				t.Errorf("%s does not rise to %v at %d/4096", name, x, i)
			}
		}
	}
	for i := range 2048 {
		u := float64(i) / 4096
		if NormalQuantile(u) != -NormalQuantile(1-u) {
			t.Errorf("the normal quantiles of %v and %v are not opposite", u, 1-u)
		}
	}
}
