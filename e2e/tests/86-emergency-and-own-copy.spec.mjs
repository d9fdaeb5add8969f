// To save life or health: a helper opens, the family reads it, a leader looks at it. And one's own copy, and a word
// of disagreement that stands beside what is written.
import { readFileSync } from 'node:fs';
import { checkPage, screenshot, signInAs } from '../support/page.mjs';
import { expect, test } from '../support/story.mjs';

test.use({ ownServer: true });

/** Goes to the field with Tab, as somebody without a mouse does. */
async function tabTo(page, locator) {
  for (let step = 0; step < 80; step += 1) {
    if (await locator.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('Tab never came there');
}

test('a helper opens in an emergency, the family reads it, and a leader looks at it', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await signInAs(page, 'nav');
  await page.getByRole('link', { name: 'Åpne i nød' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Åpne i nød');
  await expect(page.getByRole('link', { name: '113' })).toBeVisible();
  await checkPage(page);
  await screenshot(page, 'emergency');
  // Somebody unknown, typed by keyboard: one calm page, and nothing is lost.
  await tabTo(page, page.getByLabel('Fornavn'));
  await page.keyboard.type('Ukjent');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Haddad');
  await page.getByLabel('Fødselsdato').fill('2014-03-12');
  await page.getByLabel('Hvorfor må du åpne nå?').focus();
  await page.keyboard.type('Han kramper, og ambulansen spør hva han bruker.');
  await tabTo(page, page.getByRole('button', { name: 'Åpne i nød' }));
  await page.keyboard.press('Enter');
  await expect(page.getByText('Vi kan ikke vise noe her')).toBeVisible();
  await expect(page.getByLabel('Fornavn')).toHaveValue('Ukjent');
  await checkPage(page);
  await page.getByLabel('Fornavn').fill('Yusuf');
  await page.getByLabel('Fødselsdato').fill('2014-03-12');
  await page.getByRole('button', { name: 'Åpne i nød' }).press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Åpnet i nød');
  await expect(page.getByText('Du kan se dette til i dag kl. 10')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Yusuf Haddad' })).toBeVisible();
  await expect(page.getByText('400 00 501')).toBeVisible();
  await checkPage(page);
  await screenshot(page, 'emergency-open');

  await signInAs(page, 'rania');
  await expect(page.getByRole('heading', { name: 'Noen har åpnet mappa i nød' })).toBeVisible();
  await expect(page.getByText('Han kramper, og ambulansen spør hva han bruker.')).toBeVisible();
  await checkPage(page);
  await screenshot(page, 'emergency-told');

  await signInAs(page, 'leder');
  await page.getByRole('link', { name: 'Oppfølging' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Oppfølging');
  await expect(page.getByText('Haddad')).toHaveCount(0);
  await checkPage(page);
  await screenshot(page, 'follow-up');
  const mine = page.locator('article', { hasText: 'Han kramper' });
  await mine.getByRole('link', { name: /Se på det/ }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Var det riktig å åpne?');
  await checkPage(page);
  await page.getByRole('button', { name: 'Lagre' }).press('Enter');
  await expect(page).toHaveTitle(/^Feil: /);
  await checkPage(page);
  await page.getByLabel('Det var riktig å åpne').focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Jeg har snakket med henne. Det hastet.');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status')).toContainText('borte fra listen');
  await expect(page.getByText('Han kramper')).toHaveCount(0);
  const place = page.locator('article', { hasText: 'Følger Anna og barna' });
  await place.getByRole('button', { name: /Godkjenn/ }).press('Enter');
  await expect(page.getByRole('status')).toContainText('Godkjent');
  await checkPage(page);

  await signInAs(page, 'rania');
  await expect(page.getByText('Det var riktig. «Jeg har snakket med henne. Det hastet.»')).toBeVisible();
});

test('a mother downloads her own copy, and a young one hers', async ({ page }) => {
  await signInAs(page, 'rania');
  await page.getByRole('link', { name: 'Få en egen kopi' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Egen kopi');
  await checkPage(page);
  await screenshot(page, 'own-copy');
  const get = async (name) => {
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name }).press('Enter')]);
    return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
  };
  const readable = await get('Last ned siden');
  expect(readable.name).toBe('egen-kopi-2026-11-19.html');
  expect(readable.text).toContain('Jeg vil spille fotball uten at mamma må stå og passe på.');
  expect(readable.text).not.toContain('⟦');
  const data = await get('Last ned filen');
  expect(data.name).toBe('egen-kopi-2026-11-19.json');
  expect(JSON.parse(data.text).format).toBe('veven-own-copy');
  await signInAs(page, 'ungdom');
  await page.getByRole('link', { name: 'Få en egen kopi' }).press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Egen kopi');
  await checkPage(page);
  const hers = await get('Last ned siden');
  expect(hers.text).toContain('Amir');
  expect(hers.text).not.toContain('Haddad');
});

test('what a mother does not agree with stands beside the text, and is answered', { tag: '@noscript' }, async ({ page }) => {
  await signInAs(page, 'rania');
  await page.goto('/min/plan/historikk');
  await checkPage(page);
  await page.getByRole('link', { name: /Dette stemmer ikke/ }).first().press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Dette stemmer ikke');
  await checkPage(page);
  await screenshot(page, 'disagree');
  await page.getByRole('button', { name: 'Send' }).press('Enter');
  await expect(page.locator('ds-error-summary')).toBeVisible();
  await checkPage(page);
  await page.getByLabel('Be om at det blir rettet').check();
  await page.getByLabel('Hva er det som ikke stemmer?').fill('Dette har vi aldri sagt.');
  await page.getByRole('button', { name: 'Send' }).press('Enter');
  await expect(page.getByRole('status')).toContainText('lagret og sendt');
  await expect(page.getByText('Jeg ber om at dette blir rettet. Dette har vi aldri sagt.')).toBeVisible();
  await checkPage(page);
  await page.getByRole('button', { name: 'Sperr dette' }).press('Enter');
  await expect(page.getByRole('status')).toContainText('Det er sperret.');
  await expect(page.getByText(/Rania sperret dette/)).toBeVisible();
  await checkPage(page);
  await screenshot(page, 'blocked');
  await page.getByRole('button', { name: 'Åpne det igjen' }).press('Enter');
  await expect(page.getByRole('status')).toContainText('Det er åpnet igjen.');
  await checkPage(page);
  await page.goto('/min/plan/historikk');
  await expect(page.getByText('Dette har vi aldri sagt.').first()).toBeVisible();
  await checkPage(page);
});
