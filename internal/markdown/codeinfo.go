package markdown

import (
	"bytes"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// codeOptions are what the info string of a block says: ```go {linenos=true, hl_lines=[1,"3-4"]}
type codeOptions struct {
	lang    string
	numbers bool
	marked  [][2]int // first and last line of each range, counted from 1
}

func (t *tree) codeOptions(n *ast.FencedCodeBlock) codeOptions {
	o := codeOptions{numbers: t.opt.LineNumbers}
	if n.Info == nil {
		return o
	}
	info := n.Info.Segment.Value(t.src)
	lang, attrs := info, []byte(nil)
	if i := bytes.IndexByte(info, '{'); i >= 0 {
		lang, attrs = info[:i], info[i:]
	}
	if f := bytes.Fields(unescape(lang)); len(f) > 0 {
		o.lang = string(f[0])
	}
	if attrs == nil {
		return o
	}
	off := n.Info.Segment.Start + len(lang)
	list, ok := parser.ParseAttributes(text.NewReader(attrs))
	if !ok {
		t.report(off, BadCodeOption, string(attrs))
		return o
	}
	for _, a := range list {
		switch v := a.Value.(type) {
		case bool:
			if ok = string(a.Name) == "linenos"; ok {
				o.numbers = v
			}
		case []any:
			if ok = string(a.Name) == "hl_lines"; ok {
				o.marked, ok = lineRanges(v)
			}
		default:
			ok = false
		}
		if !ok {
			t.report(off, BadCodeOption, string(a.Name))
		}
	}
	return o
}

// lineRanges reads 3, "3" and "3-5".
func lineRanges(list []any) (out [][2]int, ok bool) {
	for _, v := range list {
		switch v := v.(type) {
		case float64:
			out = append(out, [2]int{int(v), int(v)})
		case []byte:
			a, b, found := strings.Cut(string(v), "-")
			if !found {
				b = a
			}
			first, err1 := strconv.Atoi(strings.TrimSpace(a))
			last, err2 := strconv.Atoi(strings.TrimSpace(b))
			if err1 != nil || err2 != nil {
				return nil, false
			}
			out = append(out, [2]int{first, last})
		default:
			return nil, false
		}
		if r := out[len(out)-1]; r[0] < 1 || r[1] < r[0] {
			return nil, false
		}
	}
	return out, true
}
