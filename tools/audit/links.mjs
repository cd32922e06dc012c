// Every internal link, source and anchor of every page, stylesheet, feed and
// sitemap leads to something that exists.
import { readFile } from "node:fs/promises";
import { join } from "node:path";

export async function check(site, report) {
  const ids = new Map(site.pages.map((page) => [page.path, idsOf(page.html)]));
  for (const page of site.pages) {
    report.page(page.path, references(page.html).flatMap((ref) => problem(site, ids, page.url, ref)));
  }
  for (const path of [...site.files].filter((path) => /\.(css|xml|webmanifest)$/.test(path)).sort()) {
    const text = await readFile(join(site.root, path), "utf8");
    report.page(path, otherReferences(path, text).flatMap((ref) => problem(site, ids, path, ref)));
  }
}

// references lists the addresses in a page's attributes.
function references(html) {
  const list = [];
  for (const [, name, value] of tags(html).matchAll(/\s(href|src|srcset|poster|action|data-src)=("[^"]*"|'[^']*'|[^\s>]+)/g)) {
    const text = decode(value.replace(/^["']|["']$/g, ""));
    if (name === "srcset") list.push(...text.split(",").map((part) => part.trim().split(/\s+/)[0]));
    else list.push(text);
  }
  return list;
}

function otherReferences(path, text) {
  if (path.endsWith(".css")) return [...text.matchAll(/url\(\s*["']?([^"')]+)/g)].map((m) => m[1]);
  if (path.endsWith(".webmanifest")) return [...text.matchAll(/"(?:src|start_url|scope|url)"\s*:\s*"([^"]*)"/g)].map((m) => m[1]);
  // Feeds and sitemaps: addresses as text or in href. Namespaces are neither.
  return [...text.matchAll(/<(?:loc|link|id|uri)>([^<]+)<|\shref="([^"]+)"/g)].map((m) => decode(m[1] ?? m[2]));
}

// problem is a failure, or nothing.
function problem(site, ids, from, ref) {
  if (/^(mailto|tel|geo|data|webcal|sms|urn|tag):/.test(ref)) return [];
  let target;
  try {
    target = new URL(ref, (site.origin || "http://site.invalid") + site.base.replace(/\/$/, "") + from);
  } catch {
    return [{ rule: "bad-address", message: ref }];
  }
  if (target.origin !== (site.origin || "http://site.invalid")) return [];
  const outside = [{ rule: "outside-base", message: `${ref} is not below ${site.base}` }];
  if (!target.pathname.startsWith(site.base)) return outside;
  let path = "/" + decodeURIComponent(target.pathname.slice(site.base.length));
  if (path.endsWith("/")) path += "index.html";
  if (!site.files.has(path)) {
    const rule = site.files.has(path + "/index.html") ? "missing-slash" : "broken-link";
    return [{ rule, message: ref }];
  }
  const anchor = decodeURIComponent(target.hash.slice(1));
  if (anchor && anchor !== "top" && ids.has(path) && !ids.get(path).has(anchor)) {
    return [{ rule: "broken-anchor", message: ref }];
  }
  return [];
}

function idsOf(html) {
  return new Set([...tags(html).matchAll(/\sid=("[^"]*"|'[^']*'|[^\s>]+)/g)].map((m) => decode(m[1].replace(/^["']|["']$/g, ""))));
}

// tags keeps only the tags: text and scripts may look like attributes.
function tags(html) {
  return (html.replace(/<!--[^]*?-->/g, "").replace(/(<script\b[^>]*>)[^]*?<\/script>/g, "$1")
    .match(/<[a-zA-Z](?:"[^"]*"|'[^']*'|[^"'>])*>/g) ?? []).join("\n");
}

const entities = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: "\u00a0" };

function decode(text) {
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (all, hex, dec, name) =>
    hex ? String.fromCodePoint(parseInt(hex, 16)) : dec ? String.fromCodePoint(+dec) : (entities[name] ?? all));
}
