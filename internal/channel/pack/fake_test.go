package pack_test

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"strings"

	"kepu/internal/artifact"
	"kepu/internal/channel"
	"kepu/internal/content"
	"kepu/internal/prose"
)

// fake is a channel that makes what it is given.
func fake(p *channel.Package) *channel.Channel {
	return &channel.Channel{
		Name: "fake", Title: channel.Text{Zh: "微信公众号", En: "Fake"}, About: channel.Text{Zh: "演示", En: "For tests"},
		Kinds: []content.Kind{content.Articles},
		Rules: []channel.Rule{
			{ID: "title", Name: channel.Text{Zh: "标题字数", En: "Title"}, Unit: channel.Text{Zh: "字", En: "characters"}, Bounds: channel.Bounds{Min: 2, Warn: 32, Max: 64},
				Hint: channel.Text{Zh: "把标题缩短到 32 字以内，或在 copy 里另写标题。"}, Source: "developers.weixin.qq.com，draft/add", Standing: channel.Official, Field: "title"},
			{ID: "digest", Name: channel.Text{Zh: "摘要字数", En: "Digest"}, Unit: channel.Text{Zh: "字", En: "characters"}, Bounds: channel.Bounds{Max: 120}, Source: "https://mp.weixin.qq.com/", Standing: channel.InCode, Field: "summary"},
			{ID: "content", Name: channel.Text{Zh: "正文字符", En: "Text"}, Unit: channel.Text{Zh: "个", En: "characters"}, Bounds: channel.Bounds{Warn: 18000, Max: 19999}, Source: "developers.weixin.qq.com，draft/add", Standing: channel.Official},
			{ID: "image", Name: channel.Text{Zh: "图片大小", En: "Picture"}, Unit: channel.Text{Zh: "字节", En: "bytes"}, Bounds: channel.Bounds{Max: 1 << 20}, Source: "编辑之间的转述", Standing: channel.SecondHand},
			{ID: "links", Name: channel.Text{Zh: "外链", En: "Links"}, Unit: channel.Text{Zh: "个", En: "links"}, Bounds: channel.Bounds{None: true}, Source: "未见官方规定", Standing: channel.NotOnRecord},
			{ID: "lead", Name: channel.Text{Zh: "导语字数", En: "Lead"}, Unit: channel.Text{Zh: "字", En: "characters"}, Bounds: channel.Bounds{Warn: 44}, Source: "未见官方规定", Standing: channel.NotOnRecord},
		},
		Compose: func(*channel.Job) (*channel.Package, error) { return p, nil },
	}
}

// job is a piece as editors have them.
func job() *channel.Job {
	return &channel.Job{
		Body: &prose.Node{Kind: prose.Document},
		Piece: &channel.Piece{
			Kind: content.Articles, Key: "articles/2026/food-safety", Slug: "food-safety", File: "content/articles/2026/food-safety/index.md",
			Lang: "zh-CN", Site: "吉林省科普网", Address: "https://kepu.example.org/articles/2026/food-safety/",
			Title: "隔夜菜能不能吃，要看放了多久、放在哪里", Date: "2026年9月25日", ISODate: "2026-09-25",
			Authors: []string{"李春晓", "王北辰"}, Reviewers: []string{"赵明远（食品科学）"}, Organization: "长春市科学技术协会",
			Sources: []channel.Source{
				{Title: "食品安全国家标准 食品中污染物限量", Detail: "GB 2762—2022，国家卫生健康委员会", URL: "https://www.nhc.gov.cn/"},
				{Title: "中国居民膳食指南", Detail: "中国营养学会，人民卫生出版社，2022"},
			},
			Text: artifact.DigestBytes([]byte("text")),
			At:   []channel.Place{{Field: "title", Line: 2, Col: 8}, {Field: "summary", Line: 4, Col: 10}},
		},
	}
}

