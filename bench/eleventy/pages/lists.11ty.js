import { base } from "../layouts/base.js";
import { cards, pager } from "../layouts/parts.js";
import { escape } from "../lib/text.js";

// One page for each page of each list.
export const data = {
  layout: false,
  pagination: { data: "collections.lists", size: 1, alias: "list" },
  permalink: ({ list }) => list.address(list.number),
};

export function render({ list, page }) {
  return base({
    title: list.title,
    url: page.url,
    section: list.url.split("/")[1],
    main: `<nav class="crumbs" aria-label="当前位置"><ol><li><a href="/">首页</a></li></ol></nav>
<h1>${escape(list.title)}</h1>
<p class="meta">共 ${list.total} 篇</p>
<h2 class="hidden">列表</h2>
${cards(list.entries)}
${pager(list)}`,
  });
}
