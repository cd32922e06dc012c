package fake

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
	"mime"
	"net/http"
	"path"
	"strings"
)

// The most bytes of a file, by what it is uploaded for.
const (
	textImage = 1 << 20
	image     = 10 << 20
	thumb     = 64 << 10
)

func (s *Server) uploadImage(r *http.Request) (any, *refusal) {
	sum, kind, no := upload(r, textImage-1, "image/jpeg", "image/png")
	if no != nil {
		return nil, no
	}
	address := "http://mmbiz.qpic.cn/mmbiz_" + strings.TrimPrefix(kind, "image/") + "/" + s.name("image") + "/0?wx_fmt=" + strings.TrimPrefix(kind, "image/") + "&from=appmsg"
	s.images[address] = sum
	return map[string]any{"url": address}, nil
}

func (s *Server) addMaterial(r *http.Request) (any, *refusal) {
	most, kinds := image, []string{"image/bmp", "image/png", "image/jpeg", "image/gif"}
	switch r.URL.Query().Get("type") {
	case "image":
	case "thumb":
		most, kinds = thumb, []string{"image/jpeg"}
	default:
		return nil, refuse(40004, "invalid media type")
	}
	sum, _, no := upload(r, most, kinds...)
	if no != nil {
		return nil, no
	}
	id := s.name("material")
	s.material[id] = sum
	return map[string]any{"media_id": id, "url": "http://mmbiz.qpic.cn/mmbiz/" + id + "/0"}, nil
}

// upload reads the one file of a form, and goes by what is in it, by its name
// and by its stated type: all three must agree.
func upload(r *http.Request, most int, kinds ...string) (sum, kind string, no *refusal) {
	form, err := r.MultipartReader()
	if err != nil {
		return "", "", refuse(41005, "media data missing")
	}
	part, err := form.NextPart()
	if err != nil || part.FormName() != "media" || part.FileName() == "" {
		return "", "", refuse(41005, "media data missing")
	}
	data, err := io.ReadAll(io.LimitReader(part, int64(most)+1))
	switch {
	case err != nil || len(data) == 0:
		return "", "", refuse(44001, "empty media data")
	case len(data) > most:
		return "", "", refuse(40009, "invalid image size")
	}
	if _, err := form.NextPart(); err != io.EOF {
		return "", "", refuse(40097, "invalid args")
	}
	kind = http.DetectContentType(data)
	for _, k := range kinds {
		if k == kind && part.Header.Get("Content-Type") == k && mime.TypeByExtension(path.Ext(part.FileName())) == k {
			hash := sha256.Sum256(data)
			return hex.EncodeToString(hash[:]), kind, nil
		}
	}
	return "", "", refuse(40137, "invalid image format")
}
