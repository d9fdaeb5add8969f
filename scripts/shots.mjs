// Takes the pictures of the documentation, in docs/pictures/, from a demo municipality.
//
//   node scripts/shots.mjs              starts a demo of its own, with the stories' clock and families
//   node scripts/shots.mjs ADDRESS      uses the one that runs there, e.g. http://127.0.0.1:8080
//
// Needs what the browser tests need (scripts/setup.sh test) and a built program (cargo build -p veven).
import { rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { screenshot, signInAs } from '../e2e/support/page.mjs';
import { Server } from '../e2e/support/server.mjs';
import { watch } from '../e2e/support/watch.mjs';
import settings from '../e2e/playwright.config.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const { chromium } = createRequire(join(root, 'e2e', 'package.json'))('@playwright/test');

/** Each picture: its name, the page, the demo's person who looks at it, and the widths that the documents show. */
const PICTURES = [
  { name: 'home', path: '/min', as: 'rania', widths: [390] },
  { name: 'workbench', path: '/arbeid', as: 'ingrid', widths: [1280] },
  { name: 'plan', path: '/min/plan', as: 'rania', widths: [1280] },
];

const given = process.argv[2];
const server = given ? undefined : await Server.start();
const { launchOptions, locale, timezoneId, viewport, contextOptions } = settings.use;
const browser = await chromium.launch(launchOptions);
try {
  for (const { name, path, as, widths } of PICTURES) {
    const context = await browser.newContext({ baseURL: given ?? server.url, locale, timezoneId, viewport, ...contextOptions });
    const page = await context.newPage();
    watch(page);
    if (as) await signInAs(page, as);
    const response = await page.goto(path);
    if (!response.ok()) throw new Error(`${path} answered ${response.status()}`);
    const folder = join(root, 'docs', 'pictures');
    await screenshot(page, name, folder);
    for (const width of [1280, 390]) {
      const file = join(folder, `${name}-${width}.png`);
      if (widths.includes(width)) console.log(file);
      else rmSync(file);
    }
    await context.close();
  }
} finally {
  await browser.close();
  await server?.stop();
}
