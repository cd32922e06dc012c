// html-validate with its recommended rules over every page.
import { HtmlValidate, StaticConfigLoader } from "html-validate";

const config = {
  root: true,
  extends: ["html-validate:recommended"],
};

export async function check(site, report) {
  const validator = new HtmlValidate(new StaticConfigLoader(config));
  for (const page of site.pages) {
    const result = await validator.validateString(page.html, page.file);
    report.page(page.path, result.results.flatMap((file) => file.messages.map((m) => ({
      rule: m.ruleId, message: m.message, at: `${m.line}:${m.column}`,
    }))));
  }
}
