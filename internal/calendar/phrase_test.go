package calendar

import (
	"errors"
	"math/rand/v2"
	"reflect"
	"testing"
)

func TestParsePhrase(t *testing.T) {
	for text, want := range map[string]string{
		"每天":     "FREQ=DAILY",
		"每日":     "FREQ=DAILY",
		"每2天":    "FREQ=DAILY;INTERVAL=2",
		"每两天":    "FREQ=DAILY;INTERVAL=2",
		"每隔一天":   "FREQ=DAILY;INTERVAL=2",
		"隔天":     "FREQ=DAILY;INTERVAL=2",
		"每十五天":   "FREQ=DAILY;INTERVAL=15",
		"每２０天":   "FREQ=DAILY;INTERVAL=20",
		"每三十一 天": "FREQ=DAILY;INTERVAL=31",

		"每周":         "FREQ=WEEKLY",
		"每周六":        "FREQ=WEEKLY;BYDAY=SA",
		"每个周六":       "FREQ=WEEKLY;BYDAY=SA",
		"每逢周六":       "FREQ=WEEKLY;BYDAY=SA",
		"每週六":        "FREQ=WEEKLY;BYDAY=SA",
		"每周六、周日":     "FREQ=WEEKLY;BYDAY=SA,SU",
		"每周六和周日":     "FREQ=WEEKLY;BYDAY=SA,SU",
		"每周日，周六":     "FREQ=WEEKLY;BYDAY=SA,SU",
		"每周六日":       "FREQ=WEEKLY;BYDAY=SA,SU",
		"每周一三五":      "FREQ=WEEKLY;BYDAY=MO,WE,FR",
		"每周一、三、五":    "FREQ=WEEKLY;BYDAY=MO,WE,FR",
		"每周二至周日":     "FREQ=WEEKLY;BYDAY=TU,WE,TH,FR,SA,SU",
		"每周一到五":      "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
		"每星期天":       "FREQ=WEEKLY;BYDAY=SU",
		"每个星期日":      "FREQ=WEEKLY;BYDAY=SU",
		"每礼拜三":       "FREQ=WEEKLY;BYDAY=WE",
		"每两周":        "FREQ=WEEKLY;INTERVAL=2",
		"每两周周六":      "FREQ=WEEKLY;INTERVAL=2;BYDAY=SA",
		"每两周的周六、周日":  "FREQ=WEEKLY;INTERVAL=2;BYDAY=SA,SU",
		"每３个星期的星期三":  "FREQ=WEEKLY;INTERVAL=3;BYDAY=WE",
		"每三周三":       "FREQ=WEEKLY;INTERVAL=3;BYDAY=WE",
		"隔周周六":       "FREQ=WEEKLY;INTERVAL=2;BYDAY=SA",
		"隔周六":        "FREQ=WEEKLY;INTERVAL=2;BYDAY=SA",
		"工作日":        "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
		"每个工作日":      "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
		"工作日、周六":     "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA",
		"周末":         "FREQ=WEEKLY;BYDAY=SA,SU",
		"每个周末":       "FREQ=WEEKLY;BYDAY=SA,SU",
		"每周末":        "FREQ=WEEKLY;BYDAY=SA,SU",
		"每月":         "FREQ=MONTHLY",
		"每个月":        "FREQ=MONTHLY",
		"每月15日":      "FREQ=MONTHLY;BYMONTHDAY=15",
		"每月十五号":      "FREQ=MONTHLY;BYMONTHDAY=15",
		"每月三十一日":     "FREQ=MONTHLY;BYMONTHDAY=31",
		"每月15号、30日":  "FREQ=MONTHLY;BYMONTHDAY=15,30",
		"每月1、15日":    "FREQ=MONTHLY;BYMONTHDAY=1,15",
		"每月1日至3日":    "FREQ=MONTHLY;BYMONTHDAY=1,2,3",
		"每月最后一天":     "FREQ=MONTHLY;BYMONTHDAY=-1",
		"每月第一天":      "FREQ=MONTHLY;BYMONTHDAY=1",
		"每月倒数第二天":    "FREQ=MONTHLY;BYMONTHDAY=-2",
		"每月15日、最后一天": "FREQ=MONTHLY;BYMONTHDAY=15,-1",

		"每月第二个周六":         "FREQ=MONTHLY;BYDAY=2SA",
		"每月的第2个星期六":       "FREQ=MONTHLY;BYDAY=2SA",
		"每月第二、四个周六":       "FREQ=MONTHLY;BYDAY=2SA,4SA",
		"每月第二个和第四个周六":     "FREQ=MONTHLY;BYDAY=2SA,4SA",
		"每月第二个周六、第四个周日":   "FREQ=MONTHLY;BYDAY=2SA,4SU",
		"每月第一个周六、周日":      "FREQ=MONTHLY;BYDAY=1SA,1SU",
		"每月最后一个周五":        "FREQ=MONTHLY;BYDAY=-1FR",
		"每月倒数第二个周五":       "FREQ=MONTHLY;BYDAY=-2FR",
		"每两个月第一个周一":       "FREQ=MONTHLY;INTERVAL=2;BYDAY=1MO",
		"每隔一个月的第一个周一":     "FREQ=MONTHLY;INTERVAL=2;BYDAY=1MO",
		"每三个月15日":         "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=15",
		"每年":              "FREQ=YEARLY",
		"每两年":             "FREQ=YEARLY;INTERVAL=2",
		"每年5月":            "FREQ=YEARLY;BYMONTH=5",
		"每年5月30日":         "FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=30",
		"每年五月三十日":         "FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=30",
		"每年９月第三个周六":       "FREQ=YEARLY;BYMONTH=9;BYDAY=3SA",
		"每年5月第二个星期日":      "FREQ=YEARLY;BYMONTH=5;BYDAY=2SU",
		"每年十二月的最后一个周日":    "FREQ=YEARLY;BYMONTH=12;BYDAY=-1SU",
		"每年3、9月第一个周六":     "FREQ=YEARLY;BYMONTH=3,9;BYDAY=1SA",
		"每年3月、9月第一个周六":    "FREQ=YEARLY;BYMONTH=3,9;BYDAY=1SA",
		"每年5月至10月第二个周六":   "FREQ=YEARLY;BYMONTH=5,6,7,8,9,10;BYDAY=2SA",
		"每年第一个周六":         "FREQ=YEARLY;BYDAY=1SA",
		"每年9月14日至20日的周六":  "FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=14,15,16,17,18,19,20;BYDAY=SA",
		"每年9月14至20日之间的周六": "FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=14,15,16,17,18,19,20;BYDAY=SA",

		"每周六，到2026-12-31":         "FREQ=WEEKLY;UNTIL=20261231;BYDAY=SA",
		"每周六到2026-12-31":          "FREQ=WEEKLY;UNTIL=20261231;BYDAY=SA",
		"每周，至2026年12月31日":         "FREQ=WEEKLY;UNTIL=20261231",
		"每周六至2026年12月31日止":        "FREQ=WEEKLY;UNTIL=20261231;BYDAY=SA",
		"每月15日至2026年1月5日":         "FREQ=MONTHLY;UNTIL=20260105;BYMONTHDAY=15",
		"每年5月到2030/1/2":           "FREQ=YEARLY;UNTIL=20300102;BYMONTH=5",
		"每年5月30日，直到2030.5.30为止":   "FREQ=YEARLY;UNTIL=20300530;BYMONTH=5;BYMONTHDAY=30",
		"每天，到２０２６年１２月３１日":         "FREQ=DAILY;UNTIL=20261231",
		"每周六，共10次":                "FREQ=WEEKLY;COUNT=10;BYDAY=SA",
		"每周六、共十次":                 "FREQ=WEEKLY;COUNT=10;BYDAY=SA",
		"每月第二个周六, 一共 12 次":        "FREQ=MONTHLY;COUNT=12;BYDAY=2SA",
		"　每 月 第 二 个 周 六 ； 共 ３ 次 ": "FREQ=MONTHLY;COUNT=3;BYDAY=2SA",
	} {
		if r, err := ParseRule(text); err != nil || r.String() != want {
			t.Errorf("%s: %v, %v, want %s", text, r, err, want)
		}
	}
}

