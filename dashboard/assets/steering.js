// The address is the choice, and it is changed here, by the browser, see dashboard/steering.py. What a page's controls
// are known to hold stands in its store `given`; whatever holds something else was moved by the reader.
(() => {
  const canonical = (value) =>
    value && typeof value === "object" && !Array.isArray(value)
      ? Object.fromEntries(Object.keys(value).sort().map((key) => [key, canonical(value[key])]))
      : value;

  // What a control holds, as texts of the address; null where it does not know yet.
  const FORMS = {
    texts: (value) => [value ?? ""].flat().filter(Boolean),
    on: (checked) => (checked ? ["1"] : []),
    off: (checked) => (checked ? [] : ["1"]),
    filters: (model) => (Object.keys(model ?? {}).length ? [JSON.stringify(canonical(model))] : []),
    order(states) {
      if (!states || !Array.isArray(states)) return states ? [states.order].filter(Boolean) : null;
      return states.filter((column) => column.sort).slice(0, 1).map((column) => `${column.colId}:${column.sort}`);
    },
  };
  FORMS.columns = FORMS.order;
  const texts = (control, value) => FORMS[control.form](value);
  const same = (some, others) => some.length === others.length && some.every((one, at) => one === others[at]);
  const sameSet = (some, others) => same([...some].sort(), [...others].sort());

  const component = (id) => window.dash_component_api.getLayout(id)?.props;
  const set = (id, props) => window.dash_clientside.set_props(id, props);

  // The states of a grid's columns in an order, with just these columns shown; null where they are so already.
  function arranged(states, { order, shown }) {
    const wanted = (states ?? []).map((column) => {
      const sort = order.startsWith(`${column.colId}:`) ? order.split(":").pop() : null;
      return { ...column, sort, hide: !shown.includes(column.colId) };
    });
    const right = wanted.every((one, at) => one.hide === states[at].hide && one.sort === (states[at].sort ?? null));
    return right ? null : wanted;
  }

  // The address becomes this one, and all that follow the address hear of it, as from a link of Dash.
  function go(params) {
    const search = params.size ? `?${params}` : "";
    if (search === location.search) return;
    history.pushState({}, "", location.pathname + search);
    window.dispatchEvent(new CustomEvent("_dashprivate_pushstate"));
  }

  const counts = ({ where }, params) => !where || (where[0] === "!" ? !params.has(where.slice(1)) : params.has(where));

  function turn(params, control, said) {
    control.clears.forEach((name) => params.delete(name));
    control.sets.forEach(([name, value]) => params.set(name, value));
    params.delete(control.field);
    if (!sameSet(said, control.usual)) said.forEach((text) => params.append(control.field, text));
  }

  function steer(...called) {
    const url = called[called.length - 1];
    const [store, answers] = ["given", "answered"].map((type) => ({ type, url }));
    const given = component(store)?.data;
    if (!given || location.pathname !== given.path) return;
    const params = new URLSearchParams(location.search);
    const held = { ...given.held };
    let moved = false;
    for (const control of given.controls) {
      const value = component(control.id)?.[control.prop];
      const said = texts(control, value);
      if (said === null || !counts(control, params) || same(said, texts(control, held[control.field]))) continue;
      held[control.field] = value;
      turn(params, control, said);
      moved = true;
    }
    if (moved) {
      set(store, { data: { ...given, held } });
      const order = ([name]) => given.fields.indexOf(name);
      return go(new URLSearchParams([...params].sort((one, other) => order(one) - order(other))));
    }
    const answered = component(answers)?.data;
    if (answered && answered.search === location.search && answered.held !== given.held) follow(store, given, answered.held);
  }

  // The controls are given what they are to hold; those that do are left alone, whatever is being typed in them.
  function follow(store, given, held) {
    set(store, { data: { ...given, held } });
    for (const control of given.controls) {
      const value = component(control.id)?.[control.prop];
      const wanted = held[control.field];
      if (control.form === "columns") {
        const states = arranged(value, wanted);
        if (states) set(control.id, { [control.prop]: states });
      } else if (control.form !== "order" && !same(texts(control, value), texts(control, wanted))) set(control.id, { [control.prop]: wanted });
    }
  }

  // Another day was chosen whose knowledge is to be shown, on whatever page.
  function day(value) {
    const params = new URLSearchParams(location.search);
    if ((value || "") === (params.get("as_of") || "")) return;
    params.delete("as_of");
    if (value) params.append("as_of", value);
    go(params);
  }

  function otherLanguage() {
    const params = new URLSearchParams(location.search);
    const english = params.get("lang") === "en";
    params.delete("lang");
    if (!english) params.append("lang", "en");
    go(params);
  }

  // The links above that keep the view start from the newest address, not from the one that they were drawn for.
  const WAYS = { ".other-language": otherLanguage, ".to-now": () => day("") };
  document.addEventListener(
    "click",
    (event) => {
      if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      const way = Object.keys(WAYS).find((place) => event.target.closest?.(place));
      if (!way) return;
      event.preventDefault();
      event.stopPropagation();
      WAYS[way]();
    },
    true,
  );

  window.dash_clientside = window.dash_clientside || {};
  window.dash_clientside.steering = {
    steer,
    // A mark of a chart was clicked: its sentence is opened.
    open() {
      const point = window.dash_clientside.callback_context.triggered[0]?.value?.points?.[0]?.customdata;
      if (point === undefined) return;
      const params = new URLSearchParams(location.search);
      params.set("point", point);
      go(params);
    },
    day,
  };
})();
