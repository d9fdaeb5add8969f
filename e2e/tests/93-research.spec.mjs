// Research and statistics: each says yes or no on the own page, and reads what has been given out.
import { arrive, checkPage, screenshot, signInAs } from '../support/page.mjs';
import { expect, test } from '../support/story.mjs';

const PAGE = '/min/forskning';
const said = (page) => page.getByRole('status');
const about = (page, name) => page.getByRole('article').filter({ has: page.getByRole('heading', { name, exact: true }) });

test.describe('on a demo of its own', () => {
  test.use({ ownServer: true });

  test('Henrik reads what was given out, says no for Oskar, and takes it back', { tag: '@noscript' }, async ({ page }) => {
    await signInAs(page, 'far');
    await page.goto('/min/innsyn');
    await page.getByRole('link', { name: 'Forskning og statistikk: si ja eller nei' }).last().click();
    await arrive(page, PAGE);
    await expect(about(page, 'Henrik').getByText('Henrik sa ja')).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Lindvik høgskole' })).toBeVisible();
    await expect(page.getByText('Tall om familien deres var med.')).toBeVisible();
    await checkPage(page, { thorough: true });
    await screenshot(page, 'research');

    await about(page, 'Oskar').getByRole('button', { name: /^Nei, ikke bruk tallene/ }).click();
    await expect(said(page)).toContainText('Du har sagt nei.');
    await expect(about(page, 'Oskar').getByText('Henrik sa nei')).toBeVisible();
    await expect(page.getByText('Noen har sagt nei.')).toBeVisible();
    await checkPage(page);

    // By keyboard, on a phone.
    await page.setViewportSize({ width: 390, height: 844 });
    await about(page, 'Oskar').getByRole('button', { name: /^Ta svaret tilbake/ }).focus();
    await page.keyboard.press('Enter');
    await expect(said(page)).toContainText('Svaret ditt er tatt tilbake.');
    await expect(about(page, 'Oskar').getByText('Ingen har sagt noe ennå.')).toBeVisible();
    await expect(about(page, 'Henrik').getByText('Henrik sa ja')).toBeVisible();
    await checkPage(page);
  });

  test('Yusuf, twelve, can say no for himself and nothing for others', async ({ page }) => {
    await signInAs(page, 'yusuf');
    await page.goto(PAGE);
    await expect(page.getByRole('button', { name: /^Ja, bruk tallene/ })).toHaveCount(0);
    await about(page, 'Yusuf').getByRole('button', { name: /^Nei, ikke bruk tallene/ }).click();
    await expect(said(page)).toContainText('Du har sagt nei.');
    await checkPage(page);
  });
});

test('the log says that figures were given to research, and no person stands for it', async ({ page }) => {
  await signInAs(page, 'far');
  await page.goto('/min/innsyn');
  for (const summary of await page.locator('#oppslag details.v-mer > summary').all()) await summary.click();
  await expect(page.locator('#oppslag').getByText(/Ga tall uten navn til forskning/)).toBeVisible();
  await checkPage(page);
});

test('the leader reads what research was given', async ({ page }) => {
  await signInAs(page, 'leder');
  await page.goto('/styring');
  const given = page.locator('#forskning');
  await expect(given.getByRole('heading', { name: 'Lindvik høgskole' })).toBeVisible();
  await expect(given.getByText(/rader, uten navn/)).toBeVisible();
  await checkPage(page);
  await screenshot(page, 'research-leader');
});
