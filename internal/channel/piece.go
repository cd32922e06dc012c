package channel

import (
	"kepu/internal/artifact"
	"kepu/internal/content"
)

// A Piece is what a channel is told of an entry: plain data, complete, with
// every address resolved. Its digest stands for all of it, the text included.
type Piece struct {
	Kind         content.Kind
	Key          string // "articles/2026/fast"
	Slug         string // the name of its folder: "fast"
	File         string // "content/articles/2026/fast.md"
	Lang         string // "zh-CN", "ko", "en"
	Site         string // name of the site
	Address      string // absolute
	Title        string // as front matter has it, or as the channel is to have it
	Summary      string // by the author, or the beginning of the text
	Written      bool   // the summary is the author's
	Date         string // 2026年9月25日, as the site writes it; "" if there is none
	ISODate      string // 2026-09-25
	Authors      []string
	Reviewers    []string // who checked the science
	Organization string   // that publishes it
	Topics       []string
	Tags         []string // that the author wrote for this channel, else the topics
	Audiences    []string
	Cities       []string
	Sources      []Source
	Example      string // 示例 where the content is invented, else ""
	Cover        *Picture
	CoverCredit  string
	Motif, Seed  string // of the drawing that stands in for a cover: see package motif
	Facts        []Fact // of an event: when, where, for whom; of a person: years, field
	Cards        []Card // events and people that the piece is about, for the end of the text
	People       []Person
	Links        map[string]Link    `digest:"-"` // by prose.Node's Dest
	Pictures     map[string]Picture `digest:"-"` // likewise; what is not there is an image of another site
	Number       int                // of an edition
	Period       string             // of an edition: "daily", "weekly"
	Masthead     string             // of an edition: e点科普
	Text         artifact.Digest    // of the file and of where its links and images lead
	At           []Place            `digest:"-"` // of the front matter's fields
	Copy         []content.Copy     // what the author wrote for single channels
	Channel      string             // that the piece is for, where there is something of its own for it
}

// A Place is where a field of front matter stands in its file.
type Place struct {
	Field     string
	Line, Col int
}

// A Fact is a line of what there is to know.
type Fact struct{ Label, Value string }

// A Card stands for another entry.
type Card struct {
	Kind    content.Kind
	Title   string
	Address string   // absolute
	Lines   []string // when and where; years and field
}

// A Person is somebody named in the piece, for notes on how the name is said.
type Person struct{ Name, Pinyin, Role string }

// A Source is what the piece rests on.
type Source struct {
	Title  string
	Detail string // author, publisher, date
	URL    string
}

// A Link is where a link leads: an absolute address, or "" if it leads to a place
// in the piece itself or nowhere.
type Link struct {
	URL   string
	Local bool // within this site
}

// A Picture is an image file of the site.
type Picture struct {
	Path          string // for Job.Read
	Type          string // media type: image/svg+xml, image/png, image/jpeg, image/gif, image/webp, image/avif
	Width, Height int    // pixels; 0 where a drawing states none
	Digest        artifact.Digest
	Alt           string // of a cover
}

// For is the piece with the title, the summary and the tags that its author
// wrote for a channel, if any.
func (p *Piece) For(channel string) *Piece {
	for _, c := range p.Copy {
		if c.Channel != channel {
			continue
		}
		own := *p
		if c.Title != "" {
			own.Title = c.Title
		}
		if c.Summary != "" {
			own.Summary, own.Written = c.Summary, true
		}
		if len(c.Tags) > 0 {
			own.Tags = c.Tags
		}
		own.Channel = channel
		return &own
	}
	return p
}

// Of finds a field of front matter, that which was written for the channel
// before that which all have. A field that is not there has the place of the
// front matter.
func (p *Piece) Of(field string) Place {
	for _, name := range []string{p.Channel + "." + field, field} {
		for _, at := range p.At {
			if at.Field == name {
				return at
			}
		}
	}
	return Place{Field: field, Line: 1, Col: 1}
}
