// Labels in a chart that would lie on each other: of values and of years the later ones stay, the others are left out
// until there is room, on a phone above all. What is left out is still said when its mark is touched.
(() => {
  const GAP = 2; // pixels between labels
  const KINDS = [".textpoint text", ".xtick text, .x2tick text, .x3tick text, .x4tick text, .x5tick text, .x6tick text"];
  const waiting = new Set();

  function declutter(chart) {
    for (const kind of KINDS) {
      const labels = [...chart.querySelectorAll(kind)];
      labels.forEach((label) => (label.style.visibility = ""));
      const boxes = labels.map((label) => ({ label, box: written(label) })).filter(({ box }) => box.width);
      const kept = [];
      boxes.sort((one, other) => other.box.left - one.box.left);
      for (const { label, box } of boxes) {
        if (kept.some((other) => meet(box, other))) label.style.visibility = "hidden";
        else kept.push(box);
      }
    }
  }

  // Where it is written: a blank line that keeps a label off its arrow takes no room from others.
  const written = (label) => {
    const lines = [...label.querySelectorAll("tspan.line")];
    return (lines.find((line) => line.textContent.trim()) || label).getBoundingClientRect();
  };

  const meet = (one, other) =>
    one.left < other.right + GAP && other.left < one.right + GAP && one.top < other.bottom && other.top < one.bottom;

  function later(chart) {
    if (!waiting.size) requestAnimationFrame(() => {
      const charts = [...waiting];
      waiting.clear();
      charts.forEach((one) => one.isConnected && declutter(one));
    });
    waiting.add(chart);
  }

  // plotly draws within its svg; its labels for what is pointed at are in a layer of their own
  new MutationObserver((changes) => {
    for (const { target } of changes) {
      if (!(target instanceof SVGElement) || target.closest(".hoverlayer")) continue;
      const chart = target.closest(".js-plotly-plot");
      if (chart) later(chart);
    }
  }).observe(document.documentElement, { childList: true, subtree: true });

  let resized;
  addEventListener("resize", () => {
    clearTimeout(resized);
    resized = setTimeout(() => document.querySelectorAll(".js-plotly-plot").forEach(later), 400);
  });
})();
