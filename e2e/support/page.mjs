// What every story may do with a page: sign in, check that it is whole, take its picture.
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from '@playwright/test';
import {
  axeViolations, htmlProblems, missingTexts, openDetails, sidewaysProblems, structureProblems, tellViolations, widenText,
} from './checks.mjs';
import { keyboardProblems } from './keyboard.mjs';
import { isWhole, rememberWhole, shapeOf } from './shape.mjs';
import { complaints, isWithoutScript, lookInto, source } from './watch.mjs';

const DESKTOP = { width: 1280, height: 900 };
const PHONE = { width: 390, height: 844 };
const ZOOM_200 = { width: 640, height: 450 };
const ZOOM_400 = { width: 320, height: 640 };
const SHOTS = join(dirname(fileURLToPath(import.meta.url)), '..', 'shots');

/** Signs in as one of the demo's made-up persons, as anyone does it: by the button on the sign-in page. */
export async function signInAs(page, personaId) {
  await page.goto('/logg-inn');
  const button = page.locator(`button[name="persona"][value="${personaId}"]`);
  await expect(button, `the sign-in page has a button for "${personaId}"`).toHaveCount(1);
  await Promise.all([page.waitForURL((url) => url.pathname !== '/logg-inn'), button.click()]);
  await saysWhy(page);
}

/** The answers to «for what do you open this?», which stand in place of the first page of each family. */
const WHY = 'form[action="/hvorfor"] button';

/**
 * From now on, whoever is at work on this page says for what each family is opened, as anyone does it once for each
 * family: with the first answer that is offered. A story that looks at the question itself asks for none of this.
 */
export async function saysWhy(page) {
  if (page.saysWhy) return;
  page.saysWhy = true;
  const goto = page.goto.bind(page);
  page.goto = async (...where) => {
    const answer = await goto(...where);
    return (await opened(page)) ? goto(...where) : answer;
  };
  await page.addLocatorHandler(page.locator(WHY).first(), async (answer) => {
    await Promise.all([page.waitForEvent('load'), answer.click()]);
  });
}

/** Whether the question stood there; it is answered then. */
async function opened(page) {
  await page.waitForLoadState('domcontentloaded');
  if ((await page.locator(WHY).count()) === 0) return false;
  // Whatever is asked of a page, the handler comes first.
  await expect(page.locator('main')).toBeVisible();
  return true;
}

/**
 * Waits until the page that a link or a button leads to is there, by its path or a pattern of it; the answer is the
 * path. A press is acknowledged before the browser has left the old page.
 */
export async function arrive(page, path) {
  const there = ({ pathname }) => (path instanceof RegExp ? path.test(pathname) : pathname === path);
  await expect(page, `the page ${path} is there`).toHaveURL(there);
  if (page.saysWhy) await opened(page);
  return new URL(page.url()).pathname;
}

/** Opens a family as the one who coordinates it does, from the list; the answer is its address. */
export async function openFamily(page, name, who = 'ingrid') {
  await signInAs(page, who);
  await page.goto('/arbeid/familier');
  await page.getByRole('link', { name, exact: true }).click();
  return arrive(page, /^\/arbeid\/familie\/[0-9a-z]{12}$/);
}

/**
 * Checks all that holds for every page, in one go, and fails with the whole list of what is wrong:
 * axe, valid HTML, structure, language, texts, keyboard, no sideways scrolling, nothing in the console,
 * nothing from other hosts. Leaves the page as it was.
 *
 * A page whose shape has been gone through in this run, with other words, is not gone through again by axe and
 * the Tab key; all else is checked. `thorough` goes through it whatever has been seen, and runs axe in all eight
 * combinations (two widths, light and dark, details closed and open) instead of in two that cover each of them.
 */
export async function checkPage(page, { thorough = false } = {}) {
  if (page.saysWhy) await opened(page);
  const problems = [];
  const html = await source(page);
  problems.push(...missingTexts(html), ...missingTexts(await page.content()), ...(await htmlProblems(html)));
  let shape;
  await lookInto(page, async () => {
    problems.push(...(await structureProblems(page)));
    shape = await shapeOf(page);
    const depth = thorough ? 'thorough' : isWhole(shape) ? 'words' : 'whole';
    problems.push(...(await (isWithoutScript(page) ? seenAtOnce(page, depth) : seenAndHeard(page, depth))));
  });
  problems.push(...complaints(page));
  expect([...new Set(problems)], `what is wrong with ${page.url()}`).toEqual([]);
  rememberWhole(shape);
}

/** Without JavaScript the same page is told a second time: what may differ is looked at, on the narrowest screen. */
async function seenAtOnce(page, depth) {
  const size = page.viewportSize();
  await page.setViewportSize(ZOOM_400);
  const details = await openDetails(page);
  const violations = depth === 'words' ? [] : await axeViolations(page, `${ZOOM_400.width} px, without script`);
  const problems = await sidewaysProblems(page, `${ZOOM_400.width} px, without script`);
  await details.undo();
  await page.setViewportSize(size);
  return [...problems, ...tellViolations(violations)];
}

/** The checks that turn the page about: sizes, light and dark, details closed and open. */
async function seenAndHeard(page, depth) {
  const size = page.viewportSize();
  const problems = [];
  const violations = [];
  const axe = async (viewport, colorScheme, details) => {
    await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme });
    violations.push(...(await axeViolations(page, `${viewport.width} px ${colorScheme}, details ${details}`)));
  };

  if (depth !== 'words') {
    await axe(DESKTOP, 'light', 'closed');
    problems.push(...(await keyboardProblems(page)));
    // The skip link lies over the header while it has the focus; the next checks are of the page at rest.
    await page.evaluate(() => document.activeElement?.blur());
  }
  if (depth === 'thorough') {
    await axe(DESKTOP, 'dark', 'closed');
    await axe(PHONE, 'light', 'closed');
    await axe(PHONE, 'dark', 'closed');
  }

  // Opened, a page shows all that it shows closed, and more.
  const details = await openDetails(page);
  if (depth !== 'words') await axe(PHONE, 'dark', details.count > 0 ? 'open' : 'closed');
  if (depth === 'thorough') {
    await axe(PHONE, 'light', 'open');
    await axe(DESKTOP, 'light', 'open');
    await axe(DESKTOP, 'dark', 'open');
  }
  await page.emulateMedia({ colorScheme: null });
  for (const viewport of [DESKTOP, ZOOM_200, PHONE, ZOOM_400]) {
    await page.setViewportSize(viewport);
    problems.push(...(await sidewaysProblems(page, `${viewport.width} px`)));
  }
  await page.setViewportSize(PHONE);
  const narrow = await widenText(page);
  problems.push(...(await sidewaysProblems(page, `${PHONE.width} px with wide text`)));
  await narrow();
  await details.undo();
  await page.setViewportSize(size);
  return [...problems, ...tellViolations(violations)];
}

/** Pictures of the whole page at 1280 × 900 and 390 × 844: e2e/shots/NAME-1280.png and NAME-390.png. */
export async function screenshot(page, name, folder = SHOTS) {
  mkdirSync(folder, { recursive: true });
  const size = page.viewportSize();
  for (const viewport of [DESKTOP, PHONE]) {
    await page.setViewportSize(viewport);
    await lookInto(page, () => page.evaluate(() => document.fonts.ready.then(() => scrollTo(0, 0))));
    await page.screenshot({ path: join(folder, `${name}-${viewport.width}.png`), fullPage: true, animations: 'disabled' });
  }
  await page.setViewportSize(size);
}
