package push

// A meaning says what an error code means and what to do next. One of the
// account concerns all packages.
type meaning struct {
	Text
	account bool
}

func ofAccount(zh, en string) meaning { return meaning{Text{Zh: zh, En: en}, true} }
func ofPackage(zh, en string) meaning { return meaning{Text{Zh: zh, En: en}, false} }

// meanings are those of the codes that the calls made here can give, from
// developers.weixin.qq.com (global return codes, and the page of each call) and,
// from 64000 on and 412, from the web editor's own code.
var meanings = map[int]meaning{
	codeBusy: ofAccount("微信系统繁忙，过几分钟再运行同一条命令", "the platform is busy: run the same command again in a few minutes"),

	// The account.
	codeSecret:       ofAccount("AppSecret 不对，或凭证已失效。请到公众平台“设置与开发 → 开发接口管理”核对 AppID 和 AppSecret", "the AppSecret is wrong or the token no longer holds: compare AppID and AppSecret with the console"),
	40013:            ofAccount("AppID 不对。请核对 KEPU_WECHAT_APPID，应以 wx 开头", "the AppID is wrong: check KEPU_WECHAT_APPID, it begins with wx"),
	codeToken:        ofAccount("凭证无效，请再运行一次；若仍如此，核对 AppID 和 AppSecret", "the token is not valid: run this again; if that does not help, check AppID and AppSecret"),
	40125:            ofAccount("AppSecret 不对。若在后台重置过，请换成新的", "the AppSecret is wrong: if it was reset in the console, use the new one"),
	codeWhitelist:    ofAccount("这台机器的地址不在 IP 白名单里。请到公众平台“设置与开发 → 开发接口管理 → IP 白名单”加上它，几分钟后再运行", "this machine is not in the IP whitelist: add its address in the console and run this again in a few minutes"),
	40243:            ofAccount("AppSecret 已被冻结，请管理员到公众平台解冻", "the AppSecret is frozen: the account's administrator can thaw it in the console"),
	41001:            ofAccount("请求里没有凭证，可能是代理去掉了它，请检查代理", "the request came without a token: a proxy may have removed it"),
	41002:            ofAccount("缺少 AppID，请设置 KEPU_WECHAT_APPID", "the AppID is missing: set KEPU_WECHAT_APPID"),
	41004:            ofAccount("缺少 AppSecret，请设置 KEPU_WECHAT_SECRET", "the AppSecret is missing: set KEPU_WECHAT_SECRET"),
	codeExpired:      ofAccount("凭证过期，换取新的之后仍然如此；请看看这台机器的时钟准不准", "the token has expired, and the new one too: check this machine's clock"),
	45009:            ofAccount("今天的调用次数已用完，请明天再运行；已上传的图片不会重传", "today's quota of calls is used up: run this tomorrow, what was uploaded stays"),
	codeTooFast:      ofAccount("调用太频繁，已等过几分钟仍是如此；请过一会儿再运行", "too many calls a minute, even after waiting: run this later"),
	codeUnauthorized: ofAccount("账号没有这个接口的权限（个人号和未认证的号没有发布接口）。请到公众平台“接口权限”查看", "the account has no right to this call (personal and unverified accounts cannot publish by it): see the console"),
	48004:            ofAccount("接口被封禁，请登录公众平台查看原因", "the call is forbidden to the account: the console tells why"),
	50002:            ofAccount("账号受限，可能被冻结或已注销，请登录公众平台查看", "the account is restricted: see the console"),
	89501:            ofAccount("这台机器的地址正等待管理员在微信里确认，确认后再运行", "the administrator has yet to confirm this machine's address"),
	89503:            ofAccount("需要管理员在微信里确认这次调用，请联系管理员", "the administrator has to confirm this call: please ask"),
	89506:            ofAccount("管理员两次拒绝了这台机器，24 小时内不能再用", "the administrator has refused this machine twice: it is out for 24 hours"),
	89507:            ofAccount("管理员拒绝了这台机器，1 小时内不能再用", "the administrator has refused this machine: it is out for an hour"),

	// Requests: these would be mistakes of ours, or of a proxy.
	40002: ofAccount("凭证类型不对，可能是代理改动了请求", "the grant type is wrong: a proxy may have changed the request"),
	40066: ofAccount("接口地址不对，请检查 KEPU_WECHAT_API", "the address of the API is wrong: check KEPU_WECHAT_API"),
	43002: ofAccount("请求方式不对，可能是代理改动了请求", "the method is wrong: a proxy may have changed the request"),
	40033: ofPackage("正文或标题里有不能用的字符（如 \\uXXXX）。请重新运行 kepu channel build wechat", "the text holds characters that are not allowed (such as \\uXXXX): run kepu channel build wechat again"),
	40097: ofPackage("参数不对，请重新运行 kepu channel build wechat", "an argument is wrong: run kepu channel build wechat again"),
	44002: ofPackage("请求是空的，可能是代理去掉了内容", "the request came empty: a proxy may have removed its body"),
	47001: ofPackage("数据格式不对，请重新运行 kepu channel build wechat", "the data are malformed: run kepu channel build wechat again"),

	// Files.
	40004: ofPackage("素材类型不对，请换成 jpg 或 png 图片", "the type of the file is wrong: use a jpg or png picture"),
	40005: ofPackage("图片类型不对，请换成 jpg 或 png", "the type of the picture is wrong: use jpg or png"),
	40006: ofPackage("文件太大，正文图片要小于 1 MB，封面不超过 10 MB", "the file is too large: less than 1 MB in a text, up to 10 MB for a cover"),
	40009: ofPackage("图片太大，正文图片要小于 1 MB，封面不超过 10 MB", "the picture is too large: less than 1 MB in a text, up to 10 MB for a cover"),
	40113: ofPackage("不支持这种文件，请换成 jpg 或 png 图片", "such files are not supported: use a jpg or png picture"),
	40137: ofPackage("图片格式不对，正文图片只收 jpg 和 png", "the format of the picture is wrong: texts take jpg and png"),
	41005: ofPackage("上传时没有文件内容，可能是代理去掉了它", "the file did not arrive: a proxy may have removed it"),
	44001: ofPackage("图片文件是空的，请检查原图", "the picture is empty: look at the original"),
	45001: ofPackage("文件太大，正文图片要小于 1 MB，封面不超过 10 MB", "the file is too large: less than 1 MB in a text, up to 10 MB for a cover"),
	45007: ofPackage("素材超出限制，请换一个小一些的", "the file is over the limit: use a smaller one"),

	// Drafts.
	codeMediaID: ofPackage("草稿或封面在微信那边已不存在，请再运行一次；会重新上传封面、新建草稿", "the draft or its cover no longer exists there: run this again, they are made anew"),
	40008:       ofPackage("文章类型不对，请重新运行 kepu channel build wechat", "the type of the article is wrong: run kepu channel build wechat again"),
	44003:       ofPackage("草稿里没有文章，请重新运行 kepu channel build wechat", "the draft holds no article: run kepu channel build wechat again"),
	44004:       ofPackage("正文是空的，请先写正文", "the text is empty: write it first"),
	45002:       ofPackage("正文太长：要少于 2 万字符（包括样式），小于 1 MB。请减少表格和公式，或分成两篇", "the text is too long: less than 20,000 characters, styles included, and 1 MB; use fewer tables and formulas, or make it two articles"),
	45003:       ofPackage("标题太长，请缩短到 32 字以内", "the title is too long: up to 32 字"),
	45004:       ofPackage("摘要太长，请缩短到 120 字以内", "the summary is too long: up to 120 字"),
	45005:       ofPackage("原文链接太长，要在 1 KB 以内，请缩短文件名", "the address of the original is too long: up to 1 KB; shorten the file's name"),
	45008:       ofPackage("文章数超出限制：一份草稿最多 8 篇；也可能是草稿箱满了，请到后台清理", "too many articles: a draft takes 8; or the box is full and wants tidying in the console"),
	45110:       ofPackage("作者名太长，请缩短到 16 字以内", "the author's name is too long: up to 16 字"),
	45166:       ofPackage("正文里有微信不接受的内容（外部链接、外部图片或不支持的标签）。请重新运行 kepu channel build wechat 再推送", "the text holds what is not accepted (links or pictures from elsewhere, elements that are not supported): run kepu channel build wechat again, then push"),
	53402:       ofPackage("封面裁剪参数不对，请重新运行 kepu channel build wechat", "the crop of the cover is wrong: run kepu channel build wechat again"),
	64702:       ofPackage("标题超过 64 字，请缩短", "the title is over 64 字: shorten it"),
	64703:       ofPackage("摘要超过 120 字，请缩短", "the summary is over 120 字: shorten it"),
	64705:       ofPackage("正文太长，请精简或分成两篇", "the text is too long: shorten it or make it two articles"),
	412:         ofPackage("正文里有外部链接，请重新运行 kepu channel build wechat", "the text links elsewhere: run kepu channel build wechat again"),
	64562:       ofPackage("正文里有外部链接，请重新运行 kepu channel build wechat", "the text links elsewhere: run kepu channel build wechat again"),

	// Publishing.
	53503: ofPackage("草稿没有通过发布检查，请到公众平台后台打开它看看", "the draft did not pass the check before publishing: open it in the console"),
	53504: ofPackage("这份草稿要到公众平台后台手动发布", "this draft has to be published in the console"),
	53505: ofPackage("请先在公众平台后台保存这份草稿，再发布", "save this draft in the console first, then publish it"),
}
