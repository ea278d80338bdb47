// Package panel is the dataset format: the tables that a run writes, how they
// become Parquet files, and how they are read back.
//
// How to read it: tables.go, lives.go (of people) and frontline.go (of coaches and offices)
// hold one struct per table, and everything else is derived from those structs: the Parquet schema, the data dictionary and the
// order of the digest. enums.go holds the words that columns of a closed
// vocabulary may take. writer.go turns rows into one part file: columns.go gathers them
// column by column, digest.go states what "the same result" means, pages.go encodes a
// column and file.go writes the file. manifest.go is manifest.json;
// reader.go opens a finished folder and decode.go turns its pages into rows.
//
// # What writing costs
//
// A weekly panel costs many times the simulation that it records. Rows are turned into
// columns once, and digest and encoding work on the same columns while the cache still has
// them. On one core a panel row of 54 columns takes about 500 ns: 90 to gather, 80 for the
// digest of the rows, 80 to encode, 180 to compress and 30 for the hash of the file; one of 8
// columns takes 85. BenchmarkWriter, BenchmarkFewColumns, BenchmarkFile and BenchmarkDigest
// measure them. A writer of the panel
// holds half a megabyte after 2,000 rows and at most about 8: the batch that is gathered,
// and the pages of a row group.
//
// A separate module in .ci/readback checks the files with two readers that had no part
// in writing them.
//
// # Floats
//
// Floats of 32 bits are rounded to 13 significant bits, one part in 8,192; those of 64 bits
// are not.
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
