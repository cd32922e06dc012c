package content

import "reflect"

// Data is the front matter of one entry: a pointer to the struct of its kind.
type Data interface {
	// Base is the part that all kinds share.
	Base() *Common
	// PublicationStatus is the text of status, "" if not given. "draft" means
	// that the entry is not published.
	PublicationStatus() string
}

// Base implements Data for every kind that embeds Common.
func (c *Common) Base() *Common { return c }

// PublicationStatus implements Data.
func (a *Article) PublicationStatus() string { return a.Status }

// PublicationStatus implements Data.
func (e *Event) PublicationStatus() string { return e.Status }

// PublicationStatus implements Data.
func (s *Scientist) PublicationStatus() string { return s.Status }

// PublicationStatus implements Data.
func (o *Organization) PublicationStatus() string { return o.Status }

// PublicationStatus implements Data.
func (p *Place) PublicationStatus() string { return p.Status }

// PublicationStatus implements Data.
func (s *SeriesEntry) PublicationStatus() string { return s.Status }

// PublicationStatus implements Data.
func (a *Award) PublicationStatus() string { return a.Status }

// PublicationStatus implements Data.
func (r *Route) PublicationStatus() string { return r.Status }

// PublicationStatus implements Data.
func (i *Issue) PublicationStatus() string { return i.Status }

// PublicationStatus implements Data.
func (p *Page) PublicationStatus() string { return p.Status }

// NewData returns an empty value of the kind. A kind that does not exist gets
// a Page, the kind with the fewest rules.
func NewData(kind Kind) Data {
	switch kind {
	case Articles:
		return new(Article)
	case Events:
		return new(Event)
	case Scientists:
		return new(Scientist)
	case Organizations:
		return new(Organization)
	case Places:
		return new(Place)
	case Series:
		return new(SeriesEntry)
	case Honours:
		return new(Award)
	case Routes:
		return new(Route)
	case Editions:
		return new(Issue)
	}
	return new(Page)
}

func typeOf(kind Kind) reflect.Type { return reflect.TypeOf(NewData(kind)).Elem() }
