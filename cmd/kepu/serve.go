package main

import (
	"context"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"time"

	"github.com/spf13/cobra"

	"kepu/internal/build"
	"kepu/internal/page"
	"kepu/internal/serve"
)

func (a *app) serveCommand() *cobra.Command {
	var f buildFlags
	var addr string
	var open bool
	cmd := &cobra.Command{
		Use:   "serve",
		Short: a.say("边写边看：改动后网页自动刷新", "See the site while you write: pages reload by themselves"),
		Args:  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			opt, err := a.options(f)
			if err != nil {
				return err
			}
			if _, _, err := net.SplitHostPort(addr); err != nil {
				return a.usage(a.say("--addr 写成 主机:端口，如 127.0.0.1:8080：", "--addr is HOST:PORT, such as 127.0.0.1:8080: ") + addr)
			}
			return a.serve(cmd.Context(), f, opt, addr, open)
		},
	}
	a.addSite(cmd, &f.siteFlags)
	a.addBuild(cmd, &f)
	cmd.Flags().StringVar(&addr, "addr", "127.0.0.1:8080", a.say("监听`地址`；写 0.0.0.0:8080 可以让同一网络里的手机来看", "`address` to listen on; 0.0.0.0:8080 lets phones on the same network look"))
	cmd.Flags().BoolVar(&open, "open", false, a.say("打开浏览器", "open a browser"))
	return cmd
}

// serve writes nothing: looking at a draft must not change what is about to be
// published.
func (a *app) serve(ctx context.Context, f buildFlags, opt build.Options, addr string, open bool) error {
	if _, err := os.Stat(filepath.Join(f.dir, "content")); err != nil {
		return a.usage(a.say("没有找到 content 文件夹；请在站点目录里运行，或用 --site 指明。", "there is no content folder; run kepu in the site's folder or name it with --site."))
	}
	session := build.NewSession(opt.Cache, opt.Program)
	defer session.Close()
	var saveFirst sync.Once
	err := serve.Run(ctx, serve.Options{
		Addr:   addr,
		Watch:  []string{filepath.Join(f.dir, "content"), filepath.Join(f.dir, "themes")},
		Ignore: hidden(filepath.Join(f.dir, "content")),
		Text:   func(path string) bool { return filepath.Ext(path) == ".md" },
		Build: func(ctx context.Context, baseURL string, changed []string) serve.Result {
			o := opt
			o.BaseURL, o.Changed = baseURL, changed
			if f.now == "" {
				o.Now, _ = a.now("") // the clock moves on while the server runs; it was readable a moment ago
			}
			r, err := session.Build(ctx, o)
			saveFirst.Do(session.Save) // the longest build; what later ones add is saved at the end
			res := serve.Result{Err: err, Diagnostics: r.Diagnostics}
			if err == nil && !r.Failed() {
				res.Files, res.Explain = r.Files, o.Explain
				res.Summary = fmt.Sprintf(a.say("%d 个页面，用时 %s", "%d pages, in %s"), r.Pages, r.Took.Round(time.Millisecond))
			}
			return res
		},
		Lang: a.lang,
		Log:  a.stdout,
		CSP:  page.DefaultPolicy,
		Ready: func(url string) {
			fmt.Fprintf(a.stdout, a.say("打开 %s 看网站；改动会自动刷新，按 Ctrl+C 结束。\n", "Open %s to see the site; it reloads by itself. Ctrl+C ends.\n"), url)
			if open {
				browse(url)
			}
		},
	})
	if err != nil {
		return &exitError{exitMachine, err}
	}
	return nil
}

// hidden reports whether a path is one that builds pass over: an editor's
// settings, or what it is about to rename. In static/ such files are published.
func hidden(content string) func(path string) bool {
	content, failed := filepath.Abs(content)
	return func(path string) bool {
		rel, err := filepath.Rel(content, path)
		return failed == nil && err == nil && filepath.IsLocal(rel) &&
			strings.HasPrefix(filepath.Base(path), ".") && !strings.HasPrefix(filepath.ToSlash(rel), "static/")
	}
}

// browse opens the system's browser. Where it cannot, the address has been
// printed.
func browse(url string) {
	name := "xdg-open"
	switch runtime.GOOS {
	case "darwin":
		name = "open"
	case "windows":
		exec.Command("rundll32", "url.dll,FileProtocolHandler", url).Start()
		return
	}
	exec.Command(name, url).Start()
}
