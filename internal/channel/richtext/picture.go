package richtext

import (
	"html"
	"path"
	"strings"

	"kepu/internal/formula"
	"kepu/internal/prose"
)

func (w *writer) images(list []*prose.Node) {
	for _, n := range list {
		w.image(n)
	}
}

// image shows a picture, or says what it shows where there is none. Plain text
// tells which one belongs there: it is called as its file is.
func (w *writer) image(n *prose.Node) {
	name := w.album.Image(n)
	label := w.words.picture
	if name == "" {
		w.tag("<p>", html.EscapeString(bracketed(label, n.Text)), "</p>\n")
	} else {
		w.tag(img(name, n.Text))
		label += " " + strings.TrimSuffix(path.Base(name), path.Ext(name))
	}
	w.say(bracketed(label, n.Text), "", 0)
	w.end()
}

func bracketed(label, text string) string {
	if text != "" {
		label += "：" + text
	}
	return "［" + label + "］"
}

func img(name, alt string) string {
	return `<p><img src="` + name + `" alt="` + html.EscapeString(alt) + "\"></p>\n"
}

// formula writes a formula that stands alone, as a picture if a line cannot have
// it.
func (w *writer) formula(n *prose.Node) {
	words := formula.Text(n.Text)
	w.say("", words, 0)
	w.end()
	if rich, ok := formula.HTML(n.Text); ok {
		w.tag("<p>", rich, "</p>\n")
	} else if name := w.album.Formula(n); name != "" {
		w.tag(img(name, words))
	} else {
		w.tag("<p>", html.EscapeString(words), "</p>\n")
	}
}
