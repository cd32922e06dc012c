// The Nu HTML checker (W3C) over every page, stylesheet and SVG; warnings count.
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { join, relative, sep } from "node:path";

const jar = join(import.meta.dirname, "node_modules/vnu-jar/build/dist/vnu.jar");

// Messages that are wrong, each with its reason.
const mistaken = [
  // The files are checked as files, which have no origin: 'self' is nobody.
  // A script block of JSON-LD is data, which no policy blocks. The browser
  // tests see whether a browser blocks anything.
  /^Resource violates Content Security Policy|^Inline script violates Content Security Policy/,
  // Valid properties and values that the checker's CSS part does not know.
  /^CSS: “(vector-effect|paint-order)”: Property “.*” doesn't exist/,
  /^CSS: “mask”: “linear-gradient\(.*\)” is not a “mask” value/,
];

export async function check(site, report) {
  const paths = [...site.files].filter((path) => /\.(html|css|svg)$/.test(path)).sort();
  const failures = new Map(paths.map((path) => [path, []]));
  // In portions: a command line is finite.
  for (let i = 0; i < paths.length; i += 400) {
    for (const message of await run(paths.slice(i, i + 400).map((path) => join(site.root, path)))) {
      if (mistaken.some((pattern) => pattern.test(message.message))) continue;
      // A message without an address is about the run: put it on its first file.
      const path = message.url ? pathOf(site, message.url) : paths[i];
      failures.get(path).push({
        rule: message.subType ?? message.type,
        message: message.message,
        at: message.lastLine && `${message.lastLine}:${message.firstColumn ?? message.lastColumn}`,
      });
    }
  }
  for (const [path, list] of failures) report.page(path, list);
}

function pathOf(site, url) {
  return "/" + relative(site.root, fileURLToPath(url)).split(sep).join("/");
}

// run gives the checker's messages.
function run(files) {
  const options = ["--also-check-css", "--also-check-svg", "--skip-info-messages",
    "--format", "json", "--stdout", "--exit-zero-always"];
  return new Promise((done, fail) => {
    const java = spawn("java", ["-Xss2m", "-jar", jar, ...options, ...files]);
    let out = "";
    let err = "";
    java.stdout.on("data", (data) => (out += data));
    java.stderr.on("data", (data) => (err += data));
    java.on("error", fail);
    java.on("close", () => {
      try {
        done(JSON.parse(out).messages);
      } catch {
        fail(new Error(`the Nu checker said: ${(err + out).slice(0, 2000)}`));
      }
    });
  });
}
