import { base } from "../layouts/base.js";
import { cards, termList } from "../layouts/parts.js";

export const data = { layout: false, permalink: "/", eleventyImport: { collections: ["articles", "topics"] } };

export function render({ collections }) {
  return base({
    url: "/",
    section: "home",
    main: `<h1>科普基准</h1>${cards(collections.articles.slice(0, 7))}<h2>主题</h2>${termList(collections.topics)}`,
  });
}
