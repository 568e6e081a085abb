// Citations: buttons that copy, and the address of the passage that a reader came by.
addEventListener("DOMContentLoaded", () => {
  const section = document.querySelector("section.cite");
  const words = section && section.querySelector("[data-copy]");
  if (!words) return;
  const { copy, copied, save, passage } = words.dataset;

  const places = [...section.querySelectorAll(".citations dd, .records pre")];
  for (const place of places) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = copy;
    button.setAttribute("aria-label", `${copy}: ${place.dataset.name}`);
    button.addEventListener("click", async () => {
      const text = [...place.childNodes].filter((node) => node !== button).map((node) => node.textContent).join("").trim();
      try {
        await navigator.clipboard.writeText(text);
        said.textContent = `${copied}: ${place.dataset.name}`;
        button.textContent = copied;
        setTimeout(() => { button.textContent = copy; }, 2000);
      } catch {
        getSelection().selectAllChildren(place);
      }
    });
    if (place.localName === "pre") place.previousElementSibling.append(button, saving(place));
    else place.append(" ", button);
  }
  const said = document.createElement("p");
  said.className = "out-of-sight";
  said.setAttribute("role", "status");
  section.append(said);

  // A file made here: the page of each text holds its records, so none lie beside it.
  function saving(place) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = save;
    button.setAttribute("aria-label", `${save}: ${place.dataset.name}`);
    button.addEventListener("click", () => {
      const link = document.createElement("a");
      link.href = URL.createObjectURL(new Blob([place.textContent, "\n"], { type: "text/plain" }));
      link.download = place.dataset.file;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    });
    return button;
  }

  // The address of the page as the citations have it; without one, where the reader is.
  const first = section.querySelector(".citations a");
  const page = first ? first.getAttribute("href") : location.href.replace(/#.*/, "");
  const line = document.createElement("p");
  line.className = "this-passage";
  line.hidden = true;
  words.after(line);
  const texts = places.filter((place) => place.localName === "pre").map((place) => [place, place.textContent]);

  function follow() {
    const id = decodeURIComponent(location.hash.slice(1));
    const target = id && document.getElementById(id);
    const whole = !(target && target.closest("article"));
    const address = whole ? page : page + location.hash;
    for (const link of section.querySelectorAll(".citations a[href^='http']")) {
      if (link.dataset.of === undefined) link.dataset.of = link.getAttribute("href") === page ? "page" : "other";
      if (link.dataset.of === "page") link.href = link.textContent = address;
    }
    for (const [place, text] of texts) place.textContent = text.replaceAll(page, address);
    line.hidden = whole || page.startsWith("file:");
    line.textContent = line.hidden ? "" : `${passage}: ${address}`;
  }
  addEventListener("hashchange", follow);
  follow();
});
