import type { Row } from '../../src/lib/experiment/column.js';
import type { Context, Definition, RunEvent } from '../../src/lib/experiment/experiment.js';
import { correlatedNormals } from '../../src/lib/information/known/correlated-normals.js';
import { kozachenkoLeonenkoWeights } from '../../src/lib/information/kozachenko-leonenko-weights.js';
import { type Random, random } from '../../src/lib/statistics/random.js';
import { estimateInformation, type EstimatorId } from './estimators.js';

export type EstimatorParameters = {
  /** Random maps on either side, and the sample that they move. */
  readonly maps: number;
  readonly mapped: number;
  /** Samples of normals of one information: how many, of how many points. */
  readonly repetitions: number;
  readonly samples: number;
  readonly information: number;
  /** Dimensions and numbers of neighbours of which the weights are shown. */
  readonly dimensions: readonly number[];
  readonly neighbours: readonly number[];
};

const estimators: readonly EstimatorId[] = ['kl', 'wkl'];
const d = 4;

const estimator = {
  type: 'string',
  description: 'kl: nearest neighbour; wkl: weighted five nearest neighbours',
} as const;

export const definition: Definition<EstimatorParameters> = {
  title: 'The estimator by itself',
  description:
    'Its invariance under affine maps, its scatter on normals of known information, and its weights.',
  tables: {
    invariance: {
      description: 'One row a pair of random maps of the two variables, each of four dimensions',
      columns: {
        repetition: { type: 'int32', description: 'number of the maps' },
        estimator,
        mi_est: { type: 'float64', unit: 'nats', description: 'estimate before the maps' },
        difference: {
          type: 'float64',
          unit: 'nats',
          description: 'estimate after the maps − estimate before',
        },
      },
    },
    normals: {
      description: 'One row an estimate on correlated normals of four dimensions each',
      columns: {
        repetition: { type: 'int32', description: 'number of the sample' },
        estimator,
        mi_true: { type: 'float64', unit: 'nats', description: 'true mutual information' },
        mi_est: { type: 'float64', unit: 'nats', description: 'estimated mutual information' },
        se: { type: 'float64', unit: 'nats', description: 'standard error as the estimator tells it' },
      },
    },
    weights: {
      description: 'One row a neighbour',
      columns: {
        d: { type: 'int32', description: 'dimension' },
        k: { type: 'int32', description: 'neighbours' },
        j: { type: 'int32', description: 'number of the neighbour, the nearest first' },
        weight: { type: 'float64', description: 'its weight' },
      },
    },
  },
  profiles: {
    quick: {
      maps: 20,
      mapped: 500,
      repetitions: 20,
      samples: 1000,
      information: 3,
      dimensions: [2, 4, 5, 6, 8, 10],
      neighbours: [3, 5, 8, 12],
    },
  },
  seed: 1,
  compute: 'plain',
  parts: () => [{ id: 'all' }],
};

export async function* run({
  params,
  seed,
}: Context<EstimatorParameters>): AsyncGenerator<RunEvent, void, void> {
  const { maps, mapped, repetitions, samples, information } = params;
  yield { table: 'weights', rows: weightRows(params) };
  for (let repetition = 0; repetition < maps; repetition++) {
    const source = random(seed, 'maps', repetition);
    const pair = correlatedNormals(mapped, d, information, source);
    const moved = { ...pair, x: affine(pair.x, source), y: affine(pair.y, source) };
    const rows = estimators.map((estimator): Row => {
      const before = estimateInformation(pair, estimator).value;
      const difference = estimateInformation(moved, estimator).value - before;
      return { repetition, estimator, mi_est: before, difference };
    });
    yield { table: 'invariance', rows };
  }
  for (let repetition = 0; repetition < repetitions; repetition++) {
    const pair = correlatedNormals(samples, d, information, random(seed, 'normals', repetition));
    const rows = estimators.map((estimator): Row => {
      const { value, standardError } = estimateInformation(pair, estimator);
      return { repetition, estimator, mi_true: information, mi_est: value, se: standardError };
    });
    yield { table: 'normals', rows };
    yield { progress: (repetition + 1) / repetitions };
  }
}

/** Points moved by a matrix of independent normals and by a shift: invertible with probability one. */
function affine(points: Float64Array, { normal }: Random): Float64Array {
  const matrix = Float64Array.from({ length: d * d }, normal);
  const shift = Float64Array.from({ length: d }, normal);
  return points.map((_, at) => {
    const [start, row] = [at - (at % d), at % d];
    let value = shift[row];
    for (let c = 0; c < d; c++) value += matrix[row * d + c] * points[start + c];
    return value;
  });
}

function weightRows({ dimensions, neighbours }: EstimatorParameters): Row[] {
  return dimensions.flatMap((dimension) =>
    neighbours.flatMap((k) =>
      Array.from(kozachenkoLeonenkoWeights(dimension, k), (weight, at): Row => ({
        d: dimension,
        k,
        j: at + 1,
        weight,
      })),
    ),
  );
}
