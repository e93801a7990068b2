// Drawings that would be lost on their ground: nothing in them has a stroke or fill of another colour.
() => {
  const ground = getComputedStyle(document.documentElement).backgroundColor;
  const isSeen = (colour) => colour !== "none" && colour !== ground && !/rgba\(.*, 0\)|transparent/.test(colour);
  const isDrawn = (element) => {
    const style = getComputedStyle(element);
    return isSeen(style.stroke) || isSeen(style.fill);
  };
  const shapes = "path, line, circle, rect, polyline, polygon, ellipse, use, text";
  const found = [];
  for (const drawing of document.querySelectorAll("body svg:has(*)")) {
    if (!drawing.checkVisibility({visibilityProperty: true})) continue;
    if (![...drawing.querySelectorAll(shapes)].some(isDrawn)) found.push(`<svg class="${drawing.getAttribute("class")}">`);
  }
  return found.slice(0, 5);
}
