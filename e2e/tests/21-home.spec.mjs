// The family's home and the young person's page.
import { arrive, checkPage, screenshot, signInAs } from '../support/page.mjs';
import { expect, test } from '../support/story.mjs';
import { watch } from '../support/watch.mjs';

const PHONE = { width: 390, height: 844 };

test.describe('before anybody else has looked', () => {
  test.use({ ownServer: true });

  test('home says who helps, what is next and when', async ({ page }) => {
    await page.setViewportSize(PHONE);
    await signInAs(page, 'omar');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hei, Omar');
    await expect(page.getByText('Torsdag 19. november', { exact: true })).toBeVisible();
    const coordinator = page.locator('section', { has: page.getByRole('heading', { name: 'Deres koordinator' }) });
    await expect(coordinator).toContainText('Ingrid Solheim');
    await expect(coordinator).toContainText('Da hjelper Mats Aune dere.');
    await expect(coordinator.getByRole('link', { name: /^Ring/ })).toHaveAttribute('href', 'tel:40000123');
    // What is late is said, with who follows up.
    await expect(page.locator('[data-naar="forsinket"]')).toContainText('Ingrid følger med og tar kontakt.');
    await expect(page.getByText(/Sist sett: Marit, .*i går kl\. 14\.10/)).toBeVisible();
    await checkPage(page);
    await screenshot(page, 'home');
  });
});

