// What can be done with a chart in the browser alone: walk along its marks by keyboard, take it away as a picture with
// title, source and date on it, copy its link or the code that puts it into another page.
(() => {
  const plot = (frame) => frame && frame.querySelector(".js-plotly-plot");

  // every mark that leads to a sentence, in the order of time
  function marks(chart) {
    const found = [];
    (chart._fullData || []).forEach((trace) => {
      if (!trace.customdata || trace.visible === false) return;
      const given = chart.data[trace.index];
      (trace.customdata || []).forEach((series, at) => {
        const x = trace.x[at];
        found.push({
          curve: trace._expandedIndex ?? trace.index,
          at,
          x: typeof x === "number" ? x : Date.parse(x),
          series,
          said: String((trace.hovertext || [])[at] || ""),
          sentence: (given.meta || [])[at] || "",
          panel: trace.yaxis,
        });
      });
    });
    return found.sort((one, other) => (one.panel > other.panel) - (one.panel < other.panel) || one.x - other.x);
  }

  const plain = (markup) => {
    const box = document.createElement("textarea");
    box.innerHTML = markup.replace(/<br>/g, "，").replace(/<[^>]*>/g, "");
    return box.value;
  };

  document.addEventListener("keydown", (event) => {
    const frame = event.target.closest && event.target.closest(".chart");
    if (!frame || event.target !== frame) return;
    const chart = plot(frame);
    if (!chart) return;
    const all = marks(chart);
    if (!all.length) return;
    const steps = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 1, ArrowUp: -1 };
    let at = chart._walked ?? -1;
    if (event.key in steps) at = at < 0 ? (steps[event.key] > 0 ? 0 : all.length - 1) : at + steps[event.key];
    else if (event.key === "Home") at = 0;
    else if (event.key === "End") at = all.length - 1;
    else if (event.key === "Enter" && at >= 0) {
      const id = frame.querySelector(".dash-graph")?.id;
      if (id) window.dash_clientside.set_props(JSON.parse(id), { clickData: { points: [{ customdata: all[at].series }] } });
      return event.preventDefault();
    } else if (event.key === "Escape") {
      chart._walked = -1;
      return window.Plotly.Fx.unhover(chart);
    } else return;
    event.preventDefault();
    at = Math.max(0, Math.min(all.length - 1, at));
    chart._walked = at;
    const mark = all[at];
    window.Plotly.Fx.hover(chart, [{ curveNumber: mark.curve, pointNumber: mark.at }], [mark.panel.replace("y", "x") + mark.panel]);
    const live = frame.parentElement.querySelector(".said");
    if (live) live.textContent = `${at + 1}/${all.length} ${plain(mark.said)}。${mark.sentence}`;
  });

  async function picture(chart, format, title, source) {
    const light = document.documentElement.getAttribute("data-mantine-color-scheme") !== "dark";
    const { width, height } = chart.getBoundingClientRect();
    const wide = Math.max(760, Math.round(width));
    const tall = Math.round(height) + 96;
    const layout = JSON.parse(JSON.stringify(chart.layout));
    const ink = layout.font?.color || (light ? "#343a40" : "#d4d7da");
    const day = new Date().toISOString().slice(0, 10);
    layout.width = wide;
    layout.height = tall;
    layout.paper_bgcolor = light ? "#ffffff" : "#1f2226";
    layout.margin = { ...layout.margin, t: (layout.margin?.t || 40) + 52, b: (layout.margin?.b || 30) + 44 };
    layout.title = { text: plainly(title), x: 0.012, xanchor: "left", y: 1, yref: "container", yanchor: "top", pad: { t: 14 }, font: { size: 19, color: ink } };
    layout.annotations = [
      ...(layout.annotations || []),
      {
        text: plainly(`${source} · ${day}`), showarrow: false, xref: "paper", yref: "paper", x: 0, y: 0, xanchor: "left", yanchor: "bottom",
        xshift: -(layout.margin.l || 40) + 10, yshift: -layout.margin.b + 8, font: { size: 11.5, color: ink },
      },
    ];
    const legend = [...(chart.closest(".frame")?.querySelectorAll(".legend.entities .key") || [])];
    if (legend.length > 1) {
      layout.annotations.push({
        text: legend
          .map((key) => `<span style="color:${key.querySelector(".dot")?.style.background}">●</span> ${plainly(key.textContent)}`)
          .join("　"),
        showarrow: false, xref: "paper", yref: "paper", x: 0, y: 1, xanchor: "left", yanchor: "top",
        xshift: -(layout.margin.l || 40) + 10, yshift: layout.margin.t - 42, font: { size: 13, color: ink },
      });
    }
    const url = await window.Plotly.toImage({ data: chart.data, layout }, { format, width: wide, height: tall, scale: format === "png" ? 2 : 1 });
    const anchor = document.createElement("a");
    anchor.href = url;
    anchor.download = `${title.replace(/[\\/:*?"<>|]/g, " ").trim() || "chart"}.${format}`;
    anchor.click();
  }

  const plainly = (text) => String(text || "").replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");

  async function copy(text) {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      // an address other than this machine's is no secure context
      const box = document.createElement("textarea");
      box.value = text;
      document.body.appendChild(box);
      box.select();
      document.execCommand("copy");
      box.remove();
    }
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest && event.target.closest("[data-do]");
    if (!button) return;
    const { do: what, title, source, said } = button.dataset;
    const frame = button.closest(".frame");
    if (what === "png" || what === "svg") {
      const charts = [...frame.querySelectorAll(".js-plotly-plot")];
      const names = [...frame.querySelectorAll(".small-title")];
      charts.forEach((chart, at) => picture(chart, what, names[at] ? `${title} ${names[at].textContent}` : title, source));
      return;
    }
    if (what in TEXTS) TEXTS[what](source).then((text) => copy(text).then(() => answer(button, said, text)));
  });

  // What is copied, by what the button does.
  const TEXTS = {
    link: async () => address(false),
    embed: async () => `<iframe src="${address(true)}" width="760" height="520" style="border:0" loading="lazy"></iframe>`,
    cite: async (source) => `${source}，${address(false)}，${new Date().toISOString().slice(0, 10)}`,
    rows: async (source) => (await fetch(source)).text(),
  };

  function address(embedded) {
    const here = new URL(location.href);
    here.searchParams.delete("embed");
    if (embedded) here.searchParams.set("embed", "1");
    return here.toString();
  }

  function answer(button, said, text) {
    const before = button.textContent;
    const lines = text.split("\n").length - 2; // without its head, and the end of the last
    button.textContent = (said || "✓").replace("{n}", lines.toLocaleString());
    setTimeout(() => (button.textContent = before), 1400);
  }
})();
