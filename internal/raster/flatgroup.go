package raster

import (
	"slices"
	"strings"
)

// reach is how many elements a group is looked for.
const reach = 400

// text tells that a tag holds text, perhaps within a group.
func (t *tag) text() bool {
	return t.name == "text" || t.name == "g" && strings.Contains(t.body, "<text")
}

// indifferent tells that an attribute changes nothing of an element that has
// none of its name.
func (t *tag) indifferent(name string) bool {
	switch name {
	case "font-size", "font-weight", "font-style", "font-family", "text-anchor", "letter-spacing":
		return t.name != "text" && t.name != "g"
	}
	return false
}

func (t *tag) has(a attr) bool { return slices.Contains(t.style, a) }

func (t *tag) names(name string) bool {
	return slices.ContainsFunc(t.style, func(a attr) bool { return a.name == name })
}

// write writes elements, with what neighbours have in common said once, by a
// group around them, wherever that is shorter.
func write(b *strings.Builder, list []tag) {
	for len(list) > 0 {
		common, n := best(list)
		if n < 2 {
			list[0].write(b)
			list = list[1:]
			continue
		}
		b.WriteString("<g")
		for _, a := range common {
			b.WriteString(a.String())
		}
		b.WriteByte('>')
		inner := slices.Clone(list[:n])
		for i := range inner {
			inner[i].style = slices.DeleteFunc(slices.Clone(inner[i].style), func(a attr) bool { return slices.Contains(common, a) })
		}
		write(b, inner)
		b.WriteString("</g>")
		list = list[n:]
	}
}

func (t *tag) write(b *strings.Builder) {
	b.WriteString("<" + t.name + t.place)
	for _, a := range t.style {
		b.WriteString(a.String())
	}
	if t.body == "" {
		b.WriteString("/>")
		return
	}
	b.WriteString(">" + t.body + "</" + t.name + ">")
}

// best finds how many of the first elements a group pays for most, and with
// which attributes.
func best(list []tag) (common []attr, n int) {
	type extent struct {
		attr
		end  int   // first element that it is not for
		uses []int // how many of the elements before one have it
	}
	var extents []extent
	for _, a := range list[0].style {
		e := extent{attr: a}
		used := 0
		for e.end < min(len(list), reach) {
			t := &list[e.end]
			if t.has(a) {
				used++
			} else if t.names(a.name) || !t.indifferent(a.name) {
				break
			}
			e.end++
			e.uses = append(e.uses, used)
		}
		extents = append(extents, e)
	}
	most := 0
	for _, at := range extents {
		saved := -len("<g></g>")
		var fit []attr
		for _, e := range extents {
			if e.end >= at.end && e.uses[at.end-1] > 1 {
				saved += (e.uses[at.end-1] - 1) * len(e.String())
				fit = append(fit, e.attr)
			}
		}
		if saved > most {
			most, common, n = saved, fit, at.end
		}
	}
	return common, n
}
