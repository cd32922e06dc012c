// Package draft is the form in which a package for WeChat says what to upload:
// the articles of one draft as draft/add of the official API takes them, with
// placeholders where the addresses of uploaded pictures belong.
//
// The channel writes it, the client of the API reads it. It knows neither.
package draft

// The files of a package that are plans.
const (
	File        = "draft.json"   // news
	NewspicFile = "newspic.json" // the same as a message of pictures, where there is one
)

// A Plan is draft.json or newspic.json.
type Plan struct {
	Version  int       `json:"version"`           // 1
	Slug     string    `json:"slug"`              // name of the package's folder
	Address  string    `json:"address,omitempty"` // of the page that the draft is made of
	Articles []Article `json:"articles"`          // 1 to 8
	Uploads  []Upload  `json:"uploads"`           // in this order, before the draft
}

// The types of an Article.
const (
	News    = "news"    // a text in HTML, with a cover
	Newspic = "newspic" // pictures with plain text
)

// An Article is one of draft/add's articles. ThumbMediaID and ImageMediaID are
// placeholders of Uploads, and so are the pictures in the Content of News, which
// are written <img src="{{image-1}}". What looks like a placeholder elsewhere is
// the text's own.
type Article struct {
	ArticleType        string     `json:"article_type"` // News or Newspic
	Title              string     `json:"title"`
	Author             string     `json:"author,omitempty"`
	Digest             string     `json:"digest,omitempty"`
	Content            string     `json:"content"`
	ContentSourceURL   string     `json:"content_source_url,omitempty"`
	ThumbMediaID       string     `json:"thumb_media_id,omitempty"` // "{{cover-1}}"
	NeedOpenComment    int        `json:"need_open_comment"`
	OnlyFansCanComment int        `json:"only_fans_can_comment"`
	PicCrop235         string     `json:"pic_crop_235_1,omitempty"` // X1_Y1_X2_Y2 of the cover, from 0 to 1
	PicCrop11          string     `json:"pic_crop_1_1,omitempty"`
	ImageInfo          *ImageInfo `json:"image_info,omitempty"` // of a newspic
}

// ImageInfo lists the pictures of a newspic, at most 20.
type ImageInfo struct {
	ImageList []Image `json:"image_list"`
}

// An Image is a permanent picture of a newspic.
type Image struct {
	ImageMediaID string `json:"image_media_id"` // "{{picture-1}}"
}

// A Use says by which call a file is uploaded.
type Use string

// The uses of an Upload.
const (
	InText   Use = "uploadimg"    // for an <img> of the text; what comes back is an address
	Material Use = "add_material" // for a cover or a newspic; what comes back is a media_id
)

// An Upload is one file and the placeholder that its address or media_id replaces.
type Upload struct {
	Placeholder string `json:"placeholder"` // "{{image-1}}"
	File        string `json:"file"`        // within the package
	Use         Use    `json:"use"`
	SHA256      string `json:"sha256"` // of the file, in hexadecimal
}
