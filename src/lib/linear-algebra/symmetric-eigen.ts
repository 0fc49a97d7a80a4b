/** Eigenvalues of a symmetric matrix, largest first, and an orthonormal eigenvector of each. */
export interface SymmetricEigen {
  /** `[n]`, descending. */
  readonly values: Float64Array;
  /** `[count, n]`: a row an eigenvector; its sign is arbitrary. */
  readonly vectors: Float64Array;
}

/** Elements below this share of the largest are rounding: to drop them moves no eigenvalue by more. */
const negligible = 1e-20;

/**
 * Eigenvalues of a symmetric matrix, largest first, to some 1e-15 of the largest: Householder's reduction to
 * tridiagonal form, then the QL algorithm with implicit shifts, both without vectors (R. Martin, C. Reinsch,
 * J. Wilkinson, *Numer. Math.* 11, 1968; A. Dubrulle, ibid. 15, 1970); 4/3 n³ operations.
 *
 * @param matrix `[n, n]`, row-major; only its lower triangle is read.
 * @throws {RangeError} if the matrix is not square or an element is not finite.
 */
export function symmetricEigenvalues(matrix: Float64Array): Float64Array {
  const { diagonal, beside, scale } = tridiagonal(matrix);
  iterate(diagonal, beside);
  return diagonal.sort((a, b) => b - a).map((value) => value * scale);
}

/**
 * The same with the eigenvectors of the `count` largest eigenvalues (of all where omitted); some 6 n³ operations.
 *
 * @param matrix `[n, n]`, row-major; only its lower triangle is read.
 * @throws {RangeError} if the matrix is not square, an element is not finite, or `count` is not from 1 to n.
 */
export function symmetricEigen(matrix: Float64Array, count = Math.sqrt(matrix.length)): SymmetricEigen {
  const { diagonal, beside, reflectors, scale } = tridiagonal(matrix);
  const n = diagonal.length;
  if (!Number.isInteger(count) || count < 1 || count > n)
    throw new RangeError(`${count} eigenvectors of ${n}: must be an integer from 1 to ${n}`);
  const rotated = new Float64Array(n * n);
  for (let i = 0; i < n; i++) rotated[i * n + i] = 1;
  iterate(diagonal, beside, rotated);
  const order = Uint32Array.from({ length: n }, (_, i) => i).sort((a, b) => diagonal[b] - diagonal[a]);
  const vectors = new Float64Array(count * n);
  for (let at = 0; at < count; at++) {
    const vector = vectors.subarray(at * n, (at + 1) * n);
    vector.set(rotated.subarray(order[at] * n, (order[at] + 1) * n));
    reflect(vector, reflectors);
  }
  return { values: Float64Array.from(order, (i) => diagonal[i] * scale), vectors };
}

interface Tridiagonal {
  readonly diagonal: Float64Array;
  /** Element i stands beside the elements i and i + 1 of the diagonal; the last is zero. */
  readonly beside: Float64Array;
  /** Row i holds the vector v of the reflection I − 2 v vᵀ / ‖v‖² that has cleared it, of length i. */
  readonly reflectors: Float64Array;
  /** By what the matrix was divided. */
  readonly scale: number;
}

/**
 * Reduces row after row from the last on. One pass over the triangle brings in the rank-two change
 * A − u qᵀ − q uᵀ of the row before and multiplies the result by the vector v of this one.
 */
