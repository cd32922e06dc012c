// Every JSON-LD document of the site keeps to schema.org's types as schema-dts
// has them: each becomes a constant of a TypeScript file, and the compiler tells
// which property does not exist or has a value of the wrong type.
//
// Documents that differ in their texts only are one to the compiler: of those
// with the same shape one is looked at.
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const modules = join(dirname(fileURLToPath(import.meta.url)), "node_modules");

// How many documents go into one file: the compiler works on files side by side.
const perFile = 100;

export async function check(site, report) {
  const shapes = new Map(); // of those seen, where each was seen first
  const failures = new Map(); // by path; every path has been looked at
  for await (const { path, text } of documents(site)) {
    if (!failures.has(path)) failures.set(path, []);
    const at = (rule, message) => failures.get(path).push({ rule, message });
    let data;
    try {
      data = JSON.parse(text);
    } catch (err) {
      at("json", err.message);
      continue;
    }
    if (data["@context"] !== "https://schema.org") at("context", `@context is ${data["@context"]}`);
    for (const thing of data["@graph"] ?? [data]) {
      if (!thing["@type"]) at("type", "a thing has no @type");
      else if (!shapes.has(shape(thing))) shapes.set(shape(thing), { path, thing });
    }
  }
  const list = [...shapes.values()];
  for (const { path, message } of await compile(list)) failures.get(path).push({ rule: "schema-dts", message });
  for (const [path, found] of failures) report.page(path, found);
  report.page("schema.org", list.length ? [] : [{ rule: "none", message: "the site has no JSON-LD" }], `${list.length} shapes`);
}

// documents gives the text of each: of pages, and files of their own.
async function* documents(site) {
  for (const page of site.pages) {
    for (const [, text] of page.html.matchAll(/<script\b[^>]*\btype="?application\/ld\+json"?[^>]*>([^]*?)<\/script>/g)) {
      yield { path: page.path, text };
    }
  }
  for (const path of [...site.files].filter((path) => path.endsWith(".jsonld")).sort()) {
    yield { path, text: await readFile(join(site.root, path), "utf8") };
  }
}

// shape is what the types of a value depend on: properties, kinds of values, and
// texts that stand for a type or a word of schema.org.
function shape(value) {
  if (Array.isArray(value)) return "[" + [...new Set(value.map(shape))].join() + "]";
  if (value !== null && typeof value === "object") {
    return "{" + Object.keys(value).map((key) => key + (key === "@type" ? "=" + value[key] : ":" + shape(value[key]))).join() + "}";
  }
  return typeof value === "string" && value.startsWith("https://schema.org/") ? value : typeof value;
}

// compile gives { path, message } of each mistake.
async function compile(list) {
  const dir = await mkdtemp(join(tmpdir(), "kepu-jsonld-"));
  try {
    await symlink(modules, join(dir, "node_modules"));
    const files = [];
    for (let i = 0; i < list.length; i += perFile) {
      const name = `shapes${files.length}.ts`;
      files.push(name);
      await writeFile(join(dir, name), source(list.slice(i, i + perFile)));
    }
    const options = ["--noEmit", "--strict", "--skipLibCheck", "--pretty", "false", "--module", "nodenext", "--types", ""];
    const { status, out } = await run(join(modules, ".bin", "tsc"), [...options, ...files], dir);
    const found = [];
    for (const [, file, line, message] of out.matchAll(/^shapes(\d+)\.ts\((\d+),\d+\): error (TS.*)$/gm)) {
      // One line of imports, then one for each document.
      const { path, thing } = list[file * perFile + (line - 2)] ?? list[file * perFile];
      found.push({ path, message: `${thing["@type"]} ${thing.url ?? thing.name ?? ""}: ${message}` });
    }
    if (status !== 0 && found.length === 0) throw new Error(`tsc: ${out}`);
    return found;
  } finally {
    await rm(dir, { recursive: true });
  }
}

// source declares each document as what its @type says that it is.
function source(list) {
  const types = [...new Set(list.map(({ thing }) => thing["@type"]))];
  const lines = list.map(({ thing }, i) => `const x${i}: ${alias(thing["@type"])} = ${JSON.stringify({ "@type": thing["@type"], ...without(thing) })};`);
  return `import type { ${types.map((type) => `${type} as ${alias(type)}`).join(", ")} } from "schema-dts";\n${lines.join("\n")}\nexport {};\n`;
}

// The context has been looked at; WithContext adds nothing else.
function without({ "@context": _, ...thing }) {
  return thing;
}

// Some of schema.org's types are called as something of JavaScript's is.
const alias = (type) => `S${type}`;

function run(command, args, cwd) {
  return new Promise((resolve, reject) => {
    execFile(command, args, { cwd, maxBuffer: 64 << 20 }, (err, stdout, stderr) => {
      if (err && typeof err.code !== "number") reject(err);
      else resolve({ status: err?.code ?? 0, out: stdout + stderr });
    });
  });
}
