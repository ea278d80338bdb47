package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"strings"
	"syscall"
	"testing"

	"caseload/policy/source"
)

func TestExitCodes(t *testing.T) {
	found := source.Diagnostics{{Position: source.Position{File: "a.yaml", Line: 2, Column: 3}, Path: "seed", Message: "not a number", Hint: "write 1"}}
	for _, c := range []struct {
		err  error
		code int
	}{
		{errors.New("broken"), 1},
		{wrong("", "wrong"), 2},
		{found, 2},
		{fmt.Errorf("reading: %w", found), 2},
		{fmt.Errorf("run: %w", context.Canceled), 130},
	} {
		e, out, text := testEdge()
		if got := e.fail(c.err); got != c.code {
			t.Errorf("%v ends with %d, want %d", c.err, got, c.code)
		}
		if out.Len() > 0 || text.Len() == 0 {
			t.Errorf("%v: standard output %q, standard error %q", c.err, out, text)
		}
		if c.code == exitWrong && len(asExit(c.err).diagnostics) > 0 && !strings.Contains(text.String(), "a.yaml:2:3: seed: not a number\n    write 1\n") {
			t.Errorf("diagnostics read %q", text)
		}
	}
}

// With --format json every line of standard error is an object.
func TestErrorsAsData(t *testing.T) {
	e, _, text := testEdge()
	e.format = formatJSON
	found := source.Diagnostics{{Position: source.Position{File: "a.yaml", Line: 2, Column: 3}, Path: "seed", Message: "not a number"}}
	e.note("runs/x")
	e.warn(found)
	e.fail(found)
	e.fail(wrong("a way out", "no"))
	lines := strings.Split(strings.TrimSpace(text.String()), "\n")
	if len(lines) != 4 {
		t.Fatalf("%d lines: %s", len(lines), text)
	}
	for _, line := range lines {
		if err := json.Unmarshal([]byte(line), &map[string]any{}); err != nil {
			t.Errorf("%v: %s", err, line)
		}
	}
	var told struct {
		ExitCode    int `json:"exit_code"`
		Diagnostics []struct {
			File, Path, Message string
			Line, Column        int
		}
	}
	if err := json.Unmarshal([]byte(lines[2]), &told); err != nil || told.ExitCode != 2 || len(told.Diagnostics) != 1 ||
		told.Diagnostics[0].File != "a.yaml" || told.Diagnostics[0].Line != 2 || told.Diagnostics[0].Column != 3 {
		t.Errorf("%v: %+v", err, told)
	}
}

func TestSignals(t *testing.T) {
	e, _, text := testEdge()
	signals := make(chan os.Signal)
	ended := make(chan int, 1)
	tidied := false
	e.onLeave(func() { tidied = true })
	ctx, cancel := context.WithCancel(context.Background())
	go e.watch(signals, cancel, func(code int) { ended <- code })
	signals <- os.Interrupt
	<-ctx.Done()
	signals <- syscall.SIGTERM
	if code := <-ended; code != exitInterrupted || !tidied {
		t.Errorf("the second signal ends with %d, tidied %t", code, tidied)
	}
	if !strings.Contains(text.String(), "once more") {
		t.Errorf("the first signal says %q", text)
	}
}

func TestColour(t *testing.T) {
	environment := map[string]string{}
	e, _, _ := testEdge()
	e.env = func(name string) string { return environment[name] }
	painted := func(terminal bool) bool { return e.paint(terminal, red, "x") != "x" }
	if !painted(true) || painted(false) {
		t.Error("colour belongs on a terminal and nowhere else")
	}
	for name, value := range map[string]string{"NO_COLOR": "1", "TERM": "dumb"} {
		environment[name] = value
		if painted(true) {
			t.Errorf("%s=%s is painted", name, value)
		}
		delete(environment, name)
	}
	if e.noColour = true; painted(true) {
		t.Error("--no-color is painted")
	}
}
