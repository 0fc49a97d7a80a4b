import { inspect, type InspectOptions, types } from 'node:util';

/** Beyond this many characters a text says how much it leaves out. */
const longestText = 50_000;

const options: InspectOptions = {
  colors: false,
  depth: 3,
  maxStringLength: 10_000,
  breakLength: 100,
};

/**
 * A value as text, as Node's console shows it: strings in quotes, errors with their stack, large collections cut
 * off. Never throws, whatever the value's getters, proxies and inspectors do.
 */
export function inspectText(value: unknown): string {
  return shorten(attempt(value));
}

/** A value on one short line, for a cell of a table. Never throws. */
export function inspectLine(value: unknown, longest: number): string {
  const line = attempt(value, {
    depth: 1,
    breakLength: Infinity,
    maxArrayLength: 6,
    maxStringLength: longest,
  });
  return cut(line.replace(/\s+/g, ' '), longest);
}

/** The beginning of a text, with an ellipsis where something is missing; never half a surrogate pair. */
export function cut(text: string, longest: number): string {
  if (text.length <= longest) return text;
  return `${text.slice(0, longest - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/** What was thrown, on one line. Never throws. */
export function describeThrown(thrown: unknown): string {
  try {
    if (types.isNativeError(thrown))
      return cut(`${thrown.name}: ${thrown.message}`.replace(/\s+/g, ' '), 200);
  } catch {
    // An error whose message is a trap is inspected like anything else.
  }
  return inspectLine(thrown, 200);
}

function attempt(value: unknown, overrides: InspectOptions = {}): string {
  const chosen = { ...options, maxArrayLength: arrayLimit(value), ...overrides };
  for (const customInspect of [true, false]) {
    try {
      return inspect(value, { ...chosen, customInspect });
    } catch {
      // An inspector of the value's own, or its toStringTag, threw.
    }
  }
  return typeof value === 'function' ? '[uninspectable function]' : '[uninspectable object]';
}

/** Items shown of each array: fewer the deeper arrays are nested, since the numbers multiply. */
function arrayLimit(value: unknown): number {
  let nesting = 0;
  for (let inner = value; !types.isProxy(inner) && Array.isArray(inner) && nesting < 3; nesting++)
    inner = Object.getOwnPropertyDescriptor(inner, 0)?.value;
  return [100, 100, 24, 10][nesting];
}

function shorten(text: string): string {
  if (text.length <= longestText) return text;
  const left = text.length - longestText;
  return `${cut(text, longestText + 1)}\n(${left.toLocaleString('en-GB')} more characters)`;
}
