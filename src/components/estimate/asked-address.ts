import { namedColumns } from '../../lib/estimation/named-columns.js';

/** Parameters of the address that belong to the question begin so. */
export const questionName = 'estimate';

const tableParameter = `${questionName}.table`;

/** Settings that name columns. */
const columnParameters = ['x', 'y', 'given'].map((side) => `${questionName}.${side}`);

/** Name of the file that an address is about; `null` for the example. No table is ever in an address. */
export const askedTable = (window: Window): string | null =>
  new URLSearchParams(window.location.search).get(tableParameter);

/** Columns that the address names, for each side as it writes them. */
export function askedColumns(window: Window): readonly string[] {
  const asked = new URLSearchParams(window.location.search);
  return columnParameters.flatMap((name) => asked.get(name) ?? []);
}

/**
 * Says in the address which table is open. The settings that stand there are kept where this table has all the columns
 * that they name, be it the one that a link was made with, or a newer one alike; else they belong to another table.
 */
export function nameTable(
  window: Window & typeof globalThis,
  name: string | null,
  columns: readonly string[],
): void {
  const address = new window.URL(window.location.href);
  if (!askedColumns(window).every((names) => areColumns(names, columns)))
    for (const parameter of [...address.searchParams.keys()])
      if (parameter.startsWith(`${questionName}.`)) address.searchParams.delete(parameter);
  if (name === null) address.searchParams.delete(tableParameter);
  else address.searchParams.set(tableParameter, name);
  if (address.href !== window.location.href) window.history.replaceState(window.history.state, '', address);
}

function areColumns(names: string, columns: readonly string[]): boolean {
  try {
    return namedColumns(names, columns).length > 0;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return false;
  }
}
