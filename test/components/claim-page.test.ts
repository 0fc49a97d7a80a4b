import { expect, it } from 'vitest';
import { claimPage } from '../../src/components/claim-page.js';
import { type ClaimRow, groupClaims } from '../../src/components/claim-row.js';
import type { ConditionCell } from '../../src/lib/claims/claim-columns.js';
import { claimCondition, claimRow } from './claim-row.js';
import { emptyPage } from './page.js';

emptyPage();

const textOf = ({ textContent }: Element) => textContent;

const conditions = JSON.stringify([
  claimCondition({}),
  claimCondition({ label: 'Boat', verdict: 'not reproduced' }),
]);
const page = (values: Partial<ClaimRow>) =>
  claimPage(groupClaims([claimRow({ measured: 1, low: 0.5, high: 1.5, ...values })])[0], {
    tables: ['a'],
    root: '../../',
  });

it('begins with whose claim it is, the verdict and why, and what paper and runs say', () => {
  const [whose, verdict, answer, picture, legend] = page({ verdict: 'not reproduced', conditions }).children;
  expect(whose.textContent).toMatch(/^A claim of Cauchy-Schwarz .*, from the paper’s abstract\./);
  expect(verdict.textContent).toBe(
    'not reproduced: one of two conditions fails: Boat. What the verdicts mean',
  );
  expect(textOf(answer)).toMatch(
    /^The paper says ?A ?abstract, sentence 1 ?We found ?at reduced scale ?The worst of two conditions \(Boat\): 1 \(95/,
  );
  expect(
    Array.from(page({}).querySelectorAll('.lead a, .answer a'), (link) => link.getAttribute('href')),
  ).toEqual(['../../how-we-judge#the-four-verdicts', '../../how-we-judge#at-what-scale']);
  expect(picture.querySelectorAll('.forest-row')).toHaveLength(2);
  expect(legend.className).toContain('mark-legend');
});

it('shades the side that is asked for, and of an equality none', () => {
  const shades = (values: Partial<ConditionCell>) =>
    Array.from(
      page({ conditions: JSON.stringify([claimCondition(values)]) }).querySelectorAll<HTMLElement>(
        '.forest-row .forest-asked',
      ),
      ({ style }) => [style.left, style.width],
    );
  // From 0 to 1.5, at 4 and 96 per cent of the axis.
  expect(shades({ side: 'above' })).toEqual([['4%', '96%']]);
  expect(shades({ side: 'at most' })).toEqual([['0%', '4%']]);
  expect(shades({ side: 'equal to' })).toEqual([]);
});

it('draws the one of many conditions that the verdict hangs on, and all of them at a press', () => {
  const many = Array.from({ length: 9 }, (_, index) =>
    claimCondition({ label: `n = ${index}`, value: 2, low: 1.5, high: 2.5 }),
  );
  many[4] = claimCondition({ label: 'n = 4' });
  const shown = page({ conditions: JSON.stringify(many) });
  const rows = (of: string) => Array.from(shown.querySelectorAll(`${of} .forest-label`), textOf);
  expect(rows(':scope > .forest')).toEqual(['n = 4']);
  expect(shown.querySelector('details summary')!.textContent).toBe('All nine conditions');
  expect(rows('details')).toHaveLength(9);
});

it('hangs, of two bounds on one value, on the nearer one', () => {
  const within = [
    claimCondition({ label: 'not below', side: 'at least', bound: -9 }),
    claimCondition({ label: 'not above', side: 'at most', bound: 2 }),
  ];
  expect(page({ conditions: JSON.stringify(within) }).textContent).toContain(
    'The closest of two conditions (not above): 1',
  );
});

it('draws the single interval where there is one, and nothing where nothing was measured', () => {
  const one = JSON.stringify([claimCondition({ label: '' })]);
  expect(page({ conditions: one }).querySelectorAll('.forest-row')).toHaveLength(1);
  const untested = page({
    verdict: 'not tested',
    profile: 'none',
    measured: null,
    scale: null,
    because: 'No data.',
    criterion: null,
  });
  expect(untested.querySelector('.lead')!.textContent).toBe('not tested: No data. What the verdicts mean');
  expect(untested.textContent).not.toContain('We found');
  expect(untested.querySelector('.mark-legend, .forest')).toBeNull();
});
