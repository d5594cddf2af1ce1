// Files into the archive, one at a time: sent and read, later kept. The browser does the walking, so that it can show how
// far it is and stop between any two; what has been done stays done.
(() => {
  let going = false, stopped = false;

  const slot = () => document.getElementById("drop-slot");
  const say = (text) => (document.getElementById("import-said").textContent = text);
  const fill = (text, fields) => text.replace(/{(\w+)}/g, (_, name) => fields[name]);
  const tell = (name) => window.dash_clientside.set_props(name, { data: Date.now() });
  const here = () => new URLSearchParams(location.search);

  async function post(way, fields, body) {
    const root = JSON.parse(document.getElementById("_dash-config").textContent).requests_pathname_prefix || "/";
    const asked = new URLSearchParams({ lang: here().get("lang") || "zh", ...fields });
    const token = (document.cookie.match(/(?:^|; )_csrf_token=([^;]*)/) || [])[1] || "";
    const answer = await fetch(`${root}import/${way}?${asked}`, { method: "POST", body, headers: { "X-CSRFToken": token } });
    const told = await answer.json().catch(() => ({ why: `${answer.status} ${answer.statusText}` }));
    return answer.ok ? told : { ...told, refused: answer.status };
  }

  // Does each task in turn; tells how far it is, and what is left when it was stopped or the server cannot be reached.
  async function walk(text, tasks) {
    const texts = slot().dataset;
    const work = document.getElementById("import-work");
    going = true;
    stopped = false;
    work.hidden = false;
    let done = 0, broken = false, told = 0;
    const show = (name) => {
      document.getElementById("import-done").textContent = fill(text, { done, total: tasks.length, name });
      document.getElementById("import-bar").style.width = `${(100 * done) / Math.max(1, tasks.length)}%`;
    };
    try {
      for (; done < tasks.length && !stopped; done++) {
        show(tasks[done].name);
        if ((await tasks[done].run()) === false) stopped = true;
        if (Date.now() - told > 700) {
          tell("import-tick");
          told = Date.now();
        }
      }
    } catch (error) {
      if (!(error instanceof TypeError)) throw error; // what fetch says where nobody answers
      broken = true;
    }
    going = false;
    work.hidden = true;
    tell("import-tick");
    tell("import-settled");
    if (broken) say(texts.broken);
    else if (done < tasks.length) say(fill(texts.stopped, { done, left: tasks.length - done }));
    return done === tasks.length;
  }

  async function take(files) {
    if (going || !files.length) return;
    const texts = slot().dataset;
    let batch = here().get("batch") || "";
    const refused = [];
    const refuse = (name, why) => {
      refused.push(fill(texts.refused, { name, why }));
      say(refused.slice(-12).join("\n"));
    };
    say("");
    const tasks = [];
    for (const { path, file } of files)
      tasks.push({
        name: path,
        run: async () => {
          if (file.size > Number(texts.most)) return refuse(path, texts.large);
          const put = await post("files", { batch, path }, file);
          if (put.refused) {
            refuse(path, put.why);
            return put.refused !== 403;
          }
          if (put.batch !== batch) enter((batch = put.batch));
          for (const number of put.numbers) tasks.push({ name: path, run: () => post("read", { batch, document: number }) });
        },
      });
    await walk(texts.reading, tasks);
  }

  function enter(batch) {
    const choice = here();
    choice.set("batch", batch);
    window.dash_clientside.set_props("import-url", { search: `?${choice}` });
  }

  async function keep(rows) {
    if (going) return;
    const texts = slot().dataset;
    const batch = here().get("batch") || "";
    const counts = { added: 0, there: 0, failed: 0 };
    const troubles = [];
    if (!rows.length) return say(texts.nothing);
    say("");
    const whole = await walk(
      texts.keeping,
      rows.map((row) => ({
        name: row.title,
        run: async () => {
          const told = await post("keep", { batch, document: row.id });
          counts[told.refused || told.why ? "failed" : told.kept === "unchanged" ? "there" : "added"]++;
          if (told.why) troubles.push(`${row.title}: ${told.why}`);
          if (told.refused === 403) return false;
        },
      })),
    );
    if (whole || troubles.length) say([fill(texts.kept, counts), ...troubles.slice(0, 12)].join("\n"));
  }

  const grid = () => window.dash_ag_grid.getApi("import-grid");
  function rowsOf(chosen) {
    const rows = [];
    if (chosen) rows.push(...grid().getSelectedRows());
    else grid().forEachNode((node) => rows.push(node.data));
    return rows.filter((row) => row.keepable);
  }

  // A folder that is dropped is all that lies in it of a kind that may be a document.
  async function filesOf(entry, above = "") {
    if (entry.name.startsWith(".")) return [];
    const path = above + entry.name;
    const ending = entry.name.slice(entry.name.lastIndexOf(".")).toLowerCase();
    if (entry.isFile && above && !slot().dataset.accept.split(",").includes(ending)) return [];
    if (entry.isFile) return [{ path, file: await new Promise((found, failed) => entry.file(found, failed)) }];
    const reader = entry.createReader();
    const inner = [];
    for (let some; (some = await new Promise((found, failed) => reader.readEntries(found, failed))).length; ) inner.push(...some);
    return (await Promise.all(inner.map((one) => filesOf(one, `${path}/`)))).flat();
  }

  // What was dropped is gone as soon as one waits for anything, so that its entry is asked for at once.
  function filesIn(item) {
    const [entry, file] = [item.webkitGetAsEntry?.(), item.getAsFile()];
    if (entry) return filesOf(entry);
    return file ? [{ path: file.name, file }] : [];
  }

  function build(place) {
    const field = document.createElement("label");
    field.className = "drop";
    const input = document.createElement("input");
    Object.assign(input, { type: "file", multiple: true, id: "import-files", accept: place.dataset.accept });
    const [title, kinds] = ["strong", "small"].map((name) => document.createElement(name));
    title.textContent = place.dataset.drop;
    kinds.textContent = place.dataset.kinds;
    field.append(input, title, kinds);
    place.append(field);
    input.addEventListener("change", async () => {
      const files = [...input.files].map((file) => ({ path: file.webkitRelativePath || file.name, file }));
      input.value = "";
      await take(files);
    });
    field.addEventListener("dragover", (event) => {
      event.preventDefault();
      field.classList.add("over");
    });
    field.addEventListener("dragleave", () => field.classList.remove("over"));
    field.addEventListener("drop", async (event) => {
      event.preventDefault();
      field.classList.remove("over");
      await take((await Promise.all([...event.dataTransfer.items].map(filesIn))).flat());
    });
  }

  new MutationObserver(() => {
    const place = slot();
    if (place && !place.firstChild) build(place);
  }).observe(document.documentElement, { childList: true, subtree: true });

  document.addEventListener("click", (event) => {
    const button = event.target.closest && event.target.closest("#import-stop, #import-keep-all, #import-keep-chosen");
    if (!button) return;
    if (button.id === "import-stop") stopped = true;
    else keep(rowsOf(button.id === "import-keep-chosen"));
  });
})();
