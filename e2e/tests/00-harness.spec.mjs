// The first story: the demo starts, its doors open, and it stands up again after a fall.
import { checkPage } from '../support/page.mjs';
import { expect, test } from '../support/story.mjs';

test('the front page is whole', { tag: '@noscript' }, async ({ page }) => {
  const response = await page.goto('/');
  expect(response.status()).toBe(200);
  await checkPage(page, { thorough: true });
});

test('the sign-in page is whole and offers somebody to be', { tag: '@noscript' }, async ({ page }) => {
  const response = await page.goto('/logg-inn');
  expect(response.status()).toBe(200);
  expect(await page.locator('button[name="persona"]').count()).toBeGreaterThan(0);
  await checkPage(page, { thorough: true });
});

test.describe('after a fall', () => {
  test.use({ ownServer: true });

  test('the same address answers again after a restart and after a kill', async ({ page, veven }) => {
    for (const fall of [() => veven.restart(), () => veven.kill9()]) {
      const before = veven.url;
      await fall();
      expect(veven.url).toBe(before);
      expect((await page.goto('/')).status()).toBe(200);
    }
  });
});
