// What the law says about one family: protection, who may know an address, mandates; who sees one thing, and what is
// withheld or told further. And a helper who may not take part.
import { arrive, checkPage, openFamily, screenshot, signInAs } from '../support/page.mjs';
import { expect, test } from '../support/story.mjs';

const said = (page) => page.getByRole('status');
const wrong = (page) => page.locator('ds-error-summary');

/** The keyboard's way to something: focus and press, as Tab and Space or Enter do. */
async function key(locator, press = 'Space') {
  await locator.focus();
  await locator.press(press);
}

test('every page is whole, in the families that have something to tell', async ({ page }) => {
  test.setTimeout(240_000);
  const jaama = await openFamily(page, 'Jåma');
  await page.goto(`${jaama}/vern`);
  await expect(page.getByRole('heading', { level: 3 })).toContainText([
    'Robert Lindahl kan ikke delta', 'Barneverntjenesten i Lindvik har omsorgen for Ante',
  ]);
  await checkPage(page);
  await screenshot(page, 'law');
  for (const sort of ['vern', 'adresse', 'omsorg', 'fullmakt', 'inhabil', 'innsyn', 'utlevert']) {
    expect((await page.goto(`${jaama}/vern/ny/${sort}`)).status(), sort).toBe(200);
    await checkPage(page);
  }
  await screenshot(page, 'law-conflict');
  const sander = await openFamily(page, 'Berg-Nilsen');
  await page.goto(`${sander}/vern`);
  await expect(page.getByRole('heading', { level: 3 })).toContainText('Eva kan se drømmer, mål og tiltak');
  await expect(page.getByText('Begynner senere')).toBeVisible();
  const anna = await openFamily(page, 'Anna og barna');
  await page.goto(`${anna}/vern`);
  await expect(page.getByText('Venter på en til').first()).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Tuva er vernet mot Per' })).toBeVisible();
  await checkPage(page);
  for (const path of ['/vern/ny/finnes-ikke', '/vern/0123456789ab', '/hvem-ser/0123456789ab', '/hvem-ser/x']) {
    expect((await page.goto(anna + path)).status(), path).toBe(404);
  }
  for (const who of ['mats', 'rania', 'marit', 'leder']) {
    await signInAs(page, who);
    for (const path of ['/vern', '/vern/ny/vern']) expect((await page.goto(jaama + path)).status(), who + path).toBe(404);
  }
});

