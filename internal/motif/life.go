package motif

// branching: a tree of life, each branch in two.
func branching(p *pen) {
	bend := 5 * p.between(-2, 2)
	p.branch(80+p.between(-4, 4), 96, p.between(22, 26), -90+bend, 3)
	p.w(circle, ring(80, 46, p.between(32, 38))...)
}

func (p *pen) branch(x, y, long, deg, left int) {
	ex, ey := polar(x, y, long, deg)
	p.l("M# #L# #", x, y, ex, ey)
	if left == 0 {
		p.dot(ex, ey)
		return
	}
	spread := 5 * p.between(4, 7)
	long = long * p.between(68, 80) / 100
	p.branch(ex, ey, long, deg-spread, left-1)
	p.branch(ex, ey, long, deg+5*p.between(4, 7), left-1)
}

// pulse: a heart and its beat.
func pulse(p *pen) {
	p.w("M80 84C34 56 42 22 63 22Q76 22 80 36 84 22 97 22C118 22 126 56 80 84z")
	beats := p.between(1, 2)
	p.l("M10 54H#", p.between(46, 56)-12*(beats-1))
	for i := 0; i < beats; i++ {
		up, down := p.between(14, 25), p.between(9, 16)
		p.l("l4-5 4 5h5l5 # 6 # 5 #h#", -up, up+down, -down, p.between(8, 13))
	}
	p.l("H150")
	p.dot(150, 54)
	p.l("M# 78h#M# 78h#", p.between(12, 20), p.between(10, 20), p.between(112, 124), p.between(10, 20))
}

// bowl: a bowl of grain, warm.
func bowl(p *pen) {
	w := p.between(32, 37)
	p.lw("M# 52h#a# # 0 0 1 # 0z", 80-w, 2*w, w, w-10, -2*w)
	p.l("M# #h#", 80-w/3, 46+w, 2*(w/3))
	heap := p.between(12, 16)
	p.l("M# 52q# # # 0", 80-w+6, w-6, -2*heap, 2*w-12)
	for i := 0; i < 5; i++ {
		p.dot(80-20+i*10, 48-p.between(1, 3)-(2-abs(i-2))*3)
	}
	for i := 0; i < 3; i++ {
		h := p.between(4, 5)
		p.l("M# #q# # 0 #t0 #", 66+14*i, 35-p.between(0, 4), p.between(4, 6), -h/2, -h, -h)
	}
	ear(p, 28, 1)
	ear(p, 132, -1)
}

// ear draws an ear of grain that leans to one side.
func ear(p *pen, x, side int) {
	lean := side * p.between(-8, 8)
	p.l("M# 88Q# 60 # 30", x, x, x+lean)
	for y := 34; y <= 52; y += 9 {
		at := x + lean*(88-y)*(88-y)/3364
		p.lw("M# #q6-1 7-8-7 1-7 8-6-1-7-8 7 1 7 8", at, y)
	}
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}
