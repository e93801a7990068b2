// Elements that hide a part of their own words behind an edge (WCAG 1.4.4, 1.4.12).
() => {
  const hides = /hidden|clip/;
  const found = [];
  for (const element of document.body.querySelectorAll("*")) {
    if (element.closest("svg") || !element.textContent.trim()) continue;
    const style = getComputedStyle(element);
    const down = hides.test(style.overflowY) && element.scrollHeight > element.clientHeight + 1;
    const across = hides.test(style.overflowX) && element.scrollWidth > element.clientWidth + 1;
    if (!(down || across) || element.clientWidth <= 1 || !element.checkVisibility()) continue;
    found.push(`<${element.localName} class="${element.className}"> ${element.textContent.trim().slice(0, 40)}`);
  }
  return found.slice(0, 5);
}
