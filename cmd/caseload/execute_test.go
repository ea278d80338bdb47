package main

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"caseload/sim"
	"caseload/sim/panel"
)

// A run that breaks an identity must not look finished: it ends with 1 and says which.
func TestBrokenBooksAreNotKept(t *testing.T) {
	checks := []panel.Check{{Name: "minutes", Passed: true}, {Name: "accounts agree", Detail: "week 4, district 2: a penny is missing"}}
	x := asExit(booksAgree(checks))
	if x.code != exitFailed || !strings.Contains(x.message, "accounts agree: week 4, district 2: a penny is missing") || !strings.Contains(x.hint, "nothing is kept") {
		t.Errorf("%+v", x)
	}
	if err := booksAgree(checks[:1]); err != nil {
		t.Errorf("books that agree: %v", err)
	}
}

func TestDefectsOfTheEngineNameThePlace(t *testing.T) {
	x := asExit(inWords(fmt.Errorf("replicate 2, strict: %w", &sim.Broken{Week: 7, Stage: "matching", District: 3, What: "index out of range"})))
	if x.code != exitFailed || x.message != "replicate 2, strict: week 7, matching, district 3: index out of range" || !strings.Contains(x.hint, "report it") {
		t.Errorf("%+v", x)
	}
	if other := errors.New("the disk is gone"); inWords(other) != other {
		t.Error("another error was changed")
	}
}

func TestMemoryIsReadOffTheMachine(t *testing.T) {
	const text = "MemTotal:       24000000 kB\nMemFree:  1000 kB\nMemAvailable:   2048 kB\n"
	if got := meminfo(text); got != 2<<20 {
		t.Errorf("%d bytes", got)
	}
	if got := meminfo("MemTotal: 5 kB\n"); got != unknownMemory {
		t.Errorf("a machine that does not say: %d bytes", got)
	}
	if memoryForWorlds() <= 0 {
		t.Error("no memory for any world")
	}
}
