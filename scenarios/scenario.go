package scenarios

import (
	"caseload/policy"
	"caseload/policy/source"
)

// Scenario is a scenario file: which policies, in which market, on whom, for how long.
type Scenario struct {
	At         source.Position
	Title      source.Text     `file:"title" doc:"one line that says what is asked"`
	Population *Population     `file:"population" refers:"population" doc:"who is in the run: the name or path of a population file"`
	Market     *Market         `file:"market" refers:"market" doc:"where they look for work: the name or path of a market file"`
	Regimes    []policy.Regime `file:"regimes" refers:"regime" doc:"the policies compared: names or paths of regime files"`
	Baseline   source.Text     `file:"baseline" doc:"the regime the others are compared with"`
	Start      source.Date     `file:"start" doc:"the Monday on which week 0 begins"`
	Horizon    source.Quantity `file:"horizon" unit:"weeks" min:"1" max:"2000" whole:"true" doc:"weeks that are simulated from week 0"`
	BurnIn     BurnIn          `file:"burn_in" doc:"weeks before week 0, which all regimes share"`
	Persons    source.Quantity `file:"persons" unit:"count" min:"1" max:"20000000" doc:"persons attached at the start of the burn-in; the country is scaled to them"`
	Replicates source.Quantity `file:"replicates" unit:"count" min:"1" max:"10000" doc:"independent repetitions, each with persons and events of its own"`
	Seed       source.Quantity `file:"seed" unit:"count" min:"0" max:"9007199254740991" doc:"what all chance is drawn from"`
	Panel      Panel           `file:"panel" doc:"when persons are observed, and what is written of them"`
	Hold       []source.Text   `file:"hold,optional" oneof:"diaries,market" doc:"what stays as it is under the baseline when own effects are found, each person being switched alone; diaries: those of coaches, places and lists of programmes and local partners, and providers that the baseline has too; market: vacancies and competitors; nothing is held where it is left out, and there are total effects alone"`
	Priors     source.Text     `file:"priors,optional" oneof:"ends,none" doc:"ends: regimes that train are also run at both ends of the ranges of what their training teaches, which is a prior; none: they are not; ends when absent"`
	Without    source.Text     `file:"without,optional" oneof:"nothing,interviews,feelings,requirement,threat,sanction,leaving,all" doc:"how people do not respond from week 0 on, under any regime; interviews: interviews, contacts with providers and steps agreed there add nothing to search, as providers know; feelings: distress and self-efficacy do not change it; requirement: nobody searches more because it is required; threat: nobody fears to lose benefit; sanction: nobody searches more or takes less pay while benefit is lost; leaving: nobody leaves because of that; all: none of these; nothing when absent"`
	Outcomes   []source.Text   `file:"outcomes,optional" doc:"what compare shows beside the headline outcomes"`
	Sweep      *Sweep          `file:"sweep,optional" doc:"a grid of runs: what sweep run varies; other commands run the scenario as it stands"`
}

// BurnIn is the time before week 0.
type BurnIn struct {
	At    source.Position
	Weeks source.Quantity `file:"weeks" unit:"weeks" bare:"true" min:"0" max:"2000" whole:"true" doc:"length in weeks"`
	Under *policy.Regime  `file:"under" refers:"regime" doc:"the regime of that time"`
}

// Panel says how often persons are observed, and what is written of them.
type Panel struct {
	At      source.Position
	Every   source.Quantity `file:"every" unit:"weeks" min:"1" max:"2000" whole:"true" doc:"time from one observed week to the next"`
	Columns []source.Text   `file:"columns,optional" doc:"columns of the table panel that are written, besides person_id and week: caseload describe panel says what there are; all where it is left out or empty"`
}
