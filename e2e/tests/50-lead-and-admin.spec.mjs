// The leader sees figures, the administrator sees set-up; neither sees a family.
import { arrive, checkPage, openFamily, screenshot, signInAs } from '../support/page.mjs';
import { expect, test } from '../support/story.mjs';

test('the leader sees flow, gaps and capacity, on any date', { tag: '@noscript' }, async ({ page }) => {
  await signInAs(page, 'leder');
  await expect(page.getByText('Ingen aktiv familie er uten koordinator.')).toBeVisible();
  await checkPage(page);
  await screenshot(page, 'lead');
  const active = async () => Number(await page.getByRole('row', { name: /^Har koordinator/ }).locator('td').first().innerText());
  const now = await active();
  await page.getByLabel('Dag').fill('2026-08-01');
  await page.getByRole('button', { name: 'Vis', exact: true }).click();
  await expect(page.getByText('Lørdag 1. august')).toBeVisible();
  expect(await active()).toBeLessThan(now);
  await checkPage(page);
  await page.goto('/styring?dato=2031-01-01');
  await expect(page.locator('ds-error-summary')).toContainText('Velg en dag som har vært');
  await checkPage(page);
});

test('the administrator runs the system without reading content', { tag: '@noscript' }, async ({ page }) => {
  await signInAs(page, 'drift');
  for (const tab of ['Frister og grenser', 'Tjenester', 'Hjelpere og roller']) {
    await page.getByRole('link', { name: tab }).click();
    await checkPage(page);
    await expect(page.getByText('Haddad')).toHaveCount(0);
  }
  for (const address of ['/min', '/arbeid', '/arbeid/venteliste', '/svar', '/styring']) {
    expect((await page.goto(address)).status(), address).toBe(404);
  }
});

test.describe('on a demo of its own', () => {
  test.use({ ownServer: true });

  test('a new volunteer is asked once the declaration is noted', { tag: '@noscript' }, async ({ page }) => {
    const family = await openFamily(page, 'Haddad');
    const ask = async () => {
      await page.goto(`${family}/spor`);
      const volunteer = page.locator('#to option', { hasText: 'Nora Fjeld' });
      await page.locator('#to').selectOption(await volunteer.getAttribute('value'));
      await page.locator('#question').fill('Kan du bli med Yusuf på kino?');
    };
    await ask();
    await expect(page.locator('#to option', { hasText: 'Nora Fjeld' })).toContainText('taushetserklæring mangler');
    await page.getByRole('button', { name: 'Send', exact: false }).first().press('Enter');
    await expect(page.locator('ds-error-summary')).toContainText('Ring Daniel Strand');
    await expect(page.locator('#question')).toHaveValue('Kan du bli med Yusuf på kino?');
    await checkPage(page);
    await signInAs(page, 'drift');
    await page.goto('/oppsett/hjelpere');
    await page.getByRole('link', { name: 'Nora Fjeld' }).press('Enter');
    await arrive(page, /^\/oppsett\/hjelpere\/[0-9a-z]{12}$/);
    await checkPage(page);
    await page.locator('#declared').fill('2026-11-20');
    await page.getByRole('button', { name: 'Lagre' }).press('Enter');
    await expect(page.locator('ds-error-summary')).toContainText('mellom 1. januar 2000 og i dag');
    await checkPage(page);
    await page.locator('#declared').fill('2026-11-18');
    await page.getByRole('button', { name: 'Lagre' }).press('Enter');
    await expect(page.getByRole('status')).toContainText('Det er notert.');
    await screenshot(page, 'vouched');
    await signInAs(page, 'ingrid');
    await ask();
    await page.getByRole('button', { name: 'Send', exact: false }).first().press('Enter');
    await expect(page.locator('ds-error-summary')).toHaveCount(0);
  });
});

test('signing out leaves nothing behind, not even by going back', async ({ page }) => {
  await signInAs(page, 'rania');
  await page.locator('header summary').last().click();
  await page.getByRole('button', { name: 'Logg ut' }).click();
  await arrive(page, '/');
  await page.goBack();
  await arrive(page, '/logg-inn');
});

test('the language follows the choice, on every page after', async ({ page }) => {
  await page.goto('/');
  await page.locator('summary', { hasText: 'Språk' }).click();
  await page.getByRole('link', { name: 'Nynorsk' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'nn');
  await arrive(page, '/');
  expect(new URL(page.url()).search).toBe('');
  await page.goto('/logg-inn');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Kven vil du vere?');
  await checkPage(page);
});
