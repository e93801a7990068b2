// What stands beyond the right or left edge of the window, and cannot be scrolled to within something (WCAG 1.4.10).
() => {
  const width = document.documentElement.clientWidth;
  const scrolls = (element) => /auto|scroll/.test(getComputedStyle(element).overflowX);
  const isHeld = (element) => element && element !== document.body && (scrolls(element) || isHeld(element.parentElement));
  const words = (element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
  const found = [];
  const wide = document.documentElement.scrollWidth;
  if (wide > width) found.push(`the page is ${wide} pixels wide`);
  for (const element of document.body.querySelectorAll("*")) {
    if (!words(element) || !element.checkVisibility({visibilityProperty: true}) || element.closest("svg")) continue;
    const box = element.getBoundingClientRect();
    if (box.width < 2 || box.bottom < 0 || (box.right <= width + 1 && box.left >= -1) || isHeld(element)) continue;
    found.push(`<${element.localName} class="${element.className}"> ${element.textContent.trim().slice(0, 40)}`);
  }
  return found.slice(0, 5);
}
