package push

import (
	"context"
	"errors"
	"time"

	"kepu/internal/channel/wechat/draft"
)

// bring uploads the files of a package and makes the box hold one draft of it.
// Editors may have thrown covers away that were uploaded before: these are
// uploaded again, once.
func (r *run) bring(ctx context.Context, p *Package, d *record) (Action, error) {
	articles, err := r.upload(ctx, p)
	if err != nil {
		return "", err
	}
	action, err := r.deliver(ctx, p, d, articles)
	if Code(err) != codeMediaID {
		return action, err
	}
	r.say(p, "素材库里的封面不在了，重新上传", "the cover is gone from the library: uploading it again")
	for _, u := range p.Plan.Uploads {
		if u.Use == draft.Material {
			delete(r.state.Uploads, uploadKey(u))
		}
	}
	if articles, err = r.upload(ctx, p); err != nil {
		return "", err
	}
	return r.deliver(ctx, p, d, articles)
}

// upload gives the articles with addresses and media_ids in place of
// placeholders. Files of the same bytes are uploaded once, whatever package
// they belong to.
func (r *run) upload(ctx context.Context, p *Package) ([]draft.Article, error) {
	values := map[string]string{}
	for i, u := range p.Plan.Uploads {
		value, ok := r.state.Uploads[uploadKey(u)]
		if !ok {
			r.say(p, "上传 %d/%d %s", "uploading %d/%d %s", i+1, len(p.Plan.Uploads), u.File)
			f, err := p.load(u)
			if err != nil {
				return nil, err
			}
			if value, err = r.client.upload(ctx, u.Use, f); err != nil {
				return nil, err
			}
			r.state.Uploads[uploadKey(u)] = value
			if err := r.state.save(); err != nil {
				return nil, err
			}
		}
		values[u.Placeholder] = value
	}
	return p.Plan.Fill(values), nil
}

// deliver updates the draft that is known, or finds or adds one.
func (r *run) deliver(ctx context.Context, p *Package, d *record, articles []draft.Article) (Action, error) {
	if d.MediaID != "" && d.Articles != len(articles) {
		// The API changes articles, not their number. The old draft goes last, so
		// that there is always one.
		r.say(p, "篇数从 %d 变成 %d，接口改不了篇数：先新建草稿，再删去旧的", "%d articles are now %d, which the API cannot change: adding a new draft, then deleting the old one", d.Articles, len(articles))
		d.Stale = append(d.Stale, d.MediaID)
		d.MediaID = ""
	}
	action := Updated
	if d.MediaID != "" {
		if err := r.update(ctx, p, d, articles); err != nil {
			return "", err
		}
	}
	if d.MediaID == "" {
		var err error
		if action, err = r.add(ctx, p, d, articles); err != nil {
			return "", err
		}
	}
	d.Digest, d.Begun, d.Published = p.Digest, zero, ""
	if len(d.Stale) > 0 {
		action = Replaced
	}
	return action, errors.Join(r.state.save(), r.sweep(ctx, d))
}

// update writes all articles anew. Where an editor has thrown the draft away it
// forgets it, and that is no error.
func (r *run) update(ctx context.Context, p *Package, d *record, articles []draft.Article) error {
	d.Digest = "" // until all of it is there
	if err := r.state.save(); err != nil {
		return err
	}
	r.say(p, "更新草稿", "updating the draft")
	for i := range articles {
		err := r.client.draftUpdate(ctx, d.MediaID, i, &articles[i])
		if Code(err) != codeMediaID {
			if err != nil {
				return err
			}
			continue
		}
		// Either the draft is gone or a cover in it.
		there, look := r.client.draftExists(ctx, d.MediaID)
		if look != nil {
			return look
		}
		if there {
			return err
		}
		r.say(p, "草稿箱里已没有这份草稿", "the draft is no longer in the box")
		d.MediaID, r.box = "", nil
		return r.state.save()
	}
	return nil
}

// looks is how often add looks into the box before it gives up; listed is how
// long it waits before, each time longer, until a draft that was just added must
// be in the list.
const (
	looks  = 3
	listed = 5 * time.Second
)

// add makes a draft, but where the box holds one of the same articles, which a
// push that was cut off has left or whose record was lost, it takes that over.
// So a request without an answer is never sent again without a look.
func (r *run) add(ctx context.Context, p *Package, d *record, articles []draft.Article) (Action, error) {
	var failed error
	for try := range looks {
		if wait := time.Duration(try+1)*listed - r.now().Sub(d.Begun); !d.Begun.IsZero() && wait > 0 {
			r.say(p, "上次新建草稿没有收到回音，看看草稿箱里有没有", "adding the draft got no answer: looking whether it is in the box")
			if err := r.client.sleep(ctx, wait); err != nil {
				return "", err
			}
			r.box = nil
		}
		found, err := r.find(ctx, p, d)
		if err != nil {
			return "", err
		}
		if found != "" {
			r.say(p, "草稿箱里已有同一篇的草稿，改为更新它", "the box holds a draft of the same articles: taking it over")
			r.state.take(d, found, len(articles))
			if err := r.update(ctx, p, d, articles); err != nil || d.MediaID != "" {
				return Updated, err
			}
		}
		d.Begun = r.now()
		if err := r.state.save(); err != nil {
			return "", err
		}
		r.say(p, "新建草稿", "adding a draft")
		id, err := r.client.draftAdd(ctx, articles)
		if err == nil {
			r.state.take(d, id, len(articles))
			return Added, r.state.save()
		}
		if !unsure(err) {
			d.Begun = zero
			return "", errors.Join(err, r.state.save())
		}
		// The answer may have been long in coming: only from now on must the box show it.
		failed, d.Begun, r.box = err, r.now(), nil
	}
	return "", failed
}

// sweep deletes the drafts that a newer one has replaced.
func (r *run) sweep(ctx context.Context, d *record) error {
	for len(d.Stale) > 0 {
		if err := r.client.draftDelete(ctx, d.Stale[0]); err != nil && Code(err) != codeMediaID {
			return err
		}
		d.Stale = d.Stale[1:]
		if err := r.state.save(); err != nil {
			return err
		}
	}
	return nil
}
