// The coordinator's workbench: who needs her first, why, and what to do about it.
import { arrive, checkPage, screenshot, signInAs } from '../support/page.mjs';
import { expect, test } from '../support/story.mjs';

const rows = (page) => page.locator('main tbody tr');

test('each figure equals what the list behind it shows', { tag: '@noscript' }, async ({ page }) => {
  await signInAs(page, 'ingrid');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Arbeidsbenk');
  await checkPage(page);
  await screenshot(page, 'workbench');
  const figures = await page.locator('.v-nokkel').evaluateAll((all) =>
    all.map((link) => ({ href: link.getAttribute('href'), count: parseInt(link.querySelector('b').textContent, 10) })),
  );
  expect(figures).toHaveLength(5);
  expect(await page.locator('.v-sak').count(), 'families shown').toBe(Math.min(figures[0].count, 10));
  for (const { href, count } of figures) {
    await page.goto(href);
    expect(await rows(page).count(), href).toBe(count);
  }
});

test('the order is explained by four rules, each family has at most three reasons and one act', async ({ page }) => {
  await signInAs(page, 'ingrid');
  await page.getByText('Hvorfor denne rekkefølgen?').click();
  await expect(page.locator('details[open] ol li')).toHaveCount(4);
  const ranks = { fare: 0, varsel: 1, '': 2 };
  const edges = await page.locator('.v-sak').evaluateAll((all) => all.map((one) => one.dataset.kant ?? ''));
  expect(edges.map((edge) => ranks[edge])).toEqual(edges.map((edge) => ranks[edge]).sort());
  for (const family of await page.locator('.v-sak').all()) {
    expect(await family.locator('.v-grunner li').count()).toBeLessThanOrEqual(3);
    await expect(family.locator('.v-knapper a:not([data-variant])')).toHaveCount(1);
  }
});

test('a family is found by a name that never stands in the address', { tag: '@noscript' }, async ({ page }) => {
  await signInAs(page, 'ingrid');
  const search = async (text) => {
    await page.getByLabel('Navn på en familie eller person').fill(text);
    await page.getByRole('button', { name: 'Søk' }).click();
    await arrive(page, '/arbeid/sok');
    expect(new URL(page.url()).search).toBe('');
  };
  await search('yusuf had');
  await expect(page.getByRole('heading', { level: 2 })).toHaveText('Én familie');
  await expect(page.getByRole('link', { name: 'Familien Haddad' })).toBeVisible();
  await checkPage(page);
  // A family that is somebody else's gives the same answer as one that does not exist.
  for (const text of ['Rahimi', 'Finnesikke', 'æ'.repeat(10_000), '👩‍👧‍👦', "'; drop table family; --"]) {
    await search(text);
    await expect(page.getByRole('heading', { level: 2 })).toHaveText('Ingen familie med det navnet');
  }
  await checkPage(page);
});

test('the one list has everything open, and each row leads somewhere', { tag: '@noscript' }, async ({ page }) => {
  await signInAs(page, 'ingrid');
  await page.getByRole('link', { name: 'Min liste' }).click();
  await checkPage(page);
  await screenshot(page, 'workbench-list');
  const links = await page.locator('main tbody th a').evaluateAll((all) => all.map((link) => link.getAttribute('href')));
  expect(links.length).toBeGreaterThan(20);
  for (const link of new Set(links)) expect((await page.request.get(link)).status(), link).toBe(200);
  await page.goto('/arbeid/liste?vis=venter');
  await expect(page.locator('main thead')).toContainText('Siden');
  await expect(page.locator('main thead')).toContainText('Frist');
  await page.goto('/arbeid/liste?vis=%3Cscript%3E');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Min liste');
});

test('all families stand with a reason or «ikke noe nå», the next step and the last contact', async ({ page }) => {
  await signInAs(page, 'ingrid');
  await page.getByRole('link', { name: 'Familier', exact: true }).click();
  await checkPage(page);
  await screenshot(page, 'workbench-families');
  for (const row of await rows(page).all()) await expect(row.locator('td')).toHaveCount(3);
});

test('only coordinators have a workbench, and only of their own families', async ({ page }) => {
  for (const who of ['rania', 'marit', 'leder', 'drift', 'inntak']) {
    await signInAs(page, who);
    for (const path of ['/arbeid', '/arbeid/liste', '/arbeid/familier']) {
      expect((await page.goto(path)).status(), `${path} for ${who}`).toBe(404);
    }
  }
  await signInAs(page, 'mats');
  await expect(page.getByText('Haddad')).toHaveCount(0);
});

