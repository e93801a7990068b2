// What moves, or would: animations, and transitions that take time (WCAG 2.3.3, KWCAG 2.2.2).
() => {
  const found = document.getAnimations().map((one) => `an animation of <${one.effect?.target?.localName}>`);
  const takesTime = (value) => value.split(",").some((part) => parseFloat(part) > 0.01);
  for (const element of document.querySelectorAll("body, body *")) {
    const style = getComputedStyle(element);
    const moves = style.animationName !== "none" && takesTime(style.animationDuration);
    if (moves || takesTime(style.transitionDuration)) found.push(`<${element.localName} class="${element.className}">`);
  }
  if (document.querySelector("marquee, blink, [autoplay]")) found.push("something starts by itself");
  return found.slice(0, 5);
}
