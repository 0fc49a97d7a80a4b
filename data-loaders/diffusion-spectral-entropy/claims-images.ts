import { max, min } from 'd3-array';
import { caseOf } from '../../src/lib/claims/attainable.js';
import { claimsOn } from '../../src/lib/claims/claims-on.js';
import { atLeast } from '../../src/lib/claims/gate.js';
import { liesAbove, liesBelow } from '../../src/lib/claims/predicate.js';
import type { RowsOf } from '../../src/lib/experiment/column.js';
import { type ImageRegime, tables } from '../../src/papers/diffusion-spectral-entropy/tables.js';
import {
  coursesOf,
  gainBeyondThrice,
  gainsBetween,
  riseAsShare,
  rises,
  risesAsShareBetween,
  risesBetween,
  rising,
  risingInWords,
} from './course.js';

type ImagesRow = RowsOf<typeof tables>['images'][number];

type Read = 'train_acc' | 'val_acc' | 'dse' | 'dse_unit' | 'dsmi_y' | 'dsmi_x';

const claim = claimsOn(tables);

/** A column over the training of each network of a regime. */
function courses(images: readonly ImagesRow[], regime: ImageRegime, column: Read) {
  return coursesOf(
    images.filter((row) => row.regime === regime),
    ({ step }) => step,
    (row) => row[column],
  );
}

/** That a column rises in networks that learn what generalises: with true labels, and without any. */
const learningRises = (images: readonly ImagesRow[], column: Read) =>
  (['supervised', 'contrastive'] as const).flatMap((regime) =>
    rises(regime, courses(images, regime, column), 'bits'),
  );

/** The worst network's best accuracy, of a regime. */
const reached = (images: readonly ImagesRow[], regime: ImageRegime, column: 'train_acc' | 'val_acc') =>
  min(courses(images, regime, column), ({ values }) => max(values)!);

const memorises = (images: readonly ImagesRow[]) =>
  atLeast(
    'training accuracy with permuted labels, in the worst network,',
    reached(images, 'permuted', 'train_acc'),
    0.9,
  );

const generalise = (images: readonly ImagesRow[]) =>
  (['supervised', 'contrastive'] as const).map((regime) =>
    atLeast(`test accuracy, ${regime}, in the worst network,`, reached(images, regime, 'val_acc'), 0.9),
  );

const shared = {
  origin: 'abstract',
  source: { grade: 'text', place: 'abstract, sentence 7' },
  figure: 'images',
  tables: ['images'],
  pilot: true,
} as const;

const chance = { table: 'images', column: 'step', within: ['regime', 'seed'] } as const;
const armsChance = { table: 'images', column: 'regime', within: ['seed', 'step'] } as const;

export const imageClaims = [
  claim({
    ...shared,
    id: 'digits-dse-rises',
    statement:
      'On handwritten digits, the DSE of the last hidden layer of a small convolutional network rises during training, supervised and contrastive.',
    reported: 'DSE increases during training',
    measure: ({ images }) => learningRises(images, 'dse'),
    criterion: `supervised and contrastive: ${risingInWords}`,
    asks: rising,
    attainable: risesBetween,
    chance,
  }),
  claim({
    ...shared,
    id: 'digits-dse-rises-memorising',
    statement:
      'On handwritten digits, the DSE of the last hidden layer of a small convolutional network rises while it memorises permuted labels.',
    reported: 'DSE increases during training, also in overfitting',
    measure: ({ images }) => rises('permuted labels', courses(images, 'permuted', 'dse'), 'bits'),
    criterion: `with permuted labels: ${risingInWords}`,
    asks: rising,
    attainable: risesBetween,
    gates: ({ images }) => [memorises(images)],
    chance,
  }),
  claim({
    ...shared,
    id: 'digits-dse-rises-at-unit-distance',
    statement:
      'The DSE of the same layers rises, too, where they are rescaled to a mean distance of 1, supervised and contrastive: it is not the growth of their vectors alone.',
    origin: 'ours',
    source: { grade: 'text', place: 'a control of ours' },
    reported: 'nothing: the paper measures the layer as it is',
    measure: ({ images }) => learningRises(images, 'dse_unit'),
    criterion: `supervised and contrastive, the layer divided by the mean distance of its points and a kernel of width 1: ${risingInWords}`,
    asks: rising,
    attainable: risesBetween,
    chance,
  }),
  claim({
    ...shared,
    id: 'digits-dsmi-rises',
    statement:
      'On handwritten digits, the DSMI of the layer and the labels rises during supervised and during contrastive training.',
    reported:
      'increases during generalizable learning; to about 2 to 2.6 bits on MNIST, by the project’s page',
    measure: ({ images }) => learningRises(images, 'dsmi_y'),
    criterion: `supervised and contrastive: ${risingInWords}`,
    asks: rising,
    attainable: risesBetween,
    gates: ({ images }) => generalise(images),
    chance,
  }),
  claim({
    ...shared,
    id: 'digits-dsmi-generalisation',
    statement:
      'On handwritten digits, DSMI with the labels gains more than three times as much in supervised and in contrastive training as where permuted labels are memorised.',
    reported: 'increases during generalizable learning, not during overfitting',
    measure: ({ images }) =>
      (['supervised', 'contrastive'] as const).map((regime) => ({
        label: regime,
        measurement: gainBeyondThrice(
          courses(images, regime, 'dsmi_y'),
          courses(images, 'permuted', 'dsmi_y'),
        ),
      })),
    criterion:
      'over networks of one seed, the gains of supervised and of contrastive training from the first to the last checkpoint are both more than three times that with permuted labels',
    asks: liesAbove(0),
    attainable({ images }, { label }) {
      const { regime } = caseOf(label, images, (row) => row.regime);
      return gainsBetween(courses(images, regime, 'dsmi_y'), courses(images, 'permuted', 'dsmi_y'));
    },
    gates: ({ images }) => [memorises(images), ...generalise(images)],
    chance: armsChance,
  }),
  claim({
    ...shared,
    id: 'digits-dsmi-stagnates-memorising',
    statement:
      'On handwritten digits, DSMI with the labels stays about where it is while permuted labels are memorised.',
    reported: 'stays stagnant during overfitting; below about 0.5 bit in most runs, by the project’s page',
    measure: ({ images }) =>
      riseAsShare(courses(images, 'supervised', 'dsmi_y'), courses(images, 'permuted', 'dsmi_y')),
    criterion:
      'over pairs of one seed, the highest DSMI with permuted labels is less above the first one than a tenth of what supervised training gains',
    asks: liesBelow(0.1),
    attainable: ({ images }) =>
      risesAsShareBetween(courses(images, 'supervised', 'dsmi_y'), courses(images, 'permuted', 'dsmi_y')),
    gates: ({ images }) => [memorises(images)],
    chance: armsChance,
  }),
  claim({
    ...shared,
    id: 'digits-dsmi-with-input',
    statement:
      'On handwritten digits, the DSMI of the layer and the input rises during training, supervised and contrastive.',
    reported: 'increases on MNIST',
    measure: ({ images }) => learningRises(images, 'dsmi_x'),
    criterion: `DSMI with clusters of the images, supervised and contrastive: ${risingInWords}`,
    asks: rising,
    attainable: risesBetween,
    chance,
  }),
];
