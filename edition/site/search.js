addEventListener("DOMContentLoaded", async () => {
  const form = document.querySelector("[role=search]");
  const status = document.getElementById("page:status");
  const list = document.getElementById("page:found");
  if (location.protocol === "file:") {
    document.getElementById("page:no-server").hidden = false;
    return;
  }
  form.hidden = false;
  const words = form.dataset;
  const field = (name) => form.elements.namedItem(name);
  const fields = ["q", "speaker", "text", "genre", "from", "to", "order"].filter(field);
  const asked = new URLSearchParams(location.search);
  for (const name of fields) field(name).value = asked.get(name) ?? "";

  // An order that a reader chose is kept for other searches; what an address says goes before it.
  const order = field("order");
  const key = "edition:search-order";
  try {
    if (order && !asked.has("order")) order.value = localStorage.getItem(key) ?? "";
  } catch {}
  if (order?.selectedIndex < 0) order.value = "";
  order?.addEventListener("change", () => {
    try {
      localStorage.setItem(key, order.value);
    } catch {}
  });

  // Pagefind knows one language a page, told by the attribute of the root: a copy of it for each.
  let started;
  const start = () => (started ??= Promise.all(words.languages.split(" ").map(async (language) => {
    const { createInstance } = await import(new URL(`pagefind/pagefind.js?${language}`, location.href));
    const root = document.documentElement;
    const own = root.lang;
    root.lang = language;
    const instance = createInstance({});
    root.lang = own;
    return instance;
  })));

  let turn = 0;
  async function search() {
    const own = ++turn;
    const said = Object.fromEntries(fields.map((name) => [name, field(name).value.trim()]));
    const address = new URLSearchParams(Object.entries(said).filter(([, value]) => value));
    history.replaceState(null, "", address.size ? `?${address}` : location.pathname);
    list.replaceChildren();
    list.nextElementSibling?.remove();
    status.textContent = "";
    if (!said.q) return;
    try {
      const copies = await start();
      const answers = await Promise.all(copies.map(async (copy) => {
        const filters = {};
        for (const name of ["speaker", "text", "genre"]) if (said[name]) filters[name] = said[name];
        if (said.from || said.to) {
          const years = Object.keys((await copy.filters()).year ?? {});
          const within = (year) => year >= Number(said.from || -Infinity) && year <= Number(said.to || Infinity);
          const any = years.filter((year) => within(Number(year)));
          if (!any.length) return [];
          filters.year = { any };
        }
        const sort = said.order ? { [said.order]: "asc" } : {};
        return (await copy.search(said.q, { filters, sort })).results;
      }));
      if (own !== turn) return;
      const rows = said.order ? answers : [answers.flat().sort((a, b) => b.score - a.score)];
      const count = rows.flat().length;
      status.textContent = count ? words.found.replace("{count}", count) : words.none;
      await show(rows, said.order, own);
    } catch (error) {
      status.textContent = words.failed;
      console.error(error);
    }
  }

  async function show(rows, by, own) {
    const begun = list.childElementCount;
    const some = await first(20, rows, by);
    if (own !== turn) return;
    const items = some.map(entry);
    list.append(...items);
    if (begun) items[0]?.querySelector("a").focus();
    if (!rows.some((row) => row.length)) return;
    const more = element("button", words.more, "more");
    more.type = "button";
    more.addEventListener("click", () => { more.remove(); show(rows, by, own); });
    list.after(more);
  }

  // Takes the first results off rows that are each in order. By date there is a row for each language, and the date
  // comes with the words; texts without one are last either way.
  async function first(count, rows, by) {
    const when = ({ filters }) => textOf(filters)?.dataset.when ?? "~";
    const before = (one, other) => (by === "oldest" || one === "~" || other === "~" ? one < other : one > other);
    const read = await Promise.all(rows.map((row) => Promise.all(row.slice(0, count).map((result) => result.data()))));
    const taken = [];
    while (taken.length < count) {
      let next = -1;
      for (const [number, row] of read.entries()) {
        if (row.length && (next < 0 || before(when(row[0]), when(read[next][0])))) next = number;
      }
      if (next < 0) break;
      taken.push(read[next].shift());
      rows[next].shift();
    }
    return taken;
  }

  function textOf({ text: [page] }) {
    return [...(field("text")?.options ?? [])].find((one) => one.value === page);
  }

  function entry({ filters, anchors, locations, raw_content: content }) {
    const item = document.createElement("li");
    const [page] = filters.text;
    const option = textOf(filters);
    const title = link(page, option?.text ?? page);
    const heading = document.createElement("h2");
    heading.append(title);
    item.append(heading);
    const about = [filters.speaker?.join(", "), option?.dataset.date].filter(Boolean).join(" · ");
    if (about) item.append(element("p", about, "of"));
    const passages = document.createElement("ul");
    for (const one of inPassages(content, anchors, locations).slice(0, 3)) {
      const line = document.createElement("li");
      const to = link(one.id === "." ? page : `${page}#${encodeURIComponent(one.id)}`);
      to.append(...one.words);
      line.append(to);
      passages.append(line);
    }
    if (passages.childElementCount) item.append(passages);
    return item;
  }

  // Where words were found, by the passage they stand in: its address, and the words around. A passage that the source
  // writes otherwise follows in that spelling, "~" before its address; it is shown where it has more of them.
  function inPassages(content, anchors, locations) {
    const blanks = content.includes("\u200b");
    const all = content.split(blanks ? "\u200b" : /\s+/).map((word) => word.replaceAll("&lt;", "<").replaceAll("&gt;", ">"));
    const starts = anchors.map(({ id, location: at }) => ({ id, at })).sort((a, b) => a.at - b.at);
    const found = new Map();
    for (const hit of [...locations].sort((a, b) => a - b)) {
      const number = starts.findLastIndex(({ at }) => at <= hit);
      if (!found.has(number)) found.set(number, []);
      found.get(number).push(hit);
    }
    const isWritten = (number) => starts[number]?.id.startsWith("~");
    const says = (number) => found.get(number)?.length ?? 0;
    const shown = [...found].filter(([number]) => (
      isWritten(number) ? says(number) > says(number - 1) : !isWritten(number + 1) || says(number) >= says(number + 1)
    ));
    return shown.map(([number, hits]) => {
      const begin = starts[number]?.at ?? 0;
      const end = starts[number + 1]?.at ?? all.length;
      const first = Math.max(begin, hits[0] - 12);
      const last = Math.min(end, first + 32);
      const nodes = first > begin ? ["… "] : [];
      for (let at = first; at < last; at += 1) {
        nodes.push(hits.includes(at) ? element("mark", all[at]) : all[at], blanks ? "" : " ");
      }
      if (last < end) nodes.push("…");
      return { id: starts[isWritten(number) ? number - 1 : number]?.id ?? ".", words: nodes };
    });
  }

  function element(name, text, kind) {
    const made = document.createElement(name);
    made.textContent = text;
    if (kind) made.className = kind;
    return made;
  }

  function link(to, text = "") {
    const made = element("a", text);
    made.href = to;
    return made;
  }

  let waiting;
  form.addEventListener("submit", (event) => { event.preventDefault(); clearTimeout(waiting); search(); });
  form.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(search, 300); });
  if (field("q").value) search();
});