func TestBrokenPhrases(t *testing.T) {
	for text, want := range map[string]Problem{
		"每":                Syntax,
		"周六":               Syntax, // which one?
		"每周六上午":            Syntax,
		"每周三次":             Syntax,
		"每周5":              Syntax,
		"每周一周":             Syntax,
		"每隔两天":             Syntax, // 2 or 3?
		"每两个工作日":           Syntax,
		"两周周六":             Syntax,
		"三月":               Syntax,
		"每三五天":             Syntax,
		"每月15":             Syntax,
		"每月15、":            Syntax,
		"每月第二周六":           Syntax, // the second Saturday, or that of the second week?
		"每月第二周周六":          Syntax,
		"每月第一个周末":          Syntax,
		"每月第零个周六":          Syntax,
		"每月第0个周六":          Syntax,
		"每月周六":             Syntax,
		"每月20日至14日":        BadUntil,
		"每月15日、第二个周六":      Syntax,
		"每月第二个周六、15日":      Syntax,
		"每年5月30日、6月1日":     Syntax,
		"每周一共3次":           Syntax,
		"每年9月14日至20日的":     Syntax,
		"每周六，":             Syntax,
		"每周六，共次":           Syntax,
		"每周六，共10":          Syntax,
		"每天，每天":            Syntax,
		"每季度":              Syntax,
		"每农历八月十五":          Syntax,
		"every Saturday":   Syntax,
		"매주":               Syntax,
		"每周六，到年底":          BadUntil,
		"每周六，到12月31日":      BadUntil,
		"每周六，到2026年2月30日":  BadUntil,
		"每周六，到99-12-31":    BadUntil,
		"每周六，到20261-12-31": BadUntil,
		"每周六，到2026-12-31，到2027-12-31": Repeated,
		"每周六，共3次，共4次":                 Repeated,
		"每周六，共3次，到2026-12-31":         CountAndUntil,
		"每周六，共0次":                     OutOfRange,
		"每周六，共20000次":                 OutOfRange,
		"每0天":                         OutOfRange,
		"每1000天":                      OutOfRange,
		"每月32日":                       OutOfRange,
		"每年13月1日":                     OutOfRange,
		"每月第六个周六":                     OutOfRange,
		"每年2月30日":                     Never,
		"每年4月、6月31日":                  Never,
		"每123456789天":                 Syntax,
		"每月1至99999999日":               Syntax,
	} {
		_, err := ParseRule(text)
		var got *RuleError
		if !errors.As(err, &got) || got.Problem != want {
			t.Errorf("%s: %v, want %v", text, err, want)
		}
	}
}

