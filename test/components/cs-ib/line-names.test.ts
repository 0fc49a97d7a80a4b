import * as Plot from '@observablehq/plot';
import { expect, it } from 'vitest';
import { lineNames } from '../../../src/components/cs-ib/line-names.js';
import { series } from '../../../src/components/series.js';
import { emptyPage } from '../page.js';

const { document } = emptyPage();

const methods = series({ ours: 'our method', theirs: 'their method', other: 'another one' });
const place = {
  x: ({ step }: Row) => step,
  y: ({ error }: Row) => error,
  by: ({ method }: Row) => method,
  series: methods,
};

interface Row {
  readonly method: string;
  readonly step: number;
  readonly error: number;
}

/** Where the names stand in a plot of ten pixels a unit, from its left and from its foot. */
function namesOf(rows: readonly Row[], apart: number): Record<string, readonly number[]> {
  const plot = Plot.plot({
    document,
    width: 200,
    height: 200,
    margin: 0,
    axis: null,
    x: { domain: [0, 20] },
    y: { domain: [0, 20] },
    marks: [lineNames(rows, { ...place, apart })],
  });
  return Object.fromEntries(
    Array.from(plot.querySelectorAll('text'), (text) => {
      const [, x, y] = /translate\(([-\d.]+),([-\d.]+)\)/.exec(text.getAttribute('transform')!)!;
      return [text.textContent!, [Number(x), Math.round(200 - Number(y))]];
    }),
  );
}

it('puts a name at the uppermost end of a series, and none for a series without rows', () => {
  const rows = [
    { method: 'ours', step: 1, error: 19 },
    { method: 'ours', step: 10, error: 4 },
    { method: 'ours', step: 10, error: 6 },
    { method: 'theirs', step: 8, error: 12 },
  ];
  expect(namesOf(rows, 1)).toEqual({ 'our method': [100, 60], 'their method': [80, 120] });
});

it('moves names up that would cover each other', () => {
  const rows = [
    { method: 'ours', step: 10, error: 5.5 },
    { method: 'theirs', step: 10, error: 5 },
    { method: 'other', step: 10, error: 6 },
  ];
  expect(namesOf(rows, 2)).toEqual({
    'their method': [100, 50],
    'our method': [100, 70],
    'another one': [100, 90],
  });
});
