package diag

import (
	"encoding/json"
	"strings"
	"testing"
)

func TestSARIF(t *testing.T) {
	var log struct {
		Schema  string `json:"$schema"`
		Version string
		Runs    []struct {
			ColumnKind string
			Tool       struct {
				Driver struct {
					Name  string
					Rules []struct {
						ID                     string
						ShortDescription, Help struct{ Text string }
						DefaultConfiguration   struct{ Level string }
					}
				}
			}
			Results []struct {
				RuleID    string
				RuleIndex int
				Level     string
				Message   struct{ Text string }
				Locations []struct {
					PhysicalLocation struct {
						ArtifactLocation struct{ URI string }
						Region           *struct{ StartLine, StartColumn int }
					}
				}
				PartialFingerprints map[string]string
			}
		}
	}
	if err := json.Unmarshal([]byte(printed(t, sample(), PrintOptions{Format: "sarif", Prefix: "a b"})), &log); err != nil {
		t.Fatal(err)
	}
	if log.Version != "2.1.0" || len(log.Runs) != 1 || log.Runs[0].ColumnKind != "unicodeCodePoints" {
		t.Fatalf("%+v", log)
	}
	run := log.Runs[0]
	rules := run.Tool.Driver.Rules
	if len(rules) != len(Codes()) {
		t.Errorf("%d rules for %d codes", len(rules), len(Codes()))
	}
	for _, r := range rules {
		if r.ShortDescription.Text == "" || r.Help.Text == "" || r.DefaultConfiguration.Level == "" || strings.Contains(r.Help.Text+r.ShortDescription.Text, "%[") {
			t.Errorf("%+v", r)
		}
	}
	for i, r := range run.Results {
		if rules[r.RuleIndex].ID != r.RuleID || string(sample()[i].Code) != r.RuleID || r.PartialFingerprints["kepu/v1"] == "" || r.Message.Text == "" {
			t.Errorf("%+v", r)
		}
	}
	at := run.Results[1].Locations[0].PhysicalLocation
	if at.ArtifactLocation.URI != "a%20b/content/%E6%96%87,%E7%AB%A0:100%25.md" || at.Region.StartLine != 2 || at.Region.StartColumn != 1 {
		t.Errorf("%+v", at)
	}
	if len(run.Results[2].Locations) != 0 || run.Results[3].Locations[0].PhysicalLocation.Region != nil || run.Results[3].Level != "warning" {
		t.Errorf("%+v", run.Results[2:])
	}
	for p, want := range map[string]string{"a:b/c": "./a:b/c", "/s/a b": "file:///s/a%20b", "a#?": "a%23%3F"} {
		if got := fileURI(p); got != want {
			t.Errorf("%s: %s, want %s", p, got, want)
		}
	}
}

func TestGitLab(t *testing.T) {
	ds := append(sample(), sample()...) // each twice
	var got []struct {
		Description, Fingerprint, Severity string
		CheckName                          string `json:"check_name"`
		Location                           struct {
			Path  string
			Lines struct{ Begin int }
		}
	}
	if err := json.Unmarshal([]byte(printed(t, ds, PrintOptions{Format: "gitlab", Prefix: "s"})), &got); err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, g := range got {
		if g.Description == "" || g.CheckName == "" || len(g.Fingerprint) != 32 || g.Location.Path == "" || g.Location.Lines.Begin < 1 || seen[g.Fingerprint] {
			t.Errorf("%+v", g)
		}
		seen[g.Fingerprint] = true
	}
	if got[0].Severity != "major" || got[3].Severity != "minor" || got[0].Location.Path != "s/content/articles/a.md" || got[0].Location.Lines.Begin != 3 {
		t.Errorf("%+v", got)
	}
	moved := sample()
	moved[0].Pos.Line = 9
	if fingerprints(moved)[0] != fingerprints(sample())[0] {
		t.Error("the fingerprint changes when the line moves")
	}
}
