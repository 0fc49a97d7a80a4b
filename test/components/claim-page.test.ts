import { expect, it } from 'vitest';
import { claimPage } from '../../src/components/claim-page.js';
import { type ClaimRow, groupClaims } from '../../src/components/claim-row.js';
import { claimCondition, claimRow } from './claim-row.js';
import { emptyPage } from './page.js';

emptyPage();

const conditions = JSON.stringify([
  claimCondition({}),
  claimCondition({ label: 'Boat', verdict: 'not reproduced' }),
]);
const page = (values: Partial<ClaimRow>) =>
  claimPage(groupClaims([claimRow({ measured: 1, low: 0.5, high: 1.5, ...values })])[0], {
    tables: ['a'],
    root: '../../',
  });

it('begins with the verdict, why, and the picture of all conditions', () => {
  const [answer, picture, legend] = page({ verdict: 'not reproduced', conditions }).children;
  expect(answer.textContent).toBe(
    'not reproduced, at reduced scale: one of two conditions fails: Boat. What the verdicts mean',
  );
  expect(Array.from(answer.querySelectorAll('a'), (link) => link.getAttribute('href'))).toEqual([
    '../../how-we-judge#at-what-scale',
    '../../how-we-judge#the-four-verdicts',
  ]);
  expect(picture.querySelectorAll('.forest-row')).toHaveLength(2);
  expect(legend.className).toContain('mark-legend');
});

it('draws the single interval where there is one, and nothing where nothing was measured', () => {
  const one = JSON.stringify([claimCondition({ label: '' })]);
  expect(page({ conditions: one }).children[1].querySelector('.forest-bound')!.textContent).toBe('bound 0');
  const untested = page({
    verdict: 'not tested',
    profile: 'none',
    measured: null,
    scale: null,
    because: 'No data.',
    criterion: null,
  });
  expect(untested.firstElementChild!.textContent).toBe('not tested: No data. What the verdicts mean');
  expect(untested.querySelector('.mark-legend, .forest, .claim-effect')).toBeNull();
});
