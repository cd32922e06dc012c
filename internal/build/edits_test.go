package build

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// The edits of an editor, each of them one that somebody makes some day.

func (e *editor) path(name string) string { return filepath.Join(e.dir, filepath.FromSlash(name)) }

func (e *editor) did(format string, args ...any) {
	e.log = append(e.log, fmt.Sprintf(format, args...))
}

func (e *editor) must(err error) {
	e.t.Helper()
	if err != nil {
		e.t.Fatal(err)
	}
}

func (e *editor) write(name, text string) {
	e.t.Helper()
	e.did("write %s", name)
	e.must(os.MkdirAll(filepath.Dir(e.path(name)), 0o755))
	e.must(os.WriteFile(e.path(name), []byte(text), 0o644))
	e.changed = append(e.changed, e.path(name))
}

// docs are the Markdown files below a folder of content/.
func (e *editor) docs(folder string) []string {
	var names []string
	filepath.WalkDir(e.path("content/"+folder), func(path string, d os.DirEntry, err error) error {
		if err == nil && strings.HasSuffix(path, ".md") && !strings.Contains(path, "fixed") {
			rel, _ := filepath.Rel(e.dir, path)
			names = append(names, filepath.ToSlash(rel))
		}
		return nil
	})
	return names
}

func (e *editor) pick(list []string) string { return list[e.rng.IntN(len(list))] }

func settingsText(n int) string {
	text := fmt.Sprintf("title: 示例科普 %d\nlists:\n  page_size: %d\n  related: %d\ncards:\n  limit: %d\n", n, 3+n%4, n%4, n%3)
	switch n % 5 {
	case 3:
		text += "theme: own\n"
	case 4:
		text += "theme: gone\n" // an error, until the next change
	}
	return text
}

// article gives the file of an article and a text for it, another one each time.
func (e *editor) article(i int) (name, text string) {
	var b strings.Builder
	fmt.Fprintf(&b, "---\ntitle: 文章 %d 之 %d\ndate: 2026-0%d-1%d\n", i, e.rng.IntN(4), 1+e.rng.IntN(9), e.rng.IntN(9))
	fmt.Fprintf(&b, "topics: [%s, %s]\n", e.pick([]string{"天文", "生态", "地质"}), e.pick([]string{"天文", "农业"}))
	if e.rng.IntN(3) == 0 {
		fmt.Fprintf(&b, "summary: 摘要 %d。\n", e.rng.IntN(3))
	}
	if e.rng.IntN(4) == 0 {
		b.WriteString("organization: kexie\n")
	}
	if e.rng.IntN(6) == 0 {
		fmt.Fprintf(&b, "expires: 2026-%02d-01\n", 9+e.rng.IntN(4))
	}
	if e.rng.IntN(6) == 0 {
		b.WriteString("status: draft\n")
	}
	if e.rng.IntN(8) == 0 {
		fmt.Fprintf(&b, "aliases: [/old/%d/]\n", i)
	}
	b.WriteString("---\n")
	fmt.Fprintf(&b, "第%d段**正文**。\n\n## 小节 %d\n\n细节。\n", e.rng.IntN(5), e.rng.IntN(2))
	if e.rng.IntN(2) == 0 {
		fmt.Fprintf(&b, "\n见[别篇](/articles/fixed/f%d.md)。\n", e.rng.IntN(3))
	}
	if e.rng.IntN(4) == 0 {
		b.WriteString("\n```go\nvar x = 1\n```\n")
	}
	return fmt.Sprintf("content/articles/%d/a%d.md", 2024+i%3, i), b.String()
}

