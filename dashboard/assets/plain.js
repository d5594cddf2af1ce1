// Builds what only shows (dashboard/components/plain.py): one attribute holds the tree, its elements are made here. React
// does not know of them. Nothing is ever parsed as markup, and no element or attribute is made that is not listed.
(() => {
  const ELEMENTS = new Set(
    ("a b blockquote br code dd details div dl dt em h2 h3 h4 h5 h6 header img li mark ol p q section small span strong " +
      "summary table tbody td th thead tr ul").split(" "),
  );
  const ATTRIBUTES = /^(class|role|tabindex|title|lang|scope|colspan|rowspan|open|alt|width|height|id|aria-[a-z]+|data-[a-z-]+)$/;
  const SAFE_LINK = /^(\/(?!\/)|#|https?:)/i;

  function made(node) {
    if (typeof node === "string") return document.createTextNode(node);
    const [name, attributes, children] = node;
    const element = document.createElement(ELEMENTS.has(name) ? name : "span");
    for (const [key, value] of Object.entries(attributes)) {
      if (key === "style") Object.assign(element.style, value);
      else if (key === "href" && SAFE_LINK.test(value)) element.setAttribute("href", value);
      else if (key === "src" && value.startsWith("data:image/svg+xml")) element.setAttribute("src", value);
      else if (ATTRIBUTES.test(key) && value !== false) element.setAttribute(key, value === true ? "" : value);
    }
    element.append(...children.map(made));
    return element;
  }

  function build(holder) {
    holder.replaceChildren(...JSON.parse(holder.dataset.plain).map(made));
    if (holder.classList.contains("by-year")) holder.scrollLeft = holder.scrollWidth; // the newest years are looked for
  }

  new MutationObserver((changes) => {
    for (const change of changes) {
      if (change.type === "attributes") build(change.target);
      else
        change.addedNodes.forEach((node) => {
          if (!(node instanceof Element)) return;
          if (node.dataset.plain !== undefined) build(node);
          node.querySelectorAll("[data-plain]").forEach(build);
        });
    }
  }).observe(document.documentElement, { childList: true, subtree: true, attributes: true, attributeFilter: ["data-plain"] });

  // ways to other pages are taken without loading everything anew, as Dash's own links do it
  document.addEventListener("click", (event) => {
    const anchor = event.target.closest && event.target.closest("[data-plain] a[href^='/'], .import-grid a[href^='/'], a.plain-link[href^='/'], a.button[href^='/'], a.park-name[href^='/']");
    if (!anchor || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    if (anchor.getAttribute("href").startsWith("/download/") || anchor.target) return;
    event.preventDefault();
    history.pushState({}, "", anchor.href);
    window.dispatchEvent(new CustomEvent("_dashprivate_pushstate"));
    if (!anchor.hash && !new URL(anchor.href).searchParams.get("point")) window.scrollTo(0, 0);
  });
})();
