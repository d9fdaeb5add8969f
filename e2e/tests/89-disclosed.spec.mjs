// Somebody outside has a right to something by law: what was given is written down, the papers are made on it, and those
// at home read it when it can harm nobody.
import { arrive, checkPage, openFamily, screenshot, signInAs } from '../support/page.mjs';
import { expect, test } from '../support/story.mjs';

const said = (page) => page.getByRole('status');
const IS = 'Barneverntjenesten i Vik har fått opplysninger om Yusuf';

test.describe('on a demo of its own', () => {
  test.use({ ownServer: true });

  test('what child welfare demanded is written down, kept while it may harm, and then told to Rania', { tag: '@noscript' }, async ({ page }) => {
    test.setTimeout(120_000);
    const family = await openFamily(page, 'Haddad');
    await page.goto(`${family}/vern`);
    await page.getByRole('link', { name: 'Gitt ut fordi loven krever det', exact: true }).click();
    await arrive(page, `${family}/vern/ny/utlevert`);
    await page.getByRole('button', { name: 'Lagre' }).click();
    await expect(page).toHaveTitle(/^Feil: /);
    for (const fault of ['Velg hvem det gjelder.', 'Skriv hvem som fikk det.', 'Skriv hva de krevde.', 'Skriv hva dere ga.', 'Kryss av for hvem som vet om det']) {
      await expect(page.locator('ds-error-summary')).toContainText(fault);
    }
    await checkPage(page);
    await page.getByRole('group', { name: 'Hvem gjelder det?' }).getByLabel('Yusuf').check();
    await page.getByLabel('Hvem fikk det?').fill('Barneverntjenesten i Vik');
    await page.getByLabel('Barnevernet har gitt pålegg om opplysninger').check();
    await page.getByLabel('Hva krevde de?').fill('Pålegg av 12. november, sak 88.');
    await page.getByLabel('Hva ga dere?').fill('Hvilke tiltak han har.\nIkke hva han har sagt.');
    const told = page.getByRole('group', { name: 'Hvem i familien vet om det?' });
    await told.getByLabel('Lina').check();
    await page.getByRole('button', { name: 'Lagre' }).click();
    await expect(page.locator('ds-error-summary')).toContainText('Bare den det gjelder, og de som bestemmer for barnet, kan stå her.');
    await expect(page.getByLabel('Hva ga dere?')).toHaveValue('Hvilke tiltak han har.\nIkke hva han har sagt.');
    await checkPage(page);
    await told.getByLabel('Lina').uncheck();
    await page.getByLabel('Hvis ingen vet om det: hvorfor?').fill('Barnevernet snakker med ham først.');
    await page.getByRole('button', { name: 'Lagre' }).click();
    await expect(said(page)).toContainText('Det er skrevet ned.');
    await expect(page.getByRole('heading', { name: IS })).toBeVisible();
    await expect(page.getByText('Barnevernet snakker med ham først.')).toBeVisible();
    await checkPage(page);
    await screenshot(page, 'disclosed');

    // Nobody at home sees it yet.
    for (const persona of ['rania', 'omar', 'yusuf']) {
      await signInAs(page, persona);
      await page.goto('/min/innsyn');
      await expect(page.getByText('Barneverntjenesten i Vik')).toHaveCount(0);
    }

    // It can harm nobody any longer: Rania is told, by keyboard.
    await signInAs(page, 'ingrid');
    await page.goto(`${family}/vern`);
    await page.getByRole('link', { name: new RegExp(`^Endre ?: ${IS}`) }).click();
    await checkPage(page);
    await page.getByRole('group', { name: 'Hvem i familien vet om det?' }).getByLabel('Rania').focus();
    await page.keyboard.press('Space');
    await page.getByRole('button', { name: 'Lagre' }).focus();
    await page.keyboard.press('Enter');
    await expect(page.locator('ds-error-summary')).toContainText('Ta bort grunnen, eller krysset.');
    await page.getByLabel('Hvis ingen vet om det: hvorfor?').fill('');
    await page.getByRole('button', { name: 'Lagre' }).click();
    await expect(said(page)).toBeVisible();
    await expect(page.getByText('Barnevernet snakker med ham først.')).toHaveCount(0);

    await page.setViewportSize({ width: 390, height: 844 });
    await signInAs(page, 'rania');
    await page.goto('/min/innsyn');
    await expect(page.getByRole('heading', { name: IS })).toBeVisible();
    expect(await page.locator('main').innerText()).toContain('Hvilke tiltak han har.\nIkke hva han har sagt.');
    await expect(page.getByText('Barnevernet snakker med ham først.')).toHaveCount(0);
    await checkPage(page);
    for (const form of ['lesbar', 'data']) {
      const copy = await (await page.request.get(`/min/kopi/${form}`)).text();
      expect(copy, form).toContain('sak 88');
      expect(copy, form).not.toContain('Barnevernet snakker med ham');
    }
    for (const persona of ['omar', 'yusuf']) {
      await signInAs(page, persona);
      await page.goto('/min/innsyn');
      await expect(page.getByText('Barneverntjenesten i Vik')).toHaveCount(0);
    }

    // The papers that the order covers: nothing is chosen beforehand, and what is wrong is said.
    await page.setViewportSize({ width: 1280, height: 900 });
    await signInAs(page, 'ingrid');
    await page.goto(`${family}/vern`);
    await page.getByRole('link', { name: new RegExp(`^Papirene ?: ${IS}`) }).click();
    const papers = await arrive(page, /\/papirer$/);
    await expect(page.locator('main input:checked')).toHaveCount(0);
    await checkPage(page);
    await page.getByRole('button', { name: 'Se hvor mye det blir' }).click();
    await expect(page.locator('ds-error-summary')).toContainText('Velg minst ett slag opplysninger.');
    await expect(page).toHaveTitle(/^Feil: /);
    await page.getByLabel('Mål og tiltak').check();
    await page.getByRole('group', { name: 'Hvem gjelder det?' }).getByLabel('Yusuf').check();
    await page.getByLabel('Skrevet fra og med').fill('2026-11-19');
    await page.getByLabel('Skrevet til og med').fill('2026-01-01');
    await page.getByRole('button', { name: 'Se hvor mye det blir' }).click();
    await expect(page.locator('ds-error-summary')).toContainText('Den siste dagen er før den første.');
    await expect(page.getByLabel('Mål og tiltak')).toBeChecked();
    await checkPage(page);
    await page.getByLabel('Skrevet fra og med').fill('2025-01-01');
    await page.getByLabel('Skrevet til og med').fill('2026-11-19');
    await page.getByRole('button', { name: 'Se hvor mye det blir' }).press('Enter');
    await expect(page.getByRole('heading', { name: /^Det blir \d+ ting$/ })).toBeVisible();
    await checkPage(page);
    await screenshot(page, 'papers');
    for (const [button, name] of [['Last ned papirene (PDF)', /^papirer-[0-9a-z]{12}-2026-11-19\.pdf$/], ['Last ned for maskiner (JSON)', /^papirer-[0-9a-z]{12}-2026-11-19\.json$/]]) {
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: button }).press('Enter');
      expect((await download).suggestedFilename()).toMatch(name);
    }
    // The log says so: to her, and to Rania, who knows of it; Yusuf, who does not yet, finds no word of it.
    const MADE = 'Lagde papirer til noen som har rett til dem etter loven';
    await page.goto(`${family}/logg`);
    await expect(page.getByText(MADE).first()).toBeVisible();
    await signInAs(page, 'rania');
    await page.goto('/min/innsyn');
    await expect(page.locator('#oppslag')).toContainText('laget papirer til noen som har rett til dem etter loven');
    for (const persona of ['omar', 'yusuf']) {
      await signInAs(page, persona);
      await page.goto('/min/innsyn');
      await expect(page.getByText('papirer til noen')).toHaveCount(0);
      expect((await page.goto(papers)).status()).toBe(404);
    }

    // It was the wrong boy.
    await signInAs(page, 'ingrid');
    await page.goto(`${family}/vern`);
    await page.getByRole('button', { name: new RegExp(`^Skrevet ved en feil ?: ${IS}`) }).click();
    await expect(said(page)).toContainText('Det står nå som skrevet ved en feil.');
    expect((await page.goto(papers)).status()).toBe(404);
    await signInAs(page, 'rania');
    await page.goto('/min/innsyn');
    await expect(page.getByRole('heading', { name: IS })).toHaveCount(0);
  });
});

test('the coordinator of Henrik and Silje finds the papers beside what the supervisor was given', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const family = await openFamily(page, 'Lunde og Moen', 'samira');
  await page.goto(`${family}/vern`);
  await page.getByRole('link', { name: /^Papirene ?: Statsforvalteren i Lindvik/ }).click();
  await arrive(page, /\/papirer$/);
  await checkPage(page);
  await screenshot(page, 'papers-phone');
});

test('Henrik reads on his phone what the supervisor was given', async ({ page }) => {
  await signInAs(page, 'far');
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/min/innsyn');
  await expect(page.getByRole('heading', { name: 'Statsforvalteren i Lindvik, ved Hanne Lie har fått opplysninger om Oskar' })).toBeVisible();
  await checkPage(page);
  await screenshot(page, 'disclosed-family');
});
