// The single checks behind `checkPage`. Each looks at the page that is open and answers with a list of
// problems in words; an empty list is good news.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { HtmlValidate } from 'html-validate';
import { HTML_RULES } from './html-rules.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const AXE_TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const MISSING_TEXT = '⟦';
const MOST_PLACES = 4;

const validator = new HtmlValidate(HTML_RULES);

/** Errors in the HTML as the server sent it. */
export async function htmlProblems(html) {
  const report = await validator.validateString(html);
  return report.results
    .flatMap((result) => result.messages)
    .filter((message) => message.severity === 2)
    .map((m) => `html ${m.line}:${m.column} ${m.message} (${m.ruleId})`);
}

/** Text keys without a text, anywhere in the source: words, names, titles, alternatives. */
export function missingTexts(html) {
  const found = [];
  for (let at = html.indexOf(MISSING_TEXT); at !== -1; at = html.indexOf(MISSING_TEXT, at + 1)) {
    found.push(`missing text: ${html.slice(at + 1, at + 60).split('⟧')[0]}`);
  }
  return [...new Set(found)];
}

/** Language, direction, title, one h1, one main, headings without jumps, named navigation. */
export function structureProblems(page) {
  return page.evaluate(() => {
    const problems = [];
    const root = document.documentElement;
    if (!/^[a-z]{2,3}(-|$)/.test(root.lang)) problems.push(`lang of the page is "${root.lang}"`);
    if (!['ltr', 'rtl'].includes(root.getAttribute('dir'))) problems.push(`dir of the page is "${root.getAttribute('dir')}"`);
    if (!document.title.trim()) problems.push('the page has no title');
    for (const name of ['h1', 'main']) {
      const count = document.querySelectorAll(name).length;
      if (count !== 1) problems.push(`${count} ${name} elements, not one`);
    }
    let before = 0;
    for (const heading of document.querySelectorAll('h1, h2, h3, h4, h5, h6')) {
      const level = Number(heading.tagName[1]);
      if (before && level > before + 1) problems.push(`heading jumps from h${before} to h${level}: "${heading.textContent.trim()}"`);
      before = level;
    }
    for (const nav of document.querySelectorAll('nav')) {
      if (!nav.getAttribute('aria-label') && !nav.getAttribute('aria-labelledby')) problems.push('a nav without a name');
    }
    return problems;
  });
}

/**
 * Violations of WCAG 2.0–2.2 A and AA and of best practice, as axe sees them in the state that the page
 * has now: one for each rule and element. Tell them with `tellViolations`.
 */
export async function axeViolations(page, state) {
  // Evaluated, not added as a script: that is not subject to the page's content security policy.
  await page.evaluate(`if (!window.axe) { ${AXE} }`);
  const violations = await page.evaluate(async (tags) => {
    // An open menu of the header lies over the main menu on a phone, as menus do; what is under it is judged
    // when the menu is closed.
    const covered = document.querySelector('.v-meny details[open]') ? [['.v-nav']] : [];
    const { violations } = await window.axe.run({ include: [['html']], exclude: covered }, {
      runOnly: { type: 'tag', values: tags },
      rules: { 'target-size': { enabled: true } },
      resultTypes: ['violations'],
    });
    return violations.flatMap((rule) =>
      rule.nodes.map((node) => ({
        rule: `axe ${rule.id}: ${rule.help}`,
        where: `${node.target.join(' ')}: ${node.failureSummary.split('\n').slice(1).join(' ').trim()}`,
      })),
    );
  }, AXE_TAGS);
  return violations.map((violation) => ({ ...violation, state }));
}

/** Violations as sentences: each rule once, with its elements and the states in which it was broken. */
export function tellViolations(violations) {
  const byRule = new Map();
  for (const one of violations) byRule.set(one.rule, [...(byRule.get(one.rule) ?? []), one]);
  return [...byRule].map(([rule, broken]) => {
    const places = [...new Set(broken.map((v) => v.where))];
    const states = [...new Set(broken.map((v) => v.state))];
    const more = places.length > MOST_PLACES ? [`and ${places.length - MOST_PLACES} more`] : [];
    return [`${rule} (${states.join(' · ')})`, ...places.slice(0, MOST_PLACES), ...more].join('\n      ');
  });
}

/** What makes the page scroll sideways at the width it has now. */
export function sidewaysProblems(page, state) {
  return page.evaluate((state) => {
    const root = document.documentElement;
    if (root.scrollWidth <= root.clientWidth) return [];
    const scrollsInside = (element) => {
      for (let up = element.parentElement; up && up !== document.body; up = up.parentElement) {
        if (getComputedStyle(up).overflowX !== 'visible') return true;
      }
      return false;
    };
    const wide = [...document.body.querySelectorAll('*')]
      .filter((element) => {
        const box = element.getBoundingClientRect();
        const over = root.dir === 'rtl' ? box.left < -1 : box.right > root.clientWidth + 1;
        return box.width && over && !scrollsInside(element);
      })
      .map((element) => element.tagName.toLowerCase() + (element.className.length ? `.${[...element.classList].join('.')}` : ''));
    return [`scrolls sideways (${state}): ${root.scrollWidth} px wide in ${root.clientWidth}; ${wide.slice(-4).join(', ')}`];
  }, state);
}

/**
 * Sets the text as wide as WCAG 1.4.12 says that readers may set it; returns the function that undoes it.
 * (An adopted style sheet: a style element would be stopped by the content security policy.)
 */
export async function widenText(page) {
  await page.evaluate(() => {
    const wide = new CSSStyleSheet();
    wide.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
      p { margin-block-end: 2em !important }`);
    window.__wide = wide;
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, wide];
  });
  return () =>
    page.evaluate(() => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== window.__wide);
      delete window.__wide;
    });
}

/** Opens every `details` (and closes again what was closed): returns the function that undoes it. */
export async function openDetails(page) {
  const count = await page.evaluate(() => {
    const all = [...document.querySelectorAll('details')];
    // Details that share a name close each other; for the check all are seen at once.
    window.__details = all.map((element) => ({ element, open: element.open, name: element.getAttribute('name') }));
    for (const element of all) {
      element.removeAttribute('name');
      element.open = true;
    }
    return all.length;
  });
  const undo = () =>
    page.evaluate(() => {
      for (const { element, open, name } of window.__details) {
        element.open = open;
        if (name !== null) element.setAttribute('name', name);
      }
      delete window.__details;
    });
  return { count, undo };
}
