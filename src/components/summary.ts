import { ownClaims } from '../lib/claims/claim.js';
import { count } from '../lib/text/number.js';
import { type ClaimRuns, ownVerdicts } from './claim-row.js';
import { element } from './element.js';
import { verdictsExplained } from './judging.js';
import { isMovedIn, type ShelfEntry } from './shelf-list.js';
import { verdictBar } from './verdict-bar.js';

// What stands above lists of papers and of claims: how many there are, and how they fared.

/** How many papers have been tested, what a verdict is, and the verdicts on what those papers claim. */
export function testedSoFar(entries: readonly ShelfEntry[], root: string): HTMLElement {
  const tested = entries.filter(isMovedIn);
  const verdicts = ownVerdicts(tested.flatMap(({ claims }) => claims));
  return element(
    'div',
    {},
    element(
      'p',
      {},
      element('strong', {}, `So far ${count(tested.length)} of ${count(entries.length)} papers are tested.`),
      ' A ',
      verdictsExplained(root, 'verdict'),
      ` says whether a claim came out in our own runs as the paper has it, by a criterion that is fixed before the run that it judges. Of the ${count(verdicts.length)} claims of these papers, so many were:`,
    ),
    verdictBar(verdicts, root),
  );
}

/** The verdicts on what the papers themselves claim, and how many claims are in the list beside those. */
export function claimCounts(claims: readonly ClaimRuns[], root: string): HTMLElement {
  const own = ownClaims(claims.map(({ decisive }) => decisive)).length;
  const beyond = claims.length - own;
  return element(
    'div',
    {},
    element('p', { class: 'aside' }, `The papers themselves make ${count(own)} of these claims:`),
    verdictBar(ownVerdicts(claims), root),
    element(
      'p',
      { class: 'aside' },
      `The list has all ${count(claims.length)}, ${count(beyond)} of them beyond the papers: checks of ours, audits of released code, claims of other papers by the same authors. Choose by verdict among all of them:`,
    ),
  );
}
