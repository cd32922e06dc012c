package content

import (
	"strings"

	"kepu/internal/diag"
)

// maxRetries is how many lines that are not YAML are reported in one run.
const maxRetries = 10

// parse reads the YAML of the file. A line that breaks it and that nothing
// hangs on is blanked after it is reported, so that one slip does not hide
// the others. It says whether there is anything to decode.
func (d *decoder) parse() (*node, bool) {
	if root, ok := fastYAML(d.front); ok {
		d.plain = true
		return root, true
	}
	src := d.front
	for range maxRetries {
		root, err := parseYAML(src)
		switch {
		case err == nil && root == nil:
			return nil, true
		case err == nil:
			n := fromYAML(root)
			return &n, len(d.lost) == 0 || n.kind == mappingNode
		}
		lines := strings.SplitAfter(string(src), "\n")
		s := explain(lines, err)
		d.addSlip(s)
		key := standalone(lines, s.line)
		if key == "" || err == errSecondDocument {
			return nil, false
		}
		d.lost = append(d.lost, key)
		lines[s.line-1] = "\n"
		src = []byte(strings.Join(lines, ""))
	}
	return nil, false
}

// addSlip reports a slip found by explain.
func (d *decoder) addSlip(s slip) {
	at := diag.Pos{Line: s.line + d.first - 1, Col: s.col}
	g := (*diag.Diagnostic)(nil)
	if s.code == diag.YAMLSyntax {
		g = d.add(s.code, at, s.why.String())
	} else {
		g = d.add(s.code, at)
	}
	g.Suggest = s.suggest
}

// standalone gives the key of a “key: value” line at the margin that no line
// below depends on, "" if the line is not like that.
func standalone(lines []string, line int) string {
	at := func(i int) string {
		if i < 0 || i >= len(lines) {
			return ""
		}
		return strings.TrimRight(lines[i], "\r\n")
	}
	e := anatomy(at(line - 1))
	if e.indent != 0 || e.dashes || !e.hasKey {
		return ""
	}
	for i := line; i < len(lines); i++ {
		if next := at(i); strings.TrimSpace(next) != "" {
			if n := anatomy(next); n.indent != 0 || n.dashes || !n.hasKey {
				return ""
			}
			break
		}
	}
	return e.key
}

// notMapping reports front matter that is valid YAML, but a list or a text.
func (d *decoder) notMapping(root *node) {
	if root.kind == scalarNode && root.plain {
		line := nthLine(d.front, int(root.line))
		if e := anatomy(line); !e.hasKey {
			if s := noColon(e, int(root.line)); s.suggest != "" {
				d.addSlip(s)
				return
			}
		}
	}
	d.add(diag.NotAMapping, d.at(root), diag.Both("信息栏", "the front matter"))
}
