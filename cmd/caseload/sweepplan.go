package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"caseload/sim"
)

// planned is sweep.json: what a folder of a sweep is for.
type planned struct {
	Scenario string         `json:"scenario"`
	Baseline string         `json:"baseline"`
	Levers   []plannedLever `json:"levers"`
	Points   int            `json:"points"`
	Parts    []string       `json:"parts"` // hash of the resolved scenario of each part of the grid
}

type plannedLever struct {
	Name   string   `json:"name"`
	Path   string   `json:"path"`
	Values []string `json:"values"`
}

// writePlan refuses a folder that has something else in it and leaves the plan there.
func (s *sweepOrder) writePlan() error {
	p := planned{Scenario: s.scenario.Name, Baseline: s.scenario.Scenario.Baseline.Value, Points: len(s.grid.Points)}
	for _, l := range s.grid.Sweep.Levers {
		lever := plannedLever{Name: l.Name.Value, Path: l.Path.Value}
		for _, v := range l.Values {
			lever.Values = append(lever.Values, v.Value)
		}
		p.Levers = append(p.Levers, lever)
	}
	for _, o := range s.orders {
		p.Parts = append(p.Parts, hashOf(o.resolved))
	}
	text, err := json.MarshalIndent(p, "", "  ")
	if err != nil {
		return err
	}
	text = append(text, '\n')
	path := filepath.Join(s.target, sweepPlan)
	there, err := os.ReadFile(path)
	switch {
	case err == nil && bytes.Equal(there, text):
		return nil
	case err == nil && !s.flags.overwrite:
		return wrong("choose another folder with --out, or add --overwrite", "%s holds another sweep", s.target)
	case err != nil && !os.IsNotExist(err):
		return plainly(err, path)
	case err != nil:
		if err := checkTarget(s.target, s.flags.overwrite); err != nil {
			return err
		}
	}
	return putInPlace(path, text)
}

// checkOutcome refuses names that no run will have, before anything is run.
func (s *sweepOrder) checkOutcome() (err error) {
	f, c := s.flags, s.scenario.Config(1)
	if f.outcome, err = oneName("outcome", f.outcome, sim.Outcomes()); err != nil {
		return err
	}
	if f.subgroup, err = oneName("subgroup", f.subgroup, sim.Subgroups()); err != nil {
		return err
	}
	if !f.flags.Changed("horizon") {
		f.horizon = uint64(c.Horizon)
	}
	var spans []string
	for _, w := range sim.Windows(c.Start, c.Horizon) {
		if w[0] == 0 {
			spans = append(spans, fmt.Sprint(w[1]))
		}
	}
	_, err = oneName("horizon", fmt.Sprint(f.horizon), spans)
	return err
}

// oneName is the name that a flag of a sweep gives, in full.
func oneName(flag, asked string, there []string) (string, error) {
	names, err := chosenNames(flag, strings.Split(asked, ","), there, nil)
	if err != nil {
		refused := asExit(err)
		refused.hint, _, _ = strings.Cut(refused.hint, "\n") // which may offer every one
		return "", refused
	}
	if len(names) != 1 {
		return "", wrong("name one; the same command with another prints that, and "+sweepTable+" has all", "--%s: a sweep prints one %s at a time", flag, flag)
	}
	return names[0], nil
}

// memoryFile is a file that is written to memory first, so that it can be put in its
// place whole.
type memoryFile struct{ bytes.Buffer }

func (m *memoryFile) create(string) (io.WriteCloser, error) { return m, nil }

// Close does nothing: the content stays.
func (m *memoryFile) Close() error { return nil }

func allProcessors() int { return runtime.GOMAXPROCS(0) }
