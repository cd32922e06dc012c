package mobile

import "kepu/internal/channel"

const (
	conformance  = "OMA MMS Conformance Document（OMA-TS-MMS-CONF）"
	noTemplate   = "三家运营商的手机报模板没有公开的规定，这是本站取的值"
	smsParts     = "sms-parts"
	smsForbidden = "sms-forbidden"
	mmsText      = "mms-text"
	excerptSize  = "excerpt"
)

var rules = []channel.Rule{
	{
		ID: smsParts, Name: channel.Text{Zh: "短信条数", En: "Parts of the text message"}, Unit: channel.Text{Zh: "条", En: "parts"},
		Bounds: channel.Bounds{Max: 3}, Field: "title", Standing: channel.NotOnRecord,
		Hint:   channel.Text{Zh: "在 copy 里给 mobile 另写短一些的标题；摘要放不下时已经自动截到整句。", En: "Write a shorter title for mobile under copy; the summary is cut by itself."},
		Source: "一条 70 个字符、长短信每条 67 个字符，见 3GPP TS 23.038、23.040；几条合适由本站取值",
	},
	{
		ID: smsForbidden, Name: channel.Text{Zh: "短信禁用字符", En: "Characters that gateways refuse"}, Unit: channel.Text{Zh: "个", En: "characters"},
		Bounds: channel.Bounds{None: true}, Standing: channel.Official,
		Hint:   channel.Text{Zh: "网址里有 & 之类改不了的字符：请给这个页面换一个地址。", En: "The address has characters that cannot be replaced: give the page another one."},
		Source: "一家短信平台的接入说明：正文不得有 " + forbidden,
	},
	{
		ID: "mms-100k", Name: channel.Text{Zh: "彩信大小，100 KB 档", En: "Size of the message, class of 100 KB"}, Unit: channel.Text{Zh: "字节", En: "bytes"},
		Bounds: channel.Bounds{Max: 100 << 10}, Standing: channel.Official,
		Hint:   channel.Text{Zh: "光是文字就放不下：请缩短文章，或收进手机报，用它的节选。", En: "The text alone is too long: shorten it, or put the article into an edition, which has its short form."},
		Source: conformance + "，Image Rich 类，图片不大于 640 × 480",
	},
	{
		ID: "mms-300k", Name: channel.Text{Zh: "彩信大小，300 KB 档", En: "Size of the message, class of 300 KB"}, Unit: channel.Text{Zh: "字节", En: "bytes"},
		Bounds: channel.Bounds{Max: 300 << 10}, Standing: channel.Official,
		Hint:   channel.Text{Zh: "光是文字就放不下：请缩短文章，或收进手机报，用它的节选。", En: "The text alone is too long: shorten it, or put the article into an edition, which has its short form."},
		Source: conformance + "，Video Rich 类",
	},
	{
		ID: mmsText, Name: channel.Text{Zh: "彩信文字", En: "Text of the message"}, Unit: channel.Text{Zh: "字节", En: "bytes"},
		Bounds: channel.Bounds{Max: 30 << 10}, Standing: channel.Official,
		Hint:   channel.Text{Zh: "文字约一万字以内才行：请缩短文章，或收进手机报，用它的节选。", En: "Shorten the text, or put the article into an edition, which has its short form."},
		Source: conformance + "，Text 类 30 KB",
	},
	{
		ID: "mms-slides", Name: channel.Text{Zh: "彩信页数", En: "Pages of the message"}, Unit: channel.Text{Zh: "页", En: "pages"},
		Bounds: channel.Bounds{Warn: 20}, Standing: channel.NotOnRecord,
		Hint:   channel.Text{Zh: "页数多，翻起来累：可以只发手机报里的节选。", En: "So many pages are tiring: an edition has the short form."},
		Source: noTemplate,
	},
	{
		ID: excerptSize, Name: channel.Text{Zh: "手机报每篇节选", En: "Short form of an article in an edition"}, Unit: channel.Text{Zh: "字符", En: "characters"},
		Bounds: channel.Bounds{Max: 400}, Field: "articles", Standing: channel.NotOnRecord,
		Hint:   channel.Text{Zh: "开头一句就超过了：请给文章写一句短的开头，或放宽 mobile.excerpt。", En: "The first sentence alone is longer: shorten it, or widen mobile.excerpt."},
		Source: noTemplate,
	},
}
