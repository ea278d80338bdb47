package policy

import (
	"strings"
	"testing"
)

// A regime can do without the sanctions, the coaches and the interviews that it inherits.
func TestRegimeWithoutWhatItInherits(t *testing.T) {
	load := func(text string) (*Regime, *Plan, string) {
		t.Helper()
		library := shippedLibrary()
		library.Read = func(string) ([]byte, error) { return []byte(text), nil }
		r := &Regime{}
		tree, found := library.Load("regime", "without.yaml", r, nil)
		if len(found) > 0 {
			t.Fatal(found)
		}
		plan, refused := Compile(r)
		if refused != nil {
			t.Fatal(refused)
		}
		return r, plan, string(tree.YAML())
	}
	const head = "kind: regime\ntitle: Without\nextends: universal-credit-2024\n"
	for _, chain := range []string{"sanctions: {missed_interview: none}\n", "sanctions: none\n"} {
		_, plan, printed := load(head + chain)
		if plan.Missed != nil {
			t.Errorf("%s the chain is there: %v", chain, plan.Missed)
		}
		if _, again, _ := load(printed); again.Digest() != plan.Digest() || strings.Contains(printed, "missed_interview") {
			t.Errorf("%s printed back it is another:\n%s", chain, printed)
		}
	}
	r, plan, _ := load(head + "claim: {first_interview: none}\ninterviews: none\ncoaches: none\nsanctions: none\n")
	if r.Coaches != nil || r.Claim.FirstInterview != nil || len(r.Interviews) > 0 || plan.Staff != (Staff{}) || plan.HasFirst {
		t.Errorf("something is left: %+v", plan)
	}
}
