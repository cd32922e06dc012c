package theme

import (
	"html/template"
	"reflect"
	"sync"

	"kepu/internal/artifact"
)

// frames keep the parts that many pages share: the header of a section, the
// footer. They depend on nothing but the site's frame, which is made once for
// each language and never changed, and on a key such as the section.
type frames struct {
	mu   sync.RWMutex
	made map[frameKey]template.HTML
}

type frameKey struct {
	name, key string
	site      any // a pointer
}

// maxFrames bounds what is kept: a server that watches files makes new sites
// with the same theme.
const maxFrames = 256

func (f *frames) draw(d *drawer, key frameKey, view any) (template.HTML, error) {
	f.mu.RLock()
	text, ok := f.made[key]
	f.mu.RUnlock()
	if ok {
		return text, nil
	}
	drawn, err := d.draw(nil, key.name, view)
	if err != nil {
		return "", err
	}
	text = template.HTML(drawn)
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.made == nil || len(f.made) >= maxFrames {
		f.made = map[frameKey]template.HTML{}
	}
	f.made[key] = text
	return text, nil
}

// pieces keep what a page draws of a value that many pages show, such as the
// card of an article in the lists of its topics.
type pieces struct {
	drawer *drawer
	mu     sync.RWMutex
	made   map[pieceKey]template.HTML
}

type pieceKey struct {
	name   string
	digest artifact.Digest
}

// maxPieces bounds what is kept for one template, some 80 MB.
const maxPieces = 150_000

// draw gives the partial called name for a value, its It. The partial may show
// strings of the view, and nothing else of it.
func (p *pieces) draw(name string, view, value reflect.Value) (template.HTML, error) {
	it := handle(value)
	key := pieceKey{name, digestOf(it)}
	p.mu.RLock()
	text, ok := p.made[key]
	p.mu.RUnlock()
	if ok {
		return text, nil
	}
	drawn, err := p.drawer.draw(nil, name, scope{handle(view), it})
	if err != nil {
		return "", err
	}
	text = template.HTML(drawn)
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.made == nil || len(p.made) >= maxPieces {
		p.made = map[pieceKey]template.HTML{}
	}
	p.made[key] = text
	return text, nil
}

// digestOf asks a value that knows its digest, such as a card that many pages
// share, and computes that of others.
func digestOf(it any) artifact.Digest {
	if d, ok := it.(artifact.Digester); ok {
		return d.Digest()
	}
	return artifact.DigestOf(it)
}
