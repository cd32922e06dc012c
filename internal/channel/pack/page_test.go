package pack_test

import (
	"math"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/page"

	"kepu/internal/channel"
	"kepu/internal/channel/pack"
)

// TestPage opens the page from the disk, without a network: it loads its own
// files alone, shows the previews, and nobody complains.
func TestPage(t *testing.T) {
	dir := lay(t, make1(t, ordinary(), job()))
	tb := open(t)
	tb.visit(dir, "index.html")
	eval[bool](tb, `new Promise(done => { scrollTo(0, document.body.scrollHeight); setTimeout(() => done(true), 100) })`) // what is loaded late is loaded by scrolling
	problems, requests := tb.noted()
	for _, problem := range problems {
		t.Error(problem)
	}
	for _, request := range requests {
		if !strings.HasPrefix(request, "file://"+dir+"/") && request != "about:srcdoc" && !strings.HasPrefix(request, "data:") {
			t.Errorf("asked for %s", request)
		}
	}
	for _, name := range []string{"index.html", "images/cover.png", "images/01.png", "qr.svg"} {
		if !strings.Contains(strings.Join(requests, "\n")+"\n", "/"+name+"\n") {
			t.Errorf("%s was not asked for: the test sees nothing", name)
		}
	}
	for what, condition := range map[string]string{
		"both texts are shown":          `frames.length === 3 && [...document.querySelectorAll("iframe")].slice(0, 2).every(f => f.contentDocument.body.textContent.includes("李斯特菌"))`,
		"the image of a text is shown":  `document.querySelector("iframe").contentDocument.images[0].naturalWidth === 640`,
		"all images are shown":          `[...document.images].every(i => i.complete && i.naturalWidth > 0)`,
		"one text is on a dark ground":  `[...document.querySelectorAll("iframe")].map(f => getComputedStyle(f.contentDocument.body).backgroundColor).join() === "rgb(255, 255, 255),rgb(25, 25, 25),rgb(255, 255, 255)"`,
		"previews are as wide as asked": `[...document.querySelectorAll("iframe")].map(f => f.clientWidth).join() === "375,375,240"`,
		"short previews are short":      `[...document.querySelectorAll("iframe")].map(f => f.clientHeight > 200).join() === "true,true,false"`,
		"steps are numbered":            `document.querySelectorAll("ol.steps li").length === 5`,
		"files are in their order":      `[...document.querySelectorAll("ol.files a")].map(a => a.getAttribute("href")).join() === "draft.json,images/cover.png,images/01.png"`,
		"limits are told":               `["18,420 个", "≤ 19,999（宜 ≤ 18,000）", "接近上限", "代码可证", "未见规定"].every(s => document.querySelector(".limits").textContent.includes(s))`,
		"places are told":               `document.querySelector(".notes").textContent.includes("content/articles/2026/food-safety/index.md 第 17 行")`,
	} {
		if !eval[bool](tb, condition) {
			t.Errorf("not so: %s", what)
		}
	}
}

// hostile is a text that runs something wherever it is not escaped.
const hostile = `"'></textarea></title></style></script></iframe><script>top.document.title="hacked"</script><img src=https://example.org/x.png onerror='top.document.title="hacked"'><svg onload=alert(1)><a href="javascript:alert(1)" onfocus=alert(1) autofocus>x</a><meta http-equiv=refresh content="0;url=https://example.org/"><base href="https://example.org/">{{.}}`

