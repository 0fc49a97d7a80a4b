import type { Claim } from '../../src/lib/experiment/claim.js';
import { failures, mean, rowsOf } from '../../src/lib/experiment/measuring.js';
import { equals, liesAbove } from '../../src/lib/experiment/predicate.js';
import { spearman } from '../../src/lib/statistics/spearman.js';
import { ends, levels, short, span } from './comparison.js';

interface TrainingRow {
  readonly regime: 'clean' | 'wrong';
  readonly seed: number;
  readonly epoch: number;
  readonly val_acc: number;
  readonly dse: number;
  readonly dsmi_y: number;
  readonly norm: number;
  readonly dsmi_y_unit: number;
}

interface InitialisationRow {
  readonly deviation: number;
  readonly seed: number;
  readonly initial_dse: number;
  readonly epoch: number;
  readonly val_acc: number;
}

interface ModelRow {
  readonly val_acc: number;
  readonly dse: number;
  readonly dsmi_y: number;
}

/** The first and the last row of each network of a regime, by seed. */
const endsOf = (rows: readonly TrainingRow[], regime: string) => ends(rows, regime, ({ epoch }) => epoch);

const gains = (rows: readonly TrainingRow[], regime: string, column: 'dse' | 'dsmi_y' | 'dsmi_y_unit') =>
  endsOf(rows, regime).map(({ first, last }) => last[column] - first[column]);

export const networkClaims: readonly Claim[] = [
  {
    id: 'dse-rises-in-training',
    statement:
      'The DSE of the last hidden layer rises during training, whether a network generalises or memorises.',
    kind: 'qualitative',
    reported: { value: 'rises in all regimes', where: 'main figures, image data' },
    figure: 'training',
    tables: ['training'],
    measure({ training }) {
      const rows = rowsOf<TrainingRow>(training);
      const clean = gains(rows, 'clean', 'dse');
      const wrong = gains(rows, 'wrong', 'dse');
      const all = [...clean, ...wrong];
      const value = Math.min(...all);
      const lowest = levels(rows, ({ seed }) => seed).map((seed) =>
        Math.min(...rows.filter((row) => row.regime === 'wrong' && row.seed === seed).map(({ dse }) => dse)),
      );
      const start = endsOf(rows, 'wrong').map(({ first }) => first.dse);
      return {
        ...{ value, low: value, high: value, seeds: clean.length },
        unit: 'bits, the smallest rise from the first to the last epoch',
        detail: `true labels: ${span(clean)}; permuted labels: ${span(wrong)}, on average from ${short(mean(start))} by way of a lowest ${short(mean(lowest))}`,
      };
    },
    criterion:
      'DSE is higher after the last epoch than before training, for every seed, with true and with permuted labels',
    judge: liesAbove(0),
  },
  {
    id: 'dsmi-generalisation-only',
    statement:
      'The DSMI of the layer and the labels rises when a network generalises, not when it memorises.',
    kind: 'qualitative',
    reported: { value: 'rises to ≈ 2–2.6 bits; below ≈ 0.5', where: 'main figures, MNIST' },
    figure: 'training',
    tables: ['training'],
    measure({ training }) {
      const rows = rowsOf<TrainingRow>(training);
      const [clean, wrong] = [mean(gains(rows, 'clean', 'dsmi_y')), mean(gains(rows, 'wrong', 'dsmi_y'))];
      const accuracies = (regime: string) => endsOf(rows, regime).map(({ last }) => last.val_acc);
      const [learnt, memorised] = [mean(accuracies('clean')), mean(accuracies('wrong'))];
      return failures(
        [
          {
            holds: clean > 3 * wrong,
            detail: `DSMI gains ${short(clean)} bits with true labels, ${short(wrong)} with permuted ones`,
          },
          { holds: learnt > 0.9, detail: `validation accuracy with true labels ${short(learnt)}` },
          { holds: memorised < 0.15, detail: `with permuted labels ${short(memorised)}` },
        ],
        endsOf(rows, 'clean').length,
      );
    },
    criterion:
      'on average over seeds the gain with true labels is more than 3 times that with permuted ones, validation accuracy is above 0.9 with true labels and below 0.15 with permuted ones',
    judge: equals(0),
  },
  {
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
      const rows = rowsOf<InitialisationRow>(initialisation);
      const average = (deviation: number, epoch: number, column: 'val_acc' | 'initial_dse') =>
        mean(
          rows.filter((row) => row.deviation === deviation && row.epoch === epoch).map((row) => row[column]),
        );
      const [low, high] = [0.1, 0.3];
      const accuracies = [4, 40].map((epoch) => {
        const [small, large] = [low, high].map((deviation) => average(deviation, epoch, 'val_acc'));
        return {
          holds: small > large,
          detail: `accuracy after ${epoch} epochs ${short(small)} against ${short(large)}`,
        };
      });
      const [dseLow, dseHigh] = [low, high].map((deviation) => average(deviation, 0, 'initial_dse'));
      const tiny = Math.min(...levels(rows, ({ deviation }) => deviation));
      const slow = `after one epoch ${short(average(tiny, 1, 'val_acc'))} at ${tiny}, where DSE starts at ${short(average(tiny, 0, 'initial_dse'))}, and ${short(average(low, 1, 'val_acc'))} at ${low}`;
      return failures(
        [
          {
            holds: dseLow < dseHigh,
            detail: `DSE starts at ${short(dseLow)} for weights of deviation ${low}, at ${short(dseHigh)} for ${high} (${slow})`,
          },
          ...accuracies,
        ],
        levels(rows, ({ seed }) => seed).length,
      );
    },
    criterion:
      'hidden weights of deviation 0.1 give a lower first DSE than those of 0.3 and, on average over seeds, a higher validation accuracy after 4 and after 40 epochs',
    judge: equals(0),
  },
  {
    id: 'dsmi-predicts-accuracy',
    statement: 'Across models, the DSMI of the layer and the labels goes with accuracy.',
    kind: 'qualitative',
    reported: { value: 'positive correlation (962 ImageNet models)', where: 'ImageNet figure' },
    figure: 'models',
    tables: ['models'],
    measure({ models }) {
      const rows = rowsOf<ModelRow>(models);
      const accuracy = rows.map(({ val_acc }) => val_acc);
      const value = spearman(
        rows.map(({ dsmi_y }) => dsmi_y),
        accuracy,
      );
      const alone = spearman(
        rows.map(({ dse }) => dse),
        accuracy,
      );
      return {
        ...{ value, low: value, high: value, seeds: rows.length },
        unit: 'Spearman’s ρ of DSMI and accuracy',
        detail: `over ${rows.length} small networks on one synthetic task; DSE alone, which knows no labels, reaches ${short(alone)}`,
      };
    },
    criterion: 'Spearman’s ρ is above 0.5 over the 24 random models',
    judge: liesAbove(0.5),
  },
];
