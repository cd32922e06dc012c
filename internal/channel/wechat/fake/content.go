package fake

import (
	"bytes"
	"encoding/json"
	"io"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
)

var jsonEscape = regexp.MustCompile(`(^|[^\\])(\\\\)*\\u[0-9a-fA-F]{4}`)

// decode reads a body strictly: UTF-8 without \u escapes, no field that is not
// known, nothing after the object.
func decode(r *http.Request, in any) *refusal {
	data, err := io.ReadAll(io.LimitReader(r.Body, 16<<20))
	switch {
	case err != nil || len(data) == 0:
		return refuse(44002, "empty post data")
	case jsonEscape.Match(data) || bytes.Contains(data, []byte("\u2028")) || bytes.Contains(data, []byte("\u2029")):
		return refuse(40033, `invalid charset. please check your request, if include \uxxxx will create fail!`)
	case !utf8.Valid(data):
		return refuse(47001, "data format error")
	}
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.DisallowUnknownFields()
	if err := dec.Decode(in); err != nil || dec.More() {
		return refuse(47001, "data format error")
	}
	return nil
}

// What a text may be made of. The platform drops what else there is; here it is
// refused, so that a test sees it.
var (
	elements = words("section p span strong em u h1 h2 h3 h4 h5 h6 ul ol li blockquote pre code table thead tbody tr th td br img hr a",
		"svg g path rect circle ellipse line polyline polygon text tspan title desc")
	attributes = words("style href src alt width height align colspan rowspan start",
		"viewbox xmlns fill stroke d x y x1 y1 x2 y2 cx cy r rx ry dx dy points transform opacity role aria-label aria-hidden preserveaspectratio",
		"font-size font-weight font-family font-style font-variant letter-spacing word-spacing text-decoration text-anchor dominant-baseline",
		"color clip-rule paint-order vector-effect fill-opacity stroke-opacity fill-rule",
		"stroke-width stroke-linecap stroke-linejoin stroke-dasharray stroke-dashoffset stroke-miterlimit")
	badStyle = regexp.MustCompile(`(?i)(^|[;\s])(position|transform)\s*:|url\(|expression\(`)
)

func words(lists ...string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(strings.Join(lists, " ")) {
		set[w] = true
	}
	return set
}

func (s *Server) checkHTML(text string) *refusal {
	z := html.NewTokenizer(strings.NewReader(text))
	for {
		switch z.Next() {
		case html.ErrorToken:
			if z.Err() == io.EOF {
				return nil
			}
			return refuse(45166, "invalid content: %v", z.Err())
		case html.CommentToken, html.DoctypeToken:
			return refuse(45166, "invalid content: a comment")
		case html.StartTagToken, html.SelfClosingTagToken:
			if no := s.checkElement(z.Token()); no != nil {
				return no
			}
		}
	}
}

func (s *Server) checkElement(t html.Token) *refusal {
	if !elements[t.Data] {
		return refuse(45166, "invalid content: <%s>", t.Data)
	}
	source := ""
	for _, a := range t.Attr {
		switch {
		case !attributes[a.Key]:
			return refuse(45166, "invalid content: %s of <%s>", a.Key, t.Data)
		case a.Key == "style" && badStyle.MatchString(a.Val):
			return refuse(45166, "invalid content: style %s", a.Val)
		case a.Key == "href":
			if u, err := url.Parse(a.Val); err != nil || u.Scheme != "https" || u.Host != "mp.weixin.qq.com" {
				return refuse(45166, "invalid content: a link to %s", a.Val)
			}
		case a.Key == "src":
			source = a.Val
		}
	}
	if _, ok := s.images[source]; t.Data == "img" && !ok {
		return refuse(45166, "invalid content: a foreign picture %s", source)
	}
	return nil
}
