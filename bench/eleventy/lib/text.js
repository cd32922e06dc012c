// What templates need of texts.

const entities = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
export const escape = (text) => String(text).replace(/[&<>"']/g, (c) => entities[c]);

export const isoDate = (date) => date.toISOString().slice(0, 10);
export const longDate = (date) => `${date.getUTCFullYear()}年${date.getUTCMonth() + 1}月${date.getUTCDate()}日`;

// Reading time is on every card: each text is counted once.
const counted = new Map();
export function minutes(page) {
  if (!counted.has(page.url)) {
    counted.set(page.url, Math.max(1, Math.round((page.rawInput.match(/\p{Script=Han}/gu) ?? []).length / 500)));
  }
  return counted.get(page.url);
}

// outline is a markdown-it plugin that puts a table of contents before the
// text, out of the headings that have anchors.
export function outline(md) {
  const render = md.renderer.render;
  md.renderer.render = function (tokens, options, env) {
    const items = tokens.flatMap((token, i) =>
      token.type === "heading_open" && token.tag === "h2"
        ? `<li><a href="#${encodeURIComponent(token.attrGet("id"))}">${escape(tokens[i + 1].content)}</a></li>`
        : [],
    );
    const toc = `<details class="toc"><summary>目录</summary><nav aria-label="目录"><ol>${items.join("")}</ol></nav></details>`;
    return toc + `<div class="body">${render.call(this, tokens, options, env)}</div>`;
  };
}
