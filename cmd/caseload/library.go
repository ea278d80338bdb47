package main

import (
	"errors"
	"fmt"
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

// memory keeps the shipped files that were read, of which there is one set in a program.
var memory = source.NewMemory()

// library is where the commands find their files: the shipped ones, and the
// reader's own from the working folder.
func library(shipped fs.FS) source.Library {
	return source.Library{Shipped: shipped, Memory: memory, Read: readText, ReadTable: func(path string) ([]byte, error) { return readFile(path, largestTable) }}
}

// largestTable bounds a table of persons.
const largestTable = 1 << 30

func readText(path string) ([]byte, error) { return readFile(path, largestFile) }

// readFile reads a file of the reader's own. Its errors are short facts; the
// diagnostic that they end up in has the file's name.
func readFile(path string, largest int64) ([]byte, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	if facts, err := file.Stat(); err == nil && facts.IsDir() {
		return nil, errors.New("this is a folder; name a file in it")
	}
	content, err := io.ReadAll(io.LimitReader(file, largest+1))
	if err != nil {
		return nil, err
	}
	if int64(len(content)) > largest {
		return nil, fmt.Errorf("more than %d MiB, which no %s is", largest>>20, map[bool]string{true: "scenario", false: "table of persons"}[largest == largestFile])
	}
	return content, nil
}

// isPath tells a path from the name of something shipped.
func isPath(name string) bool {
	return strings.Contains(name, "/") || strings.HasSuffix(name, ".yaml")
}
