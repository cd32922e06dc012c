package diag

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"net/url"
	"path"
	"strconv"
	"strings"
)

// printGitHub writes a workflow command, which GitHub Actions shows at the
// line of the file.
func printGitHub(w io.Writer, d *Diagnostic, opt PrintOptions) {
	level := "error"
	if d.Severity() == Warning {
		level = "warning"
	}
	var props []string
	if f := opt.file(d); f != "" {
		props = append(props, "file="+githubProperty(visible(f)))
		if d.Pos.Line > 0 {
			props = append(props, "line="+strconv.Itoa(d.Pos.Line))
		}
		if d.Pos.Col > 0 {
			props = append(props, "col="+strconv.Itoa(d.Pos.Col))
		}
	}
	props = append(props, "title="+githubProperty("kepu: "+string(d.Code)))
	text := visible(d.Message(opt.Lang))
	if hint := d.Hint(opt.Lang); hint != "" {
		text += "\n" + visible(hint)
	}
	fmt.Fprintf(w, "::%s %s::%s\n", level, strings.Join(props, ","), githubText.Replace(text))
}

var (
	githubText  = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	githubValue = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

func githubProperty(s string) string { return githubValue.Replace(s) }

// A record is one diagnostic in the json format. The names of its members are
// part of the interface: they may be added to, not changed. The output is one
// array of them, in the order of Print.
type record struct {
	Code     Code   `json:"code"`
	Severity string `json:"severity"` // "error" or "warning"
	File     string `json:"file"`     // with slashes; "" if it concerns no file
	Line     int    `json:"line"`     // from 1; 0 if it concerns the whole file
	Column   int    `json:"column"`   // from 1, in Unicode characters; 0 if unknown
	Message  string `json:"message"`  // in the language asked for
	Hint     string `json:"hint,omitempty"`
	Suggest  string `json:"suggest,omitempty"` // what was probably meant, alone
	Source   string `json:"source,omitempty"`  // the line
}

func printJSON(w io.Writer, ds []Diagnostic, opt PrintOptions) error {
	records := make([]record, len(ds))
	for i := range ds {
		d := &ds[i]
		records[i] = record{d.Code, d.Severity().Word(English), opt.file(d), d.Pos.Line, d.Pos.Col, d.Message(opt.Lang), d.Hint(opt.Lang), d.Suggest, d.Source}
	}
	return encode(w, records)
}

func encode(w io.Writer, v any) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(v)
}

type gitlabIssue struct {
	Description string `json:"description"`
	CheckName   Code   `json:"check_name"`
	Fingerprint string `json:"fingerprint"`
	Severity    string `json:"severity"`
	Location    struct {
		Path  string `json:"path"`
		Lines struct {
			Begin int `json:"begin"`
		} `json:"lines"`
	} `json:"location"`
}

func printGitLab(w io.Writer, ds []Diagnostic, opt PrintOptions) error {
	issues := make([]gitlabIssue, len(ds))
	prints := fingerprints(ds)
	for i := range ds {
		d, g := &ds[i], &issues[i]
		g.Description, g.CheckName, g.Fingerprint = visible(d.Message(opt.Lang)), d.Code, prints[i]
		g.Severity = "major"
		if d.Severity() == Warning {
			g.Severity = "minor"
		}
		g.Location.Path = opt.file(d)
		if g.Location.Path == "" {
			g.Location.Path = "content" // the report must name something
		}
		g.Location.Lines.Begin = max(1, d.Pos.Line)
	}
	return encode(w, issues)
}

// fingerprints tell diagnostics apart whatever line they have moved to: by
// code, file, arguments and text of the line, and by count where all is equal.
func fingerprints(ds []Diagnostic) []string {
	seen := map[[32]byte]int{}
	out := make([]string, len(ds))
	for i := range ds {
		d := &ds[i]
		key := strings.Join(append([]string{string(d.Code), d.Pos.File, d.Source}, d.Args...), "\x00")
		h := sha256.Sum256([]byte(key))
		seen[h]++
		if n := seen[h]; n > 1 {
			h = sha256.Sum256(fmt.Appendf(nil, "%s\x00#%d", key, n))
		}
		out[i] = hex.EncodeToString(h[:16])
	}
	return out
}

// fileURI writes a path as a URI reference.
func fileURI(p string) string {
	u := url.URL{Path: p}
	if path.IsAbs(p) {
		u.Scheme = "file"
	}
	return u.String()
}
