import { Failure } from '../../engine/failure.js';
import type { NotebookCell } from './parse-notebook.js';

/** The tag of the cell whose value is the notebook's output. */
export const outputTag = 'output';

/**
 * The cells that may give a notebook's output, of which the first with a value does: the one that is wanted, else
 * the one tagged `output`, else any, the last one first.
 *
 * @param wanted a cell's number among all cells, from 1, or a tag
 * @param name how messages call the notebook
 * @throws {Failure} where there is no such cell, more than one has the tag, or it is no code
 */
export function designatedCells(
  cells: readonly NotebookCell[],
  wanted: string | undefined,
  name: string,
): NotebookCell[] {
  const code = cells.filter(({ isCode }) => isCode);
  if (wanted === undefined && !cells.some(({ tags }) => tags.includes(outputTag))) return code.reverse();

  const isNumber = wanted !== undefined && /^\d+$/.test(wanted);
  const tag = wanted ?? outputTag;
  const found = cells.filter(({ number, tags }) => (isNumber ? number === Number(tag) : tags.includes(tag)));
  const what = isNumber ? `cell ${tag}` : `cell tagged "${tag}"`;
  if (found.length === 0)
    throw new Failure(`${name} has no ${what}; it has ${cells.length} cells${tagList(cells)}`, 2);
  if (found.length > 1)
    throw new Failure(
      `${name} has more than one ${what}: ${found.map(({ number }) => `cell ${number}`).join(', ')}`,
      2,
    );
  if (!found[0].isCode)
    throw new Failure(`${name}: cell ${found[0].number} holds text, not code, and so has no value`, 2);
  return found;
}

function tagList(cells: readonly NotebookCell[]): string {
  const tags = [...new Set(cells.flatMap(({ tags }) => tags))];
  return tags.length > 0 ? ` and the tags ${tags.map((tag) => `"${tag}"`).join(', ')}` : '';
}
