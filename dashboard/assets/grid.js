// The grid's script is a quarter of all that a first visit weighs, and most pages have no grid: it is fetched when the
// first grid is shown. What stands in for the grid until then stays its frame, so that none is ever drawn twice.
(() => {
  const { createElement, lazy, Suspense } = window.React;
  const address = document.querySelector('meta[name="grid-script"]').content;
  const fetched = () =>
    new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = address;
      script.onload = () => {
        const found = window.dash_ag_grid;
        window.dash_ag_grid = { ...found, AgGrid };
        resolve({ default: found.AgGrid });
      };
      script.onerror = reject;
      document.head.append(script);
    });
  const Fetched = lazy(fetched);
  const AgGrid = (props) => createElement(Suspense, { fallback: null }, createElement(Fetched, props));
  AgGrid.dashRenderType = true; // as the grid's own says: it wants to know why it is drawn anew
  window.dash_ag_grid = { AgGrid };
})();
