// Takes the pictures of the documentation, in docs/pictures/, from a demo municipality.
//
//   node scripts/shots.mjs              starts a demo of its own, with the stories' clock and families
//   node scripts/shots.mjs ADDRESS      uses the one that runs there, e.g. http://127.0.0.1:8080
//
// Needs what the browser tests need (scripts/setup.sh test) and a built program (cargo build -p veven).
import { createRequire } from 'node:module';
import { join, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { screenshot, signInAs } from '../e2e/support/page.mjs';
import { Server } from '../e2e/support/server.mjs';
import { watch } from '../e2e/support/watch.mjs';
import settings from '../e2e/playwright.config.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const { chromium } = createRequire(join(root, 'e2e', 'package.json'))('@playwright/test');

/** Each picture: its name, the page, and the demo's person who looks at it (none: not signed in). */
const PICTURES = [
  { name: 'front-page', path: '/' },
  { name: 'sign-in', path: '/logg-inn' },
];

const given = process.argv[2];
const server = given ? undefined : await Server.start();
const { launchOptions, locale, timezoneId, viewport, contextOptions } = settings.use;
const browser = await chromium.launch(launchOptions);
try {
  for (const { name, path, as } of PICTURES) {
    const context = await browser.newContext({ baseURL: given ?? server.url, locale, timezoneId, viewport, ...contextOptions });
    const page = await context.newPage();
    watch(page);
    if (as) await signInAs(page, as);
    const response = await page.goto(path);
    if (!response.ok()) throw new Error(`${path} answered ${response.status()}`);
    await screenshot(page, name, join(root, 'docs', 'pictures'));
    console.log(`docs/pictures/${name}-1280.png and -390.png`);
    await context.close();
  }
} finally {
  await browser.close();
  await server?.stop();
}
