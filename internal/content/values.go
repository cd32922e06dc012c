package content

import "time"

// Image is a picture with what the law and a screen reader need.
type Image struct {
	Src     string `yaml:"src" required:"true" doc:"图片文件，相对于本文件 | File, relative to this one" example:"cover.jpg"`
	Alt     string `yaml:"alt" required:"true" doc:"替代文字：图里有什么 | What the picture shows"`
	Credit  string `yaml:"credit" doc:"作者或来源 | Author or origin"`
	Licence string `yaml:"licence" doc:"授权，如 CC BY 4.0、本站原创、书面授权 | Licence or permission"`
}

// Citation is a source that a reader can follow.
type Citation struct {
	Title     string      `yaml:"title" required:"true" doc:"标题 | Title"`
	Author    string      `yaml:"author" doc:"作者 | Author"`
	Publisher string      `yaml:"publisher" doc:"发布者、刊物或出版社 | Publisher or journal"`
	Date      PartialDate `yaml:"date" doc:"日期，可只写年 | Date"`
	URL       string      `yaml:"url" format:"url" doc:"网址 | Address"`
	DOI       string      `yaml:"doi" format:"doi" doc:"DOI | DOI"`
	ISBN      string      `yaml:"isbn" format:"isbn" doc:"ISBN | ISBN"`
}

// Ref is the slug of another entry: the file name without .md, or, where two
// share it, as much of the path as tells them apart.
type Ref string

// Term is a value of a taxonomy, by name or by slug.
type Term string

// Time is an instant or, where Day is set, a whole day, in Asia/Shanghai
// unless the text names a zone. The zero value means “not given”.
type Time struct {
	time.Time
	Day bool
}

// PartialDate is a date as precise as is known: "1938", "1938-06",
// "1938-06-15". The zero value means “not given”.
type PartialDate struct {
	Year, Month, Day int
}

// Person names somebody: a slug of a profile on the site, or a plain name.
type Person struct {
	Ref  Ref    `yaml:"person" ref:"scientists" doc:"本站人物的文件名 | Slug of a profile"`
	Name string `yaml:"name" doc:"姓名（本站没有主页时） | Name, where there is no profile"`
	Role string `yaml:"role" doc:"身份 | Role"`
}

// Body names an organization: a slug of one on the site, or a plain name.
type Body struct {
	Ref  Ref    `yaml:"organization" ref:"organizations" doc:"本站机构的文件名 | Slug of an organization"`
	Name string `yaml:"name" doc:"名称（本站没有主页时） | Name, where it has no page"`
}

// Coordinates are WGS-84 degrees.
type Coordinates struct {
	Lat float64 `yaml:"lat" range:"-90,90" required:"true" doc:"纬度 | Latitude" example:"43.88"`
	Lng float64 `yaml:"lng" range:"-180,180" required:"true" doc:"经度 | Longitude" example:"125.32"`
}
