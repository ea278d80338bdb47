package exact

import (
	"math"
	"testing"
)

func TestQuick(t *testing.T) {
	worst := func(name string, f, g func(float64) float64, lo, hi float64) {
		w := 0.0
		at := 0.0
		for i := 0; i < 300000; i++ {
			x := lo + (hi-lo)*float64(i)/300000
			a, b := f(x), g(x)
			u := math.Abs(math.Nextafter(b, math.Inf(1)) - b)
			if d := math.Abs(a-b) / u; d > w || math.IsNaN(d) {
				w = d
				at = x
			}
		}
		t.Log(name, lo, hi, w, at)
	}
	worst("exp", Exp, math.Exp, -745, 709.7)
	worst("exp", Exp, math.Exp, -1, 1)
	worst("expm1", Expm1, math.Expm1, -30, 709.7)
	worst("expm1", Expm1, math.Expm1, -.1, .1)
	worst("expm1", Expm1, math.Expm1, -.01, .01)
	worst("log", Log, math.Log, 0, 10)
	worst("log", Log, math.Log, 0.98, 1.02)
	worst("log", Log, math.Log, 1e-310, 1e-308)
	worst("log1p", Log1p, math.Log1p, -1, 10)
	worst("log1p", Log1p, math.Log1p, -.01, .01)
}

var sink float64

func BenchmarkExp(b *testing.B) {
	x := 0.0
	for i := 0; i < b.N; i++ {
		x += Exp(float64(i&1023) * -.01)
	}
	sink = x
}
func BenchmarkMathExp(b *testing.B) {
	x := 0.0
	for i := 0; i < b.N; i++ {
		x += math.Exp(float64(i&1023) * -.01)
	}
	sink = x
}
func BenchmarkLog(b *testing.B) {
	x := 0.0
	for i := 0; i < b.N; i++ {
		x += Log(1e-3 + float64(i&1023)*.01)
	}
	sink = x
}
func BenchmarkMathLog(b *testing.B) {
	x := 0.0
	for i := 0; i < b.N; i++ {
		x += math.Log(1e-3 + float64(i&1023)*.01)
	}
	sink = x
}
func BenchmarkExpm1(b *testing.B) {
	x := 0.0
	for i := 0; i < b.N; i++ {
		x += Expm1(float64(i&1023) * -.01)
	}
	sink = x
}
func BenchmarkLog1p(b *testing.B) {
	x := 0.0
	for i := 0; i < b.N; i++ {
		x += Log1p(float64(i&1023) * .01)
	}
	sink = x
}
func BenchmarkExpLatency(b *testing.B) {
	x := 0.0
	for i := 0; i < b.N; i++ {
		x = Exp(-x)
	}
	sink = x
}
func BenchmarkLogLatency(b *testing.B) {
	x := 0.5
	for i := 0; i < b.N; i++ {
		x = -Log(x) + .1
	}
	sink = x
}
