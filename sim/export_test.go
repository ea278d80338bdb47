package sim

// What tests of package sim_test need of the inside.

// RunStage runs one stage of the present week on every district.
func (w *World) RunStage(name string) {
	for k := range w.Districts {
		for _, s := range week {
			if s.Name == name {
				s.run(w, &w.Districts[k])
			}
		}
	}
}

// Prepare looks up the rules and rates of the present week.
func (w *World) Prepare() { w.prepare() }

// ZeroCounts starts all counting again.
func (w *World) ZeroCounts() { w.zeroCounts() }
