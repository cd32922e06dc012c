package site

import (
	"slices"

	"kepu/internal/content"
	"kepu/internal/diag"
)

// remarks warns of what readers or search engines will miss, though the site
// can be built without it.
func (b *builder) remarks() {
	if b.in.BaseURL == "" && b.in.SettingsPos != nil && !b.in.SettingsPos.Has("base_url") {
		b.ds = append(b.ds, diag.New(diag.NoBaseURL, diag.Pos{File: settingsFile}, DefaultBaseURL))
	}
	for _, e := range b.Entries {
		ev, ok := e.Data.(*content.Event)
		if !ok || ev.Status == "cancelled" || slices.ContainsFunc([]string{"place", "venue", "online"}, func(f string) bool { return e.Pos.Filled(f) }) {
			continue
		}
		if somewhere := func(s content.Session) bool { return s.Place != "" || s.Venue != "" }; !slices.ContainsFunc(ev.Sessions, somewhere) {
			b.say(e.Document, e.Pos.Of("start"), diag.EventNoPlace, "")
		}
	}
}
