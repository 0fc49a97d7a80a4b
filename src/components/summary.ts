import { ownClaims } from '../lib/claims/claim.js';
import { verdicts } from '../lib/claims/verdict.js';
import { count } from '../lib/text/number.js';
import { type ClaimRuns, ownVerdicts } from './claim-row.js';
import { details } from './details.js';
import { element } from './element.js';
import { verdictMeanings, verdictsExplained } from './judging.js';
import { isMovedIn, type ShelfEntry } from './shelf-list.js';
import { verdictBar } from './verdict-bar.js';
import { verdictMark } from './verdict-mark.js';

// What stands above lists of papers and of claims: how many there are, and how they fared.

/** How many papers have been tested, what a verdict is, and the verdicts on what those papers claim. */
export function testedSoFar(entries: readonly ShelfEntry[], root: string): HTMLElement {
  const tested = entries.filter(isMovedIn);
  const own = ownVerdicts(tested.flatMap(({ claims }) => claims));
  return element(
    'div',
    { class: 'summary' },
    element(
      'p',
      {},
      element('strong', {}, `So far ${count(tested.length)} of ${count(entries.length)} papers are tested.`),
      ' A ',
      verdictsExplained(root, 'verdict'),
      ` says whether a claim came out in our own runs as the paper has it, by a criterion that is fixed before the run that it judges. Of these papers’ ${count(own.length)} claims:`,
    ),
    verdictBar(own, root),
  );
}

/** The verdicts on all claims of the list, and how many of these are the papers' own. */
export function claimCounts(claims: readonly ClaimRuns[], root: string): HTMLElement {
  const own = ownClaims(claims.map(({ decisive }) => decisive)).length;
  const beyond = claims.length - own;
  return element(
    'div',
    { class: 'summary' },
    element(
      'p',
      { class: 'aside' },
      `${count(claims.length)} claims: ${count(own)} of the papers themselves, which the first page counts, and ${count(beyond)} beyond them, which are checks of ours, audits of released code and claims of other papers by the same authors.`,
    ),
    verdictBar(claims.map(({ decisive }) => decisive.verdict)),
    details('What the four words mean', verdictWords(root)),
  );
}

/** Each verdict with its mark, and what it says. */
function verdictWords(root: string): HTMLElement {
  return element(
    'ul',
    { class: 'verdict-words' },
    verdicts.map((verdict) => element('li', {}, verdictMark(verdict), ': ', `${verdictMeanings[verdict]}.`)),
    element('li', {}, verdictsExplained(root, 'How we judge'), ' explains each word by an example.'),
  );
}
