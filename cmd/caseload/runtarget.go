package main

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"caseload/sim/panel"
)

// defaultFolder is where a run goes when no folder is named.
func defaultFolder(scenario string, seed uint64) string {
	return filepath.Join("runs", fmt.Sprintf("%s-%d", scenario, seed))
}

// finished looks in a folder for a whole run of the same resolved scenario. A
// folder with no run, another one, or a damaged or partial one has none.
func finished(target, scenarioHash string) (panel.Manifest, bool, error) {
	target, err := settledTarget(target)
	if err != nil {
		return panel.Manifest{}, false, err
	}
	m, err := panel.ReadManifest(os.DirFS(target))
	return m, err == nil && m.Complete && m.ScenarioHash == scenarioHash, nil
}

// settledTarget follows a link at the target's end, and restores or removes what
// a process that died left half-way beside it.
func settledTarget(target string) (string, error) {
	if target == "" {
		return "", wrong("name a folder: --out runs/mine", "--out has no name in it")
	}
	target = filepath.Clean(target)
	if base := filepath.Base(target); base == "." || base == ".." {
		whole, err := filepath.Abs(target)
		if err != nil {
			return "", plainly(err, target)
		}
		target = whole
	}
	if facts, err := os.Lstat(target); err == nil && facts.Mode()&fs.ModeSymlink != 0 {
		end, err := filepath.EvalSymlinks(target)
		if err != nil {
			return "", plainly(err, target)
		}
		target = end
	}
	return target, cleanStale(filepath.Dir(target))
}

// checkTarget refuses a target that is a file, has something in it, or could
// not be replaced without taking the reader's own work with it.
func checkTarget(target string, overwrite bool) error {
	facts, err := os.Stat(target)
	switch {
	case os.IsNotExist(err):
		return nil
	case err != nil:
		return plainly(err, target)
	case !facts.IsDir():
		return wrong("choose another folder with --out", "%s is a file, not a folder", target)
	}
	entries, err := os.ReadDir(target)
	switch {
	case err != nil:
		return plainly(err, target)
	case len(entries) == 0:
		return nil
	case !overwrite:
		return wrong("choose another folder with --out, or add --overwrite to replace this one", "%s has something in it", target)
	}
	return checkPrecious(target)
}

// checkPrecious refuses to replace a folder that is, or holds, the working
// folder or the reader's home, or that is a repository.
func checkPrecious(target string) error {
	whole, err := filepath.Abs(target)
	if err != nil {
		return plainly(err, target)
	}
	home, _ := os.UserHomeDir() // without a home or a working folder there is none to protect
	here, _ := os.Getwd()
	for _, precious := range []string{home, here} {
		if inside, err := filepath.Rel(whole, precious); precious != "" && err == nil && filepath.IsLocal(inside) {
			return wrong("choose another folder with --out", "%s holds %s and is not replaced", target, precious)
		}
	}
	if _, err := os.Lstat(filepath.Join(target, ".git")); err == nil {
		return wrong("choose another folder with --out", "%s is a repository and is not replaced", target)
	}
	return nil
}

// missingFolders lists the folders that making path would make, the nearest first.
func missingFolders(path string) (missing []string) {
	for {
		if _, err := os.Lstat(path); err == nil || filepath.Dir(path) == path {
			return missing
		}
		missing = append(missing, path)
		path = filepath.Dir(path)
	}
}