func TestPhrase(t *testing.T) {
	for _, c := range []struct{ rule, zh, ko, en string }{
		{"FREQ=DAILY", "每天", "매일", "every day"},
		{"FREQ=DAILY;INTERVAL=3", "每3天", "3일마다", "every 3 days"},
		{"FREQ=WEEKLY", "每周", "매주", "every week"},
		{"FREQ=WEEKLY;BYDAY=SA;COUNT=3", "每周六", "매주 토요일", "every Saturday"},
		{"FREQ=WEEKLY;BYDAY=SA,SU", "每周六、周日", "매주 토요일, 일요일", "every Saturday and Sunday"},
		{"FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "每周一至周五", "매주 월요일~금요일", "every Monday to Friday"},
		{"FREQ=WEEKLY;BYDAY=MO,WE,FR", "每周一、周三、周五", "매주 월요일, 수요일, 금요일", "every Monday, Wednesday and Friday"},
		{"FREQ=WEEKLY;INTERVAL=2", "每两周", "2주마다", "every 2 weeks"},
		{"FREQ=WEEKLY;INTERVAL=2;BYDAY=SA", "每两周周六", "2주마다 토요일", "every 2 weeks on Saturday"},
		{"FREQ=MONTHLY", "每月", "매월", "every month"},
		{"FREQ=MONTHLY;BYMONTHDAY=15,30", "每月15日、30日", "매월 15일, 30일", "the 15th and the 30th of each month"},
		{"FREQ=MONTHLY;BYMONTHDAY=1,2,3,22,-2,-1", "每月1日至3日、22日、倒数第二天、最后一天", "매월 1일~3일, 22일, 끝에서 둘째 날, 마지막 날",
			"the 1st to the 3rd, the 22nd, the second to last day and the last day of each month"},
		{"FREQ=MONTHLY;BYDAY=2SA", "每月第二个周六", "매월 둘째 토요일", "the second Saturday of each month"},
		{"FREQ=MONTHLY;BYDAY=-1FR", "每月最后一个周五", "매월 마지막 금요일", "the last Friday of each month"},
		{"FREQ=MONTHLY;BYDAY=1SA,-2SA", "每月第一个周六、倒数第二个周六", "매월 첫째 토요일, 끝에서 둘째 토요일",
			"the first Saturday and the second to last Saturday of each month"},
		{"FREQ=MONTHLY;INTERVAL=2;BYDAY=1MO", "每两个月第一个周一", "2개월마다 첫째 월요일", "every 2 months on the first Monday"},
		{"FREQ=YEARLY", "每年", "매년", "every year"},
		{"FREQ=YEARLY;INTERVAL=2", "每两年", "2년마다", "every 2 years"},
		{"FREQ=YEARLY;BYMONTH=5", "每年5月", "매년 5월", "every year in May"},
		{"FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=30", "每年5月30日", "매년 5월 30일", "the 30th of May each year"},
		{"FREQ=YEARLY;BYMONTH=9;BYDAY=3SA", "每年9月第三个周六", "매년 9월 셋째 토요일", "the third Saturday of September each year"},
		{"FREQ=YEARLY;INTERVAL=4;BYMONTH=3,9;BYDAY=1SA", "每4年3月、9月第一个周六", "4년마다 3월, 9월 첫째 토요일",
			"every 4 years on the first Saturday of March and September"},
		{"FREQ=YEARLY;BYDAY=20MO", "每年第二十个周一", "매년 20번째 월요일", "the 20th Monday of each year"},
		{"FREQ=YEARLY;BYMONTH=9;BYDAY=SA;BYMONTHDAY=14,15,16,17,18,19,20", "每年9月14日至20日的周六", "매년 9월 14일~20일 중 토요일",
			"each Saturday from the 14th to the 20th of September each year"},
		{"FREQ=MONTHLY;BYDAY=SA", "", "", ""},
		{"FREQ=MONTHLY;BYDAY=SA,2SU", "", "", ""},
		{"FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13", "", "", ""},
		{"FREQ=MONTHLY;BYDAY=1SA;BYMONTHDAY=1,2,3", "", "", ""},
		{"FREQ=MONTHLY;BYMONTH=5", "", "", ""},
		{"FREQ=YEARLY;BYDAY=SA", "", "", ""},
		{"FREQ=YEARLY;BYMONTHDAY=1", "", "", ""},
		{"FREQ=WEEKLY;BYMONTH=7,8;BYDAY=SA", "", "", ""},
		{"FREQ=DAILY;BYDAY=SA", "", "", ""},
	} {
		r := mustParse(t, c.rule)
		for lang, want := range map[string]string{"zh-CN": c.zh, "ko": c.ko, "en": c.en, "ja": ""} {
			if got := r.Phrase(lang); got != want {
				t.Errorf("%s in %s: %q, want %q", c.rule, lang, got, want)
			}
		}
	}
}

// TestChineseIsReadBack: of random rules, and there must be enough with words.
func TestChineseIsReadBack(t *testing.T) {
	rng := rand.New(rand.NewPCG(24, 7))
	spoken := 0
	for range 20000 {
		r := randomRule(rng)
		text := r.Phrase("zh-CN")
		if text == "" {
			continue
		}
		spoken++
		r.Count, r.Until, r.UntilDay = 0, Rule{}.Until, false
		if again, err := ParseRule(text); err != nil || !reflect.DeepEqual(again, r) {
			t.Fatalf("%s: %s is read as %s, %v", r, text, again, err)
		}
		if r.Phrase("ko") == "" || r.Phrase("en") == "" {
			t.Fatalf("%s: only Chinese has words", r)
		}
	}
	if spoken < 5000 {
		t.Errorf("only %d rules had words", spoken)
	}
}
