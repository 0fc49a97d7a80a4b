import { expect, it } from 'vitest';
import { answerLines } from '../../src/components/answer-lines.js';
import { groupClaims } from '../../src/components/claim-row.js';
import { markLegend } from '../../src/components/mark-legend.js';
import { shelfEntries } from '../../src/components/shelf-list.js';
import { claimCounts, testedSoFar } from '../../src/components/summary.js';
import { shelf } from '../../src/lib/shelf/shelf.js';
import { claimRow } from './claim-row.js';
import { emptyPage } from './page.js';

emptyPage();

const textOf = (node: Element) => node.textContent!.replace(/\s+/g, ' ').trim();

it('a word for a scale says what it means, and leads to where it is explained', () => {
  const finding = { text: 'It falls.', holds: {} };
  const lines = answerLines(
    {
      says: '',
      found: { ...finding, claims: [] },
      differs: { reduced: 'ten of a hundred' },
      because: finding,
      scales: ['reduced', 'stand-in'],
    },
    '../',
  );
  const links = Array.from(lines.querySelectorAll('a'));
  expect(links.map(({ textContent }) => textContent)).toEqual(['At reduced scale', 'on stand-ins']);
  expect(textOf(lines)).toContain('At reduced scale: ten of a hundred; on stand-ins.');
  for (const link of links) expect(link.getAttribute('href')).toBe('../how-we-judge#at-what-scale');
  expect(links[1].title).toMatch(/^Another task, other data or another model/);
});

it('a legend names the marks and the scales that a list has, and no others', () => {
  const cell = { label: '', value: 1, low: 0, high: 2, unit: '', detail: '', repetitions: 5, side: 'above' };
  const row = (values: object, id = 'a') =>
    claimRow({ id, conditions: JSON.stringify([{ ...cell, bound: 0, effect: 0, ...values }]) });
  const legend = (rows: Parameters<typeof groupClaims>[0], smaller = true) =>
    Array.from(markLegend(groupClaims(rows), { root: './', smaller }).children, textOf);
  expect(legend([row({})])).toEqual([
    'bound, and the side asked for',
    'our value, with its interval of 95 %',
  ]);
  expect(legend([row({}), row({}, 'b')])).toEqual([
    'bound, and the side asked for',
    'our value, with its interval of 95 %',
    'how near to the paper: reduced',
  ]);
  const all = [
    row({ effect: 1 }),
    claimRow({ decisive: false }),
    claimRow({ id: 'b', reported_value: 1, scale: 'exact' }),
  ];
  expect(legend(all)).toEqual([
    'bound, and the side asked for',
    'least effect that matters',
    'our value, with its interval of 95 %',
    'that of a smaller run',
    '×the paper’s value',
    'how near to the paper: exact, reduced',
  ]);
  expect(legend(all, false)).not.toContain('that of a smaller run');
  expect(legend([claimRow({ scale: null }), claimRow({ id: 'b', scale: null })])).toEqual([]);
});

const rows = [
  claimRow({ id: 'a' }),
  claimRow({ id: 'b', verdict: 'not reproduced' }),
  claimRow({ id: 'c', origin: 'ours' }),
];

it('the first page says how many papers are tested, and how their own claims fared', () => {
  const text = textOf(testedSoFar(shelfEntries(shelf, groupClaims(rows)), './'));
  expect(text).toContain(`So far 1 of ${shelf.length} papers are tested.`);
  expect(text).toMatch(/Of these papers’ 2 claims: ?1 reproduced ?1 not reproduced ?what they mean$/);
});

it('the page of claims counts the whole list, and says how many are the papers’ own', () => {
  const node = claimCounts(groupClaims(rows), './');
  expect(textOf(node)).toMatch(
    /^3 claims: 2 of the papers themselves, which the first page counts, and 1 beyond them, .*\. ?2 reproduced ?1 not reproduced/,
  );
  expect(node.querySelector('a')!.getAttribute('href')).toBe('./how-we-judge#the-four-verdicts');
});
