package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime/debug"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
	"golang.org/x/term"

	"kepu/internal/content"
	"kepu/internal/diag"
)

// An app is one run of the command.
type app struct {
	stdout, stderr io.Writer
	lang           diag.Lang
}

func (a *app) say(zh, en string) string {
	if a.lang == diag.English {
		return en
	}
	return zh
}

func (a *app) root() *cobra.Command {
	root := &cobra.Command{
		Use:           "kepu",
		Short:         a.say("把 Markdown 变成科普网站", "Turn Markdown into an outreach site"),
		Long:          a.say("kepu 把一个文件夹的 Markdown 变成面向公众的科普网站。\n\n站点目录里放 content/，文章放在 content/articles/ 下；运行 kepu serve 边写边看，运行 kepu build 生成到 public/。", "kepu turns a folder of Markdown into a site for the public.\n\nThe site folder holds content/, articles go into content/articles/; kepu serve shows the site while you write, kepu build writes it to public/."),
		Version:       version(),
		SilenceErrors: true,
		SilenceUsage:  true,
		Args:          cobra.NoArgs,
		RunE:          func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	root.AddCommand(a.buildCommand(), a.checkCommand(), a.serveCommand(), a.newCommand(), a.schemaCommand(), a.channelCommand(), a.explainCommand(), a.nextChangeCommand())
	root.CompletionOptions.HiddenDefaultCmd = true
	root.SetHelpFunc(func(cmd *cobra.Command, _ []string) { a.help(cmd) })
	root.SetUsageFunc(func(cmd *cobra.Command) error { a.usageOf(cmd.OutOrStderr(), cmd); return nil })
	root.SetHelpCommand(&cobra.Command{Use: "help", Hidden: true, RunE: func(_ *cobra.Command, args []string) error {
		c, _, err := root.Find(args)
		if err == nil {
			a.help(c)
		}
		return err
	}})
	return root
}

// usageError says in the reader's language what is wrong with the command line.
func (a *app) usageError(err error) string {
	var unknown *pflag.NotExistError
	var value *pflag.ValueRequiredError
	var invalid *pflag.InvalidValueError
	text := err.Error()
	switch {
	case a.lang == diag.English:
		return text
	case errors.As(err, &unknown):
		return "没有选项 --" + unknown.GetSpecifiedName()
	case errors.As(err, &value):
		return "选项 --" + value.GetSpecifiedName() + " 后面要写一个值"
	case errors.As(err, &invalid):
		return "选项 --" + invalid.GetFlag().Name + " 的值不对：" + invalid.GetValue()
	case strings.HasPrefix(text, "unknown command"):
		word := strings.SplitN(text, `"`, 5)
		if len(word) > 3 && word[3] != "kepu" {
			return word[3] + " 后面不能有 " + word[1]
		}
		return "没有命令 " + word[1]
	}
	return text
}

func version() string {
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
		return info.Main.Version
	}
	return "devel"
}

// args asks for a number of arguments and says which they are.
func (a *app) args(n int, what string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) == n {
			return nil
		}
		return a.usage(fmt.Sprintf(a.say("要写 %s。用法：%s %s", "name %s. Usage: %s %s"), what, cmd.CommandPath(), strings.TrimPrefix(cmd.Use, cmd.Name()+" ")))
	}
}

// siteFlags are shared by the commands that read a site.
type siteFlags struct {
	dir    string
	format string
}

func (a *app) addSite(cmd *cobra.Command, f *siteFlags, formats ...string) {
	cmd.Flags().StringVar(&f.dir, "site", ".", a.say("站点`目录`，里面有 content/", "`folder` of the site, which holds content/"))
	if len(formats) > 0 {
		cmd.Flags().StringVar(&f.format, "format", formats[0], a.say("输出`格式`：", "output `format`: ")+strings.Join(formats, ", "))
		check := cmd.PreRunE
		cmd.PreRunE = func(cmd *cobra.Command, args []string) error {
			for _, name := range formats {
				if name == f.format {
					if check != nil {
						return check(cmd, args)
					}
					return nil
				}
			}
			return a.usage(fmt.Sprintf(a.say("--format 不能是 %s，可用：%s", "--format cannot be %s; use %s"), f.format, strings.Join(formats, ", ")))
		}
	}
}

func (a *app) usage(text string) error { return &exitError{exitUsage, errors.New(text)} }

// timeFlag reads --now: RFC 3339, or a date; then SOURCE_DATE_EPOCH, then the
// clock. This is the only place that asks what time it is.
func (a *app) now(text string) (time.Time, error) {
	zone := content.ChinaTime()
	if text != "" {
		for _, layout := range []string{time.RFC3339Nano, "2006-01-02T15:04:05", "2006-01-02 15:04", "2006-01-02"} {
			if t, err := time.ParseInLocation(layout, text, zone); err == nil {
				return t.In(zone), nil
			}
		}
		return time.Time{}, a.usage(a.say("--now 的时间看不懂：", "--now is not a time: ") + text + a.say("（写成 2026-09-19T09:00:00+08:00）", " (write 2026-09-19T09:00:00+08:00)"))
	}
	if s := os.Getenv("SOURCE_DATE_EPOCH"); s != "" {
		n, err := strconv.ParseInt(s, 10, 64)
		if err != nil {
			return time.Time{}, a.usage(a.say("环境变量 SOURCE_DATE_EPOCH 不是整数：", "SOURCE_DATE_EPOCH is not a number: ") + s)
		}
		return time.Unix(n, 0).In(zone), nil
	}
	return time.Now().In(zone), nil
}

// print shows diagnostics in the chosen format.
func (a *app) print(w io.Writer, ds []diag.Diagnostic, f siteFlags) {
	diag.Print(w, ds, diag.PrintOptions{Lang: a.lang, Color: isTerminal(w) && os.Getenv("NO_COLOR") == "", Prefix: prefix(f.dir), Format: f.format})
}

// prefix is the site folder as tools want it in front of file names: from the
// folder they run in, where the site lies below it.
func prefix(dir string) string {
	if wd, err := os.Getwd(); err == nil && filepath.IsAbs(dir) {
		if rel, err := filepath.Rel(wd, dir); err == nil && filepath.IsLocal(rel) {
			dir = rel
		}
	}
	return filepath.ToSlash(dir)
}

func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}
