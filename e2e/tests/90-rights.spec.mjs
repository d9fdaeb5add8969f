// The guide to rights: a tired mother on her phone tells how things are, answers what she wants, and sees what may fit;
// without signing in, without anything being kept, and with a quick way out.
import { press, tabTo } from '../support/keyboard.mjs';
import { checkPage, screenshot, signInAs } from '../support/page.mjs';
import { expect, test } from '../support/story.mjs';

const heading = (page) => page.getByRole('heading', { level: 1 });
const onwards = (page) => page.getByRole('button', { name: 'Gå videre' });

test('a mother of two finds out by keyboard on her phone what they may have a right to', { tag: '@noscript' }, async ({ page }) => {
  test.setTimeout(300_000);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/');
  await press(page, page.getByRole('link', { name: 'Se hva som kan passe for dere' }));
  await expect(heading(page)).toHaveText('Hva kan dere ha rett til?');
  await checkPage(page);
  await screenshot(page, 'rights-start');

  // Nothing chosen: it says so, and the focus is on what must be mended.
  await press(page, onwards(page));
  await expect(page).toHaveTitle(/^Feil: /);
  await checkPage(page);

  await press(page, page.getByLabel('Barnet trenger mye hjelp hver dag'), 'Space');
  await press(page, page.getByLabel('Vi får ikke pengene til å strekke til'), 'Space');
  await press(page, onwards(page));
  await expect(heading(page)).toHaveText('Hvem er dere?');
  await checkPage(page);

  await tabTo(page, page.getByLabel('Barn 1', { exact: true }));
  await page.keyboard.type('i fjor');
  await press(page, onwards(page));
  await expect(page.locator('#barn-0')).toHaveValue('i fjor');
  await expect(page.locator('ds-error-summary')).toBeFocused();
  await page.locator('#barn-0').fill('15.3.2018');
  await page.locator('#barn-1').fill('mars 2024');
  await page.getByLabel('Én', { exact: true }).check();
  await page.getByLabel('Fast hos meg eller oss').check();
  await screenshot(page, 'rights-who');
  await press(page, onwards(page));

  await expect(heading(page)).toHaveText('Noen få spørsmål');
  await checkPage(page);
  await screenshot(page, 'rights-questions');
  // She says yes to what she is asked first, does not know the next, and then answers until there is no more.
  let pages = 0;
  while ((await heading(page).textContent()) === 'Noen få spørsmål') {
    pages += 1;
    expect(pages, 'it comes to an end').toBeLessThan(60);
    const name = pages === 2 ? 'Vet ikke' : 'Ja';
    for (const group of await page.locator('main fieldset').all()) {
      const choice = group.getByLabel(name, { exact: true });
      if ((await choice.count()) === 1) await choice.check();
    }
    for (const field of await page.locator('main input[type=text]').all()) {
      await field.fill((await field.getAttribute('id')).includes('birth') ? '1.1.1985' : '3');
    }
    expect(new URL(page.url()).search).toBe('');
    await onwards(page).click();
  }
  expect(pages).toBeGreaterThan(2);

  await expect(heading(page)).toHaveText('Dette kan dere ha rett til');
  await expect(page.locator('main b', { hasText: /^Barn 1 \(8 år\): .* i måneden/ }).first()).toBeVisible();
  await expect(page.getByText('Dere betaler').first()).toBeVisible();
  await checkPage(page);
  await screenshot(page, 'rights-answers');

  // An answer is changed, and the answers stand again.
  await page.getByText('Se og endre det dere har fortalt').click();
  await page.getByRole('button', { name: /^Endre/ }).nth(3).click();
  await expect(heading(page)).toHaveText('Noen få spørsmål');
  await page.getByRole('button', { name: 'Vis svarene nå' }).click();
  await expect(heading(page)).toHaveText('Dette kan dere ha rett til');

  // In another language, with everything kept.
  await page.getByText('Språk').click();
  await page.getByRole('button', { name: 'English' }).click();
  await expect(heading(page)).toHaveText('What you may have a right to');
  await checkPage(page);
  await page.getByRole('button', { name: 'Print' }).click();
  await expect(page.getByText('Print with your browser')).toBeVisible();
  await checkPage(page);
  await screenshot(page, 'rights-print');

  // An address alone tells nothing: she who comes after begins at the beginning.
  await page.goto('/rettigheter/svar');
  expect(new URL(page.url()).pathname).toBe('/rettigheter');
});

