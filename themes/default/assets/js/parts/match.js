// How what a reader types is compared with names and their pinyin.

// plain takes the tones, the accents and the capitals from a text.
export const plain = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();

// ranker tells of the words of a plain text how well they answer a query: 2
// where one begins as it does, 1 where all it asks for is there, else 0.
export function ranker(query) {
  const words = plain(query).split(/[\s·]+/).filter(Boolean);
  return (keys) => words.every((word) => keys.includes(word)) && 1 + (" " + keys).includes(" " + words[0]);
}

// loose tells whether the letters of a query stand in a name in their order: so
// 省科协 finds 吉林省科学技术协会.
export const loose = (query) => (name) => [...query].reduce((at, letter) => at && (" " + name).indexOf(letter, at) + 1, 1);

// answer says how many were found, and has Escape clear the box.
export function answer(box, query, hits) {
  const input = box.querySelector("input");
  box.querySelector("[role]").textContent = query && box.dataset.found.replace("{n}", hits);
  input.onkeydown = (event) => {
    if (event.key === "Escape") {
      input.value = "";
      input.oninput();
    }
  };
}
