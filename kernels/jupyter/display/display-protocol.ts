import { inspect } from 'node:util';
import type { MimeBundle } from './mime-bundle.js';
import { isJsonType } from './mime-type.js';

/** A method of this name returns the `data` of a MIME bundle: Deno's convention, which libraries follow. */
export const displaySymbol: unique symbol = Symbol.for('Jupyter.display') as never;

/** Metadata to go with it: an addition of ours, which the convention has no place for. */
const metadataSymbol: unique symbol = Symbol.for('Litmus.displayMetadata') as never;

/** A value that says itself how it is shown. */
export interface Displayable {
  [displaySymbol](): MimeBundle['data'];
  readonly [metadataSymbol]?: MimeBundle['metadata'];
}

/** A value that is shown as the bundle and is nothing else. */
export function displayable({ data, metadata }: MimeBundle): Displayable {
  // Not enumerable: an array of these is no table, and inspection does not print a method.
  return Object.defineProperties({} as Displayable, {
    [displaySymbol]: { value: () => data },
    [metadataSymbol]: { value: metadata },
    [inspect.custom]: { value: () => `<${Object.keys(data).at(-1)}>` },
  });
}

/**
 * What a value says of itself; `undefined` where it says nothing. `text/plain` may be missing.
 *
 * @throws whatever its method throws, and {TypeError} where that does not return what Jupyter can send.
 */
export function readDisplay(value: unknown): MimeBundle | undefined {
  if ((typeof value !== 'object' && typeof value !== 'function') || value === null) return undefined;
  if (!isDisplayable(value)) return undefined;
  return checkBundle(value[displaySymbol](), value[metadataSymbol] ?? {});
}

/** A proxy or a getter that throws when asked says nothing of itself. */
function isDisplayable(value: object): value is Displayable {
  try {
    return typeof (value as Partial<Displayable>)[displaySymbol] === 'function';
  } catch {
    return false;
  }
}

/**
 * A copy of `data` and `metadata` that can be sent: MIME types as keys, JSON below JSON types, strings below others.
 *
 * @throws {TypeError} where they are anything else.
 */
export function checkBundle(data: unknown, metadata: unknown): MimeBundle {
  if (typeof (data as { then?: unknown } | null)?.then === 'function')
    throw new TypeError('a MIME bundle was promised, but it has to be there at once');
  if (typeof data !== 'object' || data === null || Array.isArray(data))
    throw new TypeError('a MIME bundle is an object of MIME types and what they hold');
  const copied = Object.entries(data).map(([type, content]: [string, unknown]) => {
    if (!/^[\w.+-]+\/[\w.+-]+(;.*)?$/.test(type)) throw new TypeError(`"${type}" is not a MIME type`);
    if (isJsonType(type)) return [type, jsonCopy(content, type)];
    if (typeof content !== 'string')
      throw new TypeError(`${type} holds a string, not ${content === null ? 'null' : `a ${typeof content}`}`);
    return [type, content];
  });
  if (copied.length === 0) throw new TypeError('an empty MIME bundle shows nothing');
  const about = jsonCopy(metadata, 'metadata');
  if (typeof about !== 'object' || about === null || Array.isArray(about))
    throw new TypeError('the metadata of a MIME bundle is an object');
  return { data: Object.fromEntries(copied), metadata: about as MimeBundle['metadata'] };
}

/** A value as JSON reads it back. @throws {TypeError} where it has no JSON, in words that begin with `what`. */
export function jsonCopy(value: unknown, what: string): unknown {
  let text: string | undefined;
  try {
    text = JSON.stringify(value);
  } catch (problem) {
    throw new TypeError(`${what}: ${(problem as Error).message}`, { cause: problem });
  }
  if (text === undefined) throw new TypeError(`${what}: a ${typeof value} has no JSON`);
  return JSON.parse(text);
}
