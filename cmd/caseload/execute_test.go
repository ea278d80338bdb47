package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/spf13/cobra"

	"caseload/sim"
	"caseload/sim/panel"
)

// A run that breaks an identity must not look finished: it ends with 1 and says which.
func TestBrokenBooksAreNotKept(t *testing.T) {
	checks := []panel.Check{{Name: "minutes", Passed: true}, {Name: "accounts agree", Detail: "week 4, district 2: a penny is missing"}}
	x := asExit(booksAgree(checks))
	if x.code != exitFailed || !strings.Contains(x.message, "accounts agree: week 4, district 2: a penny is missing") || !strings.Contains(x.hint, "nothing is kept") {
		t.Errorf("%+v", x)
	}
	if err := booksAgree(checks[:1]); err != nil {
		t.Errorf("books that agree: %v", err)
	}
}

func TestDefectsOfTheEngineNameThePlace(t *testing.T) {
	x := asExit(inWords(fmt.Errorf("replicate 2, strict: %w", &sim.Broken{Week: 7, Stage: "matching", District: 3, What: "index out of range"})))
	if x.code != exitFailed || x.message != "replicate 2, strict: week 7, matching, district 3: index out of range" || !strings.Contains(x.hint, "report it") {
		t.Errorf("%+v", x)
	}
	if other := errors.New("the disk is gone"); inWords(other) != other {
		t.Error("another error was changed")
	}
}

func TestMemoryIsReadOffTheMachine(t *testing.T) {
	const text = "MemTotal:       24000000 kB\nMemFree:  1000 kB\nMemAvailable:   2048 kB\n"
	if got := meminfo(text); got != 2<<20 {
		t.Errorf("%d bytes", got)
	}
	if got := meminfo("MemTotal: 5 kB\n"); got != unknownMemory {
		t.Errorf("a machine that does not say: %d bytes", got)
	}
	if memoryForWorlds() <= 0 {
		t.Error("no memory for any world")
	}
}

// small is a disk with room for so many bytes.
type small struct {
	folder *runFolder
	room   int
}

func (s *small) create(name string) (io.WriteCloser, error) {
	file, err := s.folder.Create(name)
	return &smallFile{file, s, name}, err
}

type smallFile struct {
	io.WriteCloser
	disk *small
	name string
}

func (f *smallFile) Write(p []byte) (int, error) {
	f.disk.folder.mu.Lock()
	defer f.disk.folder.mu.Unlock()
	if f.disk.room < len(p) {
		return 0, f.disk.folder.blame(syscall.ENOSPC, f.name)
	}
	f.disk.room -= len(p)
	return f.WriteCloser.(*runFile).file.Write(p)
}

// A disk that is full at any moment of a run is reported in words, and nothing of the run is
// left.
func TestFullDiskLeavesNothing(t *testing.T) {
	e := newEdge()
	e.quiet = true
	var f runFlags
	f.addTo(&cobra.Command{})
	f.tables, f.workers, f.sets = "all", 2, []string{"persons=200", "horizon=4 weeks", "burn_in.weeks=0", "replicates=1"}
	o, err := f.order(e, "passive-vs-universal-credit")
	if err != nil {
		t.Fatal(err)
	}
	place := t.TempDir()
	whole := 0
	for _, room := range []int{0, 1000, 20_000, 60_000, 10_000_000} {
		folder := opened(t, filepath.Join(place, "mine"), false)
		disk := &small{folder, room}
		_, err := o.execute(context.Background(), e, disk.create)
		if err == nil {
			whole++
		} else if x := asExit(inWords(err)); x.code != exitFailed || !strings.Contains(x.message, "the disk is full") {
			t.Errorf("with room for %d bytes: code %d, %s", room, x.code, x.message)
		} else if folder.Commit() == nil {
			t.Errorf("with room for %d bytes the run is put in its place", room)
		}
		if err := folder.Abort(); err != nil {
			t.Error(err)
		}
		if left := names(t, place); len(left) != 0 {
			t.Errorf("with room for %d bytes it leaves %q", room, left)
		}
	}
	if whole != 1 {
		t.Errorf("%d of the disks had room, want the last alone", whole)
	}
}
