package source

import (
	"errors"
	"io/fs"
	"path"
	"reflect"
	"slices"
	"strings"
	"sync"
)

// A Library is where files come from. Shipped holds scenarios at its top, those of
// exercises in labs/, and a folder for every other kind: regimes/, populations/, markets/. Read opens a
// user's own file; nil forbids them.
//
// A name without a slash and without .yaml is a shipped file's base name;
// anything else is a path, which starts in the folder of the file that has it.
type Library struct {
	Shipped fs.FS
	Read    func(path string) ([]byte, error)
	// ReadTable opens a user's own table of persons, which may be larger; nil forbids them.
	ReadTable func(path string) ([]byte, error)
	// Memory may be nil. It is for libraries that have the same shipped files.
	Memory *Memory
}

// Memory keeps shipped files that were found to be right, as they were read and resolved, for who
// reads many files that stand on the same ones. Several readers may use it at once.
type Memory struct {
	mu    sync.Mutex
	files map[string]*node
}

// NewMemory is one that has no file yet.
func NewMemory() *Memory { return &Memory{files: map[string]*node{}} }

// recall is a file that is kept, or nil. Nodes are never changed, so that all can have the same.
func (m *Memory) recall(key string) *node {
	if m == nil {
		return nil
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.files[key]
}

func (m *Memory) keep(key string, file *node) {
	if m != nil {
		m.mu.Lock()
		m.files[key] = file
		m.mu.Unlock()
	}
}

// Table reads a file that is no YAML, named where a position says. The diagnostic stands there.
func (l Library) Table(name Text, key string) ([]byte, Diagnostics) {
	l.Read = l.ReadTable
	content, p := l.content(labelOf(name.Value, name.At))
	if p != nil {
		var s sink
		s.report(name.At, key, p)
		return nil, s.found
	}
	return content, nil
}

// shippedLabel stands before the path of a shipped file in every position.
const shippedLabel = "shipped:"

// A Listing is one shipped file.
type Listing struct {
	Kind  string `json:"kind"`
	Name  string `json:"name"`
	Title string `json:"title"`
}

// Load reads a file of a kind with everything it extends and refers to, applies
// the assignments (path=value, as --set takes them), fills shape, a pointer to a
// tagged struct, and runs its checks.
//
// The diagnostics are sorted and complete: reading goes on after a mistake. The
// tree is nil only when the file itself could not be read; when the diagnostics
// have failed, the struct is filled in part and must not be used.
func (l Library) Load(kind, name string, shape any, sets []string) (*Tree, Diagnostics) {
	s := describe(reflect.TypeOf(shape))
	r := &reader{Library: l, loaded: map[string]*node{}}
	root := r.load(reference{kind: kind, name: name, shape: s})
	if root.kind == brokenNode {
		return nil, r.found.Sorted()
	}
	for _, assignment := range sets {
		root = r.set(root, s, assignment)
	}
	f := filler{sink: &r.sink, top: s}
	f.mapping(reflect.ValueOf(shape).Elem(), s, root)
	return &Tree{kind: kind, root: root, shape: s}, r.found.Sorted()
}

// KindOf reads only what kind a file says it is. A name is looked for among the
// shipped scenarios first, then among the other kinds; of a file that does
// not say it is that of what it extends. The empty string means that there is none, that it
// cannot be read, or that nothing says.
func (l Library) KindOf(name string) string {
	r := &reader{Library: l, loaded: map[string]*node{}}
	if !isPath(name) {
		for _, kind := range l.kinds() {
			if slices.Contains(l.Names(kind), name) {
				return kind
			}
		}
		return ""
	}
	content, p := r.content(labelOf(name, Position{}))
	if p != nil {
		return ""
	}
	root := r.parsed(name, content)
	switch {
	case root == nil:
		return ""
	case root.get("kind") == nil:
		return r.kindExtended(root)
	}
	return root.get("kind").text
}

// kindExtended is the kind of the shipped file that a file without a kind extends, which
// is the one that it lacks.
func (l Library) kindExtended(root *node) string {
	for _, listing := range l.List() {
		if extends := root.get("extends"); extends != nil && extends.text == listing.Name {
			return listing.Kind
		}
	}
	return ""
}

// List returns every shipped file: the scenarios first, then the other kinds,
// each by name.
func (l Library) List() []Listing {
	var listings []Listing
	for _, kind := range l.kinds() {
		for _, name := range l.Names(kind) {
			listing := Listing{Kind: kind, Name: name}
			r := &reader{Library: l}
			if content, p := r.content(shippedLabel + l.shippedPath(kind, name)); p == nil {
				if root := r.parsed(name, content); root != nil && root.get("title") != nil {
					listing.Title = root.get("title").text
				}
			}
			listings = append(listings, listing)
		}
	}
	return listings
}

// Names lists the shipped files of a kind in alphabetical order.
func (l Library) Names(kind string) []string {
	if l.Shipped == nil {
		return nil
	}
	var names []string
	for _, folder := range folders(kind) {
		entries, _ := fs.ReadDir(l.Shipped, folder) // a library may have nothing of a kind
		for _, e := range entries {
			if name, ok := strings.CutSuffix(e.Name(), ".yaml"); ok && !e.IsDir() {
				names = append(names, name)
			}
		}
	}
	slices.Sort(names)
	return names
}

// kinds lists the kinds that are shipped: scenario, then one per folder.
func (l Library) kinds() []string {
	kinds := []string{"scenario"}
	if l.Shipped == nil {
		return kinds
	}
	entries, _ := fs.ReadDir(l.Shipped, ".")
	for _, e := range entries {
		if kind, ok := strings.CutSuffix(e.Name(), "s"); ok && e.IsDir() && e.Name() != labs {
			kinds = append(kinds, kind)
		}
	}
	return kinds
}

// labs is the folder of the scenarios of exercises.
const labs = "labs"

// folders are those in which files of a kind are shipped.
func folders(kind string) []string {
	if kind == "scenario" {
		return []string{".", labs}
	}
	return []string{kind + "s"}
}

// shippedPath is where a file is shipped; where it would be if there is none.
func (l Library) shippedPath(kind, name string) string {
	list := folders(kind)
	for _, folder := range list {
		file := path.Join(folder, name+".yaml")
		if _, err := fs.Stat(l.Shipped, file); err == nil {
			return file
		}
	}
	return path.Join(list[0], name+".yaml")
}

func isPath(name string) bool {
	return strings.Contains(name, "/") || strings.HasSuffix(name, ".yaml") || strings.HasPrefix(name, shippedLabel)
}

// labelOf is the path of a file as positions show it: seen from the folder of
// the file that refers to it.
func labelOf(name string, from Position) string {
	switch {
	case strings.HasPrefix(name, shippedLabel):
		return shippedLabel + path.Clean(strings.TrimPrefix(name, shippedLabel))
	case strings.HasPrefix(from.File, shippedLabel):
		return shippedLabel + path.Join(path.Dir(strings.TrimPrefix(from.File, shippedLabel)), name)
	case from.Line == 0 || path.IsAbs(name):
		return name
	}
	return path.Join(path.Dir(from.File), name)
}

// content reads the bytes behind a label.
func (l Library) content(label string) ([]byte, *problem) {
	var content []byte
	var err error
	if file, ok := strings.CutPrefix(label, shippedLabel); ok {
		if l.Shipped == nil {
			return nil, noFile.of(label)
		}
		content, err = fs.ReadFile(l.Shipped, file)
	} else if l.Read == nil {
		return nil, noFilesHere.of(label).hinted("write the name of a shipped file, without a slash and without .yaml")
	} else {
		content, err = l.Read(label)
	}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, noFile.of(label).hinted("a path starts in the folder of the file that has it, or in yours on the command line; a name without a slash and without .yaml is a shipped file")
	case err != nil:
		if inner := (*fs.PathError)(nil); errors.As(err, &inner) {
			err = inner.Err
		}
		return nil, unreadable.of(err)
	}
	return content, nil
}
