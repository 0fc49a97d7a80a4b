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
    'Of the 4 claims that chance decides and whose effect can be taken out of the data, each judged 200 times on data without it, 2 were never called reproduced, and none more often than in 10 % of its trials; over all, 3.1 %.',
  );
});
