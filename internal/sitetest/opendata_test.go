package sitetest

import (
	"bytes"
	"encoding/csv"
	"os"
	"path/filepath"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// sets are the files of open data, with how many rows of its table an item has.
var sets = map[string]func(item map[string]any) int{
	"events":        func(e map[string]any) int { return len(e["times"].([]any)) },
	"people":        func(map[string]any) int { return 1 },
	"organizations": func(map[string]any) int { return 1 },
	"places":        func(map[string]any) int { return 1 },
	"honours": func(h map[string]any) int {
		n := 0
		editions, _ := h["editions"].([]any)
		for _, e := range editions {
			n += max(1, len(e.(map[string]any)["laureates"].([]any)))
		}
		return max(1, n)
	},
}

// TestOpenData: the data keep to their own schemas, the tables hold a row for
// each item or each of its parts, and the linked data a thing for each item.
func TestOpenData(t *testing.T) {
	dir := filepath.Join(built(t).Dir, "data")
	for name, rowsOf := range sets {
		data := validated(t, dir, name)
		items, _ := data[name].([]any)
		ids, rows := map[any]bool{}, 0
		for _, item := range items {
			x := item.(map[string]any)
			if n := rowsOf(x); n == 0 || ids[x["id"]] {
				t.Errorf("%s: %v has %d rows, or is there twice", name, x["id"], n)
			}
			ids[x["id"]] = true
			rows += rowsOf(x)
		}
		if len(items) == 0 || data["version"] == nil {
			t.Errorf("%s: %d items, version %v", name, len(items), data["version"])
		}
		if n := tableRows(t, filepath.Join(dir, name+".csv")); n != rows {
			t.Errorf("%s: %d rows of %d", name, n, rows)
		}
		graph, _ := parsed(t, filepath.Join(dir, name+".jsonld")).(map[string]any)["@graph"].([]any)
		if len(graph) != len(items) {
			t.Errorf("%s: %d things for %d items", name, len(graph), len(items))
		}
	}
}

// validated reads a set and holds it to its schema.
func validated(t *testing.T, dir, name string) map[string]any {
	t.Helper()
	c := jsonschema.NewCompiler()
	if err := c.AddResource(name, parsed(t, filepath.Join(dir, name+".schema.json"))); err != nil {
		t.Fatal(err)
	}
	schema, err := c.Compile(name)
	if err != nil {
		t.Fatal(err)
	}
	data := parsed(t, filepath.Join(dir, name+".json"))
	if err := schema.Validate(data); err != nil {
		t.Error(err)
	}
	return data.(map[string]any)
}

func parsed(t *testing.T, path string) any {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		t.Fatal(path, err)
	}
	return v
}

// tableRows counts the rows of a table below its head.
func tableRows(t *testing.T, path string) int {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	table, bom := bytes.CutPrefix(text, []byte("\ufeff"))
	rows, err := csv.NewReader(bytes.NewReader(table)).ReadAll()
	if !bom || err != nil {
		t.Errorf("%s: byte order mark %v, %v", path, bom, err)
	}
	if bytes.Count(table, []byte("\n")) != bytes.Count(table, []byte("\r\n")) {
		t.Errorf("%s: a line does not end in CR LF", path)
	}
	return len(rows) - 1
}
