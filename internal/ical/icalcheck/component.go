package icalcheck

import (
	"cmp"
	"maps"
	"slices"
	"strings"
)

// A component is what lies between BEGIN and END.
type component struct {
	line       int // of BEGIN
	name       string
	properties map[string][]*property
	inside     []*component
	end        bool // END was seen
}

// first is the first property of that name, or nil.
func (c *component) first(name string) *property {
	if all := c.properties[name]; len(all) > 0 {
		return all[0]
	}
	return nil
}

// place puts a property where it stands, or opens or closes a component.
func (c *checker) place(p *property) {
	switch p.name {
	case "BEGIN":
		c.begin(p)
		return
	case "END":
		c.close(p)
		return
	}
	if len(c.open) == 0 {
		c.add(p.line, BadNesting, "%s stands in no component", p.name)
		return
	}
	in := c.open[len(c.open)-1]
	c.value(p)
	c.allowed(p, in)
	in.properties[p.name] = append(in.properties[p.name], p)
}

func (c *checker) begin(p *property) {
	made := &component{line: p.line, name: strings.ToUpper(p.value), properties: map[string][]*property{}}
	if len(c.open) == 0 {
		c.calendars = append(c.calendars, made)
		c.inside(made, "")
	} else {
		outer := c.open[len(c.open)-1]
		outer.inside = append(outer.inside, made)
		c.inside(made, outer.name)
	}
	c.open = append(c.open, made)
}

func (c *checker) inside(made *component, outer string) {
	if in, known := plans[outer]; known && !in.inside[made.name] {
		c.add(made.line, UnknownObject, "%s in %s", made.name, cmp.Or(outer, "the file"))
	}
}

func (c *checker) close(p *property) {
	name := strings.ToUpper(p.value)
	for i := len(c.open) - 1; i >= 0; i-- {
		if c.open[i].name != name {
			continue
		}
		c.open[i].end = true
		for _, left := range c.open[i+1:] {
			c.add(left.line, BadNesting, "%s is not ended", left.name)
		}
		c.open = c.open[:i]
		return
	}
	c.add(p.line, BadNesting, "END of %s, which was not begun", name)
}

// allowed checks that the component has a place for one more p.
func (c *checker) allowed(p *property, in *component) {
	pl, known := plans[in.name]
	if !known || strings.HasPrefix(p.name, "X-") {
		return
	}
	switch _, standard := kinds[p.name]; {
	case !standard:
		c.add(p.line, UnknownProperty, "%s", p.name)
	case pl.more[p.name]:
	case !pl.required[p.name] && !pl.once[p.name]:
		c.add(p.line, Misplaced, "%s in %s", p.name, in.name)
	case in.first(p.name) != nil:
		c.add(p.line, Repeated, "%s", p.name)
	}
}

// finish checks what can be seen only at the end.
func (c *checker) finish() {
	for _, left := range c.open {
		c.add(left.line, BadNesting, "%s is not ended", left.name)
	}
	if len(c.calendars) == 0 {
		c.add(1, NoCalendar, "no VCALENDAR")
	}
	for _, cal := range c.calendars {
		c.complete(cal)
		if cal.name == "VCALENDAR" {
			c.calendar(cal)
		}
	}
}

// complete checks that nothing required is missing, here and inside.
func (c *checker) complete(in *component) {
	for _, name := range slices.Sorted(maps.Keys(plans[in.name].required)) {
		if p := in.first(name); p == nil || p.value == "" {
			c.add(in.line, Missing, "%s of %s", name, in.name)
		}
	}
	for _, i := range in.inside {
		c.complete(i)
	}
}
