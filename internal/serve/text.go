package serve

import "kepu/internal/diag"

// texts are what serve itself has to say, in one language. Verbs are those of fmt.
type texts struct {
	lang string // of the overlay, as in <html lang>

	portTaken, changed, changedMore        string // for the log
	errors, noErrors, watchFailed, noBuild string
	noFile                                 string

	title, broken, hint, more, waiting string // for the overlay
	missing, missingTitle              string // for a site without 404.html
	badHost                            string
}

func textsOf(l diag.Lang) texts {
	if l == diag.English {
		return texts{
			lang:      "en",
			portTaken: "Port %s is taken: using %s.",
			changed:   "Changed: %s", changedMore: "Changed: %s and %d more",
			errors: "%d errors: the site stays as it was, the browser shows what is wrong.", noErrors: "All errors are mended.",
			watchFailed: "Changes cannot be watched (%v): looking every %v instead. On Linux a larger fs.inotify.max_user_watches helps: sudo sysctl fs.inotify.max_user_watches=524288",
			noBuild:     "The build failed: %v",
			noFile:      "A file cannot be shown: %v",
			title:       "Errors: %d", broken: "The site could not be built", hint: "What to do", more: "and %d more",
			waiting: "Save the file once it is mended: this page then goes back to where you were.",
			missing: "There is no page at this address.", missingTitle: "Not found",
			badHost: "kepu serve answers on this machine only, as localhost or 127.0.0.1. To let others in, start it with --addr 0.0.0.0:8080.",
		}
	}
	return texts{
		lang:      "zh-CN",
		portTaken: "端口 %s 被占用，改用 %s。",
		changed:   "有改动：%s", changedMore: "有改动：%s 等，另有 %d 处",
		errors: "有 %d 处错误：网站保持原样，浏览器里写明了错在哪里。", noErrors: "错误都改好了。",
		watchFailed: "系统无法通知文件改动（%v），改为每 %v 查看一次。在 Linux 上可以调大 fs.inotify.max_user_watches：sudo sysctl fs.inotify.max_user_watches=524288",
		noBuild:     "构建失败：%v",
		noFile:      "有文件无法显示：%v",
		title:       "有 %d 处错误", broken: "网站没能构建出来", hint: "怎么改", more: "还有 %d 处",
		waiting: "改好后保存文件，这里会自动回到刚才的页面。",
		missing: "这个地址没有页面。", missingTitle: "找不到页面",
		badHost: "kepu serve 只在本机用 localhost 或 127.0.0.1 访问。要让别的设备访问，请用 --addr 0.0.0.0:8080 启动。",
	}
}