test.describe('answering', () => {
  test.use({ ownServer: true });

  test('Rania on her phone answers the next step, and says something', { tag: '@noscript' }, async ({ page }) => {
    await page.setViewportSize(PHONE);
    await signInAs(page, 'rania');
    await expect(page.getByRole('heading', { name: 'Passer det med møte tirsdag 24. november kl. 17?' })).toBeVisible();

    // A no needs another time.
    await page.getByRole('link', { name: 'Nei, foreslå en annen tid' }).click();
    await page.getByRole('button', { name: 'Send forslaget' }).click();
    await expect(page.locator('ds-error-summary')).toContainText('Skriv når det passer bedre.');
    await checkPage(page);
    await page.getByLabel('Når passer det bedre?').fill('Torsdag etter kl. 16');
    await page.getByRole('button', { name: 'Send forslaget' }).click();
    await expect(page.getByRole('status')).toContainText('Koordinatoren ser forslaget og svarer.');

    // The meeting is answered, so the next step is another: what she has taken on herself.
    await expect(page.locator('section', { hasText: 'Neste steg for dere' })).toContainText('Øve på veien sammen');
    await page.getByRole('button', { name: 'Vi er i gang' }).click();
    await expect(page.getByRole('status')).toContainText('Nå står det som i gang.');
    expect(new URL(page.url()).pathname).toBe('/min');

    await page.getByRole('link', { name: 'Skriv', exact: true }).click();
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await expect(page.locator('ds-error-summary')).toContainText('Skriv det du vil si.');
    const words = 'Jeg klarer ikke flere skjemaer nå.\nKan du ringe meg?\n\nHelst før tolv.';
    await page.getByLabel('Hva vil du si?').fill(words);
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await expect(page.getByRole('status')).toContainText('Du får svar her.');
    await expect(page.getByText('Ingrid svarer innen tirsdag 24. november.')).toBeVisible();
    await expect(page.getByText('Bare Rania og Ingrid ser dette.').first()).toBeVisible();
    expect(await page.locator('main').innerText(), 'what she wrote keeps its lines').toContain(words);
    await checkPage(page);
    await screenshot(page, 'home-say');
  });

  test('what is shared with a service is taken back in one press', async ({ page, browser, baseURL }) => {
    await signInAs(page, 'rania');
    await page.getByRole('link', { name: 'Innsyn', exact: true }).click();
    await checkPage(page);
    await screenshot(page, 'access');
    const family = await page.locator('input[name="familie"]').first().getAttribute('value');
    const school = await browser.newContext({ baseURL });
    const marit = await school.newPage();
    watch(marit);
    await signInAs(marit, 'marit');
    await marit.goto(`/svar/familie/${family}/plan`);
    await expect(marit.getByText('Øve på veien sammen')).toBeVisible();
    await page.getByRole('button', { name: /Trekk tilbake.*Lindvik barneskole, Yusuf/ }).click();
    await expect(page.getByRole('status')).toContainText('Tjenesten ser det ikke lenger.');
    await marit.reload();
    await expect(marit.getByText('Øve på veien sammen')).toHaveCount(0);
    await school.close();

    await page.getByRole('link', { name: 'Del noe med en tjeneste' }).click();
    await page.getByRole('button', { name: 'Ja, del dette' }).click();
    await expect(page.locator('ds-error-summary')).toContainText('Velg en tjeneste.');
    await checkPage(page);
    await page.locator('#receiver').selectOption({ label: 'Lindvik barneskole' });
    await page.getByRole('radio', { name: 'Yusuf' }).check();
    await page.getByRole('checkbox', { name: 'Drømmer, mål og tiltak' }).check();
    await page.getByLabel('Hvorfor deler dere det?').fill('Så skolen vet hva som hjelper');
    await page.getByRole('button', { name: 'Ja, del dette' }).click();
    await expect(page.getByRole('status')).toContainText('Det er delt.');
  });

  test('Yusuf says something to Ingrid alone, and his mother cannot see that he did', { tag: '@noscript' }, async ({ page, browser, baseURL }) => {
    const home = await browser.newContext({ baseURL, locale: 'nb-NO', timezoneId: 'Europe/Oslo' });
    const rania = await home.newPage();
    watch(rania);
    await signInAs(rania, 'rania');
    const hers = ['/min', '/min/si', '/min/innsyn', '/min/plan', '/min/plan/historikk', '/min/plan/utskrift'];
    const read = async () => {
      const texts = [];
      for (const address of hers) {
        await rania.goto(address);
        texts.push(await rania.locator('main').innerText());
      }
      return texts;
    };
    const before = await read();

    await page.setViewportSize(PHONE);
    await signInAs(page, 'yusuf');
    await arrive(page, '/ung');
    await checkPage(page);
    await screenshot(page, 'young');
    await page.getByRole('button', { name: 'Send' }).click();
    await expect(page.locator('ds-error-summary')).toContainText('Velg hvem som skal få lese det.');
    await page.getByLabel('Skriv hva du vil').fill('jeg vil ikke på leir');
    await page.getByRole('radio', { name: 'Bare Ingrid' }).check();
    await page.getByRole('button', { name: 'Send' }).click();
    await expect(page.getByRole('status')).toContainText('Du får svar her.');
    await expect(page.getByText('jeg vil ikke på leir')).toBeVisible();
    await expect(page.getByText('Ingrid må si fra til andre hvis noen gjør deg vondt.')).toBeVisible();
    await expect(page.getByRole('link', { name: '116 111' })).toBeVisible();

    expect(await read()).toEqual(before);
    await home.close();
  });
});

test('the young person may look at who sees what, and at the plan', async ({ page }) => {
  await signInAs(page, 'yusuf');
  for (const [name, path] of [['Hvem ser hva jeg skriver?', '/min/innsyn'], ['Planen vår', '/min/plan']]) {
    await page.goto('/ung');
    await page.getByRole('link', { name }).click();
    await arrive(page, path);
    await checkPage(page);
  }
});

test('a session that has ended asks to sign in, and shows nothing', async ({ page, context }) => {
  await signInAs(page, 'rania');
  await context.clearCookies();
  for (const address of ['/min', '/min/plan', '/min/si', '/min/innsyn', '/ung']) {
    await page.goto(address);
    expect(new URL(page.url()).pathname, address).toBe('/logg-inn');
  }
});
