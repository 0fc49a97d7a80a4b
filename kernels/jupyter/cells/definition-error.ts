import { type Cell, cellName } from './cell.js';

/** Why a cell was not run: it would contradict other cells. */
export class DefinitionError extends Error {
  override readonly name = 'DefinitionError';
}

/** Two cells of a notebook that define the same name. @param owner the one that has it */
export function duplicate(name: string, owner: Cell): DefinitionError {
  return new DefinitionError(
    `${cellName(owner)} already defines "${name}". Give it another name here, or change it there. If that cell is ` +
      `gone, was emptied or made text, run "%forget ${name}"; "%cascade off" lets the later cell win`,
  );
}

/** @param circle names of which each needs the next, and the last is the first */
export function circular(circle: readonly string[]): DefinitionError {
  return new DefinitionError(
    `these variables need each other: ${circle.join(' → ')}. Compute one of them without the other, or put ` +
      'both into one cell; "%cascade off" runs cells just in the order in which you run them',
  );
}
