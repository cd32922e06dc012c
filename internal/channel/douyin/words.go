package douyin

// A saying is what cards say of their own, in a language.
type saying struct{ sources, text, checked, published, cover, from, colon, comma string }

var sayings = map[string]saying{
	"zh-CN": {"资料来源", "文", "科学审核", "发布", "封面图", "来源", "：", "、"},
	"ko":    {"참고 자료", "글", "과학 감수", "발행", "표지 사진", "출처", ": ", ", "},
	"en":    {"Sources", "Text", "Science checked by", "Published by", "Cover", "From", ": ", ", "},
}

// sayingsIn gives those of a language, English where there are none.
func sayingsIn(lang string) saying {
	if s, ok := sayings[lang]; ok {
		return s
	}
	return sayings["en"]
}
