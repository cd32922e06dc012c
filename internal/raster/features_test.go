package raster

import (
	"strings"
	"testing"
)

// features are drawings of what figures are made of, each compared with what a
// browser draws. All are 200 × 100.
var features = map[string]string{
	"shapes":       `<rect x="5" y="5" width="40" height="30" rx="8"/><rect x="50" y="5" width="40" height="30" rx="30" ry="5" fill="teal"/><circle cx="120" cy="20" r="15" fill="#c00"/><ellipse cx="165" cy="20" rx="30" ry="12" fill="rgb(20 120 40 / 50%)"/><polygon points="5,60 40,60 22,95" fill="hsl(210,60%,40%)"/><polyline points="50 60 60 90 70 60 80,90" fill="none" stroke="navy" stroke-width="3"/><line x1="100" y1="60" x2="190" y2="95" stroke="green" stroke-width="5"/>`,
	"paths":        `<path d="M10 50c20-60 40 60 60 0s40 40 60 0 40-30 60 0" fill="none" stroke="#333" stroke-width="2"/><path d="m10 80q10-30 20 0t20 0 20 0T90 80z" fill="orange"/><path d="M100 80a20 10 30 1 0 40 10A15 15 0 0150 90zM150 60h30v30h-30z"/>`,
	"arcs":         `<path d="M20 50a30 20 0 0 1 60 0M20 60a30 20 20 1 0 60 0M100 50A30 20 0 1 1 160 50M100 60A5 5 0 0 0 180 80" fill="none" stroke="purple" stroke-width="2"/>`,
	"even-odd":     `<path fill-rule="evenodd" d="M50 5 80 95 5 35H95L20 95z"/><path d="M150 5 180 95 105 35H195L120 95z"/>`,
	"joins":        `<g fill="none" stroke="#246" stroke-width="12"><path d="M15 80 35 20 55 80"/><path stroke-linejoin="round" d="M75 80 95 20 115 80"/><path stroke-linejoin="bevel" d="M135 80 155 20 175 80"/></g><path d="M20 95 180 93 25 91" fill="none" stroke="red" stroke-width="2" stroke-miterlimit="90"/><path d="M183 5 187 40 191 5" fill="none" stroke="#900" stroke-width="5"/>`,
	"caps":         `<g fill="none" stroke="#246" stroke-width="14"><path d="M20 20H80"/><path stroke-linecap="round" d="M20 50H80M100 50h0"/><path stroke-linecap="square" d="M20 80H80M100 80h0"/></g><path d="M140 20q40 0 40 40t-40 30" fill="none" stroke="#888" stroke-width="20" stroke-linecap="round"/>`,
	"closed":       `<path d="M20 20H80V80H20z" fill="none" stroke="#000" stroke-width="10" stroke-linejoin="round"/><circle cx="140" cy="50" r="35" fill="#ddd" stroke="#060" stroke-width="8"/>`,
	"dashes":       `<g fill="none" stroke="#000" stroke-width="4"><path stroke-dasharray="10 5" d="M5 10H195"/><path stroke-dasharray="10" stroke-dashoffset="5" d="M5 25H195"/><path stroke-dasharray="1 8 12" stroke-linecap="round" d="M5 40H195"/><circle cx="50" cy="72" r="20" stroke-dasharray="6 3"/><rect x="100" y="55" width="80" height="35" rx="10" stroke-dasharray="12 4 2 4" stroke-dashoffset="-7"/></g>`,
	"distorted":    `<g transform="translate(100 50) scale(3 1) rotate(20)"><rect x="-20" y="-20" width="40" height="40" fill="#eee" stroke="#900" stroke-width="4"/></g>`,
	"transforms":   `<g transform="matrix(.8 .2 -.3 1 40 5)"><rect width="50" height="50" fill="#59c"/><g transform="skewX(20) translate(60)"><circle r="20" cy="30" fill="#c95"/></g></g><rect transform="rotate(30,150,50)" x="130" y="30" width="40" height="40"/>`,
	"mirrored":     `<g transform="translate(200 0) scale(-1 1)"><path d="M10 10h60l-30 80z" fill="#484" stroke="#000" stroke-width="5" stroke-linejoin="round"/></g>`,
	"linear":       `<defs><linearGradient id="a"><stop offset="0" stop-color="#fff"/><stop offset=".5" stop-color="red"/><stop offset="1" stop-color="#000" stop-opacity=".2"/></linearGradient><linearGradient id="b" href="#a" x1="0" y1="0" x2="20%" y2="30%" spreadMethod="reflect"/><linearGradient id="c" href="#a" gradientUnits="userSpaceOnUse" x1="100" x2="130" spreadMethod="repeat" gradientTransform="rotate(30)"/></defs><rect width="60" height="90" fill="url(#a)"/><rect x="65" width="60" height="90" fill="url(#b)"/><circle cx="165" cy="45" r="30" fill="url(#c)" stroke="url(#a)" stroke-width="8"/>`,
	"radial":       `<defs><radialGradient id="a"><stop stop-color="#ff0"/><stop offset="1" stop-color="#048"/></radialGradient><radialGradient id="b" href="#a" fx=".2" fy=".3" r=".4" spreadMethod="repeat"/></defs><rect width="90" height="90" fill="url(#a)"/><rect x="100" width="90" height="60" fill="url(#b)"/>`,
	"use":          `<defs><g id="tree"><path d="M0 0 10-30 20 0z"/><rect x="8" width="4" height="8" fill="#840"/></g><symbol id="s" viewBox="0 0 10 10"><circle cx="5" cy="5" r="6" fill="#08c"/></symbol></defs><use href="#tree" x="10" y="50"/><use xlink:href="#tree" transform="translate(50 80) scale(2)" fill="green"/><use href="#s" x="110" y="10" width="80" height="40"/><use href="#s" x="110" y="55" width="20" height="40"/>`,
	"nested":       `<svg x="10" y="10" width="60" height="80" viewBox="0 0 10 10"><rect width="10" height="10" fill="#cde"/><circle cx="5" cy="5" r="5"/></svg><svg x="80" y="10" width="40" height="80" viewBox="0 0 10 10" preserveAspectRatio="xMinYMax slice"><circle cx="5" cy="5" r="5"/></svg><svg x="130" y="10" width="60" height="30" viewBox="0 0 10 10" preserveAspectRatio="none"><circle cx="5" cy="5" r="5"/></svg><svg x="50%" y="50%" width="25%" height="25%"><rect width="50%" height="100%" fill="red"/></svg>`,
	"markers":      `<defs><marker id="a" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="6" markerHeight="6" orient="auto-start-reverse"><path d="M0 0 10 5 0 10z" fill="context-stroke"/></marker><marker id="d" markerUnits="userSpaceOnUse" markerWidth="10" markerHeight="10" refX="5" refY="5"><circle cx="5" cy="5" r="4" fill="red"/></marker></defs><g fill="none" stroke="#048" stroke-width="3"><path d="M20 20H170" marker-end="url(#a)"/><path d="M20 80Q60 20 100 80T180 80" marker-start="url(#a)" marker-mid="url(#d)" marker-end="url(#a)"/><polyline points="20,40 60,60 100,40 140,60" style="marker:url(#d)"/></g>`,
	"clip":         `<defs><clipPath id="a"><circle cx="50" cy="50" r="40"/><rect x="80" y="10" width="30" height="20"/></clipPath><clipPath id="b" clipPathUnits="objectBoundingBox"><path d="M.5 0 1 1H0z"/></clipPath><clipPath id="c" clip-path="url(#a)"><path clip-rule="evenodd" d="M0 0h100v100H0zM30 30h40v40H30z"/></clipPath></defs><g clip-path="url(#c)"><rect width="200" height="50" fill="#08c"/><rect y="50" width="200" height="50" fill="#c80"/></g><rect x="120" y="10" width="70" height="80" clip-path="url(#b)" fill="green"/><rect x="80" width="40" height="25" clip-path="url(#a)"/>`,
	"convex clip":  `<clipPath id="a"><rect x="20" y="10" width="120" height="80" rx="20"/></clipPath><g clip-path="url(#a)"><rect width="200" height="50" fill="#08c"/><path d="M0 90 160 20" stroke="red" stroke-width="8"/><circle cx="80" cy="50" r="39" fill="none" stroke="#000" stroke-width="6" stroke-dasharray="9 5"/><rect x="60" y="40" width="20" height="20" fill="gold"/><text x="60" y="70" font-size="16">文字</text></g>`,
	"opacity":      `<g opacity=".5"><circle cx="60" cy="50" r="40" fill="red"/><circle cx="100" cy="50" r="40" fill="blue"/></g><circle cx="150" cy="50" r="40" fill="#0a0" fill-opacity=".4" stroke="#000" stroke-width="10" stroke-opacity=".5"/>`,
	"style":        `<style>.a{fill:#c33;stroke:#333} rect.b{stroke-width:6} #x{fill:gold} /* no */ @media print{rect{fill:none}} circle,.c{fill:currentColor}</style><g color="purple"><rect class="a b" x="10" y="10" width="50" height="50"/><rect id="x" class="a" fill="blue" x="70" y="10" width="50" height="50"/><circle cx="150" cy="35" r="25" style="stroke:black;stroke-width:2px"/><path class="c" d="M10 70h180v20H10z"/></g>`,
	"hidden":       `<g visibility="hidden"><rect width="50" height="50"/><rect x="60" width="50" height="50" visibility="visible"/></g><rect display="none" width="200" height="100"/><rect x="120" width="0" height="10" stroke="red"/>`,
	"text":         `<text x="10" y="30" font-size="24">长春 abc</text><text x="100" y="60" font-size="20" text-anchor="middle" font-weight="700" fill="#06c">居中的粗体</text><text x="190" y="90" font-size="16" text-anchor="end">末 <tspan fill="red" font-size="24">尾</tspan> 完</text>`,
	"tspans":       `<text x="10" y="25" font-size="18">第一行<tspan x="10" dy="1.3em">第二行</tspan><tspan x="10" dy="1.3em">H<tspan dy="5" font-size="12">2</tspan><tspan dy="-5">O</tspan></tspan></text><text font-size="16" y="50" x="100 125 150" dy="0 5 10">一二三四</text>`,
	"base-lines":   `<path d="M0 30H200M0 70H200" stroke="#ccc"/><g font-size="18"><text x="5" y="30" dominant-baseline="middle">中x</text><text x="55" y="30" dominant-baseline="central">中x</text><text x="105" y="30" dominant-baseline="hanging">悬x</text><text x="5" y="70" dominant-baseline="text-before-edge">上x</text><text x="55" y="70" dominant-baseline="text-after-edge">下x</text></g>`,
	"text effects": `<text x="10" y="35" font-size="30" stroke="#fff" stroke-width="6" paint-order="stroke" fill="#a00" stroke-linejoin="round" style="letter-spacing:4px">描边</text><text x="150" y="60" font-size="22" transform="rotate(-30 150 60)">斜放</text><text x="10" y="90" font-size="20" font-style="italic">斜体 abc</text><rect x="110" y="5" width="80" height="5" fill="#eee"/>`,
	"blanks": `<text x="5" y="30" font-size="18">  a   b
  <tspan> c </tspan> d </text><text x="5" y="60" font-size="18" xml:space="preserve">  a   b <tspan> c</tspan></text><text x="195" y="90" text-anchor="end" font-size="18" style="white-space:pre">a  b </text>`,
	"punctuation": `<text x="5" y="40" font-size="18">钪（单列）、钇（归入）。</text><text x="5" y="80" font-size="18">“引号”，《书名》；好！</text>`,
}

