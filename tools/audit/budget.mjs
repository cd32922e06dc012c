// An article without pictures costs its reader at most 15 KB of HTML, CSS and
// JavaScript together, as the weaker of the two usual compressions sends them.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { sizes } from "./serve.mjs";

const limit = 15 * 1024;

export async function check(site, report) {
  const cache = new Map();
  for (const page of site.pages) {
    if (page.template !== "article" || /<(img|picture|video|audio)\b/.test(page.html)) continue;
    const total = sizes(Buffer.from(page.html));
    for (const path of assets(site, page.html)) {
      if (!cache.has(path)) cache.set(path, sizes(await readFile(join(site.root, path))));
      total.gzip += cache.get(path).gzip;
      total.brotli += cache.get(path).brotli;
    }
    const note = `gzip ${kb(total.gzip)}, brotli ${kb(total.brotli)}`;
    const over = total.gzip > limit ? [{ rule: "page-weight", message: `${note} of ${kb(limit)}` }] : [];
    report.page(page.path, over, note);
  }
}

// assets are the stylesheets and scripts that a page loads at once.
function assets(site, html) {
  const tags = html.match(/<link\b[^>]*rel="?stylesheet[^>]*>|<script\b[^>]*\bsrc=[^>]*>/g) ?? [];
  return tags.map((tag) => {
    const address = tag.match(/\b(?:href|src)=["']?([^"'\s>]+)/)[1];
    return "/" + new URL(address, "http://x").pathname.slice(site.base.length);
  });
}

function kb(bytes) {
  return (bytes / 1024).toFixed(1) + " KB";
}
