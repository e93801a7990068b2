// Results as readers see them: by kind, with the words that were found marked in their place.

import {bare, isLatin, stem} from "./search-words.js";

const INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
const BEFORE = 40;
const LENGTH = 150; // characters of an excerpt

// Returns what finds names in a text, however their words are spaced there, with whatever ends them.
export function marking(names) {
  const forms = names.map((words) => words.map(form).join("[\\s·-]*"));
  return new RegExp(forms.join("|") || "$^", "gi");
}

function form(word) {
  return isLatin(word) ? `(?<![a-z0-9])${stem(word).replace(/y$/, "(?:y|ie)")}[a-z0-9]*` : [...bare(word)].map(letter).join("\\s?");
}

// A letter, or whatever begins with an initial consonant.
function letter(form) {
  const place = INITIALS.indexOf(form);
  const first = 0xac00 + place * 588;
  return place < 0 ? form : `[${String.fromCharCode(first)}-${String.fromCharCode(first + 587)}]`;
}

export function grouped(told, kindOf) {
  const groups = new Map();
  for (const [number, thing] of told) {
    const kind = kindOf(number);
    groups.set(kind, [...(groups.get(kind) ?? []), thing]);
  }
  return groups;
}

export function section(name, things, pattern, root) {
  const list = element("ol", "rows", ...things.map((thing) => row(thing, pattern, root)));
  return element("section", "section", element("h2", "section__heading", name), list);
}

function row([address, title, summary, text, names], pattern, root) {
  const link = element("a", "rows__title", ...marked(title, pattern));
  link.href = new URL(address, root);
  const said = [excerpt(summary, text, pattern)];
  if (title.search(pattern) < 0 && names.search(pattern) >= 0) {
    said.unshift(names);
  }
  const lines = said.map((line) => element("p", "rows__summary", ...marked(line, pattern)));
  return element("li", "rows__row", element("div", "rows__text", link, ...lines));
}

// The summary, unless only the text has what was asked for: then that place of it.
function excerpt(summary, text, pattern) {
  const place = text.search(pattern);
  if (place < 0 || (summary && summary.search(pattern) >= 0)) {
    return cut(summary || text, 0);
  }
  return cut(text, Math.max(0, text.lastIndexOf(" ", place - BEFORE)));
}

function cut(text, start) {
  const end = text.length - start > LENGTH ? text.lastIndexOf(" ", start + LENGTH) : text.length;
  return `${start ? "…" : ""}${text.slice(start, end)}${end < text.length ? " …" : ""}`;
}

function* marked(text, pattern) {
  let done = 0;
  for (const match of text.matchAll(pattern)) {
    yield text.slice(done, match.index);
    yield element("mark", "", match[0]);
    done = match.index + match[0].length;
  }
  yield text.slice(done);
}

function element(name, style, ...parts) {
  const made = document.createElement(name);
  if (style) {
    made.className = style;
  }
  made.append(...parts);
  return made;
}
