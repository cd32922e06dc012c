package main

import (
	"encoding/json"
	"fmt"
	"io"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"kepu/internal/build"
	"kepu/internal/channel"
	"kepu/internal/channel/all"
	"kepu/internal/diag"
)

// packagesOf is where packages go that belong to a site in a folder.
func packagesOf(out string) string { return filepath.Clean(out) + "-channels" }

func (a *app) channelCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "channel",
		Short: a.say("把文章做成各个新媒体渠道的稿件包", "Turn articles into packages for other media"),
		Long:  a.say("一篇文章，发往各处：微信公众号、今日头条、微博、抖音、手机报、报纸广播电视……\n\nkepu channel build 在 public-channels/ 里给每个渠道、每篇文章做一个稿件包；打开其中的 index.html，照着步骤发布。", "One article for every medium.\n\nkepu channel build makes a package for each channel and each article in public-channels/; open its index.html and follow the steps."),
		Args:  cobra.NoArgs,
		RunE:  func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(a.channelListCommand(), a.channelBuildCommand(), a.pushCommand())
	return cmd
}

func (a *app) channelListCommand() *cobra.Command {
	var f siteFlags
	cmd := &cobra.Command{
		Use:   "list [CHANNEL…]",
		Short: a.say("列出渠道和它们的规则", "List the channels and their rules"),
		Long:  a.say("列出所有渠道；写出渠道的名字，就列出它的全部规则：上限、依据和出处。上限可以在 site.yaml 的 channels.limits 里改。", "List the channels; with names, their rules as well: the bounds, and who says so. channels.limits in site.yaml changes them."),
		RunE: func(_ *cobra.Command, args []string) error {
			list, err := a.channels(args)
			if err != nil {
				return err
			}
			if f.format == "json" {
				return a.channelsJSON(list)
			}
			a.printChannels(a.stdout, list, len(args) > 0)
			return nil
		},
	}
	cmd.Flags().StringVar(&f.format, "format", "text", a.say("输出`格式`：text, json", "output `format`: text, json"))
	return cmd
}

// channels finds channels by their names; none are all.
func (a *app) channels(names []string) ([]*channel.Channel, error) {
	if len(names) == 0 {
		return all.Channels, nil
	}
	var list []*channel.Channel
	for _, name := range names {
		c := all.Find(name)
		if c == nil {
			text := fmt.Sprintf(a.say("没有叫 %s 的渠道，可用：%s", "there is no channel %s; use %s"), name, strings.Join(all.Names(), ", "))
			if near := diag.Nearest(name, all.Names()); near != "" {
				text += fmt.Sprintf(a.say("。是不是想写 %s？", ". Did you mean %s?"), near)
			}
			return nil, a.usage(text)
		}
		list = append(list, c)
	}
	return list, nil
}

func (a *app) text(t channel.Text) string { return a.say(t.Zh, t.En) }

func (a *app) printChannels(w io.Writer, list []*channel.Channel, rules bool) {
	for _, c := range list {
		fmt.Fprintf(w, "%-12s %s  %s\n", c.Name, a.text(c.Title), a.text(c.About))
		if !rules {
			continue
		}
		for _, r := range c.Rules {
			fmt.Fprintf(w, "  %-26s %s%s  %s\n", c.Name+"."+r.ID, a.text(r.Name), a.say("：", ": ")+a.bounds(r), a.standing(r.Standing))
			if r.Source != "" {
				fmt.Fprintf(w, "  %-26s   %s\n", "", r.Source)
			}
		}
	}
	if !rules {
		fmt.Fprintln(w, a.say("写出渠道的名字，看它的全部规则：kepu channel list wechat", "Name a channel to see its rules: kepu channel list wechat"))
	}
}

func (a *app) bounds(r channel.Rule) string {
	var parts []string
	add := func(n int, zh, en string) {
		if n > 0 {
			parts = append(parts, a.say(zh, en)+" "+strconv.Itoa(n)+" "+a.text(r.Unit))
		}
	}
	if r.Bounds.None {
		return a.say("不允许", "none")
	}
	add(r.Bounds.Min, "至少", "at least")
	add(r.Bounds.Warn, "超过就提醒", "a warning above")
	add(r.Bounds.Max, "最多", "at most")
	if len(parts) == 0 {
		return a.say("不限", "no bound")
	}
	return strings.Join(parts, a.say("，", ", "))
}

func (a *app) standing(s channel.Standing) string {
	switch s {
	case channel.Official:
		return a.say("［官方］", "[official]")
	case channel.InCode:
		return a.say("［代码可证］", "[in code]")
	case channel.SecondHand:
		return a.say("［转述］", "[second-hand]")
	}
	return a.say("［未见规定，本站自定］", "[not on record, our own]")
}

// A channelJSON is what `kepu channel list --format json` prints. The names are
// part of the interface.
type channelJSON struct {
	Name  string     `json:"name"`
	Title string     `json:"title"`
	About string     `json:"about"`
	Kinds []string   `json:"kinds"`
	Rules []ruleJSON `json:"rules"`
}

type ruleJSON struct {
	Rule     string `json:"rule"`
	Name     string `json:"name"`
	Unit     string `json:"unit,omitempty"`
	Min      int    `json:"min,omitempty"`
	Warn     int    `json:"warn,omitempty"`
	Max      int    `json:"max,omitempty"`
	None     bool   `json:"none,omitempty"`
	Source   string `json:"source,omitempty"`
	Standing string `json:"standing"`
}

