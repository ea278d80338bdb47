package exact

// Fixed is a number in steps of 2^-30, about a thousand-millionth. Sums of Fixed
// are sums of integers: exact, and the same in whatever order and on however
// many workers they are taken. The range is ±8.6 thousand million, so that a
// hundred million persons may bring 50 each.
type Fixed int64

// FixedOne is the number 1.
const FixedOne Fixed = 1 << 30

// ToFixed returns the step nearest to x, halves away from zero; beyond the range
// it returns the end of the range, and 0 for NaN. A sum that meets such an end
// overflows, as integers do.
func ToFixed(x float64) Fixed { return Fixed(RoundInt64(float64(x * (1 << 30)))) }

// Float returns the number nearest to f, exactly f below 8.4 million.
func (f Fixed) Float() float64 { return float64(float64(f) * 0x1p-30) }
