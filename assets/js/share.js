// Hands on the address of a page: copies it, gives it to the system's own share sheet, or puts it into a letter.

for (const share of document.querySelectorAll("[data-share]")) {
  const part = (name) => share.querySelector(`[data-share-${name}]`);
  const subject = share.dataset.subject;
  const shown = part("address");
  const address = shown.textContent || location.href.split("#")[0];

  if (!shown.textContent) {
    shown.textContent = address;
    part("letter").href = `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(address)}`;
  }

  part("copy").addEventListener("click", async ({ currentTarget }) => {
    const { done, failed } = currentTarget.dataset;
    const status = part("status");
    status.textContent = "";
    try {
      await navigator.clipboard.writeText(address);
      status.textContent = done;
    } catch {
      getSelection().selectAllChildren(shown);
      status.textContent = failed;
    }
  });

  if (navigator.share) {
    part("send").addEventListener("click", () => navigator.share({ title: subject, url: address }).catch(() => {}));
    share.dataset.canSend = "";
  }
  share.dataset.isReady = "";
}