// TestHostile puts that text wherever a contributor or a channel can put text.
func TestHostile(t *testing.T) {
	p, j := ordinary(), job()
	poison(reflect.ValueOf(j.Piece).Elem())
	poison(reflect.ValueOf(p).Elem())
	j.Piece.Slug = "food-safety"
	for i := range p.Files {
		p.Files[i].Name = ordinary().Files[i].Name
	}
	for i := range p.Measures {
		p.Measures[i].Rule = ordinary().Measures[i].Rule
	}
	for i := range p.Previews {
		p.Previews[i].Image = ordinary().Previews[i].Image
	}
	c := fake(p)
	for i := range c.Rules {
		id, standing := c.Rules[i].ID, c.Rules[i].Standing
		poison(reflect.ValueOf(&c.Rules[i]).Elem())
		c.Rules[i].ID, c.Rules[i].Standing = id, standing
	}
	c.Rules[0].Source = "https://" + hostile
	poison(reflect.ValueOf(&c.Title).Elem())
	b, err := pack.Make(c, j)
	if err != nil || len(b.Files) == 0 {
		t.Fatal(err)
	}
	validate(t, file(b, "manifest.json").Data)

	dir := lay(t, b)
	tb := open(t)
	tb.visit(dir, "index.html")
	eval[bool](tb, `new Promise(done => { scrollTo(0, document.body.scrollHeight); setTimeout(() => done(true), 300) })`)
	problems, requests := tb.noted()
	for _, problem := range problems {
		if strings.HasPrefix(problem, "dialog") || strings.HasPrefix(problem, "exception") {
			t.Error(problem)
		}
	}
	for _, request := range requests {
		if !strings.HasPrefix(request, "file://"+dir+"/") && request != "about:srcdoc" && !strings.HasPrefix(request, "data:") {
			t.Errorf("asked for %.80s", request)
		}
	}
	for what, condition := range map[string]string{
		"the title is text":      `document.title.startsWith(` + strconv.Quote(hostile[:20]) + `)`,
		"previews run nothing":   `[...document.querySelectorAll("iframe")].every(f => f.sandbox.value === "allow-same-origin" && f.contentDocument.querySelector("meta[http-equiv]").content.startsWith("default-src 'none'; img-src 'self' data:;"))`,
		"one script is there":    `document.scripts.length === 1`,
		"nothing was added":      `!document.querySelector("base, svg, [onerror], [onload], [onfocus], a[href^=javascript]") && document.querySelectorAll("meta[http-equiv]").length === 1`,
		"the previews are shown": `[...document.querySelectorAll("iframe")].every(f => f.contentDocument.URL === "about:srcdoc")`,
		"no link runs anything":  `[...document.links].every(a => !/^(javascript|data):/i.test(a.protocol))`,
	} {
		if !eval[bool](tb, condition) {
			t.Errorf("not so: %s", what)
		}
	}
	// A reader clicks on a link in a preview.
	eval[bool](tb, `document.querySelector("iframe").contentDocument.querySelector("a").dispatchEvent(new MouseEvent("click")), true`)
	if title := eval[string](tb, `document.title`); strings.HasPrefix(title, "hacked") {
		t.Error("a preview ran a script")
	}
}

// poison writes the hostile text into every string below a value.
func poison(v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		v.SetString(hostile)
	case reflect.Pointer:
		if !v.IsNil() {
			poison(v.Elem())
		}
	case reflect.Struct:
		for i := range v.NumField() {
			poison(v.Field(i))
		}
	case reflect.Slice:
		for i := range v.Len() {
			poison(v.Index(i))
		}
	}
}

// TestLayout: nothing makes the page scroll sideways, on any screen, whatever it
// shows; and what can be pressed is large enough for a finger.
func TestLayout(t *testing.T) {
	long := ordinary()
	for i := range long.Measures {
		long.Measures[i].Of = "images/" + strings.Repeat("long", 30) + ".png"
	}
	long.Previews = append(long.Previews, channel.Preview{Label: "宽", HTML: `<table><tr>` + strings.Repeat(`<td>宽表格</td>`, 40) + `</tr></table>`, Width: 677})
	long.Copies = append(long.Copies, channel.Copy{Label: strings.Repeat("很长的名称", 12), Text: strings.Repeat("x", 400)})
	tb := open(t)
	for _, p := range []*channel.Package{ordinary(), long} {
		dir := lay(t, make1(t, p, job()))
		for _, width := range []int64{320, 360, 375, 768, 1280} {
			tb.become(width, "light")
			tb.visit(dir, "index.html")
			if wide := eval[int](tb, `document.documentElement.scrollWidth`); int64(wide) > width {
				t.Errorf("at %d px the page is %d px wide", width, wide)
			}
			for _, small := range eval[[]string](tb, `[...document.querySelectorAll("button, nav a, .files a")].filter(e => e.checkVisibility() && e.getBoundingClientRect().height < 24).map(e => e.outerHTML)`) {
				t.Errorf("at %d px hard to hit: %s", width, small)
			}
		}
	}
}

