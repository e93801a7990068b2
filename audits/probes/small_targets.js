// The main targets: menus, buttons, what is filled in. Each is at least 44 pixels high, or as wide and high as that
// together with its label; links within a sentence are not asked (WCAG 2.5.8 asks 24 pixels; axe looks at those).
() => {
  const MAIN = "body > header a, main nav a, button, summary, input, select, textarea";
  const BLOCKS = "p, li, dd, dt, td, th, h1, h2, h3, figcaption, blockquote";
  const inSentence = (element) =>
    getComputedStyle(element).display.startsWith("inline") &&
    (element.closest(BLOCKS)?.textContent.trim().length ?? 0) > element.textContent.trim().length;
  const found = [];
  for (const element of document.querySelectorAll(MAIN)) {
    if (element.type === "hidden" || !element.checkVisibility({visibilityProperty: true}) || inSentence(element)) continue;
    const boxes = [element, ...(element.labels ?? []), element.closest("label") ?? element].map((one) => one.getBoundingClientRect());
    const height = Math.max(...boxes.map((box) => box.height));
    if (boxes[0].bottom < 0 || height >= 43.5 || boxes[0].width < 2) continue;
    found.push(`<${element.localName} class="${element.className}"> ${height.toFixed(0)}: ${element.textContent.trim().slice(0, 30)}`);
  }
  return found.slice(0, 8);
}
