import { random } from '../statistics/random.js';
import { type SymmetricEigen, symmetricEigen } from './symmetric-eigen.js';

/** Multiplies by a symmetric matrix A: of row vectors v, `[m, n]`, to the rows A v. */
export type SymmetricOperator = (vectors: Float64Array, m: number) => Float64Array;

/** A vector of which so little is left beside the others counts as one of their span. */
const dependent = 1e-12;

/**
 * The `count` largest eigenvalues of a symmetric n × n matrix and their eigenvectors, from products with it alone: the
 * best within the span of V, A V, A² V, … for a random block V of `count` vectors, all orthogonalised against each
 * other (G. Golub, R. Underwood, "The block Lanczos method for computing eigenvalues", 1977). The span grows until
 * every ‖A v − λ v‖ is at most `tolerance` times the largest λ, or is the whole space.
 *
 * The block sees eigenvalues of a multiplicity up to `count`, so none of the largest is missed. It always starts from
 * the same numbers.
 *
 * @throws {RangeError} if `count` is not an integer from 1 to n.
 */
export function leadingEigenvectors(
  multiply: SymmetricOperator,
  n: number,
  count: number,
  tolerance = 1e-8,
): SymmetricEigen {
  if (!Number.isInteger(count) || count < 1 || count > n)
    throw new RangeError(`${count} eigenvectors of ${n}: must be an integer from 1 to ${n}`);
  const { normal } = random(0, 'leading eigenvectors', n);
  const basis: Float64Array[] = [];
  const images: Float64Array[] = [];
  const projected: number[][] = []; // lower triangle of basis · A · basisᵀ
  let candidates = Array.from({ length: count }, () => Float64Array.from({ length: n }, normal));
  for (let solved = 0; ;) {
    const start = basis.length;
    for (const candidate of candidates) if (orthonormalise(candidate, basis)) basis.push(candidate);
    const block = basis.slice(start);
    // The span may be invariant before it is large enough, as of a matrix of lower rank: any direction goes on.
    if (block.length === 0 && basis.length < count) {
      candidates = [Float64Array.from({ length: n }, normal)];
      continue;
    }
    if (block.length > 0) {
      const products = multiply(flat(block), block.length);
      candidates = block.map((_, i) => products.slice(i * n, (i + 1) * n));
      candidates.forEach((image, i) => {
        images.push(image);
        projected.push(basis.slice(0, start + i + 1).map((vector) => dot(vector, image)));
      });
      candidates = candidates.map((image) => image.slice());
    }
    const complete = block.length === 0 || basis.length === n;
    if (!complete && (basis.length < count || basis.length < 1.2 * solved)) continue;
    solved = basis.length;
    const found = bestWithin(basis, images, projected, count);
    if (complete || found.residual <= tolerance * Math.abs(found.values[0])) return found;
  }
}

/** The Ritz pairs: the eigenvectors of the projected matrix, taken back. */
function bestWithin(
  basis: readonly Float64Array[],
  images: readonly Float64Array[],
  projected: readonly (readonly number[])[],
  count: number,
): SymmetricEigen & { readonly residual: number } {
  const m = basis.length;
  const n = basis[0].length;
  const matrix = new Float64Array(m * m);
  projected.forEach((row, i) => matrix.set(row, i * m));
  const { values, vectors: weights } = symmetricEigen(matrix, count);
  const vectors = new Float64Array(count * n);
  let residual = 0;
  for (let v = 0; v < count; v++) {
    const vector = vectors.subarray(v * n, (v + 1) * n);
    const off = new Float64Array(n);
    for (let i = 0; i < m; i++) {
      const weight = weights[v * m + i];
      add(vector, weight, basis[i]);
      add(off, weight, images[i]);
    }
    add(off, -values[v], vector);
    residual = Math.max(residual, Math.sqrt(dot(off, off)));
  }
  return { values: values.slice(0, count), vectors, residual };
}

/** Takes the others' span out of a vector, twice against rounding, and scales it to length one; false if none is left. */
function orthonormalise(vector: Float64Array, others: readonly Float64Array[]): boolean {
  const before = Math.sqrt(dot(vector, vector));
  for (let pass = 0; pass < 2; pass++) for (const other of others) add(vector, -dot(vector, other), other);
  const norm = Math.sqrt(dot(vector, vector));
  if (!(norm > dependent * before)) return false;
  for (let k = 0; k < vector.length; k++) vector[k] /= norm;
  return true;
}

function add(to: Float64Array, factor: number, vector: Float64Array): void {
  for (let k = 0; k < to.length; k++) to[k] += factor * vector[k];
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += a[k] * b[k];
  return sum;
}

function flat(rows: readonly Float64Array[]): Float64Array {
  const n = rows[0].length;
  const all = new Float64Array(rows.length * n);
  rows.forEach((row, i) => all.set(row, i * n));
  return all;
}
