import type { Schema } from '../../src/lib/experiment/column.js';

/** What of a table's columns makes a result another one: names and types in their order, descriptions left out. */
export function columnTypes(columns: Schema): [name: string, type: string][] {
  return Object.entries(columns).map(([name, { type }]) => [name, type]);
}
