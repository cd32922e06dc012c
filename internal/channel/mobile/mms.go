package mobile

import (
	"fmt"

	"kepu/internal/channel"
	"kepu/internal/photo"
)

// A class is a size of multimedia messages that networks carry.
type class struct {
	name          string // its folder and its rule
	about         channel.Text
	width, height int // pixels of a picture at the most
}

var classes = []class{
	{"mms-100k", channel.Text{Zh: "彩信，100 KB 档", En: "message of 100 KB"}, 640, 480},
	{"mms-300k", channel.Text{Zh: "彩信，300 KB 档", En: "message of 300 KB"}, 960, 720},
}

// Estimates of what surrounds the parts, in bytes. The addresses, the subject and
// the rest of the message's head; the type, the name and the borders of a part,
// which take some 60 in the binary form and 220 in that of mail.
const (
	messageHead = 1024
	partHead    = 256
)

// leastPicture is the room, in bytes, below which a picture is not worth its page.
const leastPicture = 6 << 10

// message adds the folder of a class.
func (c *composer) message(k class, slides []slide) {
	pages := make([]page, len(slides))
	text, parts, shots := 0, 1, 0
	for i, s := range slides {
		pages[i] = page{slide: s}
		if s.text != "" {
			pages[i].textFile = fmt.Sprintf("%02d.txt", i+1)
			text += len(s.text)
			parts++
		}
		if s.shot != nil {
			pages[i].imageFile = fmt.Sprintf("%02d.jpg", i+1)
			shots++
		}
	}
	// Pictures have what is left. The order becomes shorter where one is left out.
	size := messageHead + parts*partHead + text + len(smil(pages, k.width, k.height))
	room := limit(c.job, k.name).Max
	files := make([]channel.File, 1, parts+shots)
	shown := pages[:0]
	for i, p := range pages {
		about := channel.Text{Zh: fmt.Sprintf("%s：第%d页", k.about.Zh, i+1), En: fmt.Sprintf("%s: page %d", k.about.En, i+1)}
		if p.shot != nil {
			data := c.fit(k, p.shot, room-size, shots)
			shots--
			if data == nil {
				p.imageFile = ""
			} else {
				size += len(data) + partHead
				files = append(files, channel.File{Name: k.name + "/" + p.imageFile, Type: "image/jpeg", Data: data, Use: about, Alt: p.shot.alt})
			}
		}
		if p.textFile != "" {
			files = append(files, channel.File{Name: k.name + "/" + p.textFile, Type: "text/plain", Data: []byte(p.text), Use: about})
		}
		if p.imageFile != "" || p.textFile != "" {
			shown = append(shown, p)
		}
	}
	files[0] = channel.File{
		Name: k.name + "/presentation.smil", Type: "application/smil", Data: smil(shown, k.width, k.height),
		Use: channel.Text{Zh: k.about.Zh + "：页序", En: k.about.En + ": the order of its pages"},
	}
	c.out.Files = append(c.out.Files, files...)
	c.measure(k.name, sizeOf(files))
	if k.name == classes[0].name {
		c.measure(mmsText, text)
		c.out.Previews = append(c.out.Previews, preview(k, shown))
	}
}

// sizeOf is how many bytes a message of some parts has.
func sizeOf(parts []channel.File) int {
	n := messageHead
	for _, f := range parts {
		n += partHead + len(f.Data)
	}
	return n
}

// fit makes a picture fit into its share of the room that is left for some of
// them; nil if it is left out. Later ones are rather left out than all be made
// too small.
func (c *composer) fit(k class, p *picture, room, shots int) []byte {
	want := k.want()
	data, err := p.fit(want)
	if limit(c.job, k.name).Max > 0 && err == nil {
		share := room/max(1, min(shots, room/leastPicture)) - partHead
		if len(data) > share { // or is there already as good as can be
			if want.MaxBytes = share &^ 1023; want.MaxBytes < leastPicture-partHead { // whole KB are kept for more pieces
				err = photo.ErrTooSmall
			} else {
				data, err = p.fit(want)
			}
		}
	}
	if err != nil {
		c.remark(0, k.about.Zh+"放不下这张图片，没有收："+p.alt, k.about.En+": no room for a picture: "+p.alt)
		return nil
	}
	return data
}

// want is what a class takes, but for the number of bytes.
func (k class) want() photo.Want {
	return photo.Want{MaxWidth: k.width, MaxHeight: k.height, JPEG: true}
}
