package pack

import (
	"slices"
	"strconv"
	"strings"

	"kepu/internal/channel"
)

// A sheet is the 审核单: what reviewers sign. It fits on one side of A4, so its
// lists have an end.
type sheet struct {
	Authors, Organization, Reviewers string
	File, Digest                     string
	Articles                         string // of an edition
	Sources                          []string
	More                             int // sources for which there is no room
}

// sheetSources is for how many sources there is room.
const sheetSources = 8

func sheetOf(j *channel.Job) sheet {
	p := j.Piece
	s := sheet{
		Authors: strings.Join(p.Authors, "、"), Organization: p.Organization, Reviewers: strings.Join(p.Reviewers, "、"),
		File: p.File, Digest: textOf(j).String(),
	}
	if s.Authors == "" {
		s.Authors = j.Author
	}
	var articles []string
	sources := slices.Clone(p.Sources)
	for i, part := range j.Parts {
		articles = append(articles, strconv.Itoa(i+1)+". "+part.Piece.Title)
		sources = append(sources, part.Piece.Sources...)
	}
	s.Articles = strings.Join(articles, "　")
	if s.More = len(sources) - sheetSources; s.More > 0 {
		sources = sources[:sheetSources]
	}
	for _, source := range sources {
		s.Sources = append(s.Sources, strings.Join(nonEmpty(source.Title, source.Detail, source.URL), "，"))
	}
	return s
}

func nonEmpty(list ...string) (kept []string) {
	for _, s := range list {
		if s != "" {
			kept = append(kept, s)
		}
	}
	return kept
}
