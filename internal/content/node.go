package content

import (
	"gopkg.in/yaml.v3"

	"kepu/internal/diag"
)

type nodeKind uint8

const (
	scalarNode nodeKind = iota
	sequenceNode
	mappingNode
	aliasNode
)

// A node is a piece of front matter: what decoding needs to know of the
// library's node, in a quarter of the memory.
type node struct {
	value     string // of a scalar, as written
	items     []node // of a sequence; of a mapping key, value, key, value …
	line, col int32  // in the front matter, from 1
	kind      nodeKind
	plain     bool // a scalar without quotes
	null      bool // a scalar that YAML takes for nothing
	merge     bool // the key <<
	anchor    bool // has an anchor
	tagged    bool // has an explicit tag
}

func fromYAML(y *yaml.Node) node {
	n := node{
		value: y.Value, line: int32(y.Line), col: int32(y.Column),
		anchor: y.Anchor != "", tagged: y.Style&yaml.TaggedStyle != 0,
	}
	switch y.Kind {
	case yaml.SequenceNode:
		n.kind = sequenceNode
	case yaml.MappingNode:
		n.kind = mappingNode
	case yaml.AliasNode:
		n.kind = aliasNode
	default:
		n.plain = y.Style&^yaml.TaggedStyle == 0
		n.null = n.plain && y.Tag == "!!null"
		n.merge = n.plain && y.Tag == "!!merge" && y.Value == "<<"
	}
	if len(y.Content) > 0 {
		n.items = make([]node, len(y.Content))
		for i, c := range y.Content {
			n.items[i] = fromYAML(c)
		}
	}
	return n
}

// maxDepth is how deep front matter may nest. The deepest field, the source of
// a theme line of an edition of a series, is at depth six.
const maxDepth = 20

// vet refuses what no field can mean: anchors, aliases, merge keys, tags, and
// nesting without end. It says whether the tree is shallow enough to be
// decoded; what else it reports is left out of the values.
func (d *decoder) vet(n *node, depth int) bool {
	if depth > maxDepth {
		d.add(diag.YAMLTooDeep, d.at(n))
		return false
	}
	switch {
	case n.kind == aliasNode, n.anchor, n.merge:
		d.add(diag.YAMLAlias, d.at(n))
	case n.tagged, d.bangs[[2]int32{n.line, n.col}]:
		d.add(diag.YAMLTag, d.at(n))
	}
	for i := range n.items {
		if !d.vet(&n.items[i], depth+1) { // one message is enough for a thousand brackets
			return false
		}
	}
	return true
}
