// Package themes has the looks that an article on WeChat can have: ordinary
// style sheets for the classes that package wechat gives to the parts of a text.
package themes

import (
	"embed"
	"slices"
	"sync"

	"kepu/internal/channel"
	"kepu/internal/channel/wechat/inline"
)

// A Theme is a look.
type Theme struct {
	Name  string // as settings call it: "lake"
	Title channel.Text
	Sheet *inline.Sheet
}

// Default is the theme of those who ask for none.
const Default = "lake"

//go:embed *.css
var files embed.FS

var titles = [...]Theme{
	{Name: Default, Title: channel.Text{Zh: "天池", En: "Heaven Lake"}},
	{Name: "plain", Title: channel.Text{Zh: "素", En: "Plain"}},
	{Name: "soil", Title: channel.Text{Zh: "黑土", En: "Black soil"}},
	{Name: "ice", Title: channel.Text{Zh: "冰雪", En: "Ice"}},
}

// Names lists the themes by name, the default one first.
func Names() []string {
	var names []string
	for _, t := range titles {
		names = append(names, t.Name)
	}
	return names
}

var all = sync.OnceValue(func() []Theme {
	list := slices.Clone(titles[:])
	for i := range list {
		sheet, err := inline.Parse([]byte(Source(list[i].Name)))
		if err != nil {
			panic(list[i].Name + ".css: " + err.Error()) // a mistake in this folder, which its test finds
		}
		list[i].Sheet = sheet
	}
	return list
})

// Source is the style sheet of a theme.
func Source(name string) string { return read("common.css") + read(name+".css") }

func read(name string) string {
	b, err := files.ReadFile(name)
	if err != nil {
		panic(err) // it is embedded, or there is no such theme
	}
	return string(b)
}

// All lists the themes, the default one first.
func All() []Theme { return all() }

// Find gives the theme with a name.
func Find(name string) (theme Theme, ok bool) {
	for _, t := range all() {
		if t.Name == name {
			return t, true
		}
	}
	return Theme{}, false
}
