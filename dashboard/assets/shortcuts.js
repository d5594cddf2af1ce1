// Keys press what is marked with them (data-shortcut="n j"), while nobody is typing. In a form Ctrl+Enter presses its
// button and Esc closes it.
(() => {
  const PANEL = "details.decision-more";
  const TYPING = "input, textarea, select, [contenteditable]";
  const inSight = (one) => one.offsetParent !== null && !one.disabled && !one.hasAttribute("data-disabled");

  function close() {
    document.querySelectorAll(`${PANEL}[open]`).forEach((one) => (one.open = false));
  }

  function enter(details) {
    if (details.open) requestAnimationFrame(() => details.querySelector("input, textarea")?.focus());
  }

  function press(key) {
    const owner = [...document.querySelectorAll("[data-shortcut]")].find(
      (one) => one.dataset.shortcut.split(" ").includes(key) && inSight(one),
    );
    if (owner?.matches("summary")) {
      const opens = !owner.parentElement.open;
      if (owner.parentElement.matches(PANEL)) close();
      owner.parentElement.open = opens;
      enter(owner.parentElement);
    } else owner?.click();
    return Boolean(owner);
  }

  function type(event) {
    const form = event.target.closest("details, .decision");
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      const button = form?.querySelector("[data-submit]") || form?.querySelector('[data-shortcut="m"]');
      event.target.blur(); // what was typed last counts
      setTimeout(() => button?.click(), 60);
      setTimeout(() => form?.querySelector('[aria-invalid="true"]')?.focus(), 900); // what cannot stand, if anything
    } else if (event.key === "Escape") {
      event.target.blur();
      close();
    }
  }

  document.addEventListener("keydown", (event) => {
    if (event.isComposing || event.defaultPrevented) return;
    if (event.target.closest?.(TYPING)) return type(event);
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    if (event.key === "Escape") close();
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    if (key === "e" || key === "c") {
      const field = [...document.querySelectorAll('[data-first="e"]')].find(inSight);
      if (field) {
        event.preventDefault();
        return field.focus();
      }
    }
    if (press(key)) event.preventDefault();
  });
})();
