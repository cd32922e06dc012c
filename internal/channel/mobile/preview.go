package mobile

import (
	"fmt"
	"html"
	"strings"

	"kepu/internal/channel"
)

const look = `<style>body{margin:0;padding:12px;font:16px/1.6 sans-serif;background:#f2f2f2;color:#222}div{margin:0 0 12px;padding:8px 12px;background:#fff;border-radius:12px;overflow-wrap:anywhere;white-space:pre-wrap}img{display:block;max-width:100%;height:auto;margin:0 auto 6px}small{display:block;color:#666}</style>
`

// preview shows the parts of a text message as they arrive.
func (s *sms) preview() channel.Preview {
	var b strings.Builder
	b.WriteString(look)
	for i, part := range s.parts {
		fmt.Fprintf(&b, "<div>%s<small>第 %d 条，共 %d 条；%d 个字符</small></div>\n", html.EscapeString(part), i+1, len(s.parts), s.count(part))
	}
	return channel.Preview{Label: "短信", HTML: b.String()}
}

// preview shows the pages of a multimedia message, one under the other.
func preview(k class, pages []page) channel.Preview {
	var b strings.Builder
	b.WriteString(look)
	for i, p := range pages {
		b.WriteString("<div>")
		if p.imageFile != "" {
			fmt.Fprintf(&b, `<img src="%s/%s" alt="%s">`, k.name, p.imageFile, html.EscapeString(p.shot.alt))
		}
		fmt.Fprintf(&b, "%s<small>第 %d 页，共 %d 页；停留 %d 秒</small></div>\n", html.EscapeString(p.text), i+1, len(pages), seconds(p.slide))
	}
	return channel.Preview{Label: "彩信（100 KB 档）", HTML: b.String()}
}
