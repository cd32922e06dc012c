package draft

import (
	"bytes"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"regexp"
	"strings"
)

// Version is the one this package writes and reads.
const Version = 1

// The most that the platform takes, by the pages of draft/add, uploadimg and
// add_material. Less than 1 MB is less than a million bytes: they do not say
// which MB.
const (
	MaxArticles   = 8          // in a draft
	MaxPictures   = 20         // in a newspic
	MaxCharacters = 19_999     // of a Content
	MaxContent    = 999_999    // bytes of a Content
	MaxInText     = 999_999    // bytes of a picture in a text
	MaxMaterial   = 10_000_000 // bytes of a cover, or of a picture of a newspic
)

var (
	placeholder = regexp.MustCompile(`^\{\{[a-z]+-[0-9]+\}\}$`)
	inText      = regexp.MustCompile(imgStart + `(\{\{[a-z]+-[0-9]+\}\})"`)
)

// Decode reads draft.json and makes sure that it can be carried out: everything
// it refers to is in it. It does not look at files and does not count
// characters.
func Decode(data []byte) (*Plan, error) {
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.DisallowUnknownFields()
	p := new(Plan)
	if err := dec.Decode(p); err != nil {
		return nil, err
	}
	if _, err := dec.Token(); err != io.EOF {
		return nil, errors.New("something follows the plan")
	}
	return p, p.Check()
}

// Check reports the first thing that keeps a plan from being carried out.
func (p *Plan) Check() error {
	if p.Version != Version {
		return fmt.Errorf("version is %d, not %d", p.Version, Version)
	}
	if p.Slug == "" || p.Slug == "." || strings.ContainsAny(p.Slug, `/\`) || !filepath.IsLocal(p.Slug) {
		return fmt.Errorf("slug %q is not the name of a folder", p.Slug)
	}
	uses := map[string]Use{}
	for i, u := range p.Uploads {
		if err := u.check(); err != nil {
			return fmt.Errorf("uploads[%d]: %w", i, err)
		}
		if uses[u.Placeholder] != "" {
			return fmt.Errorf("uploads[%d]: placeholder %s is used before", i, u.Placeholder)
		}
		uses[u.Placeholder] = u.Use
	}
	if n := len(p.Articles); n < 1 || n > MaxArticles {
		return fmt.Errorf("%d articles; a draft has 1 to %d", n, MaxArticles)
	}
	for i := range p.Articles {
		if err := p.Articles[i].check(uses); err != nil {
			return fmt.Errorf("articles[%d]: %w", i, err)
		}
	}
	return nil
}

func (u *Upload) check() error {
	sum, err := hex.DecodeString(u.SHA256)
	switch {
	case !placeholder.MatchString(u.Placeholder):
		return fmt.Errorf("placeholder %q is not of the form {{image-1}}", u.Placeholder)
	case !filepath.IsLocal(filepath.FromSlash(u.File)) || strings.Contains(u.File, `\`):
		return fmt.Errorf("file %q is not within the package", u.File)
	case u.Use != InText && u.Use != Material:
		return fmt.Errorf("use %q is unknown", u.Use)
	case err != nil || len(sum) != 32:
		return fmt.Errorf("sha256 of %s is not one", u.File)
	}
	return nil
}

func (a *Article) check(uses map[string]Use) error {
	if a.Title == "" || a.Content == "" {
		return errors.New("title or content is empty")
	}
	switch a.ArticleType {
	case News:
		for _, m := range inText.FindAllStringSubmatch(a.Content, -1) {
			if uses[m[1]] != InText {
				return fmt.Errorf("%s in the content is not an upload for a text", m[1])
			}
		}
		if uses[a.ThumbMediaID] != Material {
			return fmt.Errorf("thumb_media_id %q is not an upload", a.ThumbMediaID)
		}
	case Newspic:
		if a.ImageInfo == nil || len(a.ImageInfo.ImageList) == 0 || len(a.ImageInfo.ImageList) > MaxPictures {
			return fmt.Errorf("a newspic has 1 to %d pictures", MaxPictures)
		}
		for _, image := range a.ImageInfo.ImageList {
			if uses[image.ImageMediaID] != Material {
				return fmt.Errorf("image_media_id %q is not an upload", image.ImageMediaID)
			}
		}
	default:
		return fmt.Errorf("article_type %q is unknown", a.ArticleType)
	}
	return nil
}
