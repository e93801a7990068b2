/* Combines the filters of a list: what is chosen stands in the address, and what does not fit is hidden. On a page
   that holds only what one option leaves, the links lead to the whole list, with that option chosen there. */

const nav = document.querySelector("[data-filters]");
const links = [...nav.querySelectorAll("[data-filter]")];
const names = [...new Set(links.map((link) => link.dataset.filter))];
const rows = [...document.querySelectorAll("[data-marks]")].map((element) => ({
  element,
  marks: element.dataset.marks.split(" "),
}));
const groups = new Set(rows.map(({ element }) => element.closest("section")));
const status = nav.querySelector("[role=status]");
const isWhole = !nav.dataset.chosen;

const known = (name, option) =>
  links.some(({ dataset }) => dataset.filter === name && dataset.option === option);

/** What is chosen, in the order of the filters; what is no option counts as nothing. */
function chosen() {
  const asked = new URLSearchParams(isWhole ? location.search : nav.dataset.chosen);
  const kept = names.map((name) => [name, asked.get(name) ?? ""]);
  return new Map(kept.filter(([name, option]) => option && known(name, option)));
}

function changed(choice, name, option) {
  const next = new Map(names.map((each) => [each, each === name ? option : choice.get(each)]));
  return new Map([...next].filter(([, value]) => value));
}

const fitting = (choice) =>
  rows.filter(({ marks }) => [...choice].every((each) => marks.includes(each.join("="))));

const address = (choice) => nav.dataset.filters + (choice.size ? `?${new URLSearchParams([...choice])}` : "");

function show() {
  const choice = chosen();
  for (const link of links) {
    const { filter, option } = link.dataset;
    const next = changed(choice, filter, option);
    link.href = address(next);
    if (!isWhole) continue;
    const isCurrent = (choice.get(filter) ?? "") === option;
    const left = fitting(next).length;
    if (isCurrent) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
    link.parentElement.hidden = option && !left && !isCurrent;
    const count = link.querySelector("span");
    if (count) count.textContent = left.toLocaleString(document.documentElement.lang);
  }
  return choice;
}

function apply(isSaid = true) {
  const left = fitting(show());
  const { one, many, none } = nav.dataset;
  rows.forEach((row) => (row.element.hidden = !left.includes(row)));
  groups.forEach((group) => (group.hidden = !group.querySelector("[data-marks]:not([hidden])")));
  const words = [none, one][left.length] ?? many;
  document.querySelectorAll("nav a[hreflang]").forEach((link) => (link.search = location.search));
  if (isSaid) status.textContent = words.replace("{count}", left.length.toLocaleString(document.documentElement.lang));
}

if (isWhole) {
  apply(chosen().size > 0);
  addEventListener("popstate", () => apply());
  nav.addEventListener("click", (event) => {
    const link = event.target.closest("[data-filter]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    if (link.href !== location.href) history.pushState(null, "", link.href);
    apply();
  });
} else {
  show();
}
