import { makeBadge } from 'badge-maker';
import { ownClaims } from '../../../src/lib/claims/claim.js';
import type { ClaimFacts } from '../../../src/lib/claims/page-facts.js';
import { countVerdicts } from '../../../src/lib/claims/verdict.js';
import { verdictColors } from './verdict-colors.js';

/** A badge for the pages of others: how many of a paper's own claims were reproduced, as SVG. */
export function paperBadge(claims: readonly ClaimFacts[]): string {
  const own = ownClaims(claims).map(({ verdict }) => verdict);
  const counts = countVerdicts(own);
  const tested = own.length - counts['not tested'];
  const color =
    tested === 0
      ? verdictColors['not tested']
      : counts['not reproduced'] > 0
        ? verdictColors['not reproduced']
        : counts.reproduced === tested
          ? verdictColors.reproduced
          : verdictColors.inconclusive;
  const message = tested === 0 ? 'not tested' : `${counts.reproduced} of ${tested} claims reproduced`;
  return makeBadge({ label: 'Litmus', message, color });
}

/** A badge that says the verdict on one claim, as SVG. */
export function claimBadge({ verdict }: Pick<ClaimFacts, 'verdict'>): string {
  return makeBadge({ label: 'Litmus', message: verdict, color: verdictColors[verdict] });
}
