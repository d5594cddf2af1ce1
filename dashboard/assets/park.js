// What the browser does on its own: names the page, counts rows, scrolls to a figure, shows what a figure was read as.
// Charts are drawn by plotly's basic bundle, fetched from here when the first one is shown; Dash asks for the full one,
// four times its size, wherever this says.
Object.defineProperty(window, "_dashPlotlyJSURL", {
  get: () => `${document.querySelector('script[src*="/assets/park"]').src.split("/assets/")[0]}/assets/plotly-basic.min.js`,
  set() {},
});

let pointedFor = "";

window.dash_clientside = window.dash_clientside || {};
window.dash_clientside.park = {
  // A page has been drawn: tell screen readers its language, put its name in the title.
  arrived(here) {
    const english = here.lang === "en";
    document.documentElement.lang = english ? "en" : "zh-CN";
    document.documentElement.toggleAttribute("data-embed", here.embed === "True");
    document.documentElement.toggleAttribute("data-reader", Boolean(here.reader));
    document.title = `${here.title} · ${english ? "Park Indicators" : "园区指标"}`;
    return here.path;
  },
  // On a phone the ways to the pages are a strip: the one to the page on show is brought into sight.
  showWay() {
    requestAnimationFrame(() => {
      const way = document.querySelector(".page-link.current");
      if (way) way.parentElement.scrollLeft = way.offsetLeft - way.parentElement.offsetLeft - way.offsetWidth;
    });
  },
  // The switch says "light" until it is first used, whatever the page is; the page itself knows.
  light() {
    return shownScheme();
  },
  // A grid fetches its rows as it scrolls; another question makes it begin anew, unless it has yet to begin at all.
  askAgain(_question, grid) {
    if (document.getElementById(grid)?.querySelector(".ag-root")) window.dash_ag_grid.getApi(grid)?.purgeInfiniteCache();
    return window.dash_clientside.no_update;
  },
  // On a phone the sentence stands below the chart: bring it into sight when a mark was touched.
  showEvidence(_content, search) {
    const point = new URLSearchParams(search || "").get("point");
    if (point) requestAnimationFrame(() => document.querySelector(".sentences")?.scrollIntoView({ block: "nearest" }));
    return point || "";
  },
  showFigure(_content, search) {
    const at = new URLSearchParams(search || "").get("at");
    // the same page may be drawn twice; what its reader has pointed at meanwhile stays
    const again = pointedFor === location.href && document.querySelector(".pointed-out");
    if (at && !again)
      requestAnimationFrame(() => {
        pointOut(`m${at}`);
        besides(`r${at}`);
      });
    pointedFor = location.href;
    return at || "";
  },
};

function shownScheme() {
  const shown = document.documentElement.getAttribute("data-mantine-color-scheme");
  const dark = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  return shown === "dark" || shown === "light" ? shown : dark;
}

// Charts are drawn anew when the page turns dark or light.
new MutationObserver(() => {
  if (document.getElementById("page")) window.dash_clientside.set_props("light", { data: shownScheme() });
}).observe(document.documentElement, { attributeFilter: ["data-mantine-color-scheme"] });

function pointOut(id) {
  const place = document.querySelector(`[data-place="${CSS.escape(id)}"]`);
  if (!place) return;
  document.querySelectorAll(".pointed-out").forEach((one) => one.classList.remove("pointed-out"));
  place.classList.add("pointed-out");
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  place.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
}

// The row of a figure that is shown is pointed out, too; a list that scrolls by itself is brought to it.
function besides(id) {
  const row = document.querySelector(`[data-place="${CSS.escape(id)}"]`);
  const list = row?.closest(".rows");
  if (!row) return;
  row.classList.add("pointed-out");
  if (list.scrollHeight > list.clientHeight) list.scrollTop += row.getBoundingClientRect().top - list.getBoundingClientRect().top - 60;
}

// From a row to its figure and back, without leaving the page.
document.addEventListener("click", (event) => {
  const anchor = event.target.closest && event.target.closest('a[href^="#m"], a[href^="#r"]');
  if (!anchor) return;
  event.preventDefault();
  pointOut(anchor.getAttribute("href").slice(1));
});

// A list that hangs from its summary closes when something else is clicked.
document.addEventListener("click", (event) => {
  document.querySelectorAll(".column-choice[open]").forEach((one) => one.contains(event.target) || one.removeAttribute("open"));
});

// One tip for all: whatever has data-tip says it when pointed at or focused.
(() => {
  let tip;
  const show = (event) => {
    const owner = event.target.closest && event.target.closest("[data-tip]");
    if (!owner || !owner.dataset.tip) return hide();
    if (!tip) {
      tip = document.createElement("div");
      tip.className = "tip";
      tip.setAttribute("role", "tooltip");
      tip.id = "tip";
      document.body.appendChild(tip);
    }
    tip.textContent = owner.dataset.tip;
    tip.hidden = false;
    const [box, mine] = [owner.getBoundingClientRect(), tip.getBoundingClientRect()];
    const left = Math.min(Math.max(8, box.left), window.innerWidth - mine.width - 8);
    const above = box.top - mine.height - 8;
    tip.style.left = `${left}px`;
    tip.style.top = `${above > 8 ? above : box.bottom + 8}px`;
  };
  const hide = () => {
    if (tip) tip.hidden = true;
  };
  document.addEventListener("mouseover", show);
  document.addEventListener("focusin", show);
  document.addEventListener("mouseout", hide);
  document.addEventListener("focusout", hide);
  document.addEventListener("scroll", hide, true);
  document.addEventListener("keydown", (event) => event.key === "Escape" && hide());
})();
