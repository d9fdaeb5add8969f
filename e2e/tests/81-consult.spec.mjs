// Asking another service without saying whom it is about (R48).
import { checkPage, screenshot, signInAs } from '../support/page.mjs';
import { expect, test } from '../support/story.mjs';

test.use({ ownServer: true });

test('what may identify is shown before anything is sent, and nothing typed is lost', { tag: '@noscript' }, async ({ page }) => {
  await signInAs(page, 'marit');
  await page.goto('/drofting/ny');
  await checkPage(page);
  await page.getByLabel('Hvem vil du spørre?').selectOption({ label: 'Helsestasjonen Sentrum' });
  const words = page.getByLabel('Hva ser du, og hva lurer du på?');
  await words.fill('Gutten er tvilling og bor hos Sverdrup. Ring 400 00 123.');
  await page.getByRole('button', { name: 'Send spørsmålet' }).click();
  await expect(page).toHaveTitle(/^Feil: /);
  await expect(page.getByText('«400 00 123»: ser ut som et telefonnummer')).toBeVisible();
  await expect(words).toHaveValue('Gutten er tvilling og bor hos Sverdrup. Ring 400 00 123.');
  await checkPage(page);
  await screenshot(page, 'consult-finds');
  await words.fill('Barnet er tvilling og bor hos besteforeldre. Hva spør vi om først?');
  await page.getByLabel('«tvilling»').check();
  await page.getByRole('button', { name: 'Send spørsmålet' }).click();
  await expect(page.getByRole('status')).toContainText('Spørsmålet er sendt');
  await expect(page.getByText('Venter på svar')).toBeVisible();
  await checkPage(page);
});

test('Tove answers by keyboard on a phone, and does not learn who asks', { tag: '@noscript' }, async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await signInAs(page, 'tove');
  await expect(page.getByRole('heading', { name: 'Én tjeneste vil drøfte noe med dere' })).toBeVisible();
  await checkPage(page);
  await page.getByRole('link', { name: /^En mor til et lite barn/ }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Koordinator ved Koordinerende enhet').first()).toBeVisible();
  await expect(page.getByText('Ingrid')).toHaveCount(0);
  await checkPage(page);
  await screenshot(page, 'consult-answer');
  await page.getByLabel('Hva ville dere gjort?').focus();
  await page.keyboard.type('Vi kan komme i morgen. Ring oss på 400 00 131.');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status')).toContainText('Det er sendt');
  await checkPage(page);
  await signInAs(page, 'ingrid');
  await page.goto('/drofting');
  await checkPage(page);
  await page.getByRole('link', { name: /^En mor til et lite barn/ }).click();
  await expect(page.getByText('Vi kan komme i morgen.')).toBeVisible();
  await expect(page.getByText('Tove Lund')).toBeVisible();
  await page.getByRole('button', { name: 'Takk, jeg trenger ikke mer' }).click();
  await expect(page.getByText('Avsluttet', { exact: true })).toBeVisible();
  await checkPage(page);
});

test('an answer is there for the one who asked, and for nobody else', async ({ page }) => {
  await signInAs(page, 'marit');
  await expect(page.getByRole('heading', { name: 'Svar på det du ville drøfte' })).toBeVisible();
  await page.getByRole('link', { name: /^Et barn på mellomtrinnet/ }).click();
  await expect(page.getByText('Snakk med barnet på et rolig sted')).toBeVisible();
  await checkPage(page);
  const address = new URL(page.url()).pathname;
  for (const persona of ['nav', 'ingrid', 'mats', 'inntak', 'leder', 'drift', 'rania']) {
    await signInAs(page, persona);
    expect((await page.goto(address)).status(), persona).toBe(404);
  }
});
