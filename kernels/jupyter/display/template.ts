import { readDisplay } from './display-protocol.js';
import { escapeHtml } from './escape.js';
import { htmlMarkup, isNode } from './node.js';

/** What a function gets that is called with a text or used as a template tag. */
export type Template = readonly [text: string | TemplateStringsArray, ...values: readonly unknown[]];

/** A text as it is; a template as typed, with its values escaped for HTML. @throws {TypeError} for another thing. */
export function htmlText(from: Template): string {
  return join(from, htmlValue);
}

/** A text as it is; a template as typed, backslashes included, with its values. */
export function plainText(from: Template): string {
  return join(from, String);
}

function join([text, ...values]: Template, write: (value: unknown) => string): string {
  if (typeof text === 'string') return text;
  if (!Array.isArray(text?.raw))
    throw new TypeError(`expected a text, got ${text === null ? 'null' : `a ${typeof text}`}`);
  return String.raw(text, ...values.map(write));
}

/** Nothing for what is not there, markup for nodes and `html` values, one after another for lists, else text. */
function htmlValue(value: unknown): string {
  if (value === null || value === undefined || value === false) return '';
  if (Array.isArray(value)) return value.map(htmlValue).join('');
  if (isNode(value)) return htmlMarkup(value) ?? '';
  const own = readDisplay(value)?.data;
  const markup = own?.['text/html'] ?? own?.['image/svg+xml'];
  return typeof markup === 'string' ? markup : escapeHtml(String(value));
}
