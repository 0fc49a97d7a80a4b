import { expect, it } from 'vitest';
import { type ClaimRow, groupClaims } from '../../src/components/claim-row.js';
import { verdictExample } from '../../src/components/verdict-example.js';
import type { ConditionCell } from '../../src/lib/claims/claim-columns.js';
import { claimRow } from './claim-row.js';
import { emptyPage } from './page.js';

emptyPage();

/** A claim of a single condition, more than half of something by an interval of ± 0.1, and what differs from that. */
function claim(
  values: Partial<ClaimRow>,
  value: number,
  asks: Partial<ConditionCell> = {},
  others: readonly ConditionCell[] = [],
): ClaimRow {
  const measured = { value, low: value - 0.1, high: value + 0.1 };
  const condition: ConditionCell = {
    ...measured,
    ...{ label: '', unit: 'share', detail: '', repetitions: 20 },
    ...{ side: 'above', bound: 0.5, effect: 0.5, verdict: values.verdict! },
    ...asks,
  };
  return claimRow({
    ...{ paper: 'gain-control', measured: value, low: measured.low, high: measured.high },
    ...{ uncertainty: 'Student', repetitions: 20, conditions: JSON.stringify([condition, ...others]) },
    ...values,
  });
}

const rows = [
  claim({ id: 'far', verdict: 'reproduced' }, 0.9),
  claim({ id: 'held', verdict: 'reproduced', statement: 'It holds' }, 0.8),
  claim({ id: 'open', verdict: 'inconclusive', statement: 'It may hold' }, 0.45),
  claim({ id: 'failed', verdict: 'not reproduced', statement: 'It fails' }, 0),
  claimRow({
    ...{ paper: 'gain-control', id: 'untested', verdict: 'not tested' },
    statement: 'It is out of reach',
  }),
  // None of these shows a verdict by the place of one interval.
  claim({ id: 'ours', verdict: 'reproduced', origin: 'ours' }, 0.7),
  claim({ id: 'few', verdict: 'inconclusive', repetitions: 3 }, 0.52),
  claim({ id: 'shut', verdict: 'inconclusive', gates: '[{"asks":"a","found":"b","open":false}]' }, 0.52),
  claim({ id: 'small', verdict: 'not reproduced' }, 0.8, { effect: 0.95 }),
  claim({ id: 'exact', verdict: 'reproduced', uncertainty: 'exact' }, 0.7),
  claim({ id: 'elsewhere', verdict: 'reproduced', paper: 'cs-ib' }, 0.7),
  claim({ id: 'unit', verdict: 'reproduced' }, 0.7, { unit: 'nats' }),
];

it('shows a claim for each verdict, on one axis, the nearest to the bound, and one that was not tested', () => {
  const node = verdictExample(groupClaims(rows), './')!;
  expect(node.querySelector('figcaption')!.textContent).toContain(
    'each claim asks for a share above 0.5, the line:',
  );
  const lines = Array.from(node.querySelectorAll('.verdict-example-row'), (line) =>
    Array.from(line.children, ({ textContent }) => textContent),
  );
  expect(lines).toEqual([
    ['reproduced', 'It holds', '0.8 [0.7, 0.9]beyond the line'],
    ['not reproduced', 'It fails', '0 [−0.1, 0.1]short of the line'],
    ['inconclusive', 'It may hold', '0.45 [0.35, 0.55]across the line'],
    ['not tested', 'It is out of reach', 'No run here can decide it'],
  ]);
  expect(node.querySelector('a[href="./claims/gain-control/held"]')).not.toBeNull();
  // From −0.1 at 4 % to 0.9 at 96 %.
  const left = (selector: string) =>
    Array.from(node.querySelectorAll<HTMLElement>(selector), ({ style }) => style.left);
  expect(left('.bound')).toEqual(['59.2%', '59.2%', '59.2%']);
  expect(left('.forest-interval')).toEqual(['77.6%', '4%', '45.4%']);
});

it('shows nothing where no verdict hangs on one interval', () => {
  expect(verdictExample(groupClaims(rows.slice(4, 5)), './')).toBeNull();
});