// TestContrast: all of it can be read by day and in the dark.
func TestContrast(t *testing.T) {
	dir := lay(t, make1(t, ordinary(), job()))
	tb := open(t)
	for _, scheme := range []string{"light", "dark"} {
		tb.become(1280, scheme)
		tb.visit(dir, "index.html")
		got := eval[struct {
			Texts  int
			Ground float64
			Pale   []string
		}](tb, pale)
		if got.Texts < 60 || got.Ground > .5 != (scheme == "light") {
			t.Errorf("%s: %d texts, a ground of %.2f: the test sees nothing", scheme, got.Texts, got.Ground)
		}
		for _, bad := range got.Pale {
			t.Errorf("%s: less than 4.5 to 1: %s", scheme, bad)
		}
	}
}

const pale = `(() => {
	const c = document.createElement("canvas").getContext("2d", {willReadFrequently: true})
	const light = colours => {
		for (const colour of ["#fff", ...colours]) { c.fillStyle = colour; c.fillRect(0, 0, 1, 1) }
		const [r, g, b] = [...c.getImageData(0, 0, 1, 1).data].map(v => (v /= 255) <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4)
		return .2126 * r + .7152 * g + .0722 * b
	}
	const pale = new Set(), walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
	let texts = 0
	for (let n; n = walk.nextNode();) {
		const e = n.parentElement
		if (!n.data.trim() || !e.checkVisibility() || e.closest("script, textarea")) continue
		texts++
		const behind = []
		for (let up = e; up; up = up.parentElement) behind.unshift(getComputedStyle(up).backgroundColor)
		const ink = getComputedStyle(e).color, [high, low] = [light(behind), light([...behind, ink])].sort((a, b) => b - a)
		if ((high + .05) / (low + .05) < 4.5) pale.add(n.data.trim().slice(0, 30) + ", " + ink)
	}
	return {Texts: texts, Ground: light([getComputedStyle(document.body).backgroundColor]), Pale: [...pale]}
})()`

// TestNames: what assistive technology reads has names, and headings have an order.
func TestNames(t *testing.T) {
	dir := lay(t, make1(t, ordinary(), job()))
	tb := open(t)
	tb.visit(dir, "index.html")
	for _, bad := range eval[[]string](tb, `(() => {
		const out = [], ids = [...document.querySelectorAll("[id]")].map(e => e.id), names = new Set()
		let level = 0
		for (const h of document.querySelectorAll("h1, h2, h3")) {
			if (+h.tagName[1] > level + 1) out.push("a level is left out before " + h.textContent)
			level = +h.tagName[1]
		}
		if (new Set(ids).size < ids.length) out.push("ids twice: " + ids)
		for (const e of document.querySelectorAll("[aria-labelledby]")) if (!document.getElementById(e.getAttribute("aria-labelledby"))) out.push("no " + e.getAttribute("aria-labelledby"))
		for (const a of document.querySelectorAll('a[href^="#"]')) if (!document.getElementById(a.hash.slice(1))) out.push("no place " + a.hash)
		for (const b of document.querySelectorAll("button")) { if (names.has(b.textContent)) out.push("two buttons " + b.textContent); names.add(b.textContent) }
		for (const f of document.querySelectorAll("iframe")) if (!f.title) out.push("a frame without a title")
		for (const i of document.images) if (!i.hasAttribute("alt")) out.push("an image without alt " + i.src)
		for (const i of document.querySelectorAll("input")) if (!i.closest("label")?.textContent.trim()) out.push("a box without a label")
		if (document.documentElement.lang !== "zh-CN" || !document.querySelector("[role=status][aria-live=polite]")) out.push("no language or nothing live")
		return names.size ? out : ["no button"]
	})()`) {
		t.Error(bad)
	}
}

