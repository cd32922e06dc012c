// The editor's page: previews, and what is put on the clipboard. It also works
// from a disk, without a network.
const rich = [...document.querySelectorAll("textarea.rich")].map(store => store.value)
const said = document.getElementById("said")

// A preview is a page of its own in which nothing runs and nothing is loaded but
// what lies beside it. Links lead into a window that the sandbox does not open.
function preview(frame) {
	const lang = frame.lang.replace(/[^\w-]/g, ""), dark = frame.classList.contains("dark")
	frame.addEventListener("load", () => {
		const height = frame.contentDocument?.body.offsetHeight
		if (height) frame.height = Math.min(height + 1, 720)
	})
	frame.srcdoc = `<!DOCTYPE html><html lang="${lang}"><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src 'self' data:; style-src 'unsafe-inline'; form-action 'none'">
<base target="_blank"><title>预览</title>
<style>html { color-scheme: ${dark ? "dark" : "light"} }
body { margin: 0; padding: 20px 16px; background: ${dark ? "#191919" : "#fff"}; color: ${dark ? "#d0d0d0" : "#222"}; font: 17px/1.6 system-ui, -apple-system, "PingFang SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; overflow-wrap: break-word }
img { max-width: 100% }</style>
<body>${rich[frame.dataset.rich - 1]}`
}

// put gives text, and HTML if there is any, to the clipboard.
async function put(text, html) {
	const kinds = {"text/plain": text}
	if (html) kinds["text/html"] = html
	try {
		const blobs = Object.entries(kinds).map(([type, data]) => [type, new Blob([data], {type})])
		await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))])
		return true
	} catch {
		return command(kinds)
	}
}

// command is the older way, for browsers without the other and for those that
// refuse it: something is selected and copied, and exchanged on the way.
function command(kinds) {
	const box = document.createElement("textarea")
	const fill = event => {
		for (const type in kinds) event.clipboardData.setData(type, kinds[type])
		event.preventDefault()
	}
	box.className = "away"
	box.readOnly = true
	box.value = kinds["text/plain"] || " "
	document.body.append(box)
	box.select()
	document.addEventListener("copy", fill)
	try {
		return document.execCommand("copy")
	} catch {
		return false
	} finally {
		document.removeEventListener("copy", fill)
		box.remove()
	}
}

let hush
function say(words) {
	clearTimeout(hush)
	said.textContent = words
	hush = setTimeout(() => { said.textContent = "" }, 6000)
}

async function copy(button) {
	const value = button.closest("li").querySelector(".value"), label = button.dataset.copy
	const ok = await put(value.textContent, rich[button.dataset.rich - 1])
	button.focus()
	button.classList.toggle("done", ok)
	if (ok) return say("已复制" + label)
	value.classList.add("whole")
	getSelection().selectAllChildren(value)
	say("没有复制成功。文字已经选中，请按 Ctrl+C 复制，Mac 上按 ⌘C。")
}

for (const frame of document.querySelectorAll("iframe")) preview(frame)
for (const button of document.querySelectorAll("[data-copy]")) {
	button.hidden = false
	button.addEventListener("click", () => copy(button))
}
for (const button of document.querySelectorAll("[data-print]")) {
	button.hidden = false
	button.addEventListener("click", () => print())
}
