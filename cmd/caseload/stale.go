package main

import (
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"syscall"
)

// A mark is what the name of a hidden folder says: for which target it is, and
// whose it is. The host is part of it because a disk may be shared by the
// machines of a cluster, where a process id alone says nothing.
type mark struct {
	parent, base string
	host         string
	pid          int
	token        string
}

// The two kinds of hidden folder: a new run, and the old one it replaces.
const (
	markNew = "new"
	markOld = "old"
)

var marked = regexp.MustCompile(`^\.(.+)\.caseload-(new|old)-([A-Za-z0-9-]*)-([0-9]+)-([0-9a-f]{8})$`)

// own holds the tokens of this process. A folder with its process id and none
// of its tokens is from an earlier process that had the same id.
var own sync.Map

func newMark(target string) (mark, error) {
	var token [4]byte
	if _, err := rand.Read(token[:]); err != nil {
		return mark{}, err
	}
	m := mark{parent: filepath.Dir(target), base: filepath.Base(target), host: hostName(), pid: os.Getpid(), token: hex.EncodeToString(token[:])}
	own.Store(m.token, true)
	return m, nil
}

func (m mark) path(kind string) string {
	return filepath.Join(m.parent, fmt.Sprintf(".%s.caseload-%s-%s-%d-%s", m.base, kind, m.host, m.pid, m.token))
}

// hostName is this machine's name in the letters that a mark can hold.
func hostName() string {
	name, err := os.Hostname()
	if err != nil {
		return ""
	}
	return strings.Map(func(r rune) rune {
		if r < 128 && (r == '-' || r >= '0' && r <= '9' || r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z') {
			return r
		}
		return '-'
	}, name)
}

// cleanStale removes what dead processes of this machine left in a folder. An
// old run that stepped aside is put back if nothing has taken its place.
func cleanStale(parent string) error {
	entries, err := os.ReadDir(parent)
	if err != nil {
		return nil // no folder, nothing stale; a folder that cannot be read is reported when it is written to
	}
	for _, entry := range entries {
		parts := marked.FindStringSubmatch(entry.Name())
		if parts == nil || !entry.IsDir() {
			continue
		}
		base, kind, host, token := parts[1], parts[2], parts[3], parts[5]
		pid, err := strconv.Atoi(parts[4])
		if err != nil || host != hostName() || living(pid, token) {
			continue
		}
		path, target := filepath.Join(parent, entry.Name()), filepath.Join(parent, base)
		if _, err := os.Lstat(target); kind == markOld && os.IsNotExist(err) {
			if err := os.Rename(path, target); err != nil {
				return plainly(err, target)
			}
			continue
		}
		if err := os.RemoveAll(path); err != nil {
			return plainly(err, path)
		}
	}
	return nil
}

// living tells whether the process that made a folder may still be at work. In
// doubt it is.
func living(pid int, token string) bool {
	if pid == os.Getpid() {
		_, mine := own.Load(token)
		return mine
	}
	process, err := os.FindProcess(pid)
	if err != nil {
		return false
	}
	defer process.Release()
	err = process.Signal(syscall.Signal(0))
	return !errors.Is(err, os.ErrProcessDone) && !errors.Is(err, syscall.ESRCH)
}
