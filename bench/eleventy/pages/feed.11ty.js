import { escape } from "../lib/text.js";

const origin = "https://bench.example.org";

// By hand: the RSS plugin brings one that reads every page of the site again.
export const data = { layout: false, permalink: "/atom.xml", eleventyImport: { collections: ["articles"] } };

export function render({ collections }) {
  const entries = collections.articles.slice(0, 20);
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">
<title>科普基准</title>
<link href="${origin}/atom.xml" rel="self"/>
<link href="${origin}/"/>
<updated>${entries[0].date.toISOString()}</updated>
<id>${origin}/</id>
<author><name>科普基准</name></author>
${entries.map(entry).join("\n")}
</feed>
`;
}

const entry = ({ url, date, data }) => `<entry>
<title>${escape(data.title)}</title>
<link href="${origin}${url}"/>
<id>${origin}${url}</id>
<updated>${date.toISOString()}</updated>
<summary>${escape(data.summary)}</summary>
</entry>`;
