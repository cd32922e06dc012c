import { escape, isoDate, longDate, minutes } from "../lib/text.js";

const link = (url, text, attributes = "") => `<a${attributes} href="${encodeURI(url)}">${escape(text)}</a>`;

export const termList = (terms) =>
  `<ul class="terms">${terms.map((t) => `<li>${link(t.url, t.title)} ${t.entries.length}</li>`).join("")}</ul>`;

export const labels = (taxonomy, names) => names.map((name) => `<li>${link(`/${taxonomy}/${name}/`, name)}</li>`).join("");

export const cards = (entries) => `<ul class="cards">${entries.map(card).join("")}</ul>`;

function card(entry) {
  return `<li class="card"><article>
${motif(entry.url.length)}
<h3>${link(entry.url, entry.data.title)}</h3>
<p class="summary">${escape(entry.data.summary)}</p>
<p class="meta"><span>${escape(entry.data.topics[0])}</span> <time datetime="${isoDate(entry.date)}">${longDate(entry.date)}</time> <span>${minutes(entry)} 分钟</span></p>
</article></li>`;
}

const motif = (n) =>
  `<svg class="motif" viewBox="0 0 120 80" aria-hidden="true" focusable="false"><circle cx="60" cy="40" r="${8 + (n % 9)}"/><ellipse cx="60" cy="40" rx="30" ry="12"/><ellipse cx="60" cy="40" rx="44" ry="20"/><path d="M8 72q26-18 52 0t52 0"/><circle cx="${80 + (n % 20)}" cy="36" r="3"/></svg>`;

export const turn = (rel, entry) => (entry ? `<li>${link(entry.url, entry.data.title, ` rel="${rel}"`)}</li>` : "");

// pager links the first, the last and the nearest pages.
export function pager({ number, count, address }) {
  if (count < 2) return "";
  const step = (n, rel, text) => (n >= 1 && n <= count ? `<li>${link(address(n), text, ` rel="${rel}"`)}</li>` : "");
  const pages = [];
  for (let n = 1; n <= count; n++) {
    if (n === 1 || n === count || Math.abs(n - number) <= 2) {
      pages.push(`<li>${link(address(n), n, n === number ? ' aria-current="page"' : "")}</li>`);
    }
  }
  return `<nav class="pager" aria-label="分页"><ul>
${step(number - 1, "prev", "上一页")}${pages.join("\n")}${step(number + 1, "next", "下一页")}
</ul></nav>`;
}
