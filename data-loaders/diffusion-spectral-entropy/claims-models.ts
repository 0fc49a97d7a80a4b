import { groups, max, mean, sort } from 'd3-array';
import { caseOf, correlations, relativeTo, shares } from '../../src/lib/claims/attainable.js';
import { claimsOn } from '../../src/lib/claims/claims-on.js';
import {
  bootstrapped,
  type Condition,
  correlationOf,
  type IntervalMeasurement,
  overSeeds,
} from '../../src/lib/claims/measurement.js';
import { liesAbove, liesBelow } from '../../src/lib/claims/predicate.js';
import type { RowsOf } from '../../src/lib/experiment/column.js';
import { spearman } from '../../src/lib/statistics/spearman.js';
import { percent, significant } from '../../src/lib/text/number.js';
import { tables } from '../../src/papers/diffusion-spectral-entropy/tables.js';

type InitialisationRow = RowsOf<typeof tables>['initialisation'][number];
type ModelRow = RowsOf<typeof tables>['models'][number];

const claim = claimsOn(tables);

/** Early in training, and at its end. */
const looks = (rows: readonly InitialisationRow[]) => [4, max(rows, ({ epoch }) => epoch) ?? 40];

/** The networks of a seed at an epoch, a row a size of their first weights; empty where one is missing. */
function networksAt(rows: readonly InitialisationRow[], epoch: number): (readonly InitialisationRow[])[] {
  const sizes = new Set(rows.map(({ deviation }) => deviation)).size;
  return groups(rows, ({ seed }) => seed).map(([, own]) => {
    const now = own.filter((row) => row.epoch === epoch);
    return now.length === sizes ? sort(now, ({ deviation }) => deviation) : [];
  });
}

/** How accuracy goes with the first DSE, over the sizes of the first weights. */
function orderOf(rows: readonly InitialisationRow[], epoch: number): Condition<IntervalMeasurement> {
  const networks = networksAt(rows, epoch);
  const told = sort(new Set(rows.map(({ deviation }) => deviation))).map((size) => {
    const own = networks.flat().filter(({ deviation }) => deviation === size);
    const [dse, accuracy] = (['initial_dse', 'val_acc'] as const).map((column) =>
      mean(own, (row) => row[column]),
    );
    return `${significant(dse ?? NaN)} bits ${percent(accuracy ?? NaN, 1)}`;
  });
  return {
    label: `after ${epoch} epochs`,
    measurement: overSeeds(
      networks.map((own) =>
        own.length === 0
          ? null
          : spearman(
              own.map(({ initial_dse }) => initial_dse),
              own.map(({ val_acc }) => val_acc),
            ),
      ),
      'rank correlation of first DSE and accuracy',
      `first DSE and accuracy, on average over seeds: ${told.join(', ')}`,
    ),
  };
}

/** How much more accurate small first weights are than large ones. */
function pairOf(rows: readonly InitialisationRow[], epoch: number): Condition<IntervalMeasurement> {
  const [small, large] = [0.1, 0.3];
  const pairs = networksAt(rows, epoch).map((own) => {
    const [low, high] = [small, large].map((size) => own.find(({ deviation }) => deviation === size));
    return low && high ? { low, high } : undefined;
  });
  const average = (side: 'low' | 'high') =>
    significant(mean(pairs, (pair) => pair?.[side].initial_dse) ?? NaN);
  return {
    label: `after ${epoch} epochs`,
    measurement: overSeeds(
      pairs.map((pair) => (pair ? pair.low.val_acc - pair.high.val_acc : null)),
      'validation accuracy, small first weights less large ones',
      `first DSE ${average('low')} bits at deviation ${small}, ${average('high')} at ${large}`,
    ),
  };
}

const correlationWith = (models: readonly ModelRow[], column: 'dsmi_y' | 'dse') =>
  spearman(
    models.map((row) => row[column]),
    models.map(({ val_acc }) => val_acc),
  );

const reportedInitialisation = {
  figure: 'initialisation',
  tables: ['initialisation'],
  pilot: true,
} as const;

