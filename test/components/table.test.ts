import { describe, expect, it } from 'vitest';
import { table } from '../../src/components/table.js';
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
