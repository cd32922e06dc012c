package page

import (
	"kepu/internal/content"
	"kepu/internal/site"
)

func (m *maker) award(_ *site.Entry, d *content.Award, common EntryView) *HonourEntryView {
	return &HonourEntryView{EntryView: common, KindText: m.words.get("honour." + d.Kind), Website: d.Website}
}
