package draft

import (
	"bytes"
	"encoding/json"
	"fmt"
	"html"
	"strings"
)

// Encode writes a plan as draft.json. The same plan gives the same bytes.
func Encode(p *Plan) []byte {
	var b bytes.Buffer
	if err := json.Indent(&b, JSON(p), "", "  "); err != nil {
		panic(err) // JSON's own output
	}
	b.WriteByte('\n')
	return b.Bytes()
}

// JSON writes a value as the API takes it: text as UTF-8, never as \u escapes,
// which are refused (error 40033). Characters that cannot go without an escape
// are left out: control characters but line ends and tabs, U+2028 and U+2029.
// The value must be plain data; one that JSON cannot hold is a panic.
func JSON(v any) []byte {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		panic(fmt.Sprintf("draft: %v", err))
	}
	return unescaped(bytes.TrimSuffix(b.Bytes(), []byte("\n")))
}

// unescaped takes out, in place, the escapes that encoding/json writes whatever
// it is told.
func unescaped(b []byte) []byte {
	out := b[:0]
	for i := 0; i < len(b); i++ {
		if b[i] != '\\' {
			out = append(out, b[i])
			continue
		}
		switch i++; b[i] {
		case 'u':
			if string(b[i+1:i+5]) == "fffd" { // what was no UTF-8
				out = append(out, "\uFFFD"...)
			}
			i += 4
		case 'b', 'f':
		default:
			out = append(out, '\\', b[i])
		}
	}
	return out
}

// imgStart stands before a placeholder in a text.
const imgStart = `<img src="`

// Fill gives the articles with every placeholder replaced by what its upload
// gave: an address within the text, a media_id elsewhere. The plan stays as it
// is. A placeholder without a value stays too.
func (p *Plan) Fill(values map[string]string) []Article {
	var addresses, ids []string
	for _, u := range p.Uploads {
		value, ok := values[u.Placeholder]
		switch {
		case !ok:
		case u.Use == InText:
			addresses = append(addresses, imgStart+u.Placeholder+`"`, imgStart+html.EscapeString(value)+`"`)
		default:
			ids = append(ids, u.Placeholder, value)
		}
	}
	address, id := strings.NewReplacer(addresses...), strings.NewReplacer(ids...)
	articles := make([]Article, len(p.Articles))
	for i, a := range p.Articles {
		if a.ArticleType == News {
			a.Content = address.Replace(a.Content)
		}
		a.ThumbMediaID = id.Replace(a.ThumbMediaID)
		if a.ImageInfo != nil {
			list := make([]Image, len(a.ImageInfo.ImageList))
			for n, image := range a.ImageInfo.ImageList {
				list[n].ImageMediaID = id.Replace(image.ImageMediaID)
			}
			a.ImageInfo = &ImageInfo{ImageList: list}
		}
		articles[i] = a
	}
	return articles
}
