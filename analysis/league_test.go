package analysis

import (
	"testing"

	"caseload/sim/panel"
)

// A provider that has people who would have found work anyway stands above one that adds more, in a
// league table by who is in work. Jobs that end before the week, or that begin after it, do not count,
// nor those who started too late or whose lives had parted before they did.
func TestALeagueTableAndWhatIsAdded(t *testing.T) {
	const year, weeks = 52, 120
	arm := records{map[life][][2]int{}, map[life][][2]int{}, map[taking]map[life]int{}}
	path := records{map[life][][2]int{}, map[life][][2]int{}, nil}
	fifths := map[life]int{}
	give := func(name string, first, n, fifth, with, without int) {
		what := taking{"work", name}
		arm.starts[what] = map[life]int{}
		for k := range n {
			at := life{1, int32(first + k)}
			arm.starts[what][at], fifths[at] = 10, fifth
			arm.claims[at], path.claims[at] = [][2]int{{-5, 30}}, [][2]int{{-5, 40}}
			if k < with {
				arm.jobs[at] = [][2]int{{0, 12}, {40, 63}}
			} else {
				arm.jobs[at] = [][2]int{{20, 62}, {63, weeks}}
			}
			if k < without {
				path.jobs[at] = [][2]int{{62, 63}}
			}
		}
		late, parted := life{1, int32(first + n)}, life{1, int32(first + n + 1)}
		arm.starts[what][late], arm.claims[late], path.claims[late] = weeks-year, [][2]int{{0, weeks}}, [][2]int{{0, weeks}}
		arm.starts[what][parted], arm.claims[parted], path.claims[parted] = 10, [][2]int{{0, weeks}}, [][2]int{{0, 5}, {8, weeks}}
	}
	give("picks", 100, 50, 5, 30, 29)
	give("takes", 200, 50, 2, 20, 10)
	arm.starts[taking{name: "course"}] = map[life]int{{1, 100}: 10}
	costs := map[taking]float64{{"work", "picks"}: 30000, {"work", "takes"}: 40000}
	list := arm.standings(&path, fifths, costs, year, weeks)
	if len(list) != 3 || list[0].Name != "course" || list[0].Place != 0 || list[0].Persons != 1 || !list[0].TooFew {
		t.Fatalf("%+v", list)
	}
	picks, takes := list[1], list[2]
	if picks.Persons != 50 || !near(picks.InWork, 0.6) || !near(picks.Without, 0.58) || picks.Fifth != 5 || picks.Place != 1 || picks.AddedPlace != 2 || picks.WorkerPence != 0 || !picks.TooFew {
		t.Errorf("%+v", picks)
	}
	if takes.TooFew || takes.Place != 2 || takes.AddedPlace != 1 || !near(takes.Added, 0.2) || !near(takes.WorkerPence, 200000) || takes.Low <= 0 || takes.High >= 0.4 {
		t.Errorf("%+v", takes)
	}
}

// A start costs what places and starts cost and what is met of pay, each programme its own.
func TestAStartCostsWhatIsMetOfPay(t *testing.T) {
	run := lives(t, 2, rowsAt(panel.PartName(panel.Programmes, "strict", 1, 0),
		panel.ProgrammeRow{Programme: "voucher", Started: 3, Pence: 300},
		panel.ProgrammeRow{Programme: "voucher", Week: 1, Started: 1, SubsidyPence: 8000},
		panel.ProgrammeRow{Programme: "course", Started: 2, Pence: 500}))
	costs, err := costsOfStarts(run.Folder, "strict")
	if err != nil || len(costs) != 2 || costs[taking{name: "voucher"}] != 2075 || costs[taking{name: "course"}] != 250 {
		t.Error(costs, err)
	}
}
