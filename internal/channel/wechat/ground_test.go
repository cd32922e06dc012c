package wechat

import (
	"strings"
	"testing"
)

func TestGrounded(t *testing.T) {
	const ground = `<rect x="0" y="0" width="30" height="20" fill="#fff" stroke="none"/>`
	for svg, want := range map[string]string{
		`<svg viewBox="0 0 30 20"><path d="M0 0h9"/></svg>`:                                                      `<svg viewBox="0 0 30 20">` + ground + `<path d="M0 0h9"/></svg>`,
		`<svg width="30px" height="20"><title>甲</title><g/></svg>`:                                               `<svg width="30px" height="20">` + ground + `<title>甲</title><g/></svg>`,
		`<svg viewBox="0 0 30 20"><rect width="30" height="20" fill="none"/></svg>`:                              `<svg viewBox="0 0 30 20">` + ground + `<rect width="30" height="20" fill="none"/></svg>`,
		`<svg viewBox="-5,1,30,20"><path/></svg>`:                                                                `<svg viewBox="-5,1,30,20">` + strings.Replace(ground, `x="0" y="0"`, `x="-5" y="1"`, 1) + `<path/></svg>`,
		`<svg viewBox="0 0 30 20"><title>甲</title><rect width="100%" height="20" fill="#eee"/><path/></svg>`:     "",
		`<svg viewBox="0 0 30 20"><defs><rect width="1" height="1"/></defs><rect width="30" height="20"/></svg>`: "",
		`<svg viewBox="0 0 30 20"/>`:                                                                             "", `<svg><path/></svg>`: "", `<svg viewBox="0 0 30 20"><g>`: `<svg viewBox="0 0 30 20">` + ground + `<g>`, `no drawing`: "",
	} {
		if want == "" {
			want = svg
		}
		if got := string(grounded([]byte(svg))); got != want {
			t.Errorf("%s\ngot  %s\nwant %s", svg, got, want)
		}
	}
}
