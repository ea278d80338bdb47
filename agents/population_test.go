package agents_test

import (
	"reflect"
	"testing"

	"caseload/agents"
)

func TestEveryColumnHasARowForEverybody(t *testing.T) {
	p := agents.NewPopulation(7)
	if p.Len() != 7 {
		t.Errorf("%d rows", p.Len())
	}
	names := map[string]bool{}
	p.Columns(func(name string, slice any) {
		v := reflect.ValueOf(slice).Elem()
		if v.Len() != 7 || v.Cap() != 7 {
			t.Errorf("%s has %d rows, room for %d", name, v.Len(), v.Cap())
		}
		if names[name] {
			t.Errorf("two columns %s", name)
		}
		names[name] = true
		kind := v.Type().Elem().Kind()
		if kind == reflect.Array {
			kind = v.Type().Elem().Elem().Kind()
		}
		switch kind {
		case reflect.Pointer, reflect.Map, reflect.Interface, reflect.Slice, reflect.String, reflect.Struct:
			t.Errorf("%s holds values of kind %s; columns are plain numbers", name, kind)
		}
	})
	if len(names) < 60 || !names["ID"] || !names["WeeksInWork"] {
		t.Errorf("%d columns", len(names))
	}
	if b := p.BytesPerPerson(); b < 200 || b > 640 {
		t.Errorf("%d bytes per person", b)
	}
}

func TestCloneSharesNothing(t *testing.T) {
	p := agents.NewPopulation(3)
	p.Columns(func(_ string, slice any) { fill(reflect.ValueOf(slice).Elem(), 1) })
	q := p.Clone()
	if !reflect.DeepEqual(p, q) {
		t.Fatal("the copy differs")
	}
	q.Columns(func(_ string, slice any) { fill(reflect.ValueOf(slice).Elem(), 0) })
	p.Columns(func(name string, slice any) {
		if v := reflect.ValueOf(slice).Elem(); v.Index(2).IsZero() {
			t.Errorf("%s is shared with its copy", name)
		}
	})
	p.Total.Zero()
	for _, n := range p.Total.WeeksInWork {
		if n != 0 {
			t.Error("totals are not zero")
		}
	}
	if p.Status[0] != 1 {
		t.Error("zeroing the totals changed a status")
	}
}

// fill sets every value of a column.
func fill(v reflect.Value, to int64) {
	for i := range v.Len() {
		switch e := v.Index(i); e.Kind() {
		case reflect.Array:
			fill(e, to)
		case reflect.Bool:
			e.SetBool(to != 0)
		case reflect.Float32:
			e.SetFloat(float64(to))
		case reflect.Uint8, reflect.Uint16:
			e.SetUint(uint64(to))
		default:
			e.SetInt(to)
		}
	}
}
