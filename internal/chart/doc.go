// Package chart draws two figures as SVG while the site is built: a life along
// the years, and the teachers and students around a person. Equal input gives
// equal bytes, whatever the input is.
//
// The drawings hold geometry and text only. Colours, lines and fonts are the
// style sheet's, by these classes; it must not change the font's size, by which
// everything is laid out.
//
//	svg.life-chart          the whole, 360 units wide; text is 11 units
//	path.life-grid          lines of the years, behind everything (stroke)
//	text.life-year          their years, above
//	g.life-span             a time: a bar and its label
//	  .life-study           … at school (Kind), .life-work at work; any other kind in the same way
//	  rect.life-bar         (fill)
//	  path.life-fade        the dashes that go on where the end is open (fill)
//	  text.life-label       beside its bar
//	  text.life-label.life-inside   on its bar
//	path.life-axis          the line on which the marks hang (stroke)
//	path.life-stem          from the line to marks of lower rows (stroke)
//	g.life-mark             a moment; .life-birth, .life-death, … by its Kind
//	  circle.life-dot       (fill or stroke)
//	  text.life-number      within the dot: its number in the list below
//	  text.life-label       beside a dot without number
//
//	svg.lineage             the whole, 360 units wide (more where it cannot be helped)
//	path.lineage-line       all ties but the person's own (stroke; no fill)
//	path.lineage-line.lineage-own   ties of the person itself
//	a.lineage-person        somebody with a page (hover, focus)
//	g.lineage-person        somebody without one
//	  .lineage-self         … whose page this is, with aria-current="true"
//	  rect.lineage-box      (fill, stroke)
//	  text.lineage-name     13 units
//	  text.lineage-note     12 units, below the name
//
// Both have role and names for screen readers; their ids begin with "x-" and
// the caller's ID.
package chart
