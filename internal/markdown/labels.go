package markdown

import "strings"

// labels are the words that a document shows or speaks without its author having written them.
type labels struct {
	anchor, table, footnotes, footnote, back, done, todo, answer string
	titles                                                       map[string]string
	hanSpace                                                     bool // a line break between Han and other words is a space
}

// The languages are those the site is published in. In Chinese a line break beside Han is nothing,
// because the style sheet spaces Han and Latin (text-autospace); in the others it parts words.
var (
	chinese = labels{
		anchor: "本节链接", table: "表格", footnotes: "注释", footnote: "注释", back: "回到正文",
		done: "已完成", todo: "未完成", answer: "看答案",
		titles: map[string]string{"note": "说明", "tip": "小贴士", "important": "重要", "warning": "注意", "quiz": "想一想", "details": "详情"},
	}
	korean = labels{
		anchor: "이 절의 링크", table: "표", footnotes: "각주", footnote: "각주", back: "본문으로 돌아가기",
		done: "완료", todo: "미완료", answer: "정답 보기",
		titles:   map[string]string{"note": "참고", "tip": "도움말", "important": "중요", "warning": "주의", "quiz": "생각해 보기", "details": "자세히"},
		hanSpace: true,
	}
	english = labels{
		anchor: "Link to this section", table: "Table", footnotes: "Notes", footnote: "Note", back: "Back to the text",
		done: "Done", todo: "To do", answer: "Show the answer",
		titles:   map[string]string{"note": "Note", "tip": "Tip", "important": "Important", "warning": "Warning", "quiz": "Quiz", "details": "Details"},
		hanSpace: true,
	}
)

func labelsFor(lang string) *labels {
	primary, _, _ := strings.Cut(strings.ToLower(lang), "-")
	switch primary {
	case "ko":
		return &korean
	case "en":
		return &english
	}
	return &chinese
}
