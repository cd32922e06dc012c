import { escape } from "../lib/text.js";

const site = "科普基准";
const origin = "https://bench.example.org";

// base is the frame of every page.
export function base({ title, summary, url, type, head = "", section = "", main }) {
  const here = (name) => (name === section ? ' aria-current="true"' : "");
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title ? `${title} · ${site}` : site)}</title>
<meta name="description" content="${escape(summary || site)}">
<link rel="canonical" href="${origin}${encodeURI(url)}">
<meta property="og:type" content="${type || "website"}">
<meta property="og:title" content="${escape(title || site)}">
<meta property="og:url" content="${origin}${encodeURI(url)}">
<meta property="og:site_name" content="${site}">
<meta property="og:description" content="${escape(summary || "")}">
<meta name="twitter:card" content="summary">
<meta name="theme-color" content="#1f5f8b">
<link rel="alternate" type="application/atom+xml" href="/atom.xml" title="${site}">
<link rel="stylesheet" href="/main.css">
${head}</head>
<body>
<a class="skip" href="#main">跳到正文</a>
<header class="site">
<a class="brand" href="/">${site}</a>
<nav aria-label="主导航"><ul>
<li><a href="/"${here("home")}>首页</a></li>
<li><a href="/articles/"${here("articles")}>文章</a></li>
<li><a href="/topics/"${here("topics")}>主题</a></li>
<li><a href="/audiences/"${here("audiences")}>读者</a></li>
</ul></nav>
</header>
<main id="main">
${main}
</main>
<footer class="site"><p>${site} · 一万篇文章有多快</p><ul><li><a href="/atom.xml">订阅</a></li><li><a href="/topics/">全部主题</a></li></ul></footer>
</body>
</html>
`;
}
