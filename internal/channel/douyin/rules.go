package douyin

import (
	"fmt"

	"kepu/internal/channel"
)

// rules of 抖音. What its help says of image posts is on record; of titles and
// topics others report, and for the rest the values are our own.
var rules = []channel.Rule{
	{
		ID: "title", Name: channel.Text{Zh: "标题长度", En: "length of the title"}, Unit: channel.Text{Zh: "字", En: "characters"},
		Bounds: channel.Bounds{Warn: 20, Max: 30}, Field: "title", Standing: channel.SecondHand, Source: "转述：标题 20 字或 30 字，各处说法不一",
		Hint: channel.Text{Zh: "把标题缩短到 20 字以内，或在 copy 里给 douyin 另写标题。", En: "Shorten the title to 20 characters, or write one for douyin in copy."},
	},
	{
		ID: "images", Name: channel.Text{Zh: "图片张数", En: "number of pictures"}, Unit: channel.Text{Zh: "张", En: "pictures"},
		Bounds: channel.Bounds{Max: 35}, Standing: channel.Official, Source: "抖音创作者中心：图文作品最多 35 张图片",
		Hint: channel.Text{Zh: "文章太长。缩短一些，或分成上下两篇发。", En: "The text is too long: shorten it, or make it two posts."},
	},
	{
		ID: "aspect", Name: channel.Text{Zh: "图片宽高比", En: "aspect of the pictures"}, Unit: channel.Text{Zh: "%（宽 ÷ 高）", En: "% (width ÷ height)"},
		Bounds: channel.Bounds{Min: 34, Max: 300}, Standing: channel.Official, Source: "抖音创作者中心：图片宽高比 1:3 到 3:1",
		Hint: channel.Text{Zh: "卡片是 3:4，不用改。", En: "The cards are 3:4: nothing is to be done."},
	},
	{
		ID: "topics", Name: channel.Text{Zh: "话题个数", En: "number of topics"}, Unit: channel.Text{Zh: "个", En: "topics"},
		Bounds: channel.Bounds{Max: 5}, Field: "copy", Standing: channel.SecondHand, Source: "转述：一条作品最多 5 个话题",
		Hint: channel.Text{Zh: "在 copy 里给 douyin 只留 5 个话题。", En: "Leave five topics for douyin in copy."},
	},
	{
		ID: "caption", Name: channel.Text{Zh: "正文长度（含话题）", En: "length of the caption with its topics"}, Unit: channel.Text{Zh: "字", En: "characters"},
		Bounds: channel.Bounds{Max: 1000}, Field: "summary", Standing: channel.NotOnRecord, Source: "未见公开规定，取 1000 字",
		Hint: channel.Text{Zh: "把摘要写短一些。", En: "Shorten the summary."},
	},
	{
		ID: "video", Name: channel.Text{Zh: "视频时长", En: "length of the video"}, Unit: channel.Text{Zh: "秒", En: "seconds"},
		Bounds: channel.Bounds{Max: 3600}, Standing: channel.SecondHand, Source: "转述：视频最长 60 分钟",
		Hint: channel.Text{Zh: "口播稿太长，分成几集。", En: "The narration is too long: make it several videos."},
	},
}

// advised is how long a video is watched to its end: three minutes.
const advised = 180

// steps tell an editor what to do with the package.
func steps(pictures, seconds int) []string {
	var list []string
	if pictures > 0 {
		list = append(list,
			fmt.Sprintf("发图文：打开抖音创作者中心（creator.douyin.com），选“发布图文”，按编号上传 images 里的 %d 张图。", pictures),
			"点“标题”“正文和话题”旁的“复制”，分别粘贴；话题要逐个点选，变成蓝色才算数。",
			"封面选第 1 张。图上没有二维码和联系方式，也请不要在标题、正文和评论里加：平台会减少推荐。",
		)
	}
	video := "拍视频：照 script.md 录口播，画面可用同一个包里的卡片；剪辑时导入 subtitles.srt，再按实际语速校一遍时间。"
	if seconds > advised {
		video += "整篇读完约 " + duration(seconds) + "，一到三分钟的更容易看完：挑几段读，或分成几集。"
	}
	return append(list, video, "如有人工智能生成的图、文、声，发布时在“作品声明”里选“内容由 AI 生成”。")
}
