package pack_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"kepu/internal/channel/pack"
)

// validate holds a manifest against the schema, in which for this no field may be
// missing that a manifest has.
func validate(t *testing.T, raw []byte) {
	t.Helper()
	if err := validator(t).Validate(parsed(t, raw)); err != nil {
		t.Errorf("%v\n%s", err, raw)
	}
}

func validator(t *testing.T) *jsonschema.Schema {
	t.Helper()
	closed := bytes.ReplaceAll(pack.Schema(), []byte(`"type": "object",`), []byte(`"type": "object", "additionalProperties": false,`))
	c := jsonschema.NewCompiler()
	if err := c.AddResource("manifest.schema.json", parsed(t, closed)); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("manifest.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func parsed(t *testing.T, raw []byte) any {
	t.Helper()
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// TestSchema: the schema refuses what is no manifest, and gives a copy of itself.
func TestSchema(t *testing.T) {
	raw := string(file(make1(t, ordinary(), job()), "manifest.json").Data)
	for was, is := range map[string]string{
		`"level":"near"`:        `"level":"over"`,
		`"standing":"official"`: `"standing":"hearsay"`,
		`"version":1`:           `"version":2`,
		`"sha256":"`:            `"sha256":"x`,
		`"name":"text.txt"`:     `"name":"../text.txt"`,
		`"slug":`:               `"slag":`,
		`"of":`:                 `"off":`,
	} {
		if validator(t).Validate(parsed(t, []byte(strings.Replace(raw, was, is, 1)))) == nil {
			t.Errorf("%s passes", is)
		}
	}
	pack.Schema()[0] = 'x'
	if pack.Schema()[0] != '{' {
		t.Error("the schema can be changed")
	}
}
