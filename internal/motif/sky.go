package motif

// orbits: a planet, the paths around it and what runs on them.
func orbits(p *pen) {
	turn := 5 * p.between(-6, 6)
	x, y := 80+p.between(-6, 6), 50
	p.lw(circle, ring(x, y, p.between(9, 13))...)
	for i, r := range []int{26, 41, 58} {
		p.ellipse(x, y, r, r*(36+6*i)/100, turn)
		// On the long axis or a little off it, where the ellipse is easy to hit.
		side := 0
		if p.between(0, 1) == 1 {
			side = 180
		}
		dx, dy := polar(x, y, r, turn+side)
		p.dot(dx, dy)
	}
	p.stars(4, 92)
}

// trajectory: the limb of the Earth and a satellite that has left it.
func trajectory(p *pen) {
	top := p.between(66, 74)
	p.lw("M0 #Q80 # 160 #V101H0z", top+16, top-16, top+16)
	x, y := p.between(94, 110), p.between(33, 40)
	start := p.between(22, 40)
	p.l("M# #Q# # # #", start, top+6, start+14, y-2, x-3, y-2)
	p.l("M# #Q# # # #", start+14, top+3, start+30, y+16, x-9, y+8)
	// The satellite: a body and two panels on one axis.
	p.lw(circle, ring(x, y, 4)...)
	p.lw("M# #l11-8 4 6-11 8zM# #l-11 8-4-6 11-8z", x+4, y-7, x-4, y+7)
	p.stars(5, 52)
}

// constellation: stars joined to a figure, for the people of science.
func constellation(p *pen) {
	n := p.between(6, 7)
	var x, y int
	for i := 0; i < n; i++ {
		nx, ny := 34+i*92/(n-1)+p.between(-3, 3), p.between(24, 76)
		if i > 0 {
			p.l("L# #", nx, ny)
		} else {
			p.l("M# #", nx, ny)
		}
		p.dot(nx, ny)
		if i%3 == 1 {
			x, y = nx, ny
		}
	}
	p.w(circle, ring(x, y, p.between(12, 16))...)
	p.l(circle, ring(x, y, 6)...)
	p.stars(6, 92)
}

// peaks: the ridge around 天池 on 长白山, and the lake that mirrors it.
func peaks(p *pen) {
	shore := 68
	a, b, c, d := p.between(36, 44), p.between(26, 36), p.between(28, 38), p.between(36, 46)
	p.lw("M-4 #V#L26 # 38 # 58 # 70 # 80 # 90 # 106 # 118 # 134 # 164 #V#z", shore,
		shore-8, a, a+9, b, b+14, b+10, c+14, c, c+15, d, shore-6, shore)
	for i, y := range []int{74, 80, 86} {
		x := 30 + 10*i + p.between(0, 14)
		p.l("M# #h#m8 0h#", x, y, p.between(30, 46), p.between(8, 20))
	}
	p.l(circle, ring(p.between(76, 86), 24, 5)...)
}
