package build

import (
	"errors"
	"slices"
	"strings"

	"kepu/internal/artifact"
	"kepu/internal/content"
	"kepu/internal/diag"
	"kepu/internal/geo"
	"kepu/internal/site"
	"kepu/internal/source"
)

// A mapFile is a file of the ground of the map, as some bytes of it were read.
type mapFile struct {
	digest   artifact.Digest
	features []geo.Feature
	problem  *geo.SyntaxError
}

// ground reads the layers that the settings name. inspect has looked at the
// files: one whose bytes are the same is not read again.
func (s *Session) ground(tree *source.Tree, set *content.Settings, pos content.Positions, ds *diag.List) []site.Layer {
	was := s.maps
	s.maps = map[string]*mapFile{}
	var layers []site.Layer
	for i, l := range set.Map.Layers {
		say := func(code diag.Code, key string, args ...string) {
			at := pos.Of("map.layers", i, key)
			at.File = source.Folder + "/" + source.SettingsFile
			ds.Add(diag.New(code, at, args...))
		}
		if l.Kind == "boundary" && set.Map.Approval == "" {
			say(diag.BoundaryApproval, "kind")
		}
		name := "static" + l.File
		seen := s.pictures[name]
		switch {
		case !strings.HasPrefix(l.File, "/"): // as the decoder has said
			continue
		case !slices.Contains(tree.Static, name):
			say(diag.NoMapFile, "file", l.File)
			continue
		case seen == nil: // ctx has ended
			continue
		case seen.unread != nil:
			ds.Add(*seen.unread)
			continue
		}
		file := was[name]
		if file == nil || file.digest != seen.Digest {
			var d *diag.Diagnostic
			if file, d = readMap(tree, name); d != nil {
				ds.Add(*d)
				continue
			}
		}
		s.maps[name] = file
		if p := file.problem; p != nil {
			ds.Add(diag.New(diag.BadMapFile, diag.Pos{File: source.Folder + "/" + name, Line: p.Line, Col: p.Col}, mapProblem(p)))
		}
		layers = append(layers, site.Layer{MapLayer: l, Digest: file.digest, Features: file.features})
	}
	return layers
}

func readMap(tree *source.Tree, name string) (*mapFile, *diag.Diagnostic) {
	src, d := tree.Resource(name)
	if d != nil {
		return nil, d
	}
	file := &mapFile{digest: artifact.DigestBytes(src)}
	var err error
	file.features, err = geo.ParseGeoJSON(src)
	errors.As(err, &file.problem)
	return file, nil
}

// mapProblem says in both languages what is wrong with a file.
func mapProblem(p *geo.SyntaxError) string {
	zh, en := mapProblems[p.Problem], p.Problem.String()
	if p.Value != "" {
		zh, en = "“"+p.Value+"”"+zh, "“"+p.Value+"” "+en
	}
	return diag.Both(zh, en)
}

var mapProblems = map[geo.Problem]string{
	geo.NotUTF8:          "不是 UTF-8 编码，请另存为 UTF-8",
	geo.NotJSON:          "不是 JSON",
	geo.NotGeoJSON:       "不是 GeoJSON 对象",
	geo.UnknownType:      "不是 GeoJSON 的类型",
	geo.Missing:          "缺少这一项",
	geo.BadPosition:      "这里应是坐标 [经度, 纬度]",
	geo.BadNesting:       "坐标的层数不对",
	geo.OutOfRange:       "超出经纬度的范围",
	geo.Swapped:          "经纬度写反了，经度在前",
	geo.Antimeridian:     "跨过了 180° 经线，请在那里断成两段",
	geo.OtherCRS:         "不是 WGS-84 坐标",
	geo.ShortLine:        "一条线至少要两个点",
	geo.ShortRing:        "一个环至少要四个点",
	geo.OpenRing:         "环没有闭合：最后一点要与第一点相同",
	geo.TooDeep:          "嵌套太深",
	geo.TooLarge:         "文件太大，最多 8 MB",
	geo.TooManyPositions: "点太多，最多 20 万个",
}
