/* Combines the filters of a list where they stand. Without it, every option leads to a page of its own. */

import { addressOf, chosenNow, filter, find, options } from "./choices-options.js";

const [list] = find("[data-list]"), results = find("[data-results]", filter);
const [found] = find("[role=status]", filter), [chips] = find("[data-chips]", filter);
const words = filter.dataset;
const say = (text, numbers) => text.replace(/{(\w+)}/g, (_, name) => numbers[name].toLocaleString(document.documentElement.lang));
let loading;

function chip(kind, name, to, place = "all") {
  const item = find(`[data-${kind}]`, filter)[0].content.firstElementChild.cloneNode(true), link = item.firstElementChild;
  link.href = to;
  link.dataset.place = place;
  if (name) {
    link.firstElementChild.textContent = name;
    link.setAttribute("aria-label", words.remove.replace("{option}", name));
  }
  return item;
}

function show(rows) {
  const chosen = chosenNow(), current = options.filter(({ place, id }) => chosen[place] === id), any = current.length > 0;
  const fits = (row, but) => chosen.every((id, place) => place === but || !id || row.keys[place].includes(id));
  for (const row of rows) row.element.hidden = !fits(row);
  for (const whole of results) [whole.hidden, list.hidden] = [!any, any];
  for (const section of results.length ? [] : list.children) section.hidden = !find("[data-marks]:not([hidden])", section).length;

  for (const { link, place, id, text, count, share, page } of options) {
    const others = rows.filter((row) => fits(row, place)), here = others.filter((row) => row.keys[place].includes(id)).length;
    const isCurrent = chosen[place] === id, to = addressOf(chosen, place, isCurrent ? "" : id);
    count.textContent = say(text, { count: here, all: others.length });
    share?.setAttribute("x2", `${(100 * here) / (others.length || 1)}%`);
    link.setAttribute("aria-current", isCurrent);
    if (here || isCurrent) link.href = any ? to : page;
    else link.removeAttribute("href");
  }
  chips.replaceChildren(...current.map(({ name, place }) => chip("chip", name, addressOf(chosen, place), place)));
  if (current.length > 1) chips.append(chip("reset", "", addressOf([])));
  chips.hidden = !any;
  const count = rows.filter((row) => fits(row)).length;
  found.textContent = say(any ? (count ? words.found : words.none) : words.all, { count, all: rows.length });
  for (const link of find("nav a[hreflang]")) link.search = location.search;
}

async function update() {
  try {
    const { rowsOf } = await import("./choices-rows.js");
    show(await (loading ??= rowsOf(list, results)));
  } catch {
    loading = undefined;
    found.textContent = words.failed;
  }
}

/* Whoever chooses twice before rows are loaded has chosen both, so what a click leads to is what is chosen by then. */
async function choose(event) {
  const link = event.target.closest("a[href][data-place]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  const { place, option: id } = link.dataset, chosen = chosenNow();
  history.pushState(null, "", place === "all" ? addressOf([]) : addressOf(chosen, +place, chosen[place] === id ? "" : id));
  await update();
  if (!link.isConnected) found.focus();
}

const isWhole = !words.chosen;
for (const { link, place, id } of options) {
  link.dataset.place = place;
  if (!isWhole) link.href = addressOf(chosenNow(), place, id);
}
if (isWhole) {
  filter.addEventListener("click", choose);
  addEventListener("popstate", update);
  if (chosenNow().some(Boolean)) update();
}
