package push

import (
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"kepu/internal/channel/wechat/draft"
	"kepu/internal/channel/wechat/fake"
)

func TestPush(t *testing.T) {
	r := newRig(t)
	r.write("fast", 1, "一")
	r.mustPush(Added, "fast")
	r.one("fast", 1)
	want := []string{"stable_token", "media/uploadimg", "material/add_material", "draft/batchget", "draft/add"}
	if got := r.srv.Calls(); !reflect.DeepEqual(got, want) {
		t.Errorf("calls are %v", got)
	}
	if text := r.srv.Drafts()[0].Articles[0].Content; !strings.Contains(text, "http://mmbiz.qpic.cn/") {
		t.Errorf("the text is %s", text)
	}

	r.mustPush(Unchanged, "fast")
	if n := len(r.srv.Calls()); n != len(want) {
		t.Errorf("an unchanged package cost %d calls", n-len(want))
	}
	r.write("fast", 1, "二")
	r.mustPush(Updated, "fast")
	r.one("fast", 1)
	if got := r.srv.Calls()[len(want):]; !reflect.DeepEqual(got, []string{"draft/update"}) {
		t.Errorf("a changed text cost %v", got)
	}
	r.opt.Unchanged = true
	r.mustPush(Updated, "fast")
	r.one("fast", 1)
}

// TestPlan compares what is announced with what comes.
func TestPlan(t *testing.T) {
	r := newRig(t)
	for _, slug := range []string{"same", "changed", "longer"} {
		r.write(slug, 1, "一")
		r.mustPush(Added, slug)
	}
	r.write("changed", 1, "二")
	r.write("longer", 2, "二")
	r.write("new", 1, "一")
	var packages []*Package
	for _, slug := range []string{"same", "changed", "longer", "new"} {
		p, err := Open(r.dir, slug, draft.File)
		if err != nil {
			t.Fatal(err)
		}
		packages = append(packages, p)
	}
	calls := len(r.srv.Calls())
	plan, err := Plan(r.opt, packages)
	if err != nil || len(r.srv.Calls()) != calls {
		t.Fatal(err, r.srv.Calls()[calls:])
	}
	done, err := Run(t.Context(), r.opt, packages)
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []Action{Unchanged, Updated, Replaced, Added} {
		if plan[i].Action != want || done[i].Action != want {
			t.Errorf("%s: planned %s, done %s, want %s", plan[i].Slug, plan[i].Action, done[i].Action, want)
		}
	}
}

// TestShared has two packages with the same pictures, two sites with packages of
// the same name, and one file for both uses.
func TestShared(t *testing.T) {
	r := newRig(t)
	r.write("a", 2, "")
	r.write("b", 2, "")
	r.mustPush(Added, "a", "b")
	for sum, n := range r.srv.Uploads() {
		if n != 1 {
			t.Errorf("%s was uploaded %d times", sum, n)
		}
	}
	p, err := Open(r.dir, "a", draft.File)
	if err != nil {
		t.Fatal(err)
	}
	p.Plan.Address, p.Plan.Articles[0].ContentSourceURL = "https://other.example/", "https://other.example/"
	p.Plan.Uploads = append(p.Plan.Uploads, r.file("a", "{{cover-9}}", "both.png", draft.Material, 0))
	r.plan(p.Plan)
	r.mustPush(Added, "a")
	if n := len(r.srv.Drafts()); n != 3 {
		t.Errorf("%d drafts: one site has taken the other's", n)
	}
}

// TestEditor does what editors do in the console meanwhile.
func TestEditor(t *testing.T) {
	r := newRig(t)
	r.write("fast", 2, "一")
	r.mustPush(Added, "fast")

	r.srv.Delete(r.srv.Drafts()[0].MediaID)
	r.write("fast", 2, "二")
	r.mustPush(Added, "fast")
	r.one("fast", 1)

	r.srv.DeleteMaterial()
	r.write("fast", 2, "三")
	adds := calls(r, "draft/add")
	r.mustPush(Updated, "fast")
	r.one("fast", 2)
	if calls(r, "draft/add") != adds {
		t.Error("the draft was taken for lost, not its cover")
	}

	r.srv.Delete(r.srv.Drafts()[0].MediaID)
	r.srv.DeleteMaterial()
	r.write("fast", 2, "四")
	r.mustPush(Added, "fast")
	r.one("fast", 3)
}

