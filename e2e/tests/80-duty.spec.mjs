// Worried for a child: the way to child welfare, outside of every family (R42–R46).
import { arrive, checkPage, screenshot, signInAs } from '../support/page.mjs';
import { expect, test } from '../support/story.mjs';

test.use({ ownServer: true });

/** Tabs until the focus stands on something with this name, as somebody without a mouse does. */
async function tabTo(page, name) {
  for (let stop = 0; stop < 80; stop += 1) {
    await page.keyboard.press('Tab');
    const text = await page.evaluate(() => {
      const active = document.activeElement;
      return (active.labels?.[0]?.textContent ?? active.textContent ?? '').trim().replace(/\s+/g, ' ');
    });
    if (text.startsWith(name)) return;
  }
  throw new Error(`no Tab stop «${name}»`);
}

test('a teacher reports by keyboard alone, and asks nobody', { tag: '@noscript' }, async ({ page }) => {
  await signInAs(page, 'marit');
  await tabTo(page, 'Bekymret for et barn?');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bekymret for et barn?');
  await expect(page.getByRole('link', { name: 'Politi 112' })).toHaveAttribute('href', 'tel:112');
  await checkPage(page);
  await screenshot(page, 'duty-danger');
  await tabTo(page, 'Se plikten din');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Loven som gjelder deg: Opplæringslova § 24-3')).toBeVisible();
  await checkPage(page);
  await screenshot(page, 'duty-law');
  await tabTo(page, 'Slik melder du');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('link', { name: 'Til skjemaet deres Barneverntjenesten i Lindvik' })).toHaveAttribute('rel', 'noreferrer');
  await checkPage(page);
  await screenshot(page, 'duty-how');
  await tabTo(page, 'Barneverntjenesten i Lindvik');
  await page.keyboard.press('Space');
  await tabTo(page, 'Husk det for meg');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status')).toContainText('Bare du ser det');
  await expect(page.getByRole('heading', { name: 'Til Barneverntjenesten i Lindvik, i dag' })).toBeVisible();
  await checkPage(page);
});

test('a note without a receiver is told at its field', { tag: '@noscript' }, async ({ page }) => {
  await signInAs(page, 'nav');
  await page.goto('/bekymret/meld');
  await page.getByRole('button', { name: 'Husk det for meg' }).click();
  await expect(page).toHaveTitle(/^Feil: /);
  await expect(page.locator('ds-error-summary')).toContainText('Velg ett av svarene');
  await checkPage(page);
});

test('an answer that is late says what to do, is ticked, and the note is removed', { tag: '@noscript' }, async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await signInAs(page, 'tove');
  await page.getByRole('link', { name: 'Bekymret for et barn?' }).first().click();
  await expect(page.getByText('Svaret er forsinket')).toBeVisible();
  await expect(page.getByText('Ring dem og spør')).toBeVisible();
  await checkPage(page);
  await page.getByRole('button', { name: 'Jeg har fått svar' }).click();
  await expect(page.getByText('Du fikk svar i dag.')).toBeVisible();
  await page.getByRole('button', { name: 'Fjern notatet' }).click();
  await expect(page.getByRole('heading', { name: 'Meldingene du har sendt' })).toHaveCount(0);
  await checkPage(page);
});

test('the way is on every page of everybody who works here, and on none of a family', async ({ page }) => {
  for (const [persona, pages] of [
    ['ingrid', ['/arbeid', '/arbeid/liste', '/arbeid/familier', '/svar']],
    ['inntak', ['/arbeid/venteliste', '/meld-behov']],
    ['leder', ['/styring']],
    ['tommy', ['/svar']],
    ['drift', ['/oppsett']],
  ]) {
    await signInAs(page, persona);
    for (const path of pages) {
      await page.goto(path);
      await expect(page.getByRole('banner').getByRole('link', { name: 'Bekymret for et barn?' }), `${persona} ${path}`).toBeVisible();
    }
    await page.goto('/bekymret');
    await checkPage(page);
  }
  for (const persona of ['rania', 'yusuf']) {
    await signInAs(page, persona);
    await expect(page.locator('a[href^="/bekymret"], a[href^="/drofting"]')).toHaveCount(0);
    for (const path of ['/bekymret', '/bekymret/meld', '/drofting']) expect((await page.goto(path)).status()).toBe(404);
  }
});

test('reporting leaves no trace in the family that one has just looked at', async ({ page, browser }) => {
  // Tove reads Yusuf's plan and reports right after, in one session of her own, since signing in shows her questions,
  // which the family's log tells. The family's log and the pages of others are as they were.
  await page.goto('/');
  const context = await browser.newContext({ baseURL: new URL(page.url()).origin });
  const tove = await context.newPage();
  await signInAs(tove, 'tove');
  await tove.getByRole('link', { name: 'Planen til familien Haddad' }).click();
  await arrive(tove, /^\/svar\/familie\/[0-9a-z]{12}\/plan$/);
  const seen = async (persona, path) => {
    await signInAs(page, persona);
    await page.goto(path);
    // Looking at these pages is itself counted in the family's log.
    return (await page.locator('main').innerText()).replace(/\d+ ganger fra kl\. \S+ til kl\. \S+/g, 'flere ganger');
  };
  await signInAs(page, 'ingrid');
  await page.goto('/arbeid/familier');
  const family = await page.getByRole('link', { name: /Haddad/ }).first().getAttribute('href');
  const all = async () => [await seen('rania', '/min/innsyn'), await seen('ingrid', '/arbeid/familier'), await seen('leder', '/styring')];
  await all();
  const before = await all();
  await tove.goto('/bekymret/meld');
  await tove.getByLabel('Barneverntjenesten i Lindvik').check();
  await tove.getByRole('button', { name: 'Husk det for meg' }).click();
  await expect(tove.getByRole('status')).toContainText('Bare du ser det');
  await context.close();
  expect(await all()).toEqual(before);
  const log = await seen('ingrid', `${family}/logg`);
  expect(log).not.toMatch(/bekymr|barnevern|meldt/i);
});
