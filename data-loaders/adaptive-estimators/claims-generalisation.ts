import { cross, groups } from 'd3-array';
import { caseOf, correlations, relativeTo } from '../../src/lib/claims/attainable.js';
import { claimsOn } from '../../src/lib/claims/claims-on.js';
import { atLeast } from '../../src/lib/claims/gate.js';
import { bootstrapped, correlationOf } from '../../src/lib/claims/measurement.js';
import { liesAbove } from '../../src/lib/claims/predicate.js';
import { pearson } from '../../src/papers/adaptive-estimators/pearson.js';
import { tables } from '../../src/papers/adaptive-estimators/tables.js';
import { lastLayer, lastLayers, type RunRow, runsOf } from './measures.js';

const claim = claimsOn(tables);

const both = ['tanh', 'relu'] as const;

/** Networks of an activation that are needed for a correlation to say something. */
const fewest = 30;

/** A network that is alive. */
interface Network {
  readonly accuracy: number;
  /** The drop of each layer, the first nearest to the input; NaN where one is missing. */
  readonly drops: readonly number[];
}

function networksOf(rows: readonly RunRow[], activation: RunRow['activation']): Network[] {
  const alive = runsOf(rows, activation).filter((row) => row.alive);
  return groups(alive, ({ seed }) => seed).map(([, layers]) => ({
    accuracy: layers[0].acc_test,
    drops: Array.from(
      { length: lastLayer },
      (_, at) => layers.find(({ layer }) => layer === at + 1)?.drop ?? NaN,
    ),
  }));
}

/** Correlation of a layer's drop and test accuracy over networks; NaN where a drop is missing or none differs. */
function correlationIn(networks: readonly Network[], layer: number): number {
  const drops = networks.map((network) => network.drops[layer - 1]);
  if (networks.length < 2 || !drops.every(Number.isFinite)) return NaN;
  return pearson(
    drops,
    networks.map(({ accuracy }) => accuracy),
  );
}

/** That enough networks are alive. */
const enough = (rows: readonly RunRow[]) =>
  both.map((activation) =>
    atLeast(
      `the number of ${activation} networks that are alive`,
      lastLayers(rows, activation).filter(({ alive }) => alive).length,
      fewest,
    ),
  );

const shared = {
  origin: 'abstract',
  source: { grade: 'text', place: 'abstract, sentence 10' },
  figure: 'generalisation',
  tables: ['initialisations'],
  pilot: true,
  chance: { table: 'initialisations', column: 'acc_test', within: ['activation', 'l2', 'split'] },
} as const;

export const generalisationClaims = [
  claim({
    ...shared,
    id: 'last-layer-correlates',
    statement:
      'Over small networks that differ by their seed alone, compression of the last layer and test accuracy correlate positively, with tanh and with ReLU.',
    reported: 'compression of the last layer is positively correlated with generalisation',
    measure: ({ initialisations }) =>
      both.map((activation) => {
        const networks = networksOf(initialisations, activation);
        return {
          label: activation,
          measurement: correlationOf(
            { value: correlationIn(networks, lastLayer), pairs: networks.length, kind: 'Pearson' },
            'Pearson’s r of drop and test accuracy',
            `over ${networks.length} networks that are alive`,
          ),
        };
      }),
    criterion: `of tanh and of ReLU networks, at least ${fewest} that are alive: Pearson’s r between the drop of layer 5 and test accuracy lies above 0; 0.1 is the smallest effect of interest`,
    asks: liesAbove(0, { effect: 0.1 }),
    gates: ({ initialisations }) => enough(initialisations),
  }),
  claim({
    ...shared,
    id: 'last-layer-only-correlates',
    statement:
      'In the same networks, compression of the last layer goes with test accuracy, and that of layers 2, 3 and 4 does so less.',
    reported: 'only compression of the last layer is positively correlated with generalisation',
    measure: ({ initialisations }) =>
      both.flatMap((activation) => {
        const networks = networksOf(initialisations, activation);
        return [2, 3, 4].map((layer) => ({
          label: `${activation} layer ${layer}`,
          measurement: bootstrapped(
            networks,
            (some) => correlationIn(some, lastLayer) - correlationIn(some, layer),
            'Pearson’s r of drop and test accuracy, that of layer 5 less that of the layer',
            `over ${networks.length} networks that are alive`,
          ),
        }));
      }),
    criterion: `of tanh and of ReLU networks, at least ${fewest} that are alive: Pearson’s r between drop and test accuracy is larger in layer 5 than in each of layers 2 to 4; 0.1 is the smallest effect of interest`,
    asks: liesAbove(0, { effect: 0.1 }),
    attainable({ initialisations }, { label }) {
      const [activation, layer] = caseOf(
        label,
        cross(both, [2, 3, 4]),
        ([name, at]) => `${name} layer ${at}`,
      );
      return relativeTo(correlations, correlationIn(networksOf(initialisations, activation), layer));
    },
    gates: ({ initialisations }) => enough(initialisations),
  }),
];