test('what one opens for oneself has a quick way out and is not printed unasked', { tag: '@noscript' }, async ({ page }) => {
  test.setTimeout(200_000);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/rettigheter');
  await expect(page.getByLabel('Noen hjemme truer, kontrollerer eller slår')).toBeHidden();
  await page.getByText('Noe du vil se for deg selv').click();
  await page.getByLabel('Noen hjemme truer, kontrollerer eller slår').check();
  await onwards(page).click();
  await expect(page.getByRole('link', { name: 'Forlat siden raskt' })).toBeVisible();
  await onwards(page).click();
  await expect(page.getByRole('link', { name: 'Forlat siden raskt' })).toBeVisible();
  await screenshot(page, 'rights-own');
  await page.locator('main fieldset').first().getByLabel('Ja', { exact: true }).check();
  await page.getByRole('button', { name: 'Vis svarene nå' }).click();
  await expect(page.getByRole('heading', { name: 'Krisesenter' })).toBeVisible();
  await checkPage(page);
  await page.getByRole('button', { name: 'Skriv ut', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Krisesenter' })).toHaveCount(0);
});

test('the family finds the guide at home and goes from it to the coordinator', { tag: '@noscript' }, async ({ page }) => {
  await signInAs(page, 'rania');
  await page.getByRole('link', { name: 'Se hva dere kan ha rett til' }).click();
  await page.getByRole('link', { name: 'Gå til den åpne veiviseren' }).click();
  await page.getByLabel('Vi er slitne og trenger noen å snakke med').check();
  await onwards(page).click();
  await page.getByRole('button', { name: 'Vis svarene nå' }).click();
  await expect(page.getByRole('link', { name: 'Si ifra til koordinatoren' })).toHaveAttribute('href', '/min/si');
});

test('somebody comes back another day with a code, and removes what was kept', { tag: '@noscript' }, async ({ page }) => {
  test.setTimeout(120_000);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/rettigheter');
  await page.getByLabel('Barnet trenger mye hjelp hver dag').check();
  await onwards(page).click();
  await page.locator('#barn-0').fill('15.3.2018');
  await page.getByRole('button', { name: 'Vis svarene nå' }).click();
  await page.getByRole('button', { name: 'Ta vare på svarene' }).click();
  await expect(heading(page)).toHaveText('Svarene er tatt vare på');
  await checkPage(page);
  await screenshot(page, 'rights-kept');
  const code = await page.locator('.v-kode').textContent();

  await page.goto('/rettigheter');
  await page.getByRole('link', { name: 'Har du en kode? Fortsett der du slapp' }).click();
  await checkPage(page);
  await page.getByLabel('Kode').fill('ABCD-EFGH-JKMN-PQRS');
  await page.getByRole('button', { name: 'Fortsett', exact: true }).click();
  await expect(page).toHaveTitle(/^Feil: /);
  await expect(page.getByLabel('Kode')).toHaveValue('ABCD-EFGH-JKMN-PQRS');
  await checkPage(page);
  await page.getByLabel('Kode').fill(code.toLowerCase());
  await page.getByRole('button', { name: 'Fortsett', exact: true }).click();
  await expect(heading(page)).toHaveText('Dette kan dere ha rett til');
  expect(new URL(page.url()).search).toBe('');

  await page.goto('/rettigheter/fortsett');
  await page.getByLabel('Kode').fill(code);
  await page.getByRole('button', { name: 'Slett svarene' }).click();
  await expect(heading(page)).toHaveText('Svarene er slettet');
  await checkPage(page);
});
