package page

import (
	"encoding/xml"
	"time"
)

// Atom, RFC 4287.
type atomFeed struct {
	XMLName  xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
	Lang     string      `xml:"xml:lang,attr"`
	Title    string      `xml:"title"`
	Subtitle string      `xml:"subtitle,omitempty"`
	ID       string      `xml:"id"`
	Updated  string      `xml:"updated"`
	Links    []atomLink  `xml:"link"`
	Author   atomPerson  `xml:"author"`
	Entries  []atomEntry `xml:"entry"`
}

type atomLink struct {
	Rel  string `xml:"rel,attr,omitempty"`
	Type string `xml:"type,attr,omitempty"`
	Href string `xml:"href,attr"`
}

type atomPerson struct {
	Name string `xml:"name"`
}

type atomCategory struct {
	Term string `xml:"term,attr"`
}

type atomEntry struct {
	Title      string         `xml:"title"`
	ID         string         `xml:"id"`
	Link       atomLink       `xml:"link"`
	Published  string         `xml:"published"`
	Updated    string         `xml:"updated"`
	Authors    []atomPerson   `xml:"author"`
	Categories []atomCategory `xml:"category"`
	Summary    string         `xml:"summary,omitempty"`
}

func (f *feed) atom() atomFeed {
	self := f.Base + "atom.xml"
	a := atomFeed{
		Lang: f.Lang, Title: f.Title, Subtitle: f.Description, ID: self, Updated: f.updated().Format(time.RFC3339),
		Links: []atomLink{
			{Rel: "self", Type: atomType, Href: self},
			{Rel: "alternate", Type: "text/html", Href: f.Home},
		},
		Author: atomPerson{f.Author},
	}
	for _, i := range f.Items {
		e := atomEntry{
			Title: i.Title, ID: i.id(), Link: atomLink{Rel: "alternate", Type: "text/html", Href: i.URL},
			Published: i.Published, Updated: i.Updated, Summary: i.Summary,
		}
		for _, n := range i.Authors {
			e.Authors = append(e.Authors, atomPerson{n})
		}
		for _, c := range i.Categories {
			e.Categories = append(e.Categories, atomCategory{c})
		}
		a.Entries = append(a.Entries, e)
	}
	return a
}

// RSS 2.0, with the atom:link that names the feed itself and dc:creator, since
// RSS's own author element wants a mail address.
type rssFeed struct {
	XMLName xml.Name   `xml:"rss"`
	Version string     `xml:"version,attr"`
	Atom    string     `xml:"xmlns:atom,attr"`
	DC      string     `xml:"xmlns:dc,attr"`
	Channel rssChannel `xml:"channel"`
}

type rssChannel struct {
	Title         string    `xml:"title"`
	Link          string    `xml:"link"`
	Description   string    `xml:"description"`
	Language      string    `xml:"language"`
	LastBuildDate string    `xml:"lastBuildDate"`
	Self          rssSelf   `xml:"atom:link"`
	Items         []rssItem `xml:"item"`
}

type rssSelf struct {
	Rel  string `xml:"rel,attr"`
	Type string `xml:"type,attr"`
	Href string `xml:"href,attr"`
}

type rssGUID struct {
	ID        string `xml:",chardata"`
	Permalink bool   `xml:"isPermaLink,attr"`
}

type rssItem struct {
	Title       string   `xml:"title"`
	Link        string   `xml:"link"`
	GUID        rssGUID  `xml:"guid"`
	PubDate     string   `xml:"pubDate"`
	Creators    []string `xml:"dc:creator"`
	Categories  []string `xml:"category"`
	Description string   `xml:"description,omitempty"`
}

func (f *feed) rss() rssFeed {
	r := rssFeed{
		Version: "2.0", Atom: "http://www.w3.org/2005/Atom", DC: "http://purl.org/dc/elements/1.1/",
		Channel: rssChannel{
			Title: f.Title, Link: f.Home, Description: f.Description, Language: f.Lang,
			LastBuildDate: f.updated().Format(time.RFC1123Z), Self: rssSelf{"self", rssType, f.Base + "rss.xml"},
		},
	}
	for _, i := range f.Items {
		r.Channel.Items = append(r.Channel.Items, rssItem{
			Title: i.Title, Link: i.URL, GUID: rssGUID{i.id(), i.ID == ""}, PubDate: i.at.Format(time.RFC1123Z),
			Creators: i.Authors, Categories: i.Categories, Description: i.Summary,
		})
	}
	return r
}

// JSON Feed 1.1.
type jsonFeed struct {
	Version     string       `json:"version"`
	Title       string       `json:"title"`
	HomePage    string       `json:"home_page_url"`
	FeedURL     string       `json:"feed_url"`
	Description string       `json:"description,omitempty"`
	Language    string       `json:"language"`
	Authors     []jsonAuthor `json:"authors"`
	Items       []jsonItem   `json:"items"`
}

type jsonAuthor struct {
	Name string `json:"name"`
}

type jsonItem struct {
	ID        string       `json:"id"`
	URL       string       `json:"url"`
	Title     string       `json:"title"`
	Text      string       `json:"content_text"`
	Summary   string       `json:"summary,omitempty"`
	Published string       `json:"date_published"`
	Modified  string       `json:"date_modified"`
	Authors   []jsonAuthor `json:"authors,omitempty"`
	Tags      []string     `json:"tags,omitempty"`
}

func (f *feed) json() jsonFeed {
	j := jsonFeed{
		Version: "https://jsonfeed.org/version/1.1", Title: f.Title, HomePage: f.Home, FeedURL: f.Base + "feed.json",
		Description: f.Description, Language: f.Lang, Authors: []jsonAuthor{{f.Author}}, Items: []jsonItem{},
	}
	for _, i := range f.Items {
		item := jsonItem{
			ID: i.id(), URL: i.URL, Title: i.Title, Text: i.Summary, Published: i.Published, Modified: i.Updated, Tags: i.Categories,
		}
		for _, n := range i.Authors {
			item.Authors = append(item.Authors, jsonAuthor{n})
		}
		j.Items = append(j.Items, item)
	}
	return j
}
