# The targets that people and CI use; `make help` lists them.
# Works with GNU make 3.81, the one macOS has.

GO    ?= go
SITE  ?= .
KEPU   = bin/kepu
say    = @sh tools/say.sh

# A clone made by another user makes git, and with it version stamping, fail.
GOBUILD = CGO_ENABLED=0 $(GO) build -trimpath -buildvcs=false

# Where there is a screen, serving opens the browser.
open = $(if $(DISPLAY)$(WAYLAND_DISPLAY)$(filter Darwin,$(shell uname)),--open)

.DEFAULT_GOAL := all
.PHONY: all command site serve check test audit bench fmt clean help

all: site ## 构建命令和网站（默认） | build the command and the site
	$(say) '网站已生成在 public/ 里。' 'The site is in public/.'
	$(say) '在本机查看：make serve' 'To look at it: make serve'

command: ## 只构建命令 bin/kepu | build the command alone
	$(GOBUILD) -o $(KEPU) ./cmd/kepu
	@mkdir -p bin/schema
	@$(KEPU) schema site > bin/schema/site.json

site: command
	$(KEPU) build --site $(SITE)

serve: command ## 边改边看：保存后页面自动刷新 | serve with live reload
	$(KEPU) serve --site $(SITE) $(open) $(SERVE_FLAGS)

check: command ## 检查内容，不写文件 | check the content, write nothing
	$(KEPU) check --site $(SITE)

# testsetup prints the path of a browser, fetching it when it may, or says what
# to run. Its failure stops everything: the browser tests are never left out.
test: ## go vet 和全部测试（含浏览器测试） | go vet and all tests
	$(GO) vet ./...
	@KEPU_CHROMIUM=$$($(GO) run -buildvcs=false ./tools/testsetup) || exit 1; \
	export KEPU_CHROMIUM; $(GO) test -timeout 20m $(TESTFLAGS) ./...

audit: site ## 网页质量审查（需要 Node） | audit the site (needs Node)
	@sh tools/audit/run.sh $(AUDIT_FLAGS)

bench: command ## 与其他生成器比速度（选项：BENCH_FLAGS=-help） | race other generators (options: BENCH_FLAGS=-help)
	$(GO) run -buildvcs=false ./bench/run $(BENCH_FLAGS)

fmt: ## 统一 Go 代码格式 | format the Go code
	$(GO) fmt ./...

clean: ## 删除 kepu 生成的 public/ 内容和 bin/ | remove what was generated
	@sh tools/clean.sh

help: ## 显示本说明 | show this help
	@sh tools/help.sh
