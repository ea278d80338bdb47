package main

import (
	"fmt"
	"io"
	"runtime"
	"runtime/debug"
	"strings"

	"github.com/spf13/cobra"
)

// build says what this program was made from. Integer results are the same on
// every processor; others are the same for one GOARCH and level, so both are told.
type build struct {
	Version    string `json:"version"`
	Commit     string `json:"commit,omitempty"`
	CommitTime string `json:"commit_time,omitempty"`
	Modified   bool   `json:"modified"` // built with changes that were not committed
	Go         string `json:"go"`
	GOOS       string `json:"goos"`
	GOARCH     string `json:"goarch"`
	Level      string `json:"level,omitempty"` // GOAMD64, GOARM64 or the like: the instructions it may use
}

// thisBuild reads what the toolchain wrote into the program.
func thisBuild() build {
	b := build{Version: "(devel)", Go: runtime.Version(), GOOS: runtime.GOOS, GOARCH: runtime.GOARCH}
	facts, ok := debug.ReadBuildInfo()
	if !ok {
		return b
	}
	if facts.Main.Version != "" {
		b.Version = facts.Main.Version
	}
	for _, s := range facts.Settings {
		switch s.Key {
		case "vcs.revision":
			b.Commit = s.Value
		case "vcs.time":
			b.CommitTime = s.Value
		case "vcs.modified":
			b.Modified = s.Value == "true"
		case "GO" + strings.ToUpper(runtime.GOARCH):
			b.Level = s.Value
		}
	}
	return b
}

func newVersion(e *edge) *cobra.Command {
	return offering(&cobra.Command{
		Use:     "version",
		Short:   "which version this is and what it was built for",
		Example: "  caseload version --format json          the same as data, for a methods section",
		Args:    takes("", 0, 0),
		RunE: func(*cobra.Command, []string) error {
			b := thisBuild()
			return e.print(b, b.text, b.rows())
		},
	}, formatText, formatJSON, formatCSV)
}

func (b build) text(w io.Writer) {
	fmt.Fprintf(w, "caseload %s\n", b.Version)
	if b.Commit != "" {
		changed := ""
		if b.Modified {
			changed = ", with changes since"
		}
		fmt.Fprintf(w, "commit   %s of %s%s\n", b.Commit, b.CommitTime, changed)
	}
	fmt.Fprintf(w, "go       %s\n", b.Go)
	level := ""
	if b.Level != "" {
		level = " " + b.Level
	}
	fmt.Fprintf(w, "for      %s/%s%s\n", b.GOOS, b.GOARCH, level)
}

func (b build) rows() [][]string {
	return [][]string{
		{"version", "commit", "commit_time", "modified", "go", "goos", "goarch", "level"},
		{b.Version, b.Commit, b.CommitTime, fmt.Sprint(b.Modified), b.Go, b.GOOS, b.GOARCH, b.Level},
	}
}
