package push

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"mime/multipart"
	"net/textproto"
	"net/url"
	"strings"

	"kepu/internal/channel/wechat/draft"
)

const jsonType = "application/json; charset=utf-8"

// send makes a call whose body is JSON.
func (c *client) send(ctx context.Context, call string, repeat bool, body any, out answer) error {
	return c.do(ctx, request{call: call, query: url.Values{}, kind: jsonType, body: draft.JSON(body), repeat: repeat}, out)
}

type uploadAnswer struct {
	Use     draft.Use `json:"-"`
	URL     string    `json:"url"`
	MediaID string    `json:"media_id"`
}

func (a *uploadAnswer) value() string {
	if a.Use == draft.Material {
		return a.MediaID
	}
	return a.URL
}

// whole wants an address to be one of the platform's own: it drops pictures of
// others, and what is remembered here would spoil every later draft.
func (a *uploadAnswer) whole() bool {
	if a.Use == draft.Material {
		return a.MediaID != ""
	}
	u, err := url.Parse(a.URL)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https") && (strings.HasSuffix(u.Host, ".qpic.cn") || strings.HasSuffix(u.Host, ".qq.com"))
}

// upload brings a file to the platform and gives its address, or for a Material
// its media_id. A file that goes twice costs a little of a quota, no more.
func (c *client) upload(ctx context.Context, use draft.Use, f file) (string, error) {
	var b bytes.Buffer
	w := multipart.NewWriter(&b)
	part, err := w.CreatePart(textproto.MIMEHeader{
		"Content-Disposition": {`form-data; name="media"; filename="` + f.name + `"`},
		"Content-Type":        {f.kind},
	})
	if err == nil {
		_, err = part.Write(f.data)
	}
	if err := errors.Join(err, w.Close()); err != nil {
		return "", err
	}
	req := request{call: "media/uploadimg", query: url.Values{}, kind: w.FormDataContentType(), body: b.Bytes(), repeat: true}
	if use == draft.Material {
		req.call = "material/add_material"
		req.query.Set("type", "image")
	}
	out := uploadAnswer{Use: use}
	err = c.do(ctx, req, &out)
	return out.value(), err
}

type addAnswer struct {
	MediaID string `json:"media_id"`
}

func (a *addAnswer) whole() bool { return a.MediaID != "" }

func (c *client) draftAdd(ctx context.Context, articles []draft.Article) (string, error) {
	var out addAnswer
	err := c.send(ctx, "draft/add", false, map[string]any{"articles": articles}, &out)
	return out.MediaID, err
}

// A doneAnswer says that something was done, in so many words: {} does not.
type doneAnswer struct {
	Code *int `json:"errcode"`
}

func (a *doneAnswer) whole() bool { return a.Code != nil }

func (c *client) draftUpdate(ctx context.Context, mediaID string, index int, a *draft.Article) error {
	return c.send(ctx, "draft/update", true, map[string]any{"media_id": mediaID, "index": index, "articles": a}, &doneAnswer{})
}

func (c *client) draftDelete(ctx context.Context, mediaID string) error {
	return c.send(ctx, "draft/delete", true, map[string]any{"media_id": mediaID}, &doneAnswer{})
}

type getAnswer struct {
	Articles []struct{} `json:"news_item"`
}

func (a *getAnswer) whole() bool { return len(a.Articles) > 0 }

// draftExists asks whether a draft is in the box.
func (c *client) draftExists(ctx context.Context, mediaID string) (bool, error) {
	err := c.send(ctx, "draft/get", true, map[string]any{"media_id": mediaID}, &getAnswer{})
	if Code(err) == codeMediaID {
		return false, nil
	}
	return err == nil, err
}

type boxAnswer struct {
	Total *int   `json:"total_count"`
	Items []item `json:"item"`
}

func (a *boxAnswer) whole() bool { return a.Total != nil }

// box lists all drafts, never nil and never only some: one that is passed over
// would be added a second time. If the box changes while it is read, because an
// editor works there, it is read again.
func (c *client) box(ctx context.Context) ([]item, error) {
	for range readings {
		if box, err := c.read(ctx); box != nil || err != nil {
			return box, err
		}
	}
	return nil, &Problem{Text: Text{
		Zh: fmt.Sprintf("草稿箱读不全：读的时候一直有人改动，或草稿多于 %d 份。为免重复新建，这次没有送；请过几分钟再运行，或先清理草稿箱", pageSize*maxPages),
		En: fmt.Sprintf("the box cannot be read as a whole: it goes on changing, or holds more than %d drafts. Nothing was pushed, lest it be added twice; run this again in a few minutes, or tidy the box first", pageSize*maxPages),
	}}
}

// read reads the box once; nil if it changed meanwhile or has no end.
func (c *client) read(ctx context.Context) ([]item, error) {
	box, total, seen := []item{}, -1, map[string]bool{}
	for range maxPages {
		var out boxAnswer
		body := map[string]any{"offset": len(box), "count": pageSize, "no_content": 1}
		if err := c.send(ctx, "draft/batchget", true, body, &out); err != nil {
			return nil, err
		}
		if total >= 0 && *out.Total != total {
			return nil, nil
		}
		total = *out.Total
		for _, it := range out.Items {
			if seen[it.MediaID] { // it moved, and another one with it
				return nil, nil
			}
			seen[it.MediaID] = true
		}
		box = append(box, out.Items...)
		switch {
		case len(box) == total:
			return box, nil
		case len(out.Items) == 0, len(box) > total:
			return nil, nil
		}
	}
	return nil, nil
}

type submitAnswer struct {
	PublishID word `json:"publish_id"`
}

func (a *submitAnswer) whole() bool { return a.PublishID != "" }

// submit asks to publish a draft and gives the number of the request.
func (c *client) submit(ctx context.Context, mediaID string) (string, error) {
	var out submitAnswer
	err := c.send(ctx, "freepublish/submit", false, map[string]any{"media_id": mediaID}, &out)
	return string(out.PublishID), err
}
