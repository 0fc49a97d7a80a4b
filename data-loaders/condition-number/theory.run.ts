import type { RowOf } from '../../src/lib/experiment/column.js';
import type { RunContext, RunEvents } from '../../src/lib/experiment/experiment.js';
import { finite } from '../../src/lib/experiment/finite.js';
import { type Random, random } from '../../src/lib/statistics/random.js';
import { conditionNumber } from '../../src/papers/condition-number/condition-number.js';
import { gaussHermite } from '../../src/papers/condition-number/gauss-hermite.js';
import {
  largestLinearEntropy,
  linearChannelInformation,
  linearEntropyBound,
  linearUnitEntropy,
  roundestSpectrum,
  scaledSpectrum,
} from '../../src/papers/condition-number/linear-unit.js';
import { singularValues } from '../../src/papers/condition-number/singular-values.js';
import { logTanhSlope, tanhUnitEntropy } from '../../src/papers/condition-number/tanh-unit.js';
import type { definition } from './theory.js';

type Parameters = RunContext<typeof definition>['params'];
type Columns = typeof definition.tables;
type SpectrumRow = RowOf<Columns['spectra']['columns']>;
type ScalingRow = RowOf<Columns['scaling']['columns']>;
type NonlinearityRow = RowOf<Columns['nonlinearity']['columns']>;
type OrderingRow = RowOf<Columns['orderings']['columns']>;

/** Variance of the noise in the column `information`, and points of the quadrature. */
const noiseVariance = 0.1;
const quadraturePoints = 200;

/** Linear units, or the untrained matrices of one shape, as the part says. */
export async function* run({
  params,
  part: { of },
  seed,
  signal,
}: RunContext<typeof definition>): RunEvents<typeof definition> {
  if (of.kind === 'linear') {
    yield { table: 'spectra', rows: params.units.flatMap((n) => spectraRows(n, params, seed)) };
    yield { table: 'scaling', rows: params.units.flatMap((n) => scalingRows(n, params, seed)) };
    yield { table: 'nonlinearity', rows: nonlinearityRows(params.sigmas) };
    yield { table: 'orderings', rows: params.orderings.map(orderingRow) };
    return;
  }
  const { rows, columns, draws } = of;
  const limit = marchenkoPasturCondition(rows, columns);
  for (let draw = 0; draw < draws; draw++) {
    signal.throwIfAborted();
    const matrix = gaussianMatrix(rows, columns, random(seed, 'untrained', rows, columns, draw));
    const kappa = finite(conditionNumber(singularValues(matrix, columns)));
    yield { table: 'matrices', rows: [{ rows, columns, draw, kappa, limit }] };
    yield { progress: (draw + 1) / draws };
  }
}

function spectraRows(n: number, { spectra, kappas }: Parameters, seed: number): SpectrumRow[] {
  const source = random(seed, 'spectra', n);
  const row = (kind: SpectrumRow['kind'], spectrum: Float64Array): SpectrumRow => {
    const kappa = conditionNumber(spectrum);
    const middle = spectrum.subarray(1, n - 1);
    const mid = Math.exp(middle.reduce((sum, sigma) => sum + 2 * Math.log(sigma), 0) / (n - 2));
    return {
      kind,
      n,
      c: n,
      kappa,
      entropy: linearUnitEntropy(spectrum),
      bound: linearEntropyBound(n, n, kappa),
      largest: largestLinearEntropy(n, n),
      mid: n === 2 ? null : mid,
    };
  };
  return [
    ...Array.from({ length: spectra }, () => row('random', randomSpectrum(n, source))),
    ...kappas.map((kappa) => row('optimum', roundestSpectrum(n, n, kappa))),
  ];
}

/**
 * Log-normal singular values, largest first, their squares summing to n. How far the extremes and the others spread is
 * drawn apart, so that some spectra come near the bound and others stay far below.
 */
function randomSpectrum(n: number, { uniform, normal }: Random): Float64Array {
  const [outer, inner] = [2.5 * uniform(), 1.2 * uniform()];
  const logs = Float64Array.from({ length: n }, (_, i) => (i < 2 ? outer : inner) * normal());
  const squares = logs.reduce((sum, log) => sum + Math.exp(2 * log), 0);
  return logs.map((log) => Math.exp(log) * Math.sqrt(n / squares)).sort((a, b) => b - a);
}

function scalingRows(n: number, { scaled, factors }: Parameters, seed: number): ScalingRow[] {
  return Array.from({ length: scaled }, (_, matrix) => {
    const values = gaussianMatrix(n, n, random(seed, 'scaling', n, matrix));
    const sigma = singularValues(values, n);
    const kappa = conditionNumber(sigma);
    return factors.map((factor): ScalingRow => {
      const times = singularValues(
        values.map((value) => factor * value),
        n,
      );
      const shift = linearUnitEntropy(times) - linearUnitEntropy(sigma);
      return {
        n,
        matrix,
        factor,
        kappa,
        kappa_error: Math.abs(conditionNumber(times) / kappa - 1),
        entropy_shift: shift,
        shift_error: Math.abs(shift - n * Math.log(factor)),
      };
    });
  }).flat();
}

function nonlinearityRows(sigmas: readonly number[]): NonlinearityRow[] {
  const { points, weights } = gaussHermite(quadraturePoints);
  return sigmas.map((sigma) => {
    const h_linear = linearUnitEntropy([sigma]);
    const slope = points.reduce((sum, z, i) => sum + weights[i] * logTanhSlope(sigma * z), 0);
    return { sigma, h_linear, h_tanh: tanhUnitEntropy(sigma), h_quadrature: h_linear + slope };
  });
}

function orderingRow(ratios: readonly number[]): OrderingRow {
  const spectrum = scaledSpectrum(ratios);
  return {
    spectrum: ratios.join(' : '),
    kappa: conditionNumber(spectrum),
    entropy: linearUnitEntropy(spectrum),
    information: linearChannelInformation(spectrum, noiseVariance),
  };
}

function gaussianMatrix(rows: number, columns: number, { normal }: Random): Float64Array {
  return Float64Array.from({ length: rows * columns }, normal);
}

/** (1 + √γ)/(1 − √γ), γ the ratio of the shorter to the longer side. */
function marchenkoPasturCondition(rows: number, columns: number): number | null {
  const root = Math.sqrt(Math.min(rows, columns) / Math.max(rows, columns));
  return finite((1 + root) / (1 - root));
}
