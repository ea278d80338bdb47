package policy

import (
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"caseload/policy/source"
	"caseload/policy/source/sourcetest"
)

// updating tells whether -update was given; award_test.go declares it.
func updating() bool { return flag.Lookup("update").Value.String() == "true" }

// shippedLibrary has the files that are shipped, and those of testdata.
func shippedLibrary() source.Library {
	return source.Library{Shipped: os.DirFS("../scenarios"), Read: os.DirFS("testdata").(fs.ReadFileFS).ReadFile}
}

// Each file has one mistake, which its name says, and the message beside it.
func TestBadRegimes(t *testing.T) {
	for _, file := range badRegimes(t) {
		name := strings.TrimSuffix(filepath.Base(file), ".yaml")
		t.Run(name, func(t *testing.T) {
			_, found := shippedLibrary().Load("regime", "bad/"+name+".yaml", &Regime{}, nil)
			got := found.String()
			golden := strings.TrimSuffix(file, ".yaml") + ".txt"
			if updating() {
				if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if len(found) != 1 {
				t.Errorf("%d things are said of one mistake", len(found))
			}
			if got != string(want) {
				t.Errorf("got:\n%s\nwant:\n%s", got, want)
			}
		})
	}
}

func badRegimes(t testing.TB) []string {
	t.Helper()
	files, err := filepath.Glob("testdata/bad/*.yaml")
	if err != nil || len(files) < 30 {
		t.Fatalf("only %d files in testdata/bad", len(files))
	}
	return files
}

// tooMuch are regimes that are wrong by their size alone.
func tooMuch() map[string]string {
	const rest = ", every: 1 week, length: 10 minutes, shortest: 5 minutes, mandatory: true}\n"
	parts := map[string]string{"groups": "groups:\n", "interviews": "interviews:\n", "ages": "interviews:\n", "dates": "interviews:\n"}
	for k := range 255 {
		parts["groups"] += fmt.Sprintf("  - {name: g%d, who: {weeks_on_benefit: {is: %d}}, sanctioned_share: 0%%}\n", k, k)
		parts["interviews"] += fmt.Sprintf("  - {name: i%d, who: {weeks_on_benefit: {is: %d}}", k, k) + rest
		if k < 200 {
			parts["ages"] += fmt.Sprintf("  - {name: a%d, who: {weeks_on_benefit: {is: %d}, age: {is: %d}}", k, k, 16+k%100) + rest
			parts["dates"] += fmt.Sprintf("  - {name: d%d, from: %d-01-01, who: {weeks_on_benefit: {is: %d}, age: {is: %d}}", k, 1900+k, k%50, 16+k%10) + rest
		}
	}
	parts["providers"] = "programmes:\n  - {name: p, type: job_club, mandatory: false, referral: {share: 10%, length: 5 minutes, longest_wait: 8 weeks}, places: 100, weeks: 4, hours: 8 hours/week, absent: 5%, drop_out: 1%/week, content: {search: 0.1}, cost: {start: £50}}\n" +
		"contracts:\n  - {name: c, delivers: [p], lasts: 26 weeks, continuous: true, outcome_share: 100%, allocation: rotation, published: false, replaced: 13 weeks, payment_groups: [{name: all, attachment: £1, job: {fee: £1, after: 13 weeks}, expected: {jobs: 10%}}], providers: ["
	for k := range 251 {
		share := map[bool]string{true: "100%", false: "0%"}[k == 0]
		parts["providers"] += fmt.Sprintf("{name: v%d, share: %s, sector: public, quality: 1, contact: 30 minutes, cost: £30/hour, reserves: £1, mission: £1, welcome: 50%%, reports: 0%%}, ", k, share)
	}
	parts["providers"] += "]}\n"
	for what, part := range parts {
		parts[what] = "kind: regime\ntitle: Too much\nextends: universal-credit-2024\n" + part
	}
	return parts
}

// Every message that the checks can say is said to some bad file.
func TestEveryMessageIsProduced(t *testing.T) {
	said := ""
	for _, file := range badRegimes(t) {
		text, err := os.ReadFile(strings.TrimSuffix(file, ".yaml") + ".txt")
		if err != nil {
			t.Fatal(err)
		}
		said += string(text)
	}
	for what, content := range tooMuch() {
		library := shippedLibrary()
		library.Read = func(string) ([]byte, error) { return []byte(content), nil }
		_, found := library.Load("regime", "large.yaml", &Regime{}, nil)
		if len(found) != 1 {
			t.Errorf("%s: %d things are said: %s", what, len(found), found)
		}
		said += found.String()
	}
	sourcetest.MessagesAreSaid(t, "check.go", 20, said)
}
