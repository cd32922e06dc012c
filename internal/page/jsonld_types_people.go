package page

type ldPerson struct {
	ldContext
	Name        string    `json:"name"`
	Alternate   []string  `json:"alternateName,omitempty"`
	Description string    `json:"description,omitempty"`
	URL         string    `json:"url,omitempty"`
	Image       string    `json:"image,omitempty"`
	Birth       string    `json:"birthDate,omitempty"`
	BirthPlace  *ldThing  `json:"birthPlace,omitempty"`
	Death       string    `json:"deathDate,omitempty"`
	DeathPlace  *ldThing  `json:"deathPlace,omitempty"`
	Affiliation []ldThing `json:"affiliation,omitempty"`
	AlumniOf    []ldThing `json:"alumniOf,omitempty"`
	MemberOf    []ldThing `json:"memberOf,omitempty"`
	Awards      []string  `json:"award,omitempty"`
	Knows       []string  `json:"knowsAbout,omitempty"`
	SameAs      []string  `json:"sameAs,omitempty"`
}

// An ldOrganization is a body, or a team of people.
type ldOrganization struct {
	ldContext
	Name        string     `json:"name"`
	Alternate   []string   `json:"alternateName,omitempty"`
	Description string     `json:"description,omitempty"`
	URL         string     `json:"url"`
	Image       string     `json:"image,omitempty"`
	SameAs      []string   `json:"sameAs,omitempty"`
	Address     *ldAddress `json:"address,omitempty"`
	Phone       string     `json:"telephone,omitempty"`
	Email       string     `json:"email,omitempty"`
	Founded     string     `json:"foundingDate,omitempty"`
	Parent      []ldThing  `json:"parentOrganization,omitempty"`
	Children    []ldThing  `json:"subOrganization,omitempty"`
	Members     []ldThing  `json:"member,omitempty"`
	Awards      []string   `json:"award,omitempty"`
	Knows       []string   `json:"knowsAbout,omitempty"`
}

type ldPlace struct {
	ldContext
	Name        string     `json:"name"`
	Description string     `json:"description,omitempty"`
	URL         string     `json:"url"`
	SameAs      string     `json:"sameAs,omitempty"`
	Address     *ldAddress `json:"address,omitempty"`
	Geo         *ldGeo     `json:"geo,omitempty"`
	Map         string     `json:"hasMap,omitempty"`
	Phone       string     `json:"telephone,omitempty"`
	Free        *bool      `json:"isAccessibleForFree,omitempty"`
	Public      bool       `json:"publicAccess,omitempty"`
	Hours       []ldHours  `json:"openingHoursSpecification,omitempty"`
	Special     []ldHours  `json:"specialOpeningHoursSpecification,omitempty"`
}

// ldHours are opening hours of some weekdays, or of some dates; on those it is
// closed if it opens and closes at midnight.
type ldHours struct {
	Type  string   `json:"@type"`
	Days  []string `json:"dayOfWeek,omitempty"`
	Open  string   `json:"opens"`
	Close string   `json:"closes"`
	From  string   `json:"validFrom,omitempty"`
	To    string   `json:"validThrough,omitempty"`
}

type ldTrip struct {
	ldContext
	Name        string   `json:"name"`
	Description string   `json:"description,omitempty"`
	URL         string   `json:"url"`
	Image       string   `json:"image,omitempty"`
	Provider    *ldThing `json:"provider,omitempty"`
	Itinerary   ldList   `json:"itinerary"`
}

// An ldGraph is the things of many pages in one document.
type ldGraph struct {
	Context string `json:"@context"`
	Graph   []any  `json:"@graph"`
}
