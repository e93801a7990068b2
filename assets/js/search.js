// The search page: what is asked for stands in its address, and what is found on it is told.

import {Index} from "./search-index.js";
import {rank} from "./search-ranking.js";
import {grouped, marking, section} from "./search-view.js";
import {wordsIn} from "./search-words.js";

const AT_ONCE = 10;
const form = document.querySelector("[data-search]");
const {root, index: folder, ...says} = form.dataset;
const index = new Index(new URL(folder, location.href));
const status = document.querySelector("[data-search-status]");
const results = document.querySelector("[data-search-results]");
const more = document.querySelector("[data-search-more]");
const named = new Map([...document.querySelectorAll("[data-kind]")].map((kind) => [kind.dataset.kind, kind.textContent]));
const sayMore = more.textContent;
const title = document.title;
let turn = 0;

function say(words, values = {}) {
  status.textContent = words.replace(/{(\w+)}/g, (_, name) => values[name].toLocaleString(document.documentElement.lang));
}

async function search() {
  const query = (new URLSearchParams(location.search).get("q") ?? "").trim();
  const mine = ++turn;
  form.elements.q.value = query;
  document.title = query ? `${query} | ${title}` : title;
  results.replaceChildren();
  more.hidden = true;
  say(query ? says.waiting : "");
  try {
    const ranked = query ? await rank(query, index) : null;
    if (ranked && mine === turn) {
      await show(query, ranked, AT_ONCE, mine);
    }
  } catch {
    if (mine === turn) {
      say(says.failed);
    }
  }
}

async function show(query, {found, isWhole, names}, count, mine) {
  const {kinds, width} = await index.names();
  const told = await Promise.all(found.slice(0, count).map(async (number) => [number, await index.told(number)]));
  if (mine !== turn) {
    return;
  }
  const same = wordsIn(query).join("");
  const shown = told.filter(([, thing]) => thing).sort(([, one], [, other]) => isCalled(other, same) - isCalled(one, same));
  const groups = grouped(shown, (number) => kinds[number >> width][0]);
  const pattern = marking(names);
  const base = new URL(root, location.href);
  results.replaceChildren(...[...groups].map(([kind, things]) => section(named.get(kind), things, pattern, base)));
  say(found.length ? (isWhole ? says.found : says.some) : says.none, {query, count: found.length});
  const left = Math.min(found.length - count, AT_ONCE);
  more.hidden = left <= 0;
  more.textContent = sayMore.replace("{count}", left);
  more.onclick = () => show(query, {found, isWhole, names}, count + AT_ONCE, mine).catch(() => mine === turn && say(says.failed));
}

function isCalled([, title], same) {
  return wordsIn(title).join("") === same;
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  history.pushState(null, "", `?${new URLSearchParams({q: form.elements.q.value.trim()})}`);
  search();
});
addEventListener("popstate", search);
form.classList.remove("awaits-script");
search();
