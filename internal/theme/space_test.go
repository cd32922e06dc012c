package theme

import "testing"

func TestSqueezeText(t *testing.T) {
	for in, want := range map[string]string{
		"<p>\n\t文字\n</p>":                 "<p>文字</p>",
		"<ul>\n\t<li>a</li>\n</ul>\n":     "<ul><li>a</li></ul>",
		"one\n\ttwo":                      "one two",
		"<b>a</b> <i>b</i>":               "<b>a</b> <i>b</i>",
		"\n\t\t":                          "",
		" ":                               " ",
		" class=\"x\"\n\tid=\"y\"":        " class=\"x\" id=\"y\"",
		"\"\n\tid=\"":                     "\" id=\"",
		"text\n":                          "text ",
		"\ntext":                          " text",
		"</a>\n":                          "</a>",
		"\n<a>":                           "<a>",
		"":                                "",
		"<p>a\r\n  b</p>\r\n\r\n<p>c</p>": "<p>a b</p><p>c</p>",
	} {
		if got := string(squeezeText([]byte(in))); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

func TestPhrases(t *testing.T) {
	for in, want := range map[string]string{
		"黑土为什么是黑的":       "黑土为什么是黑的",
		"石头会说话：四亿年的书":    "<span>石头会说话：</span><span>四亿年的书</span>",
		"“看，”他说，“星星。”":   "<span>“看，”</span><span>他说，</span><span>“星星。”</span>",
		"<b>，a & b":      "<span>&lt;b&gt;，</span><span>a &amp; b</span>",
		"为什么？":           "为什么？",
		"":               "",
		"A title, Latin": "A title, Latin",
	} {
		if got := string(phrases(in)); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

func TestURI(t *testing.T) {
	if _, ok := uri("geo:43.78,125.45").(string); ok {
		t.Error("geo: is not let through")
	}
	if _, ok := uri("tel:+86-431-0000").(string); ok {
		t.Error("tel: is not let through")
	}
	for _, bad := range []string{"javascript:alert(1)", `tel:1"onclick=x`, "geo:<", "TEL:1"} {
		if _, ok := uri(bad).(string); !ok {
			t.Errorf("%s is let through unjudged", bad)
		}
	}
}
