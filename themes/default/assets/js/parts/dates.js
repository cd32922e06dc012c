// Marks what is on now and what is over by the reader's clock. The page itself
// says of which day it is true, so it is right without this.
document.addEventListener("DOMContentLoaded", () => {
  const now = Date.now();
  document.querySelectorAll("[data-past] [data-end]").forEach((item) => {
    const list = item.closest("[data-past]").dataset;
    const state = now >= Date.parse(item.dataset.end) ? "past" : now >= Date.parse(item.dataset.start) ? "now" : "";
    if (!state || item.matches(".cancelled, .postponed, .tentative")) return;
    item.classList.add(state);
    if (state === "now" && item.closest(".running + ul")) return; // its heading says so
    const flag = document.createElement("span");
    flag.className = "flag " + state;
    flag.textContent = list[state];
    (item.querySelector(".day time") || item).append(flag);
  });
});
