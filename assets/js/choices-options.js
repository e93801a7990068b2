/* The filters of a list as they stand on the page, what is chosen in them, and the addresses of that. */

export const find = (selector, within = document) => [...within.querySelectorAll(selector)];
export const [filter] = find("[data-choices]");
const groups = find("[data-name]", filter);
export const names = groups.map((group) => group.dataset.name);

/* Every option: its link, the place of its filter, what shows how many rows it leaves, and the page it leads to. */
export const options = groups.flatMap((group, place) => find("[data-option]", group).map((link) => {
  const [[count], [share]] = ["[data-shown]", "[data-part]"].map((part) => find(part, link.parentElement));
  const { option: id } = link.dataset, text = group.dataset.count, name = link.textContent.trim();
  return { link, place, id, name, text, count, share, page: link.href };
}));

export const optionOf = (place, id) => options.find((option) => option.place === place && option.id === id);

/* What is chosen in each filter, as the address says, or the page of a choice; what is no option is not chosen. */
export function chosenNow() {
  const query = new URLSearchParams(filter.dataset.chosen || location.search);
  return names.map((name, place) => optionOf(place, query.get(name))?.id);
}

const whole = new URL(filter.dataset.whole, location).pathname;

/* The address of what is chosen on the whole list, with another choice in one place. */
export function addressOf(chosen, place, id) {
  const query = new URLSearchParams();
  names.forEach((name, at) => {
    const value = at === place ? id : chosen[at];
    if (value) query.set(name, value);
  });
  return whole + (`${query}` && `?${query}`);
}
