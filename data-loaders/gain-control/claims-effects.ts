import type { Claim } from '../../src/lib/experiment/claim.js';
import { equals, liesBelow } from '../../src/lib/experiment/predicate.js';
import { extremes, flankRepulsion } from '../../src/lib/gain-control/adaptation.js';
import { exactly, mean } from '../../src/lib/experiment/measuring.js';
import { failing, neurons, short } from './rows-of.js';

interface OptimumRow {
  readonly network: string;
  readonly p_adapter: number;
  readonly gradient: number;
  readonly gradient_at_one: number;
  readonly loss: number;
  readonly loss_control_gains: number;
  readonly loss_at_one: number;
}

/** Claims on single neurons. */
export const effectClaims: readonly Claim[] = [
  {
    id: 'closed-form-optimum',
    statement: 'The gains in closed form minimise the objective.',
    kind: 'exact',
    reported: { value: 'gains are derived analytically', where: 'abstract' },
    figure: 'tradeoff',
    tables: ['optimum', 'tradeoff'],
    measure({ optimum, tradeoff }) {
      const rows = (optimum.objects() as OptimumRow[]).filter(({ network }) => network !== 'loop');
      const biased = rows.filter(
        ({ p_adapter }) => p_adapter > Math.min(...rows.map((row) => row.p_adapter)),
      );
      const priced = (tradeoff.objects() as (OptimumRow & { alpha: number })[]).filter(
        ({ alpha }) => alpha > 0,
      );
      const higher = [...biased, ...priced].filter(
        (row) => !(row.loss < row.loss_control_gains && row.loss < row.loss_at_one),
      ).length;
      const slope = Math.max(...rows.map((row) => row.gradient / row.gradient_at_one));
      const detail = `over ${rows.length} networks and ensembles the gradient at the gains is at most ${slope.toExponential(1)} of that at gain 1; in ${higher} of ${biased.length + priced.length} cases the objective is not below that of the unbiased ensemble’s gains and of gain 1`;
      // A single case that is not below fails the claim, whatever the gradient.
      return exactly(higher > 0 ? 1 : slope, 'of the gradient at gain 1, at most', detail);
    },
    criterion:
      'the gradient by finite differences is below 1e-6 of that at gain 1, and the objective is below that of the unbiased ensemble’s gains and of gain 1, in every case',
    judge: liesBelow(1e-6),
  },
  {
    id: 'gain-reduction-at-adapter',
    statement: 'Gains fall most at the adapter.',
    kind: 'qualitative',
    reported: { value: 'gain falls near the adapter', where: 'abstract' },
    figure: 'effects',
    tables: ['effects'],
    measure({ effects }) {
      const rows = neurons(effects, 'mixed');
      const { at, far } = extremes(rows);
      const least = Math.min(...rows.map(({ g1 }) => g1));
      const detail = `gain ${short(at.g1, 4)} at the adapter, ${short(at.g0, 4)} before, ${short(far.g1, 4)} orthogonal to it; least gain ${short(least, 4)}`;
      return failing([at.g1 === least, at.g1 < at.g0, at.g0 < far.g1], detail);
    },
    criterion:
      'the least gain is at the adapter, below the gain before, which is below the one orthogonal to it',
    judge: equals(0),
  },
  {
    id: 'maxima-minima',
    statement: 'Largest and least responses fall near the adapter and rise far from it.',
    kind: 'qualitative',
    reported: { value: 'both change', where: 'abstract' },
    figure: 'effects',
    tables: ['effects'],
    measure({ effects }) {
      const { at, far } = extremes(neurons(effects, 'mixed'));
      const detail = `largest response × ${short(at.max_ratio)} at the adapter, × ${short(far.max_ratio)} orthogonal to it; least response changed by ${short(at.min_change)} and by ${short(far.min_change)}`;
      return failing([at.max_ratio < 0.95, far.max_ratio > 1.02, at.min_change < 0], detail);
    },
    criterion:
      'at the adapter the largest response falls below 0.95 and the least falls; orthogonal to it the largest rises above 1.02 of control',
    judge: equals(0),
  },
  {
    id: 'repulsion-needs-recurrence',
    statement: 'Preferred orientations move away from the adapter, and only by way of recurrence.',
    kind: 'qualitative',
    reported: { value: 'tuning is repelled; gains act through recurrence', where: 'abstract' },
    figure: 'effects',
    tables: ['effects'],
    measure({ effects }) {
      const shifts = flankRepulsion(neurons(effects, 'mixed'));
      const still = Math.max(...neurons(effects, 'none').map(({ shift }) => Math.abs(shift)));
      const of = (network: string) => short(mean(flankRepulsion(neurons(effects, network))), 2);
      const detail = `flanking neurons move by ${short(mean(shifts), 2)}° on average (${short(Math.min(...shifts), 2)}° to ${short(Math.max(...shifts), 2)}°), by ${still === 0 ? 0 : still.toExponential(0)}° at most without recurrence; ${of('inhibition')}° with inhibition alone, ${of('excitation')}° with excitation alone`;
      return failing([mean(shifts) > 0.2, still < 1e-6], detail);
    },
    criterion:
      'flanking neurons move away by more than 0.2° on average, and without recurrence by less than 1e-6°',
    judge: equals(0),
  },
];
