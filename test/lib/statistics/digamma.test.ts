import { expect, it } from 'vitest';
import { digammaTable } from '../../../src/lib/statistics/digamma.js';

it('the digamma function agrees with SciPy 1.17.1 at integers', () => {
  const psi = digammaTable(100_000);
  expect(psi[0]).toBeNaN();
  for (const [m, value] of [
    [1, -0.5772156649015329],
    [2, 0.42278433509846713],
    [10, 2.251752589066721],
    [1000, 6.907255195648812],
    [100_000, 11.512920464961896],
  ])
    expect(Math.abs(psi[m] - value)).toBeLessThan(1e-14);
});
