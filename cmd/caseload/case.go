package main

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"maps"
	"strconv"
	"strings"
	"sync"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"caseload/policy/source"
	"caseload/scenarios"
)

// caseFlags choose and change a scenario. All but --regime are assignments on the
// resolved scenario, so that they are checked like the file and stand in the
// scenario.yaml that a run leaves.
type caseFlags struct {
	sets    []string
	regimes []string
	flags   *pflag.FlagSet
}

// assigning are the flags that are short for an assignment.
var assigning = []struct{ flag, path, unit, help string }{
	{"seed", "seed", "", "number `N` that all chance is drawn from"},
	{"replicates", "replicates", "", "`N` independent repetitions"},
	{"persons", "persons", "", "`N` persons attached at the start of the burn-in"},
	{"weeks", "horizon", " weeks", "`WEEKS` simulated from week 0"},
	{"panel-every", "panel.every", " weeks", "`WEEKS` from one observed week to the next"},
}

// addTo gives the flags to a command.
func (f *caseFlags) addTo(c *cobra.Command) {
	f.flags = c.Flags()
	for _, a := range assigning {
		f.flags.Uint64(a.flag, 0, a.help+" (default the scenario's)")
	}
	f.flags.StringArrayVar(&f.sets, "set", nil, "change a value of the resolved scenario: `path=value` (repeatable)")
	f.flags.StringArrayVar(&f.regimes, "regime", nil, "only regime `NAME` of the scenario (repeatable)")
}

// panelColumns is the flag of those who write a panel that says which columns.
const panelColumns = "panel-columns"

// inYAML is a list of names with commas between as a file has it; all is a list of none.
func inYAML(list string) string {
	if list == "all" {
		return "[]"
	}
	var names []string
	for name := range strings.SplitSeq(list, ",") {
		names = append(names, strconv.Quote(strings.TrimSpace(name)))
	}
	return "[" + strings.Join(names, ", ") + "]"
}

// assignments are those of --set, then those of the other flags. said is what the
// reader wrote for each of the latter, by the label that a diagnostic gives it.
func (f *caseFlags) assignments() (sets []string, said map[string]string) {
	sets, said = append(sets, f.sets...), map[string]string{}
	for _, a := range assigning {
		if flag := f.flags.Lookup(a.flag); flag.Changed {
			assignment := a.path + "=" + flag.Value.String() + a.unit
			sets = append(sets, assignment)
			said["--set "+assignment] = "--" + a.flag + " " + flag.Value.String()
		}
	}
	if flag := f.flags.Lookup(panelColumns); flag != nil && flag.Changed {
		assignment := "panel.columns=" + inYAML(flag.Value.String())
		sets = append(sets, assignment)
		said["--set "+assignment] = "--" + panelColumns + " " + flag.Value.String()
	}
	return sets, said
}

// load reads a scenario as the flags change it; warnings are printed, mistakes are
// the error. The hashes are those of every file that was read, by label.
func (f *caseFlags) load(e *edge, name string) (c *scenarios.Case, hashes map[string]string, err error) {
	sets, said := f.assignments()
	l, read := recorded(library(scenarios.Files))
	c, found := scenarios.Load(l, name, sets)
	for k := range found {
		if flag, ok := said[found[k].File]; ok {
			found[k].File = flag
		}
	}
	if c == nil || found.Failed() {
		return nil, nil, found
	}
	e.warn(found)
	for _, note := range f.beyondRange(name, c.Tree) {
		e.note("%s", note)
	}
	if len(f.regimes) > 0 {
		if err := c.Only(f.regimes); err != nil {
			return nil, nil, err
		}
	}
	return c, read(), nil
}

// recorded is a library that notes the hash of every file that is read from it.
func recorded(l source.Library) (source.Library, func() map[string]string) {
	var mu sync.Mutex
	hashes := map[string]string{}
	note := func(label string, content []byte, err error) {
		if err == nil {
			mu.Lock()
			defer mu.Unlock()
			hashes[label] = hashOf(content)
		}
	}
	noting := func(read func(path string) ([]byte, error)) func(string) ([]byte, error) {
		return func(path string) ([]byte, error) {
			content, err := read(path)
			note(path, content, err)
			return content, err
		}
	}
	l.Read, l.ReadTable = noting(l.Read), noting(l.ReadTable)
	l.Shipped = recordedFS{l.Shipped, note}
	return l, func() map[string]string {
		mu.Lock()
		defer mu.Unlock()
		return maps.Clone(hashes)
	}
}

// recordedFS notes what is read from the shipped files.
type recordedFS struct {
	fs.FS
	note func(label string, content []byte, err error)
}

// ReadFile reads a shipped file.
func (r recordedFS) ReadFile(name string) ([]byte, error) {
	content, err := fs.ReadFile(r.FS, name)
	r.note("shipped:"+name, content, err)
	return content, err
}

// hashOf is a hash as a manifest has it.
func hashOf(content []byte) string {
	sum := sha256.Sum256(content)
	return hex.EncodeToString(sum[:])
}

// partHash is the hash of every value of a resolved file below a key: comments,
// sources and the order of keys do not matter.
func partHash(tree *source.Tree, key string) string {
	var text strings.Builder
	for _, v := range tree.Values() {
		if strings.HasPrefix(v.Path, key+".") {
			fmt.Fprintf(&text, "%s=%s\n", v.Path, v.Written)
		}
	}
	return hashOf([]byte(text.String()))
}
