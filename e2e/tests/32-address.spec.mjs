// Where people live: written by the coordinator, shown to nobody else, and never of those who are protected.
import { checkPage, openFamily, screenshot, signInAs } from '../support/page.mjs';
import { expect, test } from '../support/story.mjs';

/** Signs in as Ingrid and opens somebody in a family. */
async function open(page, family, given) {
  await page.goto(`${await openFamily(page, family)}/personer`);
  await page.getByRole('link', { name: `Endre ${given}`, exact: true }).first().click();
  await expect(page.getByRole('heading', { name: 'Adresse', exact: true })).toBeVisible();
}

const card = (page) => page.locator('section', { has: page.getByRole('heading', { name: 'Adresse', exact: true }) });

test('an address is written, mended and changed, and stands in no address bar and no title', async ({ page }) => {
  await open(page, 'Haddad', 'Rania');
  await checkPage(page);
  await screenshot(page, 'family-person');
  await card(page).getByRole('link', { name: 'Legg til adresse' }).click();
  await checkPage(page);
  await screenshot(page, 'family-address');
  await page.getByLabel('Gate og nummer').fill('Kanariveien 77');
  await page.getByLabel('Postnummer').fill('4299');
  await page.getByLabel('Noe mer en må vite?').fill('Annenhver helg');
  await page.getByRole('button', { name: 'Lagre' }).click();
  await expect(page.locator('#place-feil')).toBeVisible();
  await expect(page.getByLabel('Gate og nummer')).toHaveValue('Kanariveien 77');
  await checkPage(page);
  await page.getByLabel('Sted').fill('Sangfuglvik');
  await page.getByRole('button', { name: 'Lagre' }).click();
  await expect(page.getByRole('status')).toContainText('Adressen er lagret');
  await expect(card(page)).toContainText('Kanariveien 77');
  expect(page.url() + (await page.title())).not.toMatch(/kanari|sangfugl/i);
  await checkPage(page);
  await card(page).locator('.v-ting', { hasText: 'Kanariveien' }).getByRole('link', { name: 'Endre' }).click();
  await page.getByLabel('Gate og nummer').fill('Kanariveien 78');
  await page.getByRole('button', { name: 'Lagre' }).click();
  await expect(card(page)).toContainText('Kanariveien 78');
  // Others who help the family, and others at home, do not have it.
  const here = new URL(page.url()).pathname;
  for (const who of ['marit', 'mats', 'inntak', 'rania', 'yusuf']) {
    await signInAs(page, who);
    expect((await page.goto(here)).status(), who).toBe(404);
  }
});

test('of a strictly protected person the page says how to reach them, and takes no address', async ({ page }) => {
  await open(page, 'Anna og barna', 'Anna');
  await expect(card(page)).toContainText('lagres aldri');
  await expect(card(page).getByRole('link')).toHaveCount(0);
  await expect(page.getByLabel('Hvem går kontakten gjennom?')).toHaveValue(/politiet/);
  await checkPage(page);
  await screenshot(page, 'family-person-protected');
  const base = new URL(page.url()).pathname;
  expect((await page.goto(`${base}/adresse`)).status()).toBe(404);
  await page.goto(base);
  await page.getByLabel('Hvem går kontakten gjennom?').fill('Ring barnevernsvakta.');
  await page.locator('form[action$="/kontaktvei"]').getByRole('button').click();
  await expect(page.getByRole('status')).toContainText('hvordan personen kan nås');
  await expect(page.getByLabel('Hvem går kontakten gjennom?')).toHaveValue('Ring barnevernsvakta.');
});
