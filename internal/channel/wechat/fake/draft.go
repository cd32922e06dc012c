package fake

import (
	"net/http"
	"regexp"
	"slices"
	"strings"
)

// An Article is one of a draft, in all the fields that are known.
type Article struct {
	ArticleType        string `json:"article_type,omitempty"`
	Title              string `json:"title"`
	Author             string `json:"author,omitempty"`
	Digest             string `json:"digest,omitempty"`
	Content            string `json:"content,omitempty"`
	ContentSourceURL   string `json:"content_source_url"`
	ThumbMediaID       string `json:"thumb_media_id,omitempty"`
	ShowCoverPic       int    `json:"show_cover_pic,omitempty"`
	NeedOpenComment    int    `json:"need_open_comment"`
	OnlyFansCanComment int    `json:"only_fans_can_comment"`
	PicCrop235         string `json:"pic_crop_235_1,omitempty"`
	PicCrop11          string `json:"pic_crop_1_1,omitempty"`
	ImageInfo          *struct {
		ImageList []struct {
			ImageMediaID string `json:"image_media_id"`
		} `json:"image_list"`
	} `json:"image_info,omitempty"`
}

func (s *Server) draftAdd(r *http.Request) (any, *refusal) {
	var in struct {
		Articles []Article `json:"articles"`
	}
	if no := decode(r, &in); no != nil {
		return nil, no
	}
	if n := len(in.Articles); n == 0 {
		return nil, refuse(44003, "empty news data")
	} else if n > 8 || len(s.drafts) >= s.Limits.Drafts {
		return nil, refuse(45008, "article size out of limit")
	}
	for _, a := range in.Articles {
		if no := s.checkArticle(&a); no != nil {
			return nil, no
		}
	}
	d := &Draft{MediaID: "draft-" + s.name("draft"), Articles: in.Articles, Updated: s.Now()}
	s.drafts = append(s.drafts, d)
	return map[string]any{"media_id": d.MediaID, "item": []any{}}, nil
}

func (s *Server) draftUpdate(r *http.Request) (any, *refusal) {
	var in struct {
		MediaID  string  `json:"media_id"`
		Index    int     `json:"index"`
		Articles Article `json:"articles"`
	}
	if no := decode(r, &in); no != nil {
		return nil, no
	}
	d := s.find(in.MediaID)
	if d == nil || in.Index < 0 || in.Index >= len(d.Articles) {
		return nil, refuse(40007, "invalid media_id")
	}
	if no := s.checkArticle(&in.Articles); no != nil {
		return nil, no
	}
	d.Articles[in.Index], d.Updated = in.Articles, s.Now()
	return refuse(0, "ok"), nil
}

func (s *Server) draftGet(r *http.Request) (any, *refusal) {
	d, no := s.named(r)
	if no != nil {
		return nil, no
	}
	return map[string]any{"news_item": d.Articles}, nil
}

func (s *Server) draftDelete(r *http.Request) (any, *refusal) {
	d, no := s.named(r)
	if no != nil {
		return nil, no
	}
	s.remove(d)
	return refuse(0, "ok"), nil
}

// submit publishes at once, which on the platform takes minutes; the draft
// leaves the box.
func (s *Server) submit(r *http.Request) (any, *refusal) {
	if !s.MayPublish {
		return nil, refuse(48001, "api unauthorized")
	}
	d, no := s.named(r)
	if no != nil {
		return nil, no
	}
	s.remove(d)
	s.sent = append(s.sent, d)
	return map[string]any{"errcode": 0, "errmsg": "ok", "publish_id": "publish-" + s.name("publish"), "msg_data_id": "1"}, nil
}

// named reads a request that holds nothing but a draft's media_id.
func (s *Server) named(r *http.Request) (*Draft, *refusal) {
	var in struct {
		MediaID string `json:"media_id"`
	}
	if no := decode(r, &in); no != nil {
		return nil, no
	}
	if d := s.find(in.MediaID); d != nil {
		return d, nil
	}
	return nil, refuse(40007, "invalid media_id")
}

