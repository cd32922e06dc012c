package motif

// waves: a string that sounds its note and the harmonics.
func waves(p *pen) {
	half := p.between(3, 5) // half waves over the picture
	step := 160 / half
	for i, amp := range []int{p.between(58, 68), p.between(34, 44), p.between(12, 18)} {
		for _, sign := range []int{1, -1} {
			p.l("M0 50q# # # 0", step/2, sign*amp, step)
			for x := step; x < 160; x += step {
				p.l("t# 0", step)
			}
			if i == 1 && sign == 1 {
				p.w("M0 50q# # # 0", step/2, amp, step)
				for x := step; x < 160; x += step {
					p.w("t# 0", step)
				}
				p.w("H0")
			}
		}
	}
	for x := step; x < 160-step/2; x += step {
		p.dot(x, 50)
	}
}

// lattice: rings of atoms, some of them filled.
func lattice(p *pen) {
	filled, left := p.between(0, 2), p.between(-2, 10)
	for row := 0; row < 4; row++ {
		for col := 0; col < 6; col++ {
			x, y := col*28+(row%2)*14+left, row*24-10
			near := abs(x-80)+abs(y+16-50) < p.between(50, 72)
			if !near {
				continue
			}
			if (row+col)%3 == filled {
				p.lw("M# #l14 8v16l-14 8-14-8v-16z", x, y)
				p.dot(x, y)
				p.dot(x+14, y+24)
			} else {
				p.l("M# #l14 8v16l-14 8-14-8v-16z", x, y)
			}
		}
	}
}

// rings: a shelter in the middle of what shakes.
func rings(p *pen) {
	x, y := 80+p.between(-8, 8), p.between(50, 54)
	r := p.between(22, 25)
	p.w(circle, ring(x, y, r+15)...)
	for i := 0; i < 4; i++ {
		p.l(circle, ring(x, y, r)...)
		r += p.between(12, 17)
	}
	p.lw("M# #l15-13 15 13v0h-4v12h-22v-12h-4z", x-15, y)
	p.l("M# #v-7h6v7", x-3, y+12)
}

// circuits: a chip and the traces that lead from it.
func circuits(p *pen) {
	s := p.between(13, 15)
	p.lw("M# #h#v#h#z", 80-s, 50-s, 2*s, 2*s, -2*s)
	p.l("M# #h#v#h#z", 80-s+6, 50-s+6, 2*s-12, 2*s-12, 12-2*s)
	for i := -1; i <= 1; i++ {
		for _, side := range []int{-1, 1} {
			run, jog := p.between(6, 12), i*p.between(6, 14)
			if i == 0 {
				jog = p.between(-6, 6)
			}
			x, y, end := 80+side*s, 50+i*8, p.between(8, 24)
			p.l("M# #h#l# #h#", x, y, side*run, side*abs(jog), jog, side*end)
			p.dot(x+side*(run+abs(jog)+end), y+jog)
			up := p.between(1, 4)
			tx := 80 + i*8
			p.l("M# #v#l# #v#", tx, 50+side*s, side*6, i*6, side*6, side*up)
			p.dot(tx+i*6, 50+side*(s+12+up))
		}
	}
}

// gears: two wheels that turn each other.
func gears(p *pen) {
	turn := 5 * p.between(0, 5)
	flip := 1
	if p.between(0, 1) == 1 {
		flip = -1
	}
	big := p.between(23, 25)
	p.wheel(80-flip*p.between(14, 18), 52, big, 10, turn)
	p.wheel(80+flip*(big+3), 52-p.between(4, 11), 15, 8, turn+15)
}

// wheel draws a toothed wheel with a hub.
func (p *pen) wheel(x, y, r, teeth, turn int) {
	pitch := 360 / teeth
	lastX, lastY := 0, 0
	for i := 0; i < teeth; i++ {
		// The foot, the two corners and the other foot of a tooth.
		for k, at := range [...]int{r, r + 6, r + 6, r} {
			share := [...]int{0, 15, 40, 55}[k]
			deg := turn + i*pitch + pitch*share/100
			px, py := polar(x, y, at, deg-deg%5)
			if i == 0 && k == 0 {
				p.lw("M# #l", px, py)
			} else if dx, dy := px-lastX, py-lastY; dy < 0 {
				p.lw("##", dx, dy)
			} else {
				p.lw("# #", dx, dy)
			}
			if i+k > 0 && (i < teeth-1 || k < 3) {
				p.shape = append(p.shape, ' ')
			}
			lastX, lastY = px, py
		}
	}
	p.lw("z")
	p.l(circle, ring(x, y, r/3)...)
}

// turbine: wind over the plain.
func turbine(p *pen) {
	p.l("M0 #Q50 # 100 #T160 #", 81, p.between(72, 78), 80, 78)
	p.w("M0 81Q50 75 100 80T160 78V101H0z")
	x := p.between(72, 92)
	p.mill(x, 49, 29, 5*p.between(0, 23))
	p.mill(x-p.between(34, 40), 58, 18, 5*p.between(0, 23))
	p.mill(x+p.between(32, 38), 54, 22, 5*p.between(0, 23))
	p.w(circle, ring(x, 49, 27)...)
}

// mill draws a tower and three blades.
func (p *pen) mill(x, y, r, turn int) {
	p.l("M# #L# 86", x, y, x)
	for i := 0; i < 3; i++ {
		deg := turn + 120*i
		tx, ty := polar(x, y, r, deg)
		cx, cy := polar(x, y, r/2, deg+20)
		p.l("M# #Q# # # #z", x, y, cx, cy, tx, ty)
	}
	p.dot(x, y)
}
