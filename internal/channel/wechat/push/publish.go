package push

import (
	"context"
	"errors"
	"time"
)

// publishTime is how long after a submission a draft may still be in the box
// though it is being published. The platform names no time; it takes minutes.
const publishTime = 10 * time.Minute

// settle finds out what became of a submission without an answer. A draft that
// is published leaves the box, so one that is still there after a while was not.
// An action other than "" is all there is to do.
func (r *run) settle(ctx context.Context, p *Package, d *record) (Action, error) {
	if d.Submitted.IsZero() {
		return "", nil
	}
	there, err := r.client.draftExists(ctx, d.MediaID)
	if err != nil {
		return "", err
	}
	if there && r.now().Sub(d.Submitted) < publishTime {
		return "", &Problem{Text: Text{
			Zh: "上次提交发布没有收到回音，草稿还在草稿箱里。请等十分钟再运行，或到公众平台“发表记录”里看看；为免发布两次，现在什么也没做",
			En: "the last submission got no answer and the draft is still in the box. Wait ten minutes and run this again, or look into the console's list of what was published; nothing was done now, lest it be published twice",
		}}
	}
	d.Submitted = zero
	if there {
		return "", r.state.save()
	}
	r.say(p, "上次提交的草稿已离开草稿箱，应已发布；请在“发表记录”里确认", "the draft submitted last time has left the box, so it should be published; please make sure in the console")
	d.MediaID, d.Published = "", unknownID
	if d.Digest == p.Digest {
		return Published, r.state.save()
	}
	return "", r.state.save()
}

// publish submits the draft. That it was accepted does not mean that it passes:
// the platform decides later, and tells the account's owner.
func (r *run) publish(ctx context.Context, p *Package, d *record) (string, error) {
	r.say(p, "提交发布（发布后所有人可见，不能撤回修改）", "submitting for publishing (everybody will see it)")
	d.Submitted = r.now()
	if err := r.state.save(); err != nil {
		return "", err
	}
	id, err := r.client.submit(ctx, d.MediaID)
	switch {
	case unsure(err):
		return "", err // settle will see
	case Code(err) == codeUnauthorized:
		d.Submitted = zero
		// No Refusal any more: it does not keep other drafts from the box.
		return "", errors.Join(&Problem{Text: Text{
			Zh: "账号没有发布权限，草稿已在草稿箱，请到公众平台后台手动发布（48001）",
			En: "the account may not publish by the API; the draft is in the box: please publish it in the console (48001)",
		}}, r.state.save())
	case err != nil:
		d.Submitted = zero
		return "", errors.Join(err, r.state.save())
	}
	d.Submitted, d.MediaID, d.Published = zero, "", id
	r.say(p, "已提交，任务编号 %s；几分钟后在“发表记录”里看结果", "submitted as %s; see the console for the outcome in some minutes", id)
	return id, r.state.save()
}
