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
		label = w.numbered(name)
	}
	w.say(bracketed(label, n.Text), "", 0)
	w.end()
}

// numbered is what plain text calls a picture by the name of its file: 图 03.
func (w *writer) numbered(name string) string {
	return w.words.picture + " " + strings.TrimSuffix(path.Base(name), path.Ext(name))
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
// it. Plain text has it in words, behind the mark of the picture: an editor who
// follows the marks misses none.
func (w *writer) formula(n *prose.Node) {
	words, mark := formula.Text(n.Text), ""
	if rich, ok := formula.HTML(n.Text); ok {
		w.tag("<p>", rich, "</p>\n")
	} else if name := w.album.Formula(n); name != "" {
		w.tag(img(name, words))
		mark = bracketed(w.numbered(name), "")
	} else {
		w.tag("<p>", html.EscapeString(words), "</p>\n")
	}
	w.say(mark, words, 0)
	w.end()
}
