package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"path/filepath"
	"syscall"
	"time"

	"github.com/spf13/cobra"

	"kepu/internal/build"
	"kepu/internal/diag"
	"kepu/internal/output"
)

// buildFlags are the flags that change what is built.
type buildFlags struct {
	siteFlags
	out, cache, baseURL, now string
	drafts, force, stats     bool
}

func (a *app) addBuild(cmd *cobra.Command, f *buildFlags) {
	cmd.Flags().StringVar(&f.now, "now", "", a.say("当作现在的`时间`，RFC 3339（默认：时钟，或 SOURCE_DATE_EPOCH）", "`time` to take for the present, RFC 3339 (default: the clock, or SOURCE_DATE_EPOCH)"))
	cmd.Flags().BoolVar(&f.drafts, "drafts", false, a.say("连同草稿一起", "publish drafts too"))
	cmd.Flags().StringVar(&f.cache, "cache", "", a.say("缓存`目录`，off 表示只用临时文件（默认：用户缓存目录下的 kepu）", "`folder` of the cache, off for a temporary file alone (default: kepu in the user's cache folder)"))
}

func (a *app) addBaseURL(cmd *cobra.Command, f *buildFlags) {
	cmd.Flags().StringVar(&f.baseURL, "base-url", "", a.say("网站的正式`网址`，代替 site.yaml 里的 base_url", "`address` of the site, in place of base_url in site.yaml"))
}

func (a *app) options(f buildFlags) (build.Options, error) {
	now, err := a.now(f.now)
	if err != nil {
		return build.Options{}, err
	}
	if f.baseURL != "" {
		if u, err := url.Parse(f.baseURL); err != nil || (u.Scheme != "https" && u.Scheme != "http") || u.Host == "" || u.RawQuery != "" || u.Fragment != "" || u.User != nil {
			return build.Options{}, a.usage(a.say("--base-url 不是可用的网址：", "--base-url is not a usable address: ") + f.baseURL)
		}
	}
	program := programID()
	return build.Options{Dir: f.dir, Cache: cacheFolder(f.cache, program), Program: program, BaseURL: f.baseURL, Now: now, Drafts: f.drafts, Force: f.force, Stats: f.stats}, nil
}

func (a *app) buildCommand() *cobra.Command {
	var f buildFlags
	cmd := &cobra.Command{
		Use:   "build",
		Short: a.say("生成网站", "Build the site"),
		Args:  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			opt, err := a.options(f)
			if err != nil {
				return err
			}
			opt.Out = f.out
			if opt.Out == "" {
				opt.Out = filepath.Join(f.dir, "public")
			}
			opt.Packages = &build.Packages{Out: packagesOf(opt.Out)}
			bar := a.progress()
			opt.Progress = bar.update
			r, err := build.Run(cmd.Context(), opt)
			bar.clear()
			return a.report(f, opt, r, err)
		},
	}
	a.addSite(cmd, &f.siteFlags, "text", "json")
	a.addBuild(cmd, &f)
	a.addBaseURL(cmd, &f)
	cmd.Flags().StringVar(&f.out, "out", "", a.say("输出`目录`（默认：站点目录下的 public）", "output `folder` (default: public in the site folder)"))
	cmd.Flags().BoolVar(&f.stats, "stats", false, a.say("说明时间花在哪里：各步骤，最慢的内容", "tell where the time went: by step, and the slowest entries"))
	cmd.Flags().BoolVar(&f.force, "force", false, a.say("输出目录里有别的文件也照写（不动那些文件）", "write although the output folder holds other files (they stay)"))
	return cmd
}

