import { random } from '../../src/lib/statistics/random.js';
import type { ComplexValues } from '../../src/papers/information-koopman/dynamics/eigenvalues.js';

/**
 * A right eigenvector of each eigenvalue of a real matrix, A v = λ v, by inverse iteration: up to three solutions
 * of (A − λ) v′ = v from random numbers that are always the same, each scaled to length one, as long as they grow (G. Peters, J. Wilkinson,
 * "Inverse iteration, ill-conditioned equations and Newton's method", *SIAM Review* 21, 1979). Its phase is such that
 * its largest element is real and positive. Some 8/3 n³ operations for each; for a left eigenvector, give the transpose.
 * Equal eigenvalues may get the same vector.
 *
 * @param matrix `[n, n]`, row-major; @param values its eigenvalues, or some of them.
 * @returns `[values, n]`, a row an eigenvector.
 */
export function eigenvectors(matrix: Float64Array, values: ComplexValues): ComplexValues {
  const n = Math.sqrt(matrix.length);
  const count = values.re.length;
  const re = new Float64Array(count * n);
  const im = new Float64Array(count * n);
  const size = matrix.reduce((most, value) => Math.max(most, Math.abs(value)), 0) || 1;
  const { normal } = random(0, 'eigenvectors', n);
  const start = Float64Array.from({ length: n }, normal);
  for (let v = 0; v < count; v++) {
    const factors = shiftedFactors(matrix, n, values.re[v], values.im[v], n * size * Number.EPSILON);
    const x = re.subarray(v * n, (v + 1) * n);
    const y = im.subarray(v * n, (v + 1) * n);
    const [p, q] = [start.slice(), new Float64Array(n)];
    normalise(p, q);
    for (let iteration = 0, most = 0; iteration < 3; iteration++) {
      solve(factors, n, p, q);
      // Residual of the new vector: one over its length. Of a defective matrix a second step may lose what the first won.
      const growth = normalise(p, q);
      if (growth <= most) break;
      most = growth;
      x.set(p);
      y.set(q);
    }
  }
  return { re, im };
}

interface Factors extends ComplexValues {
  readonly order: Uint32Array;
}

/** L and U of A − λ, rows exchanged; a pivot below `least`, as there is for an eigenvalue, is set to it. */
function shiftedFactors(matrix: Float64Array, n: number, lambda: number, mu: number, least: number): Factors {
  const re = matrix.slice();
  const im = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    re[i * n + i] -= lambda;
    im[i * n + i] -= mu;
  }
  const order = new Uint32Array(n);
  for (let k = 0; k < n; k++) {
    let pivot = k;
    for (let i = k + 1; i < n; i++)
      if (modulus(re, im, i * n + k) > modulus(re, im, pivot * n + k)) pivot = i;
    order[k] = pivot;
    if (pivot !== k)
      for (const part of [re, im])
        for (let j = 0; j < n; j++)
          [part[k * n + j], part[pivot * n + j]] = [part[pivot * n + j], part[k * n + j]];
    const diagonal = k * n + k;
    if (modulus(re, im, diagonal) < least) {
      re[diagonal] = least;
      im[diagonal] = 0;
    }
    const squares = re[diagonal] ** 2 + im[diagonal] ** 2;
    for (let i = k + 1; i < n; i++) {
      const at = i * n + k;
      const [a, b] = [re[at], im[at]];
      const c = (a * re[diagonal] + b * im[diagonal]) / squares;
      const d = (b * re[diagonal] - a * im[diagonal]) / squares;
      re[at] = c;
      im[at] = d;
      for (let j = k + 1; j < n; j++) {
        re[i * n + j] -= c * re[k * n + j] - d * im[k * n + j];
        im[i * n + j] -= c * im[k * n + j] + d * re[k * n + j];
      }
    }
  }
  return { re, im, order };
}

function solve({ re, im, order }: Factors, n: number, x: Float64Array, y: Float64Array): void {
  const subtract = (i: number, k: number) => {
    const at = i * n + k;
    x[i] -= re[at] * x[k] - im[at] * y[k];
    y[i] -= re[at] * y[k] + im[at] * x[k];
  };
  for (let k = 0; k < n; k++) {
    [x[k], x[order[k]]] = [x[order[k]], x[k]];
    [y[k], y[order[k]]] = [y[order[k]], y[k]];
  }
  for (let i = 0; i < n; i++) for (let k = 0; k < i; k++) subtract(i, k);
  for (let i = n - 1; i >= 0; i--) {
    for (let k = i + 1; k < n; k++) subtract(i, k);
    const at = i * n + i;
    const squares = re[at] ** 2 + im[at] ** 2;
    [x[i], y[i]] = [(x[i] * re[at] + y[i] * im[at]) / squares, (y[i] * re[at] - x[i] * im[at]) / squares];
  }
}

/** Scales a vector to length one and turns its largest element to the real axis; returns the length it had. */
function normalise(x: Float64Array, y: Float64Array): number {
  let largest = 0;
  for (let i = 1; i < x.length; i++) if (modulus(x, y, i) > modulus(x, y, largest) * (1 + 1e-9)) largest = i;
  // First by the largest element, so that squares do not overflow.
  const [a, b] = [x[largest], y[largest]];
  const size = modulus(x, y, largest);
  const [c, d] = [a / size, b / size];
  let squares = 0;
  for (let i = 0; i < x.length; i++) {
    const [p, q] = [x[i] / size, y[i] / size];
    x[i] = p * c + q * d;
    y[i] = q * c - p * d;
    squares += p * p + q * q;
  }
  const norm = Math.sqrt(squares);
  for (let i = 0; i < x.length; i++) {
    x[i] /= norm;
    y[i] /= norm;
  }
  return size * norm;
}

function modulus(re: Float64Array, im: Float64Array, at: number): number {
  return Math.hypot(re[at], im[at]);
}
