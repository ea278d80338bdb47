package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
)

func TestLibraryReadsTheReadersFiles(t *testing.T) {
	place := t.TempDir()
	mine, large := filepath.Join(place, "mine.yaml"), filepath.Join(place, "large.yaml")
	put(t, mine, "kind: regime\n")
	put(t, large, strings.Repeat("#", largestFile+1))
	read := library(fstest.MapFS{}).Read
	if got, err := read(mine); err != nil || string(got) != "kind: regime\n" {
		t.Errorf("%q, %v", got, err)
	}
	if _, err := read(filepath.Join(place, "none.yaml")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a file that is not there: %v", err)
	}
	for path, says := range map[string]string{place: "a folder", large: "more than 4 MiB", os.DevNull: ""} {
		if _, err := read(path); (err == nil) != (says == "") || err != nil && !strings.Contains(err.Error(), says) {
			t.Errorf("%s: %v", path, err)
		}
	}
}
