package sitetest

import (
	"encoding/xml"
	"strings"
	"time"
)

type rss struct {
	XMLName xml.Name `xml:"rss"`
	Version string   `xml:"version,attr"`
	Channel struct {
		Title       string   `xml:"title"`
		Links       []rsLink `xml:"link"` // of RSS (text) and of Atom (href)
		Description string   `xml:"description"`
		Language    string   `xml:"language"`
		Built       string   `xml:"lastBuildDate"`
		Published   string   `xml:"pubDate"`
		Items       []struct {
			Title       string   `xml:"title"`
			Links       []rsLink `xml:"link"`
			Description string   `xml:"description"`
			Content     string   `xml:"http://purl.org/rss/1.0/modules/content/ encoded"`
			Published   string   `xml:"pubDate"`
			Author      string   `xml:"author"`
			GUID        struct {
				Text      string `xml:",chardata"`
				PermaLink string `xml:"isPermaLink,attr"`
			} `xml:"guid"`
		} `xml:"item"`
	} `xml:"channel"`
}

type rsLink struct {
	XMLName xml.Name
	Text    string `xml:",chardata"`
	Rel     string `xml:"rel,attr"`
	Href    string `xml:"href,attr"`
}

const atomNS = "http://www.w3.org/2005/Atom"

// checkRSS: RSS 2.0 and the advice of the RSS Advisory Board.
func (f *feed) checkRSS() {
	var r rss
	if err := xml.Unmarshal(f.text, &r); err != nil {
		f.errorf("%v", err)
		return
	}
	ch := r.Channel
	if r.Version != "2.0" {
		f.errorf("version is %q", r.Version)
	}
	if strings.TrimSpace(ch.Title) == "" || strings.TrimSpace(ch.Description) == "" {
		f.errorf("the channel lacks title or description")
	}
	link, self := rsLinks(ch.Links)
	f.address("the channel's link", link)
	f.self(self)
	f.rfc822("lastBuildDate", ch.Built)
	f.rfc822("pubDate of the channel", ch.Published)

	seen := map[string]bool{}
	for _, item := range ch.Items {
		if strings.TrimSpace(item.Title) == "" && strings.TrimSpace(item.Description) == "" {
			f.errorf("an item has neither title nor description")
		}
		link, _ := rsLinks(item.Links)
		f.address("the link of "+item.Title, link)
		f.unique(seen, item.GUID.Text)
		if item.GUID.PermaLink != "false" {
			f.address("the guid of "+item.Title, item.GUID.Text)
		}
		if item.Published == "" {
			f.errorf("%s has no pubDate", item.Title)
		}
		f.rfc822("pubDate of "+item.Title, item.Published)
		// RSS wants a mail address there; a name belongs in dc:creator.
		if item.Author != "" && !strings.Contains(item.Author, "@") {
			f.errorf("author of %s is not a mail address: %s", item.Title, item.Author)
		}
		f.content("description of "+item.Title, item.Description)
		f.content("content of "+item.Title, item.Content)
	}
}

// rsLinks tells RSS's own link from Atom's link to the feed itself.
func rsLinks(links []rsLink) (own, self string) {
	for _, link := range links {
		switch {
		case link.XMLName.Space == "":
			own = strings.TrimSpace(link.Text)
		case link.XMLName.Space == atomNS && link.Rel == "self":
			self = link.Href
		}
	}
	return own, self
}

// rfc822 checks a date, its weekday too. "" passes.
func (f *feed) rfc822(what, text string) {
	if text == "" {
		return
	}
	for _, layout := range []string{time.RFC1123Z, time.RFC1123, "Mon, _2 Jan 2006 15:04:05 -0700"} {
		if when, err := time.Parse(layout, text); err == nil {
			if !strings.HasPrefix(text, when.Format("Mon")) {
				f.errorf("%s has the wrong weekday: %s", what, text)
			}
			return
		}
	}
	f.errorf("%s is not a date of RFC 822: %q", what, text)
}
