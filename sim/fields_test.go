package sim

import (
	"reflect"
	"slices"
	"testing"
)

// Every field of a world is either in a checkpoint or follows from what is: whoever adds
// one says here which.
func TestCheckpointsKnowEveryField(t *testing.T) {
	for _, c := range []struct {
		of      any
		saved   []string
		follows []string
	}{
		// A world that is held to another is not saved: see ErrHeldResume.
		{World{}, []string{"Week", "People", "Coaches", "Districts"},
			[]string{"Draws", "Habits", "Market", "Scale", "start", "made", "Regime", "rules", "rulesSince", "turning", "rates", "deducting", "thresholds", "regrade", "ratesBefore", "economy", "endings", "standings", "prospects", "ahead", "gains", "weights", "ratesChanged", "path", "hold", "noting"}},
		{District{}, []string{"Number", "First", "Last", "Next", "Attached", "Offices", "Demand", "Contacts", "Vacancies", "mail", "LossLately", "Stock", "Books", "Profiled", "OffFlow", "FundSpent", "Practice", "Places", "Circles", "Providers", "Log"},
			[]string{"Belief", "Neighbours", "Callers", "Claimants", "Couples", "WithOffice", "Other", "Employed", "Inactive", "Challenged", "Turns", "Flow", "scratch"}},
		{Log{}, []string{"Spells", "Events"}, []string{"KeepSpells", "KeepEvents", "takers", "only", "after"}},
		{summaryObserver{}, []string{"sums"}, []string{"members", "horizon"}},
		{accountObserver{}, []string{"rows", "accountMemory"}, nil},
		{panelObserver{}, []string{"before"}, []string{"writers", "fill", "share", "blocks"}},
		{spellObserver{}, nil, []string{"writers", "horizon"}},
		{eventObserver{}, nil, []string{"writers", "rows"}},
		{indicatorObserver{}, nil, []string{"league", "every"}},
		{frontLineObserver{}, nil, []string{"coaches", "districts", "programmes", "providers"}},
	} {
		of := reflect.TypeOf(c.of)
		for k := range of.NumField() {
			if name := of.Field(k).Name; !slices.Contains(c.saved, name) && !slices.Contains(c.follows, name) {
				t.Errorf("%s.%s: is it saved in a checkpoint, or does it follow from what is?", of, name)
			}
		}
		if n := len(c.saved) + len(c.follows); n != of.NumField() {
			t.Errorf("%s has %d fields, the table %d", of, of.NumField(), n)
		}
	}
}
