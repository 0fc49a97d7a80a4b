import { expect, it } from 'vitest';
import { falseAlarmsInWords, falseAlarmTable } from '../../src/components/false-alarm-table.js';
import type { FalseAlarmRow } from '../../src/lib/claims/false-alarms.js';
import { emptyPage } from './page.js';

emptyPage();

const row: FalseAlarmRow = {
  paper: 'mist',
  id: 'better',
  profile: 'full',
  relabelled: 'errors.arm',
  within: 'seed',
  draws: 200,
  reproduced: 5,
  refuted: 0,
};

it('has a line a claim, with the shares of both verdicts', () => {
  const node = falseAlarmTable([row]);
  const cells = node.querySelectorAll('tbody tr > *');
  expect(Array.from(cells, ({ textContent }) => textContent)).toEqual([
    'MIST: Mutual Information Via Supervised Training',
    'better',
    '2.5\u00a0%',
    '0.0\u00a0%',
    'errors.arm',
    'seed',
    'largest here',
  ]);
  expect(node.textContent).toContain('200 relabellings each');
});

it('is told in one sentence: over all claims, and of the worst', () => {
  const none = { ...row, reproduced: 0 };
  const rows = [row, none, none, { ...row, reproduced: 20 }];
  expect(falseAlarmsInWords(rows)).toBe(
    'We took the effect out of the data of 4 claims that chance decides, and judged each 200 times. Called reproduced all the same: 3.1 % of all trials; 2 claims never, and none in more than 10 % of its trials.',
  );
});
