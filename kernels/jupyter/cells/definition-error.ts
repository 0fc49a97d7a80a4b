/** Why a cell was not run: it would contradict other cells. */
export class DefinitionError extends Error {
  override readonly name = 'DefinitionError';
}

/** Two cells of a notebook that define the same name. */
export function duplicate(name: string): DefinitionError {
  return new DefinitionError(
    `another cell already defines "${name}". Give it another name here, or change it in the cell that ` +
      `defines it. If that cell is gone, run "%forget ${name}"; "%cascade off" lets the later cell win`,
  );
}

/** @param circle names of which each needs the next, and the last is the first */
export function circular(circle: readonly string[]): DefinitionError {
  return new DefinitionError(
    `these variables need each other: ${circle.join(' → ')}. Compute one of them without the other, or put ` +
      'both into one cell; "%cascade off" runs cells just in the order in which you run them',
  );
}