test.describe('on a demo of its own', () => {
  test.use({ ownServer: true });

  test('Ingrid answers the child who waits, and the child is no longer waiting', { tag: '@noscript' }, async ({ page }) => {
    await signInAs(page, 'ingrid');
    const family = page.locator('.v-sak', { hasText: 'Familien Haddad' });
    await expect(family).toHaveAttribute('data-kant', 'fare');
    await expect(family.locator('.v-grunner li').first()).toContainText('Yusuf skrev i går: «kan du komme på skolen?»');
    // Only what is acute and has nobody at work on it stands before a child who waits.
    const before = await page.locator('.v-sak').evaluateAll((all) => all.map((one) => one.innerText));
    const place = before.findIndex((text) => text.includes('Familien Haddad'));
    // Before them stands only what is urgent, or a child who has waited longer.
    for (const text of before.slice(0, place)) expect(text).toMatch(/Haster: |Ikke besvart/);
    await family.getByRole('link', { name: /Svar Yusuf/ }).click();
    await checkPage(page);
    await screenshot(page, 'family-reply');
    // Nothing written: told at the field, and nothing is sent.
    await page.getByRole('button', { name: 'Send svaret' }).click();
    await expect(page).toHaveTitle(/^Feil: /);
    await expect(page.locator('#words-feil')).toHaveText('Skriv et svar.');
    await checkPage(page);
    await page.getByLabel('Hva vil du si?').fill('Ja! Jeg kommer på torsdag. 🎒');
    await page.getByRole('button', { name: 'Send svaret' }).click();
    await expect(page.getByRole('status')).toContainText('Svaret er sendt');
    await expect(page.getByText('Ja! Jeg kommer på torsdag. 🎒')).toBeVisible();
    await page.goto('/arbeid');
    await expect(page.getByText('kan du komme på skolen?')).toHaveCount(0);
  });

  test('what a child said goes into the plan, by default for the child and the coordinator alone', async ({ page }) => {
    await signInAs(page, 'ingrid');
    await page.getByRole('link', { name: /Svar Yusuf/ }).click();
    await page.getByLabel('Hva vil du si?').fill('Jeg har skrevet det opp.');
    await page.getByLabel('Det går inn i planen').check();
    await page.getByRole('button', { name: 'Send svaret' }).click();
    await expect(page.locator('#plan_words-feil')).toBeVisible();
    await expect(page.getByLabel('Bare Yusuf og koordinatoren')).toBeChecked();
    await checkPage(page);
    await page.getByLabel('Teksten i planen').fill('Yusuf vil ha besøk av Ingrid på skolen');
    await page.getByRole('button', { name: 'Send svaret' }).click();
    await expect(page.getByRole('status')).toContainText('Svaret er sendt');
    await page.goto('/arbeid/liste?vis=uten');
    await expect(page.getByText('Yusuf vil ha besøk av Ingrid på skolen')).toBeVisible();
  });

  test('something without an owner gets somebody to answer for it in one step', { tag: '@noscript' }, async ({ page }) => {
    await signInAs(page, 'ingrid');
    const row = page.locator('#uten tbody tr', { hasText: 'Samisk språkstøtte i barnehagen' });
    await row.getByRole('button', { name: 'Spør' }).click();
    await expect(page).toHaveTitle(/^Feil: /);
    await expect(row).toContainText('Velg hvem du vil spørre.');
    await checkPage(page);
    // Somebody outside of the team is found on a page with everybody.
    await row.getByRole('combobox').selectOption({ label: 'Noen andre …' });
    await row.getByRole('button', { name: 'Spør' }).click();
    await page.getByLabel('Hvem vil du spørre?').selectOption({ label: 'Tove Lund, helsesykepleier' });
    await page.getByRole('button', { name: 'Send spørsmålet' }).click();
    await expect(page.getByRole('status')).toContainText('Spørsmålet er sendt');
    await page.goto('/arbeid');
    await expect(row).toContainText('Spurt Tove Lund. Svar innen tirsdag 24. november.');
    // Tove has it, with no more than she needs.
    await signInAs(page, 'tove');
    await expect(page.getByText('Kan du ta ansvar for dette: samisk språkstøtte i barnehagen?')).toBeVisible();
  });

  test('asking about a need makes an action for the family to say yes to, and only one', async ({ page }) => {
    await signInAs(page, 'ingrid');
    const need = page.locator('#uten tbody tr', { hasText: 'Liam skal begynne et sted der ingen kjenner ham' });
    // The team around the family stands in the row.
    const value = await need.locator('optgroup option').first().getAttribute('value');
    const [name] = (await need.locator('optgroup option').first().innerText()).split(',');
    await need.getByRole('combobox').selectOption(value);
    await need.getByRole('button', { name: 'Spør' }).click();
    await expect(page.getByRole('status')).toContainText('Spørsmålet er sendt');
    await page.goto('/arbeid/liste?vis=uten');
    await expect(page.getByText(new RegExp(`Liam skal begynne et sted der ingen kjenner ham: mangler ansvarlig.*${name} er spurt`))).toHaveCount(1);
    await page.goto('/arbeid/liste?vis=venter');
    await expect(page.getByText('Forslag til familien: Liam skal begynne et sted der ingen kjenner ham')).toHaveCount(1);
  });

  test('the coordinator may take it herself, and then it has an owner', async ({ page }) => {
    await signInAs(page, 'ingrid');
    const row = page.locator('#uten tbody tr', { hasText: 'Samisk språkstøtte i barnehagen' });
    await row.getByRole('combobox').selectOption('meg');
    await row.getByRole('button', { name: 'Spør' }).click();
    await expect(page.getByRole('status')).toContainText('Du har tatt ansvaret');
    await expect(page.locator('#uten tbody tr', { hasText: 'Samisk språkstøtte i barnehagen' })).toHaveCount(0);
  });

  test('the keyboard alone is enough to ask a helper', async ({ page }) => {
    await signInAs(page, 'ingrid');
    const choice = page.locator('#uten select').first();
    for (let press = 0; press < 80 && !(await choice.evaluate((one) => one === document.activeElement)); press += 1) {
      await page.keyboard.press('Tab');
    }
    // Not oneself, but the first in the team.
    for (let press = 0; press < 2; press += 1) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('status')).toContainText('Spørsmålet er sendt');
  });
});