// event gives the file of an event of some sort, one of whose facts differs each
// time, or of an observance.
func (e *editor) event(i int) (name, text string) {
	month, day := 9+e.rng.IntN(3), 1+e.rng.IntN(20)
	start := fmt.Sprintf("2026-%02d-%02d", month, day)
	if e.rng.IntN(5) == 0 {
		return fmt.Sprintf("content/series/s%d.md", i%3),
			fmt.Sprintf("---\ntitle: 节日 %d\nkind: observance\ndate: 2026-01-0%d\nnominal: [{repeat: 每年%d月%d日, days: %d}]\n---\n", i, 1+e.rng.IntN(3), month, day, 1+e.rng.IntN(3))
	}
	when := []string{
		"start: " + start + "T09:00\nend: 2026-12-28\nvenue: 礼堂\n",
		"start: " + start + " 09:00\nend: " + start + " 10:00\nrepeat: 每周，共3次\nvenue: 礼堂\n",
		"start: " + start + " 18:00\nrepeat: 每月\nvenue: 操场\n",
		"stops: [{start: " + start + ", venue: 一中, city: 长春市}, {start: 2026-12-01, end: 2026-12-09, venue: 二中, city: 吉林市}]\n",
		"sessions: [{start: " + start + " 09:00, end: " + start + " 10:00, venue: 甲}, {start: 2026-12-02 09:00, venue: 乙}]\n",
		"start: " + start + "\nend: 2026-12-20\nhours: 周一至周六 09:00-16:00\nvenue: 展厅\n",
		"on: 2026年霜降\nvenue: 田头\n",
		"start: " + start + " 09:00\nvenue: 礼堂\nstatus: cancelled\nchanges: [{date: 2026-09-01, text: 雨}]\n",
		"start: " + start + " 09:00\nend: " + start + " 11:00\nvenue: 礼堂\nregistration: {opens: 2026-08-20, closes: " + start + "}\nseries: s0\n",
	}
	text = e.pick(when)
	if _, err := os.Stat(e.path("content/series/s0.md")); err != nil {
		text = strings.Replace(text, "series: s0\n", "", 1)
	}
	return fmt.Sprintf("content/events/e%d.md", i), fmt.Sprintf("---\ntitle: 活动 %d\nexample: true\ndate: 2026-08-0%d\n%stopics: [天文]\n---\n简介。\n", i, 1+e.rng.IntN(9), text)
}

func (e *editor) edit() { e.write(e.article(e.rng.IntN(14))) }

// editTarget changes one of the articles that others link to, and that stay.
func (e *editor) editTarget() {
	_, text := e.article(20)
	e.write(fmt.Sprintf("content/articles/fixed/f%d.md", e.rng.IntN(3)), text)
}

func (e *editor) add() {
	if e.rng.IntN(2) == 0 {
		e.write(e.event(e.rng.IntN(8)))
		return
	}
	e.write(e.article(12 + e.rng.IntN(6)))
}

func (e *editor) remove() {
	list := slices.Concat(e.docs("articles"), e.docs("events"))
	if len(list) < 6 {
		return
	}
	name := e.pick(list)
	e.did("remove %s", name)
	e.must(os.Remove(e.path(name)))
	e.changed = append(e.changed, e.path(name))
}

func (e *editor) rename() {
	list := e.docs("articles")
	if len(list) == 0 {
		return
	}
	from := e.pick(list)
	to := fmt.Sprintf("content/articles/2025/r%d.md", e.rng.IntN(20))
	e.move(from, to)
}

func (e *editor) renameFolder() {
	from, to := fmt.Sprintf("content/articles/%d", 2024+e.rng.IntN(4)), "content/articles/2027"
	if _, err := os.Stat(e.path(from)); err != nil || from == to {
		return
	}
	if _, err := os.Stat(e.path(to)); err == nil {
		from, to = to, fmt.Sprintf("content/articles/%d", 2030+e.rng.IntN(3))
	}
	if _, err := os.Stat(e.path(to)); err == nil {
		return
	}
	e.move(from, to)
}

func (e *editor) move(from, to string) {
	e.did("rename %s to %s", from, to)
	e.must(os.MkdirAll(filepath.Dir(e.path(to)), 0o755))
	e.must(os.Rename(e.path(from), e.path(to)))
	e.changed = append(e.changed, e.path(from), e.path(to))
}

