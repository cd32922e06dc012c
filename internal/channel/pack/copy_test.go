package pack_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// editor is what other people's editors are: a box that takes rich text.
const editor = `<!DOCTYPE html><meta charset="utf-8"><body>
<div id="box" contenteditable style="width:343px;font:17px/1.6 serif"></div>
<script>
const got = {}
addEventListener("paste", e => { for (const type of e.clipboardData.types) got[type] = e.clipboardData.getData(type) }, true)
</script>`

// looks gives what an eye sees of the elements below one.
const looks = `root => [...root.querySelectorAll("h2, h2 + p, strong")].map(e => {
	const s = getComputedStyle(e)
	return [e.tagName, e.textContent, s.color, s.fontSize, s.fontWeight, s.lineHeight, s.marginTop, s.marginBottom, s.paddingLeft, s.borderLeft].join("|")
})`

// TestCopy presses the buttons and pastes elsewhere: where the browser has the
// newer clipboard, where it has not, and where it refuses it.
func TestCopy(t *testing.T) {
	dir := lay(t, make1(t, ordinary(), job()))
	if err := os.WriteFile(filepath.Join(dir, "editor.html"), []byte(editor), 0o644); err != nil {
		t.Fatal(err)
	}
	for name, before := range map[string]string{
		"clipboard": ``,
		"none":      `Object.defineProperty(navigator, "clipboard", {value: undefined})`,
		"refused":   `navigator.clipboard.write = () => Promise.reject(new DOMException("no", "NotAllowedError"))`,
	} {
		t.Run(name, func(t *testing.T) {
			tb := open(t)
			tb.before(before)

			tb.visit(dir, "index.html")
			tb.click(`[data-copy="正文"]`)
			tb.wait("it is told", `document.getElementById("said").textContent === "已复制正文"`)
			if !eval[bool](tb, `document.activeElement.dataset.copy === "正文" && document.activeElement.classList.contains("done") && !document.querySelector(".away")`) {
				t.Error("the focus has left the button")
			}
			want := eval[[]string](tb, `(`+looks+`)(document.querySelector("iframe").contentDocument.body)`)
			html, text := pasted(tb, dir)
			if !strings.Contains(html, `<strong style="color:`) || !strings.Contains(text, "冷藏不是保险箱\n\n低温") || strings.Contains(text, "<") {
				t.Errorf("pasted %.200q and %.80q", html, text)
			}
			got := eval[[]string](tb, `(`+looks+`)(document.getElementById("box"))`)
			if strings.Join(got, "\n") != strings.Join(want, "\n") || len(got) < 60 {
				t.Errorf("%d and %d parts; the first are\n%s\nand were\n%s", len(got), len(want), head(got), head(want))
			}

			tb.visit(dir, "index.html")
			tb.click(`[data-copy="标题"]`)
			tb.wait("it is told", `document.getElementById("said").textContent === "已复制标题"`)
			if html, text := pasted(tb, dir); html != "" || text != "隔夜菜能不能吃，要看放了多久、放在哪里" {
				t.Errorf("pasted %q and %q", html, text)
			}
		})
	}
}

// pasted pastes into the editor and gives what came.
func pasted(tb *tab, dir string) (html, text string) {
	tb.Helper()
	tb.visit(dir, "editor.html")
	eval[bool](tb, `document.getElementById("box").focus(), true`)
	tb.paste()
	tb.wait("something is pasted", `got["text/plain"] && document.getElementById("box").textContent`)
	return eval[string](tb, `got["text/html"] || ""`), eval[string](tb, `got["text/plain"].replaceAll("\r\n", "\n")`)
}

func head(list []string) string { return strings.Join(list[:min(len(list), 3)], "\n") }

// TestCopyByHand: where nothing can be copied, the editor is told, and the text is
// selected for the keyboard.
func TestCopyByHand(t *testing.T) {
	dir := lay(t, make1(t, ordinary(), job()))
	tb := open(t)
	tb.before(`Object.defineProperty(navigator, "clipboard", {value: undefined}); document.execCommand = () => false`)
	tb.visit(dir, "index.html")
	tb.click(`[data-copy="摘要"]`)
	tb.wait("it is told", `document.getElementById("said").textContent.includes("没有复制成功")`)
	if got := eval[string](tb, `getSelection().toString()`); got != "冷藏能让细菌长得慢，不能让它们停下来。" {
		t.Errorf("selected %q", got)
	}
}

// TestKeyboard: the buttons are reached and pressed without a mouse.
func TestKeyboard(t *testing.T) {
	dir := lay(t, make1(t, ordinary(), job()))
	tb := open(t)
	tb.visit(dir, "index.html")
	for range 30 {
		tb.key("Tab", "Tab", 9)
		if eval[bool](tb, `document.activeElement.dataset.copy === "标题"`) {
			tb.key("Enter", "Enter", 13)
			tb.wait("it is told", `document.getElementById("said").textContent === "已复制标题"`)
			return
		}
	}
	t.Error("no way to the button")
}
