// Lists of articles and what is made of them once a build.

const pageSize = 20;
const related = 4;
const window = 12; // how far around an article in a topic's list kepu looks

// terms groups articles by a taxonomy: [{title, url, entries}], biggest first.
export function terms(articles, taxonomy) {
  const lists = new Map();
  for (const article of articles) {
    for (const title of article.data[taxonomy]) {
      if (!lists.has(title)) lists.set(title, { title, url: `/${taxonomy}/${title}/`, entries: [] });
      lists.get(title).entries.push(article);
    }
  }
  return [...lists.values()].sort((a, b) => b.entries.length - a.entries.length);
}

// paged cuts a list into pages.
export function paged(list) {
  const count = Math.ceil(list.entries.length / pageSize);
  const address = (n) => (n === 1 ? list.url : `${list.url}page/${n}/`);
  return Array.from({ length: count }, (_, i) => ({
    ...list,
    total: list.entries.length,
    entries: list.entries.slice(i * pageSize, (i + 1) * pageSize),
    number: i + 1,
    count,
    address,
  }));
}

// What an article's page shows of others, by its address.
const around = new Map();

// of gives {previous, next, related}.
export const of = (url) => around.get(url);

// arrange works out neighbours and, as kepu does, related articles: those with
// most topics in common among the nearest in each topic's list.
export function arrange(articles) {
  around.clear();
  articles.forEach((article, i) => {
    around.set(article.url, { previous: articles[i + 1], next: articles[i - 1], scores: new Map() });
  });
  for (const { entries } of terms(articles, "topics")) {
    entries.forEach((article, i) => {
      const { scores } = around.get(article.url);
      for (const other of entries.slice(Math.max(0, i - window), i + window + 1)) {
        if (other !== article) scores.set(other, (scores.get(other) ?? 0) + 1);
      }
    });
  }
  for (const article of articles) {
    const facts = around.get(article.url);
    const distance = (other) => Math.abs(other.date - article.date);
    facts.related = [...facts.scores]
      .sort(([a, m], [b, n]) => n - m || distance(a) - distance(b))
      .slice(0, related)
      .map(([other]) => other);
    delete facts.scores;
  }
  return articles;
}
