// The helper with five minutes: one question on one screen, answered in one step.
import { press } from '../support/keyboard.mjs';
import { arrive, checkPage, screenshot, signInAs } from '../support/page.mjs';
import { expect, test } from '../support/story.mjs';

test.use({ ownServer: true });

test('Marit answers yes with one press, and sees what she has taken on', { tag: '@noscript' }, async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await signInAs(page, 'marit');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Ett spørsmål venter på deg');
  await expect(page.getByText('Ingrid Solheim spør')).toBeVisible();
  // The question and all three answers fit on one phone screen.
  const last = await page.locator('summary', { hasText: 'Nei, det går ikke' }).boundingBox();
  expect(last.y + last.height).toBeLessThan(844);
  await checkPage(page);
  await screenshot(page, 'answer');
  await page.getByRole('button', { name: 'Ja, det ordner jeg' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Takk, Marit');
  await checkPage(page);
  await page.getByRole('link', { name: 'Alle spørsmål' }).click();
  await expect(page.getByRole('heading', { name: 'Det du har tatt på deg' })).toBeVisible();
  await checkPage(page);
});

test('a no without a reason is told, and what was typed is kept', { tag: '@noscript' }, async ({ page }) => {
  await signInAs(page, 'marit');
  await page.locator('summary', { hasText: 'Nei, det går ikke' }).click();
  await page.getByLabel('Vil du si mer?').fill('Rommet er i bruk på fredager. 🙂');
  await page.locator('details[open]').getByRole('button', { name: 'Send svaret' }).click();
  await expect(page).toHaveTitle(/^Feil: /);
  await expect(page.locator('ds-error-summary')).toContainText('Velg en grunn');
  await expect(page.getByLabel('Vil du si mer?')).toHaveValue('Rommet er i bruk på fredager. 🙂');
  await checkPage(page);
  await page.getByLabel('Tid, folk eller rom').check();
  await page.locator('details[open]').getByRole('button', { name: 'Send svaret' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Takk, Marit');
  await expect(page.getByText('Du skrev: Rommet er i bruk på fredager. 🙂')).toBeVisible();
});

test('somebody else’s question does not exist, with a session or without', async ({ page }) => {
  await signInAs(page, 'marit');
  await page.getByRole('button', { name: 'Ja, det ordner jeg' }).click();
  const address = await arrive(page, /^\/svar\/[0-9a-z]{12}\/[0-9a-z]{12}$/);
  await signInAs(page, 'nav');
  const denied = await page.goto(address);
  const absent = await page.goto('/svar/0123456789ab/0123456789ab');
  expect([denied.status(), absent.status()]).toEqual([404, 404]);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Vi fant ikke siden');
  await checkPage(page);
  await page.context().clearCookies();
  await page.goto(address);
  expect(new URL(page.url()).pathname).toBe('/logg-inn');
});

test('the keyboard alone is enough to ask back', async ({ page }) => {
  await signInAs(page, 'marit');
  const more = page.getByLabel('Jeg må vite mer først');
  await press(page, page.locator('summary', { hasText: 'Nei, det går ikke' }));
  // The browser opens it when it gets round to it, and until then Tab goes past all that it holds.
  await expect(more).toBeVisible();
  await page.keyboard.press('Tab');
  for (let down = 0; down < 8 && !(await more.isChecked()); down += 1) await page.keyboard.press('ArrowDown');
  await expect(more).toBeFocused();
  await press(page, page.getByLabel('Vil du si mer?'), 'End');
  await page.keyboard.type('Hvilken dag begynner vi?');
  await press(page, page.locator('details[open]').getByRole('button', { name: 'Send svaret' }));
  await expect(page.getByText('Fristen står stille så lenge')).toBeVisible();
});
