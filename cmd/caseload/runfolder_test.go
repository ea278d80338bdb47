package main

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"

	"caseload/sim/panel"
)

// write makes a file of the run and fails the test if it cannot.
func write(t *testing.T, f *runFolder, name, text string) {
	t.Helper()
	file, err := f.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := file.Write([]byte(text)); err != nil {
		t.Fatal(err)
	}
	if err := file.Close(); err != nil {
		t.Fatal(err)
	}
}

func opened(t *testing.T, target string, overwrite bool) *runFolder {
	t.Helper()
	f, err := newEdge().openRunFolder(target, overwrite)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func text(t *testing.T, path string) string {
	t.Helper()
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(content)
}

// names lists everything in a folder, hidden or not.
func names(t *testing.T, folder string) (list []string) {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		list = append(list, e.Name())
	}
	return list
}

// put makes a file and the folders above it.
func put(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

func TestRunFolderAppearsWhole(t *testing.T) {
	place := t.TempDir()
	target := filepath.Join(place, "runs", "mine")
	f := opened(t, target, false)
	write(t, f, "panel/regime=a/part-0.parquet", "rows")
	write(t, f, "manifest.json", "{}")
	if _, err := os.Lstat(target); !os.IsNotExist(err) {
		t.Fatalf("the target is there before Commit: %v", err)
	}
	if err := f.Commit(); err != nil {
		t.Fatal(err)
	}
	if got := text(t, filepath.Join(target, "panel/regime=a/part-0.parquet")); got != "rows" {
		t.Errorf("part holds %q", got)
	}
	if got := names(t, filepath.Join(place, "runs")); !slices.Equal(got, []string{"mine"}) {
		t.Errorf("beside the run there is %q", got)
	}
	if err := f.Abort(); err != nil || text(t, filepath.Join(target, "manifest.json")) != "{}" {
		t.Errorf("Abort after Commit took something away: %v", err)
	}
}

func TestAbortLeavesNothing(t *testing.T) {
	place := t.TempDir()
	f := opened(t, filepath.Join(place, "a", "b", "mine"), false)
	write(t, f, "panel/part-0.parquet", "rows")
	if err := f.Abort(); err != nil {
		t.Fatal(err)
	}
	if got := names(t, place); len(got) > 0 {
		t.Errorf("Abort left %q", got)
	}
	if _, err := f.Create("late"); err == nil {
		t.Error("a file was made after Abort")
	}
}

func TestAbortKeepsParentsInUse(t *testing.T) {
	place := t.TempDir()
	f := opened(t, filepath.Join(place, "runs", "mine"), false)
	put(t, filepath.Join(place, "runs", "other", "manifest.json"), "{}")
	if err := f.Abort(); err != nil {
		t.Fatal(err)
	}
	if got := names(t, filepath.Join(place, "runs")); !slices.Equal(got, []string{"other"}) {
		t.Errorf("runs holds %q", got)
	}
}

func TestTargetRefused(t *testing.T) {
	place := t.TempDir()
	put(t, filepath.Join(place, "full", "notes.txt"), "mine")
	put(t, filepath.Join(place, "file"), "mine")
	put(t, filepath.Join(place, "repository", ".git", "HEAD"), "ref")
	put(t, filepath.Join(place, "outer", "home", "notes.txt"), "mine")
	t.Setenv("HOME", filepath.Join(place, "outer", "home"))
	for _, c := range []struct {
		target    string
		overwrite bool
		says      string
	}{
		{"full", false, "has something in it"},
		{"file", false, "is a file"},
		{"file", true, "is a file"},
		{"file/below", false, "is a file"},
		{"repository", true, "is a repository"},
		{"outer", true, "outer/home and is not replaced"},
		{strings.Repeat("long", 80), false, "too long"},
	} {
		_, err := newEdge().openRunFolder(filepath.Join(place, c.target), c.overwrite)
		if err == nil || !strings.Contains(err.Error(), c.says) || asExit(err).code != exitWrong || asExit(err).hint == "" {
			t.Errorf("%s (overwrite %t): %v", c.target, c.overwrite, err)
		}
	}
	if _, err := newEdge().openRunFolder("", false); err == nil {
		t.Error("an empty name was taken")
	}
	if got := names(t, place); slices.ContainsFunc(got, func(n string) bool { return strings.HasPrefix(n, ".") }) {
		t.Errorf("refusing left %q", got)
	}
}

func TestWorkingFolderIsNotReplaced(t *testing.T) {
	place := t.TempDir()
	put(t, filepath.Join(place, "work", "notes.txt"), "mine")
	t.Chdir(filepath.Join(place, "work"))
	for _, target := range []string{".", "..", place} {
		if _, err := newEdge().openRunFolder(target, true); err == nil {
			t.Errorf("--out %s --overwrite was taken", target)
		}
	}
}

func TestOverwriteReplaces(t *testing.T) {
	target := filepath.Join(t.TempDir(), "mine")
	put(t, filepath.Join(target, "old.parquet"), "old")
	f := opened(t, target, true)
	write(t, f, "new.parquet", "new")
	if got := names(t, target); !slices.Equal(got, []string{"old.parquet"}) {
		t.Errorf("before Commit the target holds %q", got)
	}
	if err := f.Commit(); err != nil {
		t.Fatal(err)
	}
	if got := names(t, target); !slices.Equal(got, []string{"new.parquet"}) {
		t.Errorf("after Commit the target holds %q", got)
	}
	if got := names(t, filepath.Dir(target)); !slices.Equal(got, []string{"mine"}) {
		t.Errorf("beside it there is %q", got)
	}
}

func TestEmptyTargetMakesWay(t *testing.T) {
	target := t.TempDir()
	f := opened(t, target, false)
	write(t, f, "a", "a")
	if err := f.Commit(); err != nil {
		t.Fatal(err)
	}
	if got := names(t, target); !slices.Equal(got, []string{"a"}) {
		t.Errorf("the target holds %q", got)
	}
}

func TestLinkIsFollowed(t *testing.T) {
	place := t.TempDir()
	big := filepath.Join(place, "disk", "big")
	put(t, filepath.Join(big, "old"), "old")
	link := filepath.Join(place, "link")
	if err := os.Symlink(big, link); err != nil {
		t.Skip(err)
	}
	f := opened(t, link, true)
	write(t, f, "new", "new")
	if err := f.Commit(); err != nil {
		t.Fatal(err)
	}
	if text(t, filepath.Join(big, "new")) != "new" {
		t.Error("the run is not where the link points")
	}
}

func TestFilledMeanwhile(t *testing.T) {
	target := filepath.Join(t.TempDir(), "mine")
	f := opened(t, target, false)
	write(t, f, "a", "first")
	put(t, filepath.Join(target, "a"), "second")
	err := f.Commit()
	if err == nil || asExit(err).code != exitFailed {
		t.Fatalf("Commit over a folder filled meanwhile: %v", err)
	}
	if text(t, filepath.Join(target, "a")) != "second" {
		t.Error("the other's file was replaced")
	}
	_, beside, _ := strings.Cut(asExit(err).hint, "whole in ")
	if text(t, filepath.Join(beside, "a")) != "first" {
		t.Error("the run was not kept")
	}
}

func TestBrokenRunIsNotPutInPlace(t *testing.T) {
	for what, spoil := range map[string]func(*runFolder){
		"a file left open":  func(f *runFolder) { _, _ = f.Create("open") },
		"a name used twice": func(f *runFolder) { _, _ = f.Create("a") },
		"a write that went wrong": func(f *runFolder) {
			r, _ := f.Create("b")
			r.(*runFile).file.Close()
			_, _ = r.Write([]byte("x"))
			r.Close()
		},
	} {
		f := opened(t, filepath.Join(t.TempDir(), "mine"), false)
		write(t, f, "a", "a")
		spoil(f)
		if err := f.Commit(); err == nil {
			t.Errorf("%s: the run was put in place", what)
		}
		if err := f.Abort(); err != nil {
			t.Errorf("%s: %v", what, err)
		}
	}
}

func TestNamesStayInside(t *testing.T) {
	f := opened(t, filepath.Join(t.TempDir(), "mine"), false)
	defer f.Abort()
	for _, name := range []string{"../out", "/out", "a/../../out", "", "."} {
		if _, err := f.Create(name); err == nil {
			t.Errorf("%q was made", name)
		}
	}
}

// hidden makes a hidden folder as another process would have left it.
func hidden(t *testing.T, target, kind, host string, pid int) string {
	t.Helper()
	m := mark{parent: filepath.Dir(target), base: filepath.Base(target), host: host, pid: pid, token: "0123abcd"}
	put(t, filepath.Join(m.path(kind), "manifest.json"), kind)
	return m.path(kind)
}

// deadProcess is the id of a process that has ended.
func deadProcess(t *testing.T) int {
	t.Helper()
	c := exec.CommandContext(context.Background(), os.Args[0], "-test.run=^$")
	if err := c.Run(); err != nil {
		t.Fatal(err)
	}
	return c.Process.Pid
}

func TestStaleFoldersAreCleaned(t *testing.T) {
	place := t.TempDir()
	target, dead := filepath.Join(place, "mine"), deadProcess(t)
	stale := hidden(t, target, markNew, hostName(), dead)
	another := hidden(t, filepath.Join(place, "other"), markNew, hostName(), dead)
	earlier := hidden(t, target, markNew, hostName(), os.Getpid()) // our id, none of our tokens
	living := hidden(t, target, markNew, hostName(), os.Getppid())
	elsewhere := hidden(t, target, markNew, "node7", dead)
	f := opened(t, target, false)
	defer f.Abort()
	for _, gone := range []string{stale, another, earlier} {
		if _, err := os.Lstat(gone); !os.IsNotExist(err) {
			t.Errorf("%s is still there", filepath.Base(gone))
		}
	}
	for _, kept := range []string{living, elsewhere, f.temporary} {
		if _, err := os.Lstat(kept); err != nil {
			t.Errorf("%s is gone", filepath.Base(kept))
		}
	}
	second := opened(t, filepath.Join(place, "second"), false)
	defer second.Abort()
	if _, err := os.Lstat(f.temporary); err != nil {
		t.Error("a second folder of this process removed the first")
	}
}

// A crash between stepping aside and taking the place must lose neither run.
func TestOldRunIsPutBack(t *testing.T) {
	place := t.TempDir()
	target, dead := filepath.Join(place, "mine"), deadProcess(t)
	hidden(t, target, markOld, hostName(), dead)
	hidden(t, target, markNew, hostName(), dead)
	if _, err := newEdge().openRunFolder(target, false); err == nil {
		t.Error("the old run was not there to be refused")
	}
	if got := text(t, filepath.Join(target, "manifest.json")); got != markOld {
		t.Errorf("the target holds the %s run", got)
	}
	hidden(t, target, markOld, hostName(), dead) // now the target is there, and the rest is rubbish
	f := opened(t, filepath.Join(place, "another"), false)
	defer f.Abort()
	if got := names(t, place); len(got) != 2 {
		t.Errorf("left: %q", got)
	}
}

func TestLeavingAtOnceRemovesTheFolder(t *testing.T) {
	place := t.TempDir()
	e := newEdge()
	f, err := e.openRunFolder(filepath.Join(place, "runs", "mine"), false)
	if err != nil {
		t.Fatal(err)
	}
	write(t, f, "a", "a")
	e.leave()
	if got := names(t, place); len(got) > 0 {
		t.Errorf("left: %q", got)
	}
}

func TestErrorsReadAsSentences(t *testing.T) {
	for _, c := range []struct {
		err  error
		code int
		says string
	}{
		{syscall.ENOSPC, exitFailed, "the disk is full: runs/x"},
		{syscall.EACCES, exitWrong, "no permission for runs/x"},
		{syscall.EROFS, exitWrong, "the disk is read-only: runs/x"},
		{syscall.EXDEV, exitWrong, "runs/x is the root of a disk and cannot be put in place whole"},
		{syscall.EMFILE, exitFailed, "too many files are open: runs/x"},
		{syscall.EIO, exitFailed, "runs/x: input/output error"},
	} {
		err := plainly(&fs.PathError{Op: "open", Path: "/hidden", Err: c.err}, "runs/x")
		if x := asExit(err); x.message != c.says || x.code != c.code || !errors.Is(err, c.err) {
			t.Errorf("%v: %d %q", c.err, x.code, x.message)
		}
		if code := asExit(midway(err)).code; code != exitFailed {
			t.Errorf("%v while running ends with %d", c.err, code)
		}
	}
}

func TestFinished(t *testing.T) {
	place := t.TempDir()
	for name, m := range map[string]panel.Manifest{
		"same":    {ScenarioHash: "abc", Complete: true},
		"other":   {ScenarioHash: "abd", Complete: true},
		"partial": {ScenarioHash: "abc"},
	} {
		text, err := m.JSON()
		if err != nil {
			t.Fatal(err)
		}
		put(t, filepath.Join(place, name, panel.ManifestName), string(text))
	}
	put(t, filepath.Join(place, "damaged", panel.ManifestName), "{")
	put(t, filepath.Join(place, "notes", "notes.txt"), "mine")
	hidden(t, filepath.Join(place, "none"), markNew, hostName(), deadProcess(t))
	for _, name := range []string{"same", "other", "partial", "damaged", "notes", "none"} {
		if _, got, err := finished(filepath.Join(place, name), "abc"); err != nil || got != (name == "same") {
			t.Errorf("%s: finished is %t, %v", name, got, err)
		}
	}
}

func TestDefaultFolder(t *testing.T) {
	if got := defaultFolder("passive-vs-universal-credit", 1); got != filepath.Join("runs", "passive-vs-universal-credit-1") {
		t.Error(got)
	}
}
