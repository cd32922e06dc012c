package raster

import "strings"

// cut makes a clip smaller.
func (b *builder) cut(up *clip, areas ...area) (*clip, error) {
	if b.clips++; b.clips > mostClips {
		return nil, errTooMuch
	}
	return &clip{up, areas}, nil
}

// clipOf reads clip-path: what it says of an element that is mapped by m.
func (b *builder) clipOf(v string, n *node, s style, m matrix, up *clip) (*clip, error) {
	id, err := reference(v)
	if err != nil {
		return nil, n.wrong("clip-path: %w", err)
	}
	k := b.ids[id]
	switch {
	case id == "" || k == nil: // nothing to clip by: browsers draw it whole
		return up, nil
	case k.name != "clipPath":
		return nil, n.wrong("clip-path: %q is not a <clipPath>", id)
	case b.using[k]:
		return nil, n.wrong("clip-path: %q clips itself", id)
	}
	b.using[k] = true
	defer delete(b.using, k)
	if k.attr("clipPathUnits") == "objectBoundingBox" {
		f, err := b.figure(n, &s)
		if err != nil || n.name == "g" || n.name == "text" || n.name == "use" {
			return nil, n.wrong("clip-path: %q is measured by an element that is no shape", id)
		}
		m = m.mul(f.unit())
	}
	said, err := b.said(k)
	if err != nil {
		return nil, err
	}
	if v, ok := said["clip-path"]; ok {
		if up, err = b.clipOf(v, k, s, m, up); err != nil {
			return nil, err
		}
	}
	t, err := readTransform(k.attr("transform"))
	if err != nil {
		return nil, k.wrong("%w", err)
	}
	inherited, err := b.inherit(initial, k, said)
	if err != nil {
		return nil, err
	}
	areas, err := b.areas(k, inherited, m.mul(t))
	if err != nil {
		return nil, err
	}
	return b.cut(up, areas...)
}

// areas are the shapes in a <clipPath>, and those that <use> puts there.
func (b *builder) areas(k *node, up style, m matrix) (list []area, err error) {
	for _, n := range k.nodes {
		if b.count++; b.count > mostElements {
			return nil, errTooMuch
		}
		switch n.name {
		case "", "title", "desc", "metadata":
			continue
		case "use", "rect", "circle", "ellipse", "line", "polyline", "polygon", "path":
		default:
			return nil, n.wrong("such elements cannot clip here")
		}
		said, err := b.said(n)
		if err != nil {
			return nil, err
		}
		if said["display"] == "none" || said["visibility"] == "hidden" {
			continue
		}
		s, err := b.inherit(up, n, said)
		if err != nil {
			return nil, err
		}
		t, err := readTransform(n.attr("transform"))
		if err != nil || said["clip-path"] != "" && said["clip-path"] != "none" {
			return nil, n.wrong("it cannot clip here")
		}
		m := m.mul(t)
		if n.name == "use" {
			to := b.ids[strings.TrimPrefix(n.attr("href"), "#")]
			at, err := b.lengths(n, &s, "x", "y")
			if to == nil || err != nil || to.name == "use" {
				return nil, n.wrong("it cannot clip here")
			}
			more, err := b.areas(&node{nodes: []*node{to}}, s, m.mul(move(at[0], at[1])))
			if err != nil {
				return nil, err
			}
			list = append(list, more...)
			continue
		}
		f, err := b.figure(n, &s)
		if err != nil {
			return nil, err
		}
		if b.segments += len(f.trace); b.segments > mostSegments || !m.sane() {
			return nil, errTooMuch
		}
		list = append(list, area{f, m, s.clipEvenOdd})
	}
	return list, nil
}

// unit maps the square from 0 to 1 to the box of a figure.
func (f *figure) unit() matrix {
	b := f.outline().exact()
	if b.width() < 0 {
		return identity
	}
	return move(b.min.x, b.min.y).mul(stretch(b.width(), b.height()))
}
