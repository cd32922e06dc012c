package content

import (
	"slices"
	"strings"
	"sync"
	"unicode"

	"kepu/internal/diag"
)

// unknown reports a key that no field has, and returns the field that was
// probably meant, so that it is not reported as missing as well.
func (d *decoder) unknown(key, val *node, p *plan, path string) string {
	at := d.at(key)
	g := d.add(diag.UnknownField, at, sub(display(path), clip(key.value)), listed(p.keys))
	near := p.near(key.value)
	g.Suggest = near
	if val.kind == scalarNode && strings.EqualFold(key.value, "draft") && val.value == "true" && near == "status" {
		g.Suggest = "status: draft"
	}
	return near
}

// near finds the field meant by a key: wrong case, a slip, a name from another
// generator or a name in Chinese. "" if nothing is near.
func (p *plan) near(key string) string {
	key = strings.ToLower(strings.TrimFunc(key, func(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) || r == 0x200B }))
	if name, _, ok := strings.Cut(key, "："); ok { // title：标题
		key = strings.TrimSpace(name)
	}
	plain := strings.NewReplacer("-", "", "_", "", " ", "").Replace(key)
	for _, k := range p.keys {
		if strings.ReplaceAll(k, "_", "") == plain {
			return k
		}
	}
	for _, c := range otherKeys()[plain] {
		if has(p.keys, c) {
			return c
		}
	}
	for i := range p.fields {
		if firstPhrase(p.fields[i].zh) == key {
			return p.fields[i].key
		}
	}
	return diag.Nearest(key, p.keys)
}

