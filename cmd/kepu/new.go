package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"kepu/internal/content"
	"kepu/internal/diag"
	"kepu/internal/source"
)

// singular lets an editor write the word they mean: `kepu new article x`.
var singular = map[string]content.Kind{
	"article": content.Articles, "event": content.Events, "scientist": content.Scientists,
	"organization": content.Organizations, "place": content.Places, "series": content.Series, "honour": content.Honours, "award": content.Honours, "route": content.Routes, "edition": content.Editions, "page": content.Pages,
	"文章": content.Articles, "活动": content.Events, "人物": content.Scientists, "机构": content.Organizations,
	"场所": content.Places, "系列": content.Series, "荣誉": content.Honours, "奖项": content.Honours, "路线": content.Routes, "手机报": content.Editions, "页面": content.Pages,
}

func kindNames() string {
	var names []string
	for _, k := range content.Kinds {
		names = append(names, string(k))
	}
	return strings.Join(names, ", ")
}

func (a *app) kind(word string) (content.Kind, error) {
	if k, ok := singular[word]; ok {
		return k, nil
	}
	if slices.Contains(content.Kinds, content.Kind(word)) {
		return content.Kind(word), nil
	}
	text := fmt.Sprintf(a.say("没有叫 %s 的栏目，可用：%s", "there is no kind %s; use %s"), word, kindNames())
	if near := diag.Nearest(word, strings.Split(kindNames(), ", ")); near != "" {
		text += fmt.Sprintf(a.say("。是不是想写 %s？", ". Did you mean %s?"), near)
	}
	return "", a.usage(text)
}

func (a *app) newCommand() *cobra.Command {
	var f siteFlags
	var title, now string
	cmd := &cobra.Command{
		Use:     "new KIND SLUG",
		Short:   a.say("新建一篇内容的骨架", "Write the skeleton of a new entry"),
		Long:    a.say("在 content/KIND/SLUG.md 写一份带说明的骨架，照着填就行。KIND 是 articles、events、scientists、organizations、places、series、honours、routes、editions、pages 之一（也可写 文章、活动、人物……）；SLUG 是文件名，可带文件夹，如 2026/spring-sowing。", "Write a commented skeleton to content/KIND/SLUG.md. KIND is one of articles, events, scientists, organizations, places, series, honours, routes, editions, pages; SLUG is the file name, with folders if you like: 2026/spring-sowing."),
		Example: "  kepu new articles 2026/spring-sowing --title 春播前的三件事",
		Args:    a.args(2, a.say("栏目（"+kindNames()+"）和文件名", "a kind ("+kindNames()+") and a file name")),
		RunE: func(_ *cobra.Command, args []string) error {
			kind, err := a.kind(args[0])
			if err != nil {
				return err
			}
			at, err := a.now(now)
			if err != nil {
				return err
			}
			return a.create(f.dir, kind, args[1], title, at)
		},
	}
	a.addSite(cmd, &f)
	cmd.Flags().StringVar(&title, "title", "", a.say("`标题`", "`title`"))
	cmd.Flags().StringVar(&now, "now", "", a.say("当作现在的`时间`", "`time` to take for the present"))
	return cmd
}

func (a *app) create(dir string, kind content.Kind, slug, title string, now time.Time) error {
	slug = strings.TrimSuffix(slug, ".md")
	parts := strings.Split(slug, "/")
	if !fs.ValidPath(slug) || slug == "." || slices.ContainsFunc(parts, func(p string) bool { return source.CleanName(p) != p || p[0] == '.' || p[0] == '_' }) {
		return a.usage(a.say("SLUG 只能用字母、数字、汉字和连字符，如 2026/spring-sowing：", "SLUG may hold letters, digits and hyphens, such as 2026/spring-sowing: ") + slug)
	}
	if kind == content.Pages && len(parts) > 1 {
		return a.usage(a.say("单独的页面直接放在 content 下，不能带文件夹。", "plain pages stand in content itself, without folders."))
	}
	name := path.Join(source.Folder, string(kind), slug+".md")
	if kind == content.Pages {
		name = path.Join(source.Folder, slug+".md")
	}
	file := filepath.Join(dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		return &exitError{exitMachine, err}
	}
	w, err := os.OpenFile(file, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if errors.Is(err, fs.ErrExist) {
		return a.usage(a.say("文件已经存在，没有改动：", "the file exists and was not changed: ") + file)
	}
	if err == nil {
		_, err = w.Write(content.Skeleton(kind, title, now.Format("2006-01-02"), a.lang))
		err = errors.Join(err, w.Close())
	}
	if err != nil {
		return &exitError{exitMachine, err}
	}
	fmt.Fprintf(a.stdout, a.say("已新建 %s\n写好后运行 kepu check 检查，或用 kepu serve 边写边看。\n", "Wrote %s\nRun kepu check when it is filled in, or kepu serve to see it while you write.\n"), file)
	return nil
}

func (a *app) schemaCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "schema KIND",
		Short:   a.say("打印信息栏的 JSON Schema", "Print the JSON Schema of front matter"),
		Long:    a.say("打印某类内容信息栏的 JSON Schema，编辑器可用它来补全和检查；KIND 写 site 是 site.yaml 的。\n\n在 YAML 文件开头写：# yaml-language-server: $schema=site.schema.json", "Print the JSON Schema of a kind's front matter, for completion in editors; KIND site is that of site.yaml.\n\nA YAML file names it in its first line: # yaml-language-server: $schema=site.schema.json"),
		Example: "  kepu schema articles > articles.schema.json\n  kepu schema site > site.schema.json",
		Args:    a.args(1, a.say("栏目（"+kindNames()+"，或 site）", "a kind ("+kindNames()+", or site)")),
		RunE: func(_ *cobra.Command, args []string) error {
			kind := content.SiteSettings
			if args[0] != string(kind) {
				var err error
				if kind, err = a.kind(args[0]); err != nil {
					return err
				}
			}
			_, err := a.stdout.Write(content.Schema(kind))
			return err
		},
	}
}

func (a *app) explainCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "explain [CODE]",
		Short:   a.say("解释一个错误代码", "Explain a code of an error"),
		Example: "  kepu explain unknown-field",
		Args:    cobra.MaximumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				for _, c := range diag.Codes() {
					fmt.Fprintln(a.stdout, c)
				}
				return nil
			}
			if err := diag.Explain(a.stdout, diag.Code(args[0]), a.lang); err != nil {
				return a.usage(a.say("没有这个代码：", "there is no such code: ") + args[0])
			}
			return nil
		},
	}
}
