/* Keeps a pledge in this browser, where it may, and shows what is chosen. What stands behind # in an address is sent to
   nobody: ids with commas between them show somebody's pledge, and one after page.add- adds that action to mine. */

import { say, sum } from "./pledge-sum.js";

const root = document.querySelector("[data-pledge]");
const all = (name) => [...root.querySelectorAll(`[data-${name}]`)];
const [offer, news, share, address] = ["offer", "news", "handing", "address"].map((name) => all(name)[0]);
const boxes = all("choice");
const known = (ids) => boxes.map((box) => box.value).filter((id) => ids.includes(id));
const KEY = root.dataset.pledge;
const ADDING = "page.add-";
const IDS = /^[a-z0-9-]+(,[a-z0-9-]+)*$/;
let mine = [];
let theirs = [];

/* Return what is kept; nothing where this browser keeps nothing. */
function kept() {
  try {
    return known((localStorage.getItem(KEY) ?? "").split(","));
  } catch {
    return [];
  }
}

function keep(ids) {
  mine = known(ids);
  try {
    if (mine.length) localStorage.setItem(KEY, mine.join(","));
    else localStorage.removeItem(KEY);
  } catch {
    all("refused")[0].hidden = false;
  }
}

function show() {
  const chosen = theirs.length ? theirs : mine;
  for (const box of boxes) {
    box.checked = chosen.includes(box.value);
    box.disabled = theirs.length > 0;
  }
  sum(root, boxes.filter((box) => box.checked));
  for (const date of all("of")) date.hidden = !date.dataset.of.split(" ").some((id) => chosen.includes(id));
  for (const dates of all("dates")) dates.hidden = !dates.querySelector("[data-of]:not([hidden])");
  offer.hidden = !theirs.length;
  share.hidden = theirs.length > 0 || !mine.length;
  const here = new URL(location.href);
  here.hash = mine.join(",");
  address.value = here.href;
}

/* Go on from what the address asks for, and take it out of the address: it is not to be asked for again. */
function settle(ids, words) {
  theirs = [];
  keep(ids);
  history.replaceState(null, "", location.pathname + location.search);
  news.textContent = words;
  show();
}

function arrive() {
  const asked = location.hash.slice(1);
  const added = asked.startsWith(ADDING) && known([asked.slice(ADDING.length)]);
  if (added?.length) {
    settle([...mine, ...added], news.dataset.added);
    boxes.find((box) => box.value === added[0]).focus();
    return;
  }
  const ids = IDS.test(asked) && !document.getElementById(asked) ? [...new Set(asked.split(","))] : [];
  theirs = known(ids);
  news.textContent = ids.length > theirs.length ? news.dataset.unknown : "";
  show();
  if (theirs.length) {
    say(all("offered")[0], theirs.length);
    all("offered")[0].focus();
  }
}

const does = {
  adopt: () => settle([...mine, ...theirs], news.dataset.adopted),
  leave: () => settle(mine, ""),
  clear: () => settle([], news.dataset.cleared),
  print: () => print(),
  async copy() {
    address.select();
    try {
      await navigator.clipboard.writeText(address.value);
      news.textContent = news.dataset.copied;
    } catch {
      news.textContent = news.dataset.selected;
    }
  },
};

root.addEventListener("change", () => {
  keep(boxes.filter((box) => box.checked).map((box) => box.value));
  news.textContent = "";
  show();
});
root.addEventListener("click", ({ target }) => does[target.dataset.does]?.());
addEventListener("hashchange", arrive);

for (const tools of all("tools")) tools.classList.remove("awaits-script");
mine = kept();
arrive();
