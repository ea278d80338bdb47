package agents

import (
	"reflect"
	"unsafe"
)

// A block is memory for columns that lie one behind the other. A week reads some two hundred
// columns of a person: in slices of their own, each on pages of its own, the processor spends a
// tenth of its time on looking up where they are. In one block the operating system can be asked
// for pages that hold several columns (see askForLargePages).
//
// A block has two parts. The second is on pages of the usual size, for columns that nobody uses
// under many a regime: what nobody writes to takes no memory there, as the system gives a page
// when it is first written to. So they start at zero, and who has nothing to put there writes nothing.
type block struct {
	bytes [parts][]byte
	next  [parts]int
}

// parts of a block: on large pages, and on those that come as they are touched.
const parts = 2

// part is the place in a block of a column.
func part(asTouched bool) int {
	if asTouched {
		return 1
	}
	return 0
}

// Sizes in bytes of what processors fetch at once, and of the pages that systems give by themselves
// and that are asked for.
const (
	cacheLine = 64
	page      = 4 << 10
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
func newBlock(large, asTouched int) *block {
	b := &block{}
	b.bytes[1] = make([]byte, asTouched+cacheLine)
	giveBack(b.bytes[1])
	if large < 4*largePage {
		b.bytes[0] = make([]byte, large+cacheLine)
		return b
	}
	whole := make([]byte, large+2*largePage)
	first := -int(uintptr(unsafe.Pointer(&whole[0]))%largePage) + largePage
	b.bytes[0] = whole[first : first+large+cacheLine]
	askForLargePages(b.bytes[0][:large/largePage*largePage])
	return b
}

// slice is the next n elements of a part of the block. Their type has no pointers, which nobody
// would see here.
func (b *block) slice(part int, of reflect.Type, n int) reflect.Value {
	s := reflect.SliceAt(of, unsafe.Pointer(&b.bytes[part][b.next[part]]), n)
	b.next[part] += roomFor(n * int(of.Size()))
	return s
}

// copyFrom takes over what another block of the same columns and rows holds.
func (b *block) copyFrom(from *block) {
	copy(b.bytes[0], from.bytes[0])
	to := b.bytes[1]
	for at := 0; at < len(to); at += page {
		if end := min(at+page, len(to)); !empty(from.bytes[1][at:end]) {
			copy(to[at:end], from.bytes[1][at:end])
		}
	}
}

// clearTouched puts bytes to zero and leaves alone what is.
func clearTouched(bytes []byte) {
	for at := 0; at < len(bytes); at += page {
		if some := bytes[at:min(at+page, len(bytes))]; !empty(some) {
			clear(some)
		}
	}
}

// nothing is a page of zeroes to compare with.
var nothing [page]byte

// empty tells whether all of at most a page is zero.
func empty(bytes []byte) bool { return string(bytes) == string(nothing[:len(bytes)]) }

// bytesOf is what a slice is made of.
func bytesOf(slice reflect.Value) []byte {
	return unsafe.Slice((*byte)(slice.UnsafePointer()), slice.Len()*int(slice.Type().Elem().Size()))
}
