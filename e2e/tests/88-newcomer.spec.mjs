// Somebody new comes to a service that the family has said yes to: each who said yes is asked, and a no closes at once.
import { arrive, checkPage, openFamily, screenshot, signInAs } from '../support/page.mjs';
import { expect, test } from '../support/story.mjs';

const said = (page) => page.getByRole('status');
const asked = (page) => page.getByRole('article').filter({ has: page.getByRole('heading', { name: 'Fatuma Hassan er ny hos Helsestasjonen Sentrum' }) });

/** What Fatuma is shown of the family, as one of the family sees it. */
async function asFatuma(page) {
  await page.goto('/min/innsyn');
  const sees = page.locator('a[href^="/min/innsyn/som/"]').filter({ hasText: 'Fatuma' });
  await page.goto(await sees.first().getAttribute('href'));
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Fatuma');
  await checkPage(page);
  return page.locator('main').innerText();
}

test.describe('on a demo of its own', () => {
  test.use({ ownServer: true });

  test('Rania says yes on her phone, Omar says no by keyboard, and the new nurse sees nothing', { tag: '@noscript' }, async ({ page }) => {
    test.setTimeout(120_000);
    // The coordinator sees who has not been asked.
    const family = await openFamily(page, 'Haddad');
    await page.goto(`${family}/innsyn`);
    for (const name of ['Rania', 'Omar']) {
      await expect(page.getByText(`${name} er ikke spurt om Fatuma Hassan, som er ny hos Helsestasjonen Sentrum.`)).toBeVisible();
    }
    await checkPage(page);

    await page.setViewportSize({ width: 390, height: 844 });
    await signInAs(page, 'rania');
    await page.goto('/min');
    await page.getByRole('link', { name: 'Er det greit?' }).click();
    await arrive(page, '/min/innsyn');
    await expect(asked(page)).toContainText('Du har sagt ja til at Helsestasjonen Sentrum kan se');
    await checkPage(page);
    await screenshot(page, 'newcomer');
    const open = await asFatuma(page);
    expect(open).toContain('Søvnveiledning hjemme');
    await page.goto('/min/innsyn');
    await asked(page).getByRole('button', { name: /^Det er greit at Fatuma ser det/ }).click();
    await expect(said(page)).toContainText('Ja-et ditt gjelder også den nye');
    await expect(asked(page)).toHaveCount(0);
    await checkPage(page);
    expect(await asFatuma(page)).toBe(open);

    await page.setViewportSize({ width: 1280, height: 900 });
    await signInAs(page, 'omar');
    await page.goto('/min/innsyn');
    const no = asked(page).getByRole('button', { name: /^Nei, ikke Fatuma/ });
    await no.focus();
    await page.keyboard.press('Enter');
    await expect(said(page)).toContainText('Da ser ikke den nye noe av det');
    await expect(asked(page)).toHaveCount(0);
    await checkPage(page);
    expect(await asFatuma(page)).not.toContain('Søvnveiledning hjemme');

    // Tove is as before, and nobody is asked any more.
    await signInAs(page, 'ingrid');
    await page.goto(`${family}/innsyn`);
    await expect(page.getByText('er ikke spurt om')).toHaveCount(0);
    await expect(page.getByText('Dere er uenige: Omar sa nei')).toBeVisible();
    await checkPage(page);
    await signInAs(page, 'rania');
    await page.goto('/min');
    await expect(page.getByRole('link', { name: 'Er det greit?' })).toHaveCount(0);
  });

  test('an answer from an older page changes nothing', { tag: '@noscript' }, async ({ page, browser, veven }) => {
    await signInAs(page, 'rania');
    await page.goto('/min/innsyn');
    const elsewhere = await browser.newContext({ baseURL: veven.url, storageState: await page.context().storageState() });
    const older = await elsewhere.newPage();
    await older.goto('/min/innsyn');
    await asked(page).getByRole('button', { name: /^Nei, ikke Fatuma/ }).click();
    await expect(said(page)).toContainText('Da ser ikke den nye noe av det');
    await asked(older).getByRole('button', { name: /^Det er greit at Fatuma ser det/ }).click();
    await arrive(older, '/min/innsyn');
    await expect(asked(older)).toHaveCount(0);
    await expect(older.getByText('Rania sa nei 19. november.')).toBeVisible();
    await elsewhere.close();
  });
});
