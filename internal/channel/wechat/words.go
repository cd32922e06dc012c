package wechat

// Words are those that the channel itself adds to an article, in its language.
type words struct {
	references, sources, authors, reviewers, publisher string
	comma, pause, colon, page, picture                 string
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
		references: "参考", sources: "资料来源", authors: "作者", reviewers: "科学审核", publisher: "发布",
		comma: "、", pause: "，", colon: "：", page: "网页版请点文末“阅读原文”", picture: "图",
	}
	korean = words{
		references: "참고", sources: "자료 출처", authors: "글", reviewers: "과학 검토", publisher: "발행",
		comma: ", ", pause: ", ", colon: ": ", page: "웹페이지는 글 끝의 “阅读原文”을 누르세요", picture: "그림",
	}
	english = words{
		references: "References", sources: "Sources", authors: "By", reviewers: "Checked by", publisher: "Published by",
		comma: ", ", pause: ", ", colon: ": ", page: "For the web page, tap “阅读原文” below", picture: "Picture",
	}
)
