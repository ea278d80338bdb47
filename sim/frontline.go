package sim

import (
	"caseload/agents"
	"caseload/policy"
	"caseload/sim/panel"
)

// frontLineObserver writes coaches and districts, whose counts start again afterwards.
type frontLineObserver struct {
	coaches    *panel.Writer[panel.CoachRow]
	districts  *panel.Writer[panel.DistrictRow]
	programmes *panel.Writer[panel.ProgrammeRow]
	providers  *panel.Writer[panel.ProviderRow]
}

func newFrontLineObserver(create panel.CreateFunc, arm string, replicate int, tables Tables) *frontLineObserver {
	o := &frontLineObserver{}
	if tables.Has(panel.Coaches) {
		o.coaches = panel.NewWriter[panel.CoachRow](create, panel.PartName(panel.Coaches, arm, replicate, 0))
	}
	if tables.Has(panel.Districts) {
		o.districts = panel.NewWriter[panel.DistrictRow](create, panel.PartName(panel.Districts, arm, replicate, 0))
	}
	if tables.Has(panel.Programmes) {
		o.programmes = panel.NewWriter[panel.ProgrammeRow](create, panel.PartName(panel.Programmes, arm, replicate, 0))
	}
	if tables.Has(panel.Providers) {
		o.providers = panel.NewWriter[panel.ProviderRow](create, panel.PartName(panel.Providers, arm, replicate, 0))
	}
	return o
}

func (o *frontLineObserver) Observe(w *World) error {
	if o.coaches != nil {
		if err := o.coaches.Write(w.coachRows()); err != nil {
			return err
		}
	}
	if o.programmes != nil {
		if err := o.programmes.Write(w.programmeRows()); err != nil {
			return err
		}
	}
	if o.providers != nil {
		if err := o.providers.Write(w.providerRows()); err != nil {
			return err
		}
	}
	if o.districts != nil {
		return o.districts.Write(w.districtRows())
	}
	return nil
}

func (w *World) programmeRows() []panel.ProgrammeRow {
	var rows []panel.ProgrammeRow
	for k := range w.Districts {
		for m, at := range w.Districts[k].Places {
			t := &w.Regime.Plan.Programmes[m]
			rows = append(rows, panel.ProgrammeRow{
				District: w.Districts[k].Number, Week: int16(w.Week), Programme: t.Name, Type: t.Type,
				Places: at.There, Taken: at.Taken, Waiting: at.Waiting, Referred: at.Referred, Started: at.Started, Waited: at.Waited,
				Completed: at.Completed, Left: at.Left, Missed: at.Missed, Pence: at.Pence, SubsidyPence: at.Subsidies,
				Circles: at.Circles, Fidelity: panel.ThousandthsOf(at.Fidelity / float64(max(at.Circles, 1))), Emboldened: panel.ThousandthsOf(at.Emboldened), Told: at.Told, ToldHires: at.ToldHires,
			})
		}
	}
	return rows
}

func (w *World) providerRows() []panel.ProviderRow {
	var rows []panel.ProviderRow
	for n := range w.Districts {
		d := &w.Districts[n]
		for k := range d.Providers {
			v, terms := &d.Providers[k], &w.Regime.Plan.Providers[k]
			if !w.delivers(d, k) {
				continue
			}
			c := &v.Count
			rows = append(rows, panel.ProviderRow{
				District: d.Number, Week: int16(w.Week), Contract: w.contract(k).Name, Lot: int16(1 + w.lot(d, w.contract(k))), Provider: terms.Name, Sector: terms.SectorName,
				Firm: v.Firm, InBusiness: v.open(w.Week), Share: panel.ThousandthsOf(v.Share), Quality: panel.ThousandthsOf(v.Quality),
				Participants: c.Participants, InWork: c.InWork, Starts: c.Starts, ReferredAgain: c.Again, Refused: c.Refused, Jobs: c.Jobs, JobsEnded: c.Ends, WeeksInWork: c.Work, WeeksInWorkAfter: c.WorkAfter, JobsEndedAfter: c.EndsAfter, Outcomes: c.Outcomes, Sustained: c.Sustained,
				ServicePence: c.Fees[policy.ServiceFee], AttachmentPence: c.Fees[policy.AttachmentFee], OutcomePence: c.Fees[policy.OutcomeFee], SustainedPence: c.Fees[policy.SustainedFee], WellbeingPence: c.Fees[policy.BetterFee],
				StaffPence: c.StaffPence, CashPence: v.Cash, StaffMinutes: c.StaffMinutes, Contacts: c.Contacts, ContactsInWork: c.ContactsInWork, MinutesInWork: c.MinutesInWork, ContactsMissed: c.Missed, ContactsShort: c.Short, WaiversGranted: c.WaiversGranted, WaiversRefused: c.WaiversRefused,
				MinutesReadiness1: c.Minutes[0], MinutesReadiness2: c.Minutes[1], MinutesReadiness3: c.Minutes[2], MinutesReadiness4: c.Minutes[3], MinutesReadiness5: c.Minutes[4],
				WeeksReadiness1: c.Weeks[0], WeeksReadiness2: c.Weeks[1], WeeksReadiness3: c.Weeks[2], WeeksReadiness4: c.Weeks[3], WeeksReadiness5: c.Weeks[4],
				PenceReadiness1: c.Pence[0], PenceReadiness2: c.Pence[1], PenceReadiness3: c.Pence[2], PenceReadiness4: c.Pence[3], PenceReadiness5: c.Pence[4],
				Entered: c.Entered, Insolvent: c.Insolvent, Ended: c.Ended,
			})
		}
	}
	return rows
}

