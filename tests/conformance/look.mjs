// Looks at web pages in a browser as readers meet them, and tells what it saw as JSON.
// node look.mjs BROWSER FOLDER_WITH_NODE_MODULES PAGE...   (a PAGE is a file, or an address of this machine)
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { readFileSync } from "node:fs";

const [browserPath, tools, ...pages] = process.argv.slice(2);
const require = createRequire(pathToFileURL(`${tools}/`));
const { chromium } = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

const browser = await chromium.launch({ executablePath: browserPath, args: ["--no-sandbox"] });
const seen = [];

for (const page of pages) {
  const served = page.startsWith("http:");
  const address = served ? page : pathToFileURL(page).href;
  const report = { page, requests: [], complaints: [], axe: [], sideways: [], withoutScript: false };
  const pictures = [];
  for (const colorScheme of ["light", "dark"]) {
    for (const width of [1280, 320]) {
      const view = await open(colorScheme, width, true, report);
      await view.evaluate(axe);
      const { violations, incomplete } = await view.evaluate(() => axe.run(document, {
        runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
      }));
      for (const found of violations) {
        report.axe.push(`${colorScheme} ${width}: ${found.id}: ${found.nodes.map((n) => n.html).join(" | ")}`);
      }
      report.unsure = (report.unsure ?? []).concat(incomplete.map((found) => found.id));
      const wide = await view.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      if (wide > 0) report.sideways.push(`${colorScheme} ${width}: ${wide} px`);
      if (width === 1280 && colorScheme === "light") {
        report.measures = await view.evaluate(measures);
        report.marginal = await view.evaluate(marginal);
      }
      await view.context().close();
    }
  }
  for (const script of [true, false]) {
    const view = await open("light", 800, script, report);
    // Buttons that copy and save are made by the script; without it there is nothing that they could do.
    if (script) await view.evaluate(() => { for (const one of document.querySelectorAll(".copy")) one.hidden = true; });
    pictures.push(await view.screenshot({ fullPage: true }));
    await view.context().close();
  }
  report.note = await note(report);
  report.withoutScript = pictures[0].equals(pictures[1]);
  seen.push(report);

  // The first note by keyboard: its words beside the call, then in the list again, and the focus back on the call.
  // A page of an e-book has no script: there the reading program opens notes.
  async function note(into) {
    const view = await open("light", 800, true, into);
    const call = view.locator(".note-call a").first();
    if (!(await call.count()) || !(await view.locator("script").count())) return null;
    const listed = await view.locator(".notes .note-text").first().textContent();
    await call.focus();
    await view.keyboard.press("Enter");
    const beside = await view.locator(".note-beside").textContent();
    const left = await view.locator(".notes .note-text").count();
    await view.keyboard.press("Escape");
    await view.locator(".note-beside").waitFor({ state: "detached" });
    const back = await view.evaluate(() => document.activeElement.matches(".note-call a"));
    const again = await view.locator(".notes .note-text").count();
    await view.context().close();
    return { listed, beside, lent: again - left, back };
  }

  async function open(colorScheme, width, javaScriptEnabled, into) {
    const context = await browser.newContext({ colorScheme, javaScriptEnabled, viewport: { width, height: 900 } });
    const view = await context.newPage();
    view.on("request", (request) => { if (!own(request.url())) into.requests.push(request.url()); });
    view.on("console", (message) => into.complaints.push(message.text()));
    view.on("pageerror", (error) => into.complaints.push(String(error)));
    await view.goto(address, served ? { waitUntil: "networkidle" } : {});
    if (javaScriptEnabled) {
      into.found = await view.locator(".found > li h2").allTextContents();
      into.marked = await view.locator(".found mark").allTextContents();
    }
    return view;
  }

  // A page that is served may ask its own server for more, a file nobody for anything.
  function own(asked) {
    return asked === address || (served && new URL(asked).origin === new URL(address).origin);
  }
}
await browser.close();
process.stdout.write(JSON.stringify(seen));

// Characters in each full line of the paragraphs of prose (all but the last line of each).
// On which side of the text each marginal note stands.
function marginal() {
  const column = document.querySelector("main").getBoundingClientRect();
  return [...document.querySelectorAll(".marginal")].map((note) => {
    const box = note.getBoundingClientRect();
    return box.right <= column.left ? "left" : box.left >= column.right ? "right" : "within";
  });
}

function measures() {
  const lengths = [];
  for (const paragraph of document.querySelectorAll("article p:not([class])")) {
    const lines = new Map();
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    for (let text = walker.nextNode(); text; text = walker.nextNode()) {
      for (let i = 0; i < text.length; i += 1) {
        const range = document.createRange();
        range.setStart(text, i);
        range.setEnd(text, i + 1);
        const box = range.getBoundingClientRect();
        if (box.width === 0) continue;
        const line = Math.round(box.bottom / 12);
        lines.set(line, (lines.get(line) ?? 0) + 1);
      }
    }
    lengths.push(...[...lines.values()].slice(0, -1));
  }
  return lengths;
}
