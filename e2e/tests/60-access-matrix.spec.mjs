// The access matrix: every route of docs/routes.txt × every persona, as the program answers it.
//
// The answers stand in docs/access-matrix.txt. A new route, or a route that answers somebody differently than
// before, fails here until somebody has looked at the row: UPDATE=1 npx playwright test 60 writes it anew.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '../support/story.mjs';

test.use({ ownServer: true });

const docs = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'docs');
const PERSONAS = ['rania', 'omar', 'yusuf', 'ungdom', 'far', 'hemmelig', 'ingrid', 'mats', 'marit', 'nav', 'tildeling', 'tove', 'tommy', 'inntak', 'leder', 'drift'];
// They change the session that asks.
const SESSION = ['/logg-inn', '/logg-ut', '/rolle'];

class Reader {
  cookie = '';
  token = '';
  constructor(base) {
    this.base = base;
  }

  async ask(path, form) {
    const headers = { cookie: this.cookie };
    const init = { headers, redirect: 'manual' };
    if (form) {
      headers['content-type'] = 'application/x-www-form-urlencoded';
      headers['sec-fetch-site'] = 'same-origin';
      Object.assign(init, { method: 'POST', body: new URLSearchParams(form).toString() });
    }
    const answer = await fetch(this.base + path, init);
    const text = await answer.text();
    // Whoever is at work says once for each family for what it is opened.
    const why = !form && /name="apne-familie" value="([^"]+)"[^]*?name="apne-for" value="([^"]+)"/.exec(text);
    if (why) {
      await this.ask('/hvorfor', { vern: this.token, 'apne-familie': why[1], 'apne-for': why[2], 'apne-til': path });
      return this.ask(path);
    }
    return { status: answer.status, to: answer.headers.get('location') ?? '', text, headers: answer.headers };
  }

  async signIn(persona) {
    const { headers, to } = await this.ask('/logg-inn', { persona });
    this.cookie = headers.get('set-cookie').split(';')[0];
    let page = await this.ask(to);
    // A young person's home is another page.
    if (page.to) page = await this.ask(page.to);
    this.token = /name="vern" value="([^"]+)"/.exec(page.text)?.[1] ?? '';
    return to;
  }
}

/** Addresses that a reader finds by following links from its start, up to `most` pages, those that have `part`. */
async function crawl(reader, start, most = 80, part = '') {
  const found = new Set([start]);
  for (const path of found) {
    if (found.size > 400 || [...found].indexOf(path) >= most) break;
    const { text } = await reader.ask(path);
    for (const [, link] of text.matchAll(/(?:href|action)="(\/[^"#?]*)/g)) if (!link.startsWith('/s/') && link.includes(part)) found.add(link);
  }
  return found;
}

const pattern = (route) => new RegExp(`^${route.replace('{slag}', '([a-z]+)').replace(/\{[^}]+\}/g, '([0-9a-hjkmnp-tv-z]{12})')}$`);

test('every route answers every persona as the access matrix says', async ({ veven }) => {
  test.setTimeout(300_000);
  const routes = readFileSync(join(docs, 'routes.txt'), 'utf8').trim().split('\n').map((line) => line.split(' '));
  const readers = new Map([['ingen', new Reader(veven.url)]]);
  const known = new Set();
  for (const persona of PERSONAS) {
    const reader = new Reader(veven.url);
    const start = await reader.signIn(persona);
    readers.set(persona, reader);
    // The addresses of one family: what its coordinator, its members and its helpers can find.
    if (['ingrid', 'rania', 'omar', 'marit', 'tildeling', 'inntak', 'yusuf', 'drift'].includes(persona)) for (const path of await crawl(reader, start)) known.add(path);
  }
  // Rania's family, as her coordinator finds it.
  const { text } = await readers.get('ingrid').ask('/arbeid/familier');
  const family = /\/arbeid\/familie\/([0-9a-z]{12})"[^>]*>(?:<[^>]*>)*(?:Familien )?Haddad/.exec(text)[1];
  for (const path of await crawl(readers.get('ingrid'), `/arbeid/familie/${family}`, 120, family)) known.add(path);
  const rows = [];
  for (const [method, route] of routes) {
    const real = [...known].filter((path) => pattern(route).test(path));
    const about = real.find((path) => path.includes(family)) ?? real[0];
    const path = about ?? route.replace('{family}', family).replace(/\{[^}]+\}/g, '0123456789ab');
    const answers = [];
    for (const [persona, reader] of readers) {
      if (method === 'POST' && SESSION.includes(route)) {
        answers.push('·');
        continue;
      }
      const answer = await reader.ask(path, method === 'POST' ? { vern: reader.token } : undefined);
      expect(answer.status, `${method} ${path} as ${persona}`).toBeLessThan(500);
      const signIn = answer.status === 303 && answer.to === '/logg-inn';
      answers.push(signIn ? 'logg inn' : answer.status === 404 ? '–' : 'ja');
    }
    rows.push([`${method} ${route}`, ...answers]);
  }
  const head = ['', ...readers.keys()];
  const widths = head.map((_, at) => Math.max(...[head, ...rows].map((row) => row[at].length)));
  const table = [head, ...rows].map((row) => row.map((cell, at) => cell.padEnd(widths[at])).join('  ').trimEnd()).join('\n');
  const made = `Who may reach what: every route × every persona of the demo, for one family (that of Rania, Omar and Yusuf).
ja: answered · –: does not exist for this reader · logg inn: asked to sign in · «·»: changes the session itself.
Made by e2e/tests/60-access-matrix.spec.mjs from docs/routes.txt. Within a page each entry is decided by crates/access.

${table}
`;
  const file = join(docs, 'access-matrix.txt');
  if (process.env.UPDATE) writeFileSync(file, made);
  expect(made).toBe(readFileSync(file, 'utf8'));
});

test('nobody finds a word of a family that is not theirs, on any page that they can reach', async ({ veven }) => {
  test.setTimeout(300_000);
  // Words that stand in one family's dossier only, as Rania reads them.
  const dreams = ['Fire dager på fotballskole', 'En katt som kan snakke'];
  const rania = new Reader(veven.url);
  const home = await rania.signIn('rania');
  const own = await rania.ask('/min/plan');
  for (const words of dreams) expect(own.text).toContain(words);
  expect(home).toBe('/min');
  for (const persona of ['far', 'hemmelig', 'mats', 'nav', 'tommy', 'inntak', 'leder', 'drift']) {
    const reader = new Reader(veven.url);
    const start = await reader.signIn(persona);
    for (const path of await crawl(reader, start, 60)) {
      const { text } = await reader.ask(path);
      for (const words of dreams) expect(text.includes(words), `${persona} reads «${words}» on ${path}`).toBe(false);
    }
  }
});
