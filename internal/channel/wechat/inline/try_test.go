package inline

import (
	"bytes"
	"testing"
)

func TestTry(t *testing.T) {
	s, err := Parse([]byte(`:root{--ink:#223344}
.body{color:var(--ink);font-size:16px;line-height:1.75;text-align:left}
.p{margin:0 0 1em}
h2,h3{font-size:1.25em;font-weight:bold;margin:2em 0 .8em;color:#0055aa}
.quote{border-left:3px solid #0055aa;padding:0 0 0 1em;color:#666666;margin:0 0 1em}
.quote .p:last-child{margin-bottom:0}
.ref{font-size:.75em;color:#777;vertical-align:super}
td,th{border:1px solid #dddddd;padding:4px 8px;text-align:left}
.pre{color:#333}.tok-k{color:#a00}.tok-s{color:#050}
`))
	if err != nil {
		t.Fatal(err)
	}
	T := func(s string) *Element { return &Element{Text: s} }
	E := func(tag, class string, n ...*Element) *Element { return &Element{Tag: tag, Class: class, Nodes: n} }
	root := E("section", "body",
		E("section", "p", T("你好"), E("strong", "", T("重点")), E("span", "x", T("没有")), E("span", "ref", T("[1]"))),
		E("h2", "", T("标题 <a>"), E("strong", "", T("x"))),
		E("blockquote", "quote", E("section", "p", T("引用一")), E("section", "p", T("引用二"))),
		E("table", "", E("tbody", "", E("tr", "", E("th", "", T("a")), E("td", "", T("b"))))),
		E("pre", "pre", E("code", "", E("span", "tok-k", T("func")), T(" "), E("span", "tok-k", T("x")), E("span", "tok-k", T("x")), E("span", "tok-s", T("'s'")))),
	)
	var b bytes.Buffer
	s.Write(&b, root)
	t.Log(b.String())
}
