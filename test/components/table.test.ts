import { describe, expect, it } from 'vitest';
import { claimTable } from '../../src/components/claim-table.js';
import { table } from '../../src/components/table.js';
import { claimRow } from './claim-row.js';
import { emptyPage } from './page.js';

emptyPage();

const headings = (node: HTMLElement) => [...node.querySelectorAll<HTMLButtonElement>('thead button')];
const sortOf = (node: HTMLElement) =>
  [...node.querySelectorAll('thead th')].map((head) => head.getAttribute('aria-sort'));

describe('table', () => {
  const rows = [
    { name: 'b', error: 2 },
    { name: 'c', error: null },
    { name: 'a', error: 10 },
  ];
  const errors = () =>
    table(
      rows,
      [
        { name: 'Name', value: ({ name }) => name },
        { name: 'Error', value: ({ error }) => error, format: ({ error }) => `${error ?? 'none'}` },
      ],
      { caption: 'Errors', file: 'errors' },
    );
  const order = (node: HTMLElement) =>
    [...node.querySelectorAll('tbody th')].map(({ textContent }) => textContent);

  it('sorts by a column, then the other way, then as the rows came; what is missing is last either way', () => {
    const node = errors();
    const [, byError] = headings(node);
    expect(order(node)).toEqual(['b', 'c', 'a']);
    byError.click();
    expect(order(node)).toEqual(['b', 'a', 'c']);
    expect(sortOf(node)).toEqual([null, 'ascending']);
    byError.click();
    expect(order(node)).toEqual(['a', 'b', 'c']);
    expect(sortOf(node)).toEqual([null, 'descending']);
    byError.click();
    expect(order(node)).toEqual(['b', 'c', 'a']);
    expect(sortOf(node)).toEqual([null, null]);
  });

  it('begins anew with another column', () => {
    const node = errors();
    const [byName, byError] = headings(node);
    byError.click();
    byName.click();
    expect(order(node)).toEqual(['a', 'b', 'c']);
    expect(sortOf(node)).toEqual(['ascending', null]);
  });
});

describe('claimTable', () => {
  const rows = [
    claimRow({ paper: 'cs-ib', id: 'one', statement: 'Zebras.', verdict: 'reproduced' }),
    claimRow({ paper: 'gain-control', id: 'two', statement: 'Apes.', verdict: 'not reproduced' }),
  ];

  it('sorts by statement and verdict alone, and restores the papers’ own order', () => {
    const node = claimTable(rows);
    const verdicts = () => [...node.querySelectorAll('tbody tr')].map((line) => line.id);
    expect(headings(node).map(({ textContent }) => textContent)).toEqual(['Claim', 'Verdict']);
    headings(node)[0].click();
    expect(verdicts()).toEqual(['claim-two', 'claim-one']);
    headings(node)[0].click();
    headings(node)[0].click();
    expect(verdicts()).toEqual(['claim-one', 'claim-two']);
  });

  it('says of a claim that was judged on older code why', () => {
    const [fresh, stale] = claimTable([rows[0], { ...rows[1], stale: 'squares: boom' }]).querySelectorAll(
      'tbody tr',
    );
    expect(stale.querySelector('.stale')?.textContent).toMatch(/older code.*squares: boom/);
    expect(fresh.querySelector('.stale')).toBeNull();
  });

  it('names papers above their claims, and beside them where the claims are sorted', () => {
    const node = claimTable(rows, { papers: true });
    expect(node.querySelectorAll('tr.paper')).toHaveLength(2);
    headings(node)[0].click();
    expect(node.querySelectorAll('tr.paper')).toHaveLength(0);
    expect(node.querySelector('tbody tr a')?.getAttribute('href')).toBe('./papers/gain-control');
  });
});
