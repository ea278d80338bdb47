package agents

import (
	"reflect"
	"unsafe"
)

// A block is memory for columns that lie one behind the other. A week reads some two hundred
// columns of a person: in slices of their own, each on pages of its own, the processor spends a
// tenth of its time on looking up where they are. In one block the operating system can be asked
// for pages that hold several columns (see askForLargePages).
type block struct {
	bytes []byte
	next  int
}

// Sizes in bytes of what processors fetch at once, and of the pages that are asked for.
const (
	cacheLine = 64
	largePage = 2 << 20
)

// roomFor is what a column of so many bytes takes of a block. The lines between two of them keep
// one row of many columns from falling into the same few places of the first cache, which sees
// no more of an address than its last twelve bits.
func roomFor(bytes int) int {
	const apart = 11
	return (bytes+cacheLine-1)/cacheLine*cacheLine + apart*cacheLine
}

// newBlock is memory for columns of the given sizes by roomFor. Where there is much of it, it
// begins with a large page.
func newBlock(bytes int) *block {
	if bytes < 4*largePage {
		return &block{bytes: make([]byte, bytes+cacheLine)}
	}
	whole := make([]byte, bytes+2*largePage)
	first := -int(uintptr(unsafe.Pointer(&whole[0]))%largePage) + largePage
	b := &block{bytes: whole[first:]}
	askForLargePages(b.bytes[:bytes/largePage*largePage])
	return b
}

// slice is the next n elements of the block. Their type has no pointers, which nobody would see
// here.
func (b *block) slice(of reflect.Type, n int) reflect.Value {
	s := reflect.SliceAt(of, unsafe.Pointer(&b.bytes[b.next]), n)
	b.next += roomFor(n * int(of.Size()))
	return s
}
