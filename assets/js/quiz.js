/* Says whether what was chosen is right, opens the answer, and counts how many were right at the first try. Nothing of
   it is kept or sent. */

const quiz = document.querySelector("[data-quiz]");
const tried = new Map();

function check(question) {
  const find = (name) => question.querySelector(`[data-${name}]`);
  const said = find("said");
  const chosen = question.querySelector(":checked");
  if (!chosen) {
    said.textContent = said.dataset.first;
    question.querySelector("input").focus();
    return;
  }
  const isRight = "right" in chosen.dataset;
  if (!tried.has(question)) tried.set(question, isRight);
  const numbers = { count: tried.size, right: [...tried.values()].filter(Boolean).length };
  const count = quiz.dataset.count.replace(/{(\w+)}/g, (_, name) => numbers[name]);
  said.textContent = `${isRight ? said.dataset.yes : said.dataset.no} ${count}`;
  question.querySelector("details").open = true;
}

for (const question of quiz.querySelectorAll("[data-question]")) {
  const place = question.querySelector("[data-check]");
  place.classList.remove("awaits-script");
  place.firstElementChild.addEventListener("click", () => check(question));
}