// TestSheet: whatever is in it, the 审核单 is printed on one side of A4, and alone.
func TestSheet(t *testing.T) {
	full := job()
	word := strings.Repeat("很长的文字", 60)
	full.Piece.Title, full.Piece.Organization, full.Piece.File, full.Piece.Site = word, word, "content/"+word, word
	full.Piece.Address = "https://kepu.example.org/" + strings.Repeat("long/", 100)
	for range 40 {
		full.Piece.Authors = append(full.Piece.Authors, "欧阳某某")
		full.Piece.Reviewers = append(full.Piece.Reviewers, "欧阳某某（某某大学）")
		full.Piece.Sources = append(full.Piece.Sources, channel.Source{Title: word, Detail: word, URL: full.Piece.Address})
		full.Parts = append(full.Parts, job())
	}
	p := ordinary()
	p.Title = word
	tb := open(t)
	for name, dir := range map[string]string{"ordinary": lay(t, make1(t, ordinary(), job())), "full": lay(t, make1(t, p, full))} {
		tb.visit(dir, "index.html")
		pdf := string(call(tb, page.PrintToPDF, page.PrintToPDFParams{PreferCSSPageSize: new(true)}).Data)
		if dump := os.Getenv("KEPU_PACK_LOOK"); dump != "" {
			os.WriteFile(filepath.Join(dump, name+".pdf"), []byte(pdf), 0o644)
		}
		boxes := mediaBox.FindAllStringSubmatch(pdf, -1)
		if len(boxes) != 1 {
			t.Errorf("%s: printed on %d sheets", name, len(boxes))
			continue
		}
		wide, _ := strconv.ParseFloat(boxes[0][1], 64)
		high, _ := strconv.ParseFloat(boxes[0][2], 64)
		if math.Abs(wide-210*72/25.4) > 1 || math.Abs(high-297*72/25.4) > 1 { // points; the browser rounds them
			t.Errorf("%s: printed on %.0f × %.0f points", name, wide, high)
		}
	}
	if got := eval[int](tb, `document.querySelectorAll(".sheet tbody tr").length`); got < 14 {
		t.Errorf("%d rows: the test sees nothing", got)
	}
}

var mediaBox = regexp.MustCompile(`/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)\s*\]`)

// TestDrawnCode: the drawing of the code is the picture of it.
func TestDrawnCode(t *testing.T) {
	dir := lay(t, make1(t, ordinary(), job()))
	tb := open(t)
	tb.visit(dir, "index.html")
	// A page from the disk cannot read what it drew: the browser looks for us.
	var shots [2][]byte
	for i, name := range []string{"qr.svg", "qr.png"} {
		eval[bool](tb, `new Promise(done => {
			document.body.innerHTML = '<img src="`+name+`" style="position:fixed;left:0;top:0;width:360px;height:360px;image-rendering:pixelated">'
			document.images[0].decode().then(() => requestAnimationFrame(() => done(true)))
		})`)
		shots[i] = call(tb, page.CaptureScreenshot, page.CaptureScreenshotParams{Clip: &page.Viewport{Width: 360, Height: 360, Scale: 1}}).Data
	}
	a, b := decode(t, shots[0]), decode(t, shots[1])
	dark := 0
	for y := range 360 {
		for x := range 360 {
			r, _, _, _ := a.At(x, y).RGBA()
			s, _, _, _ := b.At(x, y).RGBA()
			if (r > 0x8000) != (s > 0x8000) {
				t.Fatalf("at %d, %d the drawing has %#x, the picture %#x", x, y, r, s)
			}
			if r < 0x8000 {
				dark++
			}
		}
	}
	if dark < 360*360/5 {
		t.Errorf("%d dark points: the test sees nothing", dark)
	}
}