// TestNumber changes the number of articles, which draft/update cannot.
func TestNumber(t *testing.T) {
	r := newRig(t)
	for i, n := range []int{3, 2, 3, 1, 8} {
		r.write("weekly", n, strings.Repeat("版", i))
		want := Replaced
		if i == 0 {
			want = Added
		}
		r.mustPush(want, "weekly")
		r.one("weekly", 1)
	}
}

// TestStale is cut off before the old draft is deleted, and the number of
// articles changes back: the old draft is not taken over only to be deleted.
func TestStale(t *testing.T) {
	r := newRig(t)
	r.write("weekly", 2, "一")
	r.mustPush(Added, "weekly")
	r.write("weekly", 3, "一")
	usual := r.opt.Transport
	r.opt.Transport = &killer{usual, 4, false} // two files, list, add, delete
	if !r.killed("weekly") {
		t.Fatal("it lives")
	}
	r.opt.Transport = usual
	r.write("weekly", 2, "一")
	r.mustPush(Replaced, "weekly")
	r.one("weekly", 1)
}

// TestLost loses the record: drafts are found, those of others left alone.
func TestLost(t *testing.T) {
	r := newRig(t)
	r.write("fast", 2, "一")
	r.mustPush(Added, "fast")
	head := func(i string) fake.Article {
		return fake.Article{Title: "别的", ContentSourceURL: "https://kepu.example.org/fast/" + i + "/"}
	}
	r.srv.Put(head("0"))
	r.srv.Put(head("1"), head("0"))
	r.srv.Put(head("0"), head("1"), head("2"))
	for range 45 { // pages
		r.srv.Put(fake.Article{Title: "草稿"})
	}
	before := r.srv.Drafts()
	if err := os.Remove(r.opt.State); err != nil {
		t.Fatal(err)
	}
	r.write("fast", 2, "二")
	r.mustPush(Updated, "fast")
	after := r.srv.Drafts()
	if len(after) != len(before) || after[0].Articles[1].Title != "fast 1 二" {
		t.Fatalf("the box holds %d drafts, before %d; ours is %v", len(after), len(before), after[0])
	}
	for i := range before[1:] {
		if !reflect.DeepEqual(before[i+1], after[i+1]) {
			t.Errorf("somebody else's draft was changed: %v", after[i+1])
		}
	}
	// A copy that somebody made: the newest is taken, and they are told.
	if err := os.Remove(r.opt.State); err != nil {
		t.Fatal(err)
	}
	r.clock.pass(time.Hour)
	copied := r.srv.Put(head("0"), head("1"))
	if res := r.mustPush(Updated, "fast"); res[0].MediaID != copied || !strings.Contains(strings.Join(r.said, ""), "2 份") {
		t.Errorf("%v, the copy is %s", res, copied)
	}
}

// busyEditor deletes a draft between the first page of the box and the second.
type busyEditor struct {
	next   http.RoundTripper
	delete func()
	lists  int
}

func (b *busyEditor) RoundTrip(req *http.Request) (*http.Response, error) {
	if strings.HasSuffix(req.URL.Path, "draft/batchget") {
		if b.lists++; b.lists == 2 {
			b.delete()
		}
	}
	return b.next.RoundTrip(req)
}

// TestPages: a draft that moves to the page before while the box is read is found
// all the same.
func TestPages(t *testing.T) {
	r := newRig(t)
	r.write("fast", 1, "")
	r.mustPush(Added, "fast")
	r.clock.pass(time.Hour)
	var other string
	for range pageSize {
		other = r.srv.Put(fake.Article{Title: "别的"})
	}
	if err := os.Remove(r.opt.State); err != nil {
		t.Fatal(err)
	}
	r.opt.Transport = &busyEditor{next: r.opt.Transport, delete: func() { r.srv.Delete(other) }}
	r.mustPush(Updated, "fast")
	if n := len(r.srv.Drafts()); n != pageSize {
		t.Errorf("%d drafts", n)
	}
}

