import { types } from 'node:util';
import { delimited } from './delimited.js';
import { readDisplay } from './display-protocol.js';
import { describeThrown, inspectLine } from './inspect-text.js';
import { jsonText } from './json-text.js';
import { isTextType, typeOfExtension } from './mime-type.js';
import { htmlMarkup, isNode, svgMarkup } from './node.js';
import { parquetBytes } from './parquet-bytes.js';
import { type Records, records } from './records.js';

/**
 * A value as the bytes of a file, as a notebook that is a data loader emits it. Bytes are the file, and so is a
 * string, in UTF-8. Beyond that:
 *
 * - `.json`: any value that JSON keeps;
 * - `.csv`, `.tsv`, `.parquet`: an Arquero table, or an array of plain objects;
 * - `.svg`, `.html`: a DOM node;
 * - what `html`, `svg`, `md`, `tex`, `image` or `bundle` made, where it holds the extension's type.
 *
 * @param extension with or without its dot.
 * @throws {TypeError} where the value does not make such a file, with what would.
 */
export function fileBytes(value: unknown, extension: string): Uint8Array {
  const kind = extension.replace(/^\./, '').toLowerCase();
  if (types.isUint8Array(value)) return value;
  if (types.isAnyArrayBuffer(value)) return new Uint8Array(value);
  if (typeof value === 'string') return Buffer.from(checkText(value, kind), 'utf8');
  const content = displayed(value, kind) ?? converted(value, kind);
  if (content === undefined)
    throw new TypeError(`${inspectLine(value, 80)} makes no .${kind} file: ${remedy(kind)}`);
  return typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
}

/** A text is the file itself, so it must be one. */
function checkText(text: string, kind: string): string {
  if (kind === 'parquet') throw new TypeError(`a string makes no .parquet file: ${remedy(kind)}`);
  if (kind !== 'json') return text;
  try {
    JSON.parse(text);
  } catch (problem) {
    throw new TypeError(
      `this string is not JSON (${describeThrown(problem)}): a string is the text of the file, so write ` +
        'JSON.stringify(x) for a file that holds one',
      { cause: problem },
    );
  }
  return text;
}

/** What the value shows of itself below the type that the extension means. */
function displayed(value: unknown, kind: string): string | Uint8Array | undefined {
  const type = typeOfExtension(kind);
  const content = type === undefined ? undefined : readDisplay(value)?.data[type];
  if (type === undefined || content === undefined) return undefined;
  if (typeof content !== 'string') return JSON.stringify(content);
  return isTextType(type) ? content : Buffer.from(content, 'base64');
}

function converted(value: unknown, kind: string): string | Uint8Array | undefined {
  switch (kind) {
    case 'json':
      return jsonText(value);
    case 'csv':
    case 'tsv':
      return rowsOf(value, (found) => delimited(found, kind === 'csv' ? ',' : '\t'));
    case 'parquet':
      return rowsOf(value, parquetBytes);
    case 'svg':
      return isNode(value) ? svgMarkup(value) : undefined;
    case 'html':
      return isNode(value) ? htmlMarkup(value) : undefined;
    default:
      return undefined;
  }
}

function rowsOf<T>(value: unknown, write: (found: Records) => T): T | undefined {
  const found = records(value);
  return found && write(found);
}

function remedy(kind: string): string {
  switch (kind) {
    case 'csv':
    case 'tsv':
    case 'parquet':
      return `give an Arquero table, a non-empty array of objects, or bytes${kind === 'parquet' ? '' : ' or a string'}`;
    case 'svg':
      return 'give an <svg> node, as Plot.plot returns where there is no legend or title, or a string';
    case 'html':
      return 'give a DOM node, html`…`, or a string';
    default:
      return 'give a string, a Uint8Array or an ArrayBuffer';
  }
}
