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
  const fields = ["q", "speaker", "text", "genre", "from", "to"].filter(field);
  const asked = new URLSearchParams(location.search);
  for (const name of fields) field(name).value = asked.get(name) ?? "";

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
        return (await copy.search(said.q, { filters })).results;
      }));
      if (own !== turn) return;
      const results = answers.flat().sort((a, b) => b.score - a.score);
      status.textContent = results.length ? words.found.replace("{count}", results.length) : words.none;
      await show(results, 0, own);
    } catch (error) {
      status.textContent = words.failed;
      console.error(error);
    }
  }

  async function show(results, from, own) {
    const some = await Promise.all(results.slice(from, from + 20).map((result) => result.data()));
    if (own !== turn) return;
    const items = some.map(entry);
    list.append(...items);
    if (from) items[0]?.querySelector("a").focus();
    if (from + 20 >= results.length) return;
    const more = element("button", words.more, "more");
    more.type = "button";
    more.addEventListener("click", () => { more.remove(); show(results, from + 20, own); });
    list.after(more);
  }

  function entry({ filters, anchors, locations, raw_content: content }) {
    const item = document.createElement("li");
    const [page] = filters.text;
    const option = [...(field("text")?.options ?? [])].find((one) => one.value === page);
    const title = link(page, option?.text ?? page);
    const heading = document.createElement("h2");
    heading.append(title);
    item.append(heading);
    const about = [filters.speaker?.join(", "), option?.dataset.date].filter(Boolean).join(" · ");
    if (about) item.append(element("p", about, "of"));
    const passages = document.createElement("ul");
    for (const one of inPassages(content, anchors, locations).slice(0, 3)) {
      const line = document.createElement("li");
      const to = link(one.id ? `${page}#${encodeURIComponent(one.id)}` : page);
      to.append(...one.words);
      line.append(to);
      passages.append(line);
    }
    if (passages.childElementCount) item.append(passages);
    return item;
  }

  // Where words were found, by the passage they stand in: its address, and the words around.
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
    return [...found].map(([number, hits]) => {
      const begin = starts[number]?.at ?? 0;
      const end = starts[number + 1]?.at ?? all.length;
      const first = Math.max(begin, hits[0] - 12);
      const last = Math.min(end, first + 32);
      const nodes = first > begin ? ["… "] : [];
      for (let at = first; at < last; at += 1) {
        nodes.push(hits.includes(at) ? element("mark", all[at]) : all[at], blanks ? "" : " ");
      }
      if (last < end) nodes.push("…");
      return { id: starts[number]?.id, words: nodes };
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
