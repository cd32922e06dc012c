package weibo

import "kepu/internal/channel"

// rules of 微博. None but the length of a post is told anywhere.
var rules = []channel.Rule{
	{
		ID: "post", Name: text("短微博字数（网址另计）", "length of the post without its address"), Unit: text("字", "characters"),
		Bounds: channel.Bounds{Max: 140}, Field: "title", Standing: channel.SecondHand, Source: "短微博 140 字，另加网址；网址折合几个字未见公开规定",
		Hint: text("缩短标题，或在 copy 里给 weibo 另写标题。", "Shorten the title, or write one for weibo in copy."),
	},
	{
		ID: "title", Name: text("头条文章标题", "title of the article"), Unit: text("字", "characters"),
		Bounds: channel.Bounds{Max: 32}, Field: "title", Standing: channel.NotOnRecord, Source: "未见公开规定，取 32",
		Hint: text("缩短标题，或在 copy 里给 weibo 另写标题。", "Shorten the title, or write one for weibo in copy."),
	},
	{
		ID: "lead", Name: text("头条文章导语", "lead of the article"), Unit: text("字", "characters"),
		Bounds: channel.Bounds{Max: 44}, Field: "summary", Standing: channel.NotOnRecord, Source: "未见公开规定，取 44",
		Hint: text("在 copy 里给 weibo 另写短一些的 summary。", "Write a shorter summary for weibo in copy."),
	},
	{
		ID: "image-bytes", Name: text("最大的一张图", "the largest picture"), Unit: text("字节", "bytes"),
		Bounds: channel.Bounds{Max: 5 << 20}, Standing: channel.NotOnRecord, Source: "未见公开规定，取 5 MB",
		Hint: text("换一张小一些的图。", "Take a smaller one."),
	},
}
