// Whether anything on the screen has moved since the page began to load (CLS of a thousandth or more: where a
// page is painted before all of it has come, the line that was cut off there may be laid out anew).
() =>
  new Promise((resolve) => {
    let sum = 0;
    const count = (list) => list.getEntries().forEach((entry) => (sum += entry.value));
    new PerformanceObserver(count).observe({type: "layout-shift", buffered: true});
    requestAnimationFrame(() => setTimeout(() => resolve(sum >= 0.001 ? [`moved by ${sum.toFixed(4)}`] : []), 0));
  })
