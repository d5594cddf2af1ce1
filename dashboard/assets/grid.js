// The grid's script is a quarter of all that a first visit weighs, and most pages have no grid: it is fetched when the
// first grid is shown. What stands in for the grid until then stays its frame, so that none is ever drawn twice.
(() => {
  // On a phone the columns that a reader needs most stand first, see dashboard/components/grid_columns.py.
  const narrow = matchMedia("(max-width: 48em)");
  const rank = (column) => column.context?.onPhones ?? Infinity;
  const placed = (columns) =>
    narrow.matches && columns ? [...columns].sort((one, other) => (rank(one) === rank(other) ? 0 : rank(one) - rank(other))) : columns;

  // How cells are drawn: numbers as everywhere on the site, with thousands marked; a value leads to its place in the
  // document; a part of a park stands behind its name, unless it has a column of its own.
  const shown = (value) =>
    typeof value === "number" ? value.toLocaleString("en-US", { maximumFractionDigits: 9 }).replace("-", "−") : value;
  const functions = (window.dashAgGridComponentFunctions = window.dashAgGridComponentFunctions || {});
  functions.Figure = (cell) => shown(cell.value);
  functions.FigureLink = (cell) =>
    cell.data ? window.React.createElement("a", { href: cell.data.place }, shown(cell.value)) : null;
  functions.Area = (cell) => {
    const apart = cell.api.getColumn("segment")?.isVisible();
    return cell.data?.segment && !apart ? `${cell.value} · ${cell.data.segment}` : cell.value;
  };

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
  const AgGrid = (props) => createElement(Suspense, { fallback: null }, createElement(Fetched, { ...props, columnDefs: placed(props.columnDefs) }));
  AgGrid.dashRenderType = true; // as the grid's own says: it wants to know why it is drawn anew
  window.dash_ag_grid = { AgGrid };
})();
