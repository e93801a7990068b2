// The pieces of text that can be read, but for those of what a script brings: controls, announcements, its tools, and
// how many days are left today, which no page that was made before today can know.
() => {
  const CONTROLS = "form, button, dialog, output, [role=status], [aria-live], [data-tools], [data-until], [data-next]";
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
