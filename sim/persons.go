package sim

import (
	"slices"

	"caseload/agents"
	"caseload/policy"
	"caseload/sim/panel"
)

// personRows describes everybody of a replicate at the fork, or at entry for those who
// arrive later. It depends on no regime.
func (w *World) personRows(replicate int, fork *beginning, visit func([]panel.PersonRow) error) error {
	for k := range w.Districts {
		d := &w.Districts[k]
		for first := d.First; first < d.Last; first += personBatch {
			rows := make([]panel.PersonRow, 0, personBatch)
			for i := first; i < min(first+personBatch, d.Last); i++ {
				rows = append(rows, w.personRow(d, i, replicate, fork))
			}
			if err := visit(rows); err != nil {
				return err
			}
		}
	}
	return nil
}

const personBatch = 8192

func (w *World) personRow(d *District, i int32, replicate int, fork *beginning) panel.PersonRow {
	p := w.People
	at := max(0, p.EntryWeek[i])
	row := panel.PersonRow{
		Replicate: int16(replicate), PersonID: int32(p.ID[i]), HouseholdID: int32(p.ID[i]), PartnerID: panel.NoInt32, Weight: 1 / w.Scale, EntryWeek: int16(p.EntryWeek[i]),
		District: d.Number, Office: p.Office[i], Sex: panel.Female, Education: panel.NoQualification + panel.Education(p.Education[i]),
		AgeYears: int16(policy.AgeYears(at, p.BornWeek[i])), Partner: p.Partner[i], Children: int8(p.Children[i]), InformalCare: p.InformalCare[i], YoungestChildYears: panel.NoInt16,
		HealthLimited: fork.HealthLimited[i], Status: panel.Applying, Benefit: fork.Benefit[i], WeeksOnBenefit: fork.WeeksOnBenefit[i], Skill: p.Skill[i],
		SearchFrailty: p.SearchFrailty[i], Motivation: p.Motivation[i], Compliance: p.Compliance[i], DigitalAccess: panel.Unaided + panel.DigitalAccess(p.Digital[i]), Readiness: int8(p.Readiness[i]), SocialSupport: p.Support[i],
	}
	if p.Couple[i] != 0 {
		row.PartnerID = int32(p.ID[i+p.Couple[i]])
		row.HouseholdID = min(row.PersonID, row.PartnerID)
	}
	row.Barriers = fork.Barriers[i].String()
	if p.Sex[i] == agents.Male {
		row.Sex = panel.Male
	}
	if p.Children[i] > 0 {
		row.YoungestChildYears = int16(max(policy.AgeYears(at, p.YoungestBornWeek[i]), 0))
	}
	if fork.Status[i] != agents.Absent {
		row.Status = statusWord[fork.Status[i]]
	}
	return row
}

// beginning is what changes about a person and is reported as it was at the fork, or at
// entry for those who arrive later.
type beginning struct {
	HealthLimited  []bool
	Barriers       []agents.BarrierSet
	Status         []agents.Status
	Benefit        []panel.Benefit
	WeeksOnBenefit []int16
}

func newBeginning(w *World) *beginning {
	p, n := w.People, w.People.Len()
	f := &beginning{HealthLimited: slices.Clone(p.HealthLimited), Barriers: slices.Clone(p.Barriers), Status: slices.Clone(p.Status), Benefit: make([]panel.Benefit, n), WeeksOnBenefit: make([]int16, n)}
	for i := range int32(n) {
		f.Benefit[i], f.WeeksOnBenefit[i] = w.benefitOf(i), panel.NoInt16
		if p.Status[i] == agents.Claimant || p.Status[i] == agents.OtherBenefit {
			f.WeeksOnBenefit[i] = int16(w.Week - p.BenefitSince[i])
		}
	}
	return f
}
