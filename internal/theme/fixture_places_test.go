package theme_test

import (
	"slices"

	"kepu/internal/page"
)

func geo() *page.Coordinates {
	return &page.Coordinates{Lat: "43.7800", Lng: "125.4500", Geo: "geo:43.78,125.45", OnMap: "/kepu/map/#x-place-1",
		Links: []page.Link{{Name: "高德地图", URL: "https://uri.amap.com/marker?position=125.456,43.782&name=%E9%A6%86"}, {Name: "百度地图", URL: "https://api.map.baidu.com/marker?location=43.782,125.456"}}}
}

func hours() *page.HoursView {
	return &page.HoursView{Weeks: []page.WeekView{
		{Lines: []page.NamedText{{Name: "周三至周日", Text: "09:30–16:30"}, {Name: "周一、周二", Text: "闭馆"}}},
		{Name: "夏季", Days: "5月1日—10月7日", Lines: []page.NamedText{{Name: "周二至周日", Text: "09:00–17:30"}}},
		{Name: "冬季检修", Days: "12月1日—2月28日", Closed: true}},
		Closures: []page.NamedText{{Name: "2027年2月6日—10日", Text: "春节"}}, Note: "闭馆前一小时停止入场。", Data: `{"w":[[96,570,990]]}`}
}

func place(c *page.Chrome, asOf page.Date) *page.View {
	own := subscription("吉林省科技馆的活动", "places/jilin-science-museum/")
	return view(c, "place", "places", "吉林省科技馆", "places/jilin-science-museum/", &page.PlaceView{EntryView: fullEntry(), KindText: "场馆", Address: "长春市净月高新技术产业开发区永顺路1666号",
		Map: geo(), Hours: hours(), Facts: facts()[1:], Booking: "https://example.org/book", Website: "https://example.org/",
		Bases:  []page.BaseView{{Title: "全国科普教育基地", By: "中国科协", Years: "2021—2025年", Source: 1}, {Title: "吉林省科普基地"}},
		Nearby: []page.NearView{{Link: page.Link{Name: "长春中国光学科学技术馆", URL: "/kepu/places/optics/"}, Distance: "3.2 公里"}}, Routes: routeCards(),
		Upcoming: eventCards()[:2], Events: eventCards()[2:3], Articles: articleCards()[:2], AsOf: asOf, Calendar: &own})
}

func routeCards() []*page.Card {
	return []*page.Card{{Kind: "routes", URL: "/kepu/routes/volcano/", Title: "从长春到长白山：看三座火山", Summary: "两天，四站，看火山怎样造出吉林的东边。", Label: "自驾", Motif: page.Motif{Name: "peaks", Seed: "r"}}}
}

func credits() []page.CreditView {
	return []page.CreditView{{Name: "河流", Source: "Natural Earth", Licence: "公有领域"}, {Name: "湖泊", Source: "自绘"}}
}

// placeViews gives the map, and a route with its guide.
func placeViews(c *page.Chrome) []*page.View {
	cards := placeCards()
	museums := &page.MapView{Intro: "全省可以去看科学的地方。", Drawing: drawing("map", "map", "#x-place-1"), Note: "兰勃特等角圆锥投影。本图不表示行政区域界线。", Credits: credits(), Approval: "吉S(2026)000号",
		Groups: []page.MapGroup{{Name: "长春市", ID: "x-changchun", Items: []page.MapItem{{N: 1, ID: "x-place-1", Card: cards[0]}, {N: 2, ID: "x-place-2", Card: cards[2]}}},
			{Name: "白城市", ID: "x-baicheng", Items: []page.MapItem{{N: 3, ID: "x-place-3", Card: cards[1]}}}},
		Routes: routeCards(), Unplaced: []page.Link{{Name: "流动科技馆", URL: "/kepu/places/mobile/"}, {Name: "某实验室"}}}
	e := fullEntry()
	e.Title, e.Summary, e.Poster = routeCards()[0].Title, routeCards()[0].Summary, "/kepu/routes/volcano/poster.png"
	route := &page.RouteView{EntryView: e, Facts: []page.NamedText{{Name: "方式", Text: "自驾"}, {Name: "时间", Text: "两天"}, {Name: "全长", Text: "约410公里"}}, Drawing: drawing("route", "map", "#x-stop-1"), Note: "“直线”是两站之间的直线距离。", Credits: credits(), Approval: "吉S(2026)000号",
		Stops: []page.StopView{{N: 1, ID: "x-stop-1", Name: "吉林省科技馆", URL: "/kepu/places/jilin-science-museum/", Stay: "2小时", Note: "先看三楼的火山模型。", Summary: "在长春净月，可以动手的展品最多。", Address: "永顺路1666号", Hours: "周三至周日 09:30–16:30", Map: geo()},
			{N: 2, ID: "x-stop-2", Name: "룡만", Lang: "ko", Leg: "直线约180公里", Straight: true}, {N: 3, ID: "x-stop-3", Name: "长白山天池", Leg: "驾车约230公里，4小时", Map: &page.Coordinates{Lat: "42.0", Lng: "128.06", Geo: "geo:42.0,128.06"}}},
		Files: []page.DataFile{{Name: "route.gpx", URL: "/kepu/routes/volcano/route.gpx", Type: "application/gpx+xml", About: "手持导航、户外应用"}, {Name: "route.kml", URL: "/kepu/routes/volcano/route.kml", Type: "application/vnd.google-earth.kml+xml"}},
		Guide: "/kepu/routes/volcano/guide/", Page: origin + "/kepu/routes/volcano/"}
	guide := *route
	guide.Drawing = drawing("guide", "map", "#x-stop-1")
	guide.Stops = slices.Clone(route.Stops)
	return []*page.View{
		view(c, "map", "places", "科学地图", "map/", museums),
		view(c, "route", "routes", e.Title, "routes/volcano/", route),
		view(c, "guide", "routes", e.Title+"（打印版）", "routes/volcano/guide/", &guide),
	}
}
