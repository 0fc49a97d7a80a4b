import type { ColumnTable } from 'arquero';
import type { Claim, Measurement } from '../../src/lib/experiment/claim.js';
import { equals, isLessThan } from '../../src/lib/experiment/predicate.js';
import { bootstrapPearson } from '../../src/lib/statistics/pearson.js';
import { random } from '../../src/lib/statistics/random.js';
import { welchInterval } from '../../src/lib/statistics/welch.js';
import { conditionsMet, lastLayer, mean, runsOf, short, type RunRow } from './measures.js';

/** One row a network, with the difference of its accuracies. */
function alive(runs: ColumnTable, activation: string, l2: number): (RunRow & { readonly gap: number })[] {
  return runsOf(runs, { activation, l2 })
    .filter((row) => row.layer === lastLayer && row.alive)
    .map((row) => ({ ...row, gap: row.acc_train - row.acc_test }));
}

function gaps(runs: ColumnTable, activation: string, l2: number): number[] {
  return alive(runs, activation, l2).map(({ gap }) => gap);
}

/** Networks of an activation that are needed for a correlation to say something. */
const fewest = 30;

/** Correlations of drop and test accuracy in the layers that the claim speaks of. */
function correlations(table: ColumnTable): Measurement {
  const activations = [...new Set(table.array('activation') as string[])];
  const groups = activations.map((activation) => ({
    activation,
    rows: runsOf(table, { activation }).filter((row) => row.alive),
  }));
  const large = groups.filter(({ rows }) => rows.length / lastLayer >= fewest);
  const counts = groups.map(({ activation, rows }) => `${activation} ${rows.length / lastLayer}`).join(', ');
  if (large.length === 0)
    return {
      ...{ value: null, low: null, high: null, unit: `of ${4 * groups.length} conditions hold`, seeds: 0 },
      detail: `runs alive: ${counts}; the criterion asks for ${fewest}`,
    };
  const conditions = large.flatMap(({ activation, rows }) =>
    [2, 3, 4, 5].map((layer) => {
      const inLayer = rows.filter((row) => row.layer === layer);
      const { value, low, high } = bootstrapPearson(
        inLayer.map(({ drop }) => drop),
        inLayer.map(({ acc_test }) => acc_test),
        random(1, 'bootstrap', activation, layer),
      );
      if (value === null || low === null || high === null) return null;
      const positive = low > 0;
      return {
        holds: positive === (layer === lastLayer),
        text: `${activation} layer ${layer}: r = ${short(value)} [${short(low)}, ${short(high)}]`,
      };
    }),
  );
  const measured = conditionsMet(conditions, Math.min(...large.map(({ rows }) => rows.length / lastLayer)));
  return { ...measured, detail: `runs alive: ${counts}. ${measured.detail}` };
}

/** All conditions of the correlation claim, however many activations had enough runs. */
function allHold(measurement: Measurement) {
  const conditions = Number(/^of (\d+)/.exec(measurement.unit)?.[1]);
  return equals(conditions)(measurement);
}

export const generalisationClaims: readonly Claim[] = [
  {
    id: 'l2-prevents-overfitting',
    statement: 'L2 regularisation prevents overfitting: it narrows the gap of training and test accuracy.',
    kind: 'qualitative',
    reported: { value: 'prevents overfitting', where: 'abstract' },
    figure: 'drops',
    tables: ['runs'],
    measure({ runs }) {
      const [penalised, without] = [gaps(runs, 'relu', 0.015), gaps(runs, 'relu', 0)];
      const told = (activation: string, l2: number) => {
        const rows = alive(runs, activation, l2);
        const all = runsOf(runs, { activation, l2 }).length / lastLayer;
        const accuracy = mean(rows.map(({ acc_test }) => acc_test));
        return `${activation}, λ = ${l2}: gap ${mean(rows.map(({ gap }) => gap)).toFixed(3)}, test accuracy ${accuracy.toFixed(3)}, ${rows.length} of ${all} runs alive`;
      };
      return {
        ...welchInterval(penalised, without),
        unit: 'difference of the mean gaps of accuracy, with L2 less without',
        seeds: penalised.length,
        detail: ['relu', 'tanh'].flatMap((name) => [told(name, 0), told(name, 0.015)]).join('; '),
      };
    },
    criterion:
      'ReLU, runs that are alive: the mean gap with λ = 0.015 is smaller than without; other λ and other activations are not judged',
    judge: isLessThan(0),
  },
  {
    id: 'last-layer-only-correlates',
    statement: 'Compression and test accuracy correlate positively in the last layer, and in no other.',
    kind: 'qualitative',
    reported: { value: 'last layer only', where: 'abstract' },
    figure: 'generalisation',
    tables: ['initialisations'],
    measure: ({ initialisations }) => correlations(initialisations),
    criterion: `of each activation with at least ${fewest} runs alive, the bootstrap 95 % interval of Pearson’s r between drop and test accuracy lies above 0 for layer 5, and for none of layers 2 to 4`,
    judge: allHold,
  },
];