// TestRestlessBox: a box that changes whenever it is read cannot be told to hold
// no draft of the package, so none is added; nor if its answers end too early, or
// a draft comes up twice.
func TestRestlessBox(t *testing.T) {
	answers := map[string]func(list int) string{
		"last page":  func(list int) string { return page(40+list%2, list%2*20, 20) },
		"ends early": func(list int) string { return page(40, 0, 20-20*(list%2)) },
		"twice":      func(int) string { return page(40, 0, 20) },
		"no end":     func(list int) string { return page(1<<20, 20*list, 20) },
		"too many":   func(int) string { return page(3, 0, 20) },
	}
	for name, answer := range answers {
		r := newRig(t)
		r.write("fast", 1, "")
		r.opt.Transport = &restless{next: r.opt.Transport, answer: answer}
		res := r.push("fast")
		var problem *Problem
		if !errors.As(res[0].Err, &problem) || !strings.Contains(problem.Text.Zh, "草稿箱读不全") {
			t.Errorf("%s: %v %v", name, res[0].Action, res[0].Err)
		}
		if calls(r, "draft/add") > 0 {
			t.Errorf("%s: a draft was added without a look at the whole box", name)
		}
	}
}

// page is an answer of draft/batchget with so many drafts, numbered from one on.
func page(total, from, count int) string {
	var items []string
	for i := range count {
		items = append(items, fmt.Sprintf(`{"media_id":"draft-%d","content":{"news_item":[{"title":"别的"}]}}`, from+i))
	}
	return fmt.Sprintf(`{"total_count":%d,"item_count":%d,"item":[%s]}`, total, count, strings.Join(items, ","))
}

// restless answers for the box.
type restless struct {
	next   http.RoundTripper
	answer func(list int) string
	lists  int
}

func (b *restless) RoundTrip(req *http.Request) (*http.Response, error) {
	if !strings.HasSuffix(req.URL.Path, "draft/batchget") {
		return b.next.RoundTrip(req)
	}
	body := b.answer(b.lists)
	b.lists++
	return &http.Response{StatusCode: http.StatusOK, Body: io.NopCloser(strings.NewReader(body)), Request: req}, nil
}

// TestBothKinds pushes a package as an article and as a message of pictures: two
// drafts, each with a record of its own, found again when the records are lost.
func TestBothKinds(t *testing.T) {
	r := newRig(t)
	r.write("fast", 1, "")
	news, err := Open(r.dir, "fast", draft.File)
	if err != nil {
		t.Fatal(err)
	}
	news.Plan.Articles[0].ContentSourceURL = "" // nothing but the type tells them apart
	r.plan(news.Plan)
	write := func(text string) {
		r.save("fast/"+draft.NewspicFile, draft.Encode(&draft.Plan{Version: 1, Slug: "fast", Address: news.Plan.Address,
			Uploads: []draft.Upload{r.file("fast", "{{picture-1}}", "1.png", draft.Material, 7)},
			Articles: []draft.Article{{ArticleType: draft.Newspic, Title: news.Plan.Articles[0].Title, Content: text,
				ImageInfo: &draft.ImageInfo{ImageList: []draft.Image{{ImageMediaID: "{{picture-1}}"}}}}},
		}))
	}
	push := func(news, pictures Action) {
		t.Helper()
		for plan, want := range map[string]Action{draft.File: news, draft.NewspicFile: pictures} {
			p, err := Open(r.dir, "fast", plan)
			if err != nil {
				t.Fatal(err)
			}
			if res, err := Run(t.Context(), r.opt, []*Package{p}); err != nil || res[0].Action != want || res[0].Err != nil {
				t.Errorf("%s: %v %v, want %s", plan, res, err, want)
			}
		}
		if n := len(r.srv.Drafts()); n != 2 {
			t.Errorf("%d drafts", n)
		}
	}
	write("占位符写作 {{picture-1}}")
	push(Added, Added)
	push(Unchanged, Unchanged)
	write("改过的 {{picture-1}}")
	push(Unchanged, Updated)
	if err := os.Remove(r.opt.State); err != nil {
		t.Fatal(err)
	}
	push(Updated, Updated)
	if !slices.ContainsFunc(r.srv.Drafts(), func(d fake.Draft) bool { return d.Articles[0].Content == "改过的 {{picture-1}}" }) {
		t.Error("the text was altered")
	}

	r.write("plain", 1, "")
	var problem *Problem
	if _, err := Open(r.dir, "plain", draft.NewspicFile); !errors.As(err, &problem) || !strings.Contains(problem.Text.Zh, "没有图片消息") {
		t.Error(err)
	}
	if list, err := List(r.dir, draft.NewspicFile); err != nil || !slices.Equal(list, []string{"fast"}) {
		t.Errorf("%v %v", list, err)
	}
}

