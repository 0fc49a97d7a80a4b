import { max, mean, min } from 'd3-array';
import { claimsOn } from '../../src/lib/experiment/claims-on.js';
import { failures } from '../../src/lib/experiment/measurement.js';
import { equals } from '../../src/lib/experiment/predicate.js';
import { decimals, scientific } from '../../src/lib/text/number.js';
import { extremes, flankRepulsion } from '../../src/papers/gain-control/adaptation.js';
import { type NetworkId, tables } from '../../src/papers/gain-control/tables.js';
import { neuronsOf } from './judged-rows.js';

const claim = claimsOn(tables);

/** Claims on single neurons. */
export const effectClaims = [
  claim({
    id: 'closed-form-optimum',
    statement: 'The gains in closed form minimise the objective.',
    kind: 'exact',
    reported: { value: 'gains are derived analytically', where: 'abstract' },
    figure: 'tradeoff',
    tables: ['optimum', 'tradeoff'],
    measure({ optimum, tradeoff }) {
      const rows = optimum.filter(({ network }) => network !== 'loop');
      const unbiased = min(rows, ({ p_adapter }) => p_adapter)!;
      const compared = [
        ...rows.filter(({ p_adapter }) => p_adapter > unbiased),
        ...tradeoff.filter(({ alpha }) => alpha > 0),
      ];
      const higher = compared.filter(
        (row) => !(row.loss < row.loss_control_gains && row.loss < row.loss_at_one),
      );
      const slope = max(rows, ({ gradient, gradient_at_one }) => gradient / gradient_at_one)!;
      return failures([
        {
          holds: slope < 1e-6,
          detail: `over ${rows.length} networks and ensembles the gradient at the gains is at most ${scientific(slope, 1)} of that at gain 1`,
        },
        {
          holds: higher.length === 0,
          detail: `in ${higher.length} of ${compared.length} cases the objective is not below that of the unbiased ensemble’s gains and of gain 1`,
        },
      ]);
    },
    criterion:
      'the gradient by finite differences is below 1e-6 of that at gain 1, and the objective is below that of the unbiased ensemble’s gains and of gain 1, in every case',
    judge: equals(0),
  }),
  claim({
    id: 'gain-reduction-at-adapter',
    statement: 'Gains fall most at the adapter.',
    kind: 'qualitative',
    reported: { value: 'gain falls near the adapter', where: 'abstract' },
    figure: 'effects',
    tables: ['effects'],
    measure({ effects }) {
      const rows = neuronsOf(effects, 'mixed');
      const { at, far } = extremes(rows);
      const least = min(rows, ({ g1 }) => g1)!;
      return failures([
        {
          holds: at.g1 === least,
          detail: `gain ${decimals(at.g1, 4)} at the adapter, least gain ${decimals(least, 4)}`,
        },
        { holds: at.g1 < at.g0, detail: `${decimals(at.g0, 4)} before` },
        { holds: at.g0 < far.g1, detail: `${decimals(far.g1, 4)} orthogonal to it` },
      ]);
    },
    criterion:
      'the least gain is at the adapter, below the gain before, which is below the one orthogonal to it',
    judge: equals(0),
  }),
  claim({
    id: 'maxima-minima',
    statement: 'Largest and least responses fall near the adapter and rise far from it.',
    kind: 'qualitative',
    reported: { value: 'both change', where: 'abstract' },
    figure: 'effects',
    tables: ['effects'],
    measure({ effects }) {
      const { at, far } = extremes(neuronsOf(effects, 'mixed'));
      return failures([
        {
          holds: at.max_ratio < 0.95,
          detail: `largest response × ${decimals(at.max_ratio, 3)} at the adapter`,
        },
        {
          holds: far.max_ratio > 1.02,
          detail: `× ${decimals(far.max_ratio, 3)} orthogonal to it`,
        },
        {
          holds: at.min_change < 0,
          detail: `least response changed by ${decimals(at.min_change, 3)} and by ${decimals(far.min_change, 3)}`,
        },
      ]);
    },
    criterion:
      'at the adapter the largest response falls below 0.95 and the least falls; orthogonal to it the largest rises above 1.02 of control',
    judge: equals(0),
  }),
  claim({
    id: 'repulsion-needs-recurrence',
    statement: 'Preferred orientations move away from the adapter, and only by way of recurrence.',
    kind: 'qualitative',
    reported: { value: 'tuning is repelled; gains act through recurrence', where: 'abstract' },
    figure: 'effects',
    tables: ['effects'],
    measure({ effects }) {
      const shifts = flankRepulsion(neuronsOf(effects, 'mixed'));
      const repulsion = mean(shifts)!;
      const still = max(neuronsOf(effects, 'none'), ({ shift }) => Math.abs(shift))!;
      const degrees = (value: number) => `${decimals(value, 2)}°`;
      const of = (network: NetworkId) => degrees(mean(flankRepulsion(neuronsOf(effects, network)))!);
      return failures([
        {
          holds: repulsion > 0.2,
          detail: `flanking neurons move by ${degrees(repulsion)} on average (${degrees(min(shifts)!)} to ${degrees(max(shifts)!)})`,
        },
        {
          holds: still < 1e-6,
          detail: `by ${scientific(still, 0)}° at most without recurrence, ${of('inhibition')} with inhibition alone, ${of('excitation')} with excitation alone`,
        },
      ]);
    },
    criterion:
      'flanking neurons move away by more than 0.2° on average, and without recurrence by less than 1e-6°',
    judge: equals(0),
  }),
];
