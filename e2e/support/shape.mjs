// The shape of a page: its elements and what they are to a reader and to the style sheet, without its words.
//
// What axe and the Tab key find depends on the shape alone. Stories come by the same pages many times, with other
// words in them; a shape that was found whole once in a run is not gone through again.
import { createHash } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The shape of the page that is open, as a short name for it. */
export async function shapeOf(page) {
  const shape = await page.evaluate(() => {
    const WORDS = new Set(['alt', 'title', 'placeholder', 'aria-label', 'value', 'content', 'datetime', 'aria-valuetext']);
    const POINTERS = new Set(['for', 'aria-labelledby', 'aria-describedby', 'aria-controls', 'aria-owns', 'list', 'popovertarget']);
    const ADDRESSES = new Set(['href', 'action', 'formaction', 'src', 'id', 'name', 'd', 'nonce']);
    const attribute = ({ name, value }) => {
      if (WORDS.has(name) || ADDRESSES.has(name)) return `${name}${value.trim() ? '=…' : ''}`;
      if (!POINTERS.has(name)) return `${name}=${value}`;
      return `${name}=${value.split(/\s+/).map((id) => document.getElementById(id)?.tagName ?? '?')}`;
    };
    const tell = (node) => {
      if (node.nodeType === Node.TEXT_NODE) return node.data.trim() ? '…' : '';
      if (node.nodeType !== Node.ELEMENT_NODE) return '';
      const children = [...node.childNodes].map(tell).filter(Boolean);
      // Ten rows that are alike are to axe what two are.
      const unlike = children.filter((child, at) => child !== children[at - 1] || child !== children[at - 2]);
      return `<${node.localName} ${[...node.attributes].map(attribute).sort().join(' ')}>${unlike.join('')}</>`;
    };
    return tell(document.documentElement);
  });
  return createHash('sha256').update(shape).digest('hex');
}

const place = (shape) => join(process.env.VEVEN_SHAPES, shape);

/** Whether a page of this shape was found whole in this run, by either of the two who run stories. */
export const isWhole = (shape) => existsSync(place(shape));

/** Remembers that a page of this shape was found whole. */
export const rememberWhole = (shape) => writeFileSync(place(shape), '');
