package agents

import (
	"syscall"
	"unsafe"
)

// askForLargePages tells the system that memory is better given in large pages. It is a wish: a
// system that has none left gives small ones.
func askForLargePages(b []byte) {
	const hugePages = 14 // MADV_HUGEPAGE
	_ = syscall.Madvise(b, hugePages)
}

// giveBack hands the whole pages of memory that is zero back to the system, which gives them again,
// as zeroes, when they are written to: memory that was used before has been cleared by writing to it.
func giveBack(zeroes []byte) {
	size := syscall.Getpagesize()
	first := (size - int(uintptr(unsafe.Pointer(&zeroes[0]))%uintptr(size))) % size
	if whole := (len(zeroes) - first) / size * size; whole > 0 {
		_ = syscall.Madvise(zeroes[first:first+whole], syscall.MADV_DONTNEED)
	}
}
