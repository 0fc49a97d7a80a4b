import { mean, min } from 'd3-array';
import { claimsOn } from '../../src/lib/experiment/claims-on.js';
import type { RowsOf } from '../../src/lib/experiment/column.js';
import { type Case, exactly, failures, worst } from '../../src/lib/experiment/measurement.js';
import { equals, liesAbove } from '../../src/lib/experiment/predicate.js';
import { significant } from '../../src/lib/text/number.js';
import {
  type ImageRegime,
  imageRegimes,
  tables,
} from '../../src/papers/diffusion-spectral-entropy/tables.js';
import { ends, span } from './comparison.js';

type ImagesRow = RowsOf<typeof tables>['images'][number];

type Read = 'dse' | 'dsmi_y' | 'dsmi_x';

const claim = claimsOn(tables);

/** The gain of a column from the first to the last checkpoint, of each network of a regime. */
function gains(images: readonly ImagesRow[], regime: ImageRegime, column: Read): number[] {
  const own = images.filter((row) => row.regime === regime);
  return ends(own, ({ step }) => step).map(({ first, last }) => last[column] - first[column]);
}

/** The smallest gain of a column in each regime. */
function rises(images: readonly ImagesRow[], column: Read): Case[] {
  return imageRegimes.map((regime) => {
    const all = gains(images, regime, column);
    const unit = 'bits, the smallest rise from the first to the last checkpoint';
    return { label: regime, measurement: exactly(min(all) ?? null, unit, span(all), all.length) };
  });
}

export const imageClaims = [
  claim({
    id: 'digits-dse-rises',
    statement:
      'On handwritten digits, too, the DSE of the last hidden layer rises during training: supervised, memorising and contrastive.',
    kind: 'qualitative',
    reported: { value: 'rises in all regimes', where: 'main figures, MNIST' },
    figure: 'images',
    tables: ['images'],
    measure: ({ images }) => worst(rises(images, 'dse'), 'smallest'),
    criterion:
      'DSE is higher after the last step than before training, for every seed and in all three regimes',
    judge: liesAbove(0),
  }),
  claim({
    id: 'digits-dsmi-generalisation',
    statement:
      'On handwritten digits the DSMI of the layer and the labels rises with supervised and with contrastive training, and not when permuted labels are memorised.',
    kind: 'qualitative',
    reported: { value: 'rises to ≈ 2–2.6 bits; below ≈ 0.5', where: 'main figures, MNIST' },
    figure: 'images',
    tables: ['images'],
    measure({ images }) {
      const [supervised, permuted, contrastive] = imageRegimes.map(
        (regime) => mean(gains(images, regime, 'dsmi_y')) ?? NaN,
      );
      const against = `${significant(permuted)} with permuted labels`;
      return failures(
        [
          {
            holds: supervised > 3 * permuted,
            detail: `DSMI gains ${significant(supervised)} bits with true labels, ${against}`,
          },
          { holds: contrastive > 3 * permuted, detail: `contrastive ${significant(contrastive)} bits` },
        ],
        new Set(images.map(({ seed }) => seed)).size,
      );
    },
    criterion:
      'on average over seeds the gains of supervised and of contrastive training are both more than 3 times that with permuted labels',
    judge: equals(0),
  }),
  claim({
    id: 'digits-dsmi-with-input',
    statement: 'On handwritten digits the DSMI of the layer and the input rises during training.',
    kind: 'qualitative',
    reported: { value: 'rises on MNIST', where: 'abstract; main figures' },
    figure: 'images',
    tables: ['images'],
    measure({ images }) {
      const all = rises(images, 'dsmi_x');
      const claimed = all.filter(({ label }) => label !== 'permuted');
      return {
        ...worst(claimed, 'smallest'),
        unit: 'bits, the smallest rise of supervised and contrastive networks',
        detail: worst(all, 'smallest').detail,
      };
    },
    criterion:
      'DSMI with clusters of the images is higher after the last step than before training, for every seed, supervised and contrastive',
    judge: liesAbove(0),
  }),
];
