package main

import (
	"errors"
	"flag"
	"os/exec"
	"strconv"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

var update = flag.Bool("update", false, "rewrite the expected output in testdata/script")

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"caseload": main})
}

// TestScript plays the command lines of testdata/script and compares what they
// print and the code they end with.
func TestScript(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		UpdateScripts:       *update,
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Cmds:                map[string]func(*testscript.TestScript, bool, []string){"code": checkCode},
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

// exitCode is the code in a command's error, as text.
func exitCode(err error) string {
	var ended *exec.ExitError
	if !errors.As(err, &ended) {
		return err.Error()
	}
	return strconv.Itoa(ended.ExitCode())
}
