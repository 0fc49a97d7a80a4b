import { mean, min } from 'd3-array';
import type { Measurement } from '../../src/lib/experiment/claim.js';
import { claimsOn } from '../../src/lib/experiment/claims-on.js';
import { exactly, failures } from '../../src/lib/experiment/measurement.js';
import { equals, isLessThan } from '../../src/lib/experiment/predicate.js';
import { random } from '../../src/lib/statistics/random.js';
import { decimals } from '../../src/lib/text/number.js';
import { bootstrapPearson } from '../../src/papers/adaptive-estimators/pearson.js';
import { tables } from '../../src/papers/adaptive-estimators/tables.js';
import { welchInterval } from '../../src/papers/adaptive-estimators/welch.js';
import { lastLayer, type RunRow, runsOf, short } from './measures.js';

const claim = claimsOn(tables);

/** The networks that are alive, a row each. */
function alive(runs: readonly RunRow[], activation: RunRow['activation'], l2: number): RunRow[] {
  return runsOf(runs, activation, l2).filter((row) => row.layer === lastLayer && row.alive);
}

/** By how much a network is better on the patterns that it was trained on. */
const gap = ({ acc_train, acc_test }: RunRow) => acc_train - acc_test;

/** Networks of an activation that are needed for a correlation to say something. */
const fewest = 30;

/** Correlations of drop and test accuracy in the layers that the claim speaks of. */
function correlations(rows: readonly RunRow[]): Measurement {
  const groups = [...new Set(rows.map(({ activation }) => activation))].map((activation) => {
    const own = runsOf(rows, activation).filter((row) => row.alive);
    return { activation, rows: own, networks: own.length / lastLayer };
  });
  const large = groups.filter(({ networks }) => networks >= fewest);
  const counts = groups.map(({ activation, networks }) => `${activation} ${networks}`).join(', ');
  const told = `runs alive: ${counts}`;
  if (large.length === 0)
    return exactly(null, 'conditions fail', `${told}; the criterion asks for ${fewest}`, 0);
  const found = large.flatMap(({ activation, rows: own }) =>
    [2, 3, 4, 5].map((layer) => {
      const inLayer = own.filter((row) => row.layer === layer);
      const interval = bootstrapPearson(
        inLayer.map(({ drop }) => drop),
        inLayer.map(({ acc_test }) => acc_test),
        random(1, 'bootstrap', activation, layer),
      );
      return { activation, layer, ...interval };
    }),
  );
  const seeds = min(large, ({ networks }) => networks)!;
  const conditions = found.flatMap(({ activation, layer, value, low, high }) =>
    value === null || low === null || high === null
      ? []
      : {
          holds: low > 0 === (layer === lastLayer),
          detail: `${activation} layer ${layer}: r = ${short(value)} [${short(low)}, ${short(high)}]`,
        },
  );
  if (conditions.length < found.length)
    return exactly(null, 'conditions fail', `${told}; a layer has no correlation`, seeds);
  const measured = failures(conditions, seeds);
  return { ...measured, detail: `${told}. ${measured.detail}` };
}

export const generalisationClaims = [
  claim({
    id: 'l2-prevents-overfitting',
    statement: 'L2 regularisation prevents overfitting: it narrows the gap of training and test accuracy.',
    kind: 'qualitative',
    reported: { value: 'prevents overfitting', where: 'abstract' },
    figure: 'drops',
    tables: ['runs'],
    measure({ runs }) {
      const [penalised, without] = [alive(runs, 'relu', 0.015), alive(runs, 'relu', 0)];
      const told = (activation: RunRow['activation'], l2: number) => {
        const rows = alive(runs, activation, l2);
        const all = runsOf(runs, activation, l2).length / lastLayer;
        const accuracy = mean(rows, ({ acc_test }) => acc_test) ?? NaN;
        return `${activation}, λ = ${l2}: gap ${decimals(mean(rows, gap) ?? NaN, 3)}, test accuracy ${decimals(accuracy, 3)}, ${rows.length} of ${all} runs alive`;
      };
      return {
        ...welchInterval(penalised.map(gap), without.map(gap)),
        unit: 'difference of the mean gaps of accuracy, with L2 less without',
        seeds: penalised.length,
        detail: (['relu', 'tanh'] as const)
          .flatMap((activation) => [told(activation, 0), told(activation, 0.015)])
          .join('; '),
      };
    },
    criterion:
      'ReLU, runs that are alive: the mean gap with λ = 0.015 is smaller than without; other λ and other activations are not judged',
    judge: isLessThan(0),
  }),
  claim({
    id: 'last-layer-only-correlates',
    statement: 'Compression and test accuracy correlate positively in the last layer, and in no other.',
    kind: 'qualitative',
    reported: { value: 'last layer only', where: 'abstract' },
    figure: 'generalisation',
    tables: ['initialisations'],
    measure: ({ initialisations }) => correlations(initialisations),
    criterion: `of each activation with at least ${fewest} runs alive, the bootstrap 95 % interval of Pearson’s r between drop and test accuracy lies above 0 for layer 5, and for none of layers 2 to 4`,
    judge: equals(0),
  }),
];
