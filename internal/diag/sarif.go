package diag

import "io"

// The part of SARIF 2.1.0 (OASIS standard) that kepu has something to say in.
type (
	sarifLog struct {
		Schema  string     `json:"$schema"`
		Version string     `json:"version"`
		Runs    []sarifRun `json:"runs"`
	}
	sarifRun struct {
		Tool       sarifTool     `json:"tool"`
		ColumnKind string        `json:"columnKind"`
		Results    []sarifResult `json:"results"`
	}
	sarifTool struct {
		Driver sarifDriver `json:"driver"`
	}
	sarifDriver struct {
		Name  string      `json:"name"`
		Rules []sarifRule `json:"rules"`
	}
	sarifRule struct {
		ID      Code         `json:"id"`
		Short   sarifText    `json:"shortDescription"`
		Help    sarifText    `json:"help"`
		Default sarifDefault `json:"defaultConfiguration"`
	}
	sarifDefault struct {
		Level string `json:"level"`
	}
	sarifText struct {
		Text string `json:"text"`
	}
	sarifResult struct {
		RuleID    Code              `json:"ruleId"`
		RuleIndex int               `json:"ruleIndex"`
		Level     string            `json:"level"`
		Message   sarifText         `json:"message"`
		Locations []sarifLocation   `json:"locations,omitempty"`
		Prints    map[string]string `json:"partialFingerprints"`
	}
	sarifLocation struct {
		Physical sarifPhysical `json:"physicalLocation"`
	}
	sarifPhysical struct {
		Artifact sarifArtifact `json:"artifactLocation"`
		Region   *sarifRegion  `json:"region,omitempty"`
	}
	sarifArtifact struct {
		URI string `json:"uri"`
	}
	sarifRegion struct {
		StartLine   int `json:"startLine"`
		StartColumn int `json:"startColumn,omitempty"`
	}
)

// printSARIF writes a log with every code as a rule, so that rules do not come
// and go with the state of the content.
func printSARIF(w io.Writer, ds []Diagnostic, opt PrintOptions) error {
	run := sarifRun{ColumnKind: "unicodeCodePoints", Results: make([]sarifResult, len(ds))}
	run.Tool.Driver.Name = "kepu"
	index := map[Code]int{}
	for i, c := range Codes() {
		d := New(c, Pos{})
		text, hint := d.general(opt.Lang)
		if hint == "" {
			hint = text
		}
		index[c] = i
		run.Tool.Driver.Rules = append(run.Tool.Driver.Rules, sarifRule{c, sarifText{text}, sarifText{hint}, sarifDefault{d.Severity().Word(English)}})
	}
	prints := fingerprints(ds)
	for i := range ds {
		d := &ds[i]
		text := visible(d.Message(opt.Lang))
		if hint := d.Hint(opt.Lang); hint != "" {
			text += "\n" + visible(hint)
		}
		r := sarifResult{d.Code, ruleIndex(index, d.Code), d.Severity().Word(English), sarifText{text}, nil, map[string]string{"kepu/v1": prints[i]}}
		if f := opt.file(d); f != "" {
			at := sarifPhysical{Artifact: sarifArtifact{fileURI(f)}}
			if d.Pos.Line > 0 {
				at.Region = &sarifRegion{d.Pos.Line, d.Pos.Col}
			}
			r.Locations = []sarifLocation{{at}}
		}
		run.Results[i] = r
	}
	return encode(w, sarifLog{"https://json.schemastore.org/sarif-2.1.0.json", "2.1.0", []sarifRun{run}})
}

// ruleIndex is -1, which SARIF takes for “not given”, for a code without rule.
func ruleIndex(index map[Code]int, c Code) int {
	if i, ok := index[c]; ok {
		return i
	}
	return -1
}
