package agents

import "syscall"

// askForLargePages tells the system that memory is better given in large pages. It is a wish: a
// system that has none left gives small ones.
func askForLargePages(b []byte) {
	const hugePages = 14 // MADV_HUGEPAGE
	_ = syscall.Madvise(b, hugePages)
}
