// One family, as its coordinator works with it: contact, questions, meetings, people, handover.
import { press, tabTo } from '../support/keyboard.mjs';
import { arrive, checkPage, openFamily, screenshot, signInAs } from '../support/page.mjs';
import { expect, test } from '../support/story.mjs';
import { watch } from '../support/watch.mjs';

/** Signs in as Ingrid and opens a family; the answer is its address. */
async function open(page, name = 'Haddad', who = 'ingrid') {
  const address = await openFamily(page, name, who);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Familien ${name}`);
  return address;
}

const said = (page) => page.getByRole('status');
const wrong = (page) => page.locator('ds-error-summary');

test('every page of a family is whole', async ({ page }) => {
  test.setTimeout(180_000);
  const base = await open(page);
  for (const [tail, name] of [
    ['', 'family'], ['/kontakt', 'family-contact'], ['/spor', 'family-ask'], ['/mote', 'family-meetings'], ['/personer', 'family-people'],
    ['/personer/ny'], ['/personer/ny?vis=ventes'], ['/personer/forhold'], ['/laget', 'family-team'],
    ['/koordinator', 'family-coordinator'], ['/koordinator/avslutt'], ['/logg', 'family-log'],
  ]) {
    expect((await page.goto(base + tail)).status(), tail).toBe(200);
    expect(await page.title(), 'no name in a title').not.toContain('Haddad');
    await checkPage(page);
    if (name) await screenshot(page, name);
  }
});

test('impossible dates in a form that no browser made are told, never a fault', async ({ page }) => {
  const base = await open(page);
  await page.goto(`${base}/mote`);
  for (const day of ['31.2.2026', '2026-13-45', 'i morgen', '99999999999-1-1', '0000-00-00', '-1', '2999-01-01']) {
    await page.locator('#at').evaluate((field, value) => { field.type = 'text'; field.value = value; }, day);
    await page.getByLabel('Hva handler møtet om?').fill('Møte');
    await page.getByLabel('Klokkeslett').fill('12:00');
    const [answer] = await Promise.all([page.waitForResponse((r) => r.request().method() === 'POST'), page.getByRole('button', { name: 'Avtal møtet' }).click()]);
    expect(answer.status(), day).toBe(422);
    await expect(page.locator('#at-feil')).toBeVisible();
  }
});

test('the log says who looked and why, in words', async ({ page }) => {
  const base = await open(page);
  await page.goto(`${base}/logg`);
  // This very page is in it, and what was opened before.
  const own = page.locator('tbody tr', { hasText: 'Leste loggen' }).first();
  await expect(own).toContainText('Ingrid Solheim');
  await expect(own).toContainText('Er familiens koordinator');
  await expect(page.locator('tbody')).toContainText('Åpnet oversikten');
  await expect(page.locator('tbody tr', { hasText: 'Marit Aasen' }).first()).toContainText('Egen oppgave');
});

test('whoever holds nothing here gets the page of what does not exist', async ({ page }) => {
  const base = await open(page);
  for (const who of ['mats', 'rania', 'marit', 'leder', 'inntak', 'drift']) {
    await signInAs(page, who);
    expect((await page.goto(base)).status(), who).toBe(404);
  }
  for (const path of ['/arbeid/familie/0123456789ab', '/arbeid/familie/x', `${base}/svar/x`, `${base}/spor/0123456789ab`]) {
    expect((await page.goto(path)).status(), path).toBe(404);
  }
});

test.describe('on a demo of its own', () => {
  test.use({ ownServer: true });

  test('a contact is logged on a phone, changed and taken back', { tag: '@noscript' }, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    const base = await open(page);
    await page.goto(`${base}/kontakt`);
    await page.getByRole('button', { name: 'Lagre kontakten' }).click();
    await expect(page).toHaveTitle(/^Feil: /);
    await expect(page.locator('#how-feil')).toHaveText('Velg hvordan dere hadde kontakt.');
    await page.getByLabel('Hjemmebesøk').check();
    await page.getByLabel('Rania', { exact: true }).check();
    await page.getByLabel('Kort notat').fill('Vi drakk te. Lina tegnet. 🎨');
    await page.getByRole('button', { name: 'Lagre kontakten' }).click();
    await expect(said(page)).toContainText('Kontakten er lagret');
    const latest = page.locator('#for .v-ting').first();
    await expect(latest).toContainText('Vi drakk te. Lina tegnet. 🎨');
    await expect(latest).toContainText('i dag');
    await latest.getByRole('link', { name: /Endre/ }).click();
    await page.getByLabel('Når?').fill('2026-11-18');
    await page.getByRole('button', { name: 'Lagre kontakten' }).click();
    await expect(said(page)).toContainText('Endringen er lagret');
    await expect(latest).toContainText('i går');
    await latest.getByRole('button', { name: /Angre/ }).click();
    await expect(said(page)).toContainText('Det er angret');
    await expect(latest).toContainText('i dag');
    await latest.getByRole('button', { name: /Angre/ }).click();
    await expect(latest).toContainText('i går'); // the change is back: undoing twice is no loss either
  });

  test('contact with one parent is not told to the other, and what cannot be is refused', async ({ page }) => {
    const base = await open(page);
    await page.goto(`${base}/kontakt`);
    await page.getByLabel('Telefon', { exact: true }).check();
    await page.getByLabel('Når?').fill('2026-11-20');
    await page.getByLabel('Kort notat').fill('x'.repeat(10_000));
    await page.getByRole('button', { name: 'Lagre kontakten' }).click();
    await expect(wrong(page)).toContainText('høyst 4000 tegn');
    await expect(page.getByLabel('Kort notat')).toHaveValue('x'.repeat(10_000));
    await page.getByLabel('Kort notat').fill('Bare mellom Rania og meg');
    await page.getByRole('button', { name: 'Lagre kontakten' }).click();
    await expect(wrong(page), 'a contact tomorrow has not been').toContainText('Skriv en dato som finnes');
    await page.getByLabel('Når?').fill('2026-11-19');
    await page.getByLabel('Rania', { exact: true }).check();
    await page.getByRole('button', { name: 'Lagre kontakten' }).click();
    await expect(said(page)).toContainText('Kontakten er lagret');
    await page.getByLabel('Minst hver … dag').fill('tusen');
    await page.getByRole('button', { name: 'Lagre avtalen' }).click();
    await expect(wrong(page)).toContainText('Skriv et tall fra 1 til 90.');
    await page.getByLabel('Minst hver … dag').fill('7');
    await page.getByRole('button', { name: 'Lagre avtalen' }).click();
    await expect(page.getByText('Dere har avtalt å snakkes minst hver 7. dag.')).toBeVisible();
  });

  test('two who change the same meeting both keep what they wrote', { tag: '@noscript' }, async ({ page, context }) => {
    const base = await open(page);
    await page.goto(`${base}/mote`);
    await page.getByRole('link', { name: 'Møte hjemme: roligere kvelder' }).click();
    const meeting = await arrive(page, /\/mote\/[0-9a-z]{12}$/);
    const other = await context.newPage();
    watch(other);
    await other.goto(meeting);
    const where = (tab) => tab.getByLabel('Hvor', { exact: false }).first();
    await where(page).fill('På biblioteket');
    await page.getByRole('button', { name: 'Lagre endringen' }).click();
    await expect(said(page)).toContainText('Endringen er lagret');
    await where(other).fill('Hos mormor');
    const [answer] = await Promise.all([other.waitForResponse((r) => r.request().method() === 'POST'), other.getByRole('button', { name: 'Lagre endringen' }).click()]);
    expect(answer.status()).toBe(409);
    await expect(other.getByRole('alert')).toContainText('På biblioteket');
    await expect(other.getByRole('alert')).toContainText('Hos mormor');
    await expect(where(other)).toHaveValue('Hos mormor');
    await checkPage(other);
    await screenshot(other, 'family-conflict');
    await other.getByRole('button', { name: 'Lagre endringen' }).click();
    await expect(said(other)).toContainText('Endringen er lagret');
    await expect(other.getByText('Hos mormor').first()).toBeVisible();
  });

  test('a meeting is planned, called off with a reason, and told about', { tag: '@noscript' }, async ({ page }) => {
    const base = await open(page);
    await page.goto(`${base}/mote`);
    const plan = () => page.getByRole('button', { name: 'Avtal møtet' }).click();
    await plan();
    await expect(wrong(page).locator('li')).toHaveCount(2);
    await page.getByLabel('Hva handler møtet om?').fill('☕️ '.repeat(400));
    await page.getByLabel('Dato').fill('2026-11-18');
    await page.getByLabel('Klokkeslett').fill('17:30');
    await plan();
    await expect(wrong(page)).toContainText('Velg en dag fra i dag av.');
    await page.getByLabel('Dato').fill('2026-11-26');
    await plan();
    await expect(wrong(page)).toContainText('høyst 300 tegn');
    await checkPage(page);
    await page.getByLabel('Hva handler møtet om?').fill('Kaffe ☕️ med skolen');
    await page.getByLabel('Marit Aasen', { exact: false }).check();
    await plan();
    await expect(said(page)).toContainText('Møtet er avtalt');
    await expect(page.getByText('Torsdag 26. november kl. 17.30')).toBeVisible();
    await expect(page.getByText('Ikke svart')).toBeVisible();
    await checkPage(page);
    await screenshot(page, 'family-meeting');
    await page.locator('summary', { hasText: 'Avlys møtet' }).click();
    await page.getByLabel('Møtet ble avlyst').check();
    await page.locator('details[open]').getByRole('button', { name: 'Lagre' }).click();
    await expect(wrong(page)).toContainText('Skriv hvorfor møtet er avlyst');
    await page.getByLabel('Hva kom ut av det?').fill('Marit er syk.');
    await page.locator('details[open]').getByRole('button', { name: 'Lagre' }).click();
    await expect(page.getByText('Avlyst', { exact: true })).toBeVisible();
    await expect(page.getByText('Marit er syk.')).toBeVisible();
  });

  test('people come, change and leave, and the past stays', { tag: '@noscript' }, async ({ page }) => {
    const base = await open(page);
    await page.goto(`${base}/personer`);
    await page.getByRole('link', { name: 'Legg til en person' }).click();
    await page.getByRole('button', { name: 'Legg til' }).click();
    await expect(wrong(page).locator('li')).toHaveCount(2);
    await page.getByLabel('Fornavn').fill('Zaïnab 🌻');
    await page.getByLabel('Etternavn').fill('Haddad');
    await page.getByLabel('Voksen', { exact: true }).check();
    await page.getByLabel('Født').fill('1958-02-28');
    await page.getByRole('button', { name: 'Legg til' }).click();
    await expect(said(page)).toContainText('Personen er lagt til');
    const row = page.locator('tbody tr', { hasText: 'Zaïnab 🌻' });
    await expect(row).toContainText('68 år');
    // She is related to the children.
    await page.getByRole('link', { name: 'Skriv hvem som hører sammen' }).click();
    await page.getByLabel('Hvem', { exact: true }).selectOption({ label: 'Zaïnab 🌻 Haddad' });
    await page.getByLabel('Er', { exact: true }).selectOption({ label: 'Besteforelder' });
    await page.getByLabel('Til hvem').selectOption({ label: 'Zaïnab 🌻 Haddad' });
    await page.getByLabel('Hvor mye av tiden').fill('150');
    await page.getByRole('button', { name: 'Lagre' }).click();
    await expect(wrong(page)).toContainText('Velg to forskjellige personer.');
    await expect(wrong(page)).toContainText('Skriv et tall fra 0 til 100.');
    await checkPage(page);
    await page.getByLabel('Til hvem').selectOption({ label: 'Lina Haddad' });
    await page.getByLabel('Hvor mye av tiden').fill('');
    await page.getByRole('button', { name: 'Lagre' }).click();
    await expect(page.getByText('Zaïnab 🌻, besteforelder til Lina', { exact: true })).toBeVisible();
    // A service, and then she moves out.
    await row.getByRole('link', { name: /Endre/ }).click();
    await checkPage(page);
    await page.getByLabel('Tjeneste', { exact: true }).fill('Hjemmesykepleien');
    await page.getByRole('button', { name: 'Legg til tjenesten' }).click();
    await expect(said(page)).toContainText('Tjenesten er lagt til');
    await page.getByLabel('Fra og med').fill('2026-11-19');
    await page.getByRole('button', { name: 'Lagre at personen flytter ut' }).click();
    await expect(said(page)).toContainText('Historikken står');
    await expect(page.locator('section', { hasText: 'Har vært med før' })).toContainText('Zaïnab 🌻');
    await page.locator('section', { hasText: 'Har vært med før' }).getByRole('button', { name: /Angre/ }).click();
    await expect(page.locator('tbody tr', { hasText: 'Zaïnab 🌻' })).toContainText('Hjemmesykepleien');
  });

  test('a child who is expected has a day and no name yet', async ({ page }) => {
    const base = await open(page);
    await page.goto(`${base}/personer/ny?vis=ventes`);
    await page.getByRole('button', { name: 'Legg til' }).click();
    await expect(wrong(page)).toContainText('Skriv omtrent når barnet ventes.');
    await page.getByLabel('Termin').fill('2027-03-14');
    await page.getByRole('button', { name: 'Legg til' }).click();
    await expect(page.getByText('Ventes 14. mars 2027')).toBeVisible();
    await expect(page.getByRole('link', { name: 'Barnet som ventes' })).toBeVisible();
  });

  test('a helper is asked, sees just that, and the question is taken back with a reason', { tag: '@noscript' }, async ({ page }) => {
    const base = await open(page);
    await page.goto(`${base}/spor`);
    const options = await page.locator('#to option').allTextContents();
    await page.locator('#to').selectOption({ index: options.findIndex((text) => text.startsWith('Tove Lund')) });
    await page.getByRole('button', { name: 'Se hva hjelperen ser' }).click();
    await expect(wrong(page)).toContainText('Skriv hva du vil spørre om.');
    await page.getByLabel('Spørsmålet').fill('Kan du bli med hjem på fredag?');
    await page.getByLabel('Hvorfor spør du?').fill('Rania vil vise deg noe.');
    await page.getByRole('button', { name: 'Se hva hjelperen ser' }).click();
    await expect(page.getByRole('heading', { name: 'Kan du bli med hjem på fredag?' })).toBeVisible();
    await checkPage(page);
    await page.getByRole('button', { name: 'Send spørsmålet' }).click();
    await expect(said(page)).toContainText('Spørsmålet er sendt');
    const address = page.url();
    await checkPage(page);
    await page.locator('summary', { hasText: 'Trekk spørsmålet tilbake' }).click();
    await page.getByRole('button', { name: 'Trekk tilbake', exact: true }).click();
    await expect(wrong(page)).toContainText('Skriv hvorfor spørsmålet ikke gjelder lenger.');
    await page.getByLabel('Hvorfor gjelder det ikke lenger?').fill('Rania er blitt frisk.');
    await page.getByRole('button', { name: 'Trekk tilbake', exact: true }).click();
    await expect(said(page)).toContainText('Spørsmålet er trukket tilbake');
    await page.goto(address);
    await expect(page.getByText('Rania er blitt frisk.')).toBeVisible();
  });

  test('somebody joins the team with a task, and ends', { tag: '@noscript' }, async ({ page }) => {
    const base = await open(page);
    await page.goto(`${base}/laget`);
    await page.getByRole('button', { name: 'Legg til i laget' }).click();
    await expect(wrong(page).locator('li')).toHaveCount(2);
    const options = await page.locator('#to option').allTextContents();
    await page.locator('#to').selectOption({ index: options.findIndex((text) => text.startsWith('Hege Rustad')) });
    await page.getByLabel('Hva gjør hjelperen for familien?').fill('Hjelper Omar med søknader');
    await page.getByRole('button', { name: 'Legg til i laget' }).click();
    await expect(said(page)).toContainText('Hjelperen er med i laget');
    const line = page.locator('.v-ting', { hasText: 'Hjelper Omar med søknader' });
    await line.getByRole('button', { name: /Slutter i dag/ }).click();
    await expect(page.locator('section', { hasText: 'Har vært med' })).toContainText('Hjelper Omar med søknader');
  });

  test('Ingrid cannot just leave; she hands over, and when Mats says yes she sees the family no more', { tag: '@noscript' }, async ({ page }) => {
    test.setTimeout(120_000);
    const base = await open(page);
    await page.getByRole('link', { name: 'Koordinator', exact: true }).click();
    await page.getByRole('button', { name: 'Slutt som koordinator' }).click();
    await expect(page).toHaveTitle(/^Feil: /);
    await expect(wrong(page)).toContainText('Familien skal alltid ha en koordinator. Spør en annen om å ta over.');
    await checkPage(page);
    await page.getByRole('button', { name: 'Spør om å ta over' }).click();
    await expect(wrong(page)).toContainText('Velg en koordinator.');
    const options = await page.locator('#to option').allTextContents();
    const mats = options.findIndex((text) => text.startsWith('Mats Aune'));
    expect(options[mats]).toContain('plass');
    await page.locator('#to').selectOption({ index: mats });
    await page.getByLabel('Hva bør den nye koordinatoren vite?').fill('Ring Rania på formiddagen.');
    await page.getByRole('button', { name: 'Spør om å ta over' }).click();
    await expect(said(page)).toContainText('Du er koordinator til svaret er ja.');
    await expect(page.getByText('Mats Aune er spurt om å ta over.')).toBeVisible();
    await checkPage(page);

    await signInAs(page, 'mats');
    await expect(page.getByText('Vil du ta over Familien Haddad?')).toBeVisible();
    await checkPage(page);
    await screenshot(page, 'workbench-offer');
    // He sees enough to answer, and no more.
    expect((await page.goto(`${base}/personer`)).status()).toBe(404);
    await page.goto(`${base}/tilbud`);
    await expect(page.getByText('kan du komme på skolen?')).toHaveCount(0);
    await checkPage(page);
    await screenshot(page, 'family-offered');
    await page.locator('summary', { hasText: 'Nei, det går ikke' }).click();
    await page.getByRole('button', { name: 'Send nei' }).click();
    await expect(wrong(page)).toContainText('Skriv hvorfor det ikke går');
    await page.getByRole('button', { name: 'Ja, jeg tar familien' }).click();
    await expect(said(page)).toContainText('Nå er du koordinator for familien');

    await signInAs(page, 'ingrid');
    await expect(page.getByText('Haddad')).toHaveCount(0);
    for (const tail of ['', '/kontakt', '/personer', '/logg']) expect((await page.goto(base + tail)).status()).toBe(404);
  });

  test('a stand-in counts only after a yes', async ({ page }) => {
    const base = await open(page, 'Olsen');
    await page.goto(`${base}/koordinator`);
    const options = await page.locator('#actor option').allTextContents();
    await page.locator('#actor').selectOption({ index: options.findIndex((text) => text.startsWith('Mats Aune')) });
    await page.getByLabel('Første dag').fill('2026-11-20');
    await page.getByLabel('Siste dag').fill('2026-11-19');
    await page.getByRole('button', { name: 'Spør om å være vikar' }).click();
    await expect(wrong(page)).toContainText('Siste dag kan ikke være før første dag.');
    await page.getByLabel('Første dag').fill('2026-11-19');
    await page.getByRole('button', { name: 'Spør om å være vikar' }).click();
    await expect(page.getByText('Gjelder først når svaret er ja.')).toBeVisible();
    await signInAs(page, 'mats');
    expect((await page.goto(`${base}/kontakt`)).status()).toBe(404);
    await page.goto('/arbeid');
    await page.locator('section', { hasText: 'Vil du være vikar for Familien Olsen?' }).getByRole('button', { name: 'Ja, jeg er vikar' }).click();
    await expect(said(page)).toContainText('Familien står hos deg i perioden');
    await expect(page.getByRole('heading', { name: 'Familier du er vikar for' })).toBeVisible();
    await checkPage(page);
    expect((await page.goto(`${base}/kontakt`)).status()).toBe(200);
  });

  test('help is ended on a page of its own, with words for the family', async ({ page }) => {
    const base = await open(page, 'Kowalski');
    await page.goto(`${base}/koordinator`);
    await page.getByRole('link', { name: 'Avslutt hjelpen' }).click();
    await page.getByRole('button', { name: 'Avslutt hjelpen' }).click();
    await expect(wrong(page).locator('li')).toHaveCount(2);
    await checkPage(page);
    await page.getByLabel('Målene er nådd').check();
    await page.getByLabel('Hva er dere enige om?').fill('Zofia har fått logoped. Alt er på plass.');
    await page.getByRole('button', { name: 'Avslutt hjelpen' }).click();
    await expect(said(page)).toContainText('Hjelpen er avsluttet');
    await expect(page.getByText('Kowalski')).toHaveCount(0);
    expect((await page.goto(base)).status()).toBe(404);
  });

  test('the keyboard alone is enough to log a contact', async ({ page }) => {
    const base = await open(page);
    await page.goto(`${base}/kontakt`);
    await page.locator('#how-call').focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await tabTo(page, page.locator('#note'));
    await page.keyboard.type('Kort prat.');
    await press(page, page.getByRole('button', { name: 'Lagre kontakten' }));
    await expect(said(page)).toContainText('Kontakten er lagret');
  });
});
