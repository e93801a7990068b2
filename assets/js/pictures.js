/* On a site that shows words first: puts a picture in the place of the link to its file when that is pressed, and all of
   them at once for readers who have said that they always want them. */
const KEY = "pictures";
const choice = document.querySelector("[data-pictures]");
const box = choice.querySelector("input");

function remembered() {
  try {
    return localStorage.getItem(KEY) === "shown";
  } catch {
    return false; // a browser that keeps nothing
  }
}

function remember(always) {
  try {
    if (always) localStorage.setItem(KEY, "shown");
    else localStorage.removeItem(KEY);
  } catch {
    // the same
  }
}

function show(link) {
  const template = link.nextElementSibling;
  const picture = template.content.firstElementChild.cloneNode(true);
  template.remove();
  link.replaceWith(picture);
  return picture;
}

function showAll() {
  for (const link of document.querySelectorAll(".picture__show")) show(link);
}

document.addEventListener("click", (event) => {
  const link = event.target.closest(".picture__show");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const figure = link.parentElement;
  show(link);
  figure.tabIndex = -1;
  figure.focus();
});
box.checked = remembered();
if (box.checked) showAll();
choice.classList.remove("awaits-script");
box.addEventListener("change", () => {
  remember(box.checked);
  if (box.checked) showAll();
});
