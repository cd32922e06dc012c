package picture

import (
	"strings"
	"testing"
)

const ns = ` xmlns="http://www.w3.org/2000/svg"`

var safe = []string{
	`<svg` + ns + ` width="40" height="30"/>`,
	`<svg` + ns + ` viewBox="0 0 40 30"><title>图</title><path d="M0 0"/></svg>`,
	`<svg` + ns + ` width="40px" height="30px"><style>path{fill:red}</style></svg>`,
	`<svg` + ns + ` width="100%" height="100%" viewBox="0,0,40,30"/>`,
	`<svg` + ns + ` width="4em" height="3em" viewBox="0 0 40 30"/>`,
	"\ufeff" + `<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd"><!-- <script> --><svg` + ns + ` viewBox="0 0 40 30"/>`,
	`<svg` + ns + ` xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 40 30"><use xlink:href="#a"/><image href="data:image/png;base64,AAAA"/></svg>`,
	`<svg` + ns + ` viewBox="0 0 40 30"><animate attributeName="opacity" values="0;1"/></svg>`,
	`<svg` + ns + ` viewBox="0 0 40 30"><style><![CDATA[ path { fill: url( '#a' ) } /* é \201C */ ]]></style><path style="filter:url(#b)" fill="URL(#c) red" clip-path='url("#d")'/></svg>`,
	`<svg` + ns + ` viewBox="0 0 40 30"><animate attributeName="fill" values="url(#a);url(#b)"/><text>url(https://example.org) @import javascript:</text></svg>`,
}

var unsafeDrawings = []string{
	`<svg` + ns + `><script>alert(1)</script></svg>`,
	`<svg` + ns + `><SCRIPT/></svg>`,
	`<svg` + ns + `><g><x:script xmlns:x="http://www.w3.org/2000/svg"/></g></svg>`,
	`<svg` + ns + ` onload="alert(1)"/>`,
	`<svg` + ns + `><path ONCLICK="alert(1)"/></svg>`,
	`<svg` + ns + `><foreignObject><body xmlns="http://www.w3.org/1999/xhtml"/></foreignObject></svg>`,
	`<svg` + ns + `><a href="javascript:alert(1)"/></svg>`,
	`<svg` + ns + `><a href=" JavaScript:alert(1)"/></svg>`,
	`<svg` + ns + `><a href="java&#x09;script:alert(1)"/></svg>`,
	`<svg` + ns + ` xmlns:xlink="http://www.w3.org/1999/xlink"><use xlink:href="https://example.org/x.svg#a"/></svg>`,
	`<svg` + ns + `><image href="//example.org/track.png"/></svg>`,
	`<svg` + ns + `><a href="data:text/html,&lt;script>"/></svg>`,
	`<svg` + ns + `><set attributeName="onload" to="alert(1)"/></svg>`,
	`<svg` + ns + `><animate attributeName="href" values="#a;javascript:alert(1)"/></svg>`,
	`<svg` + ns + `><animate attributeName="xlink:href" to="javascript:alert(1)"/></svg>`,
	`<svg` + ns + `><iframe src="x"/></svg>`,
	`<?xml-stylesheet type="text/xsl" href="x.xsl"?><svg` + ns + `/>`,
	`<?xml-stylesheet href="https://example.org/a.css"?><svg` + ns + `/>`,
	`<svg` + ns + `><style>@import "https://example.org/a.css";</style></svg>`,
	`<svg` + ns + `><style><![CDATA[@IMP]]><!-- -->ORT "a.css";</style></svg>`,
	`<svg` + ns + `><style>@imp<g/>ort "a.css";</style></svg>`,
	`<svg` + ns + `><style>@\69 mport "a.css";</style></svg>`,
	`<svg` + ns + `><style>@import</style><style>path{fill:red}</style></svg>`,
	`<svg` + ns + `><style>path{fill:url(#a);filter:url(https://example.org/f.svg#b)}</style></svg>`,
	`<svg` + ns + `><style>a{b:"/*"} path{fill:url('//example.org')} c{d:"*/"}</style></svg>`,
	`<svg` + ns + `><style>path{width:expression(alert(1))}</style></svg>`,
	`<svg` + ns + `><style>path{background:image-set("https://example.org/a.png" 1x)}</style></svg>`,
	`<svg` + ns + `><path style="fill:url(https://example.org/a)"/></svg>`,
	`<svg` + ns + `><path style="fill:\75\72\6c(https://example.org/a)"/></svg>`,
	`<svg` + ns + `><path style="fill:u\rl(https://example.org/a)"/></svg>`,
	`<svg` + ns + `><path style="behavior:java&#10;script:alert(1)"/></svg>`,
	`<svg` + ns + `><path style="fill:url(\1e a\1f b)"/></svg>`,
	`<svg` + ns + `><path fill="url( https://example.org/a )"/></svg>`,
	`<svg` + ns + `><path filter="&#x75;rl(x.svg#a)"/></svg>`,
	`<svg` + ns + `><path cursor="URL(data:image/png;base64,AA)"/></svg>`,
	`<svg` + ns + `><set attributeName="fill" to="url(https://example.org/a)"/></svg>`,
	`<svg` + ns + `><set attributeName=" HREF " to="#a"/></svg>`,
	`<svg` + ns + `><animate to="javascript:alert(1)"/></svg>`,
	`<svg` + ns + `><use href="data:image/svg+xml,&lt;svg/>#a"/></svg>`,
	`<svg` + ns + `><a href="data:image/svg+xml,&lt;svg/>"/></svg>`,
	`<svg` + ns + `><x:meta xmlns:x="http://www.w3.org/1999/xhtml" http-equiv="refresh" content="0;https://example.org"/></svg>`,
	`<!DOCTYPE svg [<!ENTITY a "b">]><svg` + ns + `>&a;</svg>`,
}

