package markdown

import (
	"strings"
	"sync"

	"github.com/alecthomas/chroma/v2"
	"github.com/alecthomas/chroma/v2/lexers"
	"github.com/yuin/goldmark/ast"
)

const (
	maxHighlight = 200_000 // bytes of a block that are worth colouring
	maxLexers    = 500     // names that are remembered
)

func renderCodeBlock(p *page, n ast.Node, entering bool) ast.WalkStatus {
	if entering {
		p.str(`<pre class="chroma" tabindex="0"><code>`)
		p.esc(p.codeText(n))
		p.str("</code></pre>\n")
	}
	return ast.WalkContinue
}

func renderFencedCodeBlock(p *page, node ast.Node, entering bool) ast.WalkStatus {
	if !entering {
		return ast.WalkContinue
	}
	n := node.(*ast.FencedCodeBlock)
	o := p.codeOptions(n)
	p.str(`<pre class="chroma`)
	if o.numbers {
		p.str(" linenos")
	}
	p.str(`" tabindex="0"><code`)
	if o.lang != "" {
		p.str(Attr("class", "language-"+o.lang))
	}
	p.str(">")
	w := codeWriter{page: p, codeOptions: o, wrap: o.numbers || o.marked != nil}
	code := p.codeText(n)
	start := len(p.buf)
	if !colour(o.lang, code, w.token) {
		p.buf = p.buf[:start] // half a highlighted block is none
		w = codeWriter{page: p, codeOptions: o, wrap: w.wrap}
		w.token("", code)
	}
	w.endLine()
	p.str("</code></pre>\n")
	return ast.WalkContinue
}

func (t *tree) codeText(n ast.Node) string {
	var b strings.Builder
	for i := range n.Lines().Len() {
		line := n.Lines().At(i)
		b.Write(line.Value(t.src))
	}
	return b.String()
}

// A codeWriter writes tokens with as few elements as show the colours, each within its line where
// lines are elements. Numbers are a matter of style, so that they are not copied with the code.
type codeWriter struct {
	*page
	codeOptions
	wrap   bool
	inLine bool
	line   int
	class  string // of the span that is open
}

// colour hands the parts of code to yield, each with its class. It is false where there is no lexer,
// the code is too long, or the lexer fails, as those of chroma do by panicking.
func colour(lang, code string, yield func(class, s string)) (ok bool) {
	if lang == "" || len(code) > maxHighlight {
		return false
	}
	lexer := lexerFor(lang)
	if lexer == nil {
		return false
	}
	defer func() { ok = recover() == nil && ok }()
	left := len(code)
	lexer(code, func(t chroma.Token) {
		v := t.Value
		if len(v) > left { // a line break that the lexer added
			v = v[:left]
		}
		left -= len(v)
		yield(tokenClass(t.Type), v)
	})
	return left == 0
}

func (w *codeWriter) token(class, s string) {
	if strings.Trim(s, " ") == "" {
		class = w.class // blanks have no colour
	}
	for s != "" {
		if w.wrap && !w.inLine {
			w.startLine()
		}
		part := s
		end := w.wrap && strings.IndexByte(s, '\n') >= 0
		if end {
			part = s[:strings.IndexByte(s, '\n')]
		}
		s = s[len(part):]
		if part != "" {
			w.span(class)
			w.esc(part)
		}
		if end {
			w.endLine()
			w.str("\n")
			s = s[1:]
		}
	}
}

func (w *codeWriter) span(class string) {
	if class == w.class {
		return
	}
	if w.class != "" {
		w.str("</span>")
	}
	if class != "" {
		w.str(`<span class="`, class, `">`)
	}
	w.class = class
}

func (w *codeWriter) startLine() {
	w.inLine = true
	w.line++
	for _, r := range w.marked {
		if w.line >= r[0] && w.line <= r[1] {
			w.str(`<span class="line hl">`)
			return
		}
	}
	w.str(`<span class="line">`)
}

func (w *codeWriter) endLine() {
	w.span("")
	if w.inLine {
		w.str("</span>")
		w.inLine = false
	}
}

var lexerCache struct {
	sync.RWMutex
	byName map[string]lexer // nil for names that have none
}

// lexerFor finds the lexer that a block names. Looking one up is slower than lexing a short block.
func lexerFor(name string) lexer {
	c := &lexerCache
	c.RLock()
	l, known := c.byName[name]
	full := len(c.byName) >= maxLexers
	c.RUnlock()
	if known || full || len(name) > 40 {
		return l
	}
	if found := lexers.Get(name); found != nil {
		l = newLexer(found)
	}
	c.Lock()
	defer c.Unlock()
	if c.byName == nil {
		c.byName = map[string]lexer{}
	}
	c.byName[name] = l
	return l
}
