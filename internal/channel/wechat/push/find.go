package push

import (
	"cmp"
	"context"
	"slices"

	"kepu/internal/channel/wechat/draft"
)

const (
	pageSize = 20  // the most that draft/batchget gives at once
	maxPages = 100 // asked for: far more drafts than an editor keeps
	readings = 5   // of the box, while it changes
)

// An item is a draft as draft/batchget lists it, without the texts.
type item struct {
	MediaID string `json:"media_id"`
	Updated int64  `json:"update_time"`
	Content struct {
		Articles []draftHead `json:"news_item"`
	} `json:"content"`
}

// A draftHead is what articles are recognised by.
type draftHead struct {
	ArticleType string `json:"article_type"`
	Title       string `json:"title"`
	SourceURL   string `json:"content_source_url"`
}

// find looks for a draft of the package, "" if there is none. Of several it is
// the one that was changed last. A draft that belongs to another package is
// none, nor is one that is to be deleted.
func (r *run) find(ctx context.Context, p *Package, d *record) (string, error) {
	if r.box == nil {
		box, err := r.client.box(ctx)
		if err != nil {
			return "", err
		}
		r.box = box
	}
	found := slices.DeleteFunc(slices.Clone(r.box), func(it item) bool {
		return !same(it.Content.Articles, p.Plan.Articles) || slices.Contains(d.Stale, it.MediaID) || r.state.belongs(it.MediaID, p)
	})
	if len(found) == 0 {
		return "", nil
	}
	if len(found) > 1 {
		r.say(p, "草稿箱里有 %d 份同一篇的草稿：更新最新的一份，其余请在后台看看要不要删", "the box holds %d drafts of the same articles: updating the newest; please see whether to delete the others", len(found))
	}
	return slices.MaxFunc(found, func(a, b item) int { return int(a.Updated - b.Updated) }).MediaID, nil
}

// same reports whether a draft is of these articles: as many, of the same types,
// leading to the same addresses; those without an address, as pictures are, of
// the same titles.
func same(heads []draftHead, articles []draft.Article) bool {
	return slices.EqualFunc(heads, articles, func(h draftHead, a draft.Article) bool {
		if cmp.Or(h.ArticleType, draft.News) != a.ArticleType {
			return false
		}
		if h.SourceURL != "" || a.ContentSourceURL != "" {
			return h.SourceURL == a.ContentSourceURL
		}
		return h.Title == a.Title
	})
}
