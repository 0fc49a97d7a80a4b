import type { Claim } from '../../src/lib/experiment/claim.js';
import { failures, mean, rowsOf } from '../../src/lib/experiment/measuring.js';
import { equals, liesAbove } from '../../src/lib/experiment/predicate.js';
import { ends, levels, short, span } from './comparison.js';
import { type ImageRegime, imageRegimes } from './images-parameters.js';

interface ImagesRow {
  readonly regime: ImageRegime;
  readonly seed: number;
  readonly step: number;
  readonly val_acc: number;
  readonly dse: number;
  readonly dsmi_y: number;
  readonly dsmi_x: number;
}

/** The gain of a column from the first to the last checkpoint, of each network of a regime. */
function gains(
  rows: readonly ImagesRow[],
  regime: ImageRegime,
  column: 'dse' | 'dsmi_y' | 'dsmi_x',
): number[] {
  return ends(rows, regime, ({ step }) => step).map(({ first, last }) => last[column] - first[column]);
}

export const imageClaims: readonly Claim[] = [
  {
    id: 'digits-dse-rises',
    statement:
      'On handwritten digits, too, the DSE of the last hidden layer rises during training: supervised, memorising and contrastive.',
    kind: 'qualitative',
    reported: { value: 'rises in all regimes', where: 'main figures, MNIST' },
    figure: 'images',
    tables: ['images'],
    measure({ images }) {
      const rows = rowsOf<ImagesRow>(images);
      const all = imageRegimes.map((regime) => gains(rows, regime, 'dse'));
      const value = Math.min(...all.flat());
      return {
        ...{ value, low: value, high: value, seeds: all[0].length },
        unit: 'bits, the smallest rise from the first to the last checkpoint',
        detail: imageRegimes.map((regime, i) => `${regime}: ${span(all[i])}`).join('; '),
      };
    },
    criterion:
      'DSE is higher after the last step than before training, for every seed and in all three regimes',
    judge: liesAbove(0),
  },
  {
    id: 'digits-dsmi-generalisation',
    statement:
      'On handwritten digits the DSMI of the layer and the labels rises with supervised and with contrastive training, and not when permuted labels are memorised.',
    kind: 'qualitative',
    reported: { value: 'rises to ≈ 2–2.6 bits; below ≈ 0.5', where: 'main figures, MNIST' },
    figure: 'images',
    tables: ['images'],
    measure({ images }) {
      const rows = rowsOf<ImagesRow>(images);
      const [supervised, permuted, contrastive] = imageRegimes.map((regime) =>
        mean(gains(rows, regime, 'dsmi_y')),
      );
      const against = `${short(permuted)} with permuted labels`;
      return failures(
        [
          {
            holds: supervised > 3 * permuted,
            detail: `DSMI gains ${short(supervised)} bits with true labels, ${against}`,
          },
          { holds: contrastive > 3 * permuted, detail: `contrastive ${short(contrastive)} bits` },
        ],
        levels(rows, ({ seed }) => seed).length,
      );
    },
    criterion:
      'on average over seeds the gains of supervised and of contrastive training are both more than 3 times that with permuted labels',
    judge: equals(0),
  },
  {
    id: 'digits-dsmi-with-input',
    statement: 'On handwritten digits the DSMI of the layer and the input rises during training.',
    kind: 'qualitative',
    reported: { value: 'rises on MNIST', where: 'abstract; main figures' },
    figure: 'images',
    tables: ['images'],
    measure({ images }) {
      const rows = rowsOf<ImagesRow>(images);
      const all = imageRegimes.map((regime) => gains(rows, regime, 'dsmi_x'));
      const value = Math.min(...all[0], ...all[2]);
      return {
        ...{ value, low: value, high: value, seeds: all[0].length },
        unit: 'bits, the smallest rise of supervised and contrastive networks',
        detail: imageRegimes.map((regime, i) => `${regime}: ${span(all[i])}`).join('; '),
      };
    },
    criterion:
      'DSMI with clusters of the images is higher after the last step than before training, for every seed, supervised and contrastive',
    judge: liesAbove(0),
  },
];
