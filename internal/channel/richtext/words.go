package richtext

// Words are those that this package itself adds, in the language of the piece.
type words struct{ picture, cover, reviewers, sources, from, colon, comma string }

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
	chinese = words{picture: "图", cover: "封面图", reviewers: "科学审核", sources: "资料来源", from: "来源", colon: "：", comma: "、"}
	korean  = words{picture: "그림", cover: "표지 사진", reviewers: "과학 검토", sources: "자료 출처", from: "출처", colon: ": ", comma: ", "}
	english = words{picture: "Picture", cover: "Cover", reviewers: "Checked by", sources: "Sources", from: "From", colon: ": ", comma: ", "}
)
