// Lighthouse over pages, one after the other in one Chromium:
// node lighthouse.mjs CHROMIUM FLAGS ADDRESS... prints a line of JSON for each.
import {launch} from "chrome-launcher";
import lighthouse from "lighthouse";

const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];
const [chromePath, flags, ...addresses] = process.argv.slice(2);
const chrome = await launch({chromePath, chromeFlags: flags.split(" ")});
try {
  for (const url of addresses) console.log(JSON.stringify(await measure(url)));
} finally {
  chrome.kill();
}

async function measure(url) {
  const {lhr} = await lighthouse(url, {port: chrome.port, onlyCategories: CATEGORIES, logLevel: "silent"});
  const scores = Object.fromEntries(CATEGORIES.map((id) => [id, Math.round(lhr.categories[id].score * 100)]));
  const short = CATEGORIES.filter((id) => scores[id] < 100).flatMap((id) => lost(lhr, id));
  return {url, scores, short};
}

// The audits that cost a category something.
function lost(lhr, id) {
  const weighed = lhr.categories[id].auditRefs.filter(({weight}) => weight).map((one) => lhr.audits[one.id]);
  return weighed.filter(({score}) => score !== null && score < 1).map((audit) => `${audit.id} ${audit.displayValue ?? ""}`.trim());
}
