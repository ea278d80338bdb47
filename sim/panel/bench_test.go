package panel

import (
	"errors"
	"io"
	"testing"
)

// mix is the finaliser of splitmix64: values that vary like those of a run.
func mix(z uint64) uint64 {
	z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9
	z = (z ^ (z >> 27)) * 0x94D049BB133111EB
	return z ^ (z >> 31)
}

var (
	groups = [...]string{"", "intensive", "light_touch", "working_enough", "no_requirements"}
	steps  = [...]string{"", "vacancies", "letters", "course", "mentor"}
)

// share is a number from 0 to 1 out of 24 bits of z.
func share(z uint64, shift int) float32 { return float32(z>>shift&0xFFFFFF) * 0x1p-24 }

// panelRows is n rows of persons persons, week by week, with the habits of a run: some
// states hardly change, most counts are zero, half the persons have no coach, and feelings
// never stand still. A row takes about as many bytes as one of Great Britain.
func panelRows(n, persons int) []PanelRow {
	rows := make([]PanelRow, n)
	for i := range rows {
		person, week := i%persons, 4*(i/persons)
		z := mix(uint64(i) * 0x9E3779B97F4A7C15)
		fixed := mix(uint64(person) + 77)
		own := mix(fixed)
		r := PanelRow{
			PersonID: int32(person * 3), Week: int16(week), AgeYears: int16(18 + fixed%47 + uint64(week)/52),
			Status: Employed, WeeksOnBenefit: NoInt16, ProgrammeWeeks: NoInt16, CoachID: NoInt32,
			WeeklyPayPence: int32(30000 + fixed>>8%50000), EarningsPence: int64(4 * (30000 + fixed>>8%50000)),
			CostOfWorkPence: int32(fixed>>24%4) * int32(fixed>>30%2500), JobQuality: share(own, 40), Skill: share(own, 20) + float32(week)*0.0003,
			SocialSupport: share(own, 10), SatisfactionMeasured: int8(z >> 5 % 11),
		}
		r.Distress, r.LifeSatisfaction = share(own, 30)+share(z, 13)*0.3, 5+share(own, 24)+share(z, 15)*0.02
		r.DistressMeasured, r.SelfEfficacy = r.Distress+share(z, 20), 3+share(own, 21)+share(z, 17)*0.01
		for k, to := range []*float32{&r.TimeStructure, &r.SocialContact, &r.CollectivePurpose, &r.SocialStatus, &r.Activity} {
			*to = share(own, 8*k)*0.5 + share(z, 3+7*k)*0.002
		}
		if fixed>>32%5 < 2 {
			r.Status, r.Benefit, r.Group = Claimant, OutOfWork, groups[1+fixed>>40%4]
			r.WeeksOnBenefit, r.CoachID = int16(fixed>>20%104)+int16(week), int32(fixed>>16%20)
			r.CommitmentHours, r.Rapport = int16(fixed>>44%36), share(own, 16)+0.001*float32(z%3)
			r.InterviewsHeld, r.InterviewsMissed, r.InterviewsExcused = int16(z%3), int16(z>>8%20/19), int16(z>>8%40/39)
			r.Step, r.StepsTaken, r.Failures = steps[z>>50%5], int16(z>>53%4/3), int16(z>>55%8/7)
			r.SearchApplications = float32(z>>40) * 0x1p-21
			r.HealthLimited, r.Flare = fixed>>57%3 == 0, fixed>>57%3 == 0 && z>>40%13 == 0
			r.LimitedCapability, r.HealthClaim = r.HealthLimited && fixed>>60 == 1, HealthClaim(z>>44%30/27)
			r.BenefitDuePence, r.WeeklyPayPence, r.EarningsPence = int32(4*(9000+fixed>>50%100*13)+z>>12%1800), 0, 0
			r.CostOfWorkPence, r.JobQuality = 0, 0
			r.DeductionsPence, r.AdvanceOwedPence = int32(fixed>>52%3*1639), int32(fixed>>52%3*1639)*int32(24-week%24)
			if z>>16%20 == 0 {
				r.Sanctioned, r.SanctionReason, r.SanctionPence = true, "interview", r.BenefitDuePence/int32(1+z>>20%3)
				r.HardshipPence = int32(z>>22%2) * 7000
			}
			if fixed>>48%30 == 0 {
				r.Programme, r.Provider, r.ProgrammeWeeks = "job-club", "north", int16(week%12)
			}
			r.BenefitPaidPence = r.BenefitDuePence - r.DeductionsPence - r.SanctionPence
		}
		rows[i] = r
	}
	return rows
}

type discard struct{ bytes int64 }

func (d *discard) Write(b []byte) (int, error) { d.bytes += int64(len(b)); return len(b), nil }
func (d *discard) Close() error                { return nil }

const benchRows = 1 << 20

// BenchmarkWriter writes about a million panel rows in batches of 8,192.
func BenchmarkWriter(b *testing.B) {
	rows := panelRows(benchRows, 5000)
	b.ReportAllocs()
	for b.Loop() {
		var to discard
		w := NewWriter[PanelRow](func(string) (io.WriteCloser, error) { return &to, nil }, "panel.parquet")
		for at := 0; at < len(rows); at += 8192 {
			if err := w.Write(rows[at : at+8192]); err != nil {
				b.Fatal(err)
			}
		}
		if _, err := w.Close(); err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(float64(to.bytes)/benchRows, "B/row")
	}
	b.ReportMetric(float64(len(schemaOf[PanelRow]().fields)), "columns")
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/benchRows, "ns/row")
}

// BenchmarkFewColumns is BenchmarkWriter for eight columns of a panel.
func BenchmarkFewColumns(b *testing.B) {
	rows := panelRows(benchRows, 5000)
	for b.Loop() {
		var to discard
		w := NewWriter[PanelRow](func(string) (io.WriteCloser, error) { return &to, nil }, "panel.parquet",
			"person_id", "week", "status", "weeks_on_benefit", "interviews_held", "sanctioned", "earnings_pence", "distress")
		if err := w.Write(rows); err != nil {
			b.Fatal(err)
		}
		if _, err := w.Close(); err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(float64(to.bytes)/benchRows, "B/row")
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/benchRows, "ns/row")
}

// BenchmarkFile is BenchmarkWriter without the digests of rows and file.
func BenchmarkFile(b *testing.B) {
	rows := panelRows(benchRows, 5000)
	b.ReportAllocs()
	for b.Loop() {
		var to discard
		f := newFile(schemaOf[PanelRow](), &to)
		c := newColumns(f.schema, f.add)
		for at := 0; at < len(rows); at += 8192 {
			if err := gather(c, rows[at:at+8192]); err != nil {
				b.Fatal(err)
			}
		}
		if err := errors.Join(c.end(), f.close(c)); err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(float64(to.bytes)/benchRows, "B/row")
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/benchRows, "ns/row")
}

// BenchmarkDigest is the gathering of rows and their digest.
func BenchmarkDigest(b *testing.B) {
	rows := panelRows(batchRows, 5000)
	d := newDigest(schemaOf[PanelRow]())
	c := newColumns(schemaOf[PanelRow](), d.add)
	for b.Loop() {
		if err := gather(c, rows); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/batchRows, "ns/row")
}
