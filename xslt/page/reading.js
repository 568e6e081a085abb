
// Remembers what a reader chose, from page to page, and sets it before the text is drawn. Where nothing may be kept
// (some browsers keep nothing for files), the choices hold for the page.
{
  const key = "edition:reading";
  const choices = document.querySelector(".reading-choices");
  let kept = {};
  try {
    kept = JSON.parse(localStorage.getItem(key)) ?? {};
  } catch {}
  for (const input of choices.querySelectorAll("input")) {
    if (kept[input.name] === input.value) input.checked = true;
  }
  choices.addEventListener("change", ({ target }) => {
    kept[target.name] = target.value;
    try {
      localStorage.setItem(key, JSON.stringify(kept));
    } catch {}
  });
}

// Shows a footnote beside its call. The list of notes lends its words and gets them back: they are never there twice.
// Without popovers, and for a click that asks for a new window, the link leads to the note as ever.
document.addEventListener("click", (event) => {
  const call = event.target.closest?.(".note-call a");
  if (!call || event.ctrlKey || event.metaKey || event.shiftKey || !("popover" in call)) return;
  const words = document.getElementById(decodeURIComponent(call.hash.slice(1)))?.querySelector(".note-text");
  if (!words) return;
  event.preventDefault();
  const place = document.createComment("");
  const box = document.createElement("div");
  Object.assign(box, { popover: "auto", className: "note-beside", tabIndex: -1 });
  box.setAttribute("role", "note");
  box.setAttribute("aria-label", call.getAttribute("aria-label"));
  words.replaceWith(place);
  box.append(words);
  document.querySelector("main").append(box);
  box.addEventListener("toggle", ({ newState }) => {
    if (newState !== "closed") return;
    place.replaceWith(words);
    box.remove();
  });
  box.showPopover();
  const at = call.getBoundingClientRect();
  const below = at.bottom + box.offsetHeight + 8 < innerHeight || at.top < box.offsetHeight + 8;
  box.style.left = `${Math.max(16, Math.min(at.left, document.documentElement.clientWidth - box.offsetWidth - 16)) + scrollX}px`;
  box.style.top = `${(below ? at.bottom + 6 : at.top - box.offsetHeight - 6) + scrollY}px`;
  box.focus({ preventScroll: true });
});
