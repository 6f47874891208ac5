// Opens one file in Chromium, does what the steps say, and answers as JSON. A job comes on standard input:
// {file, width, scheme, steps: [{do, ...}]}. Said beside the answers: every console message, dialog and request.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";

const [root, chromiumPath] = process.argv.slice(2);
const require = createRequire(`${root}/`);
const { chromium } = require("playwright-core");
const job = JSON.parse(readFileSync(0, "utf8"));
const heard = { console: [], dialogs: [], requests: [], answers: [] };

const browser = await chromium.launch({
  executablePath: chromiumPath,
  chromiumSandbox: false,
  args: ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync"],
});
const page = await browser.newPage({
  viewport: { width: job.width ?? 1440, height: 900 }, colorScheme: job.scheme ?? "light", reducedMotion: "reduce",
});
page.on("console", (message) => heard.console.push(message.text()));
page.on("pageerror", (error) => heard.console.push(String(error)));
page.on("dialog", (dialog) => { heard.dialogs.push(dialog.message()); return dialog.dismiss(); });
page.on("request", (request) => heard.requests.push(request.url()));
await page.goto(`file://${job.file}`);

const steps = {
  click: async ({ on }) => { await page.locator(on).click(); },
  hover: async ({ on }) => { await page.locator(on).hover(); },
  press: async ({ key, times = 1 }) => { for (let n = 0; n < times; n++) await page.keyboard.press(key); },
  // moves the focus with the Tab key alone until it is there
  tab: async ({ to }) => {
    for (let n = 0; n < 400; n++) {
      if (await page.evaluate((id) => document.activeElement?.id === id, to)) return;
      await page.keyboard.press("Tab");
    }
    throw new Error(`the Tab key never reaches ${to}`);
  },
  open: async () => page.evaluate(() => document.querySelectorAll("details").forEach((each) => { each.open = true; })),
  ask: async ({ code }) => page.evaluate(`(${code})()`),
  axe: async () => {
    await page.evaluate(readFileSync(require.resolve("axe-core/axe.min.js"), "utf8"));
    const { violations } = await page.evaluate("axe.run(document, { resultTypes: ['violations'] })");
    return violations.map((each) => `${each.id}: ${each.nodes.slice(0, 3).map((node) => node.html).join(" | ")}`);
  },
  // what a screen reader is told of an element: contents that a style sheet makes are in the browser's tree alone
  spoken: async ({ role }) => {
    const client = await page.context().newCDPSession(page);
    const { nodes } = await client.send("Accessibility.getFullAXTree");
    const byId = new Map(nodes.map((node) => [node.nodeId, node]));
    const words = (node) => node.role?.value === "StaticText" ? [node.name.value]
      : (node.childIds ?? []).flatMap((id) => byId.has(id) ? words(byId.get(id)) : []);
    const ordered = (node) => [node, ...(node.childIds ?? []).flatMap((id) => byId.has(id) ? ordered(byId.get(id)) : [])];
    const tidy = (text) => text.replace(/\s+([.·])|\s+/g, (all, stop) => stop === "." ? "." : stop ? ` ${stop}` : " ").trim();
    const found = ordered(nodes[0]).filter((node) => !node.ignored && node.role?.value === role);
    return found.map((node) => tidy(words(node).join(" ")));
  },
  pdf: async ({ path }) => { await page.pdf({ path, preferCSSPageSize: true }); },
  picture: async ({ path }) => { await page.screenshot({ path }); },
};
for (const step of job.steps) heard.answers.push(await steps[step.do](step) ?? null);
await browser.close();
process.stdout.write(JSON.stringify(heard));
