package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// linkAddresses turns the bare addresses in a text into links: http://, https://, www. and mail.
// An address is ASCII and needs no space before it, so 访问https://example.org/a。 links what is meant.
// It works on the finished tree, where it is known what already stands inside a link.
func (t *tree) linkAddresses(n *ast.Text) {
	seg := n.Segment
	if seg.Padding != 0 {
		return
	}
	b := seg.Value(t.src)
	if bytes.IndexByte(b, ':') < 0 && bytes.IndexByte(b, '@') < 0 && bytes.IndexByte(b, '.') < 0 {
		return
	}
	done := 0
	for from := 0; ; {
		start, end, prefix := nextAddress(b, done, from)
		if end <= start {
			break
		}
		from = end
		l := ast.NewLink()
		l.Destination = append([]byte(prefix), b[start:end]...)
		l.SetPos(seg.Start + start)
		l.AppendChild(l, ast.NewTextSegment(text.NewSegment(seg.Start+start, seg.Start+end)))
		parent := n.Parent()
		if start > done {
			parent.InsertBefore(parent, n, ast.NewTextSegment(text.NewSegment(seg.Start+done, seg.Start+start)))
		}
		parent.InsertBefore(parent, n, l)
		done = end
	}
	if done > 0 {
		n.Segment.Start += done // what is left keeps the line break
	}
}

// nextAddress finds the first address in b at or after from. Mail addresses reach back no further than floor.
func nextAddress(b []byte, floor, from int) (start, end int, prefix string) {
	for from < len(b) {
		i := bytes.IndexAny(b[from:], ":@wW")
		if i < 0 {
			return 0, 0, ""
		}
		i += from
		from = i + 1
		switch b[i] {
		case ':':
			start := i - len(schemeBefore(b[floor:i]))
			if start == i || !bytes.HasPrefix(b[i:], []byte("://")) || start > floor && util.IsAlphaNumeric(b[start-1]) {
				continue
			}
			if end := addressEnd(b, i+3); end > 0 {
				return start, end, ""
			}
		case '@':
			start := i
			for start > floor && localPart(b[start-1]) {
				start--
			}
			end := hostEnd(b, i+1)
			if start < i && b[start] != '.' && end > 0 && (end == len(b) || b[end] != '_' && b[end] != '-' && b[end] != '@') {
				return start, end, "mailto:"
			}
		default:
			if i > floor && util.IsAlphaNumeric(b[i-1]) || len(b) < i+5 || !bytes.EqualFold(b[i:i+4], []byte("www.")) {
				continue
			}
			if end := addressEnd(b, i); end > 0 {
				return i, end, "http://"
			}
		}
	}
	return 0, 0, ""
}

func schemeBefore(b []byte) string {
	for _, s := range [...]string{"https", "http"} {
		if len(b) >= len(s) && bytes.EqualFold(b[len(b)-len(s):], []byte(s)) {
			return s
		}
	}
	return ""
}

func localPart(c byte) bool {
	return util.IsAlphaNumeric(c) || c == '.' || c == '_' || c == '-' || c == '+'
}

// hostEnd gives the end of a host name with a dot in it that starts at i, or 0.
func hostEnd(b []byte, i int) int {
	start, dot := i, -1
	for ; i < len(b) && (util.IsAlphaNumeric(b[i]) || b[i] == '-' || b[i] == '.' || b[i] == '_'); i++ {
		if b[i] == '.' {
			if i == start || b[i-1] == '.' {
				break
			}
			dot = i
		}
	}
	for i > start && (b[i-1] == '.' || b[i-1] == '-' || b[i-1] == '_') {
		i--
	}
	if dot <= start || dot >= i-1 && bytes.IndexByte(b[start:i], '.') < 0 {
		return 0
	}
	return i
}

// addressEnd gives the end of a web address whose host starts at i, or 0. Punctuation at the end
// belongs to the sentence, and so does a bracket that was not opened in the address.
func addressEnd(b []byte, i int) int {
	host := hostEnd(b, i)
	if host == 0 {
		return 0
	}
	end := host
	if end < len(b) && (b[end] == '/' || b[end] == '?' || b[end] == '#' || b[end] == ':') {
		for end < len(b) && b[end] > ' ' && b[end] < 0x7f && b[end] != '<' && b[end] != '>' && b[end] != '"' && b[end] != '`' && b[end] != '\\' {
			end++
		}
	}
	round, square := 0, 0 // closings without an opening
	for _, c := range b[host:end] {
		switch c {
		case '(':
			round--
		case ')':
			round++
		case '[':
			square--
		case ']':
			square++
		}
	}
	for end > host {
		switch b[end-1] {
		case '?', '!', '.', ',', ':', '*', '_', '~', '\'', '|':
		case ')':
			if round <= 0 {
				return end
			}
			round--
		case ']':
			if square <= 0 {
				return end
			}
			square--
		case ';': // perhaps the end of an entity, which is text
			j := end - 2
			for j > host && util.IsAlphaNumeric(b[j]) {
				j--
			}
			if j == end-2 || b[j] != '&' {
				return end - 1
			}
			end = j + 1
		default:
			return end
		}
		end--
	}
	return end
}