func (a *app) channelsJSON(list []*channel.Channel) error {
	out := []channelJSON{}
	for _, c := range list {
		j := channelJSON{Name: c.Name, Title: a.text(c.Title), About: a.text(c.About), Rules: []ruleJSON{}}
		for _, k := range c.Kinds {
			j.Kinds = append(j.Kinds, string(k))
		}
		for _, r := range c.Rules {
			j.Rules = append(j.Rules, ruleJSON{c.Name + "." + r.ID, a.text(r.Name), a.text(r.Unit), r.Bounds.Min, r.Bounds.Warn, r.Bounds.Max, r.Bounds.None, r.Source, string(r.Standing)})
		}
		out = append(out, j)
	}
	enc := json.NewEncoder(a.stdout)
	enc.SetIndent("", "  ")
	enc.SetEscapeHTML(false)
	return enc.Encode(out)
}

func (a *app) channelBuildCommand() *cobra.Command {
	var f buildFlags
	var since string
	var slugs []string
	cmd := &cobra.Command{
		Use:     "build [CHANNEL…]",
		Short:   a.say("生成稿件包", "Make packages"),
		Long:    a.say("给写出的渠道（不写就是全部）生成稿件包。没有 --since 和 --slug 时，每篇能发的内容都做。\n\n哪条内容超出了渠道的限制，就报出文件和行号，不生成它的包；别的照常生成。", "Make packages for the channels named, or for all. Without --since and --slug, of everything that may leave.\n\nWhat breaks a limit of a channel is told with file and line, and gets no package; the others are made."),
		Example: "  kepu channel build wechat --slug radio-telescope\n  kepu channel build --since 2026-11-01",
		RunE: func(cmd *cobra.Command, args []string) error {
			if _, err := a.channels(args); err != nil {
				return err
			}
			opt, err := a.options(f)
			if err != nil {
				return err
			}
			want := &build.Packages{Out: f.out, Only: true, Channels: args, Slugs: slugs}
			if since != "" {
				if want.Since, err = a.instant("--since", since); err != nil {
					return err
				}
			}
			if want.Out == "" {
				want.Out = packagesOf(filepath.Join(f.dir, "public"))
			}
			opt.Packages = want
			bar := a.progress()
			opt.Progress = bar.update
			r, err := build.Run(cmd.Context(), opt)
			bar.clear()
			return a.reportPackages(f, opt, r, err)
		},
	}
	a.addSite(cmd, &f.siteFlags, "text", "json")
	a.addBuild(cmd, &f)
	a.addBaseURL(cmd, &f)
	cmd.Flags().StringVar(&f.out, "out", "", a.say("稿件包的输出`目录`（默认：站点目录下的 public-channels）", "output `folder` (default: public-channels in the site folder)"))
	cmd.Flags().StringVar(&since, "since", "", a.say("只做这个`时间`以后发布或修改的，如 2026-11-01", "only what was published or changed since this `time`"))
	cmd.Flags().StringArrayVar(&slugs, "slug", nil, a.say("只做这些`文件名`的内容", "only entries with these `slugs`"))
	cmd.Flags().BoolVar(&f.force, "force", false, a.say("输出目录里有别的文件也照写（不动那些文件）", "write although the output folder holds other files (they stay)"))
	return cmd
}

// reportPackages prints how the making of packages ended.
func (a *app) reportPackages(f buildFlags, opt build.Options, r build.Result, err error) error {
	if err == nil && f.format == "json" {
		r.Report = r.Packed
		if err := json.NewEncoder(a.stdout).Encode(a.summary(r, f.siteFlags)); err != nil {
			return &exitError{exitMachine, err}
		}
	} else {
		a.print(a.stderr, r.Diagnostics, f.siteFlags)
	}
	if err != nil {
		return a.machine(err)
	}
	if f.format != "json" {
		if r.Failed() {
			end := a.say("；有错误的没有稿件包。", "; what has errors has no package.")
			if r.Packages == 0 {
				end = a.say("；稿件包没有改动。", "; no package was made.")
			}
			fmt.Fprintln(a.stderr, a.failed(r.Diagnostics)+end)
		}
		a.printPackages(opt, r)
	}
	if r.Failed() {
		return &exitError{status: exitContent}
	}
	return nil
}

func (a *app) printPackages(opt build.Options, r build.Result) {
	p := r.Packed
	if p.Total == 0 && p.Swept == 0 {
		return
	}
	fmt.Fprintf(a.stdout, a.say("稿件包：%d 个（%s），写入 %d 个文件，未变 %d，清理 %d，用时 %s\n", "Packages: %d (%s), %d files written, %d unchanged, %d swept, in %s\n"), r.Packages, sizeText(p.Bytes), p.Written, p.Unchanged, p.Swept, r.Took.Round(time.Millisecond))
	fmt.Fprintf(a.stdout, a.say("  在 %s\n", "  in %s\n"), opt.Packages.Out)
}

// instant reads a time that a flag gives.
func (a *app) instant(flag, text string) (time.Time, error) {
	t, err := a.now(text)
	if err != nil {
		return t, a.usage(flag + a.say(" 的时间看不懂：", " is not a time: ") + text + a.say("（写成 2026-11-01）", " (write 2026-11-01)"))
	}
	return t, nil
}
