package panel

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/parquet-go/parquet-go"
)

// IsParquet tells a Parquet file by its first four bytes.
func IsParquet(content []byte) bool { return bytes.HasPrefix(content, []byte("PAR1")) }

// Cells reads a Parquet file of somebody else's: the names of its columns and the cells of
// every row as text, empty for null. Columns that hold lists or groups are refused.
func Cells(content []byte) (header []string, rows [][]string, err error) {
	defer func() {
		if what := recover(); what != nil { // the library panics on some damaged files
			err = fmt.Errorf("damaged: %v", what)
		}
	}()
	file, err := parquet.OpenFile(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		return nil, nil, err
	}
	for _, path := range file.Schema().Columns() {
		if len(path) > 1 {
			return nil, nil, fmt.Errorf("the column %s holds more than one value a row", strings.Join(path, "."))
		}
		header = append(header, path[0])
	}
	for _, group := range file.RowGroups() {
		more, err := cellsOf(group, len(header))
		if err != nil {
			return nil, nil, err
		}
		rows = append(rows, more...)
	}
	return header, rows, nil
}

// cellsOf reads one row group.
func cellsOf(group parquet.RowGroup, columns int) (all [][]string, err error) {
	rows := group.Rows()
	defer func() { err = errors.Join(err, rows.Close()) }()
	buffer := make([]parquet.Row, 64)
	for {
		n, err := rows.ReadRows(buffer)
		for _, row := range buffer[:n] {
			cells := make([]string, columns)
			for _, value := range row {
				if !value.IsNull() {
					cells[value.Column()] = value.String()
				}
			}
			all = append(all, cells)
		}
		if errors.Is(err, io.EOF) {
			return all, nil
		}
		if err != nil {
			return nil, err
		}
	}
}
