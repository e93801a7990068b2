// The files that the build has made for searching, and what is in them; each is loaded once, and only if it is needed.

import {bare, keysOf, shardOf} from "./search-words.js";

const PLACES = [1, 2, 2.5, 5, 8]; // what a word counts in a text, a summary, a heading, a title, a short title
const STANDINGS = [0.6, 0.7, 0.8, 1]; // within a word, at its end, at its beginning, whole
const CODES = PLACES.length * STANDINGS.length;
const BARE = 0.9; // where what was typed stands without its particle

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
    const forms = [...new Set([word, bare(word)])];
    const [counts, others] = await Promise.all(forms.map((form) => this.count(form)));
    for (const [number, count] of others ?? []) {
      counts.set(number, Math.max(counts.get(number) ?? 0, BARE * count));
    }
    return counts;
  }

  // The same for one form of it, which is there where all its keys are.
  async count(form) {
    const [first, ...others] = await Promise.all(keysOf(form).map((key) => this.list(key)));
    const last = others.at(-1) ?? first;
    const counts = new Map();
    for (const [number, code] of first) {
      if (others.every((other) => other.has(number))) {
        const codes = [code, ...others.map((other) => other.get(number))];
        counts.set(number, PLACES[Math.min(...codes) >> 2] * STANDINGS[(code & 2) | (last.get(number) & 1)]);
      }
    }
    return counts;
  }

  // Returns where a key stands and how, by the number of the thing.
  async list(key) {
    const {depth} = await this.names();
    const lines = await this.load(`words-${shardOf(key, depth).toString(16)}.json`);
    const line = lines.find((each) => each.startsWith(`${key} `));
    return new Map(line ? numbers(line.slice(key.length + 1)) : []);
  }
}

function* numbers(letters) {
  let number = -1;
  for (const gap of letters.match(/[a-z]*[A-Z]/g)) {
    const value = [...gap].reduce((sum, letter) => sum * 26 + (letter.charCodeAt(0) & 31) - 1, 0);
    number += Math.floor(value / CODES);
    yield [number, value % CODES];
  }
}