export const modelClaims = [
  claim({
    ...reportedInitialisation,
    id: 'low-dse-initialisation',
    statement:
      'In small networks on a synthetic task, the lower the DSE that first weights give, the faster a network trains and the better it ends.',
    origin: 'abstract',
    source: { grade: 'text', place: 'abstract, sentence 8' },
    reported: 'DSE can guide better initialisation',
    measure: ({ initialisation }) => looks(initialisation).map((epoch) => orderOf(initialisation, epoch)),
    criterion:
      'over five sizes of the hidden layers’ first weights, Spearman’s ρ of first DSE and validation accuracy lies below 0 on average over seeds, after 4 epochs and at the end; −0.5 is the smallest effect of interest',
    asks: liesBelow(0, { effect: -0.5 }),
    attainable: () => correlations,
    chance: { table: 'initialisation', column: 'initial_dse', within: ['seed'] },
  }),
  claim({
    ...reportedInitialisation,
    id: 'high-dse-initialisation',
    statement:
      'In small networks on a synthetic task, first weights whose DSE is near its maximum train more slowly and end worse than weights a third as large.',
    origin: 'body',
    source: { grade: 'second-hand', place: 'the project’s page, figure on initialisation' },
    reported:
      'a low first DSE (weights of deviation 0.01) converges faster and ends better than a high one (0.1), on CIFAR-10 and STL-10',
    measure: ({ initialisation }) => looks(initialisation).map((epoch) => pairOf(initialisation, epoch)),
    criterion:
      'over pairs of one seed, hidden weights of deviation 0.1 give a higher validation accuracy than those of 0.3, after 4 epochs and at the end; 0.01 is the smallest effect of interest',
    asks: liesAbove(0, { effect: 0.01 }),
    attainable({ initialisation }, { label }) {
      const look = caseOf(label, looks(initialisation), (epoch) => `after ${epoch} epochs`);
      const large = initialisation.filter(({ epoch, deviation }) => epoch === look && deviation === 0.3);
      return relativeTo(
        shares,
        mean(large, ({ val_acc }) => val_acc),
      );
    },
    chance: { table: 'initialisation', column: 'deviation', within: ['seed'] },
  }),
  claim({
    id: 'dsmi-predicts-accuracy',
    statement:
      'Across small networks of many sizes and trainings on one synthetic task, the DSMI of the last hidden layer and the labels goes with accuracy.',
    origin: 'abstract',
    source: { grade: 'text', place: 'abstract, sentence 8' },
    reported: 'DSMI predicts accuracy across 962 ImageNet models',
    figure: 'models',
    tables: ['models'],
    measure: ({ models }) =>
      correlationOf(
        {
          value: models.length < 2 ? NaN : correlationWith(models, 'dsmi_y'),
          pairs: models.length,
          kind: 'Spearman',
        },
        'Spearman’s ρ of DSMI and accuracy',
        `over ${models.length} networks`,
      ),
    criterion:
      'Spearman’s ρ of DSMI with the labels and validation accuracy is above 0.5 over the random models',
    asks: liesAbove(0.5),
    pilot: true,
    chance: { table: 'models', column: 'val_acc', within: [] },
  }),
  claim({
    id: 'dsmi-predicts-beyond-dse',
    statement:
      'Across the same networks, DSMI goes with accuracy more closely than DSE, which knows no labels.',
    origin: 'ours',
    source: { grade: 'text', place: 'a control of ours' },
    reported: 'nothing: a rival that could have passed too',
    figure: 'models',
    tables: ['models'],
    measure: ({ models }) =>
      bootstrapped(
        models,
        (some) => correlationWith(some, 'dsmi_y') - correlationWith(some, 'dse'),
        'Spearman’s ρ with accuracy, that of DSMI less that of DSE',
        `over ${models.length} networks`,
      ),
    criterion: 'the difference of the two correlations lies above 0; 0.1 is the smallest effect of interest',
    asks: liesAbove(0, { effect: 0.1 }),
    attainable: ({ models }) => relativeTo(correlations, correlationWith(models, 'dse')),
    pilot: true,
  }),
];