func (w *World) coachRows() []panel.CoachRow {
	c, outlook := &w.Coaches, w.outlooks()
	var rows []panel.CoachRow
	for k := range w.Districts {
		for _, office := range w.Districts[k].Offices {
			for j := office.First; j < office.Last; j++ {
				rows = append(rows, panel.CoachRow{
					CoachID: c.ID[j], Week: int16(w.Week), Office: office.Number, District: w.Districts[k].Number, CoachCaseload: c.Caseload[j],
					MinutesAvailable: c.MinutesAvailable[j], MinutesUsed: c.MinutesUsed[j], InterviewsDue: c.Held[j] + c.Missed[j], InterviewsHeld: c.Held[j],
					InterviewsMissed: c.Missed[j], InterviewsPostponed: c.Postponed[j], InterviewsExcused: c.Excused[j], InterviewsOverdue: c.Overdue[j], InterviewsEarly: c.Early[j], SanctionReferrals: c.Referrals[j],
					ProgrammesOffered: c.Offers[j], MinutesReferring: c.MinutesReferring[j], InPost: c.filled(j, w.Week), Holder: c.Holder[j], WeeksInPost: int16(w.Week - c.Since[j]),
					CoachSkill: panel.ThousandthsOf(float64(c.Skill[j])), CoachStrictness: panel.ThousandthsOf(float64(c.Strictness[j])), CoachRapport: panel.ThousandthsOf(float64(c.Rapport[j])),
					ClaimantWeeks: c.ClaimantWeeks[j], ExitsToWork: c.ToWork[j], ExitsExpected: panel.ThousandthsOf(float64(outlook[j] * float64(c.ClaimantWeeks[j]))), SanctionsImposed: c.Sanctions[j], ClosedEarly: c.ClosedEarly[j], AdvisedToMove: c.MovedOn[j],
					Specialism: w.Regime.Plan.SpecialismName(c.Specialism[j]), InterviewsCover: c.Cover[j], Consulted: c.Consulted[j],
					WeeksAsked: c.Practice[j].WeeksAsked, WeeksBetween: c.Practice[j].WeeksBetween, WeeksOff: c.Practice[j].WeeksOff, MinutesAsked: c.Practice[j].MinutesAsked, MinutesHeld: c.Practice[j].MinutesHeld, ReferralsAsked: panel.Thousandths(c.Practice[j].ReferralsAsked),
					TakenOver: c.Arrived[j], MinutesChecking: minutesOf(c.SecondsOn[j][agents.Check]), MinutesPlanning: minutesOf(c.SecondsOn[j][agents.Planning]), MinutesEncouraging: minutesOf(c.SecondsOn[j][agents.Encourage]),
					MinutesSubmitting: minutesOf(c.SecondsSubmitting[j]), Submissions: c.Submissions[j],
					MinutesSupporting: minutesOf(c.SecondsSupporting[j]), FundSpentPence: c.SpentPence[j], CoachSpending: panel.ThousandthsOf(float64(c.Spending[j])),
					MinutesReadiness1: c.MinutesFor[j][0], MinutesReadiness2: c.MinutesFor[j][1], MinutesReadiness3: c.MinutesFor[j][2], MinutesReadiness4: c.MinutesFor[j][3], MinutesReadiness5: c.MinutesFor[j][4],
				})
			}
		}
	}
	return rows
}

