import type { RunContext, RunEvents } from '../../src/lib/experiment/experiment.js';
import { correlatedNormals } from '../../src/lib/information/known/correlated-normals.js';
import { kozachenkoLeonenkoWeights } from '../../src/lib/information/kozachenko-leonenko-weights.js';
import { type Random, random } from '../../src/lib/statistics/random.js';
import { estimateInformation } from '../../src/papers/lossy-compression-ib/estimates.js';
import { neighbourEstimators, type WeightRow } from '../../src/papers/lossy-compression-ib/tables.js';
import type { definition, EstimatorParameters } from './estimator.js';

/** Dimensions of each variable. */
const d = 4;

/** Looks at the two estimators by neighbours, on normals. */
export async function* run({ params, seed }: RunContext<typeof definition>): RunEvents<typeof definition> {
  const { maps, mapped, repetitions, samples, information } = params;
  yield { table: 'weights', rows: weightRows(params) };
  for (let repetition = 0; repetition < maps; repetition++) {
    const source = random(seed, 'maps', repetition);
    const pair = correlatedNormals(mapped, d, information, source);
    const moved = { ...pair, x: affine(pair.x, source), y: affine(pair.y, source) };
    const rows = neighbourEstimators.map((estimator) => {
      const before = estimateInformation(pair, estimator).value;
      const difference = estimateInformation(moved, estimator).value - before;
      return { repetition, estimator, mi_est: before, difference };
    });
    yield { table: 'invariance', rows };
  }
  for (let repetition = 0; repetition < repetitions; repetition++) {
    const pair = correlatedNormals(samples, d, information, random(seed, 'normals', repetition));
    const rows = neighbourEstimators.map((estimator) => {
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

function weightRows({ dimensions, neighbours }: EstimatorParameters): WeightRow[] {
  return dimensions.flatMap((dimension) =>
    neighbours.flatMap((k) =>
      Array.from(kozachenkoLeonenkoWeights(dimension, k), (weight, at) => ({
        d: dimension,
        k,
        j: at + 1,
        weight,
      })),
    ),
  );
}
