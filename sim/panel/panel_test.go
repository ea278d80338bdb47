package panel

import (
	"bytes"
	"io"
	"math"
	"reflect"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
)

// store is a folder in memory.
type store struct{ files fstest.MapFS }

func newStore() *store { return &store{fstest.MapFS{}} }

type memoryFile struct {
	bytes.Buffer
	store *store
	name  string
}

func (f *memoryFile) Close() error {
	f.store.files[f.name] = &fstest.MapFile{Data: bytes.Clone(f.Bytes())}
	return nil
}

func (s *store) create(name string) (io.WriteCloser, error) {
	return &memoryFile{store: s, name: name}, nil
}

// write makes a part of rows, handed over in batches of the sizes given, in turn.
func write[T Row](t *testing.T, s *store, name string, rows []T, batches ...int) Part {
	t.Helper()
	w := NewWriter[T](s.create, name)
	for i := 0; len(rows) > 0; i++ {
		n := min(batches[i%len(batches)], len(rows))
		if err := w.Write(rows[:n]); err != nil {
			t.Fatal(err)
		}
		rows = rows[n:]
	}
	p, err := w.Close()
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// folder puts a manifest over parts and opens the result.
func folder(t *testing.T, s *store, parts ...Part) *Folder {
	t.Helper()
	return opened(t, s, Manifest{Scenario: "test", Parts: parts, Complete: true})
}

// opened puts a manifest over what a store holds and opens the result.
func opened(t *testing.T, s *store, m Manifest) *Folder {
	t.Helper()
	text, err := m.JSON()
	if err != nil {
		t.Fatal(err)
	}
	s.files[ManifestName] = &fstest.MapFile{Data: text}
	f, err := Open(s.files)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// anyRows makes n rows whose fields take small, large and null values in turn.
func anyRows[T Row](n int) []T {
	rows := make([]T, n)
	for i := range rows {
		v := reflect.ValueOf(&rows[i]).Elem()
		for j := range v.NumField() {
			anyValue(v.Field(j), mix(uint64(i)*31+uint64(j)), i)
		}
		if s, ok := any(&rows[i]).(*SummaryRow); ok && s.Exact {
			s.Value = math.Trunc(s.Value)
		}
	}
	return rows
}

func anyValue(v reflect.Value, z uint64, i int) {
	if e, ok := v.Interface().(enumeration); ok {
		words := e.words()
		code := z % uint64(len(words))
		if words[code] == "" {
			code++
		}
		v.SetUint(code)
		return
	}
	bits := 64
	if i%3 > 0 {
		bits = 8 * (i % 3) // small values too
	}
	switch v.Kind() {
	case reflect.Bool:
		v.SetBool(z%3 == 0)
	case reflect.Int8:
		v.SetInt(int64(int8(z)))
	case reflect.Int16:
		v.SetInt(int64(int16(z >> (64 - bits))))
		if z%5 == 0 {
			v.SetInt(int64(NoInt16))
		}
	case reflect.Int32:
		v.SetInt(int64(int32(z >> (64 - bits))))
		if z%5 == 0 {
			v.SetInt(int64(NoInt32))
		}
	case reflect.Int64:
		v.SetInt(int64(z >> (64 - bits)))
	case reflect.Float32:
		v.SetFloat(float64(z%8192) / 64) // what a file keeps
	case reflect.Float64:
		v.SetFloat(float64(z>>20) / 7)
	case reflect.String:
		if z%4 > 0 {
			v.SetString("word " + strconv.Itoa(int(z%7)) + "é")
		}
	}
}

func TestRoundTrip(t *testing.T) {
	t.Run("persons", roundTrip[PersonRow])
	t.Run("panel", roundTrip[PanelRow])
	t.Run("spells", roundTrip[SpellRow])
	t.Run("events", roundTrip[EventRow])
	t.Run("coaches", roundTrip[CoachRow])
	t.Run("indicators", roundTrip[IndicatorRow])
	t.Run("districts", roundTrip[DistrictRow])
	t.Run("programmes", roundTrip[ProgrammeRow])
	t.Run("accounts", roundTrip[AccountRow])
	t.Run("summary", roundTrip[SummaryRow])
}

// roundTrip writes and reads sizes around the edges of what the writer gathers.
func roundTrip[T Row](t *testing.T) {
	for _, n := range []int{0, 1, 9, blockRows, batchRows, batchRows + 1} {
		s := newStore()
		want := anyRows[T](n)
		name := PartName((*new(T)).Table(), "passive", 3, 12)
		p := write(t, s, name, want, 1000)
		if p.Rows != int64(n) || p.Bytes != int64(len(s.files[name].Data)) {
			t.Fatalf("%d rows: part says %d rows and %d bytes", n, p.Rows, p.Bytes)
		}
		f := folder(t, s, p)
		got, err := ReadAll[T](f, Selection{})
		if err != nil {
			t.Fatalf("%d rows: %v", n, err)
		}
		if len(got) != n {
			t.Fatalf("%d rows: read %d", n, len(got))
		}
		for i := range got {
			if !reflect.DeepEqual(got[i], want[i]) {
				t.Fatalf("%d rows: row %d\n got %+v\nwant %+v", n, i, got[i], want[i])
			}
		}
		if err := f.Verify(true); err != nil {
			t.Fatalf("%d rows: %v", n, err)
		}
	}
}

// asKept rounds the floats of rows as a file does.
func asKept(rows []PanelRow) {
	for i := range rows {
		v := reflect.ValueOf(&rows[i]).Elem()
		for j := range v.NumField() {
			if f, is := v.Field(j).Addr().Interface().(*float32); is {
				bits := []int32{int32(math.Float32bits(*f))}
				roundFloats(bits)
				*f = math.Float32frombits(uint32(bits[0]))
			}
		}
	}
}

func TestRowGroups(t *testing.T) {
	rows := panelRows(groupRows+5, 3000)
	s := newStore()
	f := folder(t, s, write(t, s, "panel.parquet", rows, 8192))
	asKept(rows)
	at := 0
	for b, err := range Batches[PanelRow](f, Selection{}) {
		if err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(b.Rows, rows[at:at+len(b.Rows)]) {
			t.Fatalf("rows from %d on differ", at)
		}
		at += len(b.Rows)
		if at != groupRows && at != len(rows) {
			t.Fatalf("a batch ends at row %d", at)
		}
	}
	if at != len(rows) {
		t.Fatalf("read %d rows of %d", at, len(rows))
	}
	if err := f.Verify(true); err != nil {
		t.Fatal(err)
	}
}

func TestSelection(t *testing.T) {
	s := newStore()
	var parts []Part
	for i, regime := range []string{"passive", "strict"} {
		for replicate := 1; replicate <= 2; replicate++ {
			rows := anyRows[CoachRow](1)
			rows[0].CoachID = int32(10*i + replicate)
			parts = append(parts, write(t, s, PartName(Coaches, regime, replicate, 0), rows, 1))
		}
	}
	parts = append(parts, write(t, s, FileName(Summary), []SummaryRow{
		{Regime: "passive", Replicate: 1}, {Regime: "passive", Replicate: 2}, {Regime: "strict", Replicate: 2},
	}, 1))
	f := folder(t, s, parts...)
	for _, c := range []struct {
		want    Selection
		coaches []int32
		summary int
	}{
		{Selection{}, []int32{1, 2, 11, 12}, 3},
		{Selection{Regime: "strict"}, []int32{11, 12}, 1},
		{Selection{Replicate: 2}, []int32{2, 12}, 2},
		{Selection{Regime: "passive", Replicate: 1}, []int32{1}, 1},
		{Selection{Regime: "none"}, nil, 0},
	} {
		coaches, err := ReadAll[CoachRow](f, c.want)
		if err != nil {
			t.Fatal(err)
		}
		var ids []int32
		for _, r := range coaches {
			ids = append(ids, r.CoachID)
		}
		if !reflect.DeepEqual(ids, c.coaches) {
			t.Errorf("%+v: coaches %v, want %v", c.want, ids, c.coaches)
		}
		summary, err := ReadAll[SummaryRow](f, c.want)
		if err != nil || len(summary) != c.summary {
			t.Errorf("%+v: %d summary rows, want %d (%v)", c.want, len(summary), c.summary, err)
		}
	}
}

func TestManifestIsStable(t *testing.T) {
	m := Manifest{
		Scenario: "a<b", Inputs: map[string]string{"z": "1", "a": "2"},
		Parts: []Part{{Name: "summary.parquet", Table: Summary, Rows: 2}, {Name: "accounts.parquet", Table: Accounts}},
	}
	first, err := m.JSON()
	if err != nil {
		t.Fatal(err)
	}
	m.Parts[0], m.Parts[1] = m.Parts[1], m.Parts[0]
	second, err := m.JSON()
	if err != nil || !bytes.Equal(first, second) {
		t.Errorf("the order of parts changed the text (%v)", err)
	}
	back, err := ReadManifest(fstest.MapFS{ManifestName: {Data: first}})
	if err != nil || !reflect.DeepEqual(back, m) {
		t.Errorf("read back %+v, want %+v (%v)", back, m, err)
	}
	if len(m.Columns) != 2 || m.Rows(Summary) != 2 {
		t.Errorf("%d tables have columns and summary has %d rows", len(m.Columns), m.Rows(Summary))
	}
	m.Parts[0].Name = m.Parts[1].Name
	if _, err := m.JSON(); err == nil {
		t.Error("two parts of one name passed")
	}
}

// TestDictionary requires what a reader of a file needs to know of every column.
func TestDictionary(t *testing.T) {
	tables := Dictionary()
	if len(tables) != 12 {
		t.Fatalf("%d tables", len(tables))
	}
	for _, table := range tables {
		seen := map[string]bool{}
		for _, c := range table.Columns {
			number := c.Type != "bool" && c.Type != "enum" && c.Type != "string"
			if c.Name == "" || c.Doc == "" || seen[c.Name] || number && c.Unit == "" && c.Name != "value" && c.Name != "baseline_value" {
				t.Errorf("%s.%s: name, doc or unit is missing or stands twice", table.Name, c.Name)
			}
			seen[c.Name] = true
			for _, text := range []string{DictionaryText(tables), DictionaryMarkdown(tables)} {
				if !strings.Contains(text, c.Name) || !strings.Contains(text, c.Doc) {
					t.Errorf("%s.%s is not in the text", table.Name, c.Name)
				}
			}
		}
	}
	if text, err := DictionaryJSON(tables); err != nil || !strings.Contains(string(text), `"weeks_on_benefit"`) {
		t.Errorf("JSON: %v", err)
	}
}

func TestThousandths(t *testing.T) {
	for x, want := range map[float64]Thousandths{0.0004: 0, 0.0005: 1, -1.5: -1500, 1e30: 9e15, math.Inf(-1): -9e15} {
		if got := ThousandthsOf(x); got != want {
			t.Errorf("ThousandthsOf(%v) = %d, want %d", x, got, want)
		}
	}
	if ThousandthsOf(math.NaN()) != 0 {
		t.Error("NaN is not 0")
	}
}

// TestAllNull has pages without a single value.
func TestAllNull(t *testing.T) {
	want := make([]SpellRow, batchRows+10)
	for i := range want {
		want[i] = SpellRow{Kind: BenefitSpell, StartPayPence: NoInt32}
	}
	s := newStore()
	f := folder(t, s, write(t, s, "spells.parquet", want, 5000))
	got, err := ReadAll[SpellRow](f, Selection{})
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Fatalf("read %d rows, want %d (%v)", len(got), len(want), err)
	}
}

// TestNullsInRuns has every run of values among nulls that a block of 64 rows can
// have, and zeros that are values.
func TestNullsInRuns(t *testing.T) {
	var want []PanelRow
	for from := range 64 {
		for to := from; to <= 64; to++ {
			for i := range 64 {
				r := PanelRow{Status: Claimant, WeeksOnBenefit: NoInt16, CoachID: 0}
				if from <= i && i < to {
					r.WeeksOnBenefit, r.CoachID = int16(i%3), NoInt32
				}
				want = append(want, r)
			}
		}
	}
	s := newStore()
	got, err := ReadAll[PanelRow](folder(t, s, write(t, s, "panel.parquet", want, 1000)), Selection{})
	if err != nil || len(got) != len(want) {
		t.Fatalf("read %d rows, want %d (%v)", len(got), len(want), err)
	}
	for i := range got {
		if got[i] != want[i] {
			t.Fatalf("row %d of block %d\n got %+v\nwant %+v", i%64, i/64, got[i], want[i])
		}
	}
}

// TestFloatsAreRounded: floats of 32 bits come back within one part in 8,192, and
// those of 64 bits as they were.
func TestFloatsAreRounded(t *testing.T) {
	want := make([]PersonRow, 1000)
	for i := range want {
		z := mix(uint64(i))
		want[i] = PersonRow{Sex: Female, Education: NoQualification, Status: Employed, DigitalAccess: Unaided, Weight: float64(z) / 7, Skill: float32(int32(z)) / 3e8}
	}
	special := [...]float32{0, float32(math.Inf(1)), float32(math.Inf(-1)), math.Float32frombits(0x7fffffff), math.Float32frombits(0xff800001)}
	for i, x := range special {
		want[i].Skill = x
	}
	s := newStore()
	got, err := ReadAll[PersonRow](folder(t, s, write(t, s, "persons.parquet", want, 300)), Selection{})
	if err != nil || len(got) != len(want) {
		t.Fatalf("read %d rows, want %d (%v)", len(got), len(want), err)
	}
	for i, x := range special {
		if math.Float32bits(got[i].Skill) != math.Float32bits(x) {
			t.Errorf("%v came back as %v", x, got[i].Skill)
		}
	}
	rounded := 0
	for i := range got[len(special):] {
		i += len(special)
		if got[i].Weight != want[i].Weight {
			t.Errorf("weight %v, want %v", got[i].Weight, want[i].Weight)
		}
		if got[i].Skill != want[i].Skill {
			rounded++
		}
		if off := math.Abs(float64(got[i].Skill/want[i].Skill) - 1); !(off <= 1.001/8192) {
			t.Errorf("skill %v, want %v: off by %v", got[i].Skill, want[i].Skill, off)
		}
	}
	if rounded < len(got)*9/10 {
		t.Errorf("%d of %d were rounded: the file keeps more than it says", rounded, len(got))
	}
}