// minutesOf are minutes with three decimals.
func minutesOf(seconds int32) panel.Thousandths { return panel.ThousandthsOf(float64(seconds) / 60) }

func (w *World) districtRows() []panel.DistrictRow {
	rows := make([]panel.DistrictRow, 0, len(w.Districts))
	for k := range w.Districts {
		d := &w.Districts[k]
		var class [agents.Profiles]int32
		for i := d.First; i < d.Last; i++ {
			class[w.People.Profile[i]]++
		}
		known26, right26, long26 := d.Profiled.Known(0)
		known52, right52, long52 := d.Profiled.Known(1)
		served, waiting := w.linkedHere(d)
		rows = append(rows, panel.DistrictRow{
			CertificateBelief: panel.ThousandthsOf(d.Belief[1] - d.Belief[0]),
			District:          d.Number, Week: int16(w.Week), Claimants: d.Stock[agents.Claimant], Employed: d.Stock[agents.Employed],
			VacanciesOpen: panel.ThousandthsOf(d.Demand.Open), VacanciesFilled: panel.ThousandthsOf(d.Demand.Filled),
			JobToJob: d.Demand.JobToJob, Quits: d.Demand.Quits, Dismissals: d.Demand.Dismissals, ContractEnds: d.Demand.ContractEnds,
			Hires: int32(d.Demand.Hires), AgencyHires: int32(d.Demand.AgencyHires), IncomingHires: int32(d.Demand.IncomingHires), OutgoingHires: int32(d.Demand.OutgoingHires), CompetitorHires: panel.ThousandthsOf(d.Demand.CompetitorHires),
			Tightness:            panel.ThousandthsOf(d.Demand.Open / max(float64(d.Stock[agents.Claimant]), 1)),
			InterviewsFaceToFace: d.Contacts[agents.FaceToFace].Held, MinutesFaceToFace: d.Contacts[agents.FaceToFace].Minutes,
			InterviewsTelephone: d.Contacts[agents.Telephone].Held, MinutesTelephone: d.Contacts[agents.Telephone].Minutes,
			InterviewsEChannel: d.Contacts[agents.EChannel].Held, MinutesEChannel: d.Contacts[agents.EChannel].Minutes,
			InterviewsSelfService: d.Contacts[agents.SelfService].Held, MinutesSelfService: d.Contacts[agents.SelfService].Minutes,
			InterviewsOutreach: d.Contacts[agents.Outreach].Held, MinutesOutreach: d.Contacts[agents.Outreach].Minutes,
			ClaimantsRed: class[agents.Red], ClaimantsAmber: class[agents.Amber], ClaimantsGreen: class[agents.Green],
			Profiled26: known26, Profiled26Long: long26, Profiled26Right: right26, Profiled52: known52, Profiled52Long: long52, Profiled52Right: right52,
			VacanciesNotified: d.Vacancies.inBank(), VacanciesCanvassed: d.Books.Employers.Canvassed, VacanciesDeveloped: d.Books.Employers.Developed,
			NotifiedHires: d.Books.Employers.Hires, NotifiedToCompetitors: d.Books.Employers.ToRivals,
			FundSpentPence: d.FundSpent, FundLeftPence: w.fundLeft(d), FundWeeksExhausted: d.Books.Support.Exhausted, PartnerPlacesTaken: served, PartnerWaiting: waiting,
		})
	}
	return rows
}

func (o *frontLineObserver) Close() ([]panel.Part, error) {
	var parts []panel.Part
	var failure error
	add := func(part panel.Part, err error) {
		if err != nil && failure == nil {
			failure = err
		}
		parts = append(parts, part)
	}
	if o.coaches != nil {
		add(o.coaches.Close())
	}
	if o.districts != nil {
		add(o.districts.Close())
	}
	if o.programmes != nil {
		add(o.programmes.Close())
	}
	if o.providers != nil {
		add(o.providers.Close())
	}
	if failure != nil {
		return nil, failure
	}
	return parts, nil
}