// TestRenamed gives a package's folder another name, as when a second article of
// the same name turns up: it is still the same article.
func TestRenamed(t *testing.T) {
	r := newRig(t)
	r.write("fast", 1, "")
	r.mustPush(Added, "fast")
	if err := os.Rename(filepath.Join(r.dir, "fast"), filepath.Join(r.dir, "articles-fast")); err != nil {
		t.Fatal(err)
	}
	r.mustPush(Unchanged, "articles-fast")
	r.one("articles-fast", 1)
}

// TestHalf is cut off in the midst of an update, and what was changed is changed
// back: the draft holds half of each.
func TestHalf(t *testing.T) {
	r := newRig(t)
	r.write("fast", 2, "一")
	r.mustPush(Added, "fast")
	usual := r.opt.Transport
	r.opt.Transport = &killer{usual, 1, false}
	r.write("fast", 2, "二")
	if !r.killed("fast") {
		t.Fatal("it lives")
	}
	r.opt.Transport = usual
	r.write("fast", 2, "一")
	r.mustPush(Updated, "fast")
	r.one("fast", 1)
}

// TestPictures pushes a message of pictures, which has no address to be known by.
func TestPictures(t *testing.T) {
	r := newRig(t)
	up := r.file("pics", "{{picture-1}}", "1.png", draft.Material, 7)
	r.plan(&draft.Plan{Version: 1, Slug: "pics", Uploads: []draft.Upload{up}, Articles: []draft.Article{{
		ArticleType: "newspic", Title: "图", Content: "正文 a < b 不行",
		ImageInfo: &draft.ImageInfo{ImageList: []draft.Image{{ImageMediaID: "{{picture-1}}"}}},
	}}})
	if res := r.push("pics"); Code(res[0].Err) != 45166 {
		t.Fatalf("%v", res[0].Err)
	}
	p, _ := Open(r.dir, "pics", draft.File)
	p.Plan.Articles[0].Content = "正文"
	r.plan(p.Plan)
	r.mustPush(Added, "pics")
	if err := os.Remove(r.opt.State); err != nil {
		t.Fatal(err)
	}
	r.mustPush(Updated, "pics")
	r.one("pics", 2)
}

// TestRefused has one package of three refused; what concerns all stops all.
func TestRefused(t *testing.T) {
	r := newRig(t)
	for _, slug := range []string{"a", "b", "c"} {
		r.write(slug, 1, "")
	}
	r.write("b", 1, strings.Repeat("长", 40))
	res := r.push("a", "b", "c")
	if got := actions(res); !slices.Equal(got, []Action{Added, Failed, Added}) || Code(res[1].Err) != 45003 {
		t.Errorf("%v: %v", got, res[1].Err)
	}
	r.srv.Allowed, r.srv.Address = []string{"192.0.2.9"}, "198.51.100.7"
	r.write("a", 1, "二")
	res = r.push("a", "c", "b")
	if got := actions(res); !slices.Equal(got, []Action{Failed, NotTried, NotTried}) {
		t.Errorf("%v", got)
	}
	if w := Words(res[0].Err); !strings.Contains(w.Zh, "要加的地址：198.51.100.7") {
		t.Errorf("%s", w.Zh)
	}
}

func actions(results []Result) []Action {
	var list []Action
	for _, res := range results {
		list = append(list, res.Action)
	}
	return list
}
