package simtest

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"sync"
	"testing"
	"testing/fstest"

	"caseload/sim"
	"caseload/sim/panel"
)

// Folder is a run's folder in memory.
type Folder struct {
	mutex sync.Mutex
	files map[string][]byte
}

// file is one that is being written.
type file struct {
	bytes.Buffer
	folder *Folder
	name   string
}

// Create is the run's panel.CreateFunc.
func (f *Folder) Create(name string) (io.WriteCloser, error) {
	return &file{folder: f, name: name}, nil
}

// Close puts the file into its folder. A name that is taken is an error.
func (f *file) Close() error {
	f.folder.mutex.Lock()
	defer f.folder.mutex.Unlock()
	if f.folder.files == nil {
		f.folder.files = map[string][]byte{}
	}
	if _, taken := f.folder.files[f.name]; taken {
		return fmt.Errorf("%s is written twice", f.name)
	}
	f.folder.files[f.name] = f.Bytes()
	return nil
}

// Bytes is the content of a file, nil when there is none.
func (f *Folder) Bytes(name string) []byte { return f.files[name] }

// Names are the files, sorted.
func (f *Folder) Names() []string {
	var names []string
	for name := range f.files {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// Open opens a finished run, whose panel has all columns or those that were chosen.
func (f *Folder) Open(t testing.TB, r *sim.Result, chosen ...string) *panel.Folder {
	t.Helper()
	m := panel.Manifest{Parts: r.Parts, PanelColumns: panel.ChosenColumns(chosen)}
	manifest, err := m.JSON()
	if err != nil {
		t.Fatal(err)
	}
	files := fstest.MapFS{panel.ManifestName: {Data: manifest}}
	for name, content := range f.files {
		files[name] = &fstest.MapFile{Data: content}
	}
	run, err := panel.Open(files)
	if err != nil {
		t.Fatal(err)
	}
	return run
}

// Rows reads a table of a finished run in order of part and row.
func Rows[T panel.Row](t testing.TB, f *Folder, r *sim.Result, want panel.Selection) []T {
	t.Helper()
	rows, err := panel.ReadAll[T](f.Open(t, r), want)
	if err != nil {
		t.Fatal(err)
	}
	return rows
}
