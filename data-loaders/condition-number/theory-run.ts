import type { Row } from '../../src/lib/experiment/column.js';
import type { Context, RunEvent } from '../../src/lib/experiment/experiment.js';
import {
  largestLinearEntropy,
  linearChannelInformation,
  linearEntropyBound,
  linearUnitEntropy,
  roundestSpectrum,
} from '../../src/lib/information/linear-unit.js';
import { logTanhSlope, tanhUnitEntropy } from '../../src/lib/information/tanh-unit.js';
import { conditionNumber } from '../../src/lib/linear-algebra/condition-number.js';
import { singularValues } from '../../src/lib/linear-algebra/singular-values.js';
import { gaussHermite } from '../../src/lib/statistics/gauss-hermite.js';
import { type Random, random } from '../../src/lib/statistics/random.js';
import type { TheoryParameters } from './theory-parameters.js';

/** Variance of the noise in the column `information`, and points of the quadrature. */
const noiseVariance = 0.1;
const quadraturePoints = 200;

/** Runs the part `linear`, or the untrained matrices of one shape, `<rows>x<columns>`. */
export async function* runTheory({
  params,
  part,
  seed,
  signal,
}: Context<TheoryParameters>): AsyncGenerator<RunEvent, void, void> {
  if (part.id === 'linear') {
    yield { table: 'spectra', rows: params.units.flatMap((n) => spectraRows(n, params, seed)) };
    yield { table: 'scaling', rows: params.units.flatMap((n) => scalingRows(n, params, seed)) };
    yield { table: 'nonlinearity', rows: nonlinearityRows(params.sigmas) };
    yield { table: 'orderings', rows: params.orderings.map(orderingRow) };
    return;
  }
  const [rows, columns] = part.id.split('x').map(Number);
  const limit = marchenkoPasturCondition(rows, columns);
  for (let draw = 0; draw < params.draws; draw++) {
    signal.throwIfAborted();
    const matrix = gaussianMatrix(rows, columns, random(seed, 'untrained', rows, columns, draw));
    const kappa = finite(conditionNumber(singularValues(matrix, columns)));
    yield { table: 'matrices', rows: [{ rows, columns, draw, kappa, limit }] };
    yield { progress: (draw + 1) / params.draws };
  }
}

function spectraRows(n: number, { spectra, kappas }: TheoryParameters, seed: number): Row[] {
  const source = random(seed, 'spectra', n);
  const row = (kind: string, spectrum: Float64Array): Row => {
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

function scalingRows(n: number, { scaled, factors }: TheoryParameters, seed: number): Row[] {
  return Array.from({ length: scaled }, (_, matrix) => {
    const values = gaussianMatrix(n, n, random(seed, 'scaling', n, matrix));
    const sigma = singularValues(values, n);
    const kappa = conditionNumber(sigma);
    return factors.map((factor): Row => {
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

function nonlinearityRows(sigmas: readonly number[]): Row[] {
  const { points, weights } = gaussHermite(quadraturePoints);
  return sigmas.map((sigma) => {
    const h_linear = linearUnitEntropy([sigma]);
    const slope = points.reduce((sum, z, i) => sum + weights[i] * logTanhSlope(sigma * z), 0);
    return { sigma, h_linear, h_tanh: tanhUnitEntropy(sigma), h_quadrature: h_linear + slope };
  });
}

function orderingRow(ratios: readonly number[]): Row {
  const squares = ratios.reduce((sum, ratio) => sum + ratio ** 2, 0);
  const spectrum = ratios.map((ratio) => ratio * Math.sqrt(ratios.length / squares));
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

const finite = (value: number) => (Number.isFinite(value) ? value : null);
