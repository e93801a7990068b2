/* The rows that filters choose from: those of the page, or where the list has more pages, those of its file. */

import { filter, find, names, optionOf } from "./choices-options.js";

/* Return every row as its element, and which options of each filter leave it. */
export async function rowsOf(list, [results]) {
  if (results) return (await (await fetch(filter.dataset.rows)).json()).map((row) => made(row, results));
  return find("[data-marks]", list).map((element) => {
    const marks = new URLSearchParams(element.dataset.marks.replaceAll(" ", "&"));
    return { element, keys: names.map((name) => marks.getAll(name)) };
  });
}

function made([href, title, lang, ...ids], results) {
  const keys = ids.map((each) => each.split(" ").filter(Boolean));
  const element = find("[data-row]", filter)[0].content.firstElementChild.cloneNode(true);
  Object.assign(element.querySelector("a"), { href, lang, textContent: title });
  for (const option of keys.flatMap((each, place) => each.map((id) => optionOf(place, id)))) {
    const [mark] = find(".status", option.link), told = document.createElement("li");
    if (mark) element.querySelector("p").append(mark.cloneNode(true));
    else element.querySelector("ul").append(Object.assign(told, { textContent: option.name, lang: option.link.lang }));
  }
  results.append(element);
  return { element, keys };
}
