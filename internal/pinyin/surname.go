package pinyin

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// compound gives the surnames of several characters, in both ways of writing.
// Those are left out that more often are a frequent surname and the first
// character of a given name, such as 梁丘 and 仲长.
var compound = sync.OnceValue(func() map[string]bool {
	set := map[string]bool{}
	for _, s := range strings.Fields(`
		欧阳 歐陽 太史 端木 上官 司马 司馬 东方 東方 独孤 獨孤 南宫 南宮 万俟 萬俟 闻人 聞人
		夏侯 诸葛 諸葛 尉迟 尉遲 公羊 赫连 赫連 澹台 澹臺 皇甫 宗政 濮阳 濮陽 公冶 太叔 申屠
		公孙 公孫 慕容 仲孙 仲孫 钟离 鍾離 长孙 長孫 宇文 司徒 鲜于 鮮于 司空 闾丘 閭丘 亓官
		司寇 巫马 巫馬 公西 颛孙 顓孫 壤驷 壤駟 公良 漆雕 乐正 樂正 宰父 穀梁 拓跋 夹谷 夾谷
		轩辕 軒轅 令狐 段干 百里 呼延 东郭 東郭 羊舌 微生 公户 公戶 公仪 公儀 左丘 公伯 西门 西門
		公祖 第五 公乘 公皙 即墨 达奚 達奚 褚师 褚師 完颜 完顏 纳兰 納蘭 耶律 爱新觉罗 愛新覺羅
		叶赫那拉 葉赫那拉 남궁 황보 제갈 사공 선우 독고`) {
		set[s] = true
	}
	return set
})

// Surname is the surname of a name: a compound one if that leaves something of
// the name, else the first character. Of a name with a middle dot, which has no
// surname in this sense, it is what stands before the dot; of one in letters the
// first word.
func Surname(name string) string {
	name = norm.NFC.String(strings.TrimSpace(name))
	if i := strings.IndexAny(name, "·•・‧"); i > 0 {
		return strings.TrimSpace(name[:i])
	}
	first, size := utf8.DecodeRuneInString(name)
	if !unicode.In(first, unicode.Han, unicode.Hangul) {
		word, _, _ := strings.Cut(name, " ")
		return word
	}
	for i := range name { // no end of a surname within the first character
		if i > size && compound()[name[:i]] {
			return name[:i]
		}
	}
	return name[:size]
}

// Polyphonic is how a surname is usually read, for those that are read in
// several ways, or in another than the character by itself: there the pinyin
// that programs suggest is often wrong. Readings are those of 现代汉语词典; some
// families keep another one (乐 Lè, 盖 Gài, 华 Huá), so what people write wins.
func Polyphonic(surname string) (usual string, ok bool) {
	usual, ok = polyphonic()[norm.NFC.String(surname)]
	return usual, ok
}

var polyphonic = sync.OnceValue(func() map[string]string {
	list := strings.Fields(`
		单 Shàn 解 Xiè 曾 Zēng 仇 Qiú 朴 Piáo 任 Rén 盖 Gě 查 Zhā 员 Yùn 乐 Yuè 区 Ōu 翟 Zhái
		缪 Miào 宓 Mì 秘 Bì 华 Huà 燕 Yān 宁 Níng 应 Yīng 洗 Xiǎn 冼 Xiǎn 葛 Gě 召 Shào 折 Shé
		祭 Zhài 过 Guō 哈 Hǎ 那 Nā 能 Nài 宿 Sù 要 Yāo 乜 Niè 种 Chóng 句 Gōu 撒 Sǎ 卜 Bǔ 贲 Bēn
		薄 Bó 柏 Bǎi 曲 Qū 都 Dū 盛 Shèng 沈 Shěn 少 Shào 於 Yū 占 Zhān 观 Guàn 冠 Guàn 炅 Guì
		繁 Pó 粘 Nián 肖 Xiāo 褚 Chǔ 訾 Zī 强 Qiáng
		尉迟 Yùchí 万俟 Mòqí 长孙 Zhǎngsūn 令狐 Línghú 澹台 Tántái 鲜于 Xiānyú 乐正 Yuèzhèng`)
	m := make(map[string]string, len(list)/2)
	for i := 0; i < len(list); i += 2 {
		m[list[i]] = list[i+1]
	}
	return m
})