function tridiagonal(matrix: Float64Array): Tridiagonal {
  const n = Math.sqrt(matrix.length);
  if (!Number.isInteger(n) || n < 1)
    throw new RangeError(`eigenvalues: ${matrix.length} elements are no square matrix`);
  let largest = 0;
  for (let i = 0; i < n; i++)
    for (let at = i * n; at <= i * n + i; at++) {
      if (!Number.isFinite(matrix[at]))
        throw new RangeError(`eigenvalues: element (${i}, ${at % n}) is ${matrix[at]}: must be finite`);
      largest = Math.max(largest, Math.abs(matrix[at]));
    }
  const scale = largest || 1;
  const A = matrix.map((value) => value / scale);
  const diagonal = new Float64Array(n);
  const beside = new Float64Array(n);
  let u = new Float64Array(n);
  let q = new Float64Array(n);
  let v = new Float64Array(n);
  let p = new Float64Array(n);
  for (let i = n - 1; i >= 0; i--) {
    const row = A.subarray(i * n, (i + 1) * n);
    for (let k = 0; k <= i; k++) row[k] -= u[i] * q[k] + q[i] * u[k];
    diagonal[i] = row[i];
    if (i === 0) break;
    let squares = 0;
    for (let k = 0; k < i; k++) squares += row[k] * row[k];
    const norm = Math.sqrt(squares);
    const clear = norm > negligible;
    const pivot = row[i - 1] > 0 ? -norm : norm;
    beside[i - 1] = clear ? pivot : 0;
    if (clear) row[i - 1] -= pivot;
    else row.fill(0, 0, i);
    v.set(row.subarray(0, i));
    p.fill(0, 0, i);
    for (let j = 0; j < i; j++) {
      const [uj, qj, vj] = [u[j], q[j], v[j]];
      let product = 0;
      const start = j * n;
      for (let k = 0; k < j; k++) {
        const a = (A[start + k] -= uj * q[k] + qj * u[k]);
        product += a * v[k];
        p[k] += a * vj;
      }
      A[start + j] -= 2 * uj * qj;
      p[j] += product + A[start + j] * vj;
    }
    if (clear) {
      const half = squares - pivot * (v[i - 1] + pivot); // ‖v‖² / 2
      let overlap = 0;
      for (let k = 0; k < i; k++) overlap += v[k] * (p[k] /= half);
      overlap /= 2 * half;
      for (let k = 0; k < i; k++) p[k] -= overlap * v[k];
    }
    [u, q, v, p] = [v, p, u, q];
  }
  return { diagonal, beside, reflectors: A, scale };
}

/** Leaves the eigenvalues in the diagonal; the rows of `vectors`, where given, go through the same rotations. */
function iterate(d: Float64Array, e: Float64Array, vectors?: Float64Array): void {
  const n = d.length;
  for (let l = 0; l < n; l++)
    for (;;) {
      let m = l;
      while (
        m < n - 1 &&
        Math.abs(e[m]) > Number.EPSILON * (Math.abs(d[m]) + Math.abs(d[m + 1])) + negligible
      )
        m++;
      if (m === l) break;
      const ratio = (d[l + 1] - d[l]) / (2 * e[l]);
      const root = Math.sqrt(ratio * ratio + 1);
      let g = d[m] - d[l] + e[l] / (ratio + (ratio < 0 ? -root : root));
      let [s, c, shift] = [1, 1, 0];
      let i = m - 1;
      for (; i >= l; i--) {
        const f = s * e[i];
        const b = c * e[i];
        const r = Math.sqrt(f * f + g * g);
        e[i + 1] = r;
        if (r === 0) break;
        s = f / r;
        c = g / r;
        g = d[i + 1] - shift;
        const turn = (d[i] - g) * s + 2 * c * b;
        shift = s * turn;
        d[i + 1] = g + shift;
        g = c * turn - b;
        if (vectors) rotate(vectors, n, i, s, c);
      }
      // A rotation of nothing: the matrix has split above it.
      if (i >= l) d[i + 1] -= shift;
      else {
        d[l] -= shift;
        e[l] = g;
      }
      e[m] = 0;
    }
}

function rotate(vectors: Float64Array, n: number, i: number, s: number, c: number): void {
  const end = (i + 1) * n;
  for (let at = i * n; at < end; at++) {
    const upper = vectors[at];
    const lower = vectors[at + n];
    vectors[at + n] = s * upper + c * lower;
    vectors[at] = c * upper - s * lower;
  }
}

/** Takes an eigenvector of the tridiagonal matrix back to one of the matrix that was reduced. */
function reflect(vector: Float64Array, reflectors: Float64Array): void {
  const n = vector.length;
  for (let i = 1; i < n; i++) {
    let [squares, product] = [0, 0];
    for (let k = 0; k < i; k++) {
      const v = reflectors[i * n + k];
      squares += v * v;
      product += v * vector[k];
    }
    if (squares === 0) continue;
    const factor = (2 * product) / squares;
    for (let k = 0; k < i; k++) vector[k] -= factor * reflectors[i * n + k];
  }
}
