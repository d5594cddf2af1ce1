// A figure that was not read can be added by hand: text that is selected in a document, or a figure that was passed over,
// offers the way. The address names the place in characters of the text, as Python counts them.
(() => {
  const PASSED_OVER = ".document-text span[data-place]";
  const length = (text) => [...text].length;

  const way = () => document.querySelector(".add-figure");

  function offer(range) {
    const [link, text] = [way(), document.querySelector(".document-text")];
    const chosen = range.toString();
    if (!link || !text?.contains(range.commonAncestorContainer) || !chosen.trim()) return hide();
    const before = document.createRange();
    before.setStart(text, 0);
    before.setEnd(range.startContainer, range.startOffset);
    const blank = chosen.length - chosen.trimStart().length;
    const at = Number(text.dataset.offset) + length(before.toString()) + blank;
    const address = new URL(link.href);
    address.searchParams.set("at", at);
    address.searchParams.set("until", at + length(chosen.trim()));
    link.setAttribute("href", address.pathname + address.search);
    const box = range.getBoundingClientRect();
    link.hidden = false;
    const [around, room] = [link.offsetParent.getBoundingClientRect(), text.getBoundingClientRect().right - link.offsetWidth];
    link.style.left = `${Math.min(box.left, room) - around.left}px`;
    link.style.top = `${box.bottom + 6 - around.top}px`;
  }

  function hide() {
    if (way()) way().hidden = true;
  }

  function whole(figure) {
    const range = document.createRange();
    range.selectNodeContents(figure);
    return range;
  }

  document.addEventListener("selectionchange", () => {
    const selection = getSelection();
    if (selection.isCollapsed) return document.activeElement?.matches(PASSED_OVER) || hide();
    offer(selection.getRangeAt(0));
  });
  document.addEventListener("focusin", (event) => event.target.matches?.(PASSED_OVER) && offer(whole(event.target)));
  document.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target.matches?.(PASSED_OVER) && way()?.offsetParent) way().click();
    if (event.key === "Escape") hide();
  });
})();