const paragraph = `<section style="font-size:16px;line-height:1.8;color:#333333"><h2 style="border-left:4px solid #17496f;padding-left:8px;color:#17496f">冷藏不是保险箱</h2><p style="margin:0 0 16px">低温只是让细菌长得慢一些。<strong style="color:#b3261e">李斯特菌</strong>在 4 ℃ 也能生长，所以熟食要在两天内吃完。</p></section>`

// ordinary is a package as channels make them: a text of some size, pictures,
// remarks, all within its limits.
func ordinary() *channel.Package {
	body := strings.Repeat(paragraph, 20) + `<p><img src="images/01.png" alt="冰箱" style="width:100%"></p>`
	text := strings.Repeat("冷藏不是保险箱\n\n低温只是让细菌长得慢一些。李斯特菌在 4 ℃ 也能生长，所以熟食要在两天内吃完。\n\n", 20)
	return &channel.Package{
		Title: "隔夜菜能不能吃，要看放了多久、放在哪里", Text: text,
		Files: []channel.File{
			{Name: "draft.json", Type: "application/json", Data: []byte(`{"version": 1}`), Use: channel.Text{Zh: "草稿，供接口上传", En: "Draft"}},
			{Name: "images/cover.png", Type: "image/png", Data: picture(900, 383, 0x17), Use: channel.Text{Zh: "封面图（2.35:1）", En: "Cover"}, Alt: "打开的冰箱"},
			{Name: "images/01.png", Type: "image/png", Data: picture(640, 360, 0x49), Use: channel.Text{Zh: "正文第 1 张图", En: "Figure 1"}, Alt: "冰箱各层的温度"},
		},
		Steps: []string{"登录公众平台，新建图文消息。", "上传封面图，再依次上传正文图片。", "复制标题、摘要，粘贴到对应的位置。", "复制正文，粘贴到编辑区，把图片换成刚上传的。", "预览发到自己的手机，看过浅色和深色以后再提交审核。"},
		Copies: []channel.Copy{
			{Label: "标题", Text: "隔夜菜能不能吃，要看放了多久、放在哪里"},
			{Label: "摘要", Text: "冷藏能让细菌长得慢，不能让它们停下来。"},
			{Label: "正文", Text: text, HTML: body},
			{Label: "原文链接", Text: "https://kepu.example.org/articles/2026/food-safety/"},
		},
		Previews: []channel.Preview{
			{Label: "浅色", HTML: body},
			{Label: "深色", HTML: strings.ReplaceAll(strings.ReplaceAll(body, "#333333", "#a3a3a3"), "#17496f", "#7fb4da"), Dark: true},
			{Label: "卡片", HTML: `<p style="margin:0">一张卡片。</p>`, Width: 240},
			{Label: "封面", Image: "images/cover.png"},
		},
		Measures: []channel.Measure{
			{Rule: "image", Value: 30210, Of: "images/01.png"},
			{Rule: "title", Value: 19},
			{Rule: "digest", Value: 20},
			{Rule: "content", Value: 18420, Line: 17},
			{Rule: "image", Value: 61230, Of: "images/cover.png"},
			{Rule: "links", Value: 0},
		},
		Remarks: []channel.Remark{{Text: channel.Text{Zh: "第 2 张图没有图说，读屏软件读不出来。", En: "A picture without a caption."}, Line: 41}},
	}
}

// picture draws something that can be told from nothing.
func picture(w, h int, tone uint8) []byte {
	m := image.NewPaletted(image.Rect(0, 0, w, h), color.Palette{color.RGBA{tone, 0x80, 0xa0, 255}, color.RGBA{250, 246, 238, 255}})
	for y := h / 4; y < 3*h/4; y++ {
		for x := w / 4; x < 3*w/4; x++ {
			m.SetColorIndex(x, y, 1)
		}
	}
	var buf bytes.Buffer
	if err := png.Encode(&buf, m); err != nil {
		panic(err)
	}
	return buf.Bytes()
}
