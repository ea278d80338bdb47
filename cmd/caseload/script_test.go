package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

var update = flag.Bool("update", false, "rewrite the expected output in testdata/script")

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"caseload": main, "at-work": atWork})
}

// TestScript plays the command lines of testdata/script and compares what they
// print and the code they end with.
func TestScript(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		UpdateScripts:       *update,
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Cmds:                map[string]func(*testscript.TestScript, bool, []string){"code": checkCode, "json": checkJSON, "replace": replaceText},
	})
}

// checkCode runs a command and compares its exit code: code 2 caseload frobnicate.
func checkCode(ts *testscript.TestScript, negated bool, words []string) {
	if negated || len(words) < 2 {
		ts.Fatalf("usage: code N command...")
	}
	code := "0"
	if err := ts.Exec(words[1], words[2:]...); err != nil {
		code = exitCode(err)
	}
	if code != words[0] {
		ts.Fatalf("ended with code %s, want %s", code, words[0])
	}
}

// checkJSON requires every line, or the whole of a file, to be JSON: json stdout.
func checkJSON(ts *testscript.TestScript, negated bool, words []string) {
	if negated || len(words) != 1 {
		ts.Fatalf("usage: json FILE")
	}
	text := ts.ReadFile(words[0])
	if json.Valid([]byte(text)) {
		return
	}
	for line := range strings.Lines(text) {
		if !json.Valid([]byte(line)) {
			ts.Fatalf("%s is not JSON: %s", words[0], line)
		}
	}
}

// replaceText changes a file: replace OLD NEW FILE.
func replaceText(ts *testscript.TestScript, negated bool, words []string) {
	if negated || len(words) != 3 {
		ts.Fatalf("usage: replace OLD NEW FILE")
	}
	text := ts.ReadFile(words[2])
	if !strings.Contains(text, words[0]) {
		ts.Fatalf("%s does not have %s", words[2], words[0])
	}
	ts.Check(os.WriteFile(ts.MkAbs(words[2]), []byte(strings.Replace(text, words[0], words[1], 1)), 0o666))
}

// exitCode is the code in a command's error, as text.
func exitCode(err error) string {
	var ended *exec.ExitError
	if !errors.As(err, &ended) {
		return err.Error()
	}
	return strconv.Itoa(ended.ExitCode())
}

// atWork is a command for tests that keeps a half-written run open until it is
// interrupted; told to be deaf, it does not stop when asked.
func atWork() {
	e := newEdge()
	ctx, stop := e.interruptible(context.Background())
	defer stop()
	f, err := e.openRunFolder(os.Args[1], false)
	if err != nil {
		os.Exit(e.fail(err))
	}
	if _, err := f.Create("panel/part-0.parquet"); err != nil {
		os.Exit(e.fail(err))
	}
	fmt.Println("ready")
	if <-ctx.Done(); os.Args[2] == "deaf" {
		select {}
	}
	if err := f.Abort(); err != nil {
		os.Exit(e.fail(err))
	}
	os.Exit(e.fail(ctx.Err()))
}

// TestSignalsEndARealProcess sends signals to a command at work, and looks at
// the code it ends with and at what it leaves.
func TestSignalsEndARealProcess(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("no signals to send")
	}
	for _, c := range []struct {
		manner  string
		signals []os.Signal
		code    int
		leaves  int
	}{
		{"listening", []os.Signal{os.Interrupt}, exitInterrupted, 0},
		{"listening", []os.Signal{syscall.SIGTERM}, exitInterrupted, 0},
		{"deaf", []os.Signal{os.Interrupt, os.Interrupt}, exitInterrupted, 0},
		{"deaf", []os.Signal{syscall.SIGTERM, syscall.SIGKILL}, -1, 1},
	} {
		place := t.TempDir()
		work := exec.Command("at-work", filepath.Join(place, "mine"), c.manner)
		out, _ := work.StdoutPipe()
		said, _ := work.StderrPipe()
		if err := work.Start(); err != nil {
			t.Fatal(err)
		}
		next := func(from io.Reader) string { line, _ := bufio.NewReader(from).ReadString('\n'); return line }
		if line := next(out); line != "ready\n" {
			t.Fatalf("said %q", line)
		}
		for _, signal := range c.signals {
			if err := work.Process.Signal(signal); err != nil {
				t.Fatal(err)
			}
			next(said) // it has heard the first before the second is sent
		}
		err := work.Wait()
		var ended *exec.ExitError
		if !errors.As(err, &ended) || ended.ExitCode() != c.code {
			t.Errorf("%s, %v: ended with %v, want code %d", c.manner, c.signals, err, c.code)
		}
		if left := names(t, place); len(left) != c.leaves {
			t.Errorf("%s, %v: left %q", c.manner, c.signals, left)
		}
		opened(t, filepath.Join(place, "mine"), false).Abort()
		if left := names(t, place); len(left) != 0 {
			t.Errorf("%s, %v: the next start left %q", c.manner, c.signals, left)
		}
	}
}

// TestInterruptedWorkLeavesNothing stops commands that would take minutes as soon as they
// have begun to write. A sweep keeps its plan and the points that are whole.
func TestInterruptedWorkLeavesNothing(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("no signals to send")
	}
	for _, c := range []struct {
		words []string
		begun string // pattern of what is there once it writes
		left  []string
	}{
		{[]string{"run", "passive-vs-universal-credit", "--out", "runs/mine"}, "runs/.*", nil},
		{[]string{"compare", "passive-vs-universal-credit", "--out", "runs/mine"}, "runs/.*", nil},
		{[]string{"sweep", "run", "sanctions-by-caseload", "--out", "grid"}, "grid/runs/.*", []string{"grid"}},
	} {
		place := t.TempDir()
		work := exec.Command("caseload", append(c.words, "--persons", "20000", "--weeks", "2000")...)
		work.Dir = place
		var said strings.Builder
		work.Stderr = &said
		if err := work.Start(); err != nil {
			t.Fatal(err)
		}
		for begun := false; !begun; {
			entries, _ := filepath.Glob(filepath.Join(place, c.begun)) // not there until it begins
			begun = len(entries) > 0
		}
		if err := work.Process.Signal(os.Interrupt); err != nil {
			t.Fatal(err)
		}
		err := work.Wait()
		var ended *exec.ExitError
		if !errors.As(err, &ended) || ended.ExitCode() != exitInterrupted {
			t.Errorf("%v ended with %v, want code %d: %s", c.words, err, exitInterrupted, said.String())
		}
		if left := names(t, place); !slices.Equal(left, c.left) {
			t.Errorf("%v left %q, want %q", c.words, left, c.left)
		}
		for _, folder := range c.left {
			if left := names(t, filepath.Join(place, folder)); !slices.Equal(left, []string{sweepPlan}) {
				t.Errorf("%v left %q, want its plan alone", c.words, left)
			}
		}
	}
}
