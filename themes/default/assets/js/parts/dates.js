// Marks by the reader's clock what is on now and what is over, registrations
// that are closing or closed, and today's date in Jilin. The page itself says of
// which time it is true, so it is right without this. The words stand on <main>.
const wait = 3 * 24 * 3600e3; // before a registration closes

function mark() {
  const words = document.getElementById("main").dataset;
  const now = Date.now();
  const each = (selector, mark) => document.querySelectorAll(selector).forEach(mark);
  const flag = (item, state, place) => {
    if (!state || item.closest(".cancelled, .postponed, .tentative, .past")) return;
    item.classList.add(state);
    if (state === "now" && item.closest(".running + ul")) return; // its heading says so
    const word = document.createElement("span");
    word.className = "flag " + state;
    word.textContent = words[state];
    (item.querySelector(place) || item).append(" ", word);
  };
  each("[data-end]", (item) => {
    const at = item.dataset;
    flag(item, now >= Date.parse(at.end) ? "past" : now >= Date.parse(at.start) ? "now" : "", ".day time, .title");
  });
  each("[data-close]", (item) => {
    const left = Date.parse(item.dataset.close) - now;
    flag(item, left <= 0 ? "closed" : left < wait ? "soon" : "");
  });
  const today = new Date(now + 8 * 3600e3).toISOString().slice(0, 10);
  each(`[data-day="${today}"]`, (day) => day.setAttribute("aria-current", "date"));
}

document.addEventListener("DOMContentLoaded", () => {
  try {
    mark();
  } finally { // lists wait for their marks, which would move what is drawn
    document.documentElement.classList.add("marked");
  }
});
