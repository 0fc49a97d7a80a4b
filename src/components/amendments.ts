import { max } from 'd3-array';
import { type Amendment, amendmentsOf } from '../lib/claims/claim-columns.js';
import type { Verdict } from '../lib/claims/verdict.js';
import type { ClaimRow } from './claim-row.js';
import { element } from './element.js';
import { prose } from './prose.js';

/** Since when the criteria of a paper are fixed, and what was changed of them after that: nothing is taken back unseen. */
export function amendments(rows: readonly ClaimRow[]): HTMLElement {
  const since = max(rows, ({ locked }) => locked ?? undefined);
  if (since === undefined) return element('div', {});
  // Every row of a paper carries all of its amendments.
  const all = amendmentsOf(rows[0]);
  const today = new Map(rows.filter(({ decisive }) => decisive).map(({ id, verdict }) => [id, verdict]));
  return element(
    'div',
    { class: 'amendments aside' },
    element('p', {}, `The criteria are locked since ${since}; a later change would be told here.`),
    all.length === 0
      ? null
      : element(
          'ul',
          {},
          all.map((amendment) =>
            element(
              'li',
              {},
              `${amendment.date}: `,
              element('a', { href: `#claim-${amendment.claim}` }, amendment.claim),
              ` ${amendment.what} (${verdictsAround(amendment, today.get(amendment.claim))}). `,
              prose(amendment.why),
            ),
          ),
        ),
  );
}

/**
 * The verdicts before and after a criterion was amended, on the runs that were there; and that of today, where later runs
 * gave another.
 */
export function verdictsAround({ before, after }: Amendment, today?: Verdict): string {
  const then = `${before ?? 'no verdict'} → ${after ?? 'no verdict'}`;
  return today === undefined || today === after ? then : `${then}; ${today} by the runs of today`;
}
