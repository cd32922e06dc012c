package page

import "kepu/internal/artifact"

// Digest implements artifact.Digester: thousands of views hold the one Chrome
// of their language.
func (c *Chrome) Digest() artifact.Digest {
	if c.digest != (artifact.Digest{}) {
		return c.digest
	}
	return artifact.DigestOf(*c)
}

// Digest implements artifact.Digester: a card stands in the lists of every
// topic of its entry.
func (c *Card) Digest() artifact.Digest {
	if c.digest != (artifact.Digest{}) {
		return c.digest
	}
	return artifact.DigestOf(*c)
}
