package panel

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
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
	m := Manifest{Scenario: "test", Parts: parts, Complete: true}
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
		v.SetFloat(float64(float32(z) / 7))
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
	t.Run("districts", roundTrip[DistrictRow])
	t.Run("accounts", roundTrip[AccountRow])
	t.Run("summary", roundTrip[SummaryRow])
}

// roundTrip writes and reads sizes around the edges of a page.
func roundTrip[T Row](t *testing.T) {
	for _, n := range []int{0, 1, 9, gatherRows, pageRows, pageRows + 1} {
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

func TestRowGroups(t *testing.T) {
	rows := panelRows(groupPages*pageRows+5, 3000)
	s := newStore()
	f := folder(t, s, write(t, s, "panel.parquet", rows, 8192))
	at := 0
	for b, err := range Batches[PanelRow](f, Selection{}) {
		if err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(b.Rows, rows[at:at+len(b.Rows)]) {
			t.Fatalf("rows from %d on differ", at)
		}
		at += len(b.Rows)
		if want := groupPages * pageRows; at != want && at != len(rows) {
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

func TestBytesDoNotDependOnBatches(t *testing.T) {
	rows := anyRows[PanelRow](2*pageRows + 77)
	s := newStore()
	want := write(t, s, "a.parquet", rows, len(rows))
	for _, batches := range [][]int{{1}, {255, 256, 257}, {pageRows - 1}, {3, 20000}} {
		got := write(t, s, "a.parquet", rows, batches...)
		if got != want {
			t.Errorf("batches %v: %+v, want %+v", batches, got, want)
		}
	}
	rows[17].Sanctioned = !rows[17].Sanctioned
	if got := write(t, s, "a.parquet", rows, 1000); got.Digest == want.Digest || got.SHA256 == want.SHA256 {
		t.Error("a changed row left digest or hash as they were")
	}
}

// TestDigestSees names a change for every kind of column, and those that do not count.
func TestDigestSees(t *testing.T) {
	base := anyRows[PanelRow](100)
	digest := func(change func(r *PanelRow)) string {
		rows := append([]PanelRow(nil), base...)
		change(&rows[50])
		return write(t, newStore(), "a.parquet", rows, 100).Digest
	}
	same := digest(func(*PanelRow) {})
	if got := digest(func(r *PanelRow) { r.SearchApplications++ }); got != same {
		t.Error("a float changed the digest")
	}
	changes := map[string]func(r *PanelRow){
		"int32":    func(r *PanelRow) { r.PersonID++ },
		"int16":    func(r *PanelRow) { r.Week++ },
		"int64":    func(r *PanelRow) { r.EarningsPence-- },
		"bool":     func(r *PanelRow) { r.Sanctioned = !r.Sanctioned },
		"enum":     func(r *PanelRow) { r.Status = 1 + (r.Status)%5 },
		"string":   func(r *PanelRow) { r.Group += "x" },
		"nullness": func(r *PanelRow) { r.WeeksOnBenefit = otherNull(r.WeeksOnBenefit) },
	}
	for name, change := range changes {
		if digest(change) == same {
			t.Errorf("a changed %s left the digest as it was", name)
		}
	}
}

func otherNull(v int16) int16 {
	if v == NoInt16 {
		return 0
	}
	return NoInt16
}

func TestExactValues(t *testing.T) {
	digest := func(r SummaryRow) string { return write(t, newStore(), "a.parquet", []SummaryRow{r}, 1).Digest }
	mean := SummaryRow{Outcome: "job_weeks_mean", Value: 3.25}
	if other := mean; digest(mean) != digest(func() SummaryRow { other.Value = 4; return other }()) {
		t.Error("a value that is not exact changed the digest")
	}
	count := SummaryRow{Outcome: "weeks_in_work", Value: 7, Exact: true}
	if other := count; digest(count) == digest(func() SummaryRow { other.Value = 8; return other }()) {
		t.Error("an exact value does not count in the digest")
	}
	for _, wrong := range []float64{0.5, math.NaN(), math.Inf(1), 1 << 60} {
		w := NewWriter[SummaryRow](newStore().create, "a.parquet")
		err := w.Write([]SummaryRow{{Value: wrong, Exact: true}})
		if err == nil {
			_, err = w.Close()
		}
		if err == nil || !strings.Contains(err.Error(), "summary.value") {
			t.Errorf("%v passed as exact: %v", wrong, err)
		}
	}
}

func TestDigestOrderOfParts(t *testing.T) {
	a, b := Part{Name: "a", Digest: "1"}, Part{Name: "b", Digest: "2"}
	if DatasetDigest([]Part{a, b}) != DatasetDigest([]Part{b, a}) {
		t.Error("the order of parts changed the digest")
	}
	c, d := Part{Name: "a", Digest: "2"}, Part{Name: "b", Digest: "1"}
	if DatasetDigest([]Part{a, b}) == DatasetDigest([]Part{c, d}) {
		t.Error("parts that changed places left the digest as it was")
	}
}

// TestPinnedDigest fails when the definition of the digest changes, which needs
// another FormatVersion.
func TestPinnedDigest(t *testing.T) {
	p := write(t, newStore(), "a.parquet", []SpellRow{
		{PersonID: 7, Kind: JobSpell, Name: "job", StartWeek: -3, EndWeek: 20, Weeks: 23, LeftTruncated: true, DestinationTrue: ToClaim, StartPayPence: 41000, EndReason: Quit},
		{PersonID: 8, Kind: BenefitSpell, Name: "intensive", EndWeek: 104, Weeks: 104, RightCensored: true, StartPayPence: NoInt32},
	}, 2)
	const want = "86a7772c63731b484611c1f01b2bed7b7398788ab907e6066b8c19e8ed0aa2b7"
	if p.Digest != want {
		t.Errorf("digest %s, want %s", p.Digest, want)
	}
}

func TestUnsetEnumerations(t *testing.T) {
	for name, r := range map[string]PanelRow{"unset": {}, "beyond": {Status: 99}} {
		rows := panelRows(10, 10)
		rows = append(rows, r)
		w := NewWriter[PanelRow](newStore().create, "a.parquet")
		err := w.Write(rows)
		if err == nil {
			_, err = w.Close()
		}
		if err == nil || !strings.Contains(err.Error(), "a.parquet: panel.status") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestDamageIsRefused(t *testing.T) {
	s := newStore()
	name := PartName(Panel, "strict", 1, 0)
	f := folder(t, s, write(t, s, name, panelRows(3000, 500), 100))
	whole := bytes.Clone(s.files[name].Data)
	refused := func(t *testing.T, what string, data []byte) {
		t.Helper()
		s.files[name] = &fstest.MapFile{Data: data}
		rows, err := ReadAll[PanelRow](f, Selection{})
		if err == nil && !reflect.DeepEqual(rows, panelRows(3000, 500)) {
			t.Errorf("%s: read other rows without an error", what)
		}
		if err != nil && !strings.HasPrefix(err.Error(), name) {
			t.Errorf("%s: the error does not begin with the file's name: %v", what, err)
		}
		if err := f.Verify(false); err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("%s: Verify says %v", what, err)
		}
	}
	for _, n := range []int{0, 4, len(whole) / 2, len(whole) - 1} {
		refused(t, "truncated to "+strconv.Itoa(n), whole[:n])
		if _, err := ReadAll[PanelRow](f, Selection{}); !errors.Is(err, errDamaged) {
			t.Errorf("truncated to %d: %v", n, err)
		}
	}
	for at := 0; at < len(whole); at += 1 + len(whole)/400 {
		flipped := bytes.Clone(whole)
		flipped[at] ^= 1 << (at % 8)
		refused(t, "flipped byte "+strconv.Itoa(at), flipped)
	}
	delete(s.files, name)
	if _, err := ReadAll[PanelRow](f, Selection{}); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("missing part: %v", err)
	}
	if err := f.Verify(false); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("missing part: Verify says %v", err)
	}
}

func TestNoRun(t *testing.T) {
	if _, err := Open(fstest.MapFS{}); !errors.Is(err, ErrNoRun) {
		t.Errorf("empty folder: %v", err)
	}
	for name, c := range map[string]struct{ text, want string }{
		"no JSON":       {"{", "damaged"},
		"other version": {`{"format_version": 99}`, "format 99"},
		"other digest":  {`{"format_version": 1, "digest": "x"}`, "damaged"},
	} {
		_, err := Open(fstest.MapFS{ManifestName: {Data: []byte(c.text)}})
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestWrongTable(t *testing.T) {
	s := newStore()
	p := write(t, s, "coaches.parquet", anyRows[CoachRow](3), 3)
	p.Table = Spells
	f := folder(t, s, p)
	if _, err := ReadAll[SpellRow](f, Selection{}); err == nil || !strings.Contains(err.Error(), "columns") {
		t.Errorf("coaches read as spells: %v", err)
	}
}

var errFull = errors.New("no space left on device")

// fullDisk fails at its nth call, be it a create, a write or a close.
type fullDisk struct{ calls, at int }

func (d *fullDisk) next() error {
	d.calls++
	if d.calls == d.at {
		return errFull
	}
	return nil
}

func (d *fullDisk) Write(b []byte) (int, error) {
	if err := d.next(); err != nil {
		return len(b) / 2, err
	}
	return len(b), nil
}

func (d *fullDisk) Close() error { return d.next() }

func TestFullDisk(t *testing.T) {
	rows := panelRows(2*groupPages*pageRows, 5000)
	write := func(d *fullDisk) (err error) {
		w := NewWriter[PanelRow](func(string) (io.WriteCloser, error) {
			if err := d.next(); err != nil {
				return nil, err
			}
			return d, nil
		}, "panel.parquet")
		for at := 0; at < len(rows) && err == nil; at += pageRows {
			err = w.Write(rows[at : at+pageRows])
		}
		_, closed := w.Close()
		if err != nil && closed == nil {
			t.Error("Close forgot an error of Write")
		}
		if again := w.Write(rows[:1]); again == nil {
			t.Error("Write after Close succeeded")
		}
		return closed
	}
	good := &fullDisk{}
	if err := write(good); err != nil {
		t.Fatal(err)
	}
	// Every seventh call, and the last two: the footer and the close.
	for at := 1; at <= good.calls; at++ {
		if at%7 != 1 && at < good.calls-1 {
			continue
		}
		err := write(&fullDisk{at: at})
		if !errors.Is(err, errFull) || !strings.HasPrefix(err.Error(), "panel.parquet: ") {
			t.Errorf("call %d of %d: %v", at, good.calls, err)
		}
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
	if len(tables) != 8 {
		t.Fatalf("%d tables", len(tables))
	}
	for _, table := range tables {
		seen := map[string]bool{}
		for _, c := range table.Columns {
			number := c.Type != "bool" && c.Type != "enum" && c.Type != "string"
			if c.Name == "" || c.Doc == "" || seen[c.Name] || number && c.Unit == "" && c.Name != "value" {
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
