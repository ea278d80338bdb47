package panel

import (
	"math"
	"strings"
	"testing"
)

func TestBytesDoNotDependOnBatches(t *testing.T) {
	// Past the end of a row group, and of several pages of every column.
	rows := panelRows(groupRows+batchRows+77, 3000)
	s := newStore()
	want := write(t, s, "a.parquet", rows, len(rows))
	for _, batches := range [][]int{{1}, {255, 256, 257}, {batchRows - 1}, {63, 20000}} {
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
		{PersonID: 7, Kind: JobSpell, Name: "job", StartWeek: -3, EndWeek: 20, Weeks: 23, LeftTruncated: true, DestinationTrue: ToClaim, StartPayPence: 41000, EndReason: Separated},
		{PersonID: 8, Kind: BenefitSpell, Name: "intensive", EndWeek: 104, Weeks: 104, RightCensored: true, StartPayPence: NoInt32},
	}, 2)
	const want = "da6ea77c74ee4740ddc0ebea7c5212021ba2da8a9742cb899dc739c1fb6effcb"
	if p.Digest != want {
		t.Errorf("digest %s, want %s", p.Digest, want)
	}
	// More than a batch.
	p = write(t, newStore(), "a.parquet", panelRows(20000, 3000), 1000)
	const more = "9d6a23e214017b8cbfeae94bca317e68a8414a7d12c565ca271ad568cfc176b6"
	if p.Digest != more {
		t.Errorf("digest %s, want %s", p.Digest, more)
	}
}
