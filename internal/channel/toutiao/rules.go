package toutiao

import "kepu/internal/channel"

// rules of 今日头条. Its editor tells of titles; the rest is not on record.
var rules = []channel.Rule{
	{
		ID: "title", Name: text("标题长度", "length of the title"), Unit: text("字", "characters"),
		Bounds: channel.Bounds{Min: 2, Max: 30}, Field: "title", Standing: channel.InCode, Source: "公开代码里头条号编辑器的检查：标题 2–30 字",
		Hint: text("改标题，或在 copy 里给 toutiao 另写 2–30 字的标题。", "Change the title, or write one of 2 to 30 characters for toutiao in copy."),
	},
	{
		ID: "images", Name: text("图片张数", "number of pictures"), Unit: text("张", "pictures"),
		Bounds: channel.Bounds{Warn: 50}, Standing: channel.NotOnRecord, Source: "未见公开规定，取 50",
		Hint: text("图太多，读者划不到底，可删去一些。", "So many are never seen: leave some out."),
	},
	{
		ID: "image-bytes", Name: text("最大的一张图", "the largest picture"), Unit: text("字节", "bytes"),
		Bounds: channel.Bounds{Max: 5 << 20}, Standing: channel.NotOnRecord, Source: "未见公开规定，取 5 MB",
		Hint: text("换一张小一些的图。", "Take a smaller one."),
	},
}
