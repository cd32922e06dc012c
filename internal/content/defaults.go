package content

// setDefaults fills in what site.yaml need not say.
func (s *Settings) setDefaults() {
	*s = Settings{
		Title:    "科普",
		Language: "zh-CN",
		Theme:    "default",
		Home:     HomeSettings{Latest: 6, Upcoming: 4, People: 6, Places: 4},
		Lists:    ListSettings{PageSize: 20, FeedSize: 20, Related: 4},
		Cards:    CardSettings{Limit: 500},
	}
}