// report prints how a build ended.
func (a *app) report(f buildFlags, opt build.Options, r build.Result, err error) error {
	if err == nil && f.format == "json" {
		if err := json.NewEncoder(a.stdout).Encode(a.summary(r, f.siteFlags)); err != nil {
			return &exitError{exitMachine, err}
		}
	} else {
		a.print(a.stderr, r.Diagnostics, f.siteFlags)
	}
	if r.Stats != nil && f.format != "json" {
		a.printStats(r.Stats)
	}
	if err != nil {
		return a.machine(err)
	}
	if r.Failed() {
		if f.format != "json" {
			fmt.Fprintln(a.stderr, a.failed(r.Diagnostics)+a.say("；网站没有改动。", "; the site is as it was."))
		}
		return &exitError{status: exitContent}
	}
	if f.format == "json" {
		return nil
	}
	p := r.Report
	fmt.Fprintf(a.stdout, a.say("完成：%d 篇内容，%d 个页面，共 %d 个文件（%s）\n", "Done: %d entries, %d pages, %d files (%s)\n"), r.Entries, r.Pages, p.Total, sizeText(p.Bytes))
	fmt.Fprintf(a.stdout, a.say("  写入 %d，未变 %d，清理 %d，用时 %s\n", "  %d written, %d unchanged, %d swept, in %s\n"), p.Written, p.Unchanged, p.Swept, r.Took.Round(time.Millisecond))
	fmt.Fprintf(a.stdout, a.say("  在 %s\n", "  in %s\n"), opt.Out)
	a.printPackages(opt, r)
	return nil
}

func (a *app) failed(ds []diag.Diagnostic) string {
	errors, warnings := 0, 0
	for _, d := range ds {
		if d.Severity() == diag.Error {
			errors++
		} else {
			warnings++
		}
	}
	if a.lang == diag.Chinese {
		return fmt.Sprintf("%d 个错误，%d 个警告", errors, warnings)
	}
	return plural(errors, "error") + ", " + plural(warnings, "warning")
}

func plural(n int, word string) string {
	if n == 1 {
		return "1 " + word
	}
	return fmt.Sprintf("%d %ss", n, word)
}

// machine explains an error that no editor can mend.
func (a *app) machine(err error) error {
	var busy *output.BusyError
	switch {
	case errors.Is(err, context.Canceled):
		err = errors.New(a.say("已中断；网站没有改动。", "interrupted; the site is as it was."))
	case errors.As(err, &busy):
		err = fmt.Errorf(a.say("另一个 kepu 正在写 %s，等它完成再试。", "another kepu is writing to %s; try again when it is done."), busy.Dir)
	case errors.Is(err, fs.ErrPermission):
		err = errors.New(a.say("没有权限：", "permission denied: ") + err.Error())
	case errors.Is(err, syscall.ENOSPC):
		err = errors.New(a.say("磁盘满了：", "the disk is full: ") + err.Error())
	case errors.Is(err, syscall.ENOTDIR):
		err = errors.New(a.say("该是文件夹的地方是文件：", "a file stands where a folder must be: ") + err.Error())
	}
	return &exitError{exitMachine, err}
}

// A buildSummary is what `kepu build --format json` prints. The names are part
// of the interface.
type buildSummary struct {
	OK          bool            `json:"ok"`
	Entries     int             `json:"entries"`
	Pages       int             `json:"pages"`
	Files       int             `json:"files"`
	Written     int             `json:"written"`
	Unchanged   int             `json:"unchanged"`
	Swept       int             `json:"swept"`
	Rendered    int             `json:"rendered"`
	Bytes       int64           `json:"bytes"`
	Millis      int64           `json:"milliseconds"`
	BaseURL     string          `json:"base_url"`
	Stats       *statsSummary   `json:"stats,omitempty"` // with --stats
	Diagnostics json.RawMessage `json:"diagnostics"`     // as `kepu check --format json` prints them
}

func (a *app) summary(r build.Result, f siteFlags) buildSummary {
	var list bytes.Buffer
	a.print(&list, r.Diagnostics, f)
	p := r.Report
	return buildSummary{
		OK: !r.Failed(), Entries: r.Entries, Pages: r.Pages, Files: p.Total, Written: p.Written, Unchanged: p.Unchanged,
		Swept: p.Swept, Rendered: p.Rendered, Bytes: p.Bytes, Millis: r.Took.Milliseconds(), BaseURL: r.BaseURL, Stats: summarize(r.Stats), Diagnostics: list.Bytes(),
	}
}

func sizeText(n int64) string {
	switch {
	case n >= 1<<20:
		return fmt.Sprintf("%.1f MB", float64(n)/(1<<20))
	case n >= 1<<10:
		return fmt.Sprintf("%.1f KB", float64(n)/(1<<10))
	}
	return fmt.Sprintf("%d B", n)
}
