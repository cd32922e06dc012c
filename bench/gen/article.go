package main

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"time"
)

const (
	firstYear = 2017
	years     = 10
	topics    = 40
	audiences = 6

	targetSize = 4300 // a file ends with the section that passes it: 4.7 KB on average, 1,500 Han characters
)

// An article is made of its number alone.
type article struct {
	i       int
	rng     *rand.Rand
	date    time.Time
	subject string
}

func newArticle(i int) *article {
	rng := rand.New(rand.NewPCG(uint64(i), 2017))
	// Spread over ten years, whole days, none in the future of the bench.
	day := rng.IntN(years*365 - 60)
	return &article{
		i:       i,
		rng:     rng,
		date:    time.Date(firstYear, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, day),
		subject: pick(rng, subjects),
	}
}

// Path is relative to content/.
func (a *article) Path() string {
	return fmt.Sprintf("articles/%d/a%05d.md", a.date.Year(), a.i)
}

// Title is unique by its number, so that outputs can be compared by titles.
func (a *article) Title() string {
	return fmt.Sprintf("%s：第%d篇观察", a.subject, a.i)
}

// Markdown is the whole file.
func (a *article) Markdown() string {
	var b strings.Builder
	title := a.Title()
	fmt.Fprintf(&b, "---\ntitle: %s\ndate: %s\nsummary: %s\ntopics: [%s]\naudiences: [%s]\n---\n",
		title, a.date.Format("2006-01-02"), a.plain(),
		strings.Join(a.topics(), ", "), audienceNames[a.rng.IntN(audiences)])

	fmt.Fprintf(&b, "\n%s%s\n", a.sentence(), a.sentence())
	// Every article has a list, links and emphasis; one in four a table, one
	// in ten a block of code.
	extras := []func(*strings.Builder){a.list, a.links}
	if a.i%4 == 1 {
		extras = append(extras, a.table)
	}
	if a.i%10 == 3 {
		extras = append(extras, a.code)
	}
	for section := 0; b.Len() < targetSize; section++ {
		fmt.Fprintf(&b, "\n## %s\n", headings[(a.i+section)%len(headings)])
		for range 2 {
			b.WriteString("\n")
			for range 3 + a.rng.IntN(2) {
				b.WriteString(a.sentence())
			}
			b.WriteString("\n")
		}
		if section < len(extras) {
			b.WriteString("\n")
			extras[section](&b)
		}
	}
	return b.String()
}

// topics are three different ones of forty.
func (a *article) topics() []string {
	var names []string
	for _, t := range a.rng.Perm(topics)[:3] {
		names = append(names, topicNames[t])
	}
	return names
}

func (a *article) plain() string {
	return fmt.Sprintf(pick(a.rng, patterns),
		pick(a.rng, subjects), pick(a.rng, verbs), pick(a.rng, objects), pick(a.rng, results))
}

func (a *article) sentence() string {
	text := a.plain()
	if a.rng.IntN(12) == 0 {
		text = "**" + pick(a.rng, remarks) + "**" + text
	}
	return text
}

func (a *article) list(b *strings.Builder) {
	for range 3 {
		fmt.Fprintf(b, "- %s%s%s\n", pick(a.rng, subjects), pick(a.rng, verbs), pick(a.rng, objects))
	}
}

func (a *article) links(b *strings.Builder) {
	fmt.Fprintf(b, "资料见[国家天文台](https://www.nao.cas.cn/)、[%s](https://www.gov.cn/)和`公式 %d`。\n",
		pick(a.rng, objects), a.rng.IntN(100))
}

func (a *article) table(b *strings.Builder) {
	b.WriteString("| 项目 | 数值 | 说明 |\n| --- | ---: | --- |\n")
	for range 4 {
		fmt.Fprintf(b, "| %s | %d | %s |\n", pick(a.rng, subjects), a.rng.IntN(1000), pick(a.rng, objects))
	}
}

func (a *article) code(b *strings.Builder) {
	fmt.Fprintf(b, "```python\nimport math\n\ndef distance(parallax):\n    # 视差（角秒）换成秒差距\n    return 1 / parallax\n\nfor p in [0.%d, 0.%d]:\n    print(\"%%.2f\" %% math.log10(distance(p)))\n```\n",
		1+a.rng.IntN(99), 1+a.rng.IntN(99))
}

func pick(rng *rand.Rand, list []string) string { return list[rng.IntN(len(list))] }
