package exact

import (
	"math"
	"testing"
)

// Written by the benchmarks, so that their work is not optimised away.
var (
	sink  float64
	count int64
)

func Benchmark(b *testing.B) {
	for _, c := range []struct {
		name      string
		f         func(float64) float64
		low, high float64
	}{
		{"Exp", Exp, -10, 2},
		{"Expm1", Expm1, -10, 2},
		{"Log", Log, 0, 10},
		{"Log1p", Log1p, -1, 10},
		{"Logistic", Logistic, -6, 6},
		{"Pow", func(x float64) float64 { return Pow(x, 0.7) }, 0, 10},
		{"ProbabilityFromHazard", ProbabilityFromHazard, 0, 1},
		{"NormalCDF", NormalCDF, -4, 4},
		{"NormalQuantile", NormalQuantile, 0, 1},
		{"ExponentialQuantile", ExponentialQuantile, 0, 1},
		{"GammaQuantile", func(u float64) float64 { return GammaQuantile(1.6, u) }, 0, 1},
		{"PoissonQuantile/mean=20", func(u float64) float64 { return float64(PoissonQuantile(20, u)) }, 0, 1},
		{"PoissonQuantile/mean=600", func(u float64) float64 { return float64(PoissonQuantile(600, u)) }, 0, 1},
		{"PoissonQuantile/mean=22000", func(u float64) float64 { return float64(PoissonQuantile(22_000, u)) }, 0, 1},
		{"math.Exp", math.Exp, -10, 2},
		{"math.Log", math.Log, 0, 10},
	} {
		b.Run(c.name, func(b *testing.B) {
			points := spread(1024, c.low, c.high)
			for i := 0; b.Loop(); i++ {
				sink += c.f(points[i%1024])
			}
		})
	}
}

func BenchmarkRoundInt64(b *testing.B) {
	points := spread(1024, -100, 100)
	for i := 0; b.Loop(); i++ {
		count += RoundInt64(points[i%1024])
	}
}

func BenchmarkToFixed(b *testing.B) {
	points := spread(1024, 0, 50)
	for i := 0; b.Loop(); i++ {
		count += int64(ToFixed(points[i%1024]))
	}
}
