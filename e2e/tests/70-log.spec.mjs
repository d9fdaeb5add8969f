// Who has looked: the family asks about a line and gets an answer, and the leader follows up what is unusual.
import { checkPage, screenshot, signInAs } from '../support/page.mjs';
import { expect, test } from '../support/story.mjs';

test.use({ ownServer: true });

/** The line of the family's log about somebody, by the name in its heading. */
const line = (page, name) => page.locator('#oppslag .v-linjer > div', { has: page.getByRole('heading', { name }) });

test('Rania reads who has looked, asks about a line by keyboard, and Ingrid answers beside it', async ({ page }) => {
  await signInAs(page, 'rania');
  await page.goto('/min/innsyn');
  await expect(line(page, 'Tommy Berg')).toContainText('Tommy ser bare spørsmålet han fikk om treningen.');
  await expect(line(page, 'Hege Rustad')).toContainText('Ingrid svarer innen');
  const marit = line(page, 'Marit Aasen');
  await expect(marit).toContainText('Hvorfor: er spurt om noe, eller har en oppgave.');
  await checkPage(page);
  await screenshot(page, 'log');

  await marit.getByRole('link', { name: /^Spør om dette/ }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Spør om et oppslag');
  await checkPage(page);
  await screenshot(page, 'log-question');
  await page.getByRole('button', { name: 'Send spørsmålet' }).press('Enter');
  await expect(page.locator('ds-error-summary')).toContainText('Skriv hva du lurer på.');
  await checkPage(page);
  await page.getByLabel('Hva lurer du på?').focus();
  await page.keyboard.type('Hva handlet spørsmålet til Marit om?');
  await page.getByRole('button', { name: 'Send spørsmålet' }).press('Enter');
  await expect(page.getByRole('status')).toContainText('Spørsmålet er sendt.');
  await expect(line(page, 'Marit Aasen')).toContainText('Hva handlet spørsmålet til Marit om?');

  await signInAs(page, 'omar');
  await page.goto('/min/innsyn');
  await expect(line(page, 'Marit Aasen')).not.toContainText('Hva handlet spørsmålet');

  await signInAs(page, 'ingrid');
  await page.goto('/arbeid/familier');
  await page.getByRole('link', { name: /Haddad/ }).first().click();
  await page.getByRole('link', { name: 'Logg', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Spørsmål fra familien om oppslag' })).toBeVisible();
  await checkPage(page);
  await page.getByRole('link', { name: /^Svar på dette.*Hva handlet/ }).press('Enter');
  await expect(page.getByText('Om at Marit Aasen, Lindvik barneskole, så på noe')).toBeVisible();
  await checkPage(page);
  await page.getByLabel('Svaret ditt').or(page.locator('#words')).first().fill('Det handlet om et stille rom for Yusuf.');
  await page.getByRole('button', { name: 'Send svaret' }).press('Enter');

  await signInAs(page, 'rania');
  await page.goto('/min/innsyn');
  await expect(line(page, 'Marit Aasen')).toContainText('Det handlet om et stille rom for Yusuf.');
});

test('a line that is not in one’s own list cannot be asked about', async ({ page }) => {
  await signInAs(page, 'rania');
  await page.goto('/min/innsyn');
  const address = await line(page, 'Marit Aasen').getByRole('link').getAttribute('href');
  await signInAs(page, 'far');
  expect((await page.goto(address)).status()).toBe(404);
  expect((await page.goto('/min/innsyn/oppslag?hvem=0123456789ab&dag=2026-11-18')).status()).toBe(404);
  expect((await page.goto('/min/innsyn/oppslag')).status()).toBe(404);
});

test('the leader asks about an unusual look, Hege answers, and what came of it stays', async ({ page }) => {
  await signInAs(page, 'leder');
  await page.getByRole('link', { name: 'Oppslag' }).press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Oppslag å følge opp');
  await expect(page.getByText('Åpnet om natten av en som ellers ikke jobber da.')).toBeVisible();
  await expect(page.getByText('Prøvde å åpne flere familier og slapp ikke inn.')).toBeVisible();
  await expect(page.getByRole('main')).not.toContainText('Haddad');
  await checkPage(page);
  await screenshot(page, 'watch');
  const drawn = await page.getByRole('table').innerText();
  await page.reload();
  expect(await page.getByRole('table').innerText(), 'the week draws the same looks').toBe(drawn);

  await page.getByRole('heading', { name: 'Hege Rustad' }).getByRole('link').press('Enter');
  await checkPage(page);
  await page.getByRole('button', { name: 'Lagre' }).press('Enter');
  await expect(page.locator('ds-error-summary')).toBeVisible();
  await checkPage(page);
  await page.getByLabel('Vil du skrive noe?').fill('Du åpnet noe sent på kvelden den 12.');
  await page.getByRole('button', { name: 'Send spørsmålet' }).press('Enter');
  await expect(page.getByText('Venter på svar')).toBeVisible();
  await screenshot(page, 'watch-one');
  const address = new URL(page.url()).pathname;

  await signInAs(page, 'nav');
  await page.goto('/svar');
  await expect(page.getByRole('heading', { name: 'Lederen spør om et oppslag' })).toBeVisible();
  await checkPage(page);
  await page.getByRole('link', { name: /12\. november/ }).press('Enter');
  await expect(page.getByText('Du åpnet noe sent på kvelden den 12.')).toBeVisible();
  await page.getByRole('button', { name: 'Send svaret' }).press('Enter');
  await expect(page.locator('ds-error-summary')).toBeVisible();
  await checkPage(page);
  await screenshot(page, 'watch-answer');
  await page.getByLabel('Hva var grunnen').fill('Jeg hadde kveldsvakt og forberedte et møte.');
  await page.getByRole('button', { name: 'Send svaret' }).press('Enter');
  await expect(page.getByRole('status')).toContainText('Svaret er sendt.');
  expect((await page.goto(address)).status(), 'the leader’s page is the leader’s').toBe(404);

  await signInAs(page, 'leder');
  await page.goto(address);
  await expect(page.getByText('Jeg hadde kveldsvakt og forberedte et møte.')).toBeVisible();
  await page.getByLabel('Hadde en grunn').check();
  await page.getByLabel('Hvorfor?').fill('Vaktlista stemmer.');
  await page.getByRole('button', { name: 'Lagre' }).press('Enter');
  await expect(page.getByRole('status')).toContainText('Det står under «Fulgt opp».');
  const settled = page.locator('section', { has: page.getByRole('heading', { name: 'Fulgt opp' }) });
  await expect(settled).toContainText('Hege Rustad');
  await expect(settled).toContainText('Hadde en grunn');
  await checkPage(page);

  await signInAs(page, 'tove');
  expect((await page.goto(address.replace('/styring', '/svar'))).status(), 'another’s question').toBe(404);
});
