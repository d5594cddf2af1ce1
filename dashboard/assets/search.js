// One search box for the whole site: "/" leads to it, arrows walk along what was found, Enter goes there.
(() => {
  const english = () => document.documentElement.lang === "en";
  let box, list, shown = [], at = -1, asked = 0, timer;

  function build(slot) {
    box = document.createElement("input");
    Object.assign(box, { type: "search", id: "search", autocomplete: "off", spellcheck: false });
    const roles = { role: "combobox", "aria-expanded": "false", "aria-controls": "found", "aria-autocomplete": "list" };
    Object.entries(roles).forEach(([name, value]) => box.setAttribute(name, value));
    list = document.createElement("div");
    Object.assign(list, { id: "found", className: "found", hidden: true });
    list.setAttribute("role", "listbox");
    slot.append(box, list);
    name();
    box.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(ask, 120);
    });
    box.addEventListener("focus", () => shown.length && open(true));
    box.addEventListener("keydown", walk);
    document.addEventListener("click", (event) => slot.contains(event.target) || open(false));
  }

  function name() {
    if (!box) return;
    const text = english() ? "Search  ( / )" : "搜园区、指标、文档、原句（/）";
    box.placeholder = text;
    box.setAttribute("aria-label", text);
    list.setAttribute("aria-label", english() ? "Found" : "找到的");
  }

  async function ask() {
    const query = box.value.trim();
    const mine = ++asked;
    if (!query) return show([]);
    const here = new URLSearchParams(location.search);
    const sent = new URLSearchParams({ q: query });
    ["lang", "as_of"].forEach((key) => here.get(key) && sent.set(key, here.get(key)));
    const root = JSON.parse(document.getElementById("_dash-config").textContent).requests_pathname_prefix || "/";
    const answer = await fetch(`${root}search?${sent}`);
    if (mine !== asked) return;
    show(answer.ok ? await answer.json() : [], query);
  }

  function show(found, query) {
    shown = found;
    at = -1;
    list.replaceChildren();
    let kind = "";
    found.forEach((one, place) => {
      if (one.kind !== kind) {
        const head = document.createElement("div");
        head.className = "found-kind";
        head.textContent = kind = one.kind;
        head.setAttribute("role", "presentation");
        list.append(head);
      }
      const line = document.createElement("a");
      Object.assign(line, { href: one.href, id: `found-${place}`, className: "found-line", tabIndex: -1 });
      line.setAttribute("role", "option");
      line.setAttribute("aria-selected", "false");
      const title = document.createElement("span");
      title.textContent = one.title;
      const detail = document.createElement("small");
      detail.textContent = one.detail;
      line.append(title, detail);
      list.append(line);
    });
    if (!found.length && query) {
      const none = document.createElement("div");
      none.className = "found-kind";
      none.textContent = english() ? "Nothing found" : "没有找到";
      none.setAttribute("role", "presentation");
      list.append(none);
    }
    open(Boolean(found.length || query));
  }

  function open(wanted) {
    list.hidden = !wanted;
    box.setAttribute("aria-expanded", String(wanted));
  }

  function walk(event) {
    if (event.key === "Escape") {
      open(false);
      return box.blur();
    }
    if (event.key === "Enter" && shown.length) return (location.href = shown[Math.max(at, 0)].href);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || !shown.length) return;
    event.preventDefault();
    at = (at + step + shown.length) % shown.length;
    list.querySelectorAll(".found-line").forEach((line, place) => {
      line.setAttribute("aria-selected", String(place === at));
      if (place === at) line.scrollIntoView({ block: "nearest" });
    });
    box.setAttribute("aria-activedescendant", `found-${at}`);
  }

  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest && event.target.closest("input, textarea, select, [contenteditable]");
    if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey || !box) return;
    event.preventDefault();
    box.focus();
    box.select();
  });

  new MutationObserver(() => {
    const slot = document.getElementById("search-slot");
    if (slot && !slot.firstChild) build(slot);
  }).observe(document.documentElement, { childList: true, subtree: true });
  new MutationObserver(name).observe(document.documentElement, { attributeFilter: ["lang"] });
})();
