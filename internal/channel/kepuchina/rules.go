package kepuchina

import "kepu/internal/channel"

const calls = "公开征集作品的要求，平台自身的上传格式未见公开规定"

// rules stand in for those of 科普中国, which are not on record.
var rules = []channel.Rule{
	{
		ID: "words", Name: text("正文字数", "length of the text"), Unit: text("字", "words"),
		Bounds: channel.Bounds{Max: 2000}, Standing: channel.NotOnRecord, Source: calls + "：图文不超过 2,000 字",
		Hint: text("删减正文，或拆成上下两篇。字数按文字处理软件的“字数”算：汉字和标点各一，西文一词为一。", "Cut the text, or make two of it. A Han character or a mark counts one, and so does a Latin word."),
	},
	{
		ID: "quoted", Name: text("引文所占比例", "share of quotations"), Unit: text("%", "%"),
		Bounds: channel.Bounds{Max: 15}, Standing: channel.NotOnRecord, Source: calls + "：引用文字不超过 15%",
		Hint: text("把引文改成自己的转述。只算 Markdown 引用块里的字。", "Tell it in your own words. What stands in block quotes counts."),
	},
	{
		ID: "poster-bytes", Name: text("海报文件", "the poster"), Unit: text("字节", "bytes"),
		Bounds: channel.Bounds{Max: 5 << 20}, Standing: channel.NotOnRecord, Source: calls + "：海报 1080×1920，不超过 5 MB",
		Hint: text("换一张简单一些的封面图。", "Take a plainer cover."),
	},
	{
		ID: "image-bytes", Name: text("最大的一张图", "the largest picture"), Unit: text("字节", "bytes"),
		Bounds: channel.Bounds{Max: 5 << 20}, Standing: channel.NotOnRecord, Source: "未见公开规定，取 5 MB",
		Hint: text("换一张小一些的图。", "Take a smaller one."),
	},
}
