import type { Coverage } from '../lib/claims/coverage.js';
import { amendments } from './amendments.js';
import { claimsOfPaper } from './claim-list.js';
import { type ClaimRow, groupClaims } from './claim-row.js';
import { details } from './details.js';
import { element } from './element.js';
import { ledger } from './ledger.js';
import { markLegend } from './mark-legend.js';

export interface PaperClaimsOptions {
  readonly coverage: Coverage;
  /** Ids of the claims that the paper's answer rests on. */
  readonly central: readonly string[];
  /** The way from the page to the root of the site, with a slash at the end. */
  readonly root: string;
}

/**
 * A paper's claims as its page shows them: what the abstract says with the verdicts on it, the claims, the way to them as
 * a file, and since when their criteria are fixed.
 *
 * @throws {RangeError} where the coverage names a claim that is not judged
 */
export function paperClaims(
  rows: readonly ClaimRow[],
  { coverage, central, root }: PaperClaimsOptions,
): HTMLElement {
  const claims = groupClaims(rows);
  const { paper } = rows[0];
  return element(
    'div',
    {},
    details('What the abstract says, sentence by sentence', ledger(coverage, claims)),
    markLegend(claims, { root, smaller: true }),
    claimsOfPaper(claims, root, central),
    element(
      'p',
      { class: 'downloads' },
      element(
        'a',
        { href: `${root}api/tables/${paper}/claims.parquet`, download: 'claims.parquet', rel: 'external' },
        'Download the claims as Parquet',
      ),
      ' ',
      element('a', { href: `${root}api` }, 'or as JSON'),
    ),
    amendments(rows),
  );
}
