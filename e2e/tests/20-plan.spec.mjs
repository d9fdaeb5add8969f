// The plan: the family writes it, the coordinator works in it, the helper sees a part; nothing is lost when two
// write at the same time, and everything can be taken back.
import { arrive, checkPage, screenshot, signInAs } from '../support/page.mjs';
import { expect, test } from '../support/story.mjs';
import { watch, withoutScript } from '../support/watch.mjs';

const PHONE = { width: 390, height: 844 };

/** Another person's browser against the same demo. */
async function another(browser, baseURL, persona, script = true) {
  const context = await browser.newContext({ baseURL, locale: 'nb-NO', timezoneId: 'Europe/Oslo' });
  const page = await context.newPage();
  watch(page);
  if (!script) await withoutScript(page);
  await signInAs(page, persona);
  return page;
}

/** The id of the family that a form on Rania's page belongs to. */
const familyOn = (page) => page.locator('input[name="familie"]').first().getAttribute('value');

test.describe('changing the plan', () => {
  test.use({ ownServer: true });

  test('Rania on her phone adds a dream, a goal and an action, and takes one back', { tag: '@noscript' }, async ({ page }) => {
    await page.setViewportSize(PHONE);
    await signInAs(page, 'rania');
    await page.getByRole('link', { name: 'Planen', exact: true }).click();
    await page.getByRole('link', { name: 'Legg til noe', exact: true }).click();
    await page.getByRole('link', { name: 'En drøm' }).click();

    // What is missing is told at its field, and what was typed stays.
    await page.getByRole('checkbox', { name: 'Rania' }).check();
    await page.getByRole('button', { name: 'Lagre' }).click();
    await expect(page.locator('ds-error-summary')).toContainText('Skriv drømmen, eller kryss av');
    await expect(page.getByRole('checkbox', { name: 'Rania' })).toBeChecked();
    await checkPage(page);
    await page.getByLabel('Hva er drømmen?').fill('Å sove en hel natt.');
    await page.getByRole('checkbox', { name: 'Omar' }).check();
    await page.getByRole('button', { name: 'Lagre' }).click();
    await expect(page.getByRole('status')).toContainText('Drømmen står i planen.');
    await expect(page.getByRole('heading', { name: '«Å sove en hel natt.»' })).toBeVisible();

    const dream = page.locator('section.v-drom', { hasText: 'Å sove en hel natt.' });
    await dream.getByRole('link', { name: /Legg til et mål/ }).first().click();
    await page.getByLabel('Hva er målet?').fill('To netter i uka uten å bli vekket');
    await page.getByLabel(/Vi er på vei når/).fill('klokka er seks før noen våkner');
    await page.getByRole('checkbox', { name: 'Rania' }).check();
    await page.getByRole('button', { name: 'Lagre' }).click();
    await expect(dream.getByText('Vi er på vei når klokka er seks før noen våkner.')).toBeVisible();

    await dream.getByRole('link', { name: /Legg til et tiltak/ }).click();
    await page.getByLabel('Hva skal gjøres?').fill('Omar tar tirsdag og torsdag');
    await page.getByRole('radio', { name: 'Jeg selv' }).check();
    await page.getByRole('radio', { name: 'Nå', exact: true }).check();
    await page.getByRole('checkbox', { name: 'Rania' }).check();
    await page.getByRole('button', { name: 'Lagre' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Omar tar tirsdag og torsdag');
    await expect(page.getByText('Rania sa ja til dette.')).toBeVisible();
    await checkPage(page);

    // The chain: from what is done back to what it is for.
    const chain = page.locator('section', { has: page.getByRole('heading', { name: 'Derfor gjør vi dette' }) });
    await expect(chain.getByRole('listitem')).toHaveCount(3);
    await chain.getByRole('link', { name: 'To netter i uka uten å bli vekket' }).click();
    await arrive(page, '/min/plan');
    await screenshot(page, 'plan-rania');

    await page.goBack();
    await page.getByRole('button', { name: 'Vi er i gang' }).click();
    await expect(page.getByRole('status')).toContainText('Nå står det som i gang.');
    await page.getByRole('button', { name: 'Angre siste endring' }).click();
    await expect(page.getByRole('status')).toContainText('Det er satt tilbake.');
    await expect(page.getByRole('button', { name: 'Vi er i gang' })).toBeVisible();
  });

  test('Ingrid changes the same action as Rania: both texts are shown and nothing is lost', { tag: '@noscript' }, async ({ page, browser, baseURL, script }) => {
    await signInAs(page, 'rania');
    await page.goto('/min/plan');
    const family = await familyOn(page);
    await page.getByRole('link', { name: 'Øve på veien sammen' }).click();
    const id = (await arrive(page, /\/tiltak\/[0-9a-z]{12}$/)).split('/').pop();
    await page.getByRole('link', { name: 'Endre', exact: true }).click();
    await page.getByLabel('Hva skal gjøres?').fill('Øve på veien sammen hver lørdag');

    const ingrid = await another(browser, baseURL, 'ingrid', script);
    await ingrid.goto(`/arbeid/familie/${family}/plan/endre/${id}`);
    await ingrid.getByLabel('Hva skal gjøres?').fill('Øve på veien sammen, først med kusine Salma');
    await ingrid.getByRole('button', { name: 'Lagre' }).click();
    await expect(ingrid.getByRole('status')).toContainText('Endringen er lagret.');

    await page.getByRole('button', { name: 'Lagre' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ingrid endret dette mens du skrev');
    const both = page.locator('.v-sammen');
    await expect(both).toContainText('Øve på veien sammen, først med kusine Salma');
    await expect(both).toContainText('Øve på veien sammen hver lørdag');
    await checkPage(page);
    await screenshot(page, 'plan-conflict');
    await page.getByLabel('Hva skal gjøres?').fill('Øve på veien hver lørdag, først med kusine Salma');
    await page.getByRole('button', { name: 'Lagre' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Øve på veien hver lørdag, først med kusine Salma');

    // Ingrid sees who changed it, and what; her older page cannot move what has changed since.
    await ingrid.getByRole('button', { name: 'Ferdig' }).click();
    await expect(ingrid.locator('ds-error-summary')).toContainText('Rania endret dette siden du åpnet siden.');
    await ingrid.goto(`/arbeid/familie/${family}/plan/historikk`);
    await expect(ingrid.locator('ins').first()).toContainText('Øve på veien hver lørdag, først med kusine Salma');
    await ingrid.context().close();
  });

  test('the family’s words stay the family’s, and its yes is written down with how it was given', async ({ page, browser, baseURL }) => {
    await signInAs(page, 'rania');
    await page.goto('/min/plan/ny/maal');
    await page.getByLabel('Hva er målet?').fill('Vi rekker bussen');
    await page.getByRole('radio', { name: 'Nå', exact: true }).check();
    await page.getByRole('checkbox', { name: 'Hele familien' }).check();
    await page.getByRole('button', { name: 'Lagre' }).click();
    await arrive(page, '/min/plan');
    const family = await familyOn(page);

    const ingrid = await another(browser, baseURL, 'ingrid');
    await ingrid.goto(`/arbeid/familie/${family}/plan`);
    await checkPage(ingrid);
    await ingrid.locator('article', { hasText: 'Vi rekker bussen' }).getByRole('link', { name: /^Endre/ }).click();
    await expect(ingrid.getByText('Dette er familiens egne ord.')).toBeVisible();
    await expect(ingrid.getByLabel('Hva er målet?')).toHaveCount(0);
    await ingrid.getByLabel(/Din merknad/).fill('Skyssen kan komme fem minutter senere.');
    await ingrid.getByRole('button', { name: 'Lagre' }).click();
    await expect(ingrid.getByText('Skyssen kan komme fem minutter senere.')).toBeVisible();

    await ingrid.goto(`/arbeid/familie/${family}/plan/ny/tiltak`);
    await ingrid.getByLabel('Hva skal gjøres?').fill('Snakke med skoleskyssen');
    await ingrid.getByRole('radio', { name: 'Jeg selv' }).check();
    await ingrid.getByRole('radio', { name: 'Nå', exact: true }).check();
    await ingrid.locator('#goal').selectOption({ label: 'Vi rekker bussen' });
    await ingrid.getByRole('checkbox', { name: 'Hele familien' }).check();
    await ingrid.getByRole('button', { name: 'Lagre' }).click();
    await expect(ingrid.getByText('Venter på ja fra familien.')).toBeVisible();
    await ingrid.getByText('Familien har sagt ja til meg').click();
    await ingrid.getByRole('button', { name: 'Skriv ned at de sa ja' }).click();
    await expect(ingrid.locator('ds-error-summary')).toContainText('Skriv hvordan det ble sagt');
    await ingrid.locator('#accepted_by').selectOption({ label: 'Rania' });
    await ingrid.getByLabel('Hvordan ble det sagt?').fill('på telefon, med tolk');
    await ingrid.getByRole('button', { name: 'Skriv ned at de sa ja' }).click();
    await expect(ingrid.getByText('Rania sa ja til dette: på telefon, med tolk.')).toBeVisible();
    await ingrid.context().close();
  });
});

test('the whole plan as the family and a helper see it', async ({ page, browser, baseURL }) => {
  await signInAs(page, 'rania');
  await page.goto('/min/plan');
  await checkPage(page);
  await screenshot(page, 'plan');
  await page.getByRole('link', { name: 'På sikt', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Yusuf går alene til trening' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Tørt barnerom før jul' })).toHaveCount(0);
  const family = await familyOn(page);

  // The school sees what the family has said yes to, and is told that this is a part.
  const marit = await another(browser, baseURL, 'marit');
  await marit.goto('/svar');
  await marit.locator(`a[href="/svar/familie/${family}/plan"]`).click();
  await expect(marit.getByText('Det kan være mer i planen.')).toBeVisible();
  await expect(marit.getByText('Tørt barnerom før jul')).toHaveCount(0);
  await checkPage(marit);
  await marit.getByRole('link', { name: 'Øve på veien sammen' }).click();
  await marit.getByText('Hvorfor ser jeg dette?').click();
  await expect(marit.getByText('Familien har sagt ja til at din tjeneste ser det.')).toBeVisible();
  for (const closed of ['plan/ny', 'plan/enig', 'plan/ny/drom']) {
    expect((await marit.goto(`/svar/familie/${family}/${closed}`)).status(), closed).toBe(404);
  }
  expect((await marit.goto(`/arbeid/familie/${family}/plan`)).status()).toBe(404);
  await marit.context().close();
});

test('what has been changed, how it was on a day, and what is different since', async ({ page }) => {
  await signInAs(page, 'rania');
  await page.goto('/min/plan');
  await page.getByRole('link', { name: 'Se hva som er endret, og når' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'Bjørn endret: tiltak' }).first()).toContainText('Måle fukt på barnerommet');
  await checkPage(page);
  await page.getByRole('link', { name: 'Side 2' }).click();
  await page.getByText('Se planen slik den var').click();
  await page.getByLabel('Dag', { exact: true }).fill('2026-06-01');
  await page.getByRole('button', { name: 'Vis', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Slik så planen ut 1. juni');
  await expect(page.getByText('Et stille rom å gå til i storefri')).toHaveCount(0);
  await page.getByRole('link', { name: 'Se hva som er endret siden' }).click();
  await expect(page.getByRole('heading', { name: 'Endret fra 1. juni til 19. november' })).toBeVisible();
  await expect(page.getByText('Tiltak: Et stille rom å gå til i storefri')).toBeVisible();
  await checkPage(page);
  await page.goto('/min/plan/historikk?dato=tull');
  await expect(page.locator('ds-error-summary')).toContainText('Skriv en dato som finnes');
});

test('on paper: a date, a version code, and nothing to press', async ({ page }) => {
  await signInAs(page, 'rania');
  await page.goto('/min/plan');
  await page.getByRole('link', { name: 'Skriv ut' }).click();
  await expect(page.getByText(/Skrevet ut 19\. november 2026\. Utgave [0-9A-F]{3}-[0-9A-F]{3}\./)).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('main .ds-button:visible, main form:visible, nav:visible')).toHaveCount(0);
  const paper = await page.pdf({ format: 'A4' });
  const pages = paper.toString('latin1').match(/\/Type\s*\/Page[^s]/g).length;
  expect(pages).toBeLessThanOrEqual(3);
});

test('with the keyboard alone: from the plan to an action, said something about, and back', async ({ page }) => {
  await signInAs(page, 'omar');
  await page.goto('/min/plan');
  const tabTo = async (locator) => {
    for (let stop = 0; stop < 80; stop += 1) {
      await page.keyboard.press('Tab');
      if (await locator.evaluate((element) => element === document.activeElement)) return;
    }
    throw new Error('not reached with Tab');
  };
  await tabTo(page.getByRole('link', { name: 'Flytte senga fra ytterveggen' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Flytte senga fra ytterveggen');
  await tabTo(page.getByLabel('Vil du si noe om det?'));
  await page.keyboard.type('Det hjalp. Lina hoster mindre.');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status')).toContainText('Det er sendt.');
  await expect(page.locator('.v-boble')).toContainText('Det hjalp. Lina hoster mindre.');
});
