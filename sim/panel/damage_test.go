package panel

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"reflect"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
)

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
	want := panelRows(3000, 500)
	f := folder(t, s, write(t, s, name, want, 100))
	asKept(want)
	whole := bytes.Clone(s.files[name].Data)
	refused := func(t *testing.T, what string, data []byte) {
		t.Helper()
		s.files[name] = &fstest.MapFile{Data: data}
		rows, err := ReadAll[PanelRow](f, Selection{})
		if err == nil && !reflect.DeepEqual(rows, want) {
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
		"other digest":  {`{"format_version": ` + strconv.Itoa(FormatVersion) + `, "digest": "x"}`, "damaged"},
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
	if _, err := ReadAll[SpellRow](f, Selection{}); err == nil || !strings.Contains(err.Error(), "column") {
		t.Errorf("coaches read as spells: %v", err)
	}
}

var errFull = errors.New("no space left on device")

// fullDisk fails at its nth call, be it a create, a write or a close.
type fullDisk struct {
	calls, at    int
	open, closed bool
}

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

func (d *fullDisk) Close() error {
	d.closed = true
	return d.next()
}

func TestFullDisk(t *testing.T) {
	// One row group that Write writes out, and one that Close does.
	rows := panelRows(groupRows+batchRows, 5000)
	write := func(d *fullDisk) (err error) {
		w := NewWriter[PanelRow](func(string) (io.WriteCloser, error) {
			if err := d.next(); err != nil {
				return nil, err
			}
			d.open = true
			return d, nil
		}, "panel.parquet")
		for at := 0; at < len(rows) && err == nil; at += batchRows {
			err = w.Write(rows[at : at+batchRows])
		}
		_, closed := w.Close()
		if err != nil && closed == nil {
			t.Error("Close forgot an error of Write")
		}
		if d.open && !d.closed {
			t.Error("the file was left open")
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
	// The create, the first write and one of either row group, the footer and the close.
	for _, at := range []int{1, 2, 9, good.calls - 3, good.calls - 1, good.calls} {
		err := write(&fullDisk{at: at})
		if !errors.Is(err, errFull) || !strings.HasPrefix(err.Error(), "panel.parquet: ") {
			t.Errorf("call %d of %d: %v", at, good.calls, err)
		}
	}
}
