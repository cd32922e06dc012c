package motif

// strata: beds of rock, one of them with what once lived in it.
func strata(p *pen) {
	flip := 1
	if p.between(0, 1) == 1 {
		flip = -1
	}
	y := p.between(20, 24)
	for i := 0; i < 5; i++ {
		bend := flip * p.between(5, 10)
		thick := p.between(11, 17)
		p.l("M0 #q40 # 80 0t80 0", y, bend)
		if i%2 == 0 {
			p.w("M0 #q40 # 80 0t80 0v#q-40 # -80 0t-80 0z", y, bend, thick, bend)
		}
		if i == 1 {
			for x := p.between(34, 44); x < 134; x += p.between(12, 20) {
				p.dot(x, y+thick/2+1)
			}
		}
		if i == 3 {
			for x := p.between(24, 36); x < 140; x += p.between(18, 26) {
				p.l("M# #l5 5", x, y+4)
			}
		}
		y += thick
	}
	p.l("M# #a7 7 0 1 1 7 7a4 4 0 0 1-4-4", p.between(66, 90), y-thickness)
}

// thickness lifts the ammonite of strata into the bed above the last line.
const thickness = 34

// rows: black soil in rows that run to the horizon.
func rows(p *pen) {
	vx, horizon := p.between(56, 104), p.between(36, 42)
	r := p.between(9, 13)
	sun := vx + p.between(-18, 18)
	p.lw("M# #a# # 0 0 1 # 0", sun-r, horizon, r, r, 2*r)
	p.l("M0 #Q40 # 80 #T160 #", horizon, horizon+p.between(-6, -2), horizon, horizon)
	for i := -5; i <= 5; i++ {
		x := vx + i*30
		p.l("M# #L# 101", vx+i*5, horizon+3, x)
		if i%2 == 0 {
			p.w("M# #L# 101h30z", vx+i*5, horizon+3, x)
		}
	}
}

// reeds: a marsh with a crane or two over it.
func reeds(p *pen) {
	for i := 0; i < 7; i++ {
		x := 44 + i*12 + p.between(-3, 3)
		top := p.between(42, 58)
		lean := p.between(-7, 7)
		p.l("M# 86Q# # # #", x, x, top+20, x+lean, top)
		p.lw("M# #q4 7 0 14q-4-7 0-14", x+lean, top-6)
	}
	for i, y := range []int{86, 92} {
		x := 18 + p.between(0, 14) + 8*i
		p.l("M# #h#m7 0h#", x, y, p.between(50, 66), p.between(20, 36))
	}
	bx, by := p.between(46, 70), p.between(22, 25)
	p.l("M# #q7-8 13 0q6-8 13 0", bx, by)
	p.l("M# #q5-6 9 0q4-6 9 0", bx+p.between(26, 34), by+p.between(2, 6))
	p.w("M0 84H160V101H0z")
}

// crystal: a snow crystal, six arms of one pattern.
func crystal(p *pen) {
	x, y := 80, 50
	turn := 5 * p.between(0, 11)
	long := p.between(29, 32)
	at := [2]int{p.between(11, 14), p.between(20, 23)}
	side := [2]int{p.between(6, 9), p.between(5, 8)}
	hex := 0
	for i := 0; i < 6; i++ {
		deg := turn + 60*i
		ex, ey := polar(x, y, long, deg)
		p.l("M# #L# #", x, y, ex, ey)
		for k := range at {
			mx, my := polar(x, y, at[k], deg)
			ax, ay := polar(mx, my, side[k], deg-60)
			bx, by := polar(mx, my, side[k], deg+60)
			p.l("M# #L# # # #", ax, ay, mx, my, bx, by)
		}
		hx, hy := polar(x, y, at[0]+6, deg+30)
		if hex++; hex == 1 {
			p.w("M# #", hx, hy)
		} else {
			p.w("L# #", hx, hy)
		}
	}
	p.w("z")
	p.stars(6, 92)
}
