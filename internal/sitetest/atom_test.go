package sitetest

import (
	"encoding/json"
	"encoding/xml"
	"strings"
	"time"
)

type atomFeed struct {
	XMLName xml.Name     `xml:"http://www.w3.org/2005/Atom feed"`
	ID      string       `xml:"id"`
	Title   string       `xml:"title"`
	Updated string       `xml:"updated"`
	Authors []atomPerson `xml:"author"`
	Links   []atomLink   `xml:"link"`
	Entries []struct {
		ID        string       `xml:"id"`
		Title     string       `xml:"title"`
		Updated   string       `xml:"updated"`
		Published string       `xml:"published"`
		Authors   []atomPerson `xml:"author"`
		Links     []atomLink   `xml:"link"`
		Summary   string       `xml:"summary"`
		Content   struct {
			Type string `xml:"type,attr"`
			Text string `xml:",chardata"`
		} `xml:"content"`
	} `xml:"entry"`
}

type atomPerson struct {
	Name string `xml:"name"`
}

type atomLink struct {
	Rel  string `xml:"rel,attr"`
	Href string `xml:"href,attr"`
}

// checkAtom: RFC 4287.
func (f *feed) checkAtom() {
	var a atomFeed
	if err := xml.Unmarshal(f.text, &a); err != nil {
		f.errorf("%v", err)
		return
	}
	if a.ID == "" || strings.TrimSpace(a.Title) == "" {
		f.errorf("the feed lacks id or title")
	}
	f.rfc3339("updated", a.Updated)
	f.self(atomRel(a.Links, "self"))
	if home := atomRel(a.Links, "alternate"); home != "" {
		f.address("the feed's link", home)
	}

	seen := map[string]bool{}
	for _, e := range a.Entries {
		f.unique(seen, e.ID)
		if strings.TrimSpace(e.Title) == "" {
			f.errorf("%s has no title", e.ID)
		}
		f.rfc3339("updated of "+e.Title, e.Updated)
		if e.Published != "" {
			f.rfc3339("published of "+e.Title, e.Published)
		}
		if len(a.Authors) == 0 && len(e.Authors) == 0 {
			f.errorf("%s has no author, and the feed has none", e.Title)
		}
		for _, person := range append(e.Authors, a.Authors...) {
			if strings.TrimSpace(person.Name) == "" {
				f.errorf("an author of %s has no name", e.Title)
			}
		}
		// An entry without content must have a link of the page.
		f.address("the link of "+e.Title, atomRel(e.Links, "alternate"))
		switch e.Content.Type {
		case "", "text", "html":
		default:
			f.errorf("content of %s has the type %q", e.Title, e.Content.Type)
		}
		f.content("content of "+e.Title, e.Content.Text)
	}
}

func atomRel(links []atomLink, rel string) string {
	for _, link := range links {
		if link.Rel == rel || link.Rel == "" && rel == "alternate" {
			return link.Href
		}
	}
	return ""
}

func (f *feed) rfc3339(what, text string) {
	if _, err := time.Parse(time.RFC3339, text); err != nil {
		f.errorf("%s is not a date of RFC 3339: %q", what, text)
	}
}

type jsonFeed struct {
	Version string `json:"version"`
	Title   string `json:"title"`
	Home    string `json:"home_page_url"`
	Feed    string `json:"feed_url"`
	Items   []struct {
		ID        string `json:"id"`
		URL       string `json:"url"`
		HTML      string `json:"content_html"`
		Text      string `json:"content_text"`
		Published string `json:"date_published"`
		Modified  string `json:"date_modified"`
		Image     string `json:"image"`
	} `json:"items"`
}

// checkJSON: JSON Feed 1.1.
func (f *feed) checkJSON() {
	var j jsonFeed
	if err := json.Unmarshal(f.text, &j); err != nil {
		f.errorf("%v", err)
		return
	}
	if j.Version != "https://jsonfeed.org/version/1.1" || j.Title == "" || j.Items == nil {
		f.errorf("lacks version, title or items")
	}
	f.self(j.Feed)
	f.address("home_page_url", j.Home)
	seen := map[string]bool{}
	for _, item := range j.Items {
		f.unique(seen, item.ID)
		f.address("url of "+item.ID, item.URL)
		if item.HTML == "" && item.Text == "" {
			f.errorf("%s has no content", item.ID)
		}
		if item.Published != "" {
			f.rfc3339("date_published of "+item.ID, item.Published)
		}
		if item.Modified != "" {
			f.rfc3339("date_modified of "+item.ID, item.Modified)
		}
		if item.Image != "" {
			f.address("image of "+item.ID, item.Image)
		}
		f.content("content of "+item.ID, item.HTML)
	}
}
