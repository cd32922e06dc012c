// The reader's choices: large text in two steps, and day or night. They stay
// on the reader's device.
const root = document.documentElement;
const keep = (key, value) => {
  try {
    if (value === undefined) return localStorage.getItem(key);
    if (value) localStorage.setItem(key, value);
    else localStorage.removeItem(key);
  } catch (e) { /* private mode: the choice lasts as long as the page */ }
};

let step = +keep("kepu-size") || 0;
let theme = keep("kepu-theme");
const system = () => (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");

function apply() {
  root.classList.add("js");
  if (step) {
    root.dataset.size = "elder";
    root.dataset.step = step;
  } else {
    delete root.dataset.size;
  }
  if (theme) root.dataset.theme = theme;
  else delete root.dataset.theme;
}
apply();

document.addEventListener("DOMContentLoaded", () => {
  const size = document.getElementById("size");
  const colour = document.getElementById("theme");
  if (!size || !colour) return;
  // A button says what it does next.
  const label = () => {
    size.textContent = size.getAttribute("data-" + step);
    colour.textContent = colour.getAttribute((theme || system()) === "dark" ? "data-light" : "data-dark");
  };
  size.onclick = () => {
    step = (step + 1) % 3;
    keep("kepu-size", step ? String(step) : "");
    apply();
    label();
  };
  colour.onclick = () => {
    const next = (theme || system()) === "dark" ? "light" : "dark";
    // Back to what the device says: follow it again.
    theme = next === system() ? "" : next;
    keep("kepu-theme", theme);
    apply();
    label();
  };
  label();
});
