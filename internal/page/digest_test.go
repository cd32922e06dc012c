package page

import (
	"fmt"
	"reflect"
	"testing"

	"kepu/internal/artifact"
)

// byHand are the fields that no digest covers, and what stands for each.
var byHand = map[string]string{
	"View.JSONLD":    "View.data",
	"Chrome.Strings": "the theme's digest",
	"Body.HTML":      "Body.Digest",

	"ScientistView.LifeChart": "ScientistView.life",
	"ScientistView.Lineage":   "ScientistView.kin",
	"MapView.Drawing":         "MapView.sketch",
	"MapView.Note":            "MapView.sketch",
	"RouteView.Drawing":       "RouteView.sketch",
	"RouteView.Note":          "RouteView.sketch",
}

// TestEveryFieldCounts changes each field that a template can show, one by one,
// and looks whether the digest notices.
func TestEveryFieldCounts(t *testing.T) {
	for _, main := range []any{
		&HomeView{}, &ArticleView{}, &EventView{}, &ScientistView{}, &OrganizationView{}, &PlaceView{}, &SeriesView{}, &PageView{},
		&ListView{}, &TermsView{}, &AgendaView{}, &MonthView{}, &YearView{}, &SubscribeView{}, &DataView{}, &NotFoundView{},
		&PeopleView{}, &SpeakersView{}, &DirectoryView{}, &SubtreeView{}, &HonourEntryView{}, &MapView{}, &RouteView{}, &IssueView{}, &ReadersView{},
	} {
		t.Run(fmt.Sprintf("%T", main), func(t *testing.T) {
			v := &View{Main: main}
			fill(reflect.ValueOf(v).Elem(), map[reflect.Type]int{})
			fill(reflect.ValueOf(main).Elem(), map[reflect.Type]int{})
			c := changer{t: t, view: v, seen: map[string]bool{}}
			c.digest = artifact.DigestOf(v)
			c.walk(reflect.ValueOf(v).Elem(), "View")
			if len(c.seen) < 20 {
				t.Errorf("only %d fields were changed", len(c.seen))
			}
		})
	}
}

// fill puts something into every pointer and slice, and a type into itself once.
func fill(v reflect.Value, open map[reflect.Type]int) {
	switch v.Kind() {
	case reflect.Struct:
		if open[v.Type()]++; open[v.Type()] > 2 {
			return
		}
		defer func() { open[v.Type()]-- }()
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				fill(v.Field(i), open)
			}
		}
	case reflect.Pointer:
		if open[v.Type().Elem()] > 0 {
			return
		}
		v.Set(reflect.New(v.Type().Elem()))
		fill(v.Elem(), open)
	case reflect.Slice:
		if open[v.Type().Elem()] > 1 {
			return
		}
		v.Set(reflect.MakeSlice(v.Type(), 1, 1))
		fill(v.Index(0), open)
	}
}

// A changer changes a view at one place after the other.
type changer struct {
	t      *testing.T
	view   *View
	digest artifact.Digest
	seen   map[string]bool
}

func (c *changer) walk(v reflect.Value, path string) {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			f := v.Type().Field(i)
			name := v.Type().Name() + "." + f.Name
			if !f.IsExported() {
				continue
			}
			if covered := f.Tag.Get("digest") == "-"; covered != (byHand[name] != "") {
				c.t.Errorf("%s: left out of the digest: %v; what stands for it: %q", name, covered, byHand[name])
			} else if !covered {
				c.walk(v.Field(i), path+"."+f.Name)
			}
		}
	case reflect.Pointer, reflect.Slice:
		if v.IsNil() {
			return // a heading in a heading in a heading
		}
		old := reflect.ValueOf(v.Interface())
		c.try(path+" = nil", func() { v.SetZero() }, func() { v.Set(old) })
		if v.Kind() == reflect.Pointer {
			c.walk(v.Elem(), path)
			return
		}
		c.walk(v.Index(0), path+"[0]")
		c.try(path+" longer", func() { v.Set(reflect.Append(old, old.Index(0))) }, func() { v.Set(old) })
	case reflect.Interface: // Main, which holds a pointer
		c.walk(v.Elem().Elem(), path)
	case reflect.String:
		c.try(path, func() { v.SetString("x") }, v.SetZero)
	case reflect.Bool:
		c.try(path, func() { v.SetBool(true) }, v.SetZero)
	case reflect.Int:
		c.try(path, func() { v.SetInt(7) }, v.SetZero)
	case reflect.Array: // a digest
		c.try(path, func() { v.Index(3).SetUint(7) }, v.SetZero)
	default:
		c.t.Fatalf("%s is a %v: nothing that a view may hold", path, v.Kind())
	}
}

// try changes the view, looks and takes the change back.
func (c *changer) try(path string, change, back func()) {
	c.seen[path] = true
	change()
	if artifact.DigestOf(c.view) == c.digest {
		c.t.Errorf("%s changes, the digest does not", path)
	}
	back()
	if artifact.DigestOf(c.view) != c.digest {
		c.t.Fatalf("%s: the change was not taken back", path)
	}
}
