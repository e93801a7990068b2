// How much what is on the screen has moved since the page began to load (CLS), if that can be noticed. A script that
// shows its own controls moves what is below them once: a fifth of what Google calls good (0.1) is let pass.
() =>
  new Promise((resolve) => {
    let sum = 0;
    const count = (list) => list.getEntries().forEach((entry) => (sum += entry.value));
    new PerformanceObserver(count).observe({type: "layout-shift", buffered: true});
    requestAnimationFrame(() => setTimeout(() => resolve(sum > 0.02 ? [`moved by ${sum.toFixed(4)}`] : []), 0));
  })
