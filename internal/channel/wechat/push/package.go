package push

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"net/http"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"strings"

	"kepu/internal/channel/wechat/draft"
)

// A Package is a folder with a plan that can be carried out.
type Package struct {
	Slug   string // its folder, which is not always called as the plan's slug
	Plan   *draft.Plan
	Digest string // of the plan, which holds the digests of the files
	dir    string
	file   string // the plan's
}

// List gives the names of the packages in a folder that have a plan of that name,
// draft.File or draft.NewspicFile, sorted.
func List(dir, plan string) ([]string, error) {
	entries, err := os.ReadDir(dir)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	var slugs []string
	for _, e := range entries {
		if _, err := os.Stat(filepath.Join(dir, e.Name(), plan)); err == nil {
			slugs = append(slugs, e.Name())
		}
	}
	return slugs, nil
}

// Open reads a plan of the package slug in the folder dir, draft.File or
// draft.NewspicFile, and makes sure that the files are those that it names.
func Open(dir, slug, plan string) (*Package, error) {
	if slug == "" || slug == "." || !filepath.IsLocal(slug) || strings.ContainsAny(slug, `/\`) {
		return nil, &Problem{Text: Text{Zh: "--slug 写包的文件夹名，不带斜杠：" + slug, En: "--slug is the name of a package's folder, without slashes: " + slug}}
	}
	p := &Package{Slug: slug, dir: filepath.Join(dir, slug), file: plan}
	data, err := p.read(plan)
	if errors.Is(err, fs.ErrNotExist) && plan == draft.NewspicFile {
		return nil, &Problem{Err: err, Text: Text{
			Zh: slug + "：没有图片消息。正文里有图片的单篇稿件才有；请去掉 --newspic",
			En: slug + ": there is no message of pictures: only a single article with pictures has one. Leave --newspic out",
		}}
	}
	if errors.Is(err, fs.ErrNotExist) {
		return nil, p.problem("没有这个包", "there is no such package", err)
	}
	if err != nil {
		return nil, err
	}
	if p.Plan, err = draft.Decode(data); err != nil {
		return nil, p.problem(plan+" 不能用", plan+" is of no use", err)
	}
	sum := sha256.Sum256(data)
	p.Digest = hex.EncodeToString(sum[:])
	for _, u := range p.Plan.Uploads {
		if _, err := p.load(u); err != nil {
			return nil, err
		}
	}
	return p, nil
}

// problem says what is wrong with the package; the way out is always the same.
func (p *Package) problem(zh, en string, err error) error {
	if err != nil {
		zh, en = zh+"（"+err.Error()+"）", en+" ("+err.Error()+")"
	}
	return &Problem{Err: err, Text: Text{
		Zh: fmt.Sprintf("%s：%s。请先运行 kepu channel build wechat 重新生成", p.Slug, zh),
		En: fmt.Sprintf("%s: %s. Run kepu channel build wechat to make it anew", p.Slug, en),
	}}
}

// read follows no link out of the package.
func (p *Package) read(name string) ([]byte, error) {
	root, err := os.OpenRoot(p.dir)
	if err != nil {
		return nil, err
	}
	defer root.Close()
	return root.ReadFile(filepath.FromSlash(name))
}

// A file is what is uploaded: a name whose ending fits, the media type, the bytes.
type file struct {
	name, kind string
	data       []byte
}

// load reads the file of an upload, which must be the one that was planned and
// one that the platform takes.
func (p *Package) load(u draft.Upload) (file, error) {
	data, err := p.read(u.File)
	if err != nil {
		return file{}, p.problem("读不到 "+u.File, "cannot read "+u.File, err)
	}
	if sum := sha256.Sum256(data); hex.EncodeToString(sum[:]) != strings.ToLower(u.SHA256) {
		return file{}, p.problem(u.File+" 和 "+p.file+" 里记的不是同一个文件", u.File+" is not the file that "+p.file+" means", nil)
	}
	most := draft.MaxMaterial
	if u.Use == draft.InText {
		most = draft.MaxInText
	}
	if len(data) > most {
		return file{}, p.problem(fmt.Sprintf("%s 有 %d 字节，最多 %d", u.File, len(data), most), fmt.Sprintf("%s has %d bytes, at most %d are taken", u.File, len(data), most), nil)
	}
	kind := http.DetectContentType(data)
	ending := map[string]string{"image/png": ".png", "image/jpeg": ".jpg", "image/gif": ".gif", "image/bmp": ".bmp"}[kind]
	if ending == "" || u.Use == draft.InText && !bytes.Contains([]byte(".png .jpg"), []byte(ending)) {
		return file{}, p.problem(u.File+" 不是微信能收的图片（正文用 jpg、png）", u.File+" is not a picture that the platform takes (jpg or png in a text)", nil)
	}
	name := strings.TrimSuffix(path.Base(u.File), path.Ext(u.File)) + ending
	return file{strings.NewReplacer(`"`, "_", `\`, "_", "\r", "_", "\n", "_").Replace(name), kind, data}, nil
}

// beside reports whether there is another package of that name.
func (p *Package) beside(slug string) bool {
	_, err := os.Stat(filepath.Join(filepath.Dir(p.dir), slug, p.file))
	return slug != p.Slug && err == nil
}

// key is what the package's draft is remembered by: the address of what it is
// about, as several sites may share an account and a host, and, but for the usual
// one, the plan.
func (p *Package) key() string {
	key := p.Slug
	if u, err := url.Parse(p.Plan.Address); err == nil && u.Host != "" {
		key = u.Host + u.Path
	}
	if p.file != draft.File {
		key += " " + p.file
	}
	return key
}
