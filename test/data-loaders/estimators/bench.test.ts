import { expect, it } from 'vitest';
import * as definition from '../../../data-loaders/estimators/bench.js';
import * as run from '../../../data-loaders/estimators/bench.run.js';
import { collect } from '../collect.js';

const bench = { ...definition, ...run };

const tiny = {
  distributions: ['normals', 'images'],
  dimensions: [1],
  sizes: [{ n: 200, repetitions: 4 }],
  information: [1],
};

it('finds the known information of a plane normal, and compares no other quantity with it', async () => {
  const { accuracy } = await collect(bench, tiny);
  expect(accuracy).toHaveLength(2 * 9);
  const of = (estimator: string) =>
    accuracy.find((row) => row.distribution === 'normals' && row.estimator === estimator)!;
  for (const estimator of ['ksg-1', 'ksg-2', 'kl', 'kernel-likelihood', 'kernel-least-squares'])
    expect(Math.abs(of(estimator).bias!), estimator).toBeLessThan(0.2);
  expect(of('ksg-1').bias).toBeCloseTo(of('ksg-1').mean! - 1, 12);
  expect(of('cauchy-schwarz')).toMatchObject({ bias: null, rmse: null });
});

it('gives a distribution of one dimension that one alone, and the same rows for the same seed', async () => {
  const params = { ...tiny, sizes: [{ n: 60, repetitions: 2 }], dimensions: [1, 3] };
  expect(bench.definition.parts(params).map(({ id }) => id)).toEqual([
    'normals-d1-n60',
    'normals-d3-n60',
    'images-d2-n60',
  ]);
  const rows = await collect(bench, params);
  expect(await collect(bench, params)).toEqual(rows);
  expect(await collect(bench, params, 2)).not.toEqual(rows);
});
