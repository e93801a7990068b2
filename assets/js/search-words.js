// What readers type, in the form in which it is looked up: as sitegen/search/words.py has it for what they read.

const WORD = /[가-힣]+|[ㄱ-ㅎ]+|[一-鿿]+|[a-z][a-z0-9]*|\d+(?:[.,]\d+)*/g;
const PARTICLE = /(?:이란|이라는|에서는|으로|에서|까지|부터|에게|처럼|보다|인가요|이에요|예요|[은는이가을를의에로와과도만란])$/;

const PIECE = 3; // syllables of a key at most

export function evened(text) {
  const plain = (letter) => letter > "！" ? String.fromCharCode(letter.charCodeAt(0) - 0xfee0) : letter.charCodeAt(0) - 0x2080;
  return text.normalize().toLowerCase().replace(/[！-～₀-₉]/g, plain);
}

export function wordsIn(text) {
  const found = [];
  let end = -1;
  for (const match of evened(text).matchAll(WORD)) {
    const word = match[0].replaceAll(",", "").slice(0, 24);
    const isAlone = word.length === 1 && (match.index === end || /[a-z]/.test(word));
    end = match.index + match[0].length;
    if (!isAlone) {
      found.push(word);
    }
  }
  return found;
}

export const isLatin = (word) => word < "\x80";

// Without the particle that a reader has put behind a word; at least two syllables are left.
export function bare(word) {
  const found = word.replace(PARTICLE, "");
  return word >= "가" && found.length > 1 ? found : word;
}

// One for one and many: gas and gases, city and cities are the same word.
export function stem(word) {
  return /^[a-z]/.test(word) ? word.replace(/(?<=..)ies$/, "y").replace(/(?<=...)es?$|(?<=..[^su])s$/, "") : word;
}

// What a word is looked up by; one that is longer than a key by keys that overlap, all of which must be there.
export function keysOf(word) {
  if (isLatin(word) || word.length <= PIECE) {
    return [stem(word)];
  }
  const last = word.length - PIECE;
  const starts = Array.from({length: Math.ceil(last / 2) + 1}, (_, turn) => Math.min(2 * turn, last));
  return starts.map((start) => word.slice(start, start + PIECE));
}

export function shardOf(key, depth) {
  let found = 0;
  for (const letter of key) {
    found = (found * 131 + letter.charCodeAt(0)) % 65521;
  }
  return found % 2 ** depth;
}
