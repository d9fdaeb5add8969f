// Parents do not agree about what the school is to see of Yusuf. It stays closed; the coordinator writes down what each
// means, the way the law gives and what is best for him; and each of them reads one's own.
import { arrive, checkPage, openFamily, screenshot, signInAs } from '../support/page.mjs';
import { expect, test } from '../support/story.mjs';

const said = (page) => page.getByRole('status');
const wrong = (page) => page.locator('ds-error-summary');
const HERS = 'Læreren må vite at han sover dårlig.';
const HIS = 'Det er ingen andres sak.';
const BOYS = 'Bare Tone, ikke de andre.';
const BEST = 'At han slipper å velge side, og at én voksen på skolen vet nok.';

/** What one in the family means. */
async function means(page, name, how, words) {
  const one = page.getByRole('group', { name, exact: true });
  await one.getByLabel('Hvordan vet du det?').selectOption({ label: how });
  await one.getByLabel(/^Hva mener personen/).fill(words);
}

test.describe('on a demo of its own', () => {
  test.use({ ownServer: true });

  test('Ingrid writes down what Rania, Omar and Yusuf mean, each reads one’s own, and nothing is opened by it', { tag: '@noscript' }, async ({ page }) => {
    test.setTimeout(180_000);
    const family = await openFamily(page, 'Haddad');
    await page.goto(`${family}/vern`);
    await page.getByRole('link', { name: 'Uenighet om noe som gjelder et barn', exact: true }).click();
    await arrive(page, `${family}/vern/ny/uenighet`);
    await checkPage(page);

    // Nothing filled in: each thing that is missing is named.
    await page.getByRole('button', { name: 'Lagre' }).click();
    await expect(page).toHaveTitle(/^Feil: /);
    for (const fault of ['Velg hvilke barn det gjelder.', 'Skriv hva de er uenige om.', 'Velg hjemmelen i loven.', 'Skriv hva som er best for barnet', 'Velg hvor det står.', 'Kryss av for hvem som vet om det']) {
      await expect(wrong(page)).toContainText(fault);
    }
    await checkPage(page);

    await page.getByRole('group', { name: 'Hvilke barn gjelder det?' }).getByLabel('Yusuf').check();
    await page.getByLabel('Hva er de uenige om?').fill('Om skolen kan vite hvordan Yusuf sover.');
    await means(page, 'Rania Haddad', 'Sa det selv', HERS);
    await means(page, 'Omar Haddad', 'Skrev, tegnet eller viste det', HIS);
    await page.getByLabel(/^Foreldrene bestemmer sammen/).check();
    await page.getByLabel('Hva er best for barnet?').fill(BEST);
    await page.getByLabel('De er uenige ennå', { exact: true }).check();
    const told = page.getByRole('group', { name: 'Hvem i familien får lese dette?' });
    await told.getByLabel('Lina').check();
    await page.getByRole('button', { name: 'Lagre' }).click();
    // A child is heard, somebody asks again, a sister reads nothing of it; and what was typed is kept.
    await expect(wrong(page)).toContainText('Velg hvordan barnet er hørt');
    await expect(wrong(page)).toContainText('Velg en dag da du spør igjen');
    await expect(wrong(page)).toContainText('Bare barnet det gjelder og de som bestemmer for det, kan stå her.');
    await expect(page.getByRole('group', { name: 'Omar Haddad', exact: true }).getByLabel(/^Hva mener personen/)).toHaveValue(HIS);
    await checkPage(page);
    await means(page, 'Yusuf Haddad', 'Er ikke hørt', '');
    await told.getByLabel('Lina').uncheck();
    await told.getByLabel('Rania').check();
    await page.getByLabel('Hvis de er uenige ennå: når spør du igjen?').fill('2026-11-19');
    await page.getByRole('button', { name: 'Lagre' }).click();
    await expect(wrong(page)).toContainText('Skriv hvorfor personen ikke er hørt.');
    await means(page, 'Yusuf Haddad', 'Sa det til noen personen stoler på', BOYS);
    await page.getByRole('button', { name: 'Lagre' }).press('Enter');
    await expect(said(page)).toContainText('Uenigheten er skrevet ned. Ingenting er delt av det.');
    await expect(page.getByRole('heading', { name: 'Uenighet som gjelder Yusuf: Om skolen kan vite hvordan Yusuf sover.' })).toBeVisible();
    for (const words of [HERS, HIS, BOYS, BEST]) await expect(page.getByText(words)).toBeVisible();
    await checkPage(page);

    // It stands where the family needs her on the day on which she asks again.
    await page.goto(family);
    const due = page.getByText('Noen er uenige. I dag spør du igjen.');
    await expect(due.first()).toBeVisible();
    await checkPage(page);

    // Rania reads what was done and what she means; nothing of what the others mean.
    await signInAs(page, 'rania');
    await page.goto('/min/innsyn');
    const card = page.locator('#uenighet');
    await expect(card).toContainText('Om skolen kan vite hvordan Yusuf sover.');
    await expect(card).toContainText(HERS);
    await expect(card).toContainText(BEST);
    await expect(card).toContainText('barnelova § 30');
    await expect(card).toContainText('kan du skrive til kommunen eller til Statsforvalteren når som helst');
    await expect(card).toContainText(/ring Ingrid, telefon [0-9 ]+/);
    for (const words of [HIS, BOYS]) await expect(page.getByText(words)).toHaveCount(0);
    await checkPage(page);
    for (const form of ['lesbar', 'data']) {
      const copy = await (await page.request.get(`/min/kopi/${form}`)).text();
      expect(copy, form).toContain(HERS);
      for (const words of [HIS, BOYS]) expect(copy, form).not.toContain(words);
    }

    // Omar has not been told; he reads what was written that he means, on his phone. Yusuf and Lina find nothing.
    await page.setViewportSize({ width: 390, height: 844 });
    await signInAs(page, 'omar');
    await page.goto('/min/innsyn');
    await expect(card).toContainText(HIS);
    for (const words of [HERS, BOYS, BEST, 'Om skolen kan vite']) await expect(page.getByText(words)).toHaveCount(0);
    await checkPage(page);
    await screenshot(page, 'disagreement-not-told');
    for (const persona of ['yusuf', 'nav']) {
      await signInAs(page, persona);
      await page.goto(persona === 'nav' ? '/arbeid' : '/min/innsyn');
      for (const words of [HERS, HIS, BEST]) await expect(page.getByText(words)).toHaveCount(0);
    }

    // They agree: what Omar means now is added, he is told, and after that nothing is rewritten.
    await page.setViewportSize({ width: 1280, height: 900 });
    await signInAs(page, 'ingrid');
    await page.goto(`${family}/vern`);
    await page.getByRole('link', { name: /^Endre ?: Uenighet som gjelder Yusuf/ }).click();
    const change = await arrive(page, /\/vern\/[0-9a-z]{12}$/);
    await checkPage(page);
    await means(page, 'Omar Haddad', 'Sa det selv', 'Tone kan få vite det.');
    await page.getByLabel('De er enige nå').check();
    await page.getByRole('button', { name: 'Lagre' }).click();
    await expect(wrong(page)).toContainText('Skriv hva som kom ut av det.');
    await expect(wrong(page)).toContainText('Skriv hvilken dag det var over');
    await checkPage(page);
    await page.getByLabel('Hvis det er over: hva kom ut av det?').fill('Tone får vite at han sover dårlig.');
    await page.getByLabel('Hvis det er over: når?').fill('2026-11-19');
    await told.getByLabel('Omar').check();
    await page.getByRole('button', { name: 'Lagre' }).click();
    await expect(said(page)).toBeVisible();
    await expect(page.getByText('De er enige nå')).toBeVisible();
    await checkPage(page);
    await page.goto(change);
    await expect(page.getByLabel('Hva er best for barnet?')).toHaveCount(0);
    await signInAs(page, 'omar');
    await page.goto('/min/innsyn');
    await expect(card).toContainText('Tone kan få vite det.');
    await expect(card).toContainText('Tone får vite at han sover dårlig.');
    for (const words of [HERS, BOYS, 'Noen er uenige']) await expect(page.getByText(words)).toHaveCount(0);
    await checkPage(page);

    // It was the wrong family: what nobody means is gone from everybody's page.
    await signInAs(page, 'ingrid');
    await page.goto(`${family}/vern`);
    await page.getByRole('button', { name: /^Skrevet ved en feil ?: Uenighet som gjelder Yusuf/ }).click();
    await expect(said(page)).toContainText('Det står nå som skrevet ved en feil.');
    expect((await page.goto(change)).status()).toBe(404);
    for (const persona of ['rania', 'omar']) {
      await signInAs(page, persona);
      await page.goto('/min/innsyn');
      await expect(card).toHaveCount(0);
    }
  });

  test('Samira begins from the consent that Silje and Henrik do not agree about, and finds it written', async ({ page }) => {
    const family = await openFamily(page, 'Lunde og Moen', 'samira');
    await page.goto(`${family}/innsyn`);
    await page.getByRole('link', { name: /^Åpne uenigheten/ }).click();
    const written = await arrive(page, /\/vern\/[0-9a-z]{12}$/);
    await checkPage(page);
    // Decided by the parent with whom he lives: the page says on which ground one thing can be told, and opens nothing.
    await page.getByLabel(/^Den forelderen barnet bor fast hos/).check();
    await page.getByLabel('Det er bestemt etter loven').check();
    await page.getByLabel('Hvis det er over: hva kom ut av det?').fill('Silje bestemmer dette i det daglige.');
    await page.getByLabel('Hvis det er over: når?').fill('2026-11-19');
    await page.getByRole('button', { name: 'Lagre' }).click();
    await expect(said(page)).toBeVisible();
    await expect(page.getByText('Skal én ting fortelles videre likevel, finner du hjemmelen der')).toBeVisible();
    await checkPage(page);
    await page.goto(`${family}/innsyn`);
    await expect(page.getByText('Dere er uenige: Henrik sa nei')).toBeVisible();
    // It is over, so the next one is begun from the same consent, with what it is about filled in.
    await page.getByRole('link', { name: /^Skriv ned uenigheten/ }).click();
    await arrive(page, `${family}/vern/ny/uenighet`);
    await expect(page.getByRole('group', { name: 'Hvilke barn gjelder det?' }).getByLabel('Oskar Lunde Moen')).toBeChecked();
    await expect(page.getByLabel('Hva er de uenige om?')).toHaveValue('Om Granlia skole kan se helse om Oskar.');
    await checkPage(page);
    expect(written).toContain(family);
  });
});

test('Henrik reads on his phone what Samira has written of what they disagree about', async ({ page }) => {
  await signInAs(page, 'far');
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/min/innsyn');
  const card = page.locator('#uenighet');
  await expect(card).toContainText('Skolen trenger ikke vite alt.');
  await expect(page.getByText('Læreren må vite det.')).toHaveCount(0);
  await expect(page.getByText('trøtt på mandager')).toHaveCount(0);
  await checkPage(page);
  await screenshot(page, 'disagreement-family');
});
