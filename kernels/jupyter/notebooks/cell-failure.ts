import { stripVTControlCharacters } from 'node:util';
import { Failure } from '../../engine/failure.js';
import type { ErrorReport } from '../cells/events.js';

/** Where in a notebook something went wrong. */
export interface CellPlace {
  /** The notebook's path. */
  readonly file: string;
  readonly number: number;
  /** As tracebacks call the cell: `[3]`. */
  readonly label: string;
}

/**
 * The failure for an error of a cell: the notebook, the cell by its place and its label, the line, the traceback.
 *
 * @param what what went wrong with the cell: `failed`
 */
export function cellFailure(
  { file, number, label }: CellPlace,
  { traceback }: ErrorReport,
  { what, colors }: { readonly what: string; readonly colors: boolean },
): Failure {
  const text = traceback.join('\n');
  const plain = stripVTControlCharacters(text);
  const line = /\bcell (\[\w+\]), line (\d+)/g;
  const own = [...plain.matchAll(line)].find(([, of]) => of === label);
  const where = `${file}: cell ${number} ${label}${own ? `, line ${own[2]}` : ''}`;
  return new Failure(`${where} ${what}:\n${colors ? text : plain}`);
}