func (e *editor) translate() {
	list := e.docs("articles")
	if len(list) == 0 {
		return
	}
	name := e.pick(list)
	if strings.HasSuffix(name, ".ko.md") {
		return
	}
	e.write(strings.TrimSuffix(name, ".md")+".ko.md", fmt.Sprintf("---\ntitle: 글 %d\ndate: 2026-01-01\ntopics: [天文]\n---\n본문.\n", e.rng.IntN(9)))
}

// picture puts a drawing beside an article that shows it, or changes it.
func (e *editor) picture() {
	e.write("content/articles/fixed/fig.svg", fmt.Sprintf(`<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="10"><path d="M0 0h9"/></svg>`, 10+e.rng.IntN(3)))
	e.write("content/articles/fixed/pic.md", "---\ntitle: 图\ndate: 2026-02-02\ncover: {src: fig.svg, alt: 图}\n---\n![图](fig.svg)\n")
}

func (e *editor) static() {
	e.write("content/static/data.csv", fmt.Sprintf("a,%d\n", e.rng.IntN(3)))
}

func (e *editor) settings() { e.write("content/site.yaml", settingsText(e.rng.IntN(8))) }

// theme changes a template, a string or a style of the site's own theme.
func (e *editor) theme() {
	n := e.rng.IntN(3)
	name := e.pick([]string{"default", "own"})
	switch e.rng.IntN(4) {
	case 0:
		e.write("themes/"+name+"/templates/404.html", fmt.Sprintf("{{define \"main\"}}<main class=\"not-found\"><h1>没有 %d</h1></main>{{end}}", n))
	case 1:
		e.write("themes/"+name+"/i18n/zh-CN.yaml", fmt.Sprintf("nav.archive: 旧文%d\n", n))
	case 2:
		e.write("themes/"+name+"/assets/css/parts/99-own.css", fmt.Sprintf("p{margin:%dpx}", n))
	}
}

// litter leaves what editors leave: a lock that is a link to nowhere, a note.
func (e *editor) litter() {
	e.did("litter")
	e.must(os.MkdirAll(e.path("themes/default/i18n"), 0o755))
	os.Symlink("somebody@somewhere:1", e.path("themes/default/i18n/.#zh-CN.yaml"))
	e.write("themes/default/note.txt", "x")
}

// time goes on, and at times back.
func (e *editor) time() {
	e.now = e.now.Add(time.Duration(e.rng.IntN(20*24)-3*24) * time.Hour)
	e.did("now %s", e.now)
}

// touch changes the time of a file and nothing else.
func (e *editor) touch() {
	if list := e.docs("articles"); len(list) > 0 {
		e.must(os.Chtimes(e.path(e.pick(list)), e.now, e.now))
	}
}

// breakOne makes a mistake.
func (e *editor) breakOne() {
	e.write("content/articles/wrong.md", "---\ntitle: 错\ndate: 2026-03-03\norganization: nobody\n---\n[x](gone.md)\n")
}

// mend corrects it.
func (e *editor) mend() {
	e.write("content/articles/wrong.md", "---\ntitle: 对\ndate: 2026-03-03\n---\n好。\n")
}

// outputDamage changes or removes a file of the output.
func (e *editor) outputDamage() {
	name := e.path("public/index.html")
	if _, err := os.Stat(name); err != nil {
		return
	}
	e.did("damage the output")
	if e.rng.IntN(2) == 0 {
		e.must(os.Remove(name))
		return
	}
	e.must(os.WriteFile(name, []byte("x"), 0o644))
}

// cacheDamage changes a byte of the cache, cuts a file, or removes it all.
func (e *editor) cacheDamage() {
	packs, _ := filepath.Glob(e.path("cache/*"))
	if len(packs) == 0 {
		return
	}
	e.did("damage the cache")
	name := e.pick(packs)
	data, err := os.ReadFile(name)
	e.must(err)
	switch e.rng.IntN(3) {
	case 0:
		data[e.rng.IntN(len(data))]++
	case 1:
		data = data[:e.rng.IntN(len(data))]
	case 2:
		e.must(os.RemoveAll(e.path("cache")))
		return
	}
	e.must(os.WriteFile(name, data, 0o644))
}
