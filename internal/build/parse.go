package build

import (
	"context"

	"kepu/internal/artifact"
	"kepu/internal/content"
	"kepu/internal/diag"
	"kepu/internal/site"
	"kepu/internal/source"
)

// parse reads every document, unless ctx ends before.
func (s *Session) parse(ctx context.Context, tree *source.Tree, set *content.Settings, c changes, sums map[string]artifact.Digest, progress func(Step, int, int), stats *Stats, ds *diag.List) []site.Document {
	names := make([]string, len(tree.Docs))
	for i, d := range tree.Docs {
		names[i] = d.Path
	}
	var report func(int)
	if progress != nil {
		report = func(done int) { progress(Reading, done, len(names)) }
	}
	s.docs = recall(ctx, tree, s.docs, names, c, report, func(i int, was *parsed) *parsed {
		return stats.parsed(tree.Docs[i], func() *parsed { return s.texts.parse(tree.Docs[i], set, sums[names[i]], was) })
	})
	docs := make([]site.Document, 0, len(names))
	for _, name := range names {
		p := s.docs[name]
		if p == nil {
			continue // ctx has ended
		}
		ds.Add(p.found...)
		if p.Data != nil {
			docs = append(docs, p.Document)
		}
	}
	return docs
}

// readSettings decodes site.yaml, or gives the defaults where there is none.
func readSettings(tree *source.Tree, ds *diag.List) (*content.Settings, content.Positions, []byte) {
	var src []byte
	if tree.Settings {
		var d *diag.Diagnostic
		if src, d = tree.Text(source.SettingsFile); d != nil {
			ds.Add(*d)
		}
	}
	settings, pos, found := content.DecodeSettings(source.Folder+"/"+source.SettingsFile, src)
	ds.Add(found...)
	return settings, pos, src
}
