package wechat

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"

	"kepu/internal/channel"
	"kepu/internal/channel/wechat/darkmode"
	"kepu/internal/channel/wechat/draft"
)

// pack makes the package of a draft. An edition may have asked for more articles
// than a draft can have.
func (g *gallery) pack(articles []*article, asked int) *channel.Package {
	piece := g.job.Piece
	p := &channel.Package{Title: piece.Title, Remarks: g.remarks}
	plan := &draft.Plan{Version: draft.Version, Slug: g.job.Name(), Address: piece.Address}
	g.files(p, plan, articles)
	names := g.placeholders(plan)
	var texts []string
	for i, a := range articles {
		content := names.Replace(a.html)
		plan.Articles = append(plan.Articles, a.draft(content, i, len(articles)))
		p.Measures = append(p.Measures, g.measures(a, content, len(articles) > 1)...)
		p.Copies = append(p.Copies, a.copies(i, len(articles) > 1)...)
		p.Previews = append(p.Previews, a.previews(i, len(articles) > 1)...)
		texts = append(texts, a.piece.Title+"\n\n"+a.text)
	}
	p.Text = strings.Join(texts, "\n\n\n") + "\n"
	p.Measures = append(p.Measures, channel.Measure{Rule: "articles", Value: asked})
	for _, s := range g.shown {
		p.Measures = append(p.Measures, channel.Measure{Rule: "image-bytes", Value: len(s.data), Of: s.name, Piece: s.piece})
	}
	p.Files = append(p.Files, channel.File{
		Name: draft.File, Type: "application/json", Data: draft.Encode(plan),
		Use: channel.Text{Zh: "接口推送用的草稿（kepu channel push wechat）", En: "the draft, for kepu channel push wechat"},
	})
	var pictures *draft.Plan
	if len(articles) == 1 {
		pictures = g.pictureMessage(articles[0])
	}
	if pictures != nil {
		p.Files = append(p.Files, channel.File{
			Name: draft.NewspicFile, Type: "application/json", Data: draft.Encode(pictures),
			Use: channel.Text{Zh: "图片消息的草稿（kepu channel push wechat --newspic）", En: "the draft of a message of pictures, for kepu channel push wechat --newspic"},
		})
		p.Measures = append(p.Measures, channel.Measure{Rule: "newspic-chars", Value: channel.Characters(articles[0].text)})
	}
	p.Steps = g.steps(articles, pictures != nil)
	return p
}

// files lists what has to be uploaded, in the order in which an editor comes to
// it.
func (g *gallery) files(p *channel.Package, plan *draft.Plan, articles []*article) {
	upload := func(f channel.File, placeholder string, use draft.Use) {
		plan.Uploads = append(plan.Uploads, draft.Upload{Placeholder: placeholder, File: f.Name, Use: use, SHA256: sum(f.Data)})
	}
	for i, a := range articles {
		p.Files = append(p.Files, a.wide, a.square)
		upload(a.wide, fmt.Sprintf("{{cover-%d}}", i+1), draft.Material)
	}
	for i, s := range g.shown {
		f := channel.File{Name: s.name, Type: s.kind, Data: s.data, Alt: s.alt, Use: channel.Text{
			Zh: fmt.Sprintf("正文第 %d 张图", i+1), En: fmt.Sprintf("picture %d of the text", i+1),
		}}
		p.Files = append(p.Files, f)
		upload(f, fmt.Sprintf("{{image-%d}}", i+1), draft.InText)
	}
}

func sum(data []byte) string {
	s := sha256.Sum256(data)
	return hex.EncodeToString(s[:])
}

// placeholders puts them where pictures have their names. No text can look like
// the tag that comes before one.
func (g *gallery) placeholders(plan *draft.Plan) *strings.Replacer {
	var pairs []string
	for _, u := range plan.Uploads {
		if u.Use == draft.InText {
			pairs = append(pairs, imgStart+u.File+`"`, imgStart+u.Placeholder+`"`)
		}
	}
	return strings.NewReplacer(pairs...)
}

// draft is the article as the API takes it. Of several articles none has a
// digest: WeChat shows none.
func (a *article) draft(content string, i, n int) draft.Article {
	d := draft.Article{
		ArticleType: "news", Title: a.piece.Title, Author: a.author, Digest: a.digest,
		Content: content, ContentSourceURL: a.piece.Address,
		ThumbMediaID: fmt.Sprintf("{{cover-%d}}", i+1), PicCrop235: "0_0_1_1", PicCrop11: squareOfWide,
	}
	if n > 1 {
		d.Digest = ""
	}
	return d
}

func (g *gallery) measures(a *article, content string, several bool) []channel.Measure {
	of := ""
	if several {
		of = a.piece.Title
	}
	light, dark := darkmode.Check(a.html)
	images := characters(content) - channel.Characters(content)
	list := []channel.Measure{
		{Rule: "title", Value: channel.Characters(a.piece.Title)},
		{Rule: "author", Value: channel.Characters(a.author)},
		{Rule: "source-url", Value: len(a.piece.Address)},
		{Rule: "content-chars", Value: characters(content)},
		{Rule: "content-bytes", Value: len(content) + images},
		{Rule: "images", Value: len(a.shown)},
		{Rule: "contrast-light", Value: light.Ratio},
		{Rule: "contrast-dark", Value: dark.Ratio},
		{Rule: "links", Value: foreign(content)},
	}
	if !several {
		list = append(list, channel.Measure{Rule: "digest", Value: channel.Characters(a.digest)})
	}
	for i := range list {
		list[i].Of, list[i].Piece = of, g.of(a.piece)
	}
	return list
}

// foreign counts links that the editor would refuse. There are none, unless
// something here is wrong.
func foreign(content string) int {
	const start, own = "<a", `<a href="https://mp.weixin.qq.com`
	return strings.Count(content, start) - strings.Count(content, own)
}

// pictureMessage is the article as a message of pictures with plain text, if it
// has pictures that can be looked at by themselves.
func (g *gallery) pictureMessage(a *article) *draft.Plan {
	plan := &draft.Plan{Version: draft.Version, Slug: g.job.Name(), Address: a.piece.Address}
	list := &draft.ImageInfo{}
	for _, s := range a.shown {
		if s.tex || len(list.ImageList) == draft.MaxPictures {
			continue
		}
		placeholder := fmt.Sprintf("{{picture-%d}}", len(list.ImageList)+1)
		list.ImageList = append(list.ImageList, draft.Image{ImageMediaID: placeholder})
		plan.Uploads = append(plan.Uploads, draft.Upload{Placeholder: placeholder, File: s.name, Use: draft.Material, SHA256: sum(s.data)})
	}
	if len(list.ImageList) == 0 {
		return nil
	}
	plan.Articles = []draft.Article{{
		ArticleType: "newspic", Title: a.piece.Title, Content: a.text, ImageInfo: list,
	}}
	return plan
}
