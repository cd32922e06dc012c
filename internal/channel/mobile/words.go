package mobile

import (
	"fmt"

	"kepu/internal/channel"
)

// Words are those that the channel itself adds, in the language of the piece.
type words struct {
	sources, notes, contents, picture, colon, comma, clause, stop, reviewers string

	online  string // where the page is
	excerpt string // how many 字 the whole has, and where it is
	more    string // how many articles are not named
	number  string
	periods map[string]string
}

func wordsOf(lang string) *words {
	switch lang {
	case "ko":
		return &korean
	case "en":
		return &english
	}
	return &chinese
}

var (
	chinese = words{
		sources: "资料来源", notes: "注释", contents: "本期内容", picture: "图", colon: "：", comma: "、", clause: "，", stop: "。", reviewers: "科学审核",
		online: "网页版：%s", excerpt: "以上是节选，全文约%d字，见：%s", more: "等%d篇", number: "第%d期",
		periods: map[string]string{"daily": "日报", "weekly": "周报"},
	}
	korean = words{
		sources: "자료 출처", notes: "주석", contents: "이번 호 내용", picture: "그림", colon: ": ", comma: ", ", clause: ", ", stop: ". ", reviewers: "과학 검토",
		online: "웹페이지: %s", excerpt: "일부만 실었습니다. 전문(약 %d단어): %s", more: " 등 %d편", number: "제%d호",
		periods: map[string]string{"daily": "일간", "weekly": "주간"},
	}
	english = words{
		sources: "Sources", notes: "Notes", contents: "In this issue", picture: "Picture", colon: ": ", comma: ", ", clause: ", ", stop: ". ", reviewers: "Checked by",
		online: "On the web: %s", excerpt: "Shortened. All of it (about %d words): %s", more: " and others, %d in all", number: "No. %d",
		periods: map[string]string{"daily": "Daily", "weekly": "Weekly"},
	}
)

// label says how often an edition appears and which one it is: 周报第12期.
func (w *words) label(p *channel.Piece) string {
	label := w.periods[p.Period]
	if p.Number == 0 {
		return label
	}
	if label != "" && w != &chinese {
		label += " "
	}
	return label + fmt.Sprintf(w.number, p.Number)
}

// masthead is the name of an edition with its label.
func (w *words) masthead(p *channel.Piece) string {
	if label := w.label(p); label != "" {
		return p.Masthead + " " + label
	}
	return p.Masthead
}
