// What the preview does in the browser: it renews the page in place, and shows the status bar and what is wrong.
// STYLE, the stylesheet of the panel, is put before this by the server.
"use strict";

(() => {
  const OURS = "sitegen-preview, script[src^='/.preview/']";
  const DISMISSED = "sitegen-preview-dismissed";
  const FOLDED = "sitegen-preview-folded";
  const LEFT = "sitegen-preview-left"; // what was open and focused on a page when it started anew
  const FOCUSABLE = "a[href], button, input, select, textarea, summary, [tabindex]";
  const NARROW = matchMedia("(max-width: 40em)"); // where the whole bar would take too much of the page
  const SOONEST = 200; // milliseconds until the next try to reach the preview
  const LATEST = 2000;
  const STYLESHEET_PATIENCE = 3000; // milliseconds until a stylesheet that does not come is done without

  const host = document.querySelector("sitegen-preview");
  const root = host.attachShadow({ mode: "open" });
  const room = new CSSStyleSheet();
  let version = host.dataset.version;
  let socket = null;
  let pause = SOONEST;
  let isRenewing = false;
  let isStale = false;

  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  root.adoptedStyleSheets = [sheet];
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, room];
  const height = new ResizeObserver(leaveRoom);

  // The socket: python-livereload's, which says "reload"; what it is told back says which page is shown, in which version.

  function connect() {
    const scheme = location.protocol === "https:" ? "wss:" : "ws:";
    socket = new WebSocket(`${scheme}//${location.host}/livereload`);
    socket.onopen = () => {
      pause = SOONEST;
      setAway(false);
      send({ command: "hello", protocols: ["http://livereload.com/protocols/official-7"] });
      tell();
    };
    socket.onmessage = (event) => hear(JSON.parse(event.data));
    socket.onclose = () => {
      setAway(true);
      setTimeout(connect, pause);
      pause = Math.min(pause * 2, LATEST);
    };
  }

  function send(message) {
    if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(message));
  }

  function tell() {
    send({ command: "info", url: location.href, path: location.pathname, version });
  }

  function hear(message) {
    if (message.command === "reload") renew();
    else if (message.command === "panel") show(message.html);
  }

  // The page: what has changed is changed in place, so that nothing flickers or scrolls; pages with scripts start anew.

  async function renew() {
    isStale = true;
    if (isRenewing) return;
    isRenewing = true;
    try {
      while (isStale) {
        isStale = false;
        await fetchAgain();
      }
      tell();
    } catch {
      // the preview has gone for a moment; when it is back it says again what is to be renewed
    } finally {
      isRenewing = false;
    }
  }

  async function fetchAgain() {
    const answer = await fetch(location.href, { cache: "no-store" });
    const next = new DOMParser().parseFromString(await answer.text(), "text/html");
    const added = next.querySelector("sitegen-preview");
    if (answer.redirected || !added || hasScripts(document) || hasScripts(next)) {
      startAnew();
      return;
    }
    await restyle(next);
    change(document.documentElement, next.documentElement);
    version = added.dataset.version;
  }

  // The browser scrolls to where it was; what was open and focused is kept for the page that comes.
  function startAnew() {
    const open = [...document.querySelectorAll("details")].map((details) => details.open);
    const focused = [...document.querySelectorAll(FOCUSABLE)].indexOf(document.activeElement);
    sessionStorage.setItem(LEFT, JSON.stringify({ page: location.href, open, focused }));
    location.reload();
  }

  function goOn() {
    const left = JSON.parse(sessionStorage.getItem(LEFT));
    sessionStorage.removeItem(LEFT);
    if (left?.page !== location.href) return;
    document.querySelectorAll("details").forEach((details, number) => (details.open ||= left.open[number] ?? false));
    document.querySelectorAll(FOCUSABLE)[left.focused]?.focus({ preventScroll: true });
  }

  function hasScripts(page) {
    const runs = (script) => !script.matches(OURS) && !/json|template|speculationrules/.test(script.type);
    return [...page.querySelectorAll("script")].some(runs) || page.querySelector("iframe, object, embed") !== null;
  }

  // Load new stylesheets beside the old ones, and remove those only then: a page is never seen without its styles.
  async function restyle(next) {
    const links = (page) => [...page.querySelectorAll("head link[rel~='stylesheet']")];
    const old = links(document);
    const known = new Set(old.map((link) => link.getAttribute("href")));
    const wanted = new Set(links(next).map((link) => link.getAttribute("href")));
    const added = links(next).filter((link) => !known.has(link.getAttribute("href")));
    if (added.length === 0) return;
    const place = old[0] ?? null;
    await Promise.all(added.map((link) => loaded(document.importNode(link, true), place)));
    for (const link of old) if (!wanted.has(link.getAttribute("href"))) link.remove();
  }

  function loaded(link, place) {
    return new Promise((resolve) => {
      link.onload = link.onerror = resolve;
      setTimeout(resolve, STYLESHEET_PATIENCE);
      document.head.insertBefore(link, place?.parentNode === document.head ? place : null);
    });
  }

  // Make one node like another, touching as little as possible, so that focus, scrolling and what is open stay.
  function change(old, next) {
    if (old.isEqualNode(next)) return;
    if (old.nodeName !== next.nodeName || old.nodeType !== next.nodeType) {
      old.replaceWith(document.importNode(next, true));
    } else if (old.nodeType === Node.ELEMENT_NODE) {
      changeAttributes(old, next);
      changeChildren(old, next);
    } else {
      old.nodeValue = next.nodeValue;
    }
  }

  function changeAttributes(old, next) {
    const isUsers = (name) => name === "open" && /^(details|dialog)$/i.test(old.nodeName);
    for (const { name } of [...old.attributes]) {
      if (!next.hasAttribute(name) && !isUsers(name)) old.removeAttribute(name);
    }
    for (const { name, value } of next.attributes) {
      if (old.getAttribute(name) === value) continue;
      old.setAttribute(name, value);
      const isBeingTyped = old.getRootNode().activeElement === old;
      if (name === "value" && "value" in old && !isBeingTyped) old.value = value; // which somebody had changed
    }
  }

  function changeChildren(old, next) {
    const theirs = (node) => !(node.nodeType === Node.ELEMENT_NODE && node.matches(OURS));
    const before = [...old.childNodes].filter(theirs);
    const after = [...next.childNodes].filter(theirs);
    const last = before.at(-1)?.nextSibling ?? [...old.childNodes].find((node) => !theirs(node)) ?? null;
    while (before.length && after.length && before[0].isEqualNode(after[0])) {
      before.shift();
      after.shift();
    }
    let place = last;
    while (before.length && after.length && before.at(-1).isEqualNode(after.at(-1))) {
      place = before.pop();
      after.pop();
    }
    const both = Math.min(before.length, after.length);
    for (let at = 0; at < both; at += 1) change(before[at], after[at]);
    for (const node of before.slice(both)) node.remove();
    for (const node of after.slice(both)) old.insertBefore(document.importNode(node, true), place);
  }

  // The panel.

  function show(html) {
    const next = new DOMParser().parseFromString(`<body>${html}</body>`, "text/html").body;
    const open = new Set([...root.querySelectorAll("details[open]")].map((list) => list.dataset.group));
    changeChildren(root, next);
    for (const list of root.querySelectorAll("details")) list.open = open.has(list.dataset.group); // some may have gone
    const bar = root.querySelector(".bar");
    height.disconnect();
    height.observe(bar);
    fold((sessionStorage.getItem(FOLDED) ?? (NARROW.matches ? "yes" : "no")) === "yes");
    setAway(false);
    showErrors();
  }

  function showErrors() {
    const errors = root.getElementById("errors");
    const key = errors.dataset.key;
    if (!key) {
      sessionStorage.removeItem(DISMISSED);
      close(errors);
    } else if (!errors.open && sessionStorage.getItem(DISMISSED) !== key) {
      close(root.getElementById("warnings"));
      errors.showModal();
    }
    if (!root.querySelector("[data-shows='warnings']")) close(root.getElementById("warnings"));
  }

  function close(dialog) {
    if (dialog.open) dialog.close();
  }

  function fold(isFolded) {
    const button = root.querySelector(".bar__fold");
    root.querySelector(".bar").classList.toggle("bar--folded", isFolded);
    button.setAttribute("aria-expanded", String(!isFolded));
    button.setAttribute("aria-label", isFolded ? button.dataset.unfold : button.dataset.fold);
  }

  function setAway(isAway) {
    const notice = root.querySelector(".bar__away");
    if (notice) notice.hidden = !isAway;
  }

  function leaveRoom() {
    const bar = root.querySelector(".bar");
    const pixels = Math.ceil(bar.getBoundingClientRect().height);
    bar.style.setProperty("--height", `${pixels}px`);
    room.replaceSync(`@media screen { html { padding-block-end: ${pixels}px; scroll-padding-block-end: ${pixels}px } }`);
  }

  async function move(moment) {
    const answer = await fetch("/.preview/as-of", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ as_of: moment }),
    });
    return answer.ok;
  }

  root.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    if (button.dataset.shows) root.getElementById(button.dataset.shows).showModal();
    if (button.dataset.asOf !== undefined) move(button.dataset.asOf);
    if (button.classList.contains("bar__fold")) {
      const isFolded = button.getAttribute("aria-expanded") === "true";
      sessionStorage.setItem(FOLDED, isFolded ? "yes" : "no");
      fold(isFolded);
      leaveRoom();
    }
  });

  root.addEventListener("submit", async (event) => {
    if (!event.target.matches(".bar__moment")) return;
    event.preventDefault();
    const input = event.target.elements.as_of;
    const isDone = await move(input.value);
    input.setCustomValidity(isDone ? "" : event.target.dataset.wrong);
    if (!isDone) input.reportValidity();
  });

  root.addEventListener("input", (event) => event.target.setCustomValidity?.(""));

  // "close" does not bubble, and says that somebody has read what is wrong.
  root.addEventListener(
    "close",
    (event) => {
      if (event.target.id === "errors" && event.target.dataset.key) {
        sessionStorage.setItem(DISMISSED, event.target.dataset.key);
      }
    },
    true,
  );

  // A page that comes back out of the browser's memory may have been changed meanwhile.
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) tell();
  });

  goOn();
  connect();
})();
