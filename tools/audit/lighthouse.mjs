// Lighthouse as a slow phone on four kinds of page. Three categories must be
// perfect; the fourth depends on how busy this machine is, and must pass.
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";
import { serve } from "./serve.mjs";
import { browserFlags } from "./browser.mjs";

const needed = { accessibility: 100, "best-practices": 100, seo: 100, performance: 90 };
const templates = ["home", "article", "event", "list"];

export async function check(site, report) {
  const server = await serve(site);
  const chrome = await launch({
    chromePath: process.env.KEPU_CHROMIUM,
    chromeFlags: browserFlags,
    ignoreDefaultFlags: false,
  });
  try {
    for (const template of templates) {
      const page = site.pages.find((page) => page.template === template);
      if (!page) {
        report.page(`(${template})`, [{ rule: "no-page", message: `no page of template ${template}` }]);
        continue;
      }
      await audit(server.address(page.url), page, chrome.port, report);
    }
  } finally {
    await chrome.kill();
    server.close();
  }
}

async function audit(address, page, port, report) {
  const { lhr } = await lighthouse(address, { port, output: "json", logLevel: "error" });
  const failures = [];
  const scores = [];
  for (const [id, least] of Object.entries(needed)) {
    const category = lhr.categories[id];
    const score = Math.round((category.score ?? 0) * 100);
    scores.push(`${id} ${score}`);
    if (score < least) failures.push({ rule: id, message: `${score}, not ${least}: ${lost(lhr, category)}` });
  }
  report.page(`${page.path} (${page.template})`, failures, scores.join(", "));
}

// lost names the audits that cost points.
function lost(lhr, category) {
  return category.auditRefs
    .filter((ref) => ref.weight > 0 && (lhr.audits[ref.id].score ?? 1) < 1)
    .map((ref) => `${ref.id} (${lhr.audits[ref.id].displayValue ?? lhr.audits[ref.id].title})`)
    .join("; ");
}
