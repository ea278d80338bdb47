package main

import (
	"slices"
	"strconv"
	"strings"

	"caseload/policy/source"
	"caseload/sim"
	"caseload/sim/panel"
)

// everyTable and usualTables are what --tables can ask for, and what is written
// without it.
var (
	everyTable  = tableNames()
	usualTables = []string{panel.Persons, panel.Panel, panel.Spells, panel.Coaches, panel.Indicators, panel.Districts, panel.Programmes, panel.Providers, panel.Accounts, panel.Summary}
)

func tableNames() (names []string) {
	for _, t := range panel.Dictionary() {
		names = append(names, t.Name)
	}
	return names
}

// inFull are the tables of persons, which are written for chosen replicates only.
var inFull = []string{panel.Persons, panel.Panel, panel.Spells, panel.Events}

// parseTables reads --tables: names, or default or all for several. The summary is
// always written, as everything that is printed comes from it.
func parseTables(list string) (sim.Tables, error) {
	chosen := map[string]bool{panel.Summary: true}
	for _, word := range strings.Split(list, ",") {
		names := []string{strings.TrimSpace(word)}
		switch names[0] {
		case "default":
			names = usualTables
		case "all":
			names = everyTable
		}
		for _, name := range names {
			if !slices.Contains(everyTable, name) {
				return nil, wrong(source.Choices(name, append(slices.Clone(everyTable), "default", "all"), "tables"), "--tables: there is no table %q", name)
			}
			chosen[name] = true
		}
	}
	var tables sim.Tables
	for _, name := range everyTable {
		if chosen[name] {
			tables = append(tables, name)
		}
	}
	return tables, nil
}

// parseReplicates reads --panel-replicates: all, or numbers of replicates that run.
// Left out, it is the first of them.
func parseReplicates(list string, running []int) ([]int, error) {
	switch list {
	case "":
		return running[:1], nil
	case "all":
		return running, nil
	}
	var chosen []int
	for _, word := range strings.Split(list, ",") {
		k, err := strconv.Atoi(strings.TrimSpace(word))
		if err != nil {
			return nil, wrong("write all, or numbers with commas between: 1,2,5", "--panel-replicates: %q is not the number of a replicate", word)
		}
		if !slices.Contains(running, k) {
			return nil, wrong(replicatesRunning(running), "--panel-replicates: replicate %d is not in this run", k)
		}
		chosen = append(chosen, k)
	}
	slices.Sort(chosen)
	return slices.Compact(chosen), nil
}

// replicatesRunning says which replicates a run has.
func replicatesRunning(running []int) string {
	if len(running) == 1 {
		return "it has replicate " + strconv.Itoa(running[0]) + " alone"
	}
	return "it has replicates 1 to " + strconv.Itoa(running[len(running)-1])
}
