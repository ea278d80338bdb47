package main

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"caseload/agents"
	"caseload/sim"
)

// checkpoint is saved worlds that a run goes on from.
type checkpoint struct {
	run    string      // the folder of the run that saved them
	week   agents.Week // after which
	digest string      // of every world that is used
}

// openCheckpoint finds the worlds of a run: path is its folder, or that of one of the
// checkpoints in it.
func openCheckpoint(path string) (*checkpoint, error) {
	path = filepath.Clean(path)
	if week, ok := checkpointWeek(filepath.Base(path)); ok {
		return &checkpoint{run: filepath.Dir(path), week: week}, nil
	}
	entries, err := os.ReadDir(path)
	if err != nil {
		return nil, plainly(err, path)
	}
	var found []string
	for _, entry := range entries {
		if _, ok := checkpointWeek(entry.Name()); ok && entry.IsDir() {
			found = append(found, entry.Name())
		}
	}
	switch len(found) {
	case 0:
		return nil, wrong("\"caseload run SCENARIO --checkpoint WEEK\" saves one", "--from: %s has no checkpoint", path)
	case 1:
		return openCheckpoint(filepath.Join(path, found[0]))
	}
	return nil, wrong("name one of them: "+strings.Join(found, ", "), "--from: %s has %d checkpoints", path, len(found))
}

// checkpointWeek reads the week out of a folder's name.
func checkpointWeek(name string) (agents.Week, bool) {
	var week agents.Week
	if n, err := fmt.Sscanf(name, "checkpoint-%d", &week); n != 1 || err != nil {
		return 0, false
	}
	return week, strings.HasPrefix(filepath.ToSlash(sim.CheckpointName(week, 1, "x")), name+"/")
}

// open is what the engine calls for the world of an arm.
func (k *checkpoint) open(replicate int, arm string) (io.ReadCloser, error) {
	return os.Open(k.file(replicate, arm))
}

func (k *checkpoint) file(replicate int, arm string) string {
	return filepath.Join(k.run, filepath.FromSlash(sim.CheckpointName(k.week, replicate, arm)))
}

// seal makes sure that every world is there that an order needs, and takes the digest
// of all of them.
func (k *checkpoint) seal(o *order) error {
	all := sha256.New()
	for _, replicate := range o.replicates {
		for _, arm := range o.scenario.Arms {
			file, err := k.open(replicate, arm.Name)
			if os.IsNotExist(err) {
				return wrong("go on with what was saved: --replicates, --replicate and --regime choose",
					"--from: %s has no world of week %d for replicate %d under %s", k.run, k.week, replicate, arm.Name)
			}
			if err != nil {
				return plainly(err, k.file(replicate, arm.Name))
			}
			_, err = io.Copy(all, file)
			if err := file.Close(); err != nil {
				return plainly(err, k.file(replicate, arm.Name))
			}
			if err != nil {
				return plainly(err, k.file(replicate, arm.Name))
			}
		}
	}
	k.digest = hex.EncodeToString(all.Sum(nil))
	return nil
}

// checkpoints takes --checkpoint and --from into an order.
func (f *runFlags) checkpoints(o *order) error {
	horizon := uint64(o.scenario.Scenario.Horizon.Value)
	if f.flags.Changed("checkpoint") && (f.saveAfter < 1 || f.saveAfter > horizon) {
		return wrong(fmt.Sprintf("write a week from 1 to %d", horizon), "--checkpoint %d: the run has no such week", f.saveAfter)
	}
	o.saveAfter = agents.Week(f.saveAfter)
	if f.from == "" {
		return nil
	}
	if o.scenario.Hold().Any() {
		return wrong("add --set hold=[] to have total effects alone", "--from: %s", sim.ErrHeldResume)
	}
	if len(o.scenario.Variants()) > 0 {
		return wrong("add --set priors=none to leave them out", "--from: %s", sim.ErrVariantResume)
	}
	from, err := openCheckpoint(f.from)
	if err != nil {
		return err
	}
	if uint64(from.week) > horizon {
		return wrong("simulate more weeks with --weeks", "--from: %s is of week %d and the run ends with week %d", f.from, from.week, horizon)
	}
	if o.saveAfter > 0 && o.saveAfter <= from.week {
		return wrong("save a later week, or start from the beginning", "--checkpoint %d: the run goes on from week %d", o.saveAfter, from.week)
	}
	o.from = from
	return from.seal(o)
}

// hasCheckpoint tells whether a run's folder has every world of the week to be saved.
func (o *order) hasCheckpoint() bool {
	k := checkpoint{run: o.target, week: o.saveAfter}
	return !slices.ContainsFunc(o.replicates, func(replicate int) bool {
		for _, arm := range o.scenario.Arms {
			if _, err := os.Stat(k.file(replicate, arm.Name)); err != nil {
				return true
			}
		}
		return false
	})
}
