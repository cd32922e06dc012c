package push

import (
	"bytes"
	"context"
	"errors"
	"mime/multipart"
	"net/textproto"
	"net/url"

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

func (a *uploadAnswer) whole() bool { return a.value() != "" }

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

// box lists all drafts, never nil. If their number changes while it reads,
// because an editor works there, one might be passed over: it begins again.
func (c *client) box(ctx context.Context) ([]item, error) {
	box, total := []item{}, -1
	for range maxPages {
		var out boxAnswer
		body := map[string]any{"offset": len(box), "count": pageSize, "no_content": 1}
		if err := c.send(ctx, "draft/batchget", true, body, &out); err != nil {
			return nil, err
		}
		if total >= 0 && *out.Total != total {
			box, total = box[:0], -1
			continue
		}
		total = *out.Total
		box = append(box, out.Items...)
		if len(out.Items) == 0 || len(box) >= total {
			break
		}
	}
	return box, nil
}

type submitAnswer struct {
	PublishID string `json:"publish_id"`
}

func (a *submitAnswer) whole() bool { return a.PublishID != "" }

// submit asks to publish a draft and gives the number of the request.
func (c *client) submit(ctx context.Context, mediaID string) (string, error) {
	var out submitAnswer
	err := c.send(ctx, "freepublish/submit", false, map[string]any{"media_id": mediaID}, &out)
	return out.PublishID, err
}
