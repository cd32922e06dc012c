package chart

import (
	"fmt"
	"strconv"
)

func drawings() map[string]string {
	m := map[string]string{}
	for name, l := range lives() {
		m[name] = Timeline(l)
	}
	for name, t := range trees() {
		m[name] = Lineage(t)
	}
	return m
}

func lives() map[string]Life {
	return map[string]Life{
		"life": {
			ID: "life", Title: "南仁东的一生", Desc: "数字对应下面的年表。",
			Spans: []Span{
				{1963, 1968.9, "清华大学", "1963—1968", "study"},
				{1968, 1978.9, "通化市无线电厂", "1968—1978", "work"},
				{1978, 0, "中国科学院研究生院", "1978—", "study"},
				{1982, 2017.7, "中国科学院北京天文台（今国家天文台）", "1982—2017", "work"},
				{2007, 0, "FAST工程", "2007—", "work"},
			},
			Marks: []Mark{
				{1945.1, "生于吉林辽源。", "1945年2月19日", "birth", 1},
				{1963.5, "考入清华大学。", "1963年", "", 2},
				{1968.5, "到通化市无线电厂工作。", "1968年", "", 3},
				{1978.5, "考入中国科学院研究生院。", "1978年", "", 4},
				{1994.5, "开始选址。", "1994年", "", 5},
				{2011.2, "FAST工程开工。", "2011年3月25日", "", 6},
				{2016.7, "FAST落成启用。", "2016年9月25日", "", 7},
				{2017.7, "因病逝世。", "2017年9月15日", "death", 8},
				{2017.5, "被追授“时代楷模”称号。", "2017年", "", 9},
				{2018.8, "小行星命名。", "2018年10月15日", "", 10},
				{2018.9, "获“改革先锋”称号。", "2018年12月18日", "", 11},
				{2019.7, "获“人民科学家”称号。", "2019年9月17日", "", 12},
			},
		},
		"life-marks": {
			ID: "m", Title: "<生平> & more", Marks: []Mark{
				{1912, "出生", "1912年", "birth", 0}, {2001, "逝世", "2001年", "death", 0},
				{1930, "一", "", "", 1}, {1930, "二", "", "", 2}, {1930.5, "三", "", "", 3}, {1999, "四", "", "", 14}, {1999, "五", "", "", 150},
			},
		},
		"life-spans": {
			ID: "s", Title: "任职", Spans: []Span{
				{2001, 2002, "一个很长很长的名称放在哪里都放不下所以只好缩短的国际联合研究中心（筹建处）", "2001—2002", "work"},
				{2001, 2012, "吉林大学", "2001—2012", "work"}, {2003, 2004, "MIT", "2003—2004", "study"},
				{2011, 2010, "往回走", "2011—2010", "work"}, {2012, 0, "长春理工大学", "2012—", ""},
			},
		},
	}
}

func trees() map[string]Tree {
	small := Tree{ID: "lineage", Title: "王大珩的师承", Desc: "老师在上，学生在下。", People: []Kin{
		{"王大珩", "", "1915—2011", true}, {"叶企孙", "/a/", "1898—1977", false}, {"周培源", "/b/", "1902—1993", false},
		{"蒋筑英", "/c/", "1938—1982", false}, {"唐九华", "/d/", "1929—2001", false}, {"Robert A. Millikan", "", "", false},
		{"学生甲的学生", "/e/", "", false},
	}, Ties: [][2]int{{1, 0}, {2, 0}, {0, 3}, {0, 4}, {5, 1}, {3, 6}, {4, 6}, {2, 4}}}
	wide := Tree{ID: "wide", Title: "很多学生", Desc: "", People: []Kin{{Name: "唐敖庆", Self: true, Note: "1915—2008"}, {Name: "孙老师", URL: "/t/"}}, Ties: [][2]int{{1, 0}}}
	for i := range 24 {
		wide.People = append(wide.People, Kin{Name: "学生" + strconv.Itoa(i+1), URL: fmt.Sprintf("/s%d/", i+1)})
		wide.Ties = append(wide.Ties, [2]int{0, i + 2})
	}
	for i := range 7 {
		wide.People = append(wide.People, Kin{Name: "再传" + strconv.Itoa(i+1)})
		wide.Ties = append(wide.Ties, [2]int{2 + 3*i, 26 + i}, [2]int{3 + 3*i, 26 + i})
	}
	return map[string]Tree{"lineage": small, "lineage-wide": wide}
}
