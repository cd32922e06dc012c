import { base } from "../layouts/base.js";
import { termList } from "../layouts/parts.js";

const titles = { topics: "主题", audiences: "读者" };

export const data = {
  layout: false,
  taxonomies: Object.keys(titles),
  pagination: { data: "taxonomies", size: 1, alias: "taxonomy" },
  permalink: ({ taxonomy }) => `/${taxonomy}/`,
  eleventyImport: { collections: ["topics", "audiences"] },
};

export function render({ taxonomy, collections, page }) {
  const title = titles[taxonomy];
  return base({ title, url: page.url, section: taxonomy, main: `<h1>${title}</h1>${termList(collections[taxonomy])}` });
}
