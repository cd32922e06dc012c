package opendata

// Organizations is the file organizations.json.
type Organizations struct {
	Head
	Organizations []Organization `json:"organizations" doc:"全部机构，按网址排列 | All organizations, by address"`
}

// Organization is a body with its place in the tree.
type Organization struct {
	ID       string   `json:"id" doc:"编号；改名后不变 | Identity, which no change of the name changes"`
	URL      string   `json:"url" doc:"网页 | Page"`
	Name     string   `json:"name" doc:"全称 | Name"`
	Short    string   `json:"short,omitempty" doc:"简称 | Short name"`
	Kind     string   `json:"kind" enum:"association,society,university,institute,museum,enterprise,government,grassroots" doc:"类别：科协、学会、高校、院所、场馆、企业、政府部门、基层组织 | Kind of organization"`
	Parent   *Node    `json:"parent,omitempty" doc:"上级机构 | The one above it"`
	Path     []Node   `json:"path,omitempty" doc:"从最上级到上级 | From the topmost to the one above it"`
	Host     *Body    `json:"host,omitempty" doc:"挂靠单位 | The body where its office is"`
	Summary  string   `json:"summary,omitempty" doc:"摘要 | Summary"`
	Founded  string   `json:"founded,omitempty" doc:"成立时间，可能只有年或年月 | Founded, perhaps only a year or a month"`
	Website  string   `json:"website,omitempty" doc:"官方网站 | Website"`
	Address  string   `json:"address,omitempty" doc:"地址 | Address"`
	Phone    string   `json:"phone,omitempty" doc:"电话 | Telephone"`
	Email    string   `json:"email,omitempty" doc:"邮箱 | Mail"`
	Topics   []string `json:"topics,omitempty" doc:"主题 | Topics"`
	Cities   []City   `json:"cities,omitempty" doc:"市州 | Cities and prefecture"`
	Feed     string   `json:"feed,omitempty" doc:"订阅源（Atom） | Feed (Atom)"`
	Calendar string   `json:"calendar,omitempty" doc:"日历（iCalendar） | Calendar (iCalendar)"`
	Sources  []Source `json:"sources,omitempty" doc:"资料来源 | Sources"`
	Origin
}

// Node is an organization in the tree.
type Node struct {
	ID   string `json:"id" doc:"编号 | Identity"`
	Name string `json:"name" doc:"名称 | Name"`
}

func (n Node) text() string { return n.Name }
