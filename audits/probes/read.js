// The pieces of text that can be read, but for those of what a script brings: controls, announcements, its tools.
() => {
  const CONTROLS = "form, button, dialog, output, [role=status], [aria-live], [data-tools]";
  const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) {
    const {data, parentElement: element} = walker.currentNode;
    if (data.trim() && element.checkVisibility({visibilityProperty: true}) && !element.closest(CONTROLS)) {
      found.push(data.replace(/\s+/g, " ").trim());
    }
  }
  return found;
}
