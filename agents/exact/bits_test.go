package exact

import (
	"math"
	"testing"
)

// everyNumber returns n positive numbers over all magnitudes, subnormal ones
// included.
func everyNumber(n int) []float64 {
	points := make([]float64, n)
	for i := range points {
		points[i] = math.Float64frombits(uint64(i+1) * 0x9e3779b97f4a7c15 >> 1 % 0x7ff0000000000000)
	}
	return points
}

// hash runs over the bits of f at all points (FNV-1a).
func hash(f func(float64) float64, points ...[]float64) uint64 {
	h := uint64(0xcbf29ce484222325)
	for _, list := range points {
		for _, x := range list {
			bits := math.Float64bits(f(x))
			for shift := 0; shift < 64; shift += 8 {
				h = (h ^ bits>>shift&0xff) * 0x100000001b3
			}
		}
	}
	return h
}

// TestBits pins the bits of every function over 100,000 inputs. The constants
// hold on every processor. They change only when a formula is changed on
// purpose, and then every recorded world changes with them.
func TestBits(t *testing.T) {
	const half = 50_000
	units := spread(2*half, 0, 1)
	whole := func(f func(float64) int64) func(float64) float64 {
		return func(x float64) float64 { return math.Float64frombits(uint64(f(x))) }
	}
	for _, c := range []struct {
		name   string
		f      func(float64) float64
		points [][]float64
		want   uint64
	}{
		{"Exp", Exp, [][]float64{spread(half, -30, 10), spread(half, -750, 715)}, 0x8f5bdaabe311f391},
		{"Expm1", Expm1, [][]float64{spread(half, -3, 3), spread(half, -60, 715)}, 0x5df6b766d48a1d51},
		{"Log", Log, [][]float64{spread(half, 0, 3), everyNumber(half)}, 0x95911a49eb6b95e7},
		{"Log1p", Log1p, [][]float64{spread(half, -1, 3), everyNumber(half)}, 0xec991823056d9993},
		{"Pow", func(x float64) float64 { return Pow(x, 17.3-x) }, [][]float64{spread(half, 0, 2), spread(half, 0, 1000)}, 0x713d3ac06aba96a0},
		{"Logistic", Logistic, [][]float64{spread(half, -8, 8), spread(half, -750, 50)}, 0x104716755c9c746f},
		{"ProbabilityFromHazard", ProbabilityFromHazard, [][]float64{units[:half], everyNumber(half)}, 0x5bc2a1b06d04b1b3},
		{"NormalCDF", NormalCDF, [][]float64{spread(half, -6, 6), spread(half, -39, 9)}, 0x0ca09b777dd94e69},
		{"NormalQuantile", NormalQuantile, [][]float64{units[:half], spread(half/2, 0, 1e-9), spread(half/2, 1-1e-9, 1)}, 0x6efaccf3538caa93},
		{"ExponentialQuantile", ExponentialQuantile, [][]float64{units}, 0x9182e4ae1fc53f11},
		{"GammaQuantile", func(u float64) float64 { return GammaQuantile(0.2+float64(50*u*u*u), math.Mod(7777*u, 1)) }, [][]float64{units}, 0x22f721b6c87e5f32},
		{"PoissonQuantile", func(u float64) float64 { return float64(PoissonQuantile(900*u*u*u, math.Mod(7777*u, 1))) }, [][]float64{units}, 0xd9ca933600096fd2},
		{"RoundInt64", whole(RoundInt64), [][]float64{spread(half, -9, 9), everyNumber(half)}, 0xd756dfbde4548c11},
		{"RoundInt32", whole(func(x float64) int64 { return int64(RoundInt32(x)) }), [][]float64{spread(half, -9, 9), spread(half, -3e9, 3e9)}, 0x0b6f683a4ac7881e},
		{"FloorInt64", whole(FloorInt64), [][]float64{spread(half, -9, 9), everyNumber(half)}, 0x74fde111202f694d},
		{"ToFixed", func(x float64) float64 { return ToFixed(x).Float() }, [][]float64{spread(half, -50, 50), everyNumber(half)}, 0x1cdf146cbb2fd5de},
	} {
		if got := hash(c.f, c.points...); got != c.want {
			t.Errorf("the bits of %s have changed: %#016x, not %#016x", c.name, got, c.want)
		}
	}
}