test.describe('on a demo of its own', () => {
  test.use({ ownServer: true });

  test('protection by keyboard alone closes the case at once for the other, and opens it again', { tag: '@noscript' }, async ({ page, browser, veven }) => {
    const family = await openFamily(page, 'Haddad');
    // Omar is signed in elsewhere, and sees his home.
    const elsewhere = await browser.newContext({ baseURL: veven.url });
    const omar = await elsewhere.newPage();
    await signInAs(omar, 'omar');
    expect((await omar.goto('/min/plan')).status()).toBe(200);

    await page.goto(`${family}/vern`);
    await key(page.getByRole('link', { name: 'Vern mot noen i familien' }), 'Enter');
    await key(page.getByRole('button', { name: 'Sett i verk vernet' }), 'Enter');
    await expect(page).toHaveTitle(/^Feil: /);
    await expect(wrong(page)).toContainText('Velg minst én som skal vernes.');
    await checkPage(page);
    const whom = page.getByRole('group', { name: 'Hvem skal vernes?' });
    for (const name of ['Rania Haddad', 'Yusuf Haddad', 'Lina Haddad']) await key(whom.getByLabel(name));
    await page.getByLabel('Hvem har bestemt det, og hvorfor?').focus();
    await page.keyboard.type('Politiet har gitt besøksforbud. Ærlig talt: nødvendig.');
    await key(page.getByRole('group', { name: 'Mot hvem?' }).getByLabel('Rania Haddad'));
    await key(page.getByRole('button', { name: 'Sett i verk vernet' }), 'Enter');
    await expect(wrong(page)).toContainText('Velg en annen enn den som skal vernes.');
    await expect(page.getByLabel('Hvem har bestemt det, og hvorfor?')).toHaveValue('Politiet har gitt besøksforbud. Ærlig talt: nødvendig.');
    await expect(whom.getByLabel('Lina Haddad')).toBeChecked();
    await expect(page.getByText('Den personen finner ingen sak her lenger')).toBeVisible();
    await key(page.getByRole('group', { name: 'Mot hvem?' }).getByLabel('Omar Haddad'));
    await screenshot(page, 'law-danger');
    await key(page.getByRole('button', { name: 'Sett i verk vernet' }), 'Enter');
    await expect(said(page)).toContainText('Vernet gjelder');
    await expect(page.getByRole('heading', { level: 3, name: 'er vernet mot Omar' })).toHaveCount(3);
    await checkPage(page);
    // In the session that was open, there is nothing any longer.
    await omar.goto('/min/plan');
    expect(await omar.content()).not.toContain('Rania');
    await expect(omar.getByText('Yusuf')).toHaveCount(0);

    for (const name of ['Rania', 'Yusuf', 'Lina']) {
      await key(page.getByRole('button', { name: new RegExp(`^Avslutt ?: ${name} er vernet mot Omar`) }), 'Enter');
      await expect(said(page)).toContainText('Det er avsluttet');
    }
    await expect(page.locator('.v-kort', { hasText: 'Har vært' }).getByRole('heading', { level: 3, name: /er vernet mot/ })).toHaveCount(3);
    expect((await omar.goto('/min/plan')).status()).toBe(200);
    await expect(omar.getByText('Yusuf').first()).toBeVisible();
    await elsewhere.close();
  });

  test('who may know an address waits for another, on a phone', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    const family = await openFamily(page, 'Anna og barna');
    await page.goto(`${family}/vern/ny/adresse`);
    await page.getByLabel('Anna').check();
    await page.getByLabel('Hva trenger hjelperen det til?').fill('Kjører dem til retten.');
    await page.getByLabel('Til og med hvilken dag?').fill('2031-01-01');
    await page.getByRole('button', { name: 'Be om godkjenning' }).click();
    await expect(wrong(page)).toContainText('Det er for lenge. Velg 19. november 2027 eller en tidligere dag.');
    await expect(page.getByLabel('Hva trenger hjelperen det til?')).toHaveValue('Kjører dem til retten.');
    await checkPage(page);
    await page.getByLabel('Til og med hvilken dag?').fill('2027-01-31');
    await page.getByLabel('Hvilken hjelper?').selectOption({ label: 'Farid Karimi, familieterapeut' });
    await page.getByRole('button', { name: 'Be om godkjenning' }).click();
    await expect(said(page)).toContainText('Hjelperen vet ingenting ennå');
    await expect(page.getByText('Venter på en til')).toHaveCount(3);
    await screenshot(page, 'law-trusted');
    await page.getByRole('button', { name: /^Avslutt ?: Farid Karimi.* kan vite hvor Anna er/ }).click();
    await expect(said(page)).toContainText('Det er avsluttet');
    await expect(page.getByText('Venter på en til')).toHaveCount(2);
  });

  test('a mandate is only from the birthday, and can be narrowed', async ({ page }) => {
    const family = await openFamily(page, 'Berg-Nilsen');
    await page.goto(`${family}/vern/ny/fullmakt`);
    await page.getByRole('group', { name: 'Hvem gjelder det?' }).getByLabel('Sander').check();
    await page.getByRole('group', { name: 'Hvem handler' }).getByLabel('Eva').check();
    await page.getByLabel('Fullmakt fra personen selv').check();
    await page.getByLabel('Økonomi, arbeid og NAV').check();
    await page.getByLabel('Helse', { exact: true }).check();
    await page.getByLabel('Hvem har bestemt det, og hvorfor?').fill('Sander, i møtet.');
    await page.getByLabel('Til og med hvilken dag?').fill('2027-05-01');
    await page.getByRole('button', { name: 'Lagre' }).click();
    await expect(wrong(page)).toContainText('En fullmakt gjelder fra 18-årsdagen');
    await expect(page.getByLabel('Helse', { exact: true })).toBeChecked();
    await page.getByLabel('Fra hvilken dag?').fill('2027-02-01');
    await page.getByRole('button', { name: 'Lagre' }).click();
    await expect(said(page)).toContainText('Det er skrevet inn');
    const line = page.locator('article', { hasText: 'Sander, i møtet.' });
    await expect(line).toContainText('helse');
    await line.getByRole('link', { name: /Endre/ }).click();
    await checkPage(page);
    await page.getByLabel('Helse', { exact: true }).uncheck();
    await page.getByRole('button', { name: 'Lagre' }).click();
    await expect(said(page)).toContainText('Endringen er lagret');
    await expect(line.getByRole('heading')).not.toContainText('helse');
    await expect(line.getByRole('heading')).toContainText('økonomi');
  });

  test('what Hodan said on the telephone is written down, read by her, and taken back', { tag: '@noscript' }, async ({ page }) => {
    test.setTimeout(120_000);
    const family = await openFamily(page, 'Warsame');
    await page.goto(`${family}/innsyn`);
    await expect(page.locator('main')).toContainText('Skrevet ned av Ingrid: På telefon, med tolk');
    await checkPage(page);
    await key(page.getByRole('link', { name: 'Skriv ned et ja eller nei' }), 'Enter');
    await key(page.getByRole('button', { name: 'Skriv det ned' }), 'Enter');
    await expect(wrong(page)).toContainText('Velg hvem som svarte.');
    await expect(wrong(page)).toContainText('Skriv hvordan det ble sagt');
    await checkPage(page);
    await key(page.getByLabel('Hodan').first());
    await key(page.getByLabel('Ja, tjenesten kan se dette'));
    await page.getByLabel('Hvordan ble det sagt?').fill('i møtet, med tolk');
    await page.getByLabel('På hvilket språk?').selectOption('so');
    await page.getByLabel('Hvilken tjeneste?').selectOption({ index: 1 });
    await key(page.getByRole('group', { name: 'Hvem handler det om?' }).getByLabel('Hodan'));
    await key(page.getByLabel('Drømmer, mål og tiltak', { exact: true }));
    await page.getByLabel('Hvorfor deler dere det?').fill('Så alle vet hva hun ønsker');
    await key(page.getByRole('button', { name: 'Se først hva som åpnes' }), 'Enter');
    await expect(page.getByLabel('Hvordan ble det sagt?')).toHaveValue('i møtet, med tolk');
    await checkPage(page);
    await screenshot(page, 'law-spoken');
    await key(page.getByRole('button', { name: 'Skriv det ned' }), 'Enter');
    await expect(said(page)).toContainText('Det er skrevet ned.');
    const line = page.locator('article', { hasText: 'i møtet, med tolk' });
    await key(line.getByRole('link', { name: 'Hodan har ombestemt seg' }), 'Enter');
    await key(page.getByRole('button', { name: 'Stopp delingen' }), 'Enter');
    await expect(wrong(page)).toContainText('Skriv hvordan det ble sagt');
    await checkPage(page);
    await page.getByLabel('Hvordan ble det sagt?').fill('ringte og sa nei');
    await key(page.getByRole('button', { name: 'Stopp delingen' }), 'Enter');
    await expect(line).toHaveCount(0);
    await checkPage(page);
  });

  test('who sees an action, and what is withheld and told further, by keyboard', { tag: '@noscript' }, async ({ page, browser, veven }) => {
    test.setTimeout(180_000);
    const family = await openFamily(page, 'Haddad');
    await page.goto(`${family}/plan`);
    const first = page.locator(`a[href*="/plan/tiltak/"]`).first();
    await page.goto(await first.getAttribute('href'));
    const words = await page.getByRole('heading', { level: 1 }).textContent();
    await key(page.getByRole('link', { name: 'Hvem ser dette?' }), 'Enter');
    const see = page.locator('.v-kort', { has: page.getByRole('heading', { name: 'Ser det', exact: true }) });
    const not = page.locator('.v-kort', { has: page.getByRole('heading', { name: 'Ser det ikke', exact: true }) });
    await expect(see).toContainText('Er familiens koordinator');
    await expect(see).toContainText('Omar');
    await expect(not).toContainText('Ingenting åpner det');
    await checkPage(page);
    await screenshot(page, 'law-readers');
    const here = page.url();

    const elsewhere = await browser.newContext({ baseURL: veven.url });
    const omar = await elsewhere.newPage();
    await signInAs(omar, 'omar');
    await omar.goto('/min/plan');
    await expect(omar.getByText(words, { exact: false }).first()).toBeVisible();

    await key(page.getByRole('link', { name: 'Hold tilbake' }), 'Enter');
    await key(page.getByRole('button', { name: 'Hold tilbake' }), 'Enter');
    await expect(wrong(page)).toContainText('Velg minst én i familien.');
    await expect(wrong(page)).toContainText('Velg hjemmelen i loven.');
    await checkPage(page);
    await key(page.getByLabel('Omar Haddad'));
    await key(page.getByLabel(/Det kan skade barnet/));
    await page.getByLabel('Hvorfor?').focus();
    await page.keyboard.type('Vurdert sammen med barnevernet.');
    await key(page.getByRole('button', { name: 'Hold tilbake' }), 'Enter');
    await expect(wrong(page)).toContainText('Skriv hva som er best for barnet, og hvorfor.');
    await expect(page.getByLabel('Hvorfor?')).toHaveValue('Vurdert sammen med barnevernet.');
    await checkPage(page);
    await page.getByLabel('Hva er best for barnet?').fill('Ro til å fortelle i sitt eget tempo.');
    await key(page.getByRole('button', { name: 'Hold tilbake' }), 'Enter');
    await expect(said(page)).toContainText('Det er holdt tilbake.');
    await expect(not).toContainText('Omar');
    await expect(not).toContainText('Holdt tilbake av en fagperson');
    await checkPage(page);
    await omar.goto('/min/plan');
    await expect(omar.getByText(words, { exact: false }), 'he does not learn that it is there').toHaveCount(0);

    await key(page.getByRole('link', { name: 'Fortell videre' }), 'Enter');
    await page.getByLabel('Til hvem?').selectOption({ label: 'Farid Karimi, familieterapeut' });
    await page.getByLabel('Hva skal det brukes til?').fill('BUP skal vite hva som er avtalt.');
    await key(page.getByRole('button', { name: 'Fortell videre' }), 'Enter');
    await expect(wrong(page)).toContainText('Velg hjemmelen i loven.');
    await expect(page.getByLabel('Hva skal det brukes til?')).toHaveValue('BUP skal vite hva som er avtalt.');
    await checkPage(page);
    await key(page.getByLabel(/Til det formålet det ble gitt for/));
    await page.getByLabel('Hvorfor er det nødvendig?').fill('De spør familien om det samme på nytt.');
    await page.getByLabel('Er de spurt om samtykke først?').fill('Spurte Rania på telefon. Hun ville tenke på det.');
    await page.getByLabel('Hva er best for barnet?').fill('At noen som kan hjelpe, vet det.');
    await page.getByLabel('Til og med hvilken dag?').fill('2027-01-31');
    await key(page.getByRole('button', { name: 'Fortell videre' }), 'Enter');
    await expect(said(page)).toContainText('Det er fortalt videre');
    await expect(see).toContainText('Farid Karimi');
    await expect(see).toContainText('Er fortalt det, med hjemmel i loven');
    await screenshot(page, 'law-told');

    await key(page.getByRole('button', { name: /^Avslutt ?: Holdt tilbake fra Omar/ }), 'Enter');
    await expect(said(page)).toContainText('Det er avsluttet');
    expect(page.url()).toContain(new URL(here).pathname);
    await expect(see).toContainText('Omar');
    await omar.goto('/min/plan');
    await expect(omar.getByText(words, { exact: false }).first()).toBeVisible();
    await elsewhere.close();
    await page.goto(`${family}/vern`);
    await expect(page.getByRole('heading', { name: /^Fortalt videre til Farid Karimi/ })).toBeVisible();
  });

  test('Marit cannot take part: she says so, and the case is gone for her', { tag: '@noscript' }, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await signInAs(page, 'marit');
    await page.getByRole('link', { name: 'Jeg kan ikke delta' }).click();
    await checkPage(page);
    const form = page.url();
    await page.getByRole('button', { name: 'Send, og lukk saken for meg' }).click();
    await expect(page).toHaveTitle(/^Feil: /);
    await page.getByLabel('Hvorfor kan du ikke delta?').fill('Rania er nabo og venn.');
    await screenshot(page, 'answer-cannot');
    await page.getByRole('button', { name: 'Send, og lukk saken for meg' }).click();
    await arrive(page, '/svar');
    await expect(said(page)).toContainText('Saken er lukket for deg');
    await checkPage(page);
    expect((await page.goto(form)).status()).toBe(404);
    const family = await openFamily(page, 'Haddad');
    await page.goto(`${family}/vern`);
    await expect(page.getByRole('heading', { name: 'Marit Aasen kan ikke delta' })).toBeVisible();
    await expect(page.getByText('Rania er nabo og venn.')).toBeVisible();
    await page.getByRole('button', { name: /^Avslutt ?: Marit Aasen kan ikke delta/ }).click();
    await expect(said(page)).toContainText('Det er avsluttet');
  });
});
