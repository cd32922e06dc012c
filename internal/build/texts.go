package build

import (
	"cmp"
	"errors"
	"slices"

	"kepu/internal/artifact"
	"kepu/internal/cache"
	"kepu/internal/content"
	"kepu/internal/diag"
	"kepu/internal/markdown"
	"kepu/internal/site"
	"kepu/internal/source"
)

// A parsed document, with what there is to say about it.
type parsed struct {
	site.Document
	found []diag.Diagnostic
}

// texts parses documents. A body that an earlier build has parsed, with the same
// bytes under the same options and by the same program, it takes from the cache.
//
// The HTML of all bodies is most of what a site is made of, and the graph needs
// none of it: it goes to the cache at once and comes back when its page is
// rendered.
type texts struct {
	store   *cache.Cache
	program string
	lasting bool // the cache is there for the next build as well
}

// parse reads a document. was is the document of the last build, nil if there
// was none.
func (t texts) parse(tree *source.Tree, doc source.Doc, set *content.Settings, was *parsed) *parsed {
	src, d := tree.Text(doc.Path)
	if d != nil {
		// An empty one takes its place, so that what refers to it is not called wrong.
		empty := site.Document{Doc: doc, Data: content.NewData(doc.Kind), Text: &markdown.Doc{}}
		return &parsed{empty, []diag.Diagnostic{*d}}
	}
	sum := artifact.DigestBytes(src)
	if was != nil && was.Source == sum && was.Doc == doc {
		return was
	}
	data, pos, body, line, found := content.Decode(doc.Kind, doc.File(), src)
	if data == nil {
		return &parsed{site.Document{Doc: doc}, found}
	}
	opt := markdown.Options{
		TrustedHTML: set.Markdown.TrustedHTML,
		LineNumbers: set.Markdown.LineNumbers,
		Lang:        cmp.Or(doc.Lang, data.Base().Language, set.Language),
	}
	p := &parsed{found: found, Document: site.Document{
		Doc: doc, Data: data, Pos: pos, Source: sum, Digest: artifact.DigestOf(sum, opt),
	}}
	p.Text, p.HTML = t.body(tree, p.Document, body, line, opt)
	for _, problem := range p.Text.Problems {
		at := diag.Pos{File: doc.File(), Line: problem.Line, Col: problem.Col}
		p.found = append(p.found, diag.New(diag.Code(problem.Kind), at, problem.Arg))
	}
	return p
}

// body parses a body, or finds it parsed, and gives what the graph needs of it
// and a way to its HTML.
func (t texts) body(tree *source.Tree, doc site.Document, body []byte, line int, opt markdown.Options) (*markdown.Doc, func() (string, error)) {
	head := cache.Key(artifact.DigestOf("head", t.program, doc.Digest, line))
	rest := cache.Key(artifact.DigestOf("html", t.program, doc.Digest, line))
	fetch := func() (string, error) {
		if html, ok := t.store.Get(rest); ok {
			return string(html), nil
		}
		return again(tree, doc, opt)
	}
	if b, ok := t.store.Get(head); ok && t.store.Has(rest) {
		if text, err := markdown.Decode(b); err == nil {
			return text, fetch
		}
	}
	text := markdown.Parse(body, line, opt)
	html := text.HTML
	if t.store.Put(rest, []byte(html)) && t.store.Put(head, text.Encode()) {
		text = slim(text)
		return text, fetch
	}
	text = slim(text)
	return text, func() (string, error) { return html, nil }
}

// slim is the text as Decode gives it.
func slim(text *markdown.Doc) *markdown.Doc {
	text.HTML, text.Text = "", ""
	return text
}

// again parses a body once more, when the cache has lost it since.
func again(tree *source.Tree, doc site.Document, opt markdown.Options) (string, error) {
	src, d := tree.Text(doc.Path)
	if d != nil {
		return "", &unreadable{*d}
	}
	if artifact.DigestBytes(src) != doc.Source {
		return "", errors.New(doc.File() + " changed while the site was built")
	}
	_, _, body, line, _ := content.Decode(doc.Kind, doc.File(), slices.Clone(src))
	return markdown.Parse(body, line, opt).HTML, nil
}

// unreadable carries a diagnostic through an artifact's render function.
type unreadable struct{ d diag.Diagnostic }

func (u *unreadable) Error() string { return u.d.Pos.File + ": " + u.d.Message(diag.English) }
