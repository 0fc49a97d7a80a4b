import { max, min } from 'd3-array';
import { countsOf, nonNegative, shares } from '../../src/lib/claims/attainable.js';
import { claimsOn } from '../../src/lib/claims/claims-on.js';
import { exactly } from '../../src/lib/claims/measurement.js';
import { equals, liesAbove, liesBelow } from '../../src/lib/claims/predicate.js';
import type { RowsOf } from '../../src/lib/experiment/column.js';
import { count, decimals, scientific } from '../../src/lib/text/number.js';
import { tables } from '../../src/papers/information-koopman/tables.js';

type AllocationRow = RowsOf<typeof tables>['allocation'][number];

const claim = claimsOn(tables);

/** What equations 43 and 49 give for gains 10, 2, ½, 0.1 and a budget of 1. */
const expected = { p: [0.7, 0.3, 0, 0], filled: 1.842, regularised: 3.334, gamma: 0.5 };

const near = 1e-3;
const rounding = 1e-9;

const distance = 'distance from what the equation gives';

const withGamma = (allocation: readonly AllocationRow[], gamma: number) =>
  allocation.filter((row) => row.gamma === gamma).sort((a, b) => a.mode - b.mode);

/** How far the effective dimension of an allocation is from what it should be. */
function dimensionOff(modes: readonly AllocationRow[], wanted: number) {
  const found = modes.at(0)?.d_eff;
  return exactly(
    found === undefined ? null : Math.abs(found - wanted),
    distance,
    `effective dimension ${decimals(found ?? NaN, 3)}, expected ${wanted}`,
  );
}

export const waterFillingClaim = claim({
  id: 'water-filling',
  statement:
    'In closed form, maximising the information between latents at fixed variance leaves weak modes nothing.',
  origin: 'abstract',
  source: { grade: 'text', place: 'abstract, sentence 5' },
  reported: 'latent information, overemphasised, leaves a few dominant modes (Proposition 4, equation 43)',
  figure: 'allocation',
  tables: ['allocation'],
  exact: 'a closed form, solved',
  measure({ allocation }) {
    const modes = withGamma(allocation, 0);
    const offs = modes.map(({ p }, i) => Math.abs(p - expected.p[i]));
    return [
      {
        label: 'Variances',
        measurement: exactly(
          max(offs) ?? null,
          distance,
          `variances ${modes.map(({ p }) => decimals(p, 3)).join(', ')}, expected ${expected.p.join(', ')}`,
        ),
      },
      { label: 'Effective dimension', measurement: dimensionOff(modes, expected.filled) },
    ];
  },
  criterion:
    'with gains 10, 2, ½, 0.1 and a budget of 1: variances (0.7, 0.3, 0, 0) and an effective dimension of 1.842, each within 0.001',
  asks: liesBelow(near),
  attainable: () => nonNegative,
  pilot: true,
});

export const entropyFillsClaim = claim({
  id: 'entropy-fills-all-modes',
  statement:
    'In closed form, the entropy term gives every mode some variance, and raises the effective dimension.',
  origin: 'abstract',
  source: { grade: 'text', place: 'abstract, sentence 6' },
  reported: 'the entropy prevents the collapse: with γ > 0 every mode gets some (Proposition 5, equation 49)',
  figure: 'allocation',
  tables: ['allocation'],
  exact: 'a closed form, solved',
  measure({ allocation }) {
    const least = min(
      allocation.filter(({ gamma }) => gamma > 0),
      ({ p }) => p,
    );
    return [
      {
        label: 'Least variance at any γ > 0',
        measurement: exactly(
          least ?? null,
          'variance',
          `the least variance of a mode is ${scientific(least ?? NaN, 1)}`,
        ),
        asks: liesAbove(0),
      },
      {
        label: 'Effective dimension',
        measurement: dimensionOff(withGamma(allocation, expected.gamma), expected.regularised),
      },
    ];
  },
  criterion:
    'with gains 10, 2, ½, 0.1 and a budget of 1: at every γ > 0 that is tried every variance lies above zero, and with γ = 0.5 the effective dimension is 3.334 (1.842 without the term), within 0.001',
  asks: liesBelow(near),
  // The variances sum to 1.
  attainable: (_, { unit }) => (unit === 'variance' ? shares : nonNegative),
  pilot: true,
});

export const orderClaim = claim({
  id: 'information-order',
  statement:
    'A latent loses information: between states there is at least as much as between a latent and the next state, and there at least as much as between latents.',
  origin: 'body',
  source: { grade: 'text', place: 'Proposition 1' },
  reported: 'I(x; x₊) ≥ I(z; x₊) ≥ I(z; z₊)',
  figure: 'order',
  tables: ['order'],
  exact: 'an inequality that every system obeys, or some do not: violations are counted',
  measure({ order }) {
    const violations = order.map(({ i_xx, i_zx, i_zz }) => Math.max(i_zx - i_xx, i_zz - i_zx));
    return exactly(
      order.length > 0 ? violations.filter((nats) => !(nats <= rounding)).length : null,
      'violations',
      `in ${count(order.length)} random linear systems with normal noise, with z₊ seen of the true next state, the order is missed by ${scientific(Math.max(max(violations) ?? NaN, 0), 0)} nats at most`,
    );
  },
  criterion: 'no violation by more than 1e-9 nats',
  asks: equals(0),
  attainable: ({ order }) => countsOf(order.length),
  pilot: true,
});
