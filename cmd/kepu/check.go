package main

import (
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"kepu/internal/build"
)

func (a *app) checkCommand() *cobra.Command {
	var f buildFlags
	cmd := &cobra.Command{
		Use:   "check",
		Short: a.say("检查内容，不生成网站", "Check the content without building"),
		Long:  a.say("检查全部内容：信息栏、引用、链接、图片、地址。有错误时退出状态为 1。\n\n在 CI 里用 --format github、gitlab 或 sarif，错误会显示在改动的那一行上。", "Check all content: front matter, references, links, pictures, addresses. Exit status 1 if there are errors.\n\nIn CI use --format github, gitlab or sarif to see them on the changed lines."),
		Args:  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			opt, err := a.options(f)
			if err != nil {
				return err
			}
			opt.Packages = &build.Packages{}
			bar := a.progress()
			opt.Progress = bar.update
			r, err := build.Run(cmd.Context(), opt)
			bar.clear()
			if err != nil {
				return a.machine(err)
			}
			a.print(a.stdout, r.Diagnostics, f.siteFlags)
			if f.format == "text" {
				if len(r.Diagnostics) == 0 {
					fmt.Fprintf(a.stdout, a.say("没有问题：检查了 %d 篇内容。\n", "No problems in %d entries.\n"), r.Entries)
				} else {
					fmt.Fprintln(a.stdout, a.failed(r.Diagnostics)+a.say("。", "."))
				}
			}
			if r.Failed() {
				return &exitError{status: exitContent}
			}
			return nil
		},
	}
	a.addSite(cmd, &f.siteFlags, "text", "json", "github", "gitlab", "sarif")
	a.addBuild(cmd, &f)
	a.addBaseURL(cmd, &f)
	return cmd
}

func (a *app) nextChangeCommand() *cobra.Command {
	var f buildFlags
	cmd := &cobra.Command{
		Use:   "next-change",
		Short: a.say("网站下一次随时间变化的时刻", "The instant at which time alone changes the site next"),
		Long:  a.say("打印网站下一次只因时间流逝而变化的时刻（活动开始或结束、报名截止、内容到期），供 CI 安排下一次生成。", "Print the next instant at which time alone changes the site (an event begins or ends, registration closes, an entry expires), so that CI can schedule a build."),
		Args:  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			opt, err := a.options(f)
			if err != nil {
				return err
			}
			r, err := build.Run(cmd.Context(), opt)
			if err != nil {
				return a.machine(err)
			}
			if r.Failed() {
				a.print(a.stderr, r.Diagnostics, f.siteFlags)
				return &exitError{status: exitContent}
			}
			if r.Next.IsZero() {
				fmt.Fprintln(a.stdout, a.say("此后没有随时间变化的内容", "nothing ahead"))
				return nil
			}
			fmt.Fprintln(a.stdout, r.Next.Format(time.RFC3339))
			return nil
		},
	}
	a.addSite(cmd, &f.siteFlags)
	a.addBuild(cmd, &f)
	return cmd
}
