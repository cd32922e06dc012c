package compile

import (
	"html/template"
	"testing"
)

// snippets are templates; those that are marked must not be given up for a
// full card, since themes are written with what is in them.
var snippets = []struct {
	fast   bool
	source string
}{
	{true, `plain text`},
	{true, ``},
	{true, `<!-- comment --><p>{{.Title}}</p>`},
	{true, `{{.Title}}{{.Body}}{{.Link}}{{.Data}}{{.Kind}}{{.N}}{{.Small}}{{.Ratio}}{{.On}}`},
	{true, `{{.Tags}}{{.Map}}{{.Err}}{{.Bytes}}{{.Any}}{{.Depth}}{{.Deep}}`},
	{true, `<p title="{{.Title}}" lang="{{.Body}}" class='{{.Kind}} {{.N}}' data-x={{.Title}} data-n={{.N}}>`},
	{true, `<a href="{{.Title}}">{{.Title}}</a>`},
	{true, `<a href="{{.Link}}" title="{{.Link}}">{{.Link}}</a>`},
	{true, `<a href="/x/{{.Title}}/{{.Link}}/{{.N}}">`},
	{true, `<a href="/x?q={{.Title}}&r={{.Link}}&n={{.N}}#{{.Title}}">`},
	{true, `<a href='{{.Title}}'><a href={{.Title}}><img srcset="{{.Title}} 2x, {{.Link}}">`},
	{true, `<a href="{{.Body}}{{.Kind}}{{.Any}}">`},
	{true, `<title>{{.Title}}{{.Body}}</title><textarea>{{.Title}}</textarea>`},
	{true, `<script type="application/ld+json">{{.Data}}</script>`},
	{true, `<script>var x = {{.Title}}, y = {{.N}}, z = {{.Tags}}, s = "{{.Title}}", r = /{{.Title}}/, t = ` + "`{{.Title}}`" + `</script>`},
	{true, `<style>p { color: {{.Title}}; width: {{.N}}px }</style><p style="color: {{.Title}}; background: url('{{.Title}}')">`},
	{true, `<p on{{.Title}}="x" {{.Kind}}="y" onclick="f({{.Title}})">`},
	{true, `<meta http-equiv="refresh" content="0;url={{.Title}}"><meta name="a" content="{{.Title}}">`},
	{true, `<p {{if .On}}class="a"{{end}} {{template "attr" .Title}}>{{define "attr"}}{{if .}}lang="{{.}}"{{end}}{{end}}`},
	{true, `{{define "open"}}<a href="{{end}}{{template "open"}}{{.Title}}">{{.Title}}</a>`},
	{true, `{{template "a" .}}{{define "a"}}<i>{{template "b" .Title}}</i>{{end}}{{define "b"}}{{.}}<a title="{{template "c" .}}">{{end}}{{define "c"}}{{.}}{{$}}{{end}}`},
	{true, `{{block "x" .Tags}}{{range .}}<li>{{.}}{{end}}{{end}}`},
	{false, `{{template "x" .}}{{define "x"}}{{.Title}}{{range .Subs}}<ul>{{template "x" .}}</ul>{{end}}{{end}}`},
	{false, `{{template "nothing"}}`},
	{true, `{{template "none"}}{{define "none"}}{{with .}}x{{else}}empty{{end}}{{end}}`},
	{true, `{{if .On}}a{{else}}b{{end}}{{if .Any}}a{{end}}{{if .Map}}a{{end}}{{if .Next}}a{{end}}{{if .N}}a{{end}}{{if .Small}}a{{end}}{{if .Err}}a{{end}}`},
	{false, `{{if .Ratio}}a{{end}}`},
	{true, `{{with .Next}}{{.Title}}{{with .Next}}{{.Title}}{{$.N}}{{end}}{{else}}none{{end}}{{with $x := .Title}}{{$x}}{{.}}{{end}}`},
	{true, `{{with .Next.Next.Next}}x{{else with .Tags}}{{.}}{{else}}y{{end}}`},
	{false, `{{.Next.Next.Next.Title}}`},
	{true, `{{range .Tags}}<li>{{.}}</li>{{else}}none{{end}}{{range $t := .Tags}}{{$t}}{{.}}{{end}}{{range $i, $t := .Tags}}{{if $i}}, {{end}}{{$t}}{{end}}`},
	{true, `{{range .Anys}}<p title="{{.}}">{{.}}<a href="{{.}}">x</a></p>{{end}}`},
	{true, `{{range .Subs}}{{.Title}}{{.Count}}{{range .Tags}}{{.}}{{end}}{{end}}`},
	{true, `{{range .Tags}}{{if .}}{{.}}{{else}}{{break}}x{{end}}{{end}}{{range .Tags}}{{if eq . "a"}}{{continue}}{{end}}{{.}}{{end}}`},
	{false, `{{range $k, $v := .Map}}{{$k}}={{$v}} {{end}}{{range 3}}x{{end}}`},
	{true, `{{range $i, $x := .Subs}}{{$y := $i}}{{range $i, $z := .Tags}}{{$i}}{{$y}}{{$x.Title}}{{end}}{{end}}`},
	{true, `{{$x := 1}}{{if .On}}{{$x = 2}}{{$x := 3}}{{$x}}{{end}}{{$x}}`},
	{true, `{{$x := .Title}}{{range .Tags}}{{$x = .}}{{end}}{{$x}}`},
	{true, `{{$e := .Any}}{{$e.Title}}{{$e.Next.Title}}`},
	{true, `{{.Map.a}}{{.Map.nothing}}{{.Counts.x}}{{index .Map "a"}}{{index .Tags 1}}{{index .Counts "none"}}`},
	{false, `{{index .Tags 99}}`},
	{true, `{{.T "key"}}{{$.T "key" 3 .N .Title}}{{.Title | .T "x" 1}}`},
	{false, `{{.T "missing"}}`},
	{false, `{{.Fails}}`}, {false, `{{.Panics}}`}, {false, `{{panic .Title}}`}, {false, `{{fail "x"}}`}, {false, `{{.Nothing}}`}, {false, `{{.hidden}}`}, {false, `{{nil}}`},
	{true, `{{.Kind.Upper}}{{.Count}}`},
	{true, `{{bold .Title}}{{join "a" .Title}}{{.Title | bold}}{{any .Title}}<a href="{{url .Title}}">{{if long .Body}}x{{end}}{{sum 1 .N}}{{many "a" 1 2 3}}{{many .Title}}`},
	{true, `{{with on $ .Next}}{{.It.Title}}{{.View.Title}}{{.View.T "x"}}{{end}}{{template "p" (on . .Subs)}}{{define "p"}}{{range .It}}{{.Title}}{{end}}{{.View.N}}{{end}}`},
	{true, `{{kind .Next 1}}{{kind .Subs 2}}{{kind .Any 3}}{{kind "x" 4}}{{kind .Next.Next.Next 5}}{{box .Any}}{{(box .Next).Title}}{{box 1}}`},
	{true, `{{and .On .Title}}{{or .Next.Next.Next .Title}}{{or "" .Title}}{{and .N 0}}{{not .On}}{{not .Next}}`},
	{true, `{{eq .Title "x"}}{{eq .N 1 2 1234}}{{eq .Kind "<k>"}}{{ne .Title "y"}}{{lt .N 5}}{{le .N 1234}}{{gt .N 5}}{{ge (len .Tags) 4}}{{eq .On true}}{{lt "a" "b"}}`},
	{false, `{{eq .Title 1}}`}, {false, `{{eq .Next .Next}}`}, {false, `{{eq .Ratio 1.5}}`}, {false, `{{lt .On true}}`}, {false, `{{eq .Any 0}}`},
	{true, `{{len .Tags}}{{len .Title}}{{len .Map}}`}, {false, `{{len .N}}`}, {false, `{{len .Next.Next.Next}}`},
	{true, `{{print .Title .N}}{{printf "%s-%05d" .Title .N}}{{println "x"}}{{printf "%q" .Tags | bold}}`},
	{true, `{{"<lit>"}}{{1}}{{-3}}{{true}}{{1.5}}`}, {false, `{{'a'}}`}, {false, `{{0x10}}{{1e3}}`},
	{false, `{{.Title | html}}`}, {false, `{{.Title | urlquery}}<a href="?{{.Title | urlquery}}">`},
	{true, `{{(index .Subs 1).Title}}{{(on 1 2).It}}`},
	{false, `{{if .On}}<a href="{{end}}x">`}, {false, `<a href="{{.Title}}`}, {false, `{{with .Title}}{{.Title}}{{end}}`},
	{true, `{{if and .On (gt (len .Tags) 1)}}x{{else if .N}}y{{end}}`},
	{false, `{{if ($x := .Title)}}{{$x}}{{end}}`},
	{true, `<!-- {{.Title}} --><p>`},
}

func TestSnippets(t *testing.T) {
	for _, c := range snippets {
		t.Run(c.source, func(t *testing.T) {
			if _, err := template.New("main").Funcs(functions()).Parse(c.source); err != nil {
				t.Fatal(err)
			}
			all := append(values(), values()...) // what a program has learned must not mislead it
			drawn := compare(t, c.source, all...)
			for i, v := range all {
				if full, ok := v.(*card); ok && full != nil && full.N == 1234 && drawn[i] != c.fast {
					t.Errorf("drawn by the program: %v, want %v", drawn[i], c.fast)
				}
			}
		})
	}
}
