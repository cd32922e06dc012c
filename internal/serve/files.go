package serve

import (
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"mime"
	"net/http"
	"path"
	"strings"
	"time"

	"github.com/zeebo/xxh3"
)

// A siteFile is where an address leads.
type siteFile struct {
	name  string // in the site's fs.FS
	isDir bool   // the address lacks its final slash
	info  fs.FileInfo
}

// find looks an address up the way static hosts do: a folder shows its
// index.html, there are no listings, and hidden files are not for readers.
func find(files fs.FS, address string) (siteFile, bool) {
	if files == nil || !strings.HasPrefix(address, "/") {
		return siteFile{}, false
	}
	slash := strings.HasSuffix(address, "/")
	name := strings.TrimPrefix(path.Clean(address), "/")
	for segment := range strings.SplitSeq(name, "/") {
		if strings.HasPrefix(segment, ".") && segment != ".well-known" {
			return siteFile{}, false
		}
	}
	if slash {
		name = path.Join(name, "index.html")
	}
	// fs.FS refuses what is left of bad names.
	info, err := fs.Stat(files, name)
	if err != nil {
		return siteFile{}, false
	}
	if !info.IsDir() {
		return siteFile{name: name, info: info}, info.Mode().IsRegular()
	}
	_, err = fs.Stat(files, path.Join(name, "index.html"))
	return siteFile{name: name, isDir: true}, err == nil && !slash
}

// serve answers with a file as it is.
func (f siteFile) serve(w http.ResponseWriter, r *http.Request, files fs.FS) error {
	w.Header().Set("Content-Type", contentType(f.name))
	// A file that knows what it holds need not be read for one who has it.
	if digest, known := f.info.Sys().(fmt.Stringer); known {
		w.Header().Set("ETag", `"`+digest.String()+`"`)
		if r.Header.Get("If-None-Match") == w.Header().Get("ETag") {
			w.WriteHeader(http.StatusNotModified)
			return nil
		}
	}
	file, err := files.Open(f.name)
	if err != nil {
		return err
	}
	defer file.Close()
	content, ok := file.(io.ReadSeeker)
	if !ok {
		data, err := io.ReadAll(file)
		if err != nil {
			return err
		}
		content = bytes.NewReader(data)
	}
	if w.Header().Get("ETag") == "" {
		sum := xxh3.New()
		if _, err := io.Copy(sum, content); err != nil {
			return err
		}
		if _, err := content.Seek(0, io.SeekStart); err != nil {
			return err
		}
		w.Header().Set("ETag", fmt.Sprintf(`"%x"`, sum.Sum64()))
	}
	http.ServeContent(w, r, "", time.Time{}, content)
	return nil
}

// serveBytes answers with data. With status 200 a browser that has it already
// is told so, and may ask for a part.
func serveBytes(w http.ResponseWriter, r *http.Request, status int, kind string, data []byte) {
	w.Header().Set("Content-Type", kind)
	if status == http.StatusOK {
		w.Header().Set("ETag", fmt.Sprintf(`"%x"`, xxh3.Hash(data)))
		http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(data))
		return
	}
	w.Header().Set("Content-Length", fmt.Sprint(len(data)))
	w.WriteHeader(status)
	if r.Method != http.MethodHead {
		w.Write(data)
	}
}

func isHTML(name string) bool {
	ext := strings.ToLower(path.Ext(name))
	return ext == ".html" || ext == ".htm"
}

// contentType does not ask the machine first: its tables differ, and a page
// that works here must work where it is published.
func contentType(name string) string {
	ext := strings.ToLower(path.Ext(name))
	if kind, ok := contentTypes[ext]; ok {
		return kind
	}
	if kind := mime.TypeByExtension(ext); kind != "" {
		return kind
	}
	return "application/octet-stream"
}

var contentTypes = map[string]string{
	".atom":        "application/atom+xml; charset=utf-8",
	".avif":        "image/avif",
	".css":         "text/css; charset=utf-8",
	".csv":         "text/csv; charset=utf-8",
	".epub":        "application/epub+zip",
	".geojson":     "application/geo+json",
	".gif":         "image/gif",
	".gpx":         "application/gpx+xml",
	".htm":         "text/html; charset=utf-8",
	".html":        "text/html; charset=utf-8",
	".ico":         "image/x-icon",
	".ics":         "text/calendar; charset=utf-8",
	".jpeg":        "image/jpeg",
	".jpg":         "image/jpeg",
	".js":          "text/javascript; charset=utf-8",
	".json":        "application/json",
	".kml":         "application/vnd.google-earth.kml+xml",
	".m4a":         "audio/mp4",
	".md":          "text/markdown; charset=utf-8",
	".mjs":         "text/javascript; charset=utf-8",
	".mp3":         "audio/mpeg",
	".mp4":         "video/mp4",
	".ogg":         "audio/ogg",
	".pdf":         "application/pdf",
	".png":         "image/png",
	".rss":         "application/rss+xml; charset=utf-8",
	".svg":         "image/svg+xml",
	".ttf":         "font/ttf",
	".txt":         "text/plain; charset=utf-8",
	".vtt":         "text/vtt; charset=utf-8",
	".wasm":        "application/wasm",
	".webm":        "video/webm",
	".webmanifest": "application/manifest+json",
	".webp":        "image/webp",
	".woff":        "font/woff",
	".woff2":       "font/woff2",
	".xml":         "application/xml",
	".zip":         "application/zip",
}
