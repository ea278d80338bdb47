package panel

import (
	"encoding/json"
	"fmt"
	"strings"
)

// Column describes one column for the data dictionary and the manifest.
type Column struct {
	Name     string   `json:"name"`
	Type     string   `json:"type"` // bool, int8, int16, int32, int64, thousandths, float32, float64, enum or string
	Unit     string   `json:"unit,omitempty"`
	Nullable bool     `json:"nullable,omitempty"`
	Words    []string `json:"words,omitempty"` // that it may take
	Doc      string   `json:"doc"`
}

// TableColumns describes one table.
type TableColumns struct {
	Name    string   `json:"table"`
	Columns []Column `json:"columns"`
}

// rows has one row of every table, in the order in which they are described.
func rows() []Row {
	return []Row{PersonRow{}, PanelRow{}, SpellRow{}, EventRow{}, CoachRow{}, IndicatorRow{}, DistrictRow{}, ProgrammeRow{}, ProviderRow{}, AccountRow{}, SummaryRow{}, SweepRow{}}
}

// Dictionary describes every table, from the types that are written.
func Dictionary() []TableColumns {
	var tables []TableColumns
	for _, row := range rows() {
		s := schemaFor(row)
		t := TableColumns{Name: s.table}
		for i := range s.fields {
			c := s.fields[i].describe()
			if s.table == Events && c.Name == "kind" {
				for _, kind := range eventKinds {
					c.Words = append(c.Words, kind.Name)
				}
			}
			t.Columns = append(t.Columns, c)
		}
		tables = append(tables, t)
	}
	return tables
}

func (f *field) describe() Column {
	c := Column{Name: f.name, Type: kindNames[f.kind], Unit: f.unit, Nullable: f.optional, Doc: f.doc}
	for _, word := range f.words {
		if word != "" {
			c.Words = append(c.Words, word)
		}
	}
	return c
}

// meaning is the column's line, with the words it may take.
func (c Column) meaning() string {
	if len(c.Words) == 0 {
		return c.Doc
	}
	return c.Doc + ": " + strings.Join(c.Words, ", ")
}

// typeName is the type as a reader of the files meets it.
func (c Column) typeName() string {
	name := c.Type
	if name == kindNames[kindThousandths] {
		name = "decimal, 3 places"
	}
	if c.Nullable {
		return name + " or null"
	}
	return name
}

// DictionaryText is the dictionary of the tables for reading at a terminal.
func DictionaryText(tables []TableColumns) string {
	var to strings.Builder
	for i, t := range tables {
		if i > 0 {
			to.WriteByte('\n')
		}
		fmt.Fprintf(&to, "%s\n", t.Name)
		var name, kind, unit int
		for _, c := range t.Columns {
			name, kind, unit = max(name, len(c.Name)), max(kind, len(c.typeName())), max(unit, len(c.Unit))
		}
		for _, c := range t.Columns {
			fmt.Fprintf(&to, "  %-*s  %-*s  %-*s  %s\n", name, c.Name, kind, c.typeName(), unit, c.Unit, c.meaning())
		}
	}
	return to.String()
}

// DictionaryMarkdown is the dictionary of the tables as Markdown.
func DictionaryMarkdown(tables []TableColumns) string {
	var to strings.Builder
	for i, t := range tables {
		if i > 0 {
			to.WriteByte('\n')
		}
		fmt.Fprintf(&to, "## %s\n\n| column | type | unit | meaning |\n|---|---|---|---|\n", t.Name)
		for _, c := range t.Columns {
			fmt.Fprintf(&to, "| %s | %s | %s | %s |\n", c.Name, c.typeName(), c.Unit, c.meaning())
		}
	}
	return to.String()
}

// DictionaryJSON is the dictionary of the tables as JSON.
func DictionaryJSON(tables []TableColumns) ([]byte, error) {
	text, err := json.MarshalIndent(tables, "", "  ")
	return append(text, '\n'), err
}
