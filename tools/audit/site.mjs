// Reads the built site: its files, its pages, and which template drew each.
import { readdir, readFile } from "node:fs/promises";
import { join, relative, resolve, sep } from "node:path";

// readSite gives { dir, base, files, pages }. files maps a root-relative
// address ("/a/index.html") to nothing but its presence; a page has url ("/a/"),
// file, html and template.
export async function readSite(dir) {
  const root = resolve(dir);
  const files = new Set();
  for (const entry of await readdir(root, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = relative(root, join(entry.parentPath, entry.name)).split(sep).join("/");
    if (!path.startsWith(".")) files.add("/" + path);
  }
  const pages = [];
  for (const path of [...files].sort()) {
    if (!path.endsWith(".html")) continue;
    const html = await readFile(join(root, path), "utf8");
    const url = path.replace(/(^|\/)index\.html$/, "$1");
    pages.push({ url, path, file: join(root, path), html, template: templateOf(html) });
  }
  if (!files.has("/index.html")) throw new Error(`${dir} holds no site: run make first`);
  const home = pages.find((page) => page.url === "/");
  const canonical = attribute(home.html, /<link[^>]*rel="?canonical"?[^>]*>/, "href");
  return {
    root,
    // The base path of a site that lives in a folder of its host.
    base: canonical ? new URL(canonical).pathname : "/",
    origin: canonical ? new URL(canonical).origin : "",
    files,
    pages,
  };
}

// The class of <main> names the template. Redirects for old addresses are
// pages without one.
function templateOf(html) {
  if (/<meta[^>]*http-equiv="?refresh/i.test(html)) return "redirect";
  return attribute(html, /<main\b[^>]*>/, "class")?.replace(/^page-/, "") ?? "unknown";
}

function attribute(html, tag, name) {
  const match = html.match(tag);
  return match?.[0].match(new RegExp(`\\b${name}=["']?([^"'\\s>]*)`))?.[1];
}

// onePerTemplate picks, of each template, the page with the most HTML: it has
// the most parts.
export function onePerTemplate(site) {
  const best = new Map();
  for (const page of site.pages) {
    if (page.template === "redirect") continue;
    const other = best.get(page.template);
    if (!other || page.html.length > other.html.length) best.set(page.template, page);
  }
  return [...best.values()];
}
