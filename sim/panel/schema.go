package panel

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/parquet-go/parquet-go"
)

// kind is how a column's values are held in memory and in files.
type kind uint8

const (
	kindBool kind = iota
	kindInt8
	kindInt16
	kindInt32
	kindInt64
	kindThousandths
	kindFloat32
	kindFloat64
	kindEnum
	kindString
)

var kindNames = [...]string{"bool", "int8", "int16", "int32", "int64", "thousandths", "float32", "float64", "enum", "string"}

// field is one column as the tags of its struct describe it.
type field struct {
	name     string
	kind     kind
	offset   uintptr // of the field within the row
	optional bool
	words    []string // of an enumeration
	flag     int      // offset of the column that says whether a float is exact; -1 if none does
	doc      string
	unit     string
}

// digested says whether the column is part of the digest.
func (f *field) digested() bool {
	return f.flag >= 0 || f.kind != kindFloat32 && f.kind != kindFloat64
}

// node is the column as a file declares it.
func (f *field) node() parquet.Node {
	node := f.value()
	if f.optional {
		node = parquet.Optional(node)
	}
	return node
}

func (f *field) value() parquet.Node {
	switch f.kind {
	case kindBool:
		return parquet.Leaf(parquet.BooleanType)
	case kindInt8:
		return parquet.Int(8)
	case kindInt16:
		return parquet.Int(16)
	case kindInt32:
		return parquet.Int(32)
	case kindInt64:
		return parquet.Int(64)
	case kindThousandths:
		return parquet.Decimal(3, 18, parquet.Int64Type)
	case kindFloat32:
		return parquet.Leaf(parquet.FloatType)
	case kindFloat64:
		return parquet.Leaf(parquet.DoubleType)
	}
	return parquet.String()
}

// schema is one table: all that is known about it before the first row.
type schema struct {
	table  string
	fields []field
	size   uintptr // bytes from one row of a slice to the next
}

// schemaOf reads the tags of T. It panics on a struct that is no table, which
// every test of every table would find.
func schemaOf[T Row]() schema {
	var zero T
	return schemaFor(zero)
}

func schemaFor(row Row) schema {
	t := reflect.TypeOf(row)
	s := schema{table: row.Table(), size: t.Size()}
	flags := make([]string, t.NumField())
	for i := range t.NumField() {
		f, flag := fieldOf(t.Field(i))
		s.fields = append(s.fields, f)
		flags[i] = flag
	}
	for i, flag := range flags {
		for j := range s.fields {
			if flag != "" && s.fields[j].name == flag {
				s.fields[i].flag = int(s.fields[j].offset)
			}
		}
	}
	return s
}

// only is the table with those columns alone, in its own order; with all of them if none is
// named.
func (s schema) only(columns []string) schema {
	if len(columns) > 0 {
		s.fields = slices.DeleteFunc(slices.Clone(s.fields), func(f field) bool { return !slices.Contains(columns, f.name) })
	}
	return s
}

func (s *schema) has(column string) bool {
	return slices.ContainsFunc(s.fields, func(f field) bool { return f.name == column })
}

func fieldOf(sf reflect.StructField) (f field, flag string) {
	name, options, _ := strings.Cut(sf.Tag.Get("parquet"), ",")
	f = field{
		name: name, offset: sf.Offset, optional: options == "optional", flag: -1,
		doc: sf.Tag.Get("doc"), unit: sf.Tag.Get("unit"),
	}
	words, isEnum := reflect.Zero(sf.Type).Interface().(enumeration)
	switch k := sf.Type.Kind(); {
	case isEnum:
		f.kind, f.words = kindEnum, words.words()
	case sf.Type == reflect.TypeFor[Thousandths]():
		f.kind = kindThousandths
	case k == reflect.Bool:
		f.kind = kindBool
	case k == reflect.Int8:
		f.kind = kindInt8
	case k == reflect.Int16:
		f.kind = kindInt16
	case k == reflect.Int32:
		f.kind = kindInt32
	case k == reflect.Int64:
		f.kind = kindInt64
	case k == reflect.Float32:
		f.kind = kindFloat32
	case k == reflect.Float64:
		f.kind = kindFloat64
	case k == reflect.String:
		f.kind = kindString
	default:
		panic(fmt.Sprintf("panel: %s: a column cannot be a %s", sf.Name, sf.Type))
	}
	if f.optional && f.kind != kindInt16 && f.kind != kindInt32 {
		panic(fmt.Sprintf("panel: %s: only int16 and int32 columns may be null", sf.Name))
	}
	return f, sf.Tag.Get("digest")
}
