// The grade that the HTTP Observatory gives a host, by its own tests and its own scale:
// node observatory.mjs HOST HTTP-PORT HTTPS-PORT PATH prints a line of JSON.
import { existsSync, writeFileSync } from "node:fs";
import { ALGORITHM_VERSION, ALL_TESTS } from "@mdn/mdn-http-observatory/src/constants.js";
import { MINIMUM_SCORE_FOR_EXTRA_CREDIT } from "@mdn/mdn-http-observatory/src/grader/charts.js";
import { getGradeForScore, getScoreModifier } from "@mdn/mdn-http-observatory/src/grader/grader.js";
import { retrieve } from "@mdn/mdn-http-observatory/src/retriever/retriever.js";

// Which hosts browsers know to be HTTPS only is fetched when it is installed, which runs nothing here; ours is none.
const known = new URL("node_modules/@mdn/mdn-http-observatory/conf/hsts-preload.json", import.meta.url);
if (!existsSync(known)) writeFileSync(known, "{}");

const [host, httpPort, httpsPort, path] = process.argv.slice(2);
const answers = await retrieve(host, { httpPort, httpsPort, path });
const found = ALL_TESTS.map((test) => test(answers)).filter(({ result }) => result);
const marks = Object.fromEntries(found.map(({ result }) => [result, getScoreModifier(result)]));
const sum = (numbers) => numbers.reduce((one, other) => one + other, 100);
const plain = sum(Object.values(marks).filter((mark) => mark < 0));
const { grade, score } = getGradeForScore(plain < MINIMUM_SCORE_FOR_EXTRA_CREDIT ? plain : sum(Object.values(marks)));
console.log(JSON.stringify({ algorithm: ALGORITHM_VERSION, grade, score, marks }));
