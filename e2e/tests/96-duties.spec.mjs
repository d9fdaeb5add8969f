// What the law lays on whoever coordinates: the dates follow from the work, a talk is ticked where nothing else shows it,
// and those who guide coordinators see who needs support, never a family.
import { arrive, checkPage, openFamily, screenshot, signInAs } from '../support/page.mjs';
import { expect, test } from '../support/story.mjs';

const five = (page) => page.locator('#oppgaver');

test.describe('on a demo of its own', () => {
  test.use({ ownServer: true });

  test('Ingrid sees when each of her five duties was done last, and ticks what she told in a talk', { tag: '@noscript' }, async ({ page }) => {
    const family = await openFamily(page, 'Haddad');
    await page.goto(`${family}/koordinator`);
    await expect(page.getByRole('heading', { name: 'Dette skal koordinatoren sørge for' })).toBeVisible();
    await expect(five(page).getByRole('listitem')).toHaveCount(5);
    const welfare = five(page).getByRole('listitem').filter({ hasText: 'andre tjenester og brukerorganisasjoner' });
    const before = await welfare.innerText();
    expect(before).toContain('Sist');
    await checkPage(page);
    await screenshot(page, 'coordinator-duties');

    await welfare.getByRole('link').click();
    await arrive(page, `${family}/kontakt`);
    await page.getByRole('radio', { name: 'Telefon' }).check();
    await page.getByLabel('Fortelle og veilede om andre tjenester og brukerorganisasjoner').check();
    await page.getByLabel('Kort notat').fill('Fortalte om Autismeforeningen.');
    await page.getByRole('button', { name: 'Lagre kontakten' }).click();
    await arrive(page, new RegExp(`${family}/kontakt`));
    await expect(page.locator('#for')).toContainText('Fortelle og veilede om andre tjenester og brukerorganisasjoner');
    await checkPage(page);
    await page.goto(`${family}/koordinator`);
    await expect(welfare).toContainText('Sist 19. november');
    expect(await welfare.innerText()).not.toBe(before);
  });

  test('what is ticked stays when something else is missing, and can be changed', async ({ page }) => {
    const family = await openFamily(page, 'Haddad');
    await page.goto(`${family}/kontakt`);
    const health = page.getByLabel('Fortelle og veilede om helse og omsorg');
    await health.check();
    await page.getByRole('button', { name: 'Lagre kontakten' }).click();
    await expect(page.locator('ds-error-summary')).toContainText('Velg hvordan dere hadde kontakt.');
    await expect(health).toBeChecked();
    await page.getByRole('radio', { name: 'Telefon' }).check();
    await page.getByRole('button', { name: 'Lagre kontakten' }).click();
    await page.locator('#for').getByRole('link', { name: /Endre/ }).first().click();
    await expect(health).toBeChecked();
    await health.uncheck();
    await page.getByRole('button', { name: /Lagre/ }).first().click();
    await expect(page.locator('#for .v-ting').first()).not.toContainText('helse og omsorg');
  });
});

test('those who guide coordinators see by name who has families where a duty has waited, and no family', async ({ page }) => {
  await signInAs(page, 'inntak');
  await page.goto('/arbeid/venteliste');
  const card = five(page);
  await expect(card.getByRole('heading', { name: 'Koordinatorenes oppgaver' })).toBeVisible();
  await expect(card.getByRole('listitem').first()).toContainText(/Lengst siden: \d+ dager/);
  await expect(card.getByRole('link')).toHaveCount(0);
  await expect(card).not.toContainText('Haddad');
  await checkPage(page);
});
