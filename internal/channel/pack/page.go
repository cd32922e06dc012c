package pack

import (
	"bytes"
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"errors"
	"html/template"
	"strings"
	"sync"

	"kepu/internal/theme/compile"
)

var (
	//go:embed index.html
	indexHTML string
	//go:embed index.css
	indexCSS string
	//go:embed index.js
	indexJS string
)

// policy is the page's own: it shows what contributors wrote. Its one script runs
// and no other; nothing comes from the network. Previews have styles in their
// text, so styles are allowed.
func policy() string {
	sum := sha256.Sum256([]byte(indexJS))
	return "default-src 'none'; img-src 'self' data:; style-src 'unsafe-inline'; script-src 'sha256-" +
		base64.StdEncoding.EncodeToString(sum[:]) + "'; base-uri 'none'; form-action 'none'"
}

// An index is the editor's page before it shows a package: its head, to the end of
// the script, is the same in all packages.
type index struct {
	head string
	body *compile.Program
}

var indexOf = sync.OnceValues(func() (*index, error) {
	const cut = "<title>"
	head, body, _ := strings.Cut(indexHTML, cut)
	t, err := template.New(indexName).Parse(cut + body)
	if err != nil {
		return nil, err
	}
	program, err := compile.New(t, indexName, nil, nil)
	head = strings.NewReplacer("POLICY", policy(), "STYLE", indexCSS, "SCRIPT", indexJS).Replace(head)
	return &index{head, program}, err
})

// page draws the editor's page.
func (k *kit) page(v *view) ([]byte, error) {
	index, err := indexOf()
	if err != nil {
		return nil, err
	}
	out, ok := index.body.Append(append(k.out[:0], index.head...), v)
	if !ok {
		return nil, errors.New("the editor's page cannot be drawn")
	}
	k.out = out
	return bytes.Clone(out), nil
}
