import { mean } from 'd3-array';
import { between, type ValueRange } from '../../src/lib/claims/attainable.js';
import { claimsOn } from '../../src/lib/claims/claims-on.js';
import { overSeeds } from '../../src/lib/claims/measurement.js';
import { isAtLeast, isAtMost, liesBelow } from '../../src/lib/claims/predicate.js';
import type { RowsOf } from '../../src/lib/experiment/column.js';
import { decimals } from '../../src/lib/text/number.js';
import { tables } from '../../src/papers/cs-ib/tables.js';

type ModesRow = RowsOf<typeof tables>['two_gaussian_modes'][number];

const claim = claimsOn(tables);

/** What the example has to show on average. */
const modes = { share: 0.3, divergence: 0.05, discrepancy: 0.02, klDistance: 0.2 };

const example = 'official repository, Two_Gaussian_example/cs_two_gaussian.py';

export const twoGaussianClaim = claim({
  id: 'two-gaussian-modes',
  statement:
    'Points that descend on the CS divergence cover both modes of a two-Gaussian target; a Gaussian fitted by reverse KL covers one.',
  origin: 'body',
  source: { grade: 'code', place: example },
  reported: 'points on both modes, D_CS from 9.9 to nearly 0 (read off a plot, ± 0.2); the Gaussian on one',
  figure: 'two-gaussians',
  tables: ['two_gaussian_modes'],
  measure({ two_gaussian_modes: rows }) {
    const over = (measure: (row: ModesRow) => number, unit: string, digits: number) => {
      const values = rows.map(measure);
      return overSeeds(
        values,
        unit,
        `by repetition ${values.map((value) => decimals(value, digits)).join(', ')}`,
      );
    };
    return [
      {
        label: 'points on the emptier mode',
        measurement: over(
          ({ share_left, share_right }) => Math.min(share_left, share_right),
          'share of the points',
          2,
        ),
        asks: isAtLeast(modes.share),
      },
      {
        label: 'D_CS at the end',
        measurement: over(({ d_cs_end }) => d_cs_end, 'nats', 3),
        asks: liesBelow(modes.divergence),
      },
      {
        label: 'MMD² at the end',
        measurement: over(({ mmd2_end }) => mmd2_end, 'squared discrepancy', 4),
        asks: liesBelow(modes.discrepancy),
      },
      {
        label: 'KL Gaussian to the nearer centre',
        measurement: over(({ kl_mode_distance }) => kl_mode_distance, 'distance', 2),
        asks: isAtMost(modes.klDistance),
      },
    ];
  },
  criterion: `over repetitions, the 95 % intervals: the mode with fewer points has at least ${100 * modes.share} % of them, D_CS ends below ${modes.divergence} nats and MMD² below ${modes.discrepancy}, and the mean of the KL Gaussian lies within ${modes.klDistance} of a centre, where the centres are 11.3 apart`,
  asks: isAtLeast(modes.share),
  // The emptier mode has half of the points at most, descent leaves what there was, and half-way is far from both centres.
  attainable({ two_gaussian_modes: rows }, { label }) {
    const ranges: Readonly<Record<string, ValueRange>> = {
      'points on the emptier mode': between(0, 0.5),
      'D_CS at the end': between(
        0,
        mean(rows, ({ d_cs_start }) => d_cs_start)!,
      ),
      'MMD² at the end': between(
        0,
        mean(rows, ({ mmd2_start }) => mmd2_start)!,
      ),
      'KL Gaussian to the nearer centre': between(0, 11.3 / 2),
    };
    return ranges[label];
  },
  pilot: true,
});
