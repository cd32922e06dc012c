package page

import (
	"html/template"

	"kepu/internal/artifact"
	"kepu/internal/atlas"
	"kepu/internal/geo"
)

// A sketch is a map to be drawn, which only a page to be rendered is worth.
type sketch struct {
	atlas.Map `digest:"-"`
	note      func(*geo.Lambert) string `digest:"-"` // says how it is drawn
	shown     artifact.Digest           // of the map
}

// A groundDigest stands for a layer, which may have 200,000 positions.
type groundDigest struct {
	Kind  string
	Named bool
	File  artifact.Digest
}

// sketch puts a map on the ground of the site.
func (m *maker) sketch(drawn atlas.Map, note func(*geo.Lambert) string) *sketch {
	drawn.ID, drawn.Towns, drawn.Words = "x-map", m.towns(), m.atlasWords()
	var ground []groundDigest
	for _, l := range m.site.Ground {
		named := m.main // names of rivers are in the language of the site
		drawn.Ground = append(drawn.Ground, atlas.Layer{Kind: l.Kind, Named: named, Features: l.Features})
		ground = append(ground, groundDigest{l.Kind, named, l.Digest})
	}
	return &sketch{drawn, note, mapDigest(drawn, ground)}
}

// mapDigest covers a map but for its words, which are the theme's.
func mapDigest(m atlas.Map, ground []groundDigest) artifact.Digest {
	return artifact.DigestOf(m.ID, m.Title, m.Desc, m.Frame, ground, m.Towns, m.Sites, m.Way, m.Height)
}

// draw gives the drawing and what is to be said of it.
func (s *sketch) draw() (drawing template.HTML, note string) {
	d := atlas.Draw(s.Map)
	return html(d.SVG), s.note(d.Projection)
}
