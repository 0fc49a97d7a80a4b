import { checkBundle, readDisplay } from './display-protocol.js';
import { htmlTable } from './html-table.js';
import { describeThrown, inspectText } from './inspect-text.js';
import type { MimeBundle } from './mime-bundle.js';
import { isNode, nodeBundle } from './node.js';
import { plainTable } from './plain-table.js';
import { records } from './records.js';
import { shownRows } from './table-cells.js';
import { tensorSummary } from './tensor-summary.js';
import { typedArraySummary } from './typed-array-summary.js';

/**
 * What a notebook shows of a value. In this order: what the value says itself (`Symbol.for('Jupyter.display')`),
 * DOM nodes, tables and collections of plain objects, tensors, typed arrays, and for anything else the text of
 * Node's console. Libraries' values are known by their shape, so that they may come from any copy of the library.
 *
 * Never throws, and `text/plain` is always there. The bundle holds strings and JSON alone.
 */
export function toBundle(value: unknown): MimeBundle {
  try {
    const own = readDisplay(value);
    if (own) return withText(own, value);
  } catch (problem) {
    return textBundle(`${inspectText(value)}\n(its Jupyter.display method: ${describeThrown(problem)})`);
  }
  for (const show of [showNode, showRecords, showNumbers]) {
    try {
      const bundle = show(value);
      if (bundle) return bundle;
    } catch {
      // A getter or a proxy of the value threw: it is not what it looked like.
    }
  }
  return textBundle(inspectText(value));
}

function withText({ data, metadata }: MimeBundle, value: unknown): MimeBundle {
  return 'text/plain' in data
    ? { data, metadata }
    : { data: { 'text/plain': inspectText(value), ...data }, metadata };
}

function showNode(value: unknown): MimeBundle | undefined {
  // A foreign DOM may return anything: checked like what a value says of itself.
  if (!isNode(value)) return undefined;
  const { data, metadata } = nodeBundle(value);
  return checkBundle(data, metadata);
}

function showRecords(value: unknown): MimeBundle | undefined {
  const found = records(value, shownRows);
  if (!found) return undefined;
  return { data: { 'text/plain': plainTable(found), 'text/html': htmlTable(found) }, metadata: {} };
}

function showNumbers(value: unknown): MimeBundle | undefined {
  const text = tensorSummary(value) ?? typedArraySummary(value);
  return text === undefined ? undefined : textBundle(text);
}

function textBundle(text: string): MimeBundle {
  return { data: { 'text/plain': text }, metadata: {} };
}
