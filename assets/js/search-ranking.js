// Which things a query finds, the best first.

import {asked} from "./search-plan.js";

const FEW = 5; // results with all words, below which those with some of them are shown too
const OTHER_NAME = 0.85;

// Returns the numbers of what is found, whether all of it has all that was asked for, and the names that found it.
export async function rank(query, index) {
  const names = await index.names();
  const things = asked(query, names);
  const counts = await Promise.all(things.map((thing) => counted(thing, index, 2 ** names.depth)));
  const known = counts.filter((count) => count.size);
  const scores = new Map();
  for (const count of known) {
    for (const [number, score] of count) {
      const [matched, sum] = scores.get(number) ?? [0, 0];
      scores.set(number, [matched + 1, sum + score]);
    }
  }
  const weight = (number) => scores.get(number)[1] * names.kinds[number >> names.width][1];
  const ordered = [...scores.keys()].sort((one, other) => weight(other) - weight(one) || one - other);
  const whole = ordered.filter((number) => scores.get(number)[0] === known.length);
  const some = whole.length < FEW ? ordered.filter((number) => scores.get(number)[0] < known.length) : [];
  const isWhole = !some.length && known.length === counts.length;
  return {found: whole.concat(some), isWhole, names: things.flat()};
}

// Returns how much a thing that was asked for counts wherever it is found, under whichever name; what is rare counts more.
async function counted(thing, index, total) {
  const counts = new Map();
  const found = await Promise.all(thing.map((name) => together(name, index)));
  for (const [place, named] of found.entries()) {
    for (const [number, count] of named) {
      counts.set(number, Math.max(counts.get(number) ?? 0, count * (place ? OTHER_NAME : 1)));
    }
  }
  const rarity = Math.log(1 + total / (counts.size || 1));
  return new Map([...counts].map(([number, count]) => [number, count * rarity]));
}

// Returns where all words of a name are found.
async function together(words, index) {
  const counts = await Promise.all(words.map((word) => found(word, index)));
  const [first, ...others] = counts.sort((one, other) => one.size - other.size);
  const numbers = [...first.keys()].filter((number) => others.every((other) => other.has(number)));
  return numbers.map((number) => [number, counts.reduce((sum, count) => sum + count.get(number), 0) / counts.length]);
}

// Returns where a word is found; one that is found nowhere may be two that others write apart.
async function found(word, index) {
  const whole = await index.find(word);
  if (whole.size || word < "가" || word.length < 4) {
    return whole;
  }
  for (let cut = 2; cut <= word.length - 2; cut++) {
    const halves = await together([word.slice(0, cut), word.slice(cut)], index);
    if (halves.length) {
      return new Map(halves);
    }
  }
  return whole;
}
