// Folds and unfolds the tree of organizations, and finds one in it by name.
import { answer, loose, plain, ranker } from "./match.js";

const box = document.querySelector(".finder");
const trees = [...document.querySelectorAll(".tree")];
const branches = [...document.querySelectorAll(".tree details")];
let before;

const fold = (open) => branches.forEach((branch) => { branch.open = open; });
const keep = () => { before = branches.map((branch) => branch.open); };
const restore = () => branches.forEach((branch, i) => { branch.open = before[i]; });

// walk hides what does not match below a list, opens the branches in which
// something does, and counts. What belongs to a match stays to be unfolded.
function walk(list, match) {
  let hits = 0;
  for (const item of list.children) {
    const branch = item.querySelector(":scope > details");
    let found = match(plain(item.children[0].textContent)) > 0;
    if (branch) {
      const below = walk(branch.lastElementChild, match);
      if (found && !below) walk(branch.lastElementChild, () => 1);
      branch.open = below;
      found += below;
    }
    item.hidden = !found;
    hits += found;
  }
  return hits;
}

function find(match) {
  return trees.reduce((sum, tree) => {
    const hits = walk(tree.lastElementChild, match);
    tree.hidden = !hits;
    return sum + hits;
  }, 0);
}

if (box) {
  const input = box.querySelector("input");
  keep();
  input.oninput = () => {
    const query = plain(input.value.trim());
    const hits = query ? find(ranker(query)) || find(loose(query)) : find(() => 1);
    if (!query) restore();
    answer(box, query, hits);
  };
  box.querySelectorAll("[data-open]").forEach((button) => {
    button.onclick = () => fold(button.dataset.open);
  });
  // On paper nothing can be unfolded.
  onbeforeprint = () => { keep(); fold(true); };
  onafterprint = restore;
}
