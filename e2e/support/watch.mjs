// Listens to a page from its first request, for `checkPage` to ask afterwards.

const watched = new WeakMap();

/** Begins to listen to a page: console, uncaught errors, requests, and the document it was sent. */
export function watch(page) {
  if (watched.has(page)) return;
  const seen = { complaints: [], asked: new Set(), document: undefined, devtools: undefined };
  watched.set(page, seen);

  page.on('console', (message) => {
    if (message.type() !== 'error') return;
    // The browser also calls a refused page (404, 422 …) an error; that is for the story to judge.
    if (message.text().startsWith('Failed to load resource') && seen.asked.has(message.location().url)) return;
    seen.complaints.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => seen.complaints.push(`uncaught error: ${error.message}`));
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (protocol.startsWith('http') && hostname !== '127.0.0.1') {
      seen.complaints.push(`request to another host: ${request.url()}`);
    }
    if (isDocument(page, request)) seen.asked.add(request.url());
  });
  page.on('response', (response) => {
    const redirect = response.status() >= 300 && response.status() < 400;
    if (isDocument(page, response.request()) && !redirect) seen.document = response;
  });
}

function isDocument(page, request) {
  return request.isNavigationRequest() && request.frame() === page.mainFrame();
}

function what(page) {
  const seen = watched.get(page);
  if (!seen) throw new Error('this page is not watched: take `page` from support/story.mjs, or call watch(page) first');
  return seen;
}

/** What the browser has complained about so far (content security policy included). */
export function complaints(page) {
  return [...what(page).complaints];
}

/** The HTML source of the page that is open, as the server sent it. */
export async function source(page) {
  const response = what(page).document;
  if (!response) throw new Error('no page has been opened yet');
  return response.text();
}

/**
 * Takes JavaScript away from a page. Playwright's own `javaScriptEnabled: false` does the same but cannot
 * be lifted for a moment, and axe needs that.
 */
export async function withoutScript(page) {
  const devtools = await page.context().newCDPSession(page);
  what(page).devtools = devtools;
  await devtools.send('Emulation.setScriptExecutionDisabled', { value: true });
}

/** Whether the page has no JavaScript. */
export const isWithoutScript = (page) => Boolean(what(page).devtools);

/**
 * Lets us look into a page that has no JavaScript. Its own scripts have been skipped by then and stay
 * so; what we ask can run, and no longer than `look` does.
 */
export async function lookInto(page, look) {
  const { devtools } = what(page);
  await devtools?.send('Emulation.setScriptExecutionDisabled', { value: false });
  try {
    return await look();
  } finally {
    await devtools?.send('Emulation.setScriptExecutionDisabled', { value: true });
  }
}
