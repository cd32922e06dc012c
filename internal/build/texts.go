package build

import (
	"cmp"
	"encoding/binary"
	"sync/atomic"

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

	// The tree of the last build. A document is parsed once for many builds, and
	// must not keep the whole tree in which it was found.
	tree atomic.Pointer[source.Tree]
}

// parse reads a document. sum is the digest of its file where that is known,
// else zero; was is the document of the last build, nil if there was none.
func (t *texts) parse(doc source.Doc, set *content.Settings, sum artifact.Digest, was *parsed) *parsed {
	tree := t.tree.Load()
	var src []byte
	var unread *diag.Diagnostic
	if sum == (artifact.Digest{}) {
		if src, unread = tree.Text(doc.Path); unread != nil {
			return missing(doc, unread)
		}
		sum = artifact.DigestBytes(src)
	}
	if was != nil && was.Source == sum && was.Doc == doc {
		return was
	}
	opt := markdown.Options{TrustedHTML: set.Markdown.TrustedHTML, LineNumbers: set.Markdown.LineNumbers}
	p := &parsed{Document: site.Document{Doc: doc}}
	p.identify(sum, set, opt)
	if t.recall(p, set, opt) {
		return p
	}
	if src == nil {
		if src, unread = tree.Text(doc.Path); unread != nil {
			return missing(doc, unread)
		}
		p.identify(artifact.DigestBytes(src), set, opt)
	}
	t.read(p, src, set, opt)
	return p
}

// missing is an empty document in place of one that cannot be read, so that
// what refers to it is not called wrong.
func missing(doc source.Doc, why *diag.Diagnostic) *parsed {
	return &parsed{site.Document{Doc: doc, Data: content.NewData(doc.Kind), Text: &markdown.Doc{}}, []diag.Diagnostic{*why}}
}

// identify sets the digests of a document. They cover all that Parse is given:
// the language may stand in the text.
func (p *parsed) identify(sum artifact.Digest, set *content.Settings, opt markdown.Options) {
	p.Source = sum
	p.Digest = artifact.DigestOf(sum, opt, p.Doc.Lang, set.Language)
}

// keys name what the cache holds of a document: its front matter with all that
// the graph needs of its text, and the HTML.
func (t *texts) keys(p *parsed) (head, html cache.Key) {
	return cache.Key(artifact.DigestOf("head", t.program, p.Digest)), cache.Key(artifact.DigestOf("html", t.program, p.Digest))
}

// recall takes a document from the cache.
func (t *texts) recall(p *parsed, set *content.Settings, opt markdown.Options) bool {
	headKey, htmlKey := t.keys(p)
	head, ok := t.store.Get(headKey)
	if !ok || !t.store.Has(htmlKey) {
		return false
	}
	n, used := binary.Uvarint(head)
	if used <= 0 || n > uint64(len(head)-used) {
		return false
	}
	front, rest := head[used:used+int(n)], head[used+int(n):]
	text, err := markdown.Decode(rest)
	if err != nil {
		return false
	}
	p.Data, p.Pos, _, _, p.found = content.Decode(p.Kind, p.File(), front)
	p.Text, p.HTML = text, t.fetch(p, set, opt)
	p.report()
	return true
}

// read parses a document and gives it to the cache.
func (t *texts) read(p *parsed, src []byte, set *content.Settings, opt markdown.Options) {
	data, pos, body, line, found := content.Decode(p.Kind, p.File(), src)
	p.Data, p.Pos, p.found = data, pos, found
	opt.Lang = cmp.Or(p.Doc.Lang, data.Base().Language, set.Language)
	p.Text = markdown.Parse(body, line, opt)
	p.report()
	html := p.Text.HTML
	p.Text.HTML, p.Text.Text = "", "" // as Decode gives it

	headKey, htmlKey := t.keys(p)
	front := src[:len(src)-len(body)]
	head := append(binary.AppendUvarint(nil, uint64(len(front))), front...)
	if t.store.Put(htmlKey, []byte(html)) && t.store.Put(headKey, append(head, p.Text.Encode()...)) {
		p.HTML = t.fetch(p, set, opt)
	} else {
		p.HTML = func() (string, error) { return html, nil }
	}
}

// report turns the problems of the text into diagnostics.
func (p *parsed) report() {
	for _, problem := range p.Text.Problems {
		at := diag.Pos{File: p.File(), Line: problem.Line, Col: problem.Col}
		p.found = append(p.found, diag.New(diag.Code(problem.Kind), at, problem.Arg))
	}
}

// fetch is the way to the HTML of a document that the cache has, or should the
// cache have lost it, to parsing it once more.
func (t *texts) fetch(of *parsed, set *content.Settings, opt markdown.Options) func() (string, error) {
	p := &parsed{Document: of.Document}
	p.Pos, p.HTML = nil, nil // the way is kept as long as the site
	return func() (string, error) {
		_, key := t.keys(p)
		if html, ok := t.store.Get(key); ok {
			return string(html), nil
		}
		src, unread := t.tree.Load().Text(p.Path)
		if unread != nil {
			return "", &unreadable{*unread}
		}
		if artifact.DigestBytes(src) != p.Source {
			return "", changed(p.File())
		}
		again := parsed{Document: p.Document}
		new(texts).read(&again, src, set, opt)
		return again.HTML()
	}
}

// changed is the error of a file that is not any more what was read of it.
func changed(file string) error { return &unreadable{diag.New(diag.Changed, diag.Pos{File: file})} }

// unreadable carries a diagnostic through an artifact's render function.
type unreadable struct{ d diag.Diagnostic }

func (u *unreadable) Error() string { return u.d.Pos.File + ": " + u.d.Message(diag.English) }
