package build

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"kepu/internal/channel"
	"kepu/internal/channel/all"
	"kepu/internal/content"
	"kepu/internal/diag"
	"kepu/internal/site"
	"kepu/internal/source"
)

// newest is how many entries get packages, where the settings say nothing else.
const newest = 50

// An order is what is to be made for one channel.
type order struct {
	*channel.Channel
	content.PackageSettings
	outlet site.Outlet
	limits channel.Limits
}

// orders checks what the settings say of channels, and gives what is asked for.
func orders(g *site.Site, want *Packages, pos content.Positions, ds *diag.List) []order {
	set := g.Settings.Channels
	say := func(field string, code diag.Code, suggest string, args ...string) {
		at := pos.Of(field)
		at.File = source.Folder + "/" + source.SettingsFile
		d := diag.New(code, at, args...)
		d.Suggest = suggest
		ds.Add(d)
	}
	limits := bounds(set.Limits, pos, say)
	var list []order
	for i, p := range set.Packages {
		field := func(name string) string { return "channels.packages[" + strconv.Itoa(i) + "]." + name }
		c := all.Find(p.Channel)
		if c == nil {
			say(field("channel"), diag.UnknownChannel, diag.Nearest(p.Channel, all.Names()), p.Channel, strings.Join(all.Names(), "、"))
			continue
		}
		if p.Style != "" && !slices.Contains(c.Styles, p.Style) {
			say(field("style"), diag.UnknownStyle, diag.Nearest(p.Style, c.Styles), p.Style, diag.Both(c.Title.Zh, c.Title.En), styles(c))
			continue
		}
		o := order{Channel: c, PackageSettings: p, limits: limits[c.Name]}
		o.outlet = site.Outlet{Channel: c.Name, Kinds: c.Kinds, Languages: p.Languages, Newest: cmp.Or(p.Newest, newest)}
		if len(p.Kinds) > 0 {
			o.outlet.Kinds = nil
		}
		for _, k := range p.Kinds {
			if !c.Takes(content.Kind(k)) {
				say(field("kinds"), diag.ChannelKind, "", diag.Both(c.Title.Zh, c.Title.En), k, kindsOf(c))
				continue
			}
			o.outlet.Kinds = append(o.outlet.Kinds, content.Kind(k))
		}
		terms := func(tax site.Taxonomy, words []content.Term) []string {
			slugs, unknown := g.TermSlugs(tax, words)
			for _, n := range unknown {
				say(field(string(tax))+"["+strconv.Itoa(n)+"]", diag.UnknownTerm, "", string(tax), string(words[n]), registered(g.Settings, tax))
			}
			return slugs
		}
		o.outlet.Audiences, o.outlet.Cities = terms(site.Audiences, p.Audiences), terms(site.Cities, p.Cities)
		list = append(list, o)
	}
	switch {
	case want == nil:
		return nil
	case !want.Only:
		return list
	}
	var asked []order
	for _, c := range all.Channels {
		if len(want.Channels) > 0 && !slices.Contains(want.Channels, c.Name) {
			continue
		}
		own := slices.DeleteFunc(slices.Clone(list), func(o order) bool { return o.Channel != c })
		if len(own) == 0 {
			own = []order{{Channel: c, limits: limits[c.Name], outlet: site.Outlet{Channel: c.Name, Kinds: c.Kinds}}}
		}
		for _, o := range own {
			o.outlet.Since, o.outlet.Slugs, o.outlet.Newest = want.Since, want.Slugs, 0
			asked = append(asked, o)
		}
	}
	return asked
}

// bounds are those of all rules, by channel.
func bounds(set []content.LimitSetting, pos content.Positions, say func(field string, code diag.Code, suggest string, args ...string)) map[string]channel.Limits {
	limits := map[string]channel.Limits{}
	var known []string
	for _, c := range all.Channels {
		limits[c.Name] = c.Defaults()
		for _, r := range c.Rules {
			known = append(known, c.Name+"."+r.ID)
		}
	}
	for i, l := range set {
		name, id, _ := strings.Cut(l.Rule, ".")
		field := "channels.limits[" + strconv.Itoa(i) + "]."
		b, ok := limits[name][id]
		if !ok {
			say(field+"rule", diag.UnknownRule, diag.Nearest(l.Rule, known), l.Rule)
			continue
		}
		for _, x := range []struct {
			key   string
			value int
			bound *int
		}{{"min", l.Min, &b.Min}, {"warn", l.Warn, &b.Warn}, {"max", l.Max, &b.Max}} {
			if pos.Has(field + x.key) { // what is not written stays as it was
				*x.bound = x.value
				b.None = b.None && x.key != "max"
			}
		}
		limits[name][id] = b
	}
	return limits
}

func kindsOf(c *channel.Channel) string {
	var names []string
	for _, k := range c.Kinds {
		names = append(names, string(k))
	}
	return strings.Join(names, "、")
}

func styles(c *channel.Channel) string {
	if len(c.Styles) == 0 {
		return diag.Both("只有一种，不用写", "just one: leave it out")
	}
	return strings.Join(c.Styles, "、")
}

func registered(set *content.Settings, tax site.Taxonomy) string {
	list := set.Audiences
	if tax == site.Cities {
		list = set.Cities
	}
	var names []string
	for _, t := range list {
		names = append(names, t.Name)
	}
	return strings.Join(names, "、")
}

// checkNames checks the channels that entries name.
func checkNames(g *site.Site, ds *diag.List) {
	check := func(e *site.Entry, field, name string) {
		if all.Find(name) == nil {
			at := e.Pos.Of(field)
			at.File = e.File()
			d := diag.New(diag.UnknownChannel, at, name, strings.Join(all.Names(), "、"))
			d.Suggest = diag.Nearest(name, all.Names())
			ds.Add(d)
		}
	}
	for _, e := range g.Entries {
		base := e.Data.Base()
		for i, name := range base.Channels {
			check(e, "channels["+strconv.Itoa(i)+"]", name)
		}
		for i, c := range base.Copy {
			if c.Channel != "" { // else the decoder has said so
				check(e, "copy["+strconv.Itoa(i)+"].channel", c.Channel)
			}
		}
	}
}
