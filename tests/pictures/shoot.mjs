// Takes pictures of web pages in a browser: node shoot.mjs BROWSER FOLDER_WITH_NODE_MODULES < LIST
// The list is JSON; of each picture it says page (a file, or an address of this machine), to (a PNG), width, height (at most), dark.
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { readFileSync } from "node:fs";

const [browserPath, tools] = process.argv.slice(2);
const { chromium } = createRequire(pathToFileURL(`${tools}/`))("playwright-core");
const browser = await chromium.launch({ executablePath: browserPath, args: ["--no-sandbox", "--hide-scrollbars"] });

for (const { page, to, width, height, dark } of JSON.parse(readFileSync(0, "utf8"))) {
  const context = await browser.newContext({
    viewport: { width, height }, colorScheme: dark ? "dark" : "light", reducedMotion: "reduce", locale: "en-GB",
  });
  const view = await context.newPage();
  if (page.startsWith("http:")) await view.goto(page, { waitUntil: "networkidle" });
  else await view.goto(pathToFileURL(page).href);
  const whole = await view.evaluate(() => document.documentElement.scrollHeight);
  const clip = { x: 0, y: 0, width, height: Math.min(height, whole) };
  await view.screenshot({ path: to, clip, animations: "disabled", caret: "hide" });
  await context.close();
}
await browser.close();
