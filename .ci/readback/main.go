// Readback reads every Parquet file of a run's folder with a library that had no
// part in writing it, and compares row counts, column names and types, and the
// digest with manifest.json. It computes the digest from its written definition
// (sim/panel/digest.go) and shares no code with the program under test.
//
//	go run . RUN_FOLDER
package main

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/apache/arrow-go/v18/arrow"
	"github.com/apache/arrow-go/v18/arrow/memory"
	"github.com/apache/arrow-go/v18/parquet/file"
	"github.com/apache/arrow-go/v18/parquet/pqarrow"
)

type manifest struct {
	Parts   []part              `json:"parts"`
	Columns map[string][]column `json:"columns"`
	Digest  string              `json:"digest"`
}

type part struct {
	Name   string `json:"name"`
	Table  string `json:"table"`
	Rows   int64  `json:"rows"`
	Digest string `json:"digest"`
}

type column struct {
	Name     string `json:"name"`
	Type     string `json:"type"`
	Nullable bool   `json:"nullable"`
}

// arrowTypes says what each of the manifest's types must be to other programs.
var arrowTypes = map[string]arrow.DataType{
	"bool": arrow.FixedWidthTypes.Boolean, "int8": arrow.PrimitiveTypes.Int8, "int16": arrow.PrimitiveTypes.Int16,
	"int32": arrow.PrimitiveTypes.Int32, "int64": arrow.PrimitiveTypes.Int64,
	"float32": arrow.PrimitiveTypes.Float32, "float64": arrow.PrimitiveTypes.Float64,
	"enum": arrow.BinaryTypes.String, "string": arrow.BinaryTypes.String,
	"thousandths": &arrow.Decimal128Type{Precision: 18, Scale: 3},
}

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: readback RUN_FOLDER")
		os.Exit(2)
	}
	if err := check(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, "readback:", err)
		os.Exit(1)
	}
}

func check(folder string) error {
	text, err := os.ReadFile(filepath.Join(folder, "manifest.json"))
	if err != nil {
		return err
	}
	var m manifest
	if err := json.Unmarshal(text, &m); err != nil {
		return err
	}
	if err := everyFileIsAPart(folder, m); err != nil {
		return err
	}
	rows, files := map[string]int64{}, map[string]int{}
	whole := sha256.New()
	slices.SortFunc(m.Parts, func(a, b part) int { return strings.Compare(a.Name, b.Name) })
	for _, p := range m.Parts {
		digest, err := readPart(folder, p, m.Columns[p.Table])
		if err != nil {
			return fmt.Errorf("%s: %w", p.Name, err)
		}
		fmt.Fprintf(whole, "%s\x00%s\n", p.Name, digest)
		rows[p.Table] += p.Rows
		files[p.Table]++
	}
	if got := hex.EncodeToString(whole.Sum(nil)); got != m.Digest {
		return fmt.Errorf("the dataset's digest is %s and the manifest says %s", got, m.Digest)
	}
	for _, table := range slices.Sorted(keys(rows)) {
		fmt.Printf("arrow-go: %-10s %4d files %10d rows, columns and digests as in the manifest\n", table, files[table], rows[table])
	}
	fmt.Printf("arrow-go: the dataset's digest %s is confirmed\n", m.Digest[:16])
	return nil
}

func keys[V any](m map[string]V) func(func(string) bool) {
	return func(yield func(string) bool) {
		for k := range m {
			if !yield(k) {
				return
			}
		}
	}
}

// everyFileIsAPart finds files that the manifest does not name.
func everyFileIsAPart(folder string, m manifest) error {
	named := map[string]bool{}
	for _, p := range m.Parts {
		named[p.Name] = true
	}
	return filepath.WalkDir(folder, func(path string, d os.DirEntry, err error) error {
		if err != nil || filepath.Ext(path) != ".parquet" {
			return err
		}
		name, err := filepath.Rel(folder, path)
		if err == nil && !named[filepath.ToSlash(name)] {
			err = fmt.Errorf("%s is not in the manifest", name)
		}
		return err
	})
}

// readPart checks one file and returns its digest.
func readPart(folder string, p part, columns []column) (string, error) {
	reader, err := file.OpenParquetFile(filepath.Join(folder, filepath.FromSlash(p.Name)), false)
	if err != nil {
		return "", err
	}
	defer reader.Close()
	if reader.NumRows() != p.Rows {
		return "", fmt.Errorf("%d rows, and the manifest says %d", reader.NumRows(), p.Rows)
	}
	arrowReader, err := pqarrow.NewFileReader(reader, pqarrow.ArrowReadProperties{BatchSize: batchRows}, memory.DefaultAllocator)
	if err != nil {
		return "", err
	}
	schema, err := arrowReader.Schema()
	if err != nil {
		return "", err
	}
	if err := checkSchema(schema, columns); err != nil {
		return "", err
	}
	records, err := arrowReader.GetRecordReader(context.Background(), nil, nil)
	if err != nil {
		return "", err
	}
	defer records.Release()
	d := newDigest(p.Table, columns)
	for records.Next() {
		if err := d.record(records.RecordBatch()); err != nil {
			return "", err
		}
	}
	if err := records.Err(); err != nil {
		return "", err
	}
	digest := d.finish()
	if d.rows != p.Rows {
		return "", fmt.Errorf("%d rows read of %d", d.rows, p.Rows)
	}
	if digest != p.Digest {
		return "", fmt.Errorf("the digest is %s and the manifest says %s", digest, p.Digest)
	}
	return digest, nil
}

func checkSchema(schema *arrow.Schema, columns []column) error {
	if schema.NumFields() != len(columns) {
		return fmt.Errorf("%d columns, and the manifest says %d", schema.NumFields(), len(columns))
	}
	for i, c := range columns {
		f := schema.Field(i)
		if f.Name != c.Name || f.Nullable != c.Nullable || !arrow.TypeEqual(f.Type, arrowTypes[c.Type]) {
			return fmt.Errorf("column %d is %s (nullable %t), and the manifest says %s %s (nullable %t)", i+1, f, f.Nullable, c.Name, c.Type, c.Nullable)
		}
	}
	return nil
}