// otherKeys are the names of fields in other generators and in Chinese. The
// first that the kind has is suggested.
var otherKeys = sync.OnceValue(func() map[string][]string {
	return map[string][]string{
		"draft": {"status"}, "published": {"status", "date"}, "tags": {"topics"}, "tag": {"topics"}, "categories": {"topics"}, "category": {"topics"}, "keywords": {"topics"}, "subject": {"topics"},
		"author": {"authors"}, "by": {"authors"}, "description": {"summary"}, "excerpt": {"summary"}, "abstract": {"summary"}, "subtitle": {"summary"}, "desc": {"summary"},
		"lastmod": {"updated"}, "modified": {"updated"}, "lastupdated": {"updated"}, "updatedate": {"updated"}, "expirydate": {"expires"},
		"pubdate": {"date"}, "publishdate": {"date"}, "publisheddate": {"date"}, "created": {"date"}, "time": {"date", "start"}, "startdate": {"start"}, "starttime": {"start"}, "begin": {"start"}, "enddate": {"end"}, "endtime": {"end"},
		"image": {"cover", "src"}, "images": {"cover"}, "img": {"cover", "src"}, "thumbnail": {"cover"}, "featuredimage": {"cover"}, "hero": {"cover"}, "photo": {"portrait", "cover"}, "path": {"src"}, "file": {"src"},
		"lang": {"language"}, "locale": {"language"}, "redirectfrom": {"aliases"}, "weight": {"order"}, "references": {"sources"}, "source": {"sources", "src"}, "refs": {"sources"},
		"name": {"title"}, "headline": {"title"}, "org": {"organization"}, "organizer": {"organization"}, "organiser": {"organization"}, "organisation": {"organization", "parent"}, "organizations": {"organization"},
		"location": {"place", "venue", "address"}, "where": {"place", "venue"}, "link": {"url", "website"}, "website": {"url"}, "homepage": {"website"}, "href": {"url"}, "license": {"licence"}, "copyright": {"licence", "credit"}, "honors": {"honours"},
		"toc": {"toc"}, "people": {"scientists", "speakers"}, "person": {"scientists"}, "type": {"kind"}, "text": {"title", "note"}, "latitude": {"lat"}, "longitude": {"lng"}, "lon": {"lng"}, "long": {"lng"}, "tel": {"phone"}, "telephone": {"phone"}, "mail": {"email"}, "baseurl": {"base_url"}, "url": {"website", "base_url"}, "languagecode": {"language"},
		"标题": {"title"}, "题目": {"title"}, "名称": {"title", "name"}, "姓名": {"name", "title"}, "日期": {"date", "year", "start"}, "时间": {"date", "start"}, "发布时间": {"date"}, "更新": {"updated"}, "更新日期": {"updated"}, "修改日期": {"updated"},
		"摘要": {"summary"}, "简介": {"summary", "description"}, "导语": {"summary"}, "主题": {"topics", "text"}, "标签": {"topics"}, "分类": {"topics"}, "栏目": {"series", "topics"}, "关键词": {"topics"}, "受众": {"audiences"}, "读者": {"audiences"}, "人群": {"audiences"}, "城市": {"cities"}, "市州": {"cities"}, "地区": {"cities"},
		"机构": {"organization", "by"}, "单位": {"organization"}, "主办": {"organization"}, "主办单位": {"organization", "owner"}, "承办单位": {"co_organizers", "operator"}, "协办单位": {"co_organizers"}, "封面": {"cover"}, "图片": {"cover", "src"}, "文件": {"src"}, "替代文字": {"alt"}, "署名": {"credit"}, "授权": {"licence"}, "肖像": {"portrait"}, "照片": {"portrait", "cover"},
		"来源": {"sources", "source"}, "出处": {"source", "sources"}, "参考文献": {"sources"}, "参考资料": {"sources"}, "资料来源": {"sources"}, "网址": {"url", "website"}, "链接": {"url", "website"}, "语言": {"language"}, "别名": {"aliases", "names"}, "状态": {"status"}, "草稿": {"status"}, "示例": {"example"},
		"作者": {"authors", "author"}, "审核": {"reviewers"}, "审核人": {"reviewers"}, "系列": {"series"}, "人物": {"scientists", "speakers"}, "科学家": {"scientists"}, "活动": {"events"}, "场所": {"places", "place"}, "地点": {"place", "venue", "places"}, "地址": {"address"}, "置顶": {"featured"}, "目录": {"toc"},
		"开始": {"start"}, "开始时间": {"start"}, "结束": {"end"}, "结束时间": {"end"}, "主讲人": {"speakers"}, "主讲": {"speakers"}, "嘉宾": {"speakers"}, "报名": {"registration"}, "截止": {"closes"}, "截止时间": {"closes"}, "名额": {"capacity"}, "费用": {"fee"}, "联系方式": {"contact", "phone"}, "备注": {"note", "notice"},
		"成员": {"members"}, "团队成员": {"members"}, "奖项": {"award", "honours"}, "获奖者": {"laureates"}, "历届": {"editions"}, "挂靠单位": {"host"}, "无障碍": {"access"}, "同意": {"consent"}, "报告题目": {"talks"}, "站点": {"stops"}, "季节": {"seasons", "season"}, "闭馆": {"closures"}, "opening_hours": {"hours"}, "openinghours": {"hours"}, "awards": {"honours"}, "hometown": {"born"}, "籍贯": {"born"},
		"拼音": {"pinyin"}, "出生": {"born"}, "逝世": {"died"}, "民族": {"ethnicity"}, "荣誉": {"honours"}, "学生": {"students"}, "老师": {"teachers"}, "类别": {"kind"}, "类型": {"kind"}, "简称": {"short"}, "上级": {"parent"}, "电话": {"phone"}, "邮箱": {"email"}, "坐标": {"coordinates"}, "开放时间": {"hours"}, "门票": {"admission"}, "预约": {"booking"}, "交通": {"transit"}, "官网": {"website"}, "菜单": {"menu"}, "次序": {"order"}, "排序": {"order"},
	}
})

// listed joins words as each language does.
func listed(words []string) string {
	return diag.Both(strings.Join(words, "、"), strings.Join(words, ", "))
}

func has(list []string, s string) bool { return s != "" && slices.Contains(list, s) }
