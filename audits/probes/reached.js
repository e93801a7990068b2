// What the keyboard has not reached, or not in the order of the page, and where it cannot be seen (WCAG 2.4.3, 2.4.7).
() => {
  const {reached, stops} = window;
  const numbers = new Set(reached.map(({number}) => number));
  const missed = stops.filter((_, number) => !numbers.has(number)).map((name) => `not reached: ${name}`);
  const strange = reached.filter(({number}, index) => number !== index).map(({name}) => `out of order: ${name}`);
  const unseen = reached.filter(({isSeen}) => !isSeen).map(({name}) => `not seen: ${name}`);
  return [...missed.slice(0, 3), ...strange.slice(0, 3), ...unseen.slice(0, 3)];
}
