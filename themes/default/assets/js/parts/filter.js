// Finds people by name, pinyin or initials as one types. The index comes when
// the reader turns to the box; without it the page stays as it is.
import { answer, plain, ranker } from "./match.js";

const shown = 30;
const box = document.querySelector("[data-index]");
const input = box && box.querySelector("input");
let index;

// fetched gives people as [name, address, years, keys].
function fetched() {
  index = index || fetch(box.dataset.index).then((file) => file.json());
  return index;
}

function show(people) {
  const query = input.value.trim();
  const rank = ranker(query);
  const hits = [];
  if (query) {
    people.forEach((person) => {
      const r = rank(plain(person[0] + " " + person[3]));
      if (r) hits.push({ r, person });
    });
  }
  const list = document.createElement("ul");
  list.className = "hits";
  hits.sort((a, b) => b.r - a.r).slice(0, shown).forEach((hit) => {
    const link = document.createElement("a");
    const years = document.createElement("small");
    link.href = hit.person[1];
    years.textContent = hit.person[2];
    link.append(hit.person[0], years);
    const item = document.createElement("li");
    item.append(link);
    list.append(item);
  });
  box.querySelectorAll(".hits").forEach((old) => old.remove());
  if (hits.length) box.append(list);
  answer(box, query, hits.length);
  document.documentElement.classList.toggle("finding", !!query);
}

if (box) {
  const fail = () => { index = 0; }; // to be tried again
  input.onfocus = () => fetched().catch(fail);
  input.oninput = () => fetched().then(show, fail);
}
