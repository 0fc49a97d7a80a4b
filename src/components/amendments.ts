import { max } from 'd3-array';
import { amendmentsOf } from '../lib/claims/claim-columns.js';
import type { ClaimRow } from './claim-row.js';
import { element } from './element.js';
import { prose } from './prose.js';

/** Since when the criteria of a paper are fixed, and what was changed of them after that: nothing is taken back unseen. */
export function amendments(rows: readonly ClaimRow[]): HTMLElement {
  const since = max(rows, ({ locked }) => locked ?? undefined);
  if (since === undefined) return element('div', {});
  // Every row of a paper carries all of its amendments.
  const all = amendmentsOf(rows[0]);
  return element(
    'div',
    { class: 'amendments aside' },
    element('p', {}, `The criteria are locked since ${since}; a later change would be told here.`),
    all.length === 0
      ? null
      : element(
          'ul',
          {},
          all.map(({ date, claim, what, why, before, after }) =>
            element(
              'li',
              {},
              `${date}: `,
              element('a', { href: `#claim-${claim}` }, claim),
              ` ${what} (${before ?? 'no verdict'} → ${after ?? 'no verdict'}). `,
              prose(why),
            ),
          ),
        ),
  );
}
