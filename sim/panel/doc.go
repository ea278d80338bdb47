// Package panel is the dataset format: the tables that a run writes, how they
// become Parquet files, and how they are read back.
//
// How to read it: tables.go holds one struct per table, and everything else is
// derived from those structs: the Parquet schema, the data dictionary and the
// order of the digest. enums.go holds the words that columns of a closed
// vocabulary may take. writer.go turns rows into one part file: file.go says how
// parquet-go is asked to write it, stored.go in what form it gets the rows, and
// digest.go states what "the same result" means. manifest.go is manifest.json;
// reader.go opens a finished folder and decode.go turns its pages into rows.
//
// # What writing costs
//
// A weekly panel costs many times the simulation that it records. On one core a
// panel row takes about 325 ns: 250 in parquet-go's GenericWriter, of which text takes two
// fifths because every word is hashed, and 70 for the digest of the rows.
// BenchmarkWriter, BenchmarkFile and BenchmarkDigest measure them. A writer holds at
// most about 4 MB, and about 3.5 MB from its first row on, most of it one page buffer a
// column.
//
// A separate module in .ci/readback checks the files with two readers that had no part
// in writing them.
//
// # Nulls
//
// A column tagged optional holds null where the row holds NoInt16 or NoInt32, the
// smallest number of its type. Zero is a value and never null.
//
// # What is deliberately absent
//
// No file system, no clock and no processor count: files are made by a create
// function and read through fs.FS. No knowledge of people, rules or the week: the
// engine converts. No Bloom filters in the files, because parts are small and
// partitioned by regime, replicate and district. No schema evolution:
// FormatVersion changes and an older folder is refused with that reason.
package panel
