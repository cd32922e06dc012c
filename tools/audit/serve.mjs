// Serves the site on loopback as a good host would: compressed, cached where
// the name holds a hash, with the page's policy as a header.
import { createServer } from "node:http";
import { readFile, stat } from "node:fs/promises";
import { extname, join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const types = {
  ".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8", ".json": "application/json",
  ".svg": "image/svg+xml", ".xml": "application/xml", ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json", ".ics": "text/calendar; charset=utf-8",
  ".png": "image/png", ".jpg": "image/jpeg", ".webp": "image/webp", ".avif": "image/avif",
  ".ico": "image/x-icon", ".woff2": "font/woff2",
};

export async function serve(site) {
  const server = createServer(async (request, response) => {
    const { status, path, data } = await load(site, request.url);
    const headers = { "content-type": types[extname(path)] ?? "application/octet-stream" };
    if (/-[0-9a-f]{8}\./.test(path)) headers["cache-control"] = "public, max-age=31536000, immutable";
    const policy = data.subarray(0, 8192).toString().match(/<meta http-equiv="Content-Security-Policy" content="([^"]*)"/i);
    if (policy) headers["content-security-policy"] = policy[1].replace(/&#39;/g, "'").replace(/&amp;/g, "&");
    response.writeHead(status, { ...headers, "content-encoding": "br" });
    response.end(brotliCompressSync(data, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }));
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const origin = `http://127.0.0.1:${server.address().port}`;
  return { address: (url) => origin + site.base.replace(/\/$/, "") + url, close: () => server.close() };
}

async function load(site, url) {
  let path = decodeURIComponent(new URL(url, "http://x").pathname);
  if (path.startsWith(site.base)) path = "/" + path.slice(site.base.length);
  if (path.endsWith("/")) path += "index.html";
  try {
    const file = join(site.root, path);
    if (!site.files.has(path) || !(await stat(file)).isFile()) throw new Error("not a file");
    return { status: 200, path, data: await readFile(file) };
  } catch {
    const data = await readFile(join(site.root, "404.html")).catch(() => Buffer.from("not found"));
    return { status: 404, path: "/404.html", data };
  }
}

// sizes gives the bytes of data as sent by hosts with gzip and with brotli.
export function sizes(data) {
  return {
    gzip: gzipSync(data, { level: 9 }).length,
    brotli: brotliCompressSync(data).length,
  };
}
