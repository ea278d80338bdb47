package panel

import (
	"testing"
)

// TestWritersSideBySide: what writers share carries nothing from one to another.
func TestWritersSideBySide(t *testing.T) {
	rows := anyRows[PanelRow](pageRows + 5)
	parts := make(chan Part)
	for range 4 {
		go func() {
			w := NewWriter[PanelRow](newStore().create, "panel.parquet")
			err := w.Write(rows)
			p, closed := w.Close()
			if err != nil || closed != nil {
				t.Error(err, closed)
			}
			parts <- p
		}()
	}
	want := <-parts
	for range 3 {
		if got := <-parts; got != want {
			t.Errorf("got %+v, want %+v", got, want)
		}
	}
}

func TestDiscard(t *testing.T) {
	s := newStore()
	w := NewWriter[CoachRow](s.create, "coaches.parquet")
	if err := w.Write(anyRows[CoachRow](1000)); err != nil {
		t.Fatal(err)
	}
	w.Discard()
	if p, err := w.Close(); err == nil || len(s.files) > 0 {
		t.Errorf("a discarded part closed as %+v, files %v", p, s.files)
	}
}

// TestOpenWriterIsSmall counts what a writer holds at its fullest, since a national
// run has hundreds open: at most 4 MB, and a tenth of that with few rows.
func TestOpenWriterIsSmall(t *testing.T) {
	for rows, limit := range map[int]int{groupPages*pageRows - 1: 4 << 20, 2000: 4 << 20 / 10} {
		w := NewWriter[PanelRow](newStore().create, "panel.parquet")
		if err := w.Write(panelRows(rows, 5000)); err != nil {
			t.Fatal(err)
		}
		held := cap(w.encoder.body) + cap(w.encoder.part) + cap(w.encoder.packed) + cap(w.encoder.levels) + 4*cap(w.encoder.ints) + cap(w.digest.buf)
		for i, c := range w.columns.list {
			held += cap(c.bytes) + 2*cap(c.shorts) + 4*cap(c.ints) + 8*cap(c.longs) + 4*cap(c.floats) + 8*cap(c.reals) + cap(w.chunks[i].pages)
		}
		if held > limit {
			t.Errorf("with %d rows a writer holds %d bytes, more than %d", rows, held, limit)
		}
	}
}
