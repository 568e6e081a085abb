// Has Lighthouse judge web pages that a server on this machine gives out, and tells the scores as JSON.
// node score.mjs BROWSER FOLDER_WITH_NODE_MODULES SCREEN:ADDRESS...   (a SCREEN is mobile or desktop)
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const [chromePath, tools, ...pages] = process.argv.slice(2);
const require = createRequire(pathToFileURL(`${tools}/`));
const load = (name) => import(pathToFileURL(require.resolve(name)).href);
const { default: lighthouse, desktopConfig } = await load("lighthouse");
const { launch } = await load("chrome-launcher");

const browser = await launch({ chromePath, chromeFlags: ["--headless=new", "--no-sandbox"], logLevel: "silent" });
const judged = [];
try {
  for (const page of pages) {
    const [, screen, address] = /^(\w+):(.+)$/.exec(page);
    const flags = { port: browser.port, logLevel: "silent", disableFullPageScreenshot: true };
    const { lhr } = await lighthouse(address, flags, screen === "desktop" ? desktopConfig : undefined);
    judged.push({ screen, address, scores: scores(lhr), lost: lost(lhr), error: lhr.runtimeError?.message ?? "" });
  }
} finally {
  browser.kill();
}
process.stdout.write(JSON.stringify(judged));

// Of 100, by category.
function scores({ categories }) {
  return Object.fromEntries(Object.values(categories).map(({ id, score }) => [id, Math.round(score * 100)]));
}

// The audits that cost a category points, with the places they name.
function lost({ categories, audits }) {
  return Object.values(categories).flatMap(({ id, auditRefs }) => auditRefs
    .filter((audit) => audit.weight > 0 && audits[audit.id].score !== null && audits[audit.id].score < 0.9)
    .map((audit) => {
      const { title, displayValue, details } = audits[audit.id];
      const places = (details?.items ?? []).map((item) => item.node?.snippet ?? item.url ?? item.description ?? "");
      return [id, title, displayValue, ...places].filter(Boolean).join(": ");
    }));
}
