package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"kepu/internal/channel/wechat/draft"
	"kepu/internal/channel/wechat/push"
)

// Variables of the environment that the command reads. Secrets are never flags:
// these end up in histories and in lists of processes.
const (
	envAppID       = "KEPU_WECHAT_APPID"
	envSecret      = "KEPU_WECHAT_SECRET"
	envCredentials = "KEPU_WECHAT_CREDENTIALS"
	envAPI         = "KEPU_WECHAT_API"
)

// pushFlags are those of `kepu channel push`.
type pushFlags struct {
	siteFlags
	out, credentials, state, api string
	slugs                        []string
	publish, dryRun, newspic     bool
}

func (a *app) pushCommand() *cobra.Command {
	var f pushFlags
	cmd := &cobra.Command{
		Use:   "push wechat",
		Short: a.say("用官方接口把稿件包送进公众号的草稿箱", "Bring packages into the draft box by the official API"),
		Long: a.say("把 kepu channel build wechat 生成的稿件包送进微信公众号的草稿箱：上传图片，新建草稿；改过的更新原来那份草稿（会盖掉后台里对它的改动）。加 --newspic 则送图片消息。不写 --slug 时，只送新的和改过的。中途断了，再运行一次就行，不会重复新建。\n\n凭据放在环境变量 KEPU_WECHAT_APPID 和 KEPU_WECHAT_SECRET 里，或写成一个文件（appid: … 和 secret: … 两行，放在站点目录以外，chmod 600），用 --credentials 或 KEPU_WECHAT_CREDENTIALS 指明。这台机器的地址要先加进公众平台的 IP 白名单。\n\n走代理或私有部署时，用环境变量 KEPU_WECHAT_API 写接口地址。",
			"Bring the packages that kepu channel build wechat made into the draft box of a WeChat account: upload the pictures, add drafts; what has changed updates its draft (and overwrites what was changed there by hand). --newspic pushes the messages of pictures instead. Without --slug only what is new or changed is pushed. After an interruption run it again: nothing is added twice.\n\nCredentials are in KEPU_WECHAT_APPID and KEPU_WECHAT_SECRET, or in a file (lines appid: … and secret: …, outside the site's folder, chmod 600) named by --credentials or KEPU_WECHAT_CREDENTIALS. This machine's address must be in the account's IP whitelist.\n\nFor a proxy or a private deployment KEPU_WECHAT_API is the address of the API."),
		Example: "  kepu channel push wechat --dry-run\n  kepu channel push wechat --slug radio-telescope",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 1 && args[0] == "wechat" {
				return nil
			}
			return a.usage(a.say("只有 wechat 有可用的官方接口：kepu channel push wechat；别的渠道打开稿件包里的 index.html，照步骤发布", "only wechat has an official API to push by: kepu channel push wechat; for other channels open index.html of the package"))
		},
		RunE: func(cmd *cobra.Command, _ []string) error { return a.push(cmd.Context(), f) },
	}
	a.addSite(cmd, &f.siteFlags, "text", "json")
	cmd.Flags().StringVar(&f.out, "out", "", a.say("稿件包所在`目录`（默认：站点目录下的 public-channels）", "`folder` of the packages (default: public-channels in the site folder)"))
	cmd.Flags().StringSliceVar(&f.slugs, "slug", nil, a.say("只送这些`文件夹名`的包，没有改过也送", "only packages with these `names`, even if unchanged"))
	cmd.Flags().BoolVar(&f.newspic, "newspic", false, a.say("送图片消息（几张图配纯文字），不送图文；两种草稿各记各的", "push the messages of pictures with plain text instead of the articles; drafts of both kinds are kept apart"))
	cmd.Flags().BoolVar(&f.publish, "publish", false, a.say("送进草稿箱后马上发布（所有人可见；要同时写 --slug）", "publish them at once, for everybody to see (needs --slug)"))
	cmd.Flags().BoolVar(&f.dryRun, "dry-run", false, a.say("只说会做什么，不联网", "tell what would be done, without the network"))
	cmd.Flags().StringVar(&f.credentials, "credentials", "", a.say("凭据`文件`", "`file` of credentials"))
	cmd.Flags().StringVar(&f.state, "state", "", a.say("推送记录`文件`（默认：~/.local/state/kepu 下，每个账号一个）", "`file` that records what was pushed (default: one for each account in ~/.local/state/kepu)"))
	cmd.Flags().StringVar(&f.api, "api", "", a.say("代理或私有部署的接口`地址`", "`address` of the API, of a proxy or a private deployment"))
	cmd.Flags().Lookup("api").Hidden = true
	return cmd
}

