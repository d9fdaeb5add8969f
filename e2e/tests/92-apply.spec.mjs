// Tell it once: a mother answers what is missing, sends several applications in one go, each office gets its own and
// answers it, and what she puts right in one place is right everywhere.
import { checkPage, screenshot, signInAs } from '../support/page.mjs';
import { expect, test } from '../support/story.mjs';

test.use({ ownServer: true });

const heading = (page) => page.getByRole('heading', { level: 1 });

test('what is known is not asked for, and each receiver gets its own application and nothing more', { tag: '@noscript' }, async ({ page }) => {
  test.setTimeout(240_000);
  await page.setViewportSize({ width: 390, height: 844 });
  await signInAs(page, 'rania');
  await page.getByRole('link', { name: 'Se hva dere kan ha rett til' }).click();
  await expect(heading(page)).toHaveText('Det dere kan ha rett til');
  await expect(page.locator('#respite_care').getByRole('link', { name: /Dere har søkt: Yusuf/ })).toBeVisible();
  await checkPage(page);
  await screenshot(page, 'once-rights');

  // Something worth applying for is written into the plan, as hers to do.
  await page.getByRole('button', { name: /^Skriv inn i planen/ }).first().click();
  await expect(page.getByText('Skrevet inn i planen som noe du gjør.')).toBeVisible();

  // A page of questions, by what is most worth knowing; nothing that is known is among them.
  await page.getByRole('button', { name: 'Svar på flere spørsmål' }).click();
  await expect(heading(page)).toHaveText('Noen få spørsmål');
  await checkPage(page);
  const asked = await page.locator('input[name=spurt]').evaluateAll((all) => all.map((one) => one.value));
  expect(asked.length).toBeGreaterThan(0);
  for (const one of asked) expect(one).not.toMatch(/birth_date|extra_care_hours_week|household\.income_year_nok/);
  for (const group of await page.locator('main fieldset').all()) {
    const no = group.getByLabel('Nei', { exact: true });
    if ((await no.count()) === 1) await no.check();
  }
  await page.getByRole('button', { name: 'Vis svarene nå' }).click();
  await expect(heading(page)).toHaveText('Det dere kan ha rett til');
  expect(new URL(page.url()).search).toBe('');

  // The coordinator has made two ready; she adds what was missing and looks over what goes where.
  await page.getByRole('link', { name: 'Se søknadene' }).click();
  await expect(page.getByRole('heading', { name: '2 søknader er ikke sendt' })).toBeVisible();
  await checkPage(page);
  await screenshot(page, 'once-applications');
  await page.getByRole('link', { name: 'Fortsett på skjemaet' }).click();
  await expect(page.getByText('10 år')).toBeVisible();
  await checkPage(page);
  await page.getByLabel(/hvor mange timer i uken trenger barnet personlig assistanse/).fill('mange');
  await page.getByRole('button', { name: 'Gå videre' }).click();
  await expect(page).toHaveTitle(/^Feil: /);
  await expect(page.getByLabel(/hvor mange timer i uken trenger barnet personlig assistanse/)).toHaveValue('mange');
  await checkPage(page);
  await page.getByLabel(/hvor mange timer i uken trenger barnet personlig assistanse/).fill('6,5');
  await page.getByRole('group', { name: /Trenger barnet mer følge/ }).getByLabel('Ja', { exact: true }).check();
  await page.getByLabel('Hva bør de vite om dette?').first().fill('Han løper ut når det blir mye lyd.');
  await screenshot(page, 'once-form');
  await page.getByRole('button', { name: 'Gå videre' }).click();
  await expect(heading(page)).toHaveText('Dette sendes');
  await expect(page.getByText('6,5 t')).toBeVisible();
  await expect(page.getByText('Han løper ut når det blir mye lyd.')).toHaveCount(1);
  await checkPage(page);
  await screenshot(page, 'once-review');
  await page.getByRole('button', { name: 'Send 2 søknader' }).click();
  await expect(page.getByText('Sendt. Her ser dere hvor hver søknad er')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Ledsagerbevis for Yusuf' })).toBeVisible();
  await checkPage(page);

  // A fact is put right once; what was sent with the old one is listed.
  await page.getByRole('link', { name: 'Se og rett opplysningene' }).click();
  await checkPage(page);
  await screenshot(page, 'once-facts');
  await page.getByRole('link', { name: /^Endre ?: Timer personlig assistanse per uke/ }).click();
  await expect(page.getByRole('heading', { name: 'Allerede sendt med det gamle svaret' })).toBeVisible();
  await checkPage(page);
  await page.getByLabel(/hvor mange timer/).fill('8');
  await page.getByRole('button', { name: 'Lagre', exact: true }).click();
  await expect(page.getByText('Rettet. Det gjelder overalt fra nå.')).toBeVisible();
  await page.goto('/min/soknader');
  await page.getByRole('link', { name: /^Støttekontakt/ }).click();
  await expect(page.getByText('6,5 timer da, 8 timer nå')).toBeVisible();
  await checkPage(page);

  await page.goto('/min/plan');
  await expect(page.getByText(/^Søke om «/).first()).toBeVisible();

  // A question from the office is answered.
  await page.goto('/min/soknader');
  await page.getByRole('link', { name: 'Avlastning for Yusuf' }).click();
  await checkPage(page);
  await page.getByRole('button', { name: 'Send svaret' }).click();
  await expect(page).toHaveTitle(/^Feil: /);
  await page.getByLabel('Svaret deres').fill('Fem netter');
  await page.getByRole('button', { name: 'Send svaret' }).click();
  await expect(page.getByText('Behandles').first()).toBeVisible();
  await screenshot(page, 'once-one');

  // The machine has said yes where the municipality lets it; it says so, and on what ground.
  await page.goto('/min/soknader');
  await page.getByRole('link', { name: /^Redusert foreldrebetaling/ }).click();
  await expect(page.getByText(/En maskin har svart ja etter faste regler/)).toBeVisible();
  const address = await page.getByRole('link', { name: 'Last ned PDF' }).getAttribute('href');
  const pdf = await page.request.get(address);
  expect(pdf.status()).toBe(200);
  expect(pdf.headers()).toMatchObject({ 'content-type': 'application/pdf', 'cache-control': 'no-store' });
  expect(pdf.headers()['content-disposition']).toMatch(/^attachment; filename="soknad-[0-9a-z]{12}\.pdf"$/);
  expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-');
  await page.getByRole('link', { name: 'Skriv ut eller lagre' }).click();
  await expect(heading(page)).toHaveText(/^Søknad: Redusert/);
  await checkPage(page);
});

test('the office answers from what was sent alone, and a no can be complained about', async ({ page }) => {
  test.setTimeout(240_000);
  await page.setViewportSize({ width: 390, height: 844 });
  await signInAs(page, 'tildeling');
  await expect(page.getByRole('link', { name: 'Avlastning for Yusuf' })).toBeVisible();
  await checkPage(page);
  await page.getByRole('link', { name: 'Avlastning for Yusuf' }).click();
  await expect(page.getByText('18 t')).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Last ned PDF' }).click();
  expect((await download).suggestedFilename()).toMatch(/^soknad-[0-9a-z]{12}\.pdf$/);
  await expect(page.locator('main')).not.toContainText('198 000');
  await checkPage(page);
  await screenshot(page, 'once-answer');
  await page.getByLabel('Ikke innvilget').check();
  await page.getByLabel('Begrunnelse').fill('');
  await page.getByRole('button', { name: 'Lagre svaret' }).click();
  await expect(page).toHaveTitle(/^Feil: /);
  await checkPage(page);
  await page.getByLabel('Begrunnelse').fill('Vi mangler en beskrivelse av nettene.');
  await page.getByRole('button', { name: 'Lagre svaret' }).click();
  await expect(page.getByText('Svaret er lagret.')).toBeVisible();

  await signInAs(page, 'rania');
  await page.goto('/min/soknader');
  await expect(page.getByText(/Er dere uenige, kan dere klage til og med/).first()).toBeVisible();
  await page.getByRole('link', { name: 'Avlastning for Yusuf' }).click();
  await page.getByText('Klag på svaret').click();
  await page.getByLabel('Hva er dere uenige i?').fill('Nettene står i søknaden.');
  await page.getByRole('button', { name: 'Send klagen' }).click();
  await expect(page.getByText('Klagen er sendt.').first()).toBeVisible();
  await checkPage(page);

  await signInAs(page, 'tildeling');
  await page.getByRole('link', { name: 'Avlastning for Yusuf' }).click();
  await page.getByLabel('Vedtaket er endret').check();
  await page.getByLabel('Begrunnelse').fill('Dere har rett. Dere får to helger i måneden.');
  await page.getByRole('button', { name: 'Lagre svaret' }).click();
  // It is settled: the office has no more to do with it, and does not see it any more.
  await expect(page).toHaveURL(/\/svar\?/);
  await expect(page.getByRole('link', { name: 'Avlastning for Yusuf' })).toHaveCount(0);
});

test('the coordinator sees what waits and prepares, and cannot send', async ({ page }) => {
  await signInAs(page, 'ingrid');
  await page.getByRole('link', { name: 'Haddad' }).first().click();
  await page.getByRole('link', { name: 'Hva familien kan ha rett til' }).click();
  await expect(page.getByText(/Sett fra (Rania|Omar)\./)).toBeVisible();
  await checkPage(page);
  await screenshot(page, 'once-work');
  await page.getByLabel(/^Ta med i søknaden/).first().check();
  await page.getByRole('button', { name: 'Lag søknad av det jeg har valgt' }).click();
  await expect(heading(page)).toHaveText('Fortell det én gang');
  await expect(page.getByRole('button', { name: 'Lagre' })).toBeVisible();
  await expect(page.getByRole('button', { name: /^Send/ })).toHaveCount(0);
  await checkPage(page);
  await page.getByRole('button', { name: 'Lagre' }).click();
  await expect(page.getByRole('heading', { name: /^[3-9] søknader er ikke sendt/ })).toBeVisible();
  expect((await page.goto('/min/soknader/send')).status()).toBe(404);
});

test('the leader sees what is spared in sums, and nothing about few', async ({ page }) => {
  await signInAs(page, 'leder');
  const card = page.locator('section', { has: page.getByRole('heading', { name: 'Fortalt én gang' }) });
  await expect(card).toBeVisible();
  await expect(card).toContainText('Spurt om noe som var kjent');
  await checkPage(page);
});
