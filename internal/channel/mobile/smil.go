package mobile

import (
	"bytes"
	"encoding/xml"
	"math"
	"strconv"

	"kepu/internal/channel"
)

// namespace is that of the candidate for SMIL 2.0, which gateways and handsets
// for multimedia messages were made with.
const namespace = "http://www.w3.org/2000/SMIL20/CR/Language"

// shortest is how long a page shows at least, in seconds.
const shortest = 5

// longestAlt bounds the description of a picture, in characters.
const longestAlt = 100

// A page is a slide with the names of its parts, "" for none.
type page struct {
	slide
	imageFile, textFile string
}

// smil writes how the parts of a message are shown: two regions, a picture over a
// text, one page after the other, each for as long as it takes to read. It keeps
// to what the conformance document calls MMS SMIL.
func smil(pages []page, width, height int) []byte {
	var b bytes.Buffer
	size := ` width="` + strconv.Itoa(width) + `" height="` + strconv.Itoa(height) + `"`
	b.WriteString(`<smil xmlns="` + namespace + `">
<head>
<layout>
<root-layout` + size + `/>
<region id="Image" left="0" top="0" width="100%" height="50%" fit="meet"/>
<region id="Text" left="0" top="50%" width="100%" height="50%" fit="scroll"/>
</layout>
</head>
<body>
`)
	for _, p := range pages {
		b.WriteString(`<par dur="` + strconv.Itoa(seconds(p.slide)*1000) + "ms\">\n")
		if p.imageFile != "" {
			b.WriteString(`<img src="` + p.imageFile + `" region="Image"`)
			if alt := []rune(p.shot.alt); len(alt) > 0 {
				b.WriteString(` alt="`)
				xml.EscapeText(&b, []byte(string(alt[:min(len(alt), longestAlt)]))) // to a buffer, which takes everything
				b.WriteByte('"')
			}
			b.WriteString("/>\n")
		}
		if p.textFile != "" {
			b.WriteString(`<text src="` + p.textFile + `" region="Text"/>` + "\n")
		}
		b.WriteString("</par>\n")
	}
	b.WriteString("</body>\n</smil>\n")
	return b.Bytes()
}

// seconds is how long a page is shown.
func seconds(s slide) int { return max(shortest, int(math.Ceil(channel.Seconds(s.text)))) }
