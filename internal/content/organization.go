package content

// Organization is a member of the association's tree or a partner.
type Organization struct {
	Common      `yaml:",inline"`
	Status      string      `yaml:"status" enum:"published,draft" doc:"draft 表示草稿，不发布 | draft: not published"`
	Kind        string      `yaml:"kind" required:"true" enum:"association,society,university,institute,museum,enterprise,government,grassroots" doc:"类别：association 科协、society 学会、university 高校、institute 院所、museum 场馆、enterprise 企业、government 政府部门、grassroots 基层组织 | Kind of organization" example:"society"`
	Short       string      `yaml:"short" doc:"简称 | Short name"`
	Parent      Ref         `yaml:"parent" ref:"organizations" doc:"上级机构的文件名，只能有一个；科协、学会、基层组织都要写，最上面一级除外 | Slug of the one parent; associations, societies and grassroots need it, but for the topmost"`
	Independent bool        `yaml:"independent" doc:"true 表示不属于本站的组织树（例如外省或全国学会），不要求上级 | Not a part of this site's tree: needs no parent"`
	Host        *Body       `yaml:"host" doc:"挂靠单位：机构文件名或名称 | The body where its office is"`
	Founded     PartialDate `yaml:"founded" doc:"成立时间 | Founded"`
	Website     string      `yaml:"website" format:"url" doc:"官方网站 | Website"`
	Address     string      `yaml:"address" doc:"地址 | Address"`
	Phone       string      `yaml:"phone" doc:"电话 | Telephone"`
	Email       string      `yaml:"email" format:"email" doc:"邮箱 | Mail"`
}

// NeedsParent says that an organization of the kind stands in a tree, below
// another one.
func (o *Organization) NeedsParent() bool {
	switch o.Kind {
	case "association", "society", "grassroots":
		return !o.Independent
	}
	return false
}
