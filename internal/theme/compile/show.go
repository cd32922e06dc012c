package compile

import (
	"bytes"
	"html/template"
	"reflect"
	"strconv"
	"strings"
	"sync"
	"text/template/parse"
)

// escapers takes from a pipeline the escapers that html/template put at its end.
func escapers(cmds []*parse.CommandNode) (rest []*parse.CommandNode, chain []string) {
	n := len(cmds)
	for ; n > 0 && len(cmds[n-1].Args) == 1; n-- {
		id, ok := cmds[n-1].Args[0].(*parse.IdentifierNode)
		if !ok || !strings.HasPrefix(id.Ident, "_html_template_") {
			break
		}
		chain = append([]string{id.Ident}, chain...)
	}
	if len(chain) == 0 {
		panic(giveUp{})
	}
	return cmds[:n], chain
}

// A show appends a value as its place in the document asks.
type show func(s *state, v reflect.Value)

// shower gives what applies a chain of escapers. The usual chains are written
// here for text and integers; all else goes to html/template's own escapers.
func shower(chain []string) show {
	rare := foreign(chain)
	text := usual[strings.ReplaceAll(strings.Join(chain, " "), "_html_template_", "")]
	if text == nil {
		return rare
	}
	return func(s *state, v reflect.Value) {
		done := false
		switch {
		case v.Kind() == reflect.String:
			done = text(s, v.String(), v.Type())
		case v.IsValid() && v.Type() == intType:
			done = text(s, strconv.FormatInt(v.Int(), 10), stringType)
		}
		if !done {
			rare(s, v)
		}
	}
}

var (
	intType    = reflect.TypeFor[int]()
	stringType = reflect.TypeFor[string]()
	htmlType   = reflect.TypeFor[template.HTML]()
	jsType     = reflect.TypeFor[template.JS]()
	urlType    = reflect.TypeFor[template.URL]()
)

// usual has the chains of escapers that pages are made of. Each shows text of
// the types that it knows, and tells whether it did.
var usual = map[string]func(s *state, text string, typ reflect.Type) bool{
	"htmlescaper": func(s *state, text string, typ reflect.Type) bool {
		switch typ {
		case stringType:
			s.text(text)
		case htmlType:
			s.out = append(s.out, text...)
		default:
			return false
		}
		return true
	},
	"rcdataescaper": characters,
	"attrescaper":   characters,
	"jsvalescaper": func(s *state, text string, typ reflect.Type) bool {
		if typ != jsType {
			return false
		}
		s.out = append(s.out, text...)
		return true
	},
	"urlfilter urlnormalizer attrescaper": func(s *state, text string, typ reflect.Type) bool {
		if typ != urlType && (typ != stringType || !harmless(text)) {
			return false
		}
		s.address(text, true)
		return true
	},
	"urlnormalizer attrescaper": func(s *state, text string, typ reflect.Type) bool {
		if typ != stringType && typ != urlType {
			return false
		}
		s.address(text, true)
		return true
	},
	"urlescaper attrescaper": func(s *state, text string, typ reflect.Type) bool {
		if typ != stringType && typ != urlType {
			return false
		}
		s.address(text, typ == urlType)
		return true
	},
}

// characters shows text where there can be no tags.
func characters(s *state, text string, typ reflect.Type) bool {
	if typ != stringType {
		return false
	}
	s.text(text)
	return true
}

func (s *state) text(t string) {
	done := 0
	for i := range len(t) {
		if ref := references[t[i]]; ref != "" {
			s.out = append(s.out, t[done:i]...)
			s.out = append(s.out, ref...)
			done = i + 1
		}
	}
	s.out = append(s.out, t[done:]...)
}

// references are what stands for the characters that mean something in HTML,
// or did in some browser.
var references = [256]string{
	0: "\uFFFD", '"': "&#34;", '&': "&amp;", '\'': "&#39;", '+': "&#43;", '<': "&lt;", '>': "&gt;",
}

// harmless tells whether an address has no scheme, or one that runs nothing.
func harmless(address string) bool {
	scheme, _, ok := strings.Cut(address, ":")
	if !ok || strings.Contains(scheme, "/") {
		return true
	}
	return strings.EqualFold(scheme, "http") || strings.EqualFold(scheme, "https") || strings.EqualFold(scheme, "mailto")
}

// address shows an address, or a part of one, in an attribute. With whole,
// what has a meaning in addresses, and what is encoded already, stays.
func (s *state) address(t string, whole bool) {
	const hex = "0123456789abcdef"
	done := 0
	for i := range len(t) {
		b := t[i]
		if addressed[b] == always || whole && (addressed[b] == inWhole || b == '%' && i+2 < len(t) && isHex(t[i+1]) && isHex(t[i+2])) {
			continue
		}
		s.out = append(s.out, t[done:i]...)
		done = i + 1
		if whole && (b == '&' || b == '+') {
			s.out = append(s.out, references[b]...)
		} else {
			s.out = append(s.out, '%', hex[b>>4], hex[b&15])
		}
	}
	s.out = append(s.out, t[done:]...)
}

// addressed tells where a byte stands for itself: in any part of an address,
// or only in a whole one.
var addressed = func() (table [256]byte) {
	for _, b := range []byte("!#$*,/:;=?@[]") {
		table[b] = inWhole
	}
	for b := range 128 {
		if b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9' || strings.IndexByte("-._~", byte(b)) >= 0 {
			table[b] = always
		}
	}
	return table
}()

const (
	inWhole = 1 + iota
	always
)

func isHex(b byte) bool {
	return '0' <= b && b <= '9' || 'a' <= b && b <= 'f' || 'A' <= b && b <= 'F'
}

// foreign applies escapers by html/template: to a template that shows its dot,
// once it is escaped, they are given instead of those it has.
func foreign(chain []string) show {
	load := sync.OnceValue(func() *template.Template {
		t := template.Must(template.New("value").Parse("{{.}}"))
		if err := t.Execute(new(bytes.Buffer), ""); err != nil {
			panic(giveUp{})
		}
		pipe := t.Tree.Root.Nodes[0].(*parse.ActionNode).Pipe
		pipe.Cmds = pipe.Cmds[:1]
		for _, name := range chain {
			pipe.Cmds = append(pipe.Cmds, &parse.CommandNode{NodeType: parse.NodeCommand, Args: []parse.Node{parse.NewIdentifier(name)}})
		}
		return t
	})
	return func(s *state, v reflect.Value) {
		b := bytes.NewBuffer(s.out)
		if err := load().Execute(b, boxed(v)); err != nil {
			panic(giveUp{})
		}
		s.out = b.Bytes()
	}
}
