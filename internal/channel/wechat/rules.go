package wechat

import (
	"kepu/internal/channel"
	"kepu/internal/channel/wechat/draft"
)

const (
	api     = "https://developers.weixin.qq.com/doc/subscription/api/draftbox/draftmanage/api_draft_add.html"
	upload  = "developers.weixin.qq.com，上传图文消息内的图片（media/uploadimg）"
	editor  = "mp.weixin.qq.com 编辑器的错误码：64702 标题、64703 摘要、412 和 64562 外链"
	wcag    = "https://www.w3.org/TR/WCAG22/#contrast-minimum"
	convert = "https://github.com/wechatjs/mp-darkmode"
)

var (
	letters    = channel.Text{Zh: "字", En: "characters"}
	octets     = channel.Text{Zh: "字节", En: "bytes"}
	hundredths = channel.Text{Zh: "∶100", En: ":100"}
)

// The bounds that composing itself goes by.
const (
	digestLimit  = 120
	authorRoom   = 8
	contentLimit = draft.MaxCharacters
)

var rules = []channel.Rule{
	{
		ID: "title", Name: channel.Text{Zh: "标题", En: "title"}, Unit: letters,
		Bounds: channel.Bounds{Min: 1, Warn: 32, Max: 64}, Source: api + "；" + editor, Standing: channel.Official, Field: "title",
		Hint: channel.Text{Zh: "把标题缩短到 32 字以内，或在 copy 里给微信另写一个标题", En: "Shorten the title to 32 characters, or write one for WeChat under copy"},
	},
	{
		ID: "author", Name: channel.Text{Zh: "作者", En: "author"}, Unit: letters,
		Bounds: channel.Bounds{Warn: authorRoom, Max: 16}, Source: api + "；" + editor, Standing: channel.Official, Field: "authors",
		Hint: channel.Text{Zh: "作者栏最多 16 字，8 字以内才不会被截断；可写简称", En: "The byline has room for 16 characters, and shows 8; use a short form"},
	},
	{
		ID: "digest", Name: channel.Text{Zh: "摘要", En: "digest"}, Unit: letters,
		Bounds: channel.Bounds{Max: digestLimit}, Source: api + "；" + editor, Standing: channel.InCode, Field: "summary",
		Hint: channel.Text{Zh: "把摘要缩短到 120 字以内，或在 copy 里给微信另写摘要", En: "Shorten the summary to 120 characters, or write one for WeChat under copy"},
	},
	{
		ID: "source-url", Name: channel.Text{Zh: "原文链接", En: "address of the page"}, Unit: octets,
		Bounds: channel.Bounds{Max: 1024}, Source: api, Standing: channel.Official,
		Hint: channel.Text{Zh: "文件名和文件夹名太长，请改短", En: "Give the file and its folders shorter names"},
	},
	{
		ID: "content-chars", Name: channel.Text{Zh: "正文字符（含版式代码）", En: "characters of the text with its styles"}, Unit: letters,
		Bounds: channel.Bounds{Warn: 18_000, Max: contentLimit}, Source: api, Standing: channel.Official,
		Hint: channel.Text{Zh: "正文太长：分成两篇，或减少代码、表格和链接（图已改为上传，代码已去掉颜色）。", En: "Make two articles of it, or leave out code, tables or links (drawings are uploaded and code is plain already)."},
	},
	{
		ID: "content-bytes", Name: channel.Text{Zh: "正文大小", En: "size of the text"}, Unit: octets,
		Bounds: channel.Bounds{Max: draft.MaxContent}, Source: api, Standing: channel.Official,
		Hint: channel.Text{Zh: "正文太大，请分成几篇", En: "Make several articles of it"},
	},
	{
		ID: "newspic-chars", Name: channel.Text{Zh: "图片消息的文字", En: "text of the message of pictures"}, Unit: letters,
		Bounds: channel.Bounds{Max: contentLimit}, Source: api, Standing: channel.Official,
		Hint: channel.Text{Zh: "正文太长，请分成两篇", En: "Make two articles of it"},
	},
	{
		ID: "images", Name: channel.Text{Zh: "图片", En: "pictures"}, Unit: channel.Text{Zh: "张", En: "pictures"},
		Bounds: channel.Bounds{Warn: draft.MaxPictures}, Source: api, Standing: channel.SecondHand,
		Hint: channel.Text{Zh: "图片消息（newspic）只放前 20 张；图文不受影响", En: "The message of pictures (newspic) has only the first 20; the article has all"},
	},
	{
		ID: "image-bytes", Name: channel.Text{Zh: "图片大小", En: "size of a picture"}, Unit: octets,
		Bounds: channel.Bounds{Max: draft.MaxInText}, Source: upload, Standing: channel.Official,
		Hint: channel.Text{Zh: "换一张小于 1 MB 的图片", En: "Use a picture of less than 1 MB"},
	},
	{
		ID: "articles", Name: channel.Text{Zh: "一次推送的文章", En: "articles in one message"}, Unit: channel.Text{Zh: "篇", En: "articles"},
		Bounds: channel.Bounds{Min: 1, Max: draft.MaxArticles}, Source: api, Standing: channel.Official, Field: "articles",
		Hint: channel.Text{Zh: "一次最多推送 8 篇，请分成两期", En: "A message holds 8 articles: make two issues"},
	},
	{
		ID: "contrast-light", Name: channel.Text{Zh: "文字对比度", En: "contrast of text"}, Unit: hundredths,
		Bounds: channel.Bounds{Min: 450}, Source: wcag, Standing: channel.NotOnRecord,
		Hint: channel.Text{Zh: "换一种版式", En: "Use another style"},
	},
	{
		ID: "contrast-dark", Name: channel.Text{Zh: "文字对比度（深色模式）", En: "contrast of text in dark mode"}, Unit: hundredths,
		Bounds: channel.Bounds{Min: 450}, Source: wcag + "；" + convert, Standing: channel.NotOnRecord,
		Hint: channel.Text{Zh: "换一种版式", En: "Use another style"},
	},
	{
		ID: "links", Name: channel.Text{Zh: "外部链接", En: "links to other sites"}, Unit: channel.Text{Zh: "个", En: "links"},
		Bounds: channel.Bounds{None: true}, Source: editor, Standing: channel.InCode,
		Hint: channel.Text{Zh: "微信只留站内链接", En: "WeChat keeps only its own links"},
	},
}
