package page

import (
	"kepu/internal/content"
	"kepu/internal/site"
)

func (m *maker) route(_ *site.Entry, _ *content.Route, common EntryView) *RouteView {
	return &RouteView{EntryView: common}
}
