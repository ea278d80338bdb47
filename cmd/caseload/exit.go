package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"
	"syscall"

	"caseload/policy/source"
)

// The codes that a command ends with. Scripts rely on them.
const (
	exitDone        = 0
	exitFailed      = 1   // failed while running
	exitWrong       = 2   // a file, flag or value is wrong; nothing was run
	exitInterrupted = 130 // stopped by the reader or the system
)

// exit is an error that knows the code to end with and the way out.
type exit struct {
	code        int
	message     string
	hint        string
	diagnostics source.Diagnostics
	cause       error
}

func (x *exit) Error() string { return x.message }
func (x *exit) Unwrap() error { return x.cause }

// wrong is a mistake in what was asked for: nothing was run.
func wrong(hint, message string, values ...any) error {
	return &exit{code: exitWrong, message: fmt.Sprintf(message, values...), hint: hint}
}

// asExit gives every error a code: files with mistakes are wrong, a cancelled context is an interruption,
// anything that says nothing of itself a failure.
func asExit(err error) *exit {
	var known *exit
	var found source.Diagnostics
	switch {
	case errors.As(err, &known):
		return known
	case errors.As(err, &found):
		return &exit{code: exitWrong, message: "a file has mistakes in it; nothing was run", diagnostics: found.Sorted(), cause: err}
	case errors.Is(err, context.Canceled):
		return &exit{code: exitInterrupted, message: "interrupted; nothing half-written is left behind", cause: err}
	default:
		return &exit{code: exitFailed, message: err.Error(), cause: err}
	}
}

// fail reports an error on standard error and returns the code to end with.
func (e *edge) fail(err error) int {
	x := asExit(err)
	if e.format == formatJSON {
		e.line(map[string]any{
			"error":       x.message,
			"hint":        x.hint,
			"exit_code":   x.code,
			"diagnostics": append(source.Diagnostics{}, x.diagnostics...),
		})
		return x.code
	}
	if len(x.diagnostics) > 0 {
		e.say(x.diagnostics.String())
		return x.code
	}
	text := e.paint(e.errTerminal, red, "caseload:") + " " + x.message + "\n"
	if x.hint != "" {
		text += "    " + strings.ReplaceAll(x.hint, "\n", "\n    ") + "\n"
	}
	e.say(text)
	return x.code
}

// warn prints diagnostics that do not stop the command.
func (e *edge) warn(found source.Diagnostics) {
	if !e.first(found.Sorted().String()) {
		return
	}
	if e.format != formatJSON {
		e.say(found.Sorted().String())
		return
	}
	for _, d := range found.Sorted() {
		e.line(d)
	}
}

// plainly turns what the system says about a file into a sentence with a way out.
func plainly(err error, path string) error {
	code, message, hint := exitFailed, "", "choose another folder with --out"
	switch {
	case err == nil:
		return nil
	case errors.As(err, new(*exit)):
		return err
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EDQUOT):
		message, hint = "the disk is full: "+path, "make room, or choose a folder on another disk with --out"
	case errors.Is(err, fs.ErrPermission):
		code, message = exitWrong, "no permission for "+path
	case errors.Is(err, syscall.EROFS):
		code, message = exitWrong, "the disk is read-only: "+path
	case errors.Is(err, syscall.ENOTDIR):
		code, message = exitWrong, "a part of this path is a file, not a folder: "+path
	case errors.Is(err, fs.ErrNotExist):
		code, message, hint = exitWrong, "there is no "+path, ""
	case errors.Is(err, syscall.EISDIR):
		code, message, hint = exitWrong, path+" is a folder, not a file", ""
	case errors.Is(err, syscall.ENAMETOOLONG):
		code, message, hint = exitWrong, "the name is too long: "+path, "choose a shorter name with --out"
	case errors.Is(err, syscall.EMFILE), errors.Is(err, syscall.ENFILE):
		message, hint = "too many files are open: "+path, "raise the limit (ulimit -n), or use fewer --workers"
	case errors.Is(err, syscall.EBUSY), errors.Is(err, syscall.EXDEV):
		code, message, hint = exitWrong, path+" is the root of a disk and cannot be put in place whole", "name a folder inside it: --out "+path+"/run"
	default:
		message, hint = path+": "+lastWords(err), ""
	}
	return &exit{code: code, message: message, hint: hint, cause: err}
}

// unmade words an error about a file or folder that could not be made, whose folders are made
// with it: that it is not there says nothing to who wants it made.
func unmade(err error, path string) error {
	missing := missingFolders(path)
	if len(missing) == 0 || !errors.Is(err, fs.ErrNotExist) && !errors.Is(err, fs.ErrPermission) {
		return plainly(err, path)
	}
	return &exit{code: exitWrong, cause: err, hint: "choose another folder with --out",
		message: fmt.Sprintf("%s cannot be made: nothing may be written to %s", path, filepath.Dir(missing[len(missing)-1]))}
}

// midway gives a failure that came after the run had begun the code of one.
func midway(err error) error {
	var known *exit
	if errors.As(err, &known) && known.code == exitWrong {
		return &exit{code: exitFailed, message: known.message, hint: known.hint, cause: err}
	}
	return err
}

// lastWords is the innermost text of an error: "input/output error" rather than
// the chain of calls that met it.
func lastWords(err error) string {
	for {
		inner := errors.Unwrap(err)
		if inner == nil {
			return err.Error()
		}
		err = inner
	}
}
