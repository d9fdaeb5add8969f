// Own words at the door: a tired father on his phone writes what is hard, by keyboard and without JavaScript, and goes
// on from what was found; danger stands first; nothing of it stands in an address.
import { press, tabTo } from '../support/keyboard.mjs';
import { checkPage, screenshot } from '../support/page.mjs';
import { expect, test } from '../support/story.mjs';

const heading = (page) => page.getByRole('heading', { level: 1 });
const words = (page) => page.getByLabel('Skriv med egne ord hva som er vanskelig');
const find = (page) => page.getByRole('button', { name: 'Finn hjelp' });
const bare = (page) => expect(new URL(page.url()).search).toBe('');

async function ask(page, text) {
  await words(page).fill(text);
  await find(page).click();
  await expect(words(page)).toHaveValue(text);
  bare(page);
}

test('a father writes what is hard and goes on from what was found', { tag: '@noscript' }, async ({ page }) => {
  test.setTimeout(200_000);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/rettigheter');

  // Nothing written: it says so, at the field.
  await press(page, find(page));
  await expect(page).toHaveTitle(/^Feil: /);
  await expect(page.getByText('Skriv noen ord om det som er vanskelig').first()).toBeVisible();
  await checkPage(page);

  await tabTo(page, words(page));
  await page.keyboard.type('ingen av oss får sove, me treng avlasning i helgane');
  await press(page, find(page));
  await expect(heading(page)).toHaveText('Dette fant vi');
  await expect(words(page)).toHaveValue('ingen av oss får sove, me treng avlasning i helgane');
  await expect(page.getByRole('heading', { name: 'Avlastning', exact: true })).toBeVisible();
  bare(page);
  await checkPage(page);
  await screenshot(page, 'search-found');

  // On with a situation that was found.
  await press(page, page.getByLabel('Barnet trenger mye hjelp hver dag'), 'Space');
  await press(page, page.getByRole('button', { name: 'Gå videre' }));
  await expect(heading(page)).toHaveText('Hvem er dere?');
  bare(page);

  // In another language, with the words kept.
  await page.goto('/rettigheter');
  await ask(page, 'barnehageprisen er for høg');
  await page.getByText('Språk').click();
  await page.getByRole('button', { name: 'Nynorsk' }).click();
  await expect(heading(page)).toHaveText('Dette fann vi');
  await expect(page.getByLabel('Skriv med eigne ord kva som er vanskeleg')).toHaveValue('barnehageprisen er for høg');
  await checkPage(page);
});

test('one right can be looked at alone', { tag: '@noscript' }, async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/rettigheter');
  await ask(page, 'hun trenger nye briller');
  await page.getByRole('button', { name: /^Se bare på dette.*Briller til barn/ }).click();
  await expect(heading(page)).toHaveText('Hvem er dere?');
  await page.locator('#barn-0').fill('15.3.2018');
  await page.getByRole('button', { name: 'Gå videre' }).click();
  await expect(heading(page)).toHaveText('Noen få spørsmål');
  await expect(page.getByText('Svaret kan avgjøre «Briller til barn».').first()).toBeVisible();
  bare(page);
});

test('danger stands first, with a quick way out, and is shown to nobody who did not name it', { tag: '@noscript' }, async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto('/rettigheter');
  await ask(page, 'mannen min slår meg');
  await expect(page.getByRole('heading', { name: 'Er noen i fare nå?' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Politi 112' })).toBeInViewport();
  await expect(page.getByRole('link', { name: 'Forlat siden raskt' })).toBeVisible();
  await expect(page.getByLabel('Noen hjemme truer, kontrollerer eller slår')).toBeVisible();
  await checkPage(page);
  await screenshot(page, 'search-danger');

  await ask(page, 'trenger et trygt sted å bo');
  await expect(page.getByText('Krisesenter')).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Forlat siden raskt' })).toHaveCount(0);
  await expect(page.getByLabel('Noen hjemme truer, kontrollerer eller slår')).toHaveCount(0);

  // Nothing found is no dead end.
  await ask(page, 'xqzwv');
  await expect(heading(page)).toHaveText('Vi fant ikke noe som ligner');
  await checkPage(page);
  await screenshot(page, 'search-none');
  await page.getByRole('button', { name: 'Se alle livssituasjonene' }).click();
  await expect(heading(page)).toHaveText('Hva kan dere ha rett til?');
});
