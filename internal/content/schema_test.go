package content

import (
	"bytes"
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"gopkg.in/yaml.v3"

	"kepu/internal/diag"
)

func compileSchema(t *testing.T, kind Kind) *jsonschema.Schema {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(Schema(kind)))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("kepu.json", doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("kepu.json") // also checks it against draft-07
	if err != nil {
		t.Fatalf("%s: %v", kind, err)
	}
	return s
}

// asJSON is what an editor's YAML 1.2 support makes of a node.
func asJSON(n *yaml.Node) any {
	switch n.Kind {
	case yaml.MappingNode:
		m := map[string]any{}
		for i := 0; i+1 < len(n.Content); i += 2 {
			m[n.Content[i].Value] = asJSON(n.Content[i+1])
		}
		return m
	case yaml.SequenceNode:
		l := []any{}
		for _, c := range n.Content {
			l = append(l, asJSON(c))
		}
		return l
	}
	switch n.Tag {
	case "!!null":
		return nil
	case "!!bool":
		return strings.EqualFold(n.Value, "true")
	case "!!int", "!!float":
		if x, err := strconv.ParseFloat(n.Value, 64); err == nil && !math.IsInf(x, 0) && !math.IsNaN(x) {
			if json.Valid([]byte(n.Value)) {
				return json.Number(n.Value)
			}
			return x
		}
	}
	return n.Value
}

func frontOf(kind string, src []byte) []byte {
	if Kind(kind) == SiteSettings {
		return src
	}
	front, _, _, _, _ := Split(src)
	return front
}

func TestSchemaAcceptsValid(t *testing.T) {
	files, _ := filepath.Glob("testdata/valid/*")
	for _, f := range files {
		src, _ := os.ReadFile(f)
		kind, _, _ := strings.Cut(strings.TrimSuffix(strings.TrimSuffix(filepath.Base(f), ".md"), ".yaml"), "-")
		root, err := parseYAML(frontOf(kind, src))
		if err != nil {
			t.Fatal(err)
		}
		if err := compileSchema(t, Kind(kind)).Validate(asJSON(root)); err != nil {
			t.Errorf("%s: %v", f, err)
		}
	}
}

// structural are the codes a schema can find; the rest is for Decode alone.
var structural = map[diag.Code]bool{
	diag.BadFormat: true, diag.BadURL: true, diag.BadDate: true,
	diag.UnknownField: true, diag.MissingField: true, diag.EmptyField: true, diag.WrongType: true, diag.BadValue: true, diag.OutOfRange: true, diag.NotAMapping: true,
}

// beyond are cases that a schema cannot tell from sound ones.
var beyond = map[string]bool{
	"int-octal": true, // an editor reads 010 as 10
	"int-huge":  true, // numbers have no end in JSON

	"two-line-title": true, "isbn": true, "impossible-date": true, // beyond patterns
	"an-hour-that-never-was": true, "rule-of-ages-ago": true, "hours-backwards": true, "hours-nonsense": true, "hours-overlap": true, "hours-past-midnight": true, "hours-all-day": true, "hours-24": true,
	"hours-in-words": true, "hours-lines-overlap": true, "season-hours-wrong": true, "season-hours-overlap": true,
}

func TestSchemaAgreesWithDecode(t *testing.T) {
	compared, schemas := 0, map[string]*jsonschema.Schema{}
	for _, c := range brokenCases(t) {
		if schemas[c.kind] == nil {
			schemas[c.kind] = compileSchema(t, Kind(c.kind))
		}
		src := c.bytes()
		root, err := parseYAML(frontOf(c.kind, src))
		if err != nil || root == nil || beyond[c.name] {
			continue
		}
		_, _, ds := decodeAny(c.kind, src)
		wrong := false
		for _, d := range ds {
			wrong = wrong || structural[d.Code]
		}
		if !wrong {
			continue
		}
		compared++
		if err := schemas[c.kind].Validate(asJSON(root)); err == nil {
			t.Errorf("%s: the schema accepts\n%s\nthough\n%s", c.name, c.src, listing(ds))
		}
	}
	if compared < 40 {
		t.Errorf("only %d cases compared", compared)
	}
}

func TestSchemaIsStable(t *testing.T) {
	for _, k := range append([]Kind{SiteSettings}, Kinds...) {
		if !bytes.Equal(Schema(k), Schema(k)) {
			t.Errorf("%s differs from one call to the next", k)
		}
	}
	if Schema("nonsense") != nil || Skeleton("nonsense", "a", "2026-05-30", diag.Chinese) != nil {
		t.Error("there is no kind nonsense")
	}
}

// TestTags wants every field to have a doc in both languages and an example
// that Decode takes.
func TestTags(t *testing.T) {
	for typ, p := range plans() {
		for _, f := range p.fields {
			if f.zh == "" || f.en == "" {
				t.Errorf("%s.%s: doc lacks a language", typ, f.key)
			}
			if f.key == "" || f.key != strings.ToLower(f.key) {
				t.Errorf("%s: odd key %q", typ, f.key)
			}
		}
	}
}
