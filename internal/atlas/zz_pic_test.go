package atlas

import (
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"kepu/internal/geo"
)

var testWords = Words{
	Signs: map[string]string{"site-museum": "场馆", "site-park": "公园", "site-reserve": "保护区", "site-base": "科普基地", "site-laboratory": "实验室", "site-observatory": "天文台", "site-library": "图书馆", "site-venue": "会场", "site-stop": "站点", "site-other": "其他", "cluster": "几处相邻", "town": "市州", "seat": "省会", "way": "路线", "water": "湖泊", "river": "河流"},
	Km:    "公里", Comma: "，",
	Several: func(n int) string { return strconv.Itoa(n) + "处" },
	Rest:    func(n int) string { return "等" + strconv.Itoa(n) + "处" },
}

func jilin() Map {
	m := Map{ID: "map", Title: "科普地图", Desc: "说明", Words: testWords}
	for _, t := range []struct {
		n        string
		lat, lng float64
	}{{"长春市", 43.88, 125.32}, {"吉林市", 43.84, 126.55}, {"四平市", 43.17, 124.35}, {"辽源市", 42.90, 125.14}, {"通化市", 41.73, 125.94}, {"白山市", 41.94, 126.42}, {"松原市", 45.14, 124.82}, {"白城市", 45.62, 122.84}, {"延吉", 42.89, 129.51}, {"长白山保护开发区", 42.42, 128.1}, {"梅河口市", 42.53, 125.68}} {
		m.Towns = append(m.Towns, Town{t.n, geo.Point{Lat: t.lat, Lng: t.lng}, t.n == "长春市"})
	}
	for i, s := range []struct {
		n, k, w  string
		lat, lng float64
	}{{"吉林省科技馆", "museum", "长春市", 43.79, 125.42}, {"吉林省自然博物馆", "museum", "长春市", 43.85, 125.40}, {"长春中国光学科学技术馆", "museum", "长春市", 43.8, 125.41}, {"黄大年纪念馆", "base", "长春市", 43.86, 125.29},
		{"长春人造卫星观测站", "observatory", "长春市", 43.79, 125.44}, {"吉林市陨石博物馆", "museum", "吉林市", 43.82, 126.55}, {"伊通火山群", "reserve", "四平市", 43.33, 125.3}, {"龙湾", "park", "通化市", 42.33, 126.4}, {"查干湖", "park", "松原市", 45.25, 124.28}, {"乾安泥林", "venue", "松原市", 44.75, 123.9}, {"向海", "reserve", "白城市", 45.0, 122.35}, {"莫莫格", "reserve", "白城市", 45.9, 123.75}, {"长白山自然保护区", "reserve", "长白山", 42.06, 128.06}, {"东北虎豹国家公园", "park", "延边", 43.1, 130.6}, {"防川", "library", "延边", 42.45, 130.6}, {"示例", "laboratory", "通化市", 41.12, 126.18}} {
		m.Sites = append(m.Sites, Site{N: i + 1, Name: s.n, Where: s.w, Kind: s.k, URL: "/places/x" + strconv.Itoa(i) + "/", List: "#x-place-" + strconv.Itoa(i+1), At: geo.Point{Lat: s.lat, Lng: s.lng}})
	}
	for _, t := range m.Towns {
		m.Frame = append(m.Frame, t.At)
	}
	files, _ := filepath.Glob("../../content/static/maps/*.geojson")
	for _, f := range files {
		b, _ := os.ReadFile(f)
		fs, err := geo.ParseGeoJSON(b)
		if err != nil {
			panic(err)
		}
		k := "river"
		if filepath.Base(f)[0] == 'l' {
			k = "water"
		}
		m.Ground = append(m.Ground, Layer{k, true, fs})
	}
	return m
}

const css = `<style>body{margin:0;background:#faf6ee}svg{display:block;font-family:"Noto Sans CJK SC"}
.sheet{fill:#fffdf9;stroke:#e0d6c4}.grid{stroke:#e0d6c4;stroke-width:.5;opacity:.6}.river{stroke:#8db9d4;stroke-width:1}.water{fill:#bcd9e8}.way{stroke:#17496f;stroke-width:2;stroke-dasharray:4 3}
.town{fill:#5d544b}.seat{fill:#fffdf9;stroke:#5d544b;stroke-width:2}.sign{fill:#17496f;stroke:#fffdf9;stroke-width:1}.site-reserve .sign,.site-park .sign{fill:#2d6a3e}.site-museum .sign{fill:#17496f}.cluster .sign{fill:#5b4425}
a text{fill:#fff;font-weight:700}.label{fill:#2b2622;paint-order:stroke;stroke:#fffdf9;stroke-width:2.5}.label-seat{font-weight:700}.label-site{fill:#17496f}.label-water{fill:#3f7fa3;font-style:italic}.scale{stroke:#5d544b}.legend text{fill:#5d544b}
</style>`

func TestPic(t *testing.T) {
	s := Draw(jilin()).SVG
	os.WriteFile("/tmp/atlas/p.html", []byte("<!doctype html><meta charset=utf-8>"+css+s), 0o644)
	m := jilin()
	m.Sites = m.Sites[:5]
	m.Frame = nil
	for i := range m.Sites {
		m.Sites[i].Kind = "stop"
		m.Way = append(m.Way, m.Sites[i].At)
	}
	r := Draw(m).SVG
	os.WriteFile("/tmp/atlas/r.html", []byte("<!doctype html><meta charset=utf-8>"+css+r), 0o644)
	t.Log(len(s), len(r))
}
