import { types } from 'node:util';
import { checkBundle, type Displayable, displayable } from './display-protocol.js';
import { imageType } from './image-type.js';
import { cut, inspectText } from './inspect-text.js';
import { jsonText } from './json-text.js';
import { isPlainObject } from './records.js';
import { htmlText, plainText, type Template } from './template.js';

/** HTML, as it is; as a template tag it escapes what is interpolated, except nodes and other `html` values. */
export function html(text: string): Displayable;
export function html(template: TemplateStringsArray, ...values: readonly unknown[]): Displayable;
export function html(...from: Template): Displayable {
  return markup('text/html', htmlText(from));
}

/** An SVG file, as it is; as a template tag it escapes like `html`. */
export function svg(text: string): Displayable;
export function svg(template: TemplateStringsArray, ...values: readonly unknown[]): Displayable;
export function svg(...from: Template): Displayable {
  return markup('image/svg+xml', htmlText(from));
}

/** Markdown, with formulas between `$` or `$$`; as a template tag it keeps backslashes and escapes nothing. */
export function md(text: string): Displayable;
export function md(template: TemplateStringsArray, ...values: readonly unknown[]): Displayable;
export function md(...from: Template): Displayable {
  const text = plainText(from);
  return bundle({ 'text/plain': text, 'text/markdown': text });
}

/** A formula, set on a line of its own where it brings no delimiters; as a template tag it keeps backslashes. */
export function tex(text: string): Displayable;
export function tex(template: TemplateStringsArray, ...values: readonly unknown[]): Displayable;
export function tex(...from: Template): Displayable {
  const text = plainText(from);
  const formula = isDelimited(text) ? text : `$$${text.trim()}$$`;
  return bundle({ 'text/plain': formula, 'text/latex': formula });
}

/** A value as JSON, which front ends show as a tree. @throws {TypeError} where JSON would lose some of it. */
export function json(value: unknown): Displayable {
  const copy: unknown = JSON.parse(jsonText(value));
  return bundle({ 'text/plain': inspectText(copy), 'application/json': copy });
}

/** A Vega-Lite chart, of the major version that its `$schema` names, else 5. @throws {TypeError} for another thing. */
export function vegaLite(spec: object): Displayable {
  if (!isPlainObject(spec)) throw new TypeError(`vegaLite takes a specification, not ${inspectText(spec)}`);
  const schema = typeof spec.$schema === 'string' ? spec.$schema : 'vega-lite/v5.json';
  const version = /\bvega-lite\/v(\d+)/.exec(schema)?.[1];
  if (version === undefined)
    throw new TypeError(`"${schema}" is not a schema of Vega-Lite: show other specifications with bundle()`);
  return bundle({ 'text/plain': '<Vega-Lite chart>', [`application/vnd.vegalite.v${version}+json`]: spec });
}

export interface ImageOptions {
  /** Size on the page, in CSS pixels; the image's own where omitted. */
  readonly width?: number;
  readonly height?: number;
  /** What the image shows, for those who do not see it. */
  readonly alt?: string;
}

/** A PNG, JPEG, GIF, WebP or SVG image from the bytes of its file. @throws {TypeError} for anything else. */
export function image(bytes: Uint8Array, options: ImageOptions = {}): Displayable {
  if (!types.isUint8Array(bytes)) throw new TypeError('image takes the bytes of a file, as a Uint8Array');
  const type = imageType(bytes);
  if (!type)
    throw new TypeError(
      `these ${bytes.length} bytes are no PNG, JPEG, GIF, WebP or SVG image; pixels have to be encoded first`,
    );
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return bundle(
    {
      'text/plain': options.alt ?? `<${type}, ${bytes.length.toLocaleString('en-GB')} bytes>`,
      [type]: content.toString(type === 'image/svg+xml' ? 'utf8' : 'base64'),
    },
    { [type]: { ...options } },
  );
}

/**
 * Representations as they are: one a MIME type, of which the front end shows the richest that it knows.
 *
 * @throws {TypeError} where a key is no MIME type, or a value neither a string nor, below a JSON type, JSON.
 */
export function bundle(data: object, metadata: object = {}): Displayable {
  const checked = checkBundle(data, metadata);
  const text = { 'text/plain': `<${Object.keys(checked.data).join(', ')}>` };
  return displayable({ ...checked, data: { ...text, ...checked.data } });
}

/** Its source stands for it as text, as far as a glance takes in. */
function markup(type: string, source: string): Displayable {
  return bundle({ 'text/plain': cut(source, 300), [type]: source });
}

/** MathJax sets these environments by themselves, and refuses them within `$$`. */
const displayed = /^\\begin\{(equation|align|alignat|flalign|gather|multline|eqnarray)\*?\}/;

function isDelimited(formula: string): boolean {
  const text = formula.trim();
  return /^(\$|\\\(|\\\[)/.test(text) || displayed.test(text);
}
