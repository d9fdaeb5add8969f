// A page with the keyboard alone, as many of its readers use it.

const MOST_STOPS = 300;

/**
 * Tabs from the top of the page to its end and answers with a list of problems in words: the skip link
 * comes first, the focus can be seen at every stop and is not covered, and there is a way out.
 */
export async function keyboardProblems(page) {
  await page.evaluate(() => {
    // From the very top, also where a field took the focus when the page opened.
    document.body.setAttribute('tabindex', '-1');
    document.body.focus({ preventScroll: true });
    document.body.removeAttribute('tabindex');
    window.__tab = { stops: [], last: undefined };
  });
  const problems = [];
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    await page.keyboard.press('Tab');
    const { found, end } = await page.evaluate(lookAtFocus);
    problems.push(...found);
    if (!end) continue;
    // A skip link that keeps the focus would lie over the page in all that is looked at afterwards.
    await page.evaluate(() => document.activeElement?.blur());
    return problems;
  }
  return [...problems, `more than ${MOST_STOPS} Tab stops`];
}

/** Runs in the page after each Tab: what is wrong with the focus now, and whether this was the end. */
function lookAtFocus() {
  const tab = window.__tab;
  const found = [];
  const active = document.activeElement;
  const outside = !active || active === document.body;

  // What shows the focus is what has changed when it has gone, on the element or on the field around it.
  const around = (element) =>
    [element, element.parentElement, element.parentElement?.parentElement].filter((one) => one && getComputedStyle(one).opacity !== '0');
  const look = (element) =>
    around(element)
      .flatMap((one) => [getComputedStyle(one), getComputedStyle(one, '::before'), getComputedStyle(one, '::after')])
      .map((s) => [s.outlineStyle, s.outlineWidth, s.outlineColor, s.boxShadow, s.borderColor, s.borderWidth].join())
      .join(';');
  if (tab.last && tab.last.element !== active && look(tab.last.element) === tab.last.look) {
    found.push(`no visible focus on ${tab.last.name}`);
  }
  if (outside) {
    if (tab.stops.length === 0) found.push('nothing on the page can be reached with Tab');
    return { found, end: true };
  }

  const words = (active.getAttribute('aria-label') || active.textContent || active.getAttribute('name') || '').trim();
  const name = `<${active.tagName.toLowerCase()}> "${words.slice(0, 40)}"`;
  const before = tab.stops.indexOf(active);
  const same = tab.stops.at(-1) === active;
  if (before === 0 && !same) return { found, end: true }; // round the page and back to its first stop
  // Some fields (a date) have several stops inside; nothing has more than a few.
  if ((before !== -1 && !same) || tab.stops.slice(-12).filter((one) => one === active).length === 12) {
    return { found: [...found, `Tab is trapped at ${name}`], end: true };
  }
  tab.stops.push(active);
  if (same) return { found, end: false };
  tab.last = { element: active, name, look: look(active) };

  if (tab.stops.length === 1) {
    const href = active.getAttribute('href') ?? '';
    const target = href.startsWith('#') ? document.getElementById(decodeURIComponent(href.slice(1))) : null;
    if (!target?.closest('main')) found.push(`the first Tab stop is no skip link to main, but ${name}`);
  }
  const box = active.getBoundingClientRect();
  const left = Math.max(box.left, 0);
  const right = Math.min(box.right, innerWidth);
  const top = Math.max(box.top, 0);
  const bottom = Math.min(box.bottom, innerHeight);
  if (right - left < 1 || bottom - top < 1) {
    found.push(`focus is out of sight on ${name}`);
  } else {
    const points = [[(left + right) / 2, (top + bottom) / 2], [left + 2, top + 2], [right - 2, bottom - 2]];
    const hits = points.map(([x, y]) => document.elementFromPoint(x, y)).filter(Boolean);
    const free = hits.some((hit) => active.contains(hit) || hit.contains(active) || hit.closest('label')?.control === active);
    if (hits.length > 0 && !free) {
      found.push(`focus is covered on ${name} by <${hits[0].tagName.toLowerCase()} class="${hits[0].getAttribute('class') ?? ''}">`);
    }
  }
  return { found, end: false };
}

/** Presses Tab until the element has focus, as somebody without a mouse does. */
export async function tabTo(page, locator) {
  for (let presses = 0; presses < 120; presses += 1) {
    if (await locator.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never came to ${locator}`);
}

/** Comes to the element with Tab and presses a key there. */
export async function press(page, locator, key = 'Enter') {
  await tabTo(page, locator);
  await page.keyboard.press(key);
}