func (a *app) push(ctx context.Context, f pushFlags) error {
	if f.publish && len(f.slugs) == 0 {
		return a.usage(a.say("--publish 会让所有人看到，请用 --slug 写明发布哪一篇", "--publish shows it to everybody: name the package with --slug"))
	}
	opt, err := a.pushOptions(f)
	if err != nil {
		return err
	}
	dir := f.out
	if dir == "" {
		dir = packagesOf(filepath.Join(f.dir, "public"))
	}
	dir = filepath.Join(dir, "wechat")
	plan := draft.File
	if f.newspic {
		plan = draft.NewspicFile
	}
	slugs := f.slugs
	if len(slugs) == 0 {
		if slugs, err = push.List(dir, plan); err != nil {
			return &exitError{exitMachine, err}
		}
	}
	if len(slugs) == 0 {
		return a.usage(a.say("没有可送的包，请先运行 kepu channel build wechat：", "there are no packages; run kepu channel build wechat first: ") + dir)
	}
	var results []push.Result // of packages that cannot be read
	var packages []*push.Package
	for _, slug := range slugs {
		p, err := push.Open(dir, slug, plan)
		if err != nil {
			results = append(results, push.Result{Slug: slug, Action: push.Failed, Err: err})
			continue
		}
		packages = append(packages, p)
	}
	do := push.Plan
	if !f.dryRun {
		do = func(opt push.Options, list []*push.Package) ([]push.Result, error) { return push.Run(ctx, opt, list) }
	}
	done, err := do(opt, packages)
	if err != nil {
		return &exitError{exitMachine, a.worded(err)}
	}
	return a.reportPush(f, append(done, results...))
}

// pushOptions reads the flags and the environment. A dry run needs no account.
func (a *app) pushOptions(f pushFlags) (push.Options, error) {
	opt := push.Options{API: f.api, State: f.state, Publish: f.publish, Unchanged: len(f.slugs) > 0}
	if opt.API == "" {
		opt.API = os.Getenv(envAPI)
	}
	if opt.API != "" {
		if err := push.CheckAPI(opt.API); err != nil {
			return opt, a.usage(a.worded(err).Error())
		}
	}
	var err error
	opt.Credentials, err = a.credentials(f)
	if err != nil && !(f.dryRun && errors.Is(err, errNoCredentials)) {
		return opt, a.usage(a.worded(err).Error())
	}
	if opt.State == "" {
		if opt.State, err = push.StateFile(os.Getenv, opt.Credentials.AppID); err != nil {
			return opt, &exitError{exitMachine, err}
		}
	}
	inside, err := push.Within(opt.State, f.dir)
	if err != nil {
		return opt, &exitError{exitMachine, err}
	}
	if inside {
		return opt, a.usage(a.say("推送记录里有凭证，不能放在站点目录里：", "the record of pushes holds a token and must not lie in the site's folder: ") + opt.State)
	}
	if f.format == "text" {
		opt.Say = func(l push.Line) {
			fmt.Fprintf(a.stdout, a.say("%s：%s\n", "%s: %s\n"), l.Slug, a.say(l.Text.Zh, l.Text.En))
		}
	}
	return opt, nil
}

var errNoCredentials = &push.Problem{Text: push.Text{
	Zh: "没有凭据：请设置环境变量 KEPU_WECHAT_APPID 和 KEPU_WECHAT_SECRET，或用 --credentials 指明凭据文件",
	En: "there are no credentials: set KEPU_WECHAT_APPID and KEPU_WECHAT_SECRET, or name a file with --credentials",
}}

