// What a query asks for: things to be found together, each under one name or another.

import {bare, stem, wordsIn} from "./search-words.js";

const OFFICE = /[부처청위실원]$/;
const LONGEST = 6; // words of a name

// Returns for each thing the names it may stand under, as lists of words; the first one is what was typed.
export function asked(query, names) {
  const words = wordsIn(query);
  const known = new Map(names.terms.concat(names.agencies).flatMap((group) => group.map((name) => [key(wordsIn(name)), group])));
  const found = [];
  for (let start = 0; start < words.length;) {
    const [length, group] = longest(words.slice(start, start + LONGEST), known);
    const typed = words.slice(start, start + length);
    const others = group ? group.map(wordsIn) : shortened(typed[0], names.agencies);
    const distinct = new Map([typed, ...others].map((name) => [key(name), name]));
    found.push([...distinct.values()].filter((name) => name.length));
    start += length;
  }
  return found;
}

// How words are compared with names: however they are spaced, whatever stands behind, one or many.
function key(words) {
  return words.map(stem).join("");
}

function longest(words, known) {
  for (let length = words.length; length > 0; length--) {
    const [last, ...before] = words.slice(0, length).reverse();
    const group = known.get(key([...before.reverse(), last])) ?? known.get(key([...before, bare(last)]));
    if (group) {
      return [length, group];
    }
  }
  return [1, null];
}

// 기재부 stands for 기획재정부: it begins like it, and its syllables are there in this order.
function shortened(word, agencies) {
  if (word.length < 3 || !OFFICE.test(word)) {
    return [];
  }
  const form = new RegExp(`^${[...word].join(".*")}`);
  return agencies.flat().filter((name) => form.test(name)).map(wordsIn);
}
