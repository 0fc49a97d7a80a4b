import { changedFiles } from './clean-tree.js';
import { lockProblem } from './criteria-lock.js';
import { Failure } from './failure.js';
import type { PlacedPaper } from './papers.js';

const shown = 5;

/**
 * A result is recorded from committed code alone, and judged by criteria that were committed before it was there.
 *
 * @throws {Failure} where the working tree differs from the last commit, or criteria from their lock
 */
export async function requireRecordable(papers: readonly PlacedPaper[]): Promise<void> {
  for (const paper of papers) {
    const problem = await lockProblem(paper);
    if (problem) throw new Failure(problem, 2);
  }
  const changed = await changedFiles();
  if (changed === undefined)
    throw new Failure(
      'a result is recorded with the commit of its code, and this is no git checkout: git init, then commit',
      2,
    );
  if (changed.length > 0) {
    const rest = changed.length > shown ? ` and ${changed.length - shown} more` : '';
    throw new Failure(
      `a result is recorded with the commit of its code, and ${changed.slice(0, shown).join(', ')}${rest} differ from it: commit or remove them first`,
      2,
    );
  }
}