// credentials are those of the file that a flag names, of the environment, or of
// the file that the environment names.
func (a *app) credentials(f pushFlags) (push.Credentials, error) {
	id, secret, file := os.Getenv(envAppID), os.Getenv(envSecret), os.Getenv(envCredentials)
	switch {
	case f.credentials != "":
		return push.ReadCredentials(f.credentials, f.dir)
	case id != "" && secret != "":
		return push.NewCredentials(id, secret), nil
	case file != "":
		return push.ReadCredentials(file, f.dir)
	}
	return push.Credentials{}, errNoCredentials
}

// worded is an error in the words of the reader's language.
func (a *app) worded(err error) error {
	w := push.Words(err)
	return errors.New(a.say(w.Zh, w.En))
}

// A pushJSON is what `kepu channel push --format json` prints of a package. The
// names are part of the interface.
type pushJSON struct {
	Slug      string `json:"slug"`
	Action    string `json:"action"`
	MediaID   string `json:"media_id,omitempty"`
	PublishID string `json:"publish_id,omitempty"`
	Error     string `json:"error,omitempty"`
	Code      int    `json:"code,omitempty"` // of the platform
}

// reportPush tells what became of each package, and gives the exit status: that
// of the machine if the platform could not be reached or refuses the account.
func (a *app) reportPush(f pushFlags, results []push.Result) error {
	status := exitOK
	out := []pushJSON{}
	for _, r := range results {
		j := pushJSON{Slug: r.Slug, Action: string(r.Action), MediaID: r.MediaID, PublishID: r.PublishID, Code: push.Code(r.Err)}
		if r.Err != nil {
			j.Error = a.worded(r.Err).Error()
			status = max(status, exitContent)
			if push.ConcernsAll(r.Err) {
				status = exitMachine
			}
		}
		out = append(out, j)
		if f.format == "text" {
			a.printPush(f, r, j.Error)
		}
	}
	if f.format == "json" {
		enc := json.NewEncoder(a.stdout)
		enc.SetEscapeHTML(false)
		if err := enc.Encode(map[string]any{"dry_run": f.dryRun, "packages": out}); err != nil {
			return &exitError{exitMachine, err}
		}
	} else if status == exitOK && !f.dryRun {
		fmt.Fprintln(a.stdout, a.say("完成。请到公众平台“草稿箱”预览、核对。", "Done. Please look at the drafts in the console."))
	}
	if status != exitOK {
		return &exitError{status: status}
	}
	return nil
}

func (a *app) printPush(f pushFlags, r push.Result, why string) {
	if why != "" {
		fmt.Fprintf(a.stderr, a.say("%s：没有完成：%s\n", "%s: not done: %s\n"), r.Slug, why)
		return
	}
	words := map[push.Action][2]string{
		push.Unchanged: {"没有变化", "unchanged"},
		push.Added:     {"已新建草稿", "draft added"},
		push.Updated:   {"已更新草稿", "draft updated"},
		push.Replaced:  {"已换成新草稿", "draft replaced"},
		push.Published: {"上次已发布", "was published"},
		push.NotTried:  {"还没有送", "not tried"},
	}
	if f.dryRun {
		words = map[push.Action][2]string{
			push.Unchanged: {"没有变化，不送", "unchanged: nothing to do"},
			push.Added:     {"将新建草稿（草稿箱里已有同一篇的就更新它）", "would add a draft, or update one of the same articles"},
			push.Updated:   {"将更新草稿", "would update its draft"},
			push.Replaced:  {"将新建草稿，并删去篇数不同的旧草稿", "would add a draft and delete the old one, of another number of articles"},
		}
	}
	word := words[r.Action]
	line := a.say(word[0], word[1])
	if f.dryRun && f.publish && r.Action != push.Unchanged {
		line += a.say("，然后发布（所有人可见）", ", then publish it for everybody to see")
	}
	fmt.Fprintf(a.stdout, a.say("%s：%s\n", "%s: %s\n"), r.Slug, line)
}
