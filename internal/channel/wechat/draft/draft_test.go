package draft

import (
	"encoding/json"
	"reflect"
	"regexp"
	"strings"
	"testing"
)

const sum = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

// sample is a plan of two articles, with an upload of either use.
func sample() *Plan {
	return &Plan{
		Version: Version, Slug: "fast",
		Articles: []Article{
			{ArticleType: "news", Title: "春播前的三件事", Content: `<p>看图<img src="{{image-1}}"></p>`, ContentSourceURL: "https://example.org/a/", ThumbMediaID: "{{cover-1}}"},
			{ArticleType: "newspic", Title: "图", Content: "正文", ImageInfo: &ImageInfo{ImageList: []Image{{"{{cover-1}}"}}}},
		},
		Uploads: []Upload{
			{"{{image-1}}", "images/01.png", InText, sum},
			{"{{cover-1}}", "cover.jpg", Material, sum},
		},
	}
}

func TestRoundTrip(t *testing.T) {
	want := sample()
	got, err := Decode(Encode(want))
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Fatalf("%v\n%s", err, Encode(got))
	}
}

// TestEscapes gives the encoder what encoding/json can only write as an escape.
func TestEscapes(t *testing.T) {
	for text, want := range map[string]string{
		"<b>&amp;“引号”\"\\":        "<b>&amp;“引号”\"\\",
		"a\u2028b\u2029c":         "abc",
		"\x00\x01\x1f\b\f\x7f-":   "\x7f-",
		"line\nend\ttab\r":        "line\nend\ttab\r",
		"坏\xff字":                  "坏\uFFFD字",
		`\u4f60 \\u \b`:           `\u4f60 \\u \b`,
		"\uFFFD":                  "\uFFFD",
		"😀":                       "😀",
		strings.Repeat("\x00", 9): "",
	} {
		data := JSON(map[string]string{"t": text})
		var got map[string]string
		if err := json.Unmarshal(data, &got); err != nil || got["t"] != want {
			t.Errorf("%q became %s (%v), want %q", text, data, err, want)
		}
		if escaped(data) {
			t.Errorf("%q holds an escape: %s", text, data)
		}
	}
}

// escaped reports whether JSON holds a \u escape; one after a backslash that is
// itself escaped is none.
func escaped(data []byte) bool {
	return regexp.MustCompile(`(^|[^\\])(\\\\)*\\u`).Match(data)
}

func TestFill(t *testing.T) {
	p := sample()
	got := p.Fill(map[string]string{"{{image-1}}": `https://mmbiz.example/0?a=1&b="`, "{{cover-1}}": "MEDIA"})
	if want := `<p>看图<img src="https://mmbiz.example/0?a=1&amp;b=&#34;"></p>`; got[0].Content != want {
		t.Errorf("content is %s", got[0].Content)
	}
	if got[0].ThumbMediaID != "MEDIA" || got[1].ImageInfo.ImageList[0].ImageMediaID != "MEDIA" {
		t.Errorf("media_id is not everywhere: %+v", got)
	}
	if !reflect.DeepEqual(p, sample()) {
		t.Error("the plan itself was changed")
	}
}

// TestWords: what looks like a placeholder in a text is the text's own.
func TestWords(t *testing.T) {
	p := sample()
	const words = "{{image-1}}、{{image-2}}、{{cover-1}}"
	p.Articles[0].Content = words + `<img src="{{image-1}}" alt="{{image-1}}">`
	p.Articles[1].Content = words + `<img src="{{image-1}}">`
	if err := p.Check(); err != nil {
		t.Fatal(err)
	}
	got := p.Fill(map[string]string{"{{image-1}}": "A", "{{cover-1}}": "B"})
	if want := words + `<img src="A" alt="{{image-1}}">`; got[0].Content != want {
		t.Error(got[0].Content)
	}
	if got[1].Content != p.Articles[1].Content {
		t.Error(got[1].Content)
	}
}

// TestCheck breaks a plan in every way.
func TestCheck(t *testing.T) {
	if err := sample().Check(); err != nil {
		t.Fatal(err)
	}
	for want, spoil := range map[string]func(*Plan){
		"version":                func(p *Plan) { p.Version = 2 },
		"slug":                   func(p *Plan) { p.Slug = "../x" },
		"name of a folder":       func(p *Plan) { p.Slug = "a/b" },
		"0 articles":             func(p *Plan) { p.Articles = nil },
		"9 articles":             func(p *Plan) { p.Articles = append(make([]Article, 8), p.Articles[0]) },
		"title":                  func(p *Plan) { p.Articles[0].Title = "" },
		"article_type":           func(p *Plan) { p.Articles[0].ArticleType = "video" },
		"thumb_media_id":         func(p *Plan) { p.Articles[0].ThumbMediaID = "" },
		`"{{image-1}}" is not`:   func(p *Plan) { p.Articles[0].ThumbMediaID = "{{image-1}}" },
		"{{image-2}}":            func(p *Plan) { p.Articles[0].Content += `<img src="{{image-2}}">` },
		"{{cover-1}} in the con": func(p *Plan) { p.Articles[0].Content += `<img src="{{cover-1}}">` },
		"image_media_id":         func(p *Plan) { p.Articles[1].ImageInfo.ImageList[0].ImageMediaID = "x" },
		"1 to 20 pictures":       func(p *Plan) { p.Articles[1].ImageInfo = nil },
		"is used before":         func(p *Plan) { p.Uploads[1].Placeholder = "{{image-1}}" },
		"of the form":            func(p *Plan) { p.Uploads[0].Placeholder = "" },
		"within the package":     func(p *Plan) { p.Uploads[0].File = "../../secret" },
		"use":                    func(p *Plan) { p.Uploads[0].Use = "move" },
		"sha256":                 func(p *Plan) { p.Uploads[0].SHA256 = "00" },
	} {
		p := sample()
		spoil(p)
		if err := p.Check(); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", want, err)
		}
	}
	for _, text := range []string{"", "{}", "null", string(Encode(sample())) + "{}", strings.Replace(string(Encode(sample())), `"slug"`, `"slog"`, 1)} {
		if _, err := Decode([]byte(text)); err == nil {
			t.Errorf("%.40q… is taken for a plan", text)
		}
	}
}

func FuzzJSON(f *testing.F) {
	for _, text := range []string{"", "a\u2028", `\u0000`, "\xff\\", `"`, "\x00"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		data := JSON(Article{Content: text})
		var a Article
		if err := json.Unmarshal(data, &a); err != nil || escaped(data) {
			t.Fatalf("%q became %s: %v", text, data, err)
		}
		if again := JSON(a); string(again) != string(data) {
			t.Fatalf("%s became %s", data, again)
		}
	})
}
