// The door and the queue: a mother asks for help and keeps a code; the reception finds that the family is known,
// takes the request in, thinks better of it, gives it a place and asks a coordinator.
import { checkPage, screenshot, signInAs } from '../support/page.mjs';
import { expect, test } from '../support/story.mjs';

test.use({ ownServer: true });

/** Presses Tab until the element has focus, as somebody without a mouse does. */
async function tabTo(page, locator) {
  for (let presses = 0; presses < 80; presses += 1) {
    if (await locator.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never came to ${locator}`);
}

async function type(page, label, text) {
  await tabTo(page, page.getByLabel(label, { exact: true }));
  await page.keyboard.type(text);
}

/** Asks for help for a family of one child; answers the code. */
async function ask(page, { words = 'Vi trenger hjelp.', acute = false, family, child, born, name, phone }) {
  await page.goto('/be-om-koordinator');
  await page.getByLabel('Med egne ord').fill(words);
  await page.getByLabel(acute ? 'Nei, vi trenger hjelp i dag' : 'Ja, det kan vente noen dager').check();
  await page.getByLabel('Familienavn').fill(family);
  await page.locator('#child-0').fill(child);
  await page.locator('#born-0').fill(born);
  await page.getByLabel('Navnet ditt').fill(name);
  await page.getByLabel('Telefon', { exact: true }).fill(phone);
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  return page.locator('.v-kode').innerText();
}

test('a mother asks for help by keyboard on her phone, mends what is missing, and finds the case again', { tag: '@noscript' }, async ({ page }) => {
  test.setTimeout(240_000);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/');
  await tabTo(page, page.getByRole('link', { name: 'Be om familiekoordinator' }));
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/be-om-koordinator$/);
  await checkPage(page);
  await screenshot(page, 'door-ask');

  await type(page, 'Med egne ord', 'Sønnen min orker ikke gå på skolen.');
  await tabTo(page, page.locator('#family'));
  await page.keyboard.type('Nilsen');
  await tabTo(page, page.locator('#child-0'));
  await page.keyboard.type('Even');
  await page.keyboard.press('Tab');
  await page.keyboard.type('i fjor');
  await tabTo(page, page.getByRole('button', { name: 'Send', exact: true }));
  await page.keyboard.press('Enter');

  await expect(page).toHaveTitle(/^Feil: /);
  const summary = page.locator('ds-error-summary');
  await expect(summary).toBeFocused();
  await expect(summary.getByRole('link')).toHaveCount(4);
  await expect(page.getByLabel('Med egne ord')).toHaveValue('Sønnen min orker ikke gå på skolen.');
  await expect(page.locator('#born-0')).toHaveValue('i fjor');
  await checkPage(page);
  await screenshot(page, 'door-ask-mend');

  await page.goto('/be-om-koordinator');
  await type(page, 'Med egne ord', 'Sønnen min orker ikke gå på skolen.');
  await tabTo(page, page.getByLabel('Ja, det kan vente noen dager'));
  await page.keyboard.press('Space');
  await tabTo(page, page.locator('#services-school'));
  await page.keyboard.press('Space');
  await type(page, 'Navnet ditt', 'Siv Nilsen');
  await type(page, 'Telefon', '900 00 099');
  await page.keyboard.press('Enter');

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Takk. Vi har fått det du skrev.');
  expect(new URL(page.url()).pathname).toBe('/be-om-koordinator/kvittering');
  expect(new URL(page.url()).search).toBe('');
  const code = await page.locator('.v-kode').innerText();
  await checkPage(page);
  await screenshot(page, 'door-receipt');

  await page.getByRole('link', { name: 'Hvor står saken vår?' }).click();
  await checkPage(page);
  await page.getByLabel('Kode', { exact: true }).fill('AAAA AAAA');
  await page.keyboard.press('Enter');
  await expect(page.locator('ds-error-summary')).toContainText('Vi finner ingen sak med denne koden');
  await page.getByLabel('Kode', { exact: true }).fill(code.toLowerCase().replace('-', ' '));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Vi har fått det dere skrev' })).toBeVisible();
  await expect(page.getByText(/Dere er nummer \d+ av \d+ som venter/)).toBeVisible();
  await expect(page.locator('body')).not.toContainText('Nilsen');
  await checkPage(page);
  await screenshot(page, 'door-standing');
});

test('what cannot wait gets the help numbers at once, and an answer within hours', async ({ page }) => {
  await ask(page, { acute: true, family: 'Strand', child: 'Mia', born: '1.1.2021', name: 'Ida Strand', phone: '900 00 098' });
  await expect(page.getByRole('status')).toContainText('senest i dag kl. 13');
  await expect(page.getByRole('link', { name: '116 117' })).toBeVisible();
  await signInAs(page, 'inntak');
  await expect(page.locator('#haster')).toContainText('Familien Strand');
});

test('a form that is sent twice is one request', async ({ page }) => {
  await page.goto('/be-om-koordinator');
  const key = await page.locator('form [name="nokkel"]').first().inputValue();
  const form = { nokkel: key, words: 'Vi trenger hjelp.', acute: 'no', family: 'Zetlitz', name: 'Ola Zetlitz', phone: '900 00 097' };
  for (let times = 0; times < 2; times += 1) {
    const answer = await page.request.post('/be-om-koordinator', { form, headers: { 'sec-fetch-site': 'same-origin' } });
    expect(answer.ok()).toBe(true);
  }
  await signInAs(page, 'inntak');
  await expect(page.getByRole('link', { name: 'Familien Zetlitz', exact: true })).toHaveCount(1);
});

test('the reception finds a known family, takes the request in, brings it back, and finds a coordinator', { tag: '@noscript' }, async ({ page }) => {
  test.setTimeout(240_000);
  await ask(page, { words: 'Torvald får ikke sove.', family: 'Quillfeldt', child: 'Torvald', born: '17.7.2017', name: 'Xenia Quillfeldt', phone: '900 00 096' });
  const second = await ask(page, { words: 'Vi skrev i går også.', acute: true, family: 'Quilfeldt', child: 'Thorvald', born: '17.7.2017', name: 'Xenia Quillfeldt', phone: '900 00 096' });
  await signInAs(page, 'inntak');
  await checkPage(page);
  await screenshot(page, 'queue-list');
  await page.getByRole('link', { name: 'Familien Quilfeldt', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Ligner på noen vi kjenner' })).toBeVisible();
  await expect(page.getByText('Torvald Quillfeldt, født 17. juli 2017: svært lik Thorvald.')).toBeVisible();
  await checkPage(page);
  await screenshot(page, 'queue-request');

  const twin = page.locator('#ligner');
  await twin.getByText('Det er samme familie').click();
  await twin.getByRole('button', { name: 'Slå sammen' }).click();
  await expect(page.locator('ds-error-summary')).toContainText('Skriv hvordan du vet');
  await checkPage(page);
  await twin.getByLabel('Hvordan vet du det?').fill('Samme telefonnummer.');
  await twin.getByRole('button', { name: 'Slå sammen' }).click();
  await expect(page.getByRole('status')).toContainText('Slått sammen');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Familien Quillfeldt');
  await expect(page.getByText('Vi skrev i går også.')).toBeVisible();
  await expect(page.getByText('Haster', { exact: true })).toBeVisible();

  await page.getByRole('button', { name: 'Angre sammenslåingen' }).click();
  await expect(page.getByRole('status')).toContainText('Angret');
  await expect(page.getByText(second)).toBeVisible();
  await page.getByRole('button', { name: 'Ikke samme familie' }).click();
  await expect(page.getByRole('heading', { name: 'Ligner på noen vi kjenner' })).toHaveCount(0);

  await page.getByRole('button', { name: 'Sett i køen' }).click();
  await expect(page.locator('ds-error-summary')).toBeFocused();
  await page.getByLabel('Hvorfor haster det?').selectOption({ label: 'Trygghet' });
  await page.getByLabel('Begrunnelse').fill('De har ikke noe sted å være.');
  await page.getByRole('button', { name: 'Sett i køen' }).click();
  await expect(page.getByRole('status')).toContainText('Lagret');
  await expect(page.getByRole('heading', { name: 'Se på plassen på nytt' })).toBeVisible();

  await page.getByLabel('Hvem spør du?').selectOption({ index: 1 });
  await page.getByRole('button', { name: 'Spør koordinatoren' }).click();
  await expect(page.getByRole('status')).toContainText('Koordinatoren er spurt');
  await page.getByLabel('Hva svarte familien, og hvordan?').fill('Xenia sa ja på telefon.');
  await page.getByRole('button', { name: 'Familien sier ja' }).click();
  await expect(page.getByText('Familien sa ja i dag.')).toBeVisible();
  await checkPage(page);
  await screenshot(page, 'queue-offered');
});

test('a professional asks with the family’s yes, and gives the family its code', { tag: '@noscript' }, async ({ page }) => {
  await signInAs(page, 'marit');
  await page.goto('/meld-behov');
  await checkPage(page);
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(page.locator('ds-error-summary')).toContainText('Skriv hvem i familien som sa ja');
  await page.getByLabel('Hvem i familien sa ja?').fill('Randi Moe');
  await page.getByLabel('Hvordan ga de sitt ja?').fill('På møte i går.');
  await page.getByLabel('Med egne ord').fill('Even går ikke på skolen. Mor er alene om alt.');
  await page.getByLabel('Ja, det kan vente noen dager').check();
  await page.getByLabel('Telefonen til familien').fill('900 00 095');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(page.getByRole('status')).toContainText('Koden til familien');
  await expect(page.getByRole('row').nth(1)).toContainText('Ikke ringt ennå');
  await checkPage(page);
  await screenshot(page, 'door-report');
});

test('the quiet pages are whole', async ({ page }) => {
  test.setTimeout(240_000);
  for (const path of ['/tilbud', '/om', '/personvern', '/personvern/oversikt', '/tilgjengelighet', '/kontakt', '/kildekode']) {
    await page.goto(path);
    await checkPage(page);
  }
});
