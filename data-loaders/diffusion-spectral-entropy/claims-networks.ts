import { groups, mean, min } from 'd3-array';
import { claimsOn } from '../../src/lib/experiment/claims-on.js';
import type { RowsOf } from '../../src/lib/experiment/column.js';
import { type Case, exactly, failures, worst } from '../../src/lib/experiment/measurement.js';
import { equals, liesAbove } from '../../src/lib/experiment/predicate.js';
import { spearman } from '../../src/lib/statistics/spearman.js';
import { significant } from '../../src/lib/text/number.js';
import { labelRegimes, tables } from '../../src/papers/diffusion-spectral-entropy/tables.js';
import { ends, span } from './comparison.js';

type TrainingRow = RowsOf<typeof tables>['training'][number];
type Regime = TrainingRow['regime'];

const claim = claimsOn(tables);

const regimeLabels = { clean: 'true labels', wrong: 'permuted labels' };
const riseUnit = 'bits, the smallest rise from the first to the last epoch';

const average = (values: readonly number[]) => mean(values) ?? NaN;

/** The first and the last row of each network of a regime, by seed. */
function endsOf(training: readonly TrainingRow[], regime: Regime) {
  return ends(
    training.filter((row) => row.regime === regime),
    ({ epoch }) => epoch,
  );
}

/** The gain of a column from the first to the last epoch, of each network of a regime. */
function gains(training: readonly TrainingRow[], regime: Regime, column: 'dse' | 'dsmi_y'): number[] {
  return endsOf(training, regime).map(({ first, last }) => last[column] - first[column]);
}

/** Where the DSE of a regime's networks starts, and how low it falls on its way. */
function course(training: readonly TrainingRow[], regime: Regime): string {
  const networks = groups(
    training.filter((row) => row.regime === regime),
    ({ seed }) => seed,
  );
  const start = endsOf(training, regime).map(({ first }) => first.dse);
  const lowest = networks.map(([, own]) => min(own, ({ dse }) => dse) ?? NaN);
  return `on average from ${significant(average(start))} by way of a lowest ${significant(average(lowest))}`;
}

export const networkClaims = [
  claim({
    id: 'dse-rises-in-training',
    statement:
      'The DSE of the last hidden layer rises during training, whether a network generalises or memorises.',
    kind: 'qualitative',
    reported: { value: 'rises in all regimes', where: 'main figures, image data' },
    figure: 'training',
    tables: ['training'],
    measure({ training }) {
      const cases = labelRegimes.map((regime): Case => {
        const all = gains(training, regime, 'dse');
        const by = regime === 'wrong' ? `, ${course(training, regime)}` : '';
        return {
          label: regimeLabels[regime],
          measurement: exactly(min(all) ?? null, riseUnit, `${span(all)}${by}`, all.length),
        };
      });
      return worst(cases, 'smallest');
    },
    criterion:
      'DSE is higher after the last epoch than before training, for every seed, with true and with permuted labels',
    judge: liesAbove(0),
  }),
  claim({
    id: 'dsmi-generalisation-only',
    statement:
      'The DSMI of the layer and the labels rises when a network generalises, not when it memorises.',
    kind: 'qualitative',
    reported: { value: 'rises to ≈ 2–2.6 bits; below ≈ 0.5', where: 'main figures, MNIST' },
    figure: 'training',
    tables: ['training'],
    measure({ training }) {
      const [clean, wrong] = labelRegimes.map((regime) => average(gains(training, regime, 'dsmi_y')));
      const [learnt, memorised] = labelRegimes.map((regime) =>
        average(endsOf(training, regime).map(({ last }) => last.val_acc)),
      );
      return failures(
        [
          {
            holds: clean > 3 * wrong,
            detail: `DSMI gains ${significant(clean)} bits with true labels, ${significant(wrong)} with permuted ones`,
          },
          { holds: learnt > 0.9, detail: `validation accuracy with true labels ${significant(learnt)}` },
          { holds: memorised < 0.15, detail: `with permuted labels ${significant(memorised)}` },
        ],
        endsOf(training, 'clean').length,
      );
    },
    criterion:
      'on average over seeds the gain with true labels is more than 3 times that with permuted ones, validation accuracy is above 0.9 with true labels and below 0.15 with permuted ones',
    judge: equals(0),
  }),
  claim({
    id: 'low-dse-initialisation',
    statement: 'A network whose first weights give a low DSE trains faster and ends better.',
    kind: 'qualitative',
    reported: {
      value: 'low first DSE converges faster and better',
      where: 'initialisation figure, CIFAR-10 and STL-10',
    },
    figure: 'initialisation',
    tables: ['initialisation'],
    measure({ initialisation }) {
      const averageOf = (deviation: number, epoch: number, column: 'val_acc' | 'initial_dse') =>
        average(
          initialisation
            .filter((row) => row.deviation === deviation && row.epoch === epoch)
            .map((row) => row[column]),
        );
      const [low, high] = [0.1, 0.3];
      const accuracies = [4, 40].map((epoch) => {
        const [small, large] = [low, high].map((deviation) => averageOf(deviation, epoch, 'val_acc'));
        return {
          holds: small > large,
          detail: `accuracy after ${epoch} epochs ${significant(small)} against ${significant(large)}`,
        };
      });
      const [dseLow, dseHigh] = [low, high].map((deviation) => averageOf(deviation, 0, 'initial_dse'));
      const tiny = min(initialisation, ({ deviation }) => deviation) ?? NaN;
      const slow = `after one epoch ${significant(averageOf(tiny, 1, 'val_acc'))} at ${tiny}, where DSE starts at ${significant(averageOf(tiny, 0, 'initial_dse'))}, and ${significant(averageOf(low, 1, 'val_acc'))} at ${low}`;
      return failures(
        [
          {
            holds: dseLow < dseHigh,
            detail: `DSE starts at ${significant(dseLow)} for weights of deviation ${low}, at ${significant(dseHigh)} for ${high} (${slow})`,
          },
          ...accuracies,
        ],
        new Set(initialisation.map(({ seed }) => seed)).size,
      );
    },
    criterion:
      'hidden weights of deviation 0.1 give a lower first DSE than those of 0.3 and, on average over seeds, a higher validation accuracy after 4 and after 40 epochs',
    judge: equals(0),
  }),
  claim({
    id: 'dsmi-predicts-accuracy',
    statement: 'Across models, the DSMI of the layer and the labels goes with accuracy.',
    kind: 'qualitative',
    reported: { value: 'positive correlation (962 ImageNet models)', where: 'ImageNet figure' },
    figure: 'models',
    tables: ['models'],
    measure({ models }) {
      const rhoOf = (column: 'dsmi_y' | 'dse') =>
        spearman(
          models.map((row) => row[column]),
          models.map(({ val_acc }) => val_acc),
        );
      return exactly(
        rhoOf('dsmi_y'),
        'Spearman’s ρ of DSMI and accuracy',
        `over ${models.length} small networks on one synthetic task; DSE alone, which knows no labels, reaches ${significant(rhoOf('dse'))}`,
        models.length,
      );
    },
    criterion: 'Spearman’s ρ is above 0.5 over the 24 random models',
    judge: liesAbove(0.5),
  }),
];
