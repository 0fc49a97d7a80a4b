import { describe, expect, it, vi } from 'vitest';
import { drawnLabels } from '../../../src/components/estimate/label-counts.js';
import { type DrawnPair, pairFigure, ranks } from '../../../src/components/estimate/pair-figure.js';
import { pairsFigure } from '../../../src/components/estimate/pairs-figure.js';
import { pairsTable } from '../../../src/components/estimate/pairs-table.js';
import { allPairs } from '../../../src/lib/estimation/all-pairs.js';
import { variableOf } from '../../../src/lib/estimation/variable.js';
import { random } from '../../../src/lib/statistics/random.js';
import { emptyPage } from '../page.js';

emptyPage();

const { normal, integer } = random(8);
const numbers = Array.from({ length: 60 }, normal);
const labels = numbers.map((value) => (value > 0 ? 'above' : 'below'));
const marks = (plot: Node, label: string) => {
  const host = document.createElement('div');
  host.append(plot);
  return [...host.querySelectorAll(`[aria-label=${label}] > *`)];
};
const drawn = (pair: DrawnPair, axes: 'values' | 'ranks' = 'values') => pairFigure({ axes, pair }, 640);
const number = { name: 'a', kind: 'continuous' } as const;
const label = { name: 'b', kind: 'labels' } as const;

describe('the picture of two columns', () => {
  it('is a dot a row for numbers, also by rank', () => {
    const cubes = { ...number, name: 'c', values: numbers.map((value) => value ** 3) };
    const { plot, title, alternative } = drawn({ x: { ...number, values: numbers }, y: cubes, rows: 60 });
    expect(marks(plot, 'dot')).toHaveLength(60);
    expect(title).toBe('a and c, 60 rows.');
    expect(alternative).toBe('A dot a row: a and c, 60 rows.');
    // A map that keeps the order leaves ranks as they are: all dots lie on the diagonal.
    const ranked = marks(
      drawn({ x: { ...number, values: numbers }, y: cubes, rows: 60 }, 'ranks').plot,
      'dot',
    );
    const [xs, ys] = ['cx', 'cy'].map((name) => ranked.map((dot) => Number(dot.getAttribute(name))));
    const slopes = xs.slice(1).map((x, i) => (ys[i + 1] - ys[0]) / (x - xs[0]));
    for (const slope of slopes) expect(slope).toBeCloseTo(slopes[0], 6);
  });

  it('is a strip for each label, whichever side it is on', () => {
    const [dots, strips] = [
      { ...number, values: numbers },
      { ...label, values: labels },
    ];
    const one = drawn({ x: dots, y: strips, rows: 9000 });
    expect(marks(one.plot, 'dot')).toHaveLength(60);
    expect(marks(one.plot, 'tick')).toHaveLength(2);
    expect(one.title).toBe('a and b, 60 of 9,000 rows, drawn at random.');
    const other = drawn({ x: strips, y: dots, rows: 60 });
    expect(marks(other.plot, 'tick')).toHaveLength(2);
  });

  it('counts how often labels meet', () => {
    const counted = { ...label, values: labels };
    const { plot, rows: download } = drawn({ x: counted, y: { ...counted, name: 'c' }, rows: 60 });
    const host = document.createElement('div');
    host.append(plot);
    const counts = [...host.querySelectorAll('[aria-label=text] text')].map(({ textContent }) =>
      Number(textContent),
    );
    expect(counts.reduce((sum, rowsOf) => sum + rowsOf, 0)).toBe(60);
    expect(host.querySelectorAll('[aria-label=cell] rect')).toHaveLength(2);
    expect(download![0]).toEqual({ b: labels[0], c: labels[0] });
  });

  it('says which column of a side is drawn, where there are several', () => {
    const part = { ...number, values: numbers, of: 'a and d' };
    const { title } = drawn({ x: part, y: { ...label, values: labels }, rows: 60 });
    expect(title).toBe('a and b, 60 rows. Here a is one of a and d, which count together.');
  });

  it('draws rare labels together', () => {
    const many = Array.from({ length: 300 }, (_, i) => String(i < 270 ? i % 20 : i));
    const { domain, shown } = drawnLabels(many);
    expect(domain).toEqual([...Array.from({ length: 20 }, (_, i) => String(i)), 'all others']);
    expect([shown('3'), shown('299')]).toEqual(['3', 'all others']);
  });

  it('gives equal values their mean rank', () => {
    expect(ranks([5, 1, 5, 9])).toEqual([0.5, 0, 0.5, 1]);
  });
});

describe('all pairs', () => {
  const columns = [
    variableOf('a', numbers),
    variableOf('b', labels),
    variableOf(
      'c',
      numbers.map(() => integer(3)),
    ),
  ];
  const work = allPairs(columns, 60, 1);
  let step = work.next();
  while (!step.done) step = work.next();
  const pairs = step.value;

  it('are a matrix, of which a cell chooses its pair, with a star where the adjusted p value is small', () => {
    const choose = vi.fn();
    const { plot, title, rows } = pairsFigure(pairs, choose, 800);
    const cells = marks(plot, 'cell');
    expect(cells).toHaveLength(6);
    expect(marks(plot, 'text').filter(({ textContent }) => textContent?.endsWith('*'))).toHaveLength(2);
    expect(title).toBe('3 pairs, 1 of them dependent.');
    const untested = pairs.map((pair) => ({ ...pair, adjusted: null }));
    expect(pairsFigure(untested, choose, 800).title).toBe('3 pairs, not tested.');
    cells[0].dispatchEvent(new Event('click'));
    expect(choose).toHaveBeenCalledWith(expect.objectContaining({ x: 'a', y: 'b' }));
    expect(rows![0]).toMatchObject({ x: 'a', y: 'b', estimator: 'ross' });
    expect(rows![0].p_adjusted as number).toBeLessThanOrEqual(0.05);
  });

  it('are a table whose buttons choose, for the keyboard', () => {
    const choose = vi.fn();
    const node = pairsTable(pairs, choose, 'pairs');
    const [first] = node.querySelectorAll<HTMLButtonElement>('tbody button');
    expect(first.textContent).toBe('a, b');
    first.click();
    expect(choose).toHaveBeenCalledOnce();
    expect(node.querySelectorAll('tbody tr')).toHaveLength(3);
  });
});
