// The files that the build has made for searching, and what is in them; each is loaded once, and only if it is needed.

import {bare, isLatin, keysOf, shardOf, stem} from "./search-words.js";

const PARTICLE = /^(?:이란|에서|으로|까지|부터|에게|이나|[은는이가을를의에로와과도만란])/;
const PLACES = [1, 2, 2.5, 5, 8]; // what a word counts in a text, a summary, a heading, a title, a short title

export class Index {
  constructor(folder) {
    this.folder = folder;
    this.files = new Map();
  }

  load(name) {
    if (!this.files.has(name)) {
      const file = fetch(new URL(name, this.folder)).then((answer) => (answer.ok ? answer.json() : Promise.reject(name)));
      this.files.set(name, file);
      file.catch(() => this.files.delete(name));
    }
    return this.files.get(name);
  }

  names() {
    return this.load("names.json");
  }

  // Returns what the thing of a number is called and says: its address, title, summary and text.
  async told(number) {
    const things = await this.load(`texts-${(number >> 5).toString(16)}.json`);
    return things.find(([within]) => within === number % 32)?.slice(1);
  }

  // Returns how much a word counts in each thing that says it, by the thing's number.
  async find(word) {
    const {depth, sizes} = await this.names();
    const weight = (key) => sizes.charCodeAt(shardOf(key, depth));
    const key = keysOf(bare(word)).reduce((one, other) => (weight(other) < weight(one) ? other : one));
    if (weight(key) === 65) {
      return new Map(); // nothing is there
    }
    const lines = await this.load(`words-${shardOf(key, depth).toString(16)}.json`);
    const [, ...found] = lines.find((line) => line.startsWith(`${key} `))?.split(" ") ?? [];
    const counts = new Map();
    for (let at = 0; at < found.length; at += 2) {
      const likeness = Math.max(alike(word, found[at]), 0.9 * alike(bare(word), found[at]));
      for (const [number, place] of likeness ? numbers(found[at + 1]) : []) {
        counts.set(number, Math.max(counts.get(number) ?? 0, likeness * PLACES[place]));
      }
    }
    return counts;
  }
}

// How well a word that was typed fits one that stands somewhere: whole, at its beginning, within.
function alike(typed, word) {
  if (stem(typed) === stem(word)) {
    return 1;
  }
  if (word.startsWith(stem(typed))) {
    return isLatin(word) ? 0.6 : PARTICLE.test(word.slice(typed.length)) ? 0.95 : 0.8;
  }
  return isLatin(word) || !word.includes(typed) ? 0 : word.endsWith(typed) ? 0.7 : 0.6;
}

function* numbers(letters) {
  let number = -1;
  for (const gap of letters.match(/[a-z]*[A-Z]/g)) {
    const value = [...gap].reduce((sum, letter) => sum * 26 + (letter.charCodeAt(0) & 31) - 1, 0);
    number += Math.floor(value / 5);
    yield [number, value % 5];
  }
}
