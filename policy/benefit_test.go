package policy

import (
	"os"
	"strings"
	"testing"

	"caseload/policy/source"
)

// moneySections are the sections of a regime that hold money by date.
type moneySections struct {
	Payment     Payment     `file:"payment" doc:"payment"`
	Benefits    Benefits    `file:"benefits" doc:"benefits"`
	Tax         Tax         `file:"tax" doc:"tax"`
	MinimumWage MinimumWage `file:"minimum_wage" doc:"minimum wage"`
}

// shippedRates reads the sections with money of the shipped regime that all others
// extend, and only those.
func shippedRates(t *testing.T) *moneySections {
	t.Helper()
	const name = "../scenarios/regimes/passive.yaml"
	written, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	sections := "kind: rates\n"
	inside := false
	for line := range strings.Lines(string(written)) {
		if key, _, _ := strings.Cut(line, ":"); key != "" && key != "\n" && key[0] != ' ' {
			inside = key == "payment" || key == "benefits" || key == "tax" || key == "minimum_wage"
		}
		if inside {
			sections += line
		}
	}
	rates := new(moneySections)
	library := source.Library{Read: func(string) ([]byte, error) { return []byte(sections), nil }}
	if _, found := library.Load("rates", name, rates, nil); len(found) > 0 {
		t.Fatal(found)
	}
	return rates
}

func (m *moneySections) on(d Date) Rates { return RatesOn(&m.Benefits, &m.Tax, &m.MinimumWage, d) }

// TestStandardAllowanceByDate looks at the last day of one year's rates and the
// first day of the next, for the four kinds of household.
func TestStandardAllowanceByDate(t *testing.T) {
	regime := shippedRates(t)
	for _, c := range []struct {
		on                                         Date
		singleYoung, single, coupleYoung, coupleAt int64
	}{
		{DateOf(2015, 4, 5), 249_28, 314_67, 391_29, 493_95},
		{DateOf(2015, 4, 6), 251_77, 317_82, 395_20, 498_89},
		{DateOf(2019, 12, 1), 251_77, 317_82, 395_20, 498_89},
		{DateOf(2021, 10, 5), 344_00, 411_51, 490_60, 596_58},
		{DateOf(2021, 10, 6), 257_33, 324_84, 403_93, 509_91},
		{DateOf(2024, 4, 7), 292_11, 368_74, 458_51, 578_82},
		{DateOf(2024, 4, 8), 311_68, 393_45, 489_23, 617_60},
		{DateOf(2025, 4, 6), 311_68, 393_45, 489_23, 617_60},
		{DateOf(2025, 4, 7), 316_98, 400_14, 497_55, 628_10},
		{DateOf(2040, 1, 1), 338_58, 424_90, 528_34, 666_97},
	} {
		r := regime.on(c.on)
		got := [4]int64{
			r.MaximumAward(&Household{Adults: 1}),
			r.MaximumAward(&Household{Adults: 1, AnyAdult25: true}),
			r.MaximumAward(&Household{Adults: 2}),
			r.MaximumAward(&Household{Adults: 2, AnyAdult25: true}),
		}
		if want := [4]int64{c.singleYoung, c.single, c.coupleYoung, c.coupleAt}; got != want {
			t.Errorf("%v: %v pence; should be %v", c.on, got, want)
		}
	}
}

// TestSharesAreExact: written percentages become whole ten-thousandths.
func TestSharesAreExact(t *testing.T) {
	regime := shippedRates(t)
	for _, c := range []struct {
		on   Date
		want int64
	}{
		{DateOf(2017, 4, 9), 6500}, {DateOf(2017, 4, 10), 6300},
		{DateOf(2021, 11, 23), 6300}, {DateOf(2021, 11, 24), 5500},
	} {
		r := regime.on(c.on)
		if r.Taper != c.want {
			t.Errorf("%v: the taper is %d ten-thousandths; should be %d", c.on, r.Taper, c.want)
		}
	}
	if r := regime.on(DateOf(2022, 5, 1)); r.MainRate != 1325 || r.UpperRate != 325 {
		t.Errorf("the insurance rates of May 2022 are %d and %d", r.MainRate, r.UpperRate)
	}
}

func TestRatesBegin(t *testing.T) {
	regime := shippedRates(t)
	if got := RatesBegin(&regime.Benefits, &regime.Tax, &regime.MinimumWage); got != DateOf(2016, 4, 11) {
		t.Errorf("the shipped rates begin on %v; should be 2016-04-11, with the work allowances", got)
	}
	early, first := regime.on(DateOf(2000, 1, 1)), regime.on(DateOf(2012, 4, 6))
	first.On = early.On
	if early != first {
		t.Error("before the first date the first figures do not hold")
	}
}

// TestDatedFiguresAreChecked reads files with one mistake each.
func TestDatedFiguresAreChecked(t *testing.T) {
	const insurance = "    - {from: 2024-04-06, primary_threshold: £242/week, main_rate: 8%, upper_limit: £967/week, upper_rate: 2%}\n"
	for _, c := range []struct{ file, want string }{
		{
			"tax:\n  income_tax: []\n  national_insurance:\n" + insurance,
			"rates.yaml:3:3: tax.income_tax: the list has no figure",
		},
		{
			"tax:\n  income_tax:\n" +
				"    - {from: 2021-04-06, personal_allowance: £12570/year, basic_rate: 20%, basic_limit: £37700/year, higher_rate: 40%}\n" +
				"  national_insurance:\n" + strings.Replace(insurance, "£967", "£240", 1),
			"rates.yaml:6:84: tax.national_insurance[0].upper_limit: £240/week is below the primary threshold (£242/week, line 6)",
		},
		{
			"minimum_wage:\n  rates:\n" +
				"    - {from: 2025-04-01, age_21_or_over: £12.21/hour, age_18_to_20: £10.00/hour, under_18: £7.55/hour}\n" +
				"    - {from: 2024-04-01, age_21_or_over: £11.44/hour, age_18_to_20: £8.60/hour, under_18: £6.40/hour}\n",
			"rates.yaml:5:14: minimum_wage.rates[1].from: 2024-04-01",
		},
		{
			"limited_capability_element:\n  began_before_april_2026:\n" +
				"    - {from: 2025-04-07, amount: £423.27/month}\n" +
				"    - {from: 2025-04-07, amount: £429.80/month}\n",
			"rates.yaml:5:14: limited_capability_element.began_before_april_2026[1].from: 2025-04-07",
		},
		{
			"child_element:\n  first_born_before_april_2017: [{from: 2024-04-08, amount: £333.33/month}]\n" +
				"  other: [{from: 2024-04-08, amount: £287.92/month}]\n" +
				"  children_limit: [{from: 2026-04-06}, {from: 2017-04-06, children: 2}]\n",
			"rates.yaml:5:47: child_element.children_limit[1].from: 2017-04-06",
		},
	} {
		var rates struct {
			Tax         *Tax                      `file:"tax,optional" doc:"tax"`
			MinimumWage *MinimumWage              `file:"minimum_wage,optional" doc:"minimum wage"`
			Limited     *LimitedCapabilityElement `file:"limited_capability_element,optional" doc:"element"`
			Child       *ChildElement             `file:"child_element,optional" doc:"element"`
		}
		library := source.Library{Read: func(string) ([]byte, error) { return []byte("kind: rates\n" + c.file), nil }}
		_, found := library.Load("rates", "rates.yaml", &rates, nil)
		if len(found) != 1 || !strings.HasPrefix(found[0].String(), c.want) {
			t.Errorf("%v\nshould be one mistake that begins with %q", found, c.want)
		}
	}
}
