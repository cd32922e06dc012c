package theme

import (
	"io/fs"
	"reflect"
	"testing"
	"testing/fstest"

	"kepu/internal/artifact"
)

// A labelled value has its digest with it, as the cards of pages have.
type labelled struct {
	Name string
	sum  artifact.Digest
}

func (l *labelled) Digest() artifact.Digest { return l.sum }

// TestPieces: a value is drawn once, by the digest it has or by that of what
// is in it.
func TestPieces(t *testing.T) {
	layer := fstest.MapFS{
		baseTemplate:         {Data: []byte(`{{range .}}{{piece "one" $ .}}{{end}}`)},
		"templates/all.html": {Data: []byte(`{{define "main"}}{{end}}{{define "one"}}[{{.It.Name}}]{{end}}`)},
	}
	th, err := Load([]fs.FS{layer}, nil)
	if err != nil {
		t.Fatal(err)
	}
	d, err := th.drawers[drawerKey{"all", defaultLang}]()
	if err != nil {
		t.Fatal(err)
	}
	one, two := artifact.DigestOf("one"), artifact.DigestOf("two")
	for _, c := range []struct {
		want string
		data any
	}{
		{"[a][a][b]", []labelled{{"a", one}, {"taken for a", one}, {"b", two}}},
		{"[d][e]", []struct{ Name string }{{"d"}, {"e"}}},
	} {
		got, err := d.draw(nil, baseTemplate, c.data)
		if err != nil || string(got) != c.want {
			t.Errorf("%q, %v; want %q", got, err, c.want)
		}
	}
}

// TestHandle: a struct that lies in another is not copied.
func TestHandle(t *testing.T) {
	outer := &struct{ Inner labelled }{}
	if handle(reflect.ValueOf(outer).Elem().Field(0)) != any(&outer.Inner) {
		t.Error("a copy was handed on")
	}
	if handle(reflect.Value{}) != nil || handle(reflect.ValueOf(3)) != any(3) {
		t.Error("a plain value was not handed on as it is")
	}
}