// draftBatchGet lists the box, the draft that was changed last first.
func (s *Server) draftBatchGet(r *http.Request) (any, *refusal) {
	var in struct {
		Offset    int `json:"offset"`
		Count     int `json:"count"`
		NoContent int `json:"no_content"`
	}
	if no := decode(r, &in); no != nil {
		return nil, no
	}
	if in.Count < 1 || in.Count > 20 || in.Offset < 0 {
		return nil, refuse(40097, "invalid args")
	}
	list := slices.Clone(s.drafts)
	slices.SortStableFunc(list, func(a, b *Draft) int { return b.Updated.Compare(a.Updated) })
	list = list[min(in.Offset, len(list)):]
	list = list[:min(in.Count, len(list))]
	items := []any{}
	for _, d := range list {
		articles := slices.Clone(d.Articles)
		for i := range articles {
			if in.NoContent == 1 {
				articles[i].Content = ""
			}
		}
		at := d.Updated.Unix()
		items = append(items, map[string]any{"media_id": d.MediaID, "update_time": at,
			"content": map[string]any{"news_item": articles, "create_time": at, "update_time": at}})
	}
	return map[string]any{"total_count": len(s.drafts), "item_count": len(items), "item": items}, nil
}

func (s *Server) find(id string) *Draft {
	for _, d := range s.drafts {
		if d.MediaID == id {
			return d
		}
	}
	return nil
}

func (s *Server) remove(d *Draft) {
	s.drafts = slices.DeleteFunc(s.drafts, func(o *Draft) bool { return o == d })
}

var crop = regexp.MustCompile(`^(0|1|0\.[0-9]{1,6}|1\.0{1,6})(_(0|1|0\.[0-9]{1,6}|1\.0{1,6})){3}$`)

// checkArticle holds an article against the limits, in the order in which the
// fields are documented.
func (s *Server) checkArticle(a *Article) *refusal {
	l := s.Limits
	switch {
	case a.ArticleType != "" && a.ArticleType != "news" && a.ArticleType != "newspic":
		return refuse(40008, "invalid message type")
	case a.Title == "" || runes(a.Title) > l.Title:
		return refuse(45003, "title size out of limit")
	case runes(a.Author) > l.Author:
		return refuse(45110, "author size out of limit")
	case runes(a.Digest) > l.Digest:
		return refuse(45004, "description size out of limit")
	case a.Content == "":
		return refuse(44004, "empty content")
	case runes(a.Content) >= l.Content || len(a.Content) >= 1<<20:
		return refuse(45002, "content size out of limit")
	case len(a.ContentSourceURL) > 1024:
		return refuse(45005, "url size out of limit")
	case a.PicCrop235 != "" && !crop.MatchString(a.PicCrop235), a.PicCrop11 != "" && !crop.MatchString(a.PicCrop11):
		return refuse(53402, "cover crop invalid")
	}
	if a.ArticleType == "newspic" {
		return s.checkPictures(a)
	}
	if _, ok := s.material[a.ThumbMediaID]; !ok {
		return refuse(40007, "invalid media_id")
	}
	return s.checkHTML(a.Content)
}

// checkPictures is for a newspic: plain text and permanent pictures.
func (s *Server) checkPictures(a *Article) *refusal {
	if strings.ContainsAny(a.Content, "<>") {
		return refuse(45166, "invalid content")
	}
	if a.ImageInfo == nil || len(a.ImageInfo.ImageList) == 0 || len(a.ImageInfo.ImageList) > 20 {
		return refuse(40007, "invalid media_id")
	}
	for _, image := range a.ImageInfo.ImageList {
		if _, ok := s.material[image.ImageMediaID]; !ok {
			return refuse(40007, "invalid media_id")
		}
	}
	return nil
}

func runes(s string) int { return len([]rune(s)) }
