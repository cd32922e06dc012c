// Makes the buttons copy an address, and takes them away where the browser lets
// no page copy.
document.addEventListener("DOMContentLoaded", () => {
  document.querySelectorAll("[data-copied]").forEach((button) => {
    if (!navigator.clipboard) {
      button.hidden = true;
      return;
    }
    const address = button.previousElementSibling;
    const said = button.nextElementSibling;
    button.onclick = () => navigator.clipboard.writeText(address.textContent).then(
      () => { said.textContent = button.dataset.copied; },
      () => getSelection().selectAllChildren(address), // not allowed: the reader copies
    );
  });
});
