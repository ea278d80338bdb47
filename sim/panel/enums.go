package panel

import "strconv"

// An enumeration is a uint8 with a name for every value. Columns of such a type
// are stored as text with a dictionary, so other programs see the words. Words are
// appended, never reordered or renamed; the digest is over words and does not
// depend on the numbers.
//
// A first word that is empty means that zero is not a value: a writer refuses a
// row in which such a column was left unset.
type enumeration interface{ words() []string }

func word(words []string, code uint8) string {
	if int(code) < len(words) {
		return words[code]
	}
	return "unknown(" + strconv.Itoa(int(code)) + ")"
}

// Status is what a person mainly does at the end of the week.
type Status uint8

const (
	_ Status = iota
	// Claimant has an open claim and no work.
	Claimant
	// Employed is in work, with or without an award.
	Employed
	// Inactive neither works nor claims.
	Inactive
	// OnOtherBenefit is on a health-related or other benefit without requirements.
	OnOtherBenefit
	// Retired has reached pension age and does not come back.
	Retired
	// Applying has lost an income and not yet an open claim.
	Applying
)

var statusWords = []string{"", "claimant", "employed", "inactive", "other_benefit", "retired", "applying"}

func (Status) words() []string { return statusWords }

// String returns the word that the status has in files.
func (s Status) String() string { return word(statusWords, uint8(s)) }

// Benefit is what a person's household is paid.
type Benefit uint8

const (
	// NoBenefit is no benefit at all.
	NoBenefit Benefit = iota
	// OutOfWork is an award to a claimant without work.
	OutOfWork
	// HealthRelated is an award without requirements for reasons of health.
	HealthRelated
	// InWork is an award to somebody in work.
	InWork
)

var benefitWords = []string{"none", "out_of_work", "health_related", "in_work"}

func (Benefit) words() []string { return benefitWords }

// String returns the word that the benefit has in files.
func (b Benefit) String() string { return word(benefitWords, uint8(b)) }

// Sex as registered.
type Sex uint8

const (
	_ Sex = iota
	// Female persons.
	Female
	// Male persons.
	Male
)

var sexWords = []string{"", "female", "male"}

func (Sex) words() []string { return sexWords }

// String returns the word that the sex has in files.
func (s Sex) String() string { return word(sexWords, uint8(s)) }

// DigitalAccess is whether a person can use a service on the internet.
type DigitalAccess uint8

const (
	_ DigitalAccess = iota
	// Unaided uses it without help.
	Unaided
	// WithHelp uses it with somebody's help.
	WithHelp
	// Offline does not use it.
	Offline
)

var digitalWords = []string{"", "unaided", "with_help", "offline"}

func (DigitalAccess) words() []string { return digitalWords }

// String returns the word that the degree of access has in files.
func (a DigitalAccess) String() string { return word(digitalWords, uint8(a)) }

// Education is the highest qualification, by levels of the Regulated Qualifications
// Framework; level 3 is A levels or the like.
type Education uint8

const (
	_ Education = iota
	// NoQualification is none.
	NoQualification
	// BelowLevel3 is less than A levels.
	BelowLevel3
	// Level3 is A levels or the like.
	Level3
	// Level4OrOver is a higher qualification.
	Level4OrOver
)

var educationWords = []string{"", "none", "below_level_3", "level_3", "level_4_or_over"}

func (Education) words() []string { return educationWords }

// String returns the word that the level has in files.
func (e Education) String() string { return word(educationWords, uint8(e)) }

// HealthClaim is how far a claim for reasons of health has come.
type HealthClaim uint8

const (
	// NoHealthClaim is none, or one that has been decided.
	NoHealthClaim HealthClaim = iota
	// AwaitsAssessment has given evidence, or is to be assessed again.
	AwaitsAssessment
	// AwaitsReconsideration was refused and has asked for another look.
	AwaitsReconsideration
	// TriesWork has started work with an award that may be given back.
	TriesWork
)

var healthClaimWords = []string{"none", "awaits_assessment", "awaits_reconsideration", "tries_work"}

func (HealthClaim) words() []string { return healthClaimWords }

// String returns the word that the stage has in files.
func (c HealthClaim) String() string { return word(healthClaimWords, uint8(c)) }

