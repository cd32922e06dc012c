package page

import (
	"cmp"
	"slices"

	"kepu/internal/content"
	"kepu/internal/site"
)

// issue is the page of one edition of a mobile newspaper: its articles under the
// masthead.
func (m *maker) issue(e *site.Entry, d *content.Issue, common EntryView) *IssueView {
	return &IssueView{EntryView: common, Masthead: masthead(d), Label: m.issueLabel(d), Articles: m.cards(e.Targets("articles"))}
}

// issuesShown bounds how many of its editions an article names.
const issuesShown = 3

func masthead(d *content.Issue) string { return cmp.Or(d.Masthead, content.Masthead) }

// issueLabel says how often it appears and which one it is: 周报 第36期.
func (m *maker) issueLabel(d *content.Issue) string {
	number := ""
	if d.Number > 0 {
		number = m.words.get("issue.number", d.Number)
	}
	return joinFilled([]string{m.words.orEmpty("period.", d.Period), number}, " ")
}

// issuesOf are the newest editions of the language that an article is in.
func (m *maker) issuesOf(e *site.Entry) []Link {
	list := slices.DeleteFunc(e.From(content.Editions, "articles"), func(x *site.Entry) bool { return x.Locale != m.loc })
	return m.links(firstN(list, issuesShown))
}

func (m *maker) issueJSON(e *site.Entry, d *content.Issue, v *View) ldIssue {
	i := ldIssue{
		ldContext: ld("PublicationIssue"), Name: d.Title, Description: v.Description, URL: v.Canonical, Image: v.OGImage,
		Number: d.Number, Published: isoDay(d.Date), Language: e.Lang, PartOf: ldThing{Type: "Periodical", Name: masthead(d)},
	}
	for _, x := range e.Targets("articles") {
		i.Parts = append(i.Parts, *m.thing("Article", x))
	}
	return i
}
