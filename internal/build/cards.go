package build

import (
	"bytes"
	"strconv"

	"kepu/internal/artifact"
	"kepu/internal/cache"
	"kepu/internal/content"
	"kepu/internal/diag"
	"kepu/internal/page"
	"kepu/internal/sharecard"
	"kepu/internal/source"
)

// cards is what share cards are drawn with; nil where there are none to draw.
type cards struct {
	press *sharecard.Press
	err   error // of the font that the settings name
	read  func(name string) ([]byte, error)
	store *cache.Cache // nil where nothing is kept for another build
}

func (s *Session) shareCards(dir string, set *content.Settings, tree *source.Tree) *cards {
	if set.Cards.Limit == 0 || len(tree.Docs) == 0 {
		return nil
	}
	press, err := s.press(dir, set.Cards.Font)
	var store *cache.Cache
	if s.texts.lasting {
		store = s.texts.store
	}
	return &cards{press, err, s.reader(tree), store}
}

// reader reads the pictures of entries, as they were when they were looked at.
func (s *Session) reader(tree *source.Tree) func(name string) ([]byte, error) {
	return func(name string) ([]byte, error) {
		data, d := tree.Resource(name)
		if d != nil {
			return nil, &unreadable{*d}
		}
		if one := s.pictures[name]; one == nil || artifact.DigestBytes(data) != one.Digest {
			return nil, changed(source.Folder + "/" + name)
		}
		return data, nil
	}
}

// font identifies the fonts.
func (c *cards) font() string {
	if c == nil || c.err != nil {
		return ""
	}
	return c.press.ID
}

// fonts identifies those that packages are drawn with.
func (s *Session) fonts(dir string, set *content.Settings) string {
	press, err := s.press(dir, set.Cards.Font)
	if err != nil {
		return ""
	}
	return press.ID
}

// share is what package page needs.
func (c *cards) share() *page.Share {
	if c == nil {
		return nil
	}
	return &page.Share{Press: c.press, Read: c.read, Kept: c.kept}
}

// kept takes a picture from the cache, or draws it and keeps it there.
func (c *cards) kept(shows artifact.Digest, buf *bytes.Buffer, draw artifact.Render) error {
	if data, ok := c.store.Get(cache.Key(shows)); ok {
		buf.Write(data)
		return nil
	}
	start := buf.Len()
	if err := draw(buf); err != nil {
		return err
	}
	c.store.Put(cache.Key(shows), buf.Bytes()[start:])
	return nil
}

// remarks tell what a site of that many entries does not get.
func (c *cards) remarks(set *content.Settings, pos content.Positions, entries int) []diag.Diagnostic {
	if c == nil || entries == 0 {
		return nil
	}
	var ds []diag.Diagnostic
	at := func(field string) diag.Pos {
		p := pos.Of(field)
		p.File = source.Folder + "/" + source.SettingsFile
		return p
	}
	switch {
	case c.err != nil:
		ds = append(ds, diag.New(diag.BadFont, at("cards.font"), c.err.Error()))
	case c.press.ID == "":
		ds = append(ds, diag.New(diag.NoFont, diag.Pos{File: source.Folder}))
	}
	if limit := set.Cards.Limit; entries > limit && !pos.Has("cards.limit") {
		ds = append(ds, diag.New(diag.CardsLimited, at("cards.limit"), strconv.Itoa(limit), strconv.Itoa(entries)))
	}
	return ds
}
