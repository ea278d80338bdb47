package analysis

import (
	"encoding/csv"
	"encoding/json"
	"io"
	"strconv"
)

var csvHeader = []string{
	"outcome", "unit", "regime", "baseline", "from_week", "to_week", "subgroup", "closure", "effect",
	"baseline_mean", "regime_mean", "difference", "standard_error", "low_95", "high_95", "replicates", "interval_is",
}

// CSV writes the comparison with every digit, in the units of the dataset (pence,
// persons); what cannot be known from one replicate is empty.
func (c Comparison) CSV(to io.Writer) error {
	w := csv.NewWriter(to)
	if err := w.Write(csvHeader); err != nil {
		return err
	}
	number := func(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }
	for _, k := range c.Contrasts {
		record := []string{
			k.Outcome, k.Unit, k.Regime, c.Baseline, strconv.Itoa(k.FromWeek), strconv.Itoa(k.ToWeek), k.Subgroup, k.Closure, k.Effect,
			number(k.BaselineMean), number(k.RegimeMean), number(k.Difference), "", "", "", strconv.Itoa(k.Replicates), c.Noise,
		}
		if k.NotIdentified {
			record[9], record[10], record[11] = "", "", ""
		}
		if k.NoBaseline {
			record[9], record[11] = "", ""
		}
		if i := k.Interval; i != nil {
			record[12], record[13], record[14] = number(i.StandardError), number(i.Low), number(i.High)
		}
		if err := w.Write(record); err != nil {
			return err
		}
	}
	w.Flush()
	return w.Error()
}

// JSON writes the comparison as data; an interval that cannot be known is null.
func (c Comparison) JSON(to io.Writer) error {
	e := json.NewEncoder(to)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(c)
}
