package main

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"strings"

	"caseload/policy/source"
)

// largestFile bounds what is read into memory from a name that a reader typed:
// a scenario is text, and a device or a dataset given by mistake is not. What is
// between this and the smaller limit of policy/source is refused there, with its size.
const largestFile = 4 << 20

// library is where the commands find their files: the shipped ones, and the
// reader's own from the working folder.
func library(shipped fs.FS) source.Library {
	return source.Library{Shipped: shipped, Read: readText}
}

// readText reads a file of the reader's own. Its errors are short facts; the
// diagnostic that they end up in has the file's name.
func readText(path string) ([]byte, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	if facts, err := file.Stat(); err == nil && facts.IsDir() {
		return nil, errors.New("this is a folder; name a file in it")
	}
	content, err := io.ReadAll(io.LimitReader(file, largestFile+1))
	if err != nil {
		return nil, err
	}
	if len(content) > largestFile {
		return nil, errors.New("more than 4 MiB, which no scenario is")
	}
	return content, nil
}

// isPath tells a path from the name of something shipped.
func isPath(name string) bool {
	return strings.Contains(name, "/") || strings.HasSuffix(name, ".yaml")
}
