package policy

import "caseload/policy/source"

// WellbeingFee is paid for a participant who says, some time after her start, that she is in
// less distress than she said then. A short questionnaire has an error, so that some are paid
// for who fare no better, and some not who do.
type WellbeingFee struct {
	At    source.Position
	Fee   source.Quantity `file:"fee" unit:"£" min:"0" max:"10000000" doc:"fee"`
	Falls source.Quantity `file:"falls" unit:"number" min:"0" max:"5" doc:"standard units by which measured distress has to be lower than at the start"`
	After source.Quantity `file:"after" unit:"weeks" min:"2" max:"208" whole:"true" doc:"time from the start to the second questionnaire, while she is the provider's"`
}

// Investor carries what a contract costs up front, which makes it a social impact bond: it
// pays for places and starts, and the service and attachment fees of providers, and is paid
// for outcomes by the department.
type Investor struct {
	At       source.Position
	Most     source.Quantity `file:"most" unit:"share" min:"0" max:"10" doc:"the most that it is repaid, as a share of what it has paid in so far, for a provider in a district; what outcomes would bring beyond that is not paid"`
	PassesOn source.Quantity `file:"passes_on" unit:"share" min:"0" max:"1" doc:"share of what it is paid for outcomes that it hands on to the provider"`
}

// InvestorTerms is a compiled Investor. Shares are ten-thousandths.
type InvestorTerms struct {
	There          bool
	Most, PassesOn int64
}

func (v *Investor) terms() (t InvestorTerms) {
	if v != nil {
		t = InvestorTerms{There: true, Most: tenThousandths(v.Most), PassesOn: tenThousandths(v.PassesOn)}
	}
	return t
}

// UpFront tells whether an investor pays fees of a kind, where there is one; the department
// pays the others.
func (f Fee) UpFront() bool { return f == ServiceFee || f == AttachmentFee }

// Repays is what the department pays of a fee for an outcome to an investor that has paid in
// and been repaid so much, and what goes on to the provider; all pence.
func (t InvestorTerms) Repays(fee, paidIn, repaid int64) (paid, passedOn int64) {
	paid = max(min(fee, nearest(paidIn*t.Most, wholeShare)-repaid), 0)
	return paid, nearest(paid*t.PassesOn, wholeShare)
}

// Earns is the share of fees for outcomes that reach the provider.
func (t InvestorTerms) Earns() float64 {
	if !t.There {
		return 1
	}
	return float64(t.PassesOn) / wholeShare
}
