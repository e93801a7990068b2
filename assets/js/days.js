/* How many days there are until each date ahead, by the reader's own clock and the site's time zone; what has passed
   since the site was built is marked. The words are the page's, and so is the place kept for them. */

const words = document.querySelector("[data-zone]")?.dataset;

/** Today's date where the site is at home, as in 2027-04-05. */
const today = () => {
  const parts = new Intl.DateTimeFormat("en", {
    timeZone: words.zone, calendar: "gregory", numberingSystem: "latn", year: "numeric", month: "2-digit", day: "2-digit",
  }).formatToParts(new Date());
  const part = (type) => parts.find((found) => found.type === type).value;
  return `${part("year")}-${part("month")}-${part("day")}`;
};

const between = (from, to) => Math.round((Date.parse(to) - Date.parse(from)) / 864e5);

const number = (value) => new Intl.NumberFormat(document.documentElement.lang).format(value);

const isPast = ({day, last = day}, now) => last < now;

const told = ({day, last = day}, now) => {
  if (last < now) return words.past;
  if (day < now || day === now && last > now) return words.underWay;
  const days = between(now, day);
  return days === 0 ? words.today : days === 1 ? words.tomorrow : words.ahead.replace("{days}", number(days));
};

/** Of dates that stand in one place, show the first that is not past, or the first if all are. */
const choose = (place, now) => {
  const dates = [...place.children];
  const isAhead = (it) => {
    const time = it.querySelector("time[data-day]");
    return !time || !isPast(time.dataset, now);
  };
  const shown = dates.find(isAhead) ?? dates[0];
  dates.forEach((it) => it.classList.toggle(place.dataset.next, it !== shown));
  const slot = place.parentElement.querySelector("[data-until]");
  const time = shown.querySelector("time[data-day]");
  if (slot) slot.textContent = time ? told(time.dataset, now) : "";
};

const show = () => {
  const now = today();
  for (const time of document.querySelectorAll("time[data-day]")) {
    const place = time.closest("li, div, header");
    const slot = place?.querySelector("[data-until]");
    if (slot) slot.textContent = told(time.dataset, now);
    if (place?.matches("li")) place.toggleAttribute("data-past", isPast(time.dataset, now));
  }
  document.querySelectorAll("[data-next]").forEach((place) => choose(place, now));
};

if (words) {
  show();
  document.addEventListener("visibilitychange", show);
}
