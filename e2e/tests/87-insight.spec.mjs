// Somebody asks to see what is written, and is answered in a letter: what is shown, and for a no the ground, the reason
// and how to complain. Who asked reads it, and nobody else at home or at work.
import { arrive, checkPage, openFamily, screenshot, signInAs } from '../support/page.mjs';
import { expect, test } from '../support/story.mjs';

const WHY = 'Det handler om hvordan Rania har det, og det er hennes å fortelle.';

test.describe('on a demo of its own', () => {
  test.use({ ownServer: true });

  test('Ingrid says no to Omar with a ground and a reason, he reads how to complain, and it is taken back', { tag: '@noscript' }, async ({ page }) => {
    const family = await openFamily(page, 'Haddad');
    await page.goto(`${family}/vern`);
    await page.getByRole('link', { name: 'Svar på krav om innsyn', exact: true }).click();
    await arrive(page, `${family}/vern/ny/innsyn`);
    await checkPage(page);

    // Nothing filled in: each thing that is missing is named.
    const save = page.getByRole('button', { name: 'Lagre svaret' });
    const wrong = page.locator('ds-error-summary');
    await save.click();
    await expect(wrong).toContainText('Velg hvem som har bedt om innsyn.');
    await expect(wrong.getByRole('listitem')).toHaveCount(6);
    await checkPage(page);

    await page.getByRole('group', { name: 'Hvem har bedt om innsyn?' }).getByLabel('Omar Haddad').check();
    await page.getByRole('group', { name: 'Hvem gjelder det?' }).getByLabel('Rania Haddad').check();
    await page.getByLabel('Hva vil personen se?').fill('Hva Rania har sagt til helsesykepleieren.');
    await page.getByLabel('Når kom kravet?').fill('2026-11-18');
    await page.getByLabel('Personen får ikke se det').check();
    await page.getByLabel('Hva skriver vi til personen?').fill('Vi viser det ikke. Spør gjerne Rania selv.');
    await save.click();
    // A no has a ground and a reason, and what was written is kept.
    await expect(wrong).toContainText('Velg hjemmelen i loven.');
    await expect(wrong).toContainText('Den som får nei, har rett til å vite grunnen.');
    await expect(page.getByLabel('Hva skriver vi til personen?')).toHaveValue('Vi viser det ikke. Spør gjerne Rania selv.');
    await page.getByLabel('Det handler om andres helse eller private forhold (forvaltningsloven § 19 annet ledd)').check();
    await page.getByLabel('Hvorfor får personen ikke se det?').fill(WHY);
    await screenshot(page, 'insight-form');
    await save.click();
    await expect(page.getByRole('status')).toContainText('Svaret er lagret som et brev.');
    await checkPage(page);
    await screenshot(page, 'insight-list');

    await page.getByRole('link', { name: /^Les brevet ?: Omar får ikke se det som gjelder Rania/ }).click();
    const work = await arrive(page, /\/innsyn\/svar\/[0-9a-z]{12}$/);
    const own = work.replace(family, '/min');
    await expect(page.getByText('Klagefristen er 3 uker fra du fikk dette brevet.')).toBeVisible();
    await checkPage(page);
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Last ned som PDF' }).click();
    expect((await download).suggestedFilename()).toMatch(/^svar-[0-9a-z]{12}\.pdf$/);

    await signInAs(page, 'omar');
    await page.goto('/min/innsyn');
    await page.getByRole('link', { name: 'Du får ikke se det du ba om' }).click();
    await arrive(page, own);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Svar på kravet ditt om innsyn');
    await expect(page.getByText(WHY)).toBeVisible();
    await expect(page.getByText('sender vi klagen videre til Statsforvalteren')).toBeVisible();
    await checkPage(page);
    await screenshot(page, 'insight-letter');

    // Nobody else finds it: not she whom it is about, not those at work who see much of the plan.
    for (const [who, path] of [['rania', own], ['yusuf', own], ['marit', work], ['mats', work], ['leder', work]]) {
      await signInAs(page, who);
      for (const tail of ['', '/pdf']) expect((await page.request.get(path + tail)).status(), who + tail).toBe(404);
    }
    await signInAs(page, 'rania');
    await page.goto('/min/innsyn');
    await expect(page.getByRole('heading', { name: 'Svar på krav om innsyn' })).toHaveCount(0);
    // Not by her own copy of who has looked, either.
    const copy = await page.request.get('/min/kopi/data');
    expect(copy.status()).toBe(200);
    expect(await copy.text()).not.toMatch(/insight/);

    await signInAs(page, 'ingrid');
    await page.goto(`${family}/vern`);
    await page.getByRole('button', { name: /^Trekk tilbake ?: Omar får ikke se/ }).click();
    await expect(page.getByRole('status')).toContainText('Svaret er trukket tilbake.');
    await signInAs(page, 'omar');
    await page.goto(own);
    await expect(page.getByText('Dette svaret ble trukket tilbake 19. november 2026. Vi ser på kravet ditt på nytt.')).toBeVisible();
    await checkPage(page);
  });

  test('a letter to somebody who is kept apart is not sent before people have found a safe way', async ({ page }) => {
    const family = await openFamily(page, 'Anna og barna');
    await page.goto(`${family}/vern/ny/innsyn`);
    await page.getByRole('group', { name: 'Hvem har bedt om innsyn?' }).getByLabel('Per', { exact: true }).check();
    await page.getByRole('group', { name: 'Hvem gjelder det?' }).getByLabel('Tuva', { exact: true }).check();
    await page.getByLabel('Hva vil personen se?').fill('Hvor barna er.');
    await page.getByLabel('Når kom kravet?').fill('2026-11-18');
    await page.getByLabel('Personen får ikke se det').check();
    await page.getByLabel('Hva skriver vi til personen?').fill('Vi viser det ikke.');
    await page.getByLabel(/^Det kan skade barnet/).check();
    await page.getByLabel('Hvorfor får personen ikke se det?').fill('Det kan skade barnet.');
    await page.getByRole('button', { name: 'Lagre svaret' }).click();
    await expect(page.getByRole('status')).toContainText('Les det en gang til før du gir det til personen.');
    await page.getByRole('link', { name: /^Les brevet/ }).click();
    const letter = await arrive(page, /\/innsyn\/svar\/[0-9a-z]{12}$/);
    await expect(page.getByText('Bli enig med lederen din')).toBeVisible();
    await expect(page.getByRole('link', { name: 'Last ned som PDF' })).toHaveCount(0);
    expect((await page.request.get(`${letter}/pdf`)).status()).toBe(404);
    await checkPage(page);
  });
});

test('Henrik reads why he sees a part, on his phone', async ({ page }) => {
  await signInAs(page, 'far');
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/min/innsyn');
  await page.getByRole('link', { name: 'Du får se en del av det du ba om' }).click();
  await expect(page.getByText('Samira Yusuf Ali')).toBeVisible();
  await expect(page.getByText('Klagefristen er 3 uker fra du fikk dette brevet.')).toBeVisible();
  await checkPage(page);
});
