import { expect, it } from 'vitest';
import { falseAlarmTable } from '../../src/components/false-alarm-table.js';
import { emptyPage } from './page.js';

emptyPage();

it('has a line a claim, with the shares of both verdicts', () => {
  const node = falseAlarmTable([
    {
      paper: 'mist',
      id: 'better',
      profile: 'full',
      relabelled: 'errors.arm',
      within: 'seed',
      draws: 200,
      reproduced: 5,
      refuted: 0,
    },
  ]);
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
