// An interpreter in a meeting: the meeting says who needs one, the coordinator books, and neither a child, nor kin, nor a
// helper in the case interprets. The family reads who comes, and how.
import { arrive, checkPage, openFamily, screenshot, signInAs } from '../support/page.mjs';
import { expect, test } from '../support/story.mjs';

const group = (page, name) => page.getByRole('group', { name });

test.describe('on a demo of its own', () => {
  test.use({ ownServer: true });

  test('Ingrid plans a meeting with Rania, is told that she needs an interpreter, and books one', { tag: '@noscript' }, async ({ page }) => {
    const family = await openFamily(page, 'Haddad');
    await page.goto(`${family}/mote`);
    await expect(page.getByText('Omar og Rania trenger tolk. Du bestiller når møtet er avtalt.')).toBeVisible();
    await page.getByLabel('Hva handler møtet om?').fill('Samtale om sommeren');
    await page.getByLabel('Dato').fill('2026-12-03');
    await page.getByLabel('Klokkeslett').fill('14:00');
    await page.getByLabel('Rania', { exact: true }).check();
    await page.getByRole('button', { name: 'Avtal møtet' }).click();
    const meeting = await arrive(page, /\/mote\/[0-9a-z]{12}$/);
    await expect(page.getByText('Rania trenger tolk i arabisk.')).toBeVisible();
    await expect(page.getByText('Tolk er ikke bestilt')).toBeVisible();
    await expect(page.getByText('Bestill senest torsdag 26. november.')).toBeVisible();
    await checkPage(page);
    await screenshot(page, 'interpreter-not-booked');

    // It is something to do, on the list of all that she has to do.
    const missing = 'Samtale om sommeren torsdag 3. desember mangler tolk i arabisk. Bestill senest torsdag 26. november.';
    await page.goto('/arbeid/liste?vis=alle');
    await page.getByRole('link', { name: missing }).click();
    await arrive(page, `${meeting}/tolk`);
    await checkPage(page);

    // Nothing filled in: each thing that is missing is named.
    const wrong = page.locator('ds-error-summary');
    const save = page.getByRole('button', { name: 'Lagre tolken' });
    const name = page.getByLabel('Navnet på tolken');
    await save.click();
    await expect(wrong.getByRole('listitem')).toHaveCount(4);
    await expect(wrong).toContainText('Spør om tolken kjenner familien, og svar.');
    await checkPage(page);

    // With the keyboard: the son of the family, whose name and answers stay where they are.
    await name.focus();
    await page.keyboard.type('Yusuf Haddad');
    await group(page, 'Hvordan tolkes det?').getByLabel('I rommet').focus();
    await page.keyboard.press('Space');
    await group(page, 'Hvilken kategori har tolken?').getByLabel('Står ikke i registeret').focus();
    await page.keyboard.press('Space');
    await group(page, 'Kjenner tolken familien').getByLabel('Nei, jeg har spurt').focus();
    await page.keyboard.press('Space');
    await save.press('Enter');
    await expect(wrong).toContainText('Velg hvorfor det er en tolk som ikke står i registeret.');
    await page.getByLabel('Hvorfor en tolk som ikke står i registeret?').selectOption('Kommunen er fritatt fra kravet ut 2026');
    await save.press('Enter');
    await expect(wrong).toContainText('Dette er et barn i familien. Barn skal ikke tolke for familien sin.');
    await expect(name).toHaveValue('Yusuf Haddad');
    await expect(group(page, 'Hvordan tolkes det?').getByLabel('I rommet')).toBeChecked();
    await expect(page.getByLabel('Hvorfor en tolk som ikke står i registeret?')).toHaveValue('exempt');
    await checkPage(page);
    await screenshot(page, 'interpreter-child-refused');

    for (const [who, why] of [
      ['Lina', 'Dette er et barn i familien.'],
      ['Omar Haddad', 'Dette er noen i familien eller nær den.'],
      ['naboen i andre', 'Dette er noen i familien eller nær den.'],
      ['Tove Lund', 'Dette er en hjelper som er med i saken.'],
    ]) {
      await name.fill(who);
      await save.click();
      await expect(wrong).toContainText(why);
      await expect(name).toHaveValue(who);
    }
    await name.fill('Hassan Saleh');
    await group(page, 'Kjenner tolken familien').getByLabel('Ja', { exact: true }).check();
    await save.click();
    await expect(wrong).toContainText('Ring tjenesten og be om en annen.');

    await group(page, 'Kjenner tolken familien').getByLabel('Nei, jeg har spurt').check();
    await group(page, 'Hvilken kategori har tolken?').getByLabel('D: grunnutdanning i tolking').check();
    await group(page, 'Hvordan tolkes det?').getByLabel('På telefon').check();
    await page.getByLabel('Telefon eller bestillingsnummer').fill('Ordre 88-14');
    await save.click();
    await arrive(page, meeting);
    await expect(page.getByRole('status')).toContainText('Det er lagret.');
    await expect(page.getByText('Tolk er bestilt', { exact: true })).toBeVisible();
    await expect(page.locator('#tolk')).toContainText('Hassan Saleh, på telefon. Nummer: Ordre 88-14.');
    await checkPage(page);
    await screenshot(page, 'interpreter-booked');
    await page.goto('/arbeid/liste?vis=alle');
    await expect(page.getByRole('link', { name: missing })).toHaveCount(0);

    // Rania reads it in plain words; Omar, who is not asked to come, finds no meeting.
    const own = meeting.replace(family, '/min');
    await signInAs(page, 'rania');
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(own);
    await expect(page.getByText('Det blir tolk i arabisk på telefon: Hassan Saleh.')).toBeVisible();
    await expect(page.getByText('Kjenner dere tolken, så si fra til Ingrid.')).toBeVisible();
    await expect(page.getByText('88-14')).toHaveCount(0);
    await checkPage(page);
    await screenshot(page, 'interpreter-family');
    for (const [who, path] of [['omar', own], ['marit', `${meeting}/tolk`], ['mats', `${meeting}/tolk`], ['leder', `${meeting}/tolk`]]) {
      await signInAs(page, who);
      expect((await page.request.get(path)).status(), who).toBe(404);
    }

    // Who is booked for one time has not said yes to another.
    await page.setViewportSize({ width: 1280, height: 900 });
    await signInAs(page, 'ingrid');
    await page.goto(meeting);
    await page.getByLabel('Klokkeslett').fill('15:00');
    await page.getByRole('button', { name: 'Lagre endringen' }).click();
    await expect(page.getByText('Tolken er bestilt til et annet tidspunkt')).toBeVisible();
    await page.getByRole('link', { name: 'Bestill tolk i arabisk' }).click();
    await arrive(page, `${meeting}/tolk`);
    await expect(name).toHaveValue('Hassan Saleh');
    await save.click();
    await arrive(page, meeting);
    await expect(page.getByText('Tolk er bestilt', { exact: true })).toBeVisible();
  });

  test('a meeting is held, and it is written down who interpreted; without an interpreter there is a reason', async ({ page }) => {
    const family = await openFamily(page, 'Warsame');
    await page.goto(`${family}/mote`);
    await page.getByRole('link', { name: 'Planmøte' }).click();
    const meeting = await arrive(page, /\/mote\/[0-9a-z]{12}$/);
    await page.getByLabel('Møtet ble holdt').check();
    await page.getByRole('button', { name: 'Lagre', exact: true }).click();
    await arrive(page, meeting);
    await expect(page.getByText('Hvem tolket?')).toBeVisible();
    await checkPage(page);
    await page.getByRole('link', { name: 'Skriv hvem som tolket i somali' }).click();
    await arrive(page, `${meeting}/tolk`);
    await expect(page.getByLabel('Navnet på tolken')).toHaveValue('Fadumo Ali, Lindvik tolketjeneste');
    await checkPage(page);
    await page.locator('summary', { hasText: 'Ingen tolket' }).click();
    await page.getByRole('button', { name: 'Lagre uten tolk' }).click();
    const wrong = page.locator('ds-error-summary');
    await expect(wrong.getByRole('listitem')).toHaveCount(2);
    await checkPage(page);
    await page.getByLabel('Tolken kom ikke').check();
    await page.getByRole('button', { name: 'Lagre uten tolk' }).click();
    await expect(wrong).toContainText('Skriv noen ord om hvorfor.');
    await expect(page.getByLabel('Tolken kom ikke')).toBeChecked();
    await page.getByLabel('Forklar med egne ord').fill('Linjen falt ut. Vi tar resten på mandag.');
    await page.getByRole('button', { name: 'Lagre uten tolk' }).click();
    await arrive(page, meeting);
    await expect(page.locator('#tolk')).toContainText('«Linjen falt ut. Vi tar resten på mandag.»');
    await page.getByRole('link', { name: 'Endre tolk i somali' }).click();
    await page.getByLabel('Navnet på tolken').fill('Fadumo Ali');
    await group(page, 'Hvordan tolkes det?').getByLabel('På telefon').check();
    await group(page, 'Hvilken kategori har tolken?').getByLabel('D: grunnutdanning i tolking').check();
    await group(page, 'Kjenner tolken familien').getByLabel('Nei, jeg har spurt').check();
    await page.getByRole('button', { name: 'Lagre tolken' }).click();
    await expect(page.getByText('Tolken kom', { exact: true })).toBeVisible();
    await screenshot(page, 'interpreter-came');
  });
});

test('a meeting without an interpreter stands on the workbench, and helpers who are invited read who interprets', async ({ page }) => {
  await signInAs(page, 'ingrid');
  await page.goto('/arbeid');
  await expect(page.getByText('Møte i barnehagen mandag 23. november mangler tolk i polsk. Den skulle vært bestilt mandag 16. november.')).toBeVisible();
  await checkPage(page);
  await screenshot(page, 'interpreter-workbench');
  const family = await openFamily(page, 'Haddad');
  await signInAs(page, 'marit');
  await page.goto(`${family.replace('/arbeid', '/svar')}/plan`);
  const invited = page.locator('section', { hasText: 'Møter du er invitert til' }).last();
  await expect(invited).toContainText('En tolk i arabisk er med i rommet: Samir Nouri, Lindvik tolketjeneste.');
  await checkPage(page);
});
