// Number what the keyboard should reach, in the order of the page, note what it does reach, and say how many these are.
() => {
  const CAN = "a[href], button, summary, input, select, textarea, [tabindex], [contenteditable]";
  const radios = new Set();
  const isFirst = ({type, name}) => type !== "radio" || (!radios.has(name) && radios.add(name)); // a group is one stop
  const isStop = (element) =>
    element.tabIndex >= 0 && !element.disabled && element.checkVisibility({visibilityProperty: true}) && !element.closest("[inert]");
  const stops = [...document.querySelectorAll(CAN)].filter(isStop).filter(isFirst);
  const told = (element) => `<${element.localName} class="${element.getAttribute("class") ?? ""}"> ${element.textContent.trim().slice(0, 30)}`;
  const isSeen = (element) => {
    const {outlineStyle, outlineWidth} = getComputedStyle(element);
    return outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
  };
  window.listening?.abort();
  window.listening = new AbortController();
  const start = document.createElement("span"); // the next stop is the first behind it
  start.tabIndex = -1;
  document.body.prepend(start);
  start.focus();
  start.remove();
  window.reached = [];
  window.stops = stops.map(told);
  document.addEventListener("focusin", ({target}) => {
    window.reached.push({number: stops.indexOf(target), isSeen: isSeen(target), name: told(target)});
  }, {signal: window.listening.signal});
  window.unseen = () => {
    window.listening.abort();
    const isReached = (stop) => (stop.focus({focusVisible: true}), document.activeElement === stop); // else it is hidden now
    const hidden = stops.filter((stop) => isReached(stop) && !isSeen(stop));
    return hidden.slice(0, 3).map((stop) => `not seen: ${told(stop)}`);
  };
  return stops.length;
}
