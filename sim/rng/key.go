package rng

// Odd constants: the step and the two multipliers of splitmix64, and one that
// spreads items and replicates over 64 bits.
const (
	golden      = 0x9e3779b97f4a7c15
	multiplier1 = 0xbf58476d1ce4e5b9
	multiplier2 = 0x94d049bb133111eb
	spread      = 0xd1342543de82ef95
)

// Streams holds the two keys of one replicate of a run. It is a plain value:
// copy it freely and use it from any number of goroutines.
type Streams struct{ first, second uint64 }

// New returns the draws of one replicate. Replicates of one seed, and seeds of
// one replicate, are unrelated.
func New(seed uint64, replicate uint32) Streams {
	first := mix(mix(seed+golden)^(uint64(replicate)+1)*spread) + golden
	return Streams{first: mix(first), second: mix(first + golden)}
}

// U returns the draw of one person, or of whatever else has a number, in one
// week for one purpose. It lies strictly between 0 and 1, in odd multiples of
// 2^-53, so that an event that happens when U < p never happens at p = 0 and
// always at p = 1, and so that every quantile of it is finite.
// The week lies between -32768 and 32767.
func (s Streams) U(who uint32, week int32, purpose Purpose) float64 {
	// This is UItem with item 0, written out because the compiler then puts it
	// into the loops that call it.
	z := s.first ^ (uint64(uint16(week))<<48 | uint64(purpose)<<32 | uint64(who))
	z = (z ^ z>>30) * multiplier1
	z = (z ^ z>>27) * multiplier2
	z ^= z>>31 ^ s.second
	z = (z ^ z>>30) * multiplier1
	z = (z ^ z>>27) * multiplier2
	return float64(float64(int64((z^z>>31)>>11|1)) * 0x1p-53)
}

// UItem returns the draw for one of several like things that concern a person
// in a week: the item-th application, or a vacancy by its number. Item 0 is U.
func (s Streams) UItem(who uint32, week int32, item uint32, purpose Purpose) float64 {
	return unit(s.Bits(who, week, item, purpose))
}

// Bits returns the 64 bits from which UItem makes its number, for ties that are
// settled by comparing integers. Two items at one address never share them. It is written
// out for the reason that U is.
func (s Streams) Bits(who uint32, week int32, item uint32, purpose Purpose) uint64 {
	z := s.first ^ (uint64(uint16(week))<<48 | uint64(purpose)<<32 | uint64(who))
	z = (z ^ z>>30) * multiplier1
	z = (z ^ z>>27) * multiplier2
	z ^= z>>31 ^ s.second ^ uint64(item)*spread
	z = (z ^ z>>30) * multiplier1
	z = (z ^ z>>27) * multiplier2
	return z ^ z>>31
}

// Items are the draws of one address for things that are many: half of the work is done once.
type Items uint64

// Items returns those of an address.
func (s Streams) Items(who uint32, week int32, purpose Purpose) Items {
	return Items(mix(s.first^pack(who, week, purpose)) ^ s.second)
}

// Bits returns what Streams.Bits does for an item of the address.
func (x Items) Bits(item uint32) uint64 { return mix(uint64(x) ^ uint64(item)*spread) }

// pack puts an address into one word, every address into its own.
func pack(who uint32, week int32, purpose Purpose) uint64 {
	return uint64(uint16(week))<<48 | uint64(purpose)<<32 | uint64(who)
}

// unit makes a number strictly between 0 and 1 of the 52 highest bits.
func unit(bits uint64) float64 {
	// The conversion keeps arm64 from joining the product to a caller's sum.
	return float64(float64(int64(bits>>11|1)) * 0x1p-53)
}

// mix is the finaliser of splitmix64: a fixed shuffle of all 64-bit numbers.
func mix(z uint64) uint64 {
	z = (z ^ z>>30) * multiplier1
	z = (z ^ z>>27) * multiplier2
	return z ^ z>>31
}
