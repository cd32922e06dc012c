/* global hexo */
'use strict';

// The lists that kepu's default site has, and what is made of them once a
// build.
const pagination = require('hexo-pagination');

const pageSize = 20;
const related = 4;
const window = 12; // how far around an article in a topic's list kepu looks

// terms groups posts by a taxonomy: [{title, path, posts}], biggest first.
function terms(posts, taxonomy) {
  const lists = new Map();
  for (const post of posts) {
    for (const title of post[taxonomy]) {
      if (!lists.has(title)) lists.set(title, { title, path: `${taxonomy}/${title}/`, posts: [] });
      lists.get(title).posts.push(post);
    }
  }
  return [...lists.values()].sort((a, b) => b.posts.length - a.posts.length);
}

// relate finds, as kepu does, the posts with most topics in common among the
// nearest in each topic's list.
function relate(posts, topics) {
  const scores = new Map(posts.map(post => [post, new Map()]));
  for (const list of topics) {
    list.posts.forEach((post, i) => {
      for (const other of list.posts.slice(Math.max(0, i - window), i + window + 1)) {
        if (other !== post) scores.get(post).set(other, (scores.get(post).get(other) || 0) + 1);
      }
    });
  }
  return new Map(posts.map(post => {
    const distance = other => Math.abs(other.date - post.date);
    const best = [...scores.get(post)].sort(([a, m], [b, n]) => n - m || distance(a) - distance(b));
    return [post.path, best.slice(0, related).map(([other]) => other)];
  }));
}

let relatedOf = new Map();
hexo.extend.helper.register('related', post => relatedOf.get(post.path));

hexo.extend.generator.register('lists', locals => {
  const posts = locals.posts.sort('-date').toArray();
  const topics = terms(posts, 'topics');
  const audiences = terms(posts, 'audiences');
  relatedOf = relate(posts, topics);
  const pages = ({ title, path, posts: members }) => pagination(path, members, {
    perPage: pageSize,
    layout: 'list',
    data: { title, count: members.length, type: 'list' }
  });
  return [
    { path: 'index.html', layout: 'home', data: { posts: posts.slice(0, 7), terms: topics, type: 'home' } },
    { path: 'topics/', layout: 'terms', data: { title: '主题', terms: topics } },
    { path: 'audiences/', layout: 'terms', data: { title: '读者', terms: audiences } },
    ...[{ title: '文章', path: 'articles/', posts }, ...topics, ...audiences].flatMap(pages)
  ];
});

// Reading time is on every card: each text is counted once.
const minutes = new Map();
hexo.extend.helper.register('minutes', post => {
  if (!minutes.has(post.path)) {
    minutes.set(post.path, Math.max(1, Math.round((post._content.match(/\p{Script=Han}/gu) || []).length / 500)));
  }
  return minutes.get(post.path);
});

hexo.extend.helper.register('facts', post => JSON.stringify({
  '@context': 'https://schema.org',
  '@type': 'Article',
  headline: post.title,
  datePublished: post.date.format('YYYY-MM-DD'),
  url: post.permalink,
  description: post.summary
}).replaceAll('<', '\\u003c'));
