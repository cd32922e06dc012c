import { of } from "../lib/lists.js";
import { escape, isoDate, longDate, minutes } from "../lib/text.js";
import { base } from "./base.js";
import { cards, labels, turn } from "./parts.js";

export default function ({ content, title, summary, topics, audiences, page }) {
  const { previous, next, related } = of(page.url);
  const facts = {
    "@context": "https://schema.org",
    "@type": "Article",
    headline: title,
    datePublished: isoDate(page.date),
    url: `https://bench.example.org${page.url}`,
    description: summary,
  };
  return base({
    title,
    summary,
    url: page.url,
    type: "article",
    section: "articles",
    head: `<script type="application/ld+json">${JSON.stringify(facts).replaceAll("<", "\\u003c")}</script>\n`,
    main: `<nav class="crumbs" aria-label="当前位置"><ol><li><a href="/">首页</a></li><li><a href="/articles/">文章</a></li></ol></nav>
<article class="entry">
<header>
<h1>${escape(title)}</h1>
<p class="summary">${escape(summary)}</p>
<p class="meta"><time datetime="${isoDate(page.date)}">${longDate(page.date)}</time> <span>约 ${minutes(page)} 分钟</span></p>
</header>
${content}
<footer><ul class="terms">${labels("topics", topics)}${labels("audiences", audiences)}</ul></footer>
</article>
<nav class="neighbours" aria-label="前后文章"><ul>${turn("prev", previous)}${turn("next", next)}</ul></nav>
<aside aria-labelledby="related"><h2 id="related">相关内容</h2>${cards(related)}</aside>`,
  });
}
