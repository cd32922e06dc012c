// Shows the buttons that copy an address, where the browser lets a page copy.
document.addEventListener("DOMContentLoaded", () => {
  if (!navigator.clipboard) return;
  document.querySelectorAll("[data-copied]").forEach((button) => {
    const address = button.previousElementSibling;
    const said = button.nextElementSibling;
    button.hidden = false;
    button.onclick = () => navigator.clipboard.writeText(address.textContent).then(
      () => { said.textContent = button.dataset.copied; },
      () => getSelection().selectAllChildren(address), // not allowed: the reader copies
    );
  });
});
