// For what a dossier is opened: asked of whoever is at work, once for each family, and read by the family.
import { arrive, checkPage, signInAs } from '../support/page.mjs';
import { expect, test } from '../support/story.mjs';

test.use({ ownServer: true });

const QUESTION = { name: 'Hva skal du gjøre?' };

/** Signs in by hand, so that nobody answers the question for the story. */
async function signIn(page, who) {
  await page.goto('/logg-inn');
  await page.locator(`button[name="persona"][value="${who}"]`).click();
  await page.waitForURL((url) => url.pathname !== '/logg-inn');
}

/** The whole text of the page. */
const words = (page) => page.locator('main').innerText();

test('whoever is at work says for what a dossier is opened, and the family reads it in its log', async ({ page }) => {
  await test.step('the coordinator is asked before anything is shown', async () => {
    await signIn(page, 'ingrid');
    await page.goto('/arbeid/familier');
    await page.getByRole('link', { name: 'Haddad', exact: true }).click();
    await expect(page.getByRole('heading', QUESTION)).toBeVisible();
    expect(await words(page)).not.toContain('Rania');
    await checkPage(page);
  });

  await test.step('by keyboard she chooses, and stands where she wanted to go', async () => {
    const family = new URL(page.url()).pathname;
    const meeting = page.getByRole('button', { name: 'Forberede eller følge opp et møte' });
    await meeting.focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', QUESTION)).toHaveCount(0);
    expect(await arrive(page, family)).toBe(family);
    expect(await words(page)).toContain('Rania');
    await page.goto(`${family}/plan?`);
    await expect(page.getByRole('heading', QUESTION)).toHaveCount(0);
  });

  await test.step('another family is another question, and one may go back without opening', async () => {
    await page.goto('/arbeid/familier');
    const other = page.locator('a[href^="/arbeid/familie/"]').filter({ hasNotText: 'Haddad' }).first();
    await other.click();
    await expect(page.getByRole('heading', QUESTION)).toBeVisible();
    await page.getByRole('link', { name: 'Gå tilbake uten å åpne' }).click();
    await arrive(page, '/arbeid');
  });

  await test.step('the mother reads for what it was opened, and is asked nothing herself', async () => {
    await page.context().clearCookies();
    await signInAs(page, 'rania');
    await page.goto('/min/innsyn');
    await expect(page.getByRole('heading', QUESTION)).toHaveCount(0);
    await expect(page.locator('#oppslag')).toContainText('åpnet for å forberede eller følge opp et møte');
  });
});

test('an answer that was not offered opens nothing', async ({ page }) => {
  await signIn(page, 'marit');
  await page.goto('/svar');
  const plan = await page.locator('a[href^="/svar/familie/"]').first().getAttribute('href');
  await page.goto(plan);
  await expect(page.getByRole('heading', QUESTION)).toBeVisible();
  // A school's helper does not assess requests.
  await page.locator('button[name="apne-for"]').first().evaluate((button) => (button.value = 'assess'));
  await page.locator('button[name="apne-for"]').first().click();
  await expect(page.getByRole('heading', QUESTION)).toHaveCount(0);
  await page.goto(plan);
  await expect(page.getByRole('heading', QUESTION)).toBeVisible();
});

test('what is sent to a family from the workbench waits until it is said for what, and nothing typed is lost', async ({ page }) => {
  await signIn(page, 'ingrid');
  await page.goto('/arbeid');
  const row = page.locator('form[action="/arbeid/spor"]').first();
  const thing = await row.locator('input[name="tiltak"]').getAttribute('value');
  await row.locator('select').selectOption('meg');
  await row.getByRole('button').click();
  await expect(page.getByRole('heading', QUESTION)).toBeVisible();
  await expect(page.locator('main')).toContainText('Det du skrev, er tatt vare på.');
  await checkPage(page);
  await page.getByRole('button', { name: 'Forberede eller følge opp et møte' }).click();
  await expect(page.locator('#melding')).not.toBeEmpty();
  expect(new URL(page.url()).pathname).toBe('/arbeid');
  await expect(page.locator(`input[name="tiltak"][value="${thing}"]`), 'what she took is no longer without an owner').toHaveCount(0);
});
