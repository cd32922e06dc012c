// axe-core with the rules of WCAG 2.2 A and AA over one page of every
// template, on a phone: light, dark, and in elder mode (light and dark).
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";
import { onePerTemplate } from "./site.mjs";
import { serve } from "./serve.mjs";
import { browserFlags } from "./browser.mjs";

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

const modes = [
  { name: "light", colorScheme: "light" },
  { name: "dark", colorScheme: "dark" },
  { name: "elder", colorScheme: "light", elder: true },
  { name: "elder-dark", colorScheme: "dark", elder: true },
];

export async function check(site, report) {
  const source = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  const server = await serve(site);
  const browser = await chromium.launch({ executablePath: process.env.KEPU_CHROMIUM, args: browserFlags });
  try {
    for (const mode of modes) {
      const context = await browser.newContext({
        viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true,
        colorScheme: mode.colorScheme, reducedMotion: "reduce", locale: "zh-CN",
      });
      for (const template of onePerTemplate(site)) {
        const page = await context.newPage();
        await page.goto(server.address(template.url));
        if (mode.elder) await page.evaluate(() => (document.documentElement.dataset.size = "elder"));
        await page.evaluate(source);
        const results = await page.evaluate((values) => window.axe.run({ runOnly: { type: "tag", values } }), tags);
        report.page(`${template.path} (${template.template}, ${mode.name})`, results.violations.flatMap(failures));
        await page.close();
      }
      await context.close();
    }
  } finally {
    await browser.close();
    server.close();
  }
}

function failures(violation) {
  return violation.nodes.map((node) => ({
    rule: violation.id,
    message: `${node.target.join(" ")}: ${node.failureSummary}`,
  }));
}
