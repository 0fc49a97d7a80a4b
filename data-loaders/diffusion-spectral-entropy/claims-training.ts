import { max, mean, min } from 'd3-array';
import { claimsOn } from '../../src/lib/claims/claims-on.js';
import { atLeast, atMost } from '../../src/lib/claims/gate.js';
import { liesAbove, liesBelow } from '../../src/lib/claims/predicate.js';
import type { RowsOf } from '../../src/lib/experiment/column.js';
import { tables } from '../../src/papers/diffusion-spectral-entropy/tables.js';
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

type TrainingRow = RowsOf<typeof tables>['training'][number];
type Regime = TrainingRow['regime'];
type Read = 'train_acc' | 'val_acc' | 'dse' | 'dse_unit' | 'dsmi_y';

const claim = claimsOn(tables);

/** A column over the training of each network of a regime. */
function courses(training: readonly TrainingRow[], regime: Regime, column: Read) {
  return coursesOf(
    training.filter((row) => row.regime === regime),
    ({ epoch }) => epoch,
    (row) => row[column],
  );
}

/** That every network knows its permuted labels at some time: what does not memorise says nothing of memorising. */
function memorises(training: readonly TrainingRow[]) {
  const reached = courses(training, 'wrong', 'train_acc').map(({ values }) => max(values)!);
  return atLeast('training accuracy with permuted labels, in the worst network,', min(reached), 0.9);
}

/** That networks with true labels do well on other rows, and those with permuted labels do not. */
function generalises(training: readonly TrainingRow[]) {
  const [learnt, memorised] = (['clean', 'wrong'] as const).map((regime) =>
    mean(courses(training, regime, 'val_acc'), ({ values }) => values[values.length - 1]),
  );
  return [
    atLeast('mean validation accuracy with true labels', learnt, 0.9),
    atMost('mean validation accuracy with permuted labels', memorised, 0.15),
  ];
}

const chance = { table: 'training', column: 'epoch', within: ['regime', 'seed'] } as const;
const armsChance = { table: 'training', column: 'regime', within: ['seed', 'epoch'] } as const;

export const trainingClaims = [
  claim({
    id: 'dse-rises-in-training',
    statement:
      'In small networks on a synthetic task, the DSE of the last hidden layer rises during training, with true labels and with permuted ones that are memorised.',
    origin: 'abstract',
    source: { grade: 'text', place: 'abstract, sentence 7' },
    reported: 'DSE increases during training',
    figure: 'training',
    tables: ['training'],
    measure: ({ training }) => [
      ...rises('true labels', courses(training, 'clean', 'dse'), 'bits'),
      ...rises('permuted labels', courses(training, 'wrong', 'dse'), 'bits'),
    ],
    criterion: `with true and with permuted labels: ${risingInWords}`,
    asks: rising,
    attainable: risesBetween,
    gates: ({ training }) => [memorises(training)],
    pilot: true,
    chance,
  }),
  claim({
    id: 'dse-rises-at-unit-distance',
    statement:
      'The DSE of the same layers rises with true labels, too, where they are rescaled to a mean distance of 1: it is not the growth of their vectors alone.',
    origin: 'ours',
    source: { grade: 'text', place: 'a control of ours' },
    reported: 'nothing: the paper measures the layer as it is',
    figure: 'training',
    tables: ['training'],
    measure: ({ training }) => rises('true labels, rescaled', courses(training, 'clean', 'dse_unit'), 'bits'),
    criterion: `with true labels, the layer divided by the mean distance of its points and a kernel of width 1: ${risingInWords}`,
    asks: rising,
    attainable: risesBetween,
    pilot: true,
    chance,
  }),
  claim({
    id: 'dsmi-rises-generalising',
    statement:
      'In small networks on a synthetic task, the DSMI of the last hidden layer and the labels rises while they learn to generalise.',
    origin: 'abstract',
    source: { grade: 'text', place: 'abstract, sentence 7' },
    reported:
      'increases during generalizable learning; to about 2 to 2.6 bits on MNIST, by the project’s page',
    figure: 'training',
    tables: ['training'],
    measure: ({ training }) => rises('true labels', courses(training, 'clean', 'dsmi_y'), 'bits'),
    criterion: `with true labels: ${risingInWords}`,
    asks: rising,
    attainable: risesBetween,
    gates: ({ training }) => generalises(training),
    pilot: true,
    chance,
  }),
  claim({
    id: 'dsmi-generalisation-only',
    statement:
      'In small networks on a synthetic task, DSMI with the labels gains more than three times as much where they generalise as where they memorise.',
    origin: 'abstract',
    source: { grade: 'text', place: 'abstract, sentence 7' },
    reported: 'increases during generalizable learning, not during overfitting',
    figure: 'training',
    tables: ['training'],
    measure: ({ training }) =>
      gainBeyondThrice(courses(training, 'clean', 'dsmi_y'), courses(training, 'wrong', 'dsmi_y')),
    criterion:
      'over pairs of one seed, the gain from the first to the last epoch with true labels is more than three times that with permuted ones',
    asks: liesAbove(0),
    attainable: ({ training }) =>
      gainsBetween(courses(training, 'clean', 'dsmi_y'), courses(training, 'wrong', 'dsmi_y')),
    gates: ({ training }) => [memorises(training), ...generalises(training)],
    pilot: true,
    chance: armsChance,
  }),
  claim({
    id: 'dsmi-stagnates-memorising',
    statement:
      'In small networks on a synthetic task, DSMI with the labels stays about where it is while permuted labels are memorised.',
    origin: 'abstract',
    source: { grade: 'text', place: 'abstract, sentence 7' },
    reported: 'stays stagnant during overfitting; below about 0.5 bit in most runs, by the project’s page',
    figure: 'training',
    tables: ['training'],
    measure: ({ training }) =>
      riseAsShare(courses(training, 'clean', 'dsmi_y'), courses(training, 'wrong', 'dsmi_y')),
    criterion:
      'over pairs of one seed, the highest DSMI with permuted labels is less above the first one than a tenth of what true labels gain',
    asks: liesBelow(0.1),
    attainable: ({ training }) =>
      risesAsShareBetween(courses(training, 'clean', 'dsmi_y'), courses(training, 'wrong', 'dsmi_y')),
    gates: ({ training }) => [memorises(training), ...generalises(training)],
    pilot: true,
    chance: armsChance,
  }),
];
