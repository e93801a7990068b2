/* Says how many actions are chosen, and adds up what may be added up: numbers that the page gives one way of counting.
   A sum of estimates is an estimate, so two digits of it are enough. */

const language = document.documentElement.lang;
const rough = new Intl.NumberFormat(language, { maximumSignificantDigits: 2 });

/* Write how many there are, in the words of the element for one, for more, or for none. */
export function say(element, number, amount = "") {
  const { none = "", one = "", many = "" } = element.dataset;
  const words = number === 1 ? one : number ? many : none;
  element.textContent = words.replace("{count}", number.toLocaleString(language)).replace("{amount}", amount);
  element.hidden = !words;
}

export function sum(root, chosen) {
  const one = (name) => root.querySelector(`[data-${name}]`);
  say(one("chosen"), chosen.length);
  let added = 0;
  for (const place of root.querySelectorAll("[data-sum]")) {
    const parts = chosen.filter(({ dataset }) => dataset.way === place.dataset.sum);
    const total = parts.reduce((before, { dataset }) => before + Number(dataset.value), 0);
    say(place, parts.length, rough.format(Number(total.toFixed(6))));
    added += parts.length;
  }
  say(one("apart"), chosen.length - added);
}
