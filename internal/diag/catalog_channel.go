package diag

// Codes of channels: packages for other media.
const (
	ChannelOver    Code = "channel-over"
	ChannelUnder   Code = "channel-under"
	ChannelNone    Code = "channel-none"
	ChannelNear    Code = "channel-near"
	ChannelRemark  Code = "channel-remark"
	UnknownChannel Code = "unknown-channel"
	UnknownRule    Code = "unknown-rule"
	UnknownStyle   Code = "unknown-style"
	ChannelKind    Code = "channel-kind"
	NoSuchSlug     Code = "no-such-slug"

	PartStays        Code = "part-stays"
	PackageFailed    Code = "package-failed"
	NoPackageAddress Code = "no-package-address"
)

var channelMessages = map[Code]message{
	ChannelOver:      {Error, "%[1]s：%[2]s是 %[3]s，上限 %[4]s", "%[1]s: %[2]s: %[3]s; at most %[4]s", "%[5]s（%[6]s）不想发这个渠道，就在 channels 里只写要发的渠道。", "%[5]s (%[6]s) To leave this channel out, list the others in channels."},
	ChannelUnder:     {Error, "%[1]s：%[2]s是 %[3]s，至少要 %[4]s", "%[1]s: %[2]s: %[3]s; at least %[4]s", "%[5]s（%[6]s）不想发这个渠道，就在 channels 里只写要发的渠道。", "%[5]s (%[6]s) To leave this channel out, list the others in channels."},
	ChannelNone:      {Error, "%[1]s：%[2]s：%[3]s，这里不允许有", "%[1]s: %[2]s: %[3]s, where none is allowed", "%[5]s（%[6]s）不想发这个渠道，就在 channels 里只写要发的渠道。", "%[5]s (%[6]s) To leave this channel out, list the others in channels."},
	ChannelNear:      {Warning, "%[1]s：%[2]s是 %[3]s，最好不超过 %[4]s", "%[1]s: %[2]s: %[3]s; better at most %[4]s", "%[5]s（%[6]s）", "%[5]s (%[6]s)"},
	ChannelRemark:    {Warning, "%[1]s要留意：%[2]s", "%[1]s: %[2]s", "稿件包照常生成；请在发布前看一眼。", "The package is made all the same: have a look before you publish."},
	UnknownChannel:   {Error, "没有叫“%[1]s”的渠道", "there is no channel “%[1]s”", "可用：%[2]s。运行 kepu channel list 看说明。", "There are: %[2]s. See kepu channel list."},
	UnknownRule:      {Error, "没有叫“%[1]s”的规则", "there is no rule “%[1]s”", "写成“渠道.规则”，如 wechat.title；运行 kepu channel list 看全部。", "Write channel.rule, such as wechat.title; see kepu channel list."},
	UnknownStyle:     {Error, "%[2]s没有叫“%[1]s”的版式", "%[2]s has no look “%[1]s”", "可用：%[3]s。", "There are: %[3]s."},
	ChannelKind:      {Error, "%[1]s不做“%[2]s”栏目的稿件包", "%[1]s makes no packages of %[2]s", "可用的栏目：%[3]s。", "It takes: %[3]s."},
	NoPackageAddress: {Error, "没有写 base_url，稿件包里的网址和二维码会打不开", "there is no base_url: addresses and codes in packages would lead nowhere", "在 site.yaml 写 base_url: 网站的正式网址，或用 --base-url 指定。", "Set base_url in site.yaml, or give --base-url."},
	PackageFailed:    {Error, "%[1]s的稿件包做不出来：%[2]s", "the package for %[1]s cannot be made: %[2]s", "多半是某张图坏了：请换一张，或重新导出。", "A picture is probably damaged: replace it or export it again."},
	PartStays:        {Warning, "%[1]s不收“%[2]s”", "%[1]s does not take “%[2]s”", "它是草稿，或它的 channels 里没有这个渠道，或它不是给这些读者、这个市州的；稿件包里没有它。", "It is a draft, or its channels do not name this one, or it is for other readers or cities; the package is without it."},
	NoSuchSlug:       {Error, "没有可以发往渠道的“%[1]s”", "nothing called “%[1]s” may leave for a channel", "写文件名（不带 .md），重名时带上文件夹，如 2026/radio-telescope；草稿和 channels 里排除了的不会发出。", "Give the file name without .md, with its folder where two share it: 2026/radio-telescope. Drafts do not leave, nor what channels excludes."},
}
