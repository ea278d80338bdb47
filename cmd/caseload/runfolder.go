package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"sync"
)

// runFolder is a dataset on its way to disk: a hidden folder beside its target
// that Commit puts in place whole, or Abort removes.
type runFolder struct {
	target    string
	temporary string
	aside     string // where an older run waits while this one takes its place
	token     string // what makes the hidden names unique
	overwrite bool
	made      []string // parents that were not there before, the nearest first
	withdraw  func()

	mu     sync.Mutex
	open   int   // files that are not closed yet
	failed error // the first thing that went wrong, even if a writer ignored it
	closed bool
}

// openRunFolder makes the hidden folder, after cleaning up what dead processes
// left beside it. It refuses a target that has something in it unless overwrite.
func (e *edge) openRunFolder(target string, overwrite bool) (*runFolder, error) {
	target, err := settledTarget(target)
	if err != nil {
		return nil, err
	}
	if err := checkTarget(target, overwrite); err != nil {
		return nil, err
	}
	mark, err := newMark(target)
	if err != nil {
		return nil, err
	}
	f := &runFolder{target: target, temporary: mark.path(markNew), aside: mark.path(markOld), token: mark.token, overwrite: overwrite}
	parent := filepath.Dir(target)
	f.made = missingFolders(parent)
	if err := os.MkdirAll(parent, 0o777); err != nil {
		f.removeMade()
		return nil, unmade(err, target)
	}
	if err := os.Mkdir(f.temporary, 0o777); err != nil {
		f.removeMade()
		return nil, unmade(err, target)
	}
	if err := f.tryAside(); err != nil {
		return nil, errors.Join(plainly(err, target), os.Remove(f.temporary))
	}
	f.withdraw = e.onLeave(func() { _ = f.Abort() })
	return f, nil
}

// tryAside moves an existing target aside and back, so that one that cannot be
// replaced (the root of a disk, say) is refused before the run and not after it.
func (f *runFolder) tryAside() error {
	if err := os.Rename(f.target, f.aside); err != nil {
		if os.IsNotExist(err) {
			return nil
		}
		return err
	}
	return os.Rename(f.aside, f.target)
}

// Create opens a new file of the dataset, making the folders above it. The name
// is relative, with slashes, and can be used once. Closing the file forces it to
// disk. Create may be called from several goroutines.
func (f *runFolder) Create(name string) (io.WriteCloser, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.closed {
		return nil, fmt.Errorf("%s: the run's folder is closed", name)
	}
	if !fs.ValidPath(name) || name == "." {
		return nil, fmt.Errorf("%s: not the name of a file in the run's folder", name)
	}
	path := filepath.Join(f.temporary, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		return nil, f.blame(err, name)
	}
	file, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return nil, f.blame(err, name)
	}
	f.open++
	return &runFile{folder: f, name: name, file: file}, nil
}

// blame words an error about a file and keeps the first of them. The caller
// holds the lock.
func (f *runFolder) blame(err error, name string) error {
	err = midway(plainly(err, filepath.Join(f.target, filepath.FromSlash(name))))
	if f.failed == nil {
		f.failed = err
	}
	return err
}

// runFile is one file of a dataset while it is written.
type runFile struct {
	folder *runFolder
	name   string
	file   *os.File
}

// Write passes on to the file; a full disk is reported in words.
func (r *runFile) Write(p []byte) (int, error) {
	n, err := r.file.Write(p)
	if err != nil {
		r.folder.mu.Lock()
		defer r.folder.mu.Unlock()
		err = r.folder.blame(err, r.name)
	}
	return n, err
}

// Close forces the file to disk and closes it.
func (r *runFile) Close() error {
	err := errors.Join(r.file.Sync(), r.file.Close())
	r.folder.mu.Lock()
	defer r.folder.mu.Unlock()
	r.folder.open--
	if err != nil {
		return r.folder.blame(err, r.name)
	}
	return nil
}

// Commit forces the folder to disk and puts it in the target's place. On an
// error the target is what it was before.
func (f *runFolder) Commit() error {
	f.mu.Lock()
	defer f.mu.Unlock()
	switch {
	case f.closed:
		return errors.New("the run's folder is closed")
	case f.failed != nil:
		return f.failed
	case f.open > 0:
		return fmt.Errorf("files of the run still open: %d", f.open)
	}
	if err := syncFolders(f.temporary); err != nil {
		return midway(plainly(err, f.target))
	}
	if err := f.putInPlace(); err != nil {
		return err
	}
	f.closed = true
	f.withdraw()
	return midway(plainly(syncFolder(filepath.Dir(f.target)), f.target))
}

// putInPlace renames the temporary folder to the target. An older run steps
// aside first and is removed last: whatever happens between, one of the two is
// there, and the next start puts it back.
func (f *runFolder) putInPlace() error {
	switch free, err := f.makeWay(); {
	case err != nil:
		return midway(plainly(err, f.target))
	case free:
		return midway(plainly(os.Rename(f.temporary, f.target), f.target))
	case !f.overwrite:
		return f.putBeside()
	}
	if err := os.Rename(f.target, f.aside); err != nil {
		return midway(plainly(err, f.target))
	}
	if err := os.Rename(f.temporary, f.target); err != nil {
		return midway(plainly(errors.Join(err, os.Rename(f.aside, f.target)), f.target))
	}
	_ = os.RemoveAll(f.aside) // what stays is removed at the next start
	return nil
}

// makeWay removes an empty folder at the target and tells whether nothing is there.
func (f *runFolder) makeWay() (free bool, err error) {
	switch facts, err := os.Lstat(f.target); {
	case os.IsNotExist(err):
		return true, nil
	case err != nil:
		return false, err
	case !facts.IsDir():
		return false, nil
	}
	entries, err := os.ReadDir(f.target)
	if err != nil || len(entries) > 0 {
		return false, err
	}
	return true, os.Remove(f.target)
}

// putBeside keeps a finished run whose target was filled while it ran.
func (f *runFolder) putBeside() error {
	beside := f.target + "-" + f.token
	if err := os.Rename(f.temporary, beside); err != nil {
		return midway(plainly(err, beside))
	}
	f.closed = true
	f.withdraw()
	return &exit{code: exitFailed, message: f.target + " was filled by something else while this ran",
		hint: "the run is whole in " + beside}
}

// Abort removes the folder and the parents made for it. After Commit it does
// nothing, so that it can be deferred.
func (f *runFolder) Abort() error {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.closed {
		return nil
	}
	f.closed = true
	f.withdraw()
	err := os.RemoveAll(f.temporary)
	f.removeMade()
	return midway(plainly(err, f.temporary))
}

// removeMade takes away the parents made for the run, as long as they are empty.
func (f *runFolder) removeMade() {
	for _, folder := range f.made {
		if os.Remove(folder) != nil {
			return
		}
	}
}

// syncFolders forces the entries of a folder and of all below it to disk, the
// deepest first.
func syncFolders(root string) error {
	var folders []string
	err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		if err == nil && entry.IsDir() {
			folders = append(folders, path)
		}
		return err
	})
	for _, folder := range slices.Backward(folders) {
		err = errors.Join(err, syncFolder(folder))
	}
	return err
}

// syncFolder forces a folder's entries to disk, where the system can.
func syncFolder(path string) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	folder, err := os.Open(path)
	if err != nil {
		return err
	}
	return errors.Join(folder.Sync(), folder.Close())
}