// SpellKind is what lasts during a spell.
type SpellKind uint8

const (
	_ SpellKind = iota
	// BenefitSpell is unbroken weeks on a benefit.
	BenefitSpell
	// JobSpell is unbroken weeks in one job.
	JobSpell
	// SanctionSpell is unbroken weeks under one sanction.
	SanctionSpell
	// ProgrammeSpell is unbroken weeks on one programme.
	ProgrammeSpell
)

var spellKindWords = []string{"", "benefit", "job", "sanction", "programme"}

func (SpellKind) words() []string { return spellKindWords }

// String returns the word that the kind has in files.
func (k SpellKind) String() string { return word(spellKindWords, uint8(k)) }

// Destination is where a spell led.
type Destination uint8

const (
	// NoDestination belongs to a spell that was still running at the end.
	NoDestination Destination = iota
	// ToWork is from a benefit into a job.
	ToWork
	// ToOtherBenefit is from a benefit to another one.
	ToOtherBenefit
	// ToNothing is neither work nor a benefit.
	ToNothing
	// ToRetirement is past pension age.
	ToRetirement
	// ToClaim is from a job to a claim.
	ToClaim
	// ToJob is from a job to another one.
	ToJob
	// ToProgramme is from a benefit into a temporary job that a programme makes.
	ToProgramme
)

var destinationWords = []string{"none", "work", "other_benefit", "nothing", "retired", "claim", "job", "programme"}

func (Destination) words() []string { return destinationWords }

// String returns the word that the destination has in files.
func (d Destination) String() string { return word(destinationWords, uint8(d)) }

// EndReason is why a spell ended.
type EndReason uint8

const (
	// NotEnded belongs to a spell that was still running at the end.
	NotEnded EndReason = iota
	// FoundWork ends a benefit spell.
	FoundWork
	// MovedBenefit ends a benefit spell by a move to another benefit.
	MovedBenefit
	// ClaimClosed ends a benefit spell without a known next state.
	ClaimClosed
	// ReachedPensionAge ends a benefit or job spell.
	ReachedPensionAge
	// Separated ends a job spell that the employer ended.
	Separated
	// ChangedJob ends a job spell by a direct move to another job.
	ChangedJob
	// Served ends a sanction whose weeks are over.
	Served
	// Overturned ends a sanction on reconsideration or appeal.
	Overturned
	// ClaimEnded ends a sanction because the claim ended.
	ClaimEnded
	// RequirementLifted ends a sanction because what was failed is not required or not
	// sanctioned any more.
	RequirementLifted
	// Quit ends a job spell that the person ended.
	Quit
	// ContractEnded ends the job spell of a temporary job.
	ContractEnded
	// Completed ends a programme that was taken part in to its end.
	Completed
	// GaveUp ends a programme that the person gave up.
	GaveUp
	// SubsidyEnded ends a job spell because the job was kept for the sake of a subsidy.
	SubsidyEnded
)

var endReasonWords = []string{
	"none", "found_work", "moved_benefit", "claim_closed", "pension_age",
	"separated", "changed_job", "served", "overturned", "claim_ended", "requirement_lifted",
	"quit", "contract_ended", "completed", "gave_up", "subsidy_ended",
}

func (EndReason) words() []string { return endReasonWords }

// String returns the word that the reason has in files.
func (r EndReason) String() string { return word(endReasonWords, uint8(r)) }

// Source is the channel through which a job was found.
type Source uint8

const (
	// NoSource belongs to what is no job, and to jobs that were not found at a vacancy of the run.
	NoSource Source = iota
	// OpenMarket is a vacancy that the employer fills.
	OpenMarket
	// Agency is a vacancy that an agency fills.
	Agency
	// Notified is a vacancy of which the employer has told the office.
	Notified
	// Developed is a vacancy that a job developer of the office has brought in.
	Developed
	// CreatedJob is no vacancy: a temporary job that a programme makes.
	CreatedJob
	// OwnBusiness is none either: self-employment.
	OwnBusiness
)

var sourceWords = []string{"none", "open_market", "agency", "notified", "job_developer", "created_by_programme", "own_business"}

func (Source) words() []string { return sourceWords }

// String returns the word that the channel has in files.
func (s Source) String() string { return word(sourceWords, uint8(s)) }
