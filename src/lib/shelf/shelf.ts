import { added } from './added.js';
import { applications } from './applications.js';
import { decisionsAndGames } from './decisions-and-games.js';
import { informationBottleneck } from './information-bottleneck.js';
import { languageModels } from './language-models.js';
import { learningTheory } from './learning-theory.js';
import { measuringInformation } from './measuring-information.js';
import { representations } from './representations.js';
import type { ShelfPaper } from './shelf-paper.js';

/** All papers: those that Litmus began with, by subject, and those added since. */
export const shelf: readonly ShelfPaper[] = [
  ...informationBottleneck,
  ...measuringInformation,
  ...representations,
  ...languageModels,
  ...learningTheory,
  ...decisionsAndGames,
  ...applications,
  ...added,
];

/** A paper by its slug. @throws {RangeError} where no paper of the shelf has that slug. */
export function shelfPaper(slug: string): ShelfPaper {
  const paper = shelf.find((candidate) => candidate.slug === slug);
  if (!paper)
    throw new RangeError(
      `no paper "${slug}" on the shelf; the slugs are: ${shelf.map((p) => p.slug).join(', ')}`,
    );
  return paper;
}
