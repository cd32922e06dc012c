// Shows the experts who answer the reader's choices. Somebody who stands under
// two topics counts once.
const box = document.querySelector(".choices");
const cards = [...document.querySelectorAll("[data-keys]")];

// answers tells whether keys hold a choice such as "city:changchun": "city:*"
// holds them all.
export function answers(keys, choice) {
  const own = keys.split(" ");
  return own.includes(choice) || own.includes(choice.split(":")[0] + ":*");
}

function choose() {
  const choices = [...box.querySelectorAll("select")].map((select) => select.value).filter(Boolean);
  const people = new Set();
  cards.forEach((card) => {
    card.hidden = !choices.every((choice) => answers(card.dataset.keys, choice));
    if (!card.hidden) people.add(card.querySelector("h3 a").href);
  });
  document.querySelectorAll(".speakers section").forEach((section) => {
    section.hidden = !section.querySelector("[data-keys]:not([hidden])");
  });
  box.querySelector("[role]").textContent = box.dataset.found.replace("{n}", people.size);
}

if (box) {
  box.onchange = choose;
  choose();
}