func TestSafeSVG(t *testing.T) {
	for _, s := range safe {
		if info, p := Inspect("a.SVG", []byte(s), false); p != nil || info != (Info{"image/svg+xml", 40, 30}) {
			t.Errorf("%s: %+v, %v", s, info, p)
		}
	}
}

func TestUnsafeSVG(t *testing.T) {
	for _, s := range unsafeDrawings {
		if _, p := Inspect("a.svg", []byte(s), false); p == nil {
			t.Errorf("%s passes", s)
		} else if strings.ContainsAny(p.Error(), "\x1e\x1f") {
			t.Errorf("%s: a control character in %q", s, p.Error())
		}
		if _, p := Inspect("a.svg", []byte(s), true); p != nil && !strings.Contains(s, "ENTITY") {
			t.Errorf("%s does not pass where authors are trusted: %v", s, p)
		}
	}
}

func TestBrokenSVG(t *testing.T) {
	for _, s := range []string{
		"", " ", "text", "<svg", "<svg>", "<svg></g></svg>", `<svg a="1></svg>`, "<html></html>", "<!-- -->", "<svg>&nbsp;</svg>", "<svg>\x00</svg>",
		`<?xml version="1.0" encoding="GBK"?><svg/>`, "\xff\xfe<\x00s\x00v\x00g\x00/\x00>\x00", strings.Repeat("<g>", 10000),
	} {
		if _, p := Inspect("a.svg", []byte(s), true); p == nil {
			t.Errorf("%.40q passes", s)
		}
	}
}

func TestSizeSVG(t *testing.T) {
	for attrs, want := range map[string]Info{
		``:                                   {"image/svg+xml", 0, 0},
		` width="12.4" height="12.6"`:        {"image/svg+xml", 12, 13},
		` width="-1" height="1e9"`:           {"image/svg+xml", 0, 0},
		` width="NaN" height="Inf"`:          {"image/svg+xml", 0, 0},
		` viewBox="0 0 1"`:                   {"image/svg+xml", 0, 0},
		` viewBox="-5  -5   40   30"`:        {"image/svg+xml", 40, 30},
		` width="40" viewBox="0 0 400 300"`:  {"image/svg+xml", 400, 300},
		"\n\twidth = '40'\n height='30'\r\n": {"image/svg+xml", 40, 30},
	} {
		if info, p := Inspect("a.svg", []byte("<svg"+attrs+"/>"), false); p != nil || info != want {
			t.Errorf("%q: %+v, %v", attrs, info, p)
		}
	}
}
