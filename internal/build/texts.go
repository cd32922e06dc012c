package build

import (
	"kepu/internal/artifact"
	"kepu/internal/cache"
	"kepu/internal/markdown"
)

// texts parses bodies, or takes them from the cache where an earlier build has
// parsed the same bytes under the same options with the same program.
type texts struct {
	store   *cache.Cache
	program string
}

// openCache gives a cache that keeps nothing where there is no folder or the
// folder cannot be used: a build must not fail for want of a short cut.
func openCache(opt Options) texts {
	if opt.Cache == "" {
		return texts{}
	}
	store, err := cache.Open(opt.Cache)
	if err != nil {
		return texts{}
	}
	return texts{store, opt.Program}
}

func (t texts) parse(body []byte, line int, opt markdown.Options) *markdown.Doc {
	if t.store == nil {
		return markdown.Parse(body, line, opt)
	}
	key := cache.Key(artifact.DigestOf("text", t.program, body, line, opt))
	if b, ok := t.store.Get(key); ok {
		if doc, err := markdown.Decode(b); err == nil {
			return doc
		}
	}
	doc := markdown.Parse(body, line, opt)
	t.store.Put(key, doc.Encode())
	return doc
}
