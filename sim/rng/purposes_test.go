package rng

import (
	"strings"
	"testing"
)

// TestPurposesAreAppendOnly pins the number of every purpose: its place in this
// list, from 1. Append new ones at the end, here and there.
func TestPurposesAreAppendOnly(t *testing.T) {
	pinned := strings.Fields(`
		Sex Age Education Partner Children ChildAge Rent Health Frailty Compliance
		SeparationFrailty Skill PartnerPay StartDuration StartInterview StartSanction Stratum
		Arrivals PresentCoach Attend GoodReason Refer Decide Comply InterviewTie Find Wage Hours
		Separate AfterSeparation ClaimDelay LeaveToOther LeaveToNothing Return CoachChoice
		Capability Motivation PartnerWorks Carer Rents OfficeChoice StartSanctionLength
		Occupation Asked Permanence StartVacancy Choosing Mobility ChooseVacancy Impression
		Rivals BestRival RivalKind Repost Lapse Turn TurnWeek Severity Advance OldDebts
		Prevented Notice Shown ShownLater Agree TakeStep LeaveWork Reconsider Appeal Hardship
		CoachSkill CoachStrictness CoachRapport CoachStart CoachLeaves Judge Sooner
		Match Queue Listed Beyond
		Channel AskedSkill Upgrade Place
		Digital Reached HandOff LostBetween FoundAgain StepKind
		Assessment AssessmentTie AskReconsideration Reconsideration WorkReassessment StartHealth SignDesk SignAttend SignAway
		Waive AskInTime Score InformalCare Walks Conscience Games Notified Canvass Submit SubmitRoom SubmitTo RequiredToApply Apply ShortlistSubmitted Recommended SearchCVs Invite
		ProgrammeTie BringUp Taste TakePart GiveUp AttendWeek Certify Introduce StartBusiness Eased
		OfficeLeaning CoachLeaning Leeway Specialism
		ProviderTurn ProviderTaste ProviderJudge ProviderQuality ProviderTie ProviderAttend
		UsualDistress UsualEfficacy UsualSatisfaction SocialSupport MeasureDistress MeasureSatisfaction
		Barriers CoachSpends SupportTime WhichBarrier TellBarrier Spend FundTie Helps PlaceTie
		Leader PassOn
		PartnerHere ProviderWaive SubsidyKnown`)
	for i, name := range pinned {
		if got := Purpose(i + 1).String(); got != name {
			t.Errorf("purpose %d is %s, not %s: the list is append-only", i+1, got, name)
		}
	}
	if got := int(purposeEnd) - 1; got != len(pinned) {
		t.Errorf("there are %d purposes and %d pinned names: append the new names to this list", got, len(pinned))
	}
	if len(purposeNames) != int(purposeEnd) {
		t.Errorf("the last of %d purposes has no name", int(purposeEnd)-1)
	}
	seen := make(map[string]bool)
	for purpose := Purpose(1); purpose < purposeEnd; purpose++ {
		name := purpose.String()
		if seen[name] || name == Purpose(0).String() {
			t.Errorf("purpose %d has no name of its own: %q", purpose, name)
		}
		seen[name] = true
	}
}
