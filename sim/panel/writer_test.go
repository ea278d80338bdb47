package panel

import (
	"runtime"
	"testing"
)

// TestWritersSideBySide: what writers share carries nothing from one to another.
func TestWritersSideBySide(t *testing.T) {
	rows := anyRows[PanelRow](batchRows + 5)
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
// run has hundreds open, and with few rows.
func TestOpenWriterIsSmall(t *testing.T) {
	for rows, limit := range map[int]uint64{groupRows - 1: 9 << 20, 2000: 600 << 10} {
		const writers = 8
		batch := panelRows(rows, 5000)
		open := make([]*Writer[PanelRow], writers)
		before := heap()
		for i := range open {
			open[i] = NewWriter[PanelRow](newStore().create, "panel.parquet")
			if err := open[i].Write(batch); err != nil {
				t.Fatal(err)
			}
		}
		held := (heap() - before) / writers
		if held > limit {
			t.Errorf("with %d rows a writer holds %d bytes, more than %d", rows, held, limit)
		}
		runtime.KeepAlive(open)
		runtime.KeepAlive(batch)
	}
}

// heap is what is in use after two collections, which empty the library's pools.
func heap() uint64 {
	runtime.GC()
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}
