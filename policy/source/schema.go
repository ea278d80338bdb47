package source

import (
	"encoding/json"
	"reflect"
	"strconv"
	"strings"
)

// Schema is the JSON Schema (draft 2020-12) of a kind of file, made from the
// tags that also read it, for editors. It sees less than the reader: a limit on
// a number with a unit, for example, is only in its description.
//
// A file that extends another may leave anything out, so every struct is
// described twice: whole, and as a part without required keys.
func Schema(kind string, shape any) ([]byte, error) {
	w := &schemaWriter{defs: object{}, names: map[reflect.Type]string{}}
	s := describe(reflect.TypeOf(shape))
	root := w.fileKind(kind, s, false)
	root["$schema"] = "https://json-schema.org/draft/2020-12/schema"
	root["title"] = "caseload " + kind
	root["type"] = "object"
	root["required"] = []string{"kind"}
	w.defs["source"] = originSchema()
	root["$defs"] = w.defs
	text, err := json.MarshalIndent(root, "", "  ")
	if err != nil {
		return nil, err
	}
	return append(text, '\n'), nil
}

type object = map[string]any

type schemaWriter struct {
	defs  object
	names map[reflect.Type]string // of the definitions begun; looked up, never ranged over
}

func refTo(name string) object { return object{"$ref": "#/$defs/" + name} }

// fileKind describes a file or a mapping in the place of one: whole unless it
// extends another. On top of an extended file it is always a part.
func (w *schemaWriter) fileKind(kind string, s *shape, part bool) object {
	if part {
		return refTo(w.structure(s, true, kind))
	}
	return object{
		"if":   object{"required": []string{"extends"}},
		"then": refTo(w.structure(s, true, kind)),
		"else": refTo(w.structure(s, false, kind)),
	}
}

// structure defines a struct, once, and returns the name of its definition. The
// kind is empty unless the struct is the top of a file.
func (w *schemaWriter) structure(s *shape, part bool, kind string) string {
	name, begun := w.names[s.typ]
	if !begun {
		name = strings.ReplaceAll(strings.TrimPrefix(strings.TrimPrefix(s.noun, "a "), "an "), " ", "_")
		for i := 2; w.defs[name] != nil; i++ {
			name = strings.TrimRight(name, "0123456789") + strconv.Itoa(i)
		}
		w.names[s.typ] = name
	}
	if part {
		name += "_part"
	}
	if w.defs[name] != nil {
		return name
	}
	definition := object{"type": "object", "additionalProperties": false}
	w.defs[name] = definition // before its fields, since a struct may hold itself
	properties := object{"source": refTo("source")}
	if kind != "" {
		properties["kind"] = object{"const": kind, "description": "The kind of file."}
		properties["name"] = object{"type": "string", "pattern": validName.String(), "description": "Its name, where that is not the file's."}
		properties["extends"] = object{"type": "string", "minLength": 1, "description": "The " + kind + " that this one changes: a shipped name or a path."}
	}
	var required []string
	for _, f := range s.fields {
		property := w.field(f, part)
		if f.removable() {
			property = object{"anyOf": []object{property, {"const": none}}}
		}
		property["description"] = describeField(f)
		properties[f.key] = property
		if !f.optional && !part {
			required = append(required, f.key)
		}
	}
	definition["properties"] = properties
	if required != nil {
		definition["required"] = required
	}
	return name
}

// describeField is the doc sentence with what a schema cannot test.
func describeField(f *field) string {
	leaf := f
	for leaf.kind == listField {
		leaf = leaf.item
	}
	text := f.doc
	if leaf.kind == numberField {
		if leaf.bare {
			text += " In " + leaf.unit.title() + "."
		}
		if leaf.limits.hasLow || leaf.limits.hasHigh {
			allowed := leaf.allowed()
			text += " " + strings.ToUpper(allowed[:1]) + allowed[1:] + "."
		}
	}
	return strings.TrimSpace(text)
}

func (w *schemaWriter) field(f *field, part bool) object {
	switch f.kind {
	case numberField:
		return object{"anyOf": []object{f.numberSchema(), {
			"type": "object", "additionalProperties": false, "required": []string{"value"},
			"properties": object{
				"value":  f.numberSchema(),
				"range":  object{"type": "array", "items": f.numberSchema(), "minItems": 2, "maxItems": 2},
				"source": refTo("source"),
			}}}}
	case textField:
		if f.oneof != nil {
			return object{"enum": f.oneof}
		}
		return object{"type": []string{"string", "number", "boolean"}, "minLength": 1}
	case flagField:
		return object{"type": "boolean"}
	case dateField:
		return object{"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
	case structField:
		if f.refers == "" {
			return refTo(w.structure(f.inner, part, ""))
		}
		return object{"anyOf": []object{fileName(), w.inPlace(f, part)}}
	}
	if f.item.refers != "" {
		named := object{"anyOf": []object{fileName(), w.inPlace(f.item, part)}}
		return object{"anyOf": []object{
			{"type": "array", "items": fileName(), "uniqueItems": true},
			{"type": "object", "properties": object{"source": refTo("source")},
				"patternProperties": object{validName.String(): named}, "additionalProperties": false},
		}}
	}
	items := object{"type": "array", "items": w.field(f.item, part)}
	if f.pairs {
		return object{"anyOf": []object{items, {"type": "object", "additionalProperties": w.field(f.item.inner.fields[1], part)}}}
	}
	return items
}

// inPlace is a mapping written where the name of a file could stand.
func (w *schemaWriter) inPlace(f *field, part bool) object {
	inPlace := w.fileKind(f.refers, f.inner, part)
	inPlace["type"] = "object"
	return inPlace
}

func fileName() object {
	return object{"type": "string", "minLength": 1}
}

// numberSchema describes one number as written, without range and source.
func (f *field) numberSchema() object {
	if !f.bare && !f.unit.plain {
		return object{"type": "string", "pattern": f.unit.pattern(f.whole)}
	}
	schema := object{"type": "number"}
	if f.whole {
		schema["type"] = "integer"
	}
	low, high := "minimum", "maximum"
	if f.limits.openLow {
		low = "exclusiveMinimum"
	}
	if f.limits.openHigh {
		high = "exclusiveMaximum"
	}
	if f.limits.hasLow {
		schema[low] = f.limits.low
	}
	if f.limits.hasHigh {
		schema[high] = f.limits.high
	}
	return schema
}

func originSchema() object {
	return object{
		"description": "Where the numbers in this mapping come from, unless one says otherwise.",
		"anyOf": []object{{"const": none}, {
			"type": "object", "additionalProperties": false, "required": []string{"kind", "note"},
			"properties": object{
				"kind": object{"enum": OriginKinds()},
				"note": object{"type": []string{"string", "number", "boolean"}, "minLength": 1},
			}}},
	}
}
