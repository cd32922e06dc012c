// Every JSON-LD document of the site keeps to schema.org's types as schema-dts
// has them: each thing in it becomes a constant of a TypeScript file, and the
// compiler tells which property does not exist or has a value of the wrong type.
//
// A thing within another is a constant of its own, and things that differ in
// their texts only are one to the compiler: of those with the same shape one is
// looked at.
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const modules = join(dirname(fileURLToPath(import.meta.url)), "node_modules");

export async function check(site, report) {
  const constants = new Constants();
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
      constants.add(thing, path);
    }
  }
  for (const { path, message } of await compile(constants)) failures.get(path).push({ rule: "schema-dts", message });
  for (const [path, found] of failures) report.page(path, found);
  const n = constants.list.length;
  report.page("schema.org", n ? [] : [{ rule: "none", message: "the site has no JSON-LD" }], `${n} shapes`);
}

// Constants are the things of all documents, one of each shape; what a thing
// holds comes before it.
class Constants {
  list = []; // { path, thing, text }: where it was seen first, and its declaration
  #names = new Map(); // by shape

  // add gives the name of the constant that stands for a thing.
  add(thing, path) {
    const { "@context": _, ...own } = thing;
    const fields = Object.entries(own).map(([key, value]) => {
      const { text, shape } = this.#value(value, path);
      return { text: `${JSON.stringify(key)}: ${text}`, shape: `${key}=${key === "@type" ? value : shape}` };
    });
    const shape = fields.map((field) => field.shape).join();
    if (!this.#names.has(shape)) {
      const name = `x${this.list.length}`;
      const text = fields.map((field) => field.text).join(", ");
      this.list.push({ path, thing, text: `const ${name}: ${typeName(thing)} = { ${text} };` });
      this.#names.set(shape, name);
    }
    return this.#names.get(shape);
  }

  // #value is how a value is written, and what its type depends on: a text that
  // is a word of schema.org counts, others do not.
  #value(value, path) {
    if (Array.isArray(value)) {
      const items = value.map((item) => this.#value(item, path));
      return { text: `[${items.map((item) => item.text).join(", ")}]`, shape: `[${[...new Set(items.map((item) => item.shape))].join()}]` };
    }
    if (value !== null && typeof value === "object") {
      return { text: this.add(value, path), shape: typeName(value) };
    }
    const word = typeof value === "string" && value.startsWith("https://schema.org/");
    return { text: JSON.stringify(value), shape: word ? value : typeof value };
  }

  source() {
    const names = [...new Set(this.list.map(({ thing }) => thing["@type"]))];
    const imports = names.map((name) => `${name} as ${typeName({ "@type": name })}`).join(", ");
    return [`import type { ${imports} } from "schema-dts";`, ...this.list.map(({ text }) => text), "export {};", ""].join("\n");
  }
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

// compile gives { path, message } of each mistake.
async function compile(constants) {
  const dir = await mkdtemp(join(tmpdir(), "kepu-jsonld-"));
  try {
    await symlink(modules, join(dir, "node_modules"));
    await writeFile(join(dir, "site.ts"), constants.source());
    const options = ["--noEmit", "--strict", "--skipLibCheck", "--pretty", "false", "--module", "nodenext"];
    const { status, out } = await run(join(modules, ".bin", "tsc"), [...options, "site.ts"], dir);
    const found = [];
    for (const [, line, message] of out.matchAll(/^site\.ts\((\d+),\d+\): error (TS.*)$/gm)) {
      // One line of imports, which tells of unknown types, then one for each constant.
      const { path, thing } = constants.list[line - 2] ?? constants.list.find(({ thing }) => message.includes(`'${thing["@type"]}'`));
      found.push({ path, message: `${thing["@type"]} ${thing.url ?? thing.name ?? ""}: ${message}` });
    }
    if (status !== 0 && found.length === 0) throw new Error(`tsc: ${out}`);
    return found;
  } finally {
    await rm(dir, { recursive: true });
  }
}

// Some of schema.org's types are called as something of TypeScript's is.
const typeName = (thing) => `S${thing["@type"]}`;

function run(command, args, cwd) {
  return new Promise((resolve, reject) => {
    execFile(command, args, { cwd, maxBuffer: 64 << 20 }, (err, stdout, stderr) => {
      if (err && typeof err.code !== "number") reject(err);
      else resolve({ status: err?.code ?? 0, out: stdout + stderr });
    });
  });
}
