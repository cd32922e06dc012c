// Runs every check over the built site: one line per page checked and one per
// failure; exit status 1 if anything failed.
//
//   node tools/audit/audit.mjs [--site public] [--only html,nu,links,jsonld,budget,axe,lighthouse]
import { parseArgs } from "node:util";
import { readSite } from "./site.mjs";
import { Report } from "./report.mjs";

const checks = ["html", "nu", "links", "jsonld", "budget", "axe", "lighthouse"];

const { values } = parseArgs({
  options: {
    site: { type: "string", default: "public" },
    only: { type: "string", default: checks.join(",") },
  },
});
const only = values.only.split(",");
for (const name of only) {
  if (!checks.includes(name)) throw new Error(`no such check: ${name} (there are ${checks})`);
}
if (!process.env.KEPU_CHROMIUM) throw new Error("KEPU_CHROMIUM must name a browser: run `make audit`");

const site = await readSite(values.site);
const report = new Report();
for (const name of checks.filter((name) => only.includes(name))) {
  const { check } = await import(`./${name}.mjs`);
  report.start(name);
  await check(site, report);
}
process.exitCode = report.end();
