package policy

import (
	"testing"

	"pgregory.net/rapid"
)

// TestNetPayAtThresholds works the figures of 2024-25 out by hand: allowance
// 12,570, basic rate on the next 37,700, insurance 8% from 242 to 967 a week.
func TestNetPayAtThresholds(t *testing.T) {
	r := shippedRates(t).on(DateOf(2024, 7, 1))
	for _, c := range []struct{ gross, tax, insurance int64 }{
		{-5_00, 0, 0},
		{0, 0, 0},
		{241_73, 0, 0},           // 12,569.96 a year
		{242_00, 5, 0},           // 20% of 14.00 a year
		{243_00, 25, 8},          // 20% of 66.00 = 13.20 a year; 8% of 1.00
		{967_00, 145_11, 58_00},  // 7,540.00 + 40% of 14.00 = 7,545.60 a year
		{1000_00, 158_31, 58_66}, // 7,540.00 + 40% of 1,730 = 8,232.00; 58.00 + 2% of 33.00
	} {
		net, tax, insurance := r.NetPay(c.gross)
		if tax != c.tax || insurance != c.insurance || net != max(c.gross, 0)-c.tax-c.insurance {
			t.Errorf("gross %d: net %d, tax %d, insurance %d; tax should be %d and insurance %d", c.gross, net, tax, insurance, c.tax, c.insurance)
		}
	}
}

// TestInsuranceByDate follows a week's 400.40 through the changes of rates and
// thresholds, on the last day before each and the first day of it.
func TestInsuranceByDate(t *testing.T) {
	regime := shippedRates(t)
	for _, c := range []struct {
		on   Date
		want int64
	}{
		{DateOf(2022, 4, 5), 25_97},  // 12% of 216.40 above 184
		{DateOf(2022, 4, 6), 27_88},  // 13.25% of 210.40 above 190
		{DateOf(2022, 7, 5), 27_88},  //
		{DateOf(2022, 7, 6), 20_99},  // 13.25% of 158.40 above 242
		{DateOf(2022, 11, 5), 20_99}, //
		{DateOf(2022, 11, 6), 19_01}, // 12%
		{DateOf(2024, 1, 5), 19_01},  //
		{DateOf(2024, 1, 6), 15_84},  // 10%
		{DateOf(2024, 4, 5), 15_84},  //
		{DateOf(2024, 4, 6), 12_67},  // 8%
	} {
		r := regime.on(c.on)
		if _, _, got := r.NetPay(400_40); got != c.want {
			t.Errorf("%v: insurance on 400.40 is %d; should be %d", c.on, got, c.want)
		}
	}
}

func TestMinimumWageByAge(t *testing.T) {
	regime := shippedRates(t)
	for _, c := range []struct {
		on                          Date
		at17, at18, at21, at23, a25 int64
	}{
		{DateOf(2016, 3, 31), 387, 530, 670, 670, 670},
		{DateOf(2016, 4, 1), 387, 530, 670, 670, 720},
		{DateOf(2021, 3, 31), 455, 645, 820, 820, 872},
		{DateOf(2021, 4, 1), 462, 656, 836, 891, 891},
		{DateOf(2023, 4, 1), 528, 749, 1018, 1042, 1042},
		{DateOf(2024, 3, 31), 528, 749, 1018, 1042, 1042},
		{DateOf(2024, 4, 1), 640, 860, 1144, 1144, 1144},
		{DateOf(2030, 1, 1), 800, 1085, 1271, 1271, 1271},
	} {
		r := regime.on(c.on)
		for _, band := range []struct {
			from, to int
			want     int64
		}{{16, 17, c.at17}, {18, 20, c.at18}, {21, 22, c.at21}, {23, 24, c.at23}, {25, 66, c.a25}} {
			for _, age := range []int{band.from, band.to} {
				if got := r.MinimumWage(age); got != band.want {
					t.Errorf("%v, age %d: %d pence an hour; should be %d", c.on, age, got, band.want)
				}
			}
		}
	}
}

// TestNetPayProperties: nothing is lost between gross and net, and net pay
// rises with gross pay but for a penny of rounding.
func TestNetPayProperties(t *testing.T) {
	regime := shippedRates(t)
	rapid.Check(t, func(t *rapid.T) {
		r := regime.on(Date(rapid.Int32Range(int32(DateOf(2012, 10, 1)), int32(DateOf(2028, 1, 1))).Draw(t, "on")))
		gross := rapid.Int64Range(0, 3000_00).Draw(t, "gross")
		net, tax, insurance := r.NetPay(gross)
		if net+tax+insurance != gross || tax < 0 || insurance < 0 || net < 0 {
			t.Fatalf("gross %d becomes %d, %d and %d", gross, net, tax, insurance)
		}
		if more, _, _ := r.NetPay(gross + 1); more < net-1 || more > net+1 {
			t.Fatalf("a penny more takes net pay from %d to %d", net, more)
		}
	})
}