// looser drawings differ by more than the others, for a reason.
var looser = map[string]float64{
	"text effects": .02,                                                                           // browsers lean letters a little less
	"text":         .015, "tspans": .015, "blanks": .015, "base-lines": .015, "punctuation": .015, // and put them on whole pixels
}

const head = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="200" height="100" viewBox="0 0 200 100" font-family="Noto Sans CJK SC">`

func TestFeaturesLikeChromium(t *testing.T) {
	if testing.Short() {
		t.Skip("starts a browser")
	}
	fonts, tab := systemFonts(t), browser(t)
	for name, body := range features {
		svg := []byte(head + body + "</svg>")
		m, err := Image(svg, 600, fonts)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		got, want := onWhite(m), tab.draw(t, page(svg), 600, 300)
		mean, far := difference(got, want)
		keep(t, "feature-"+strings.ReplaceAll(name, " ", "-"), got, want)
		if most := max(looser[name], .005); mean > most || far > most {
			t.Errorf("%s: %.2f %% on the average, %.2f %% of the pixels far", name, 100*mean, 100*far)
		}
	}
}

// TestFlatFeaturesLikeChromium: what is written flat looks the same; what cannot
// be is an error.
func TestFlatFeaturesLikeChromium(t *testing.T) {
	if testing.Short() {
		t.Skip("starts a browser")
	}
	tab := browser(t)
	refused := map[string]string{"clip": "cannot be written flat", "linear": "gradient", "radial": "gradient"}
	for name, body := range features {
		svg := []byte(head + body + "</svg>")
		flat, err := Flatten(svg)
		if why, no := refused[name]; no {
			if why != "" && (err == nil || !strings.Contains(err.Error(), why)) {
				t.Errorf("%s: %v, want %s", name, err, why)
			}
			continue
		}
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		article := `<!doctype html><meta charset="utf-8"><style>body > svg { display: block; width: 100%; height: auto }</style><body style="margin:0;background:#fff;font:17px/1.7 Noto Sans CJK SC`
		want := tab.draw(t, article+`">`+string(svg), 600, 300)
		got := tab.draw(t, article+`;letter-spacing:2px">`+string(flat), 600, 300)
		mean, far := difference(got, want)
		keep(t, "flat-"+strings.ReplaceAll(name, " ", "-"), got, want)
		if mean > .002 || far > .002 {
			t.Errorf("%s: %.2f %% on the average, %.2f %% of the pixels far: %s", name, 100*mean, 100*far, flat)
		}
	}
}
