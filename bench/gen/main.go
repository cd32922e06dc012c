// Command gen writes the corpus of `make bench`: Chinese articles that kepu
// and other generators read as they are. The same number and seed give the
// same bytes everywhere, and article i does not depend on how many there are.
//
// With -people it writes a province instead, whose people and organizations are
// tied to each other in many ways, to time kepu alone.
//
//	go run ./bench/gen -n 10000 -out bench/work/site
//	go run ./bench/gen -people 20000 -organizations 3000 -out bench/work/province
//	time bin/kepu build --site bench/work/province
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
)

func main() {
	log.SetFlags(0)
	n := flag.Int("n", 10000, "number of articles")
	out := flag.String("out", "bench/work/site", "folder to write; it gets content/")
	people := flag.Int("people", 0, "number of people of a province, which is written instead of articles")
	orgs := flag.Int("organizations", 3000, "number of organizations of the province")
	flag.Parse()
	if *people > 0 {
		n, size, err := writeProvince(*out, *orgs, *people)
		if err != nil {
			log.Fatal("gen: ", err)
		}
		fmt.Printf("gen: %d entries, %.1f MB, %d bytes each on average, in %s\n", n, float64(size)/1e6, size/n, *out)
		return
	}
	size, err := write(*out, *n)
	if err != nil {
		log.Fatal("gen: ", err)
	}
	fmt.Printf("gen: %d articles, %.1f MB, %d bytes each on average, in %s\n",
		*n, float64(size)/1e6, size/max(*n, 1), *out)
}

// write puts n articles and the settings under dir/content, and gives the
// total size of the articles.
func write(dir string, n int) (size int, err error) {
	content := filepath.Join(dir, "content")
	if err := os.RemoveAll(content); err != nil {
		return 0, err
	}
	for year := firstYear; year < firstYear+years; year++ {
		if err := os.MkdirAll(filepath.Join(content, "articles", fmt.Sprint(year)), 0o755); err != nil {
			return 0, err
		}
	}
	for i := range n {
		a := newArticle(i)
		text := a.Markdown()
		size += len(text)
		if err := os.WriteFile(filepath.Join(content, a.Path()), []byte(text), 0o644); err != nil {
			return 0, err
		}
	}
	return size, os.WriteFile(filepath.Join(content, "site.yaml"), []byte(settings), 0o644)
}

// settings match bench/hugo/hugo.toml. No other generator draws pictures for
// sharing, so there are none.
const settings = `title: 科普基准
tagline: 一万篇文章有多快
description: 用来比较网站生成器速度的文章
base_url: https://bench.example.org/
lists:
  page_size: 20
  feed_size: 20
  related: 4
cards: {limit: 0}
`
