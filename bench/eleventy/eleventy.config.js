// The Eleventy side of `make bench`: the same articles, lists of 20, feed,
// highlighting and related entries as kepu's default site. Templates are
// JavaScript, the fastest that Eleventy has. bench/run lays the articles
// beside this folder's files, in a folder of its own.
import syntaxHighlight from "@11ty/eleventy-plugin-syntaxhighlight";
import anchor from "markdown-it-anchor";

import { arrange, paged, terms } from "./lib/lists.js";
import { outline } from "./lib/text.js";

export default function (config) {
  config.setQuietMode(true);
  config.addPlugin(syntaxHighlight);
  config.amendLibrary("md", (md) => md.set({ linkify: true }).use(anchor, { slugify: (text) => text }).use(outline));
  config.addPassthroughCopy("main.css");
  config.addGlobalData("layout", "article.11ty.js");

  // Newest first, as all lists are; Eleventy's own order is oldest first.
  const newest = (api) => api.getFilteredByGlob("articles/**/*.md").reverse();
  config.addCollection("articles", (api) => arrange(newest(api)));
  config.addCollection("topics", (api) => terms(newest(api), "topics"));
  config.addCollection("audiences", (api) => terms(newest(api), "audiences"));
  config.addCollection("lists", (api) => {
    const articles = newest(api);
    const all = { title: "文章", url: "/articles/", entries: articles };
    return [all, ...terms(articles, "topics"), ...terms(articles, "audiences")].flatMap(paged);
  });

  return {
    dir: { input: ".", includes: "layouts", output: "public" },
    markdownTemplateEngine: false,
    templateFormats: ["md", "11ty.js"],
  };
}
