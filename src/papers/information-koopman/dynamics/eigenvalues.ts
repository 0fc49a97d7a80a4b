/** Complex numbers, one after the other. */
export interface ComplexValues {
  readonly re: Float64Array;
  readonly im: Float64Array;
}

/** Sweeps until one eigenvalue must have come off; three are usual. */
const patience = 60;

/**
 * Eigenvalues of a real square matrix, symmetric or not: those of largest modulus first, of a conjugate pair the one
 * with positive imaginary part first. Balancing and reduction to Hessenberg form (B. Parlett, C. Reinsch,
 * R. Martin, J. Wilkinson, *Numer. Math.* 12 and 13, 1968–69), then the QR algorithm with implicit double shifts
 * (J. Francis, *Computer J.* 4, 1961; G. Golub, C. Van Loan, *Matrix Computations*, 7.5), exceptional ones every tenth
 * sweep; some 10 n³ operations. An eigenvalue of multiplicity k without as many eigenvectors is found to the k-th root
 * of rounding, as by any method.
 *
 * @param matrix `[n, n]`, row-major; left as it is. Whether rows or columns are multiplied makes no difference.
 * @throws {RangeError} if the matrix is not square, an element is not finite, or the sweeps do not converge.
 */
export function eigenvalues(matrix: Float64Array): ComplexValues {
  const n = Math.sqrt(matrix.length);
  if (!Number.isInteger(n) || n < 1)
    throw new RangeError(`eigenvalues: ${matrix.length} elements are no square matrix`);
  const largest = matrix.reduce((most, value, at) => {
    if (!Number.isFinite(value))
      throw new RangeError(
        `eigenvalues: element (${Math.floor(at / n)}, ${at % n}) is ${value}: must be finite`,
      );
    return Math.max(most, Math.abs(value));
  }, 0);
  const H = matrix.map((value) => value / (largest || 1));
  balance(H, n);
  reduceToHessenberg(H, n);
  const found = deflate(H, n);
  found.sort((a, b) => Math.hypot(...b) - Math.hypot(...a) || b[0] - a[0] || b[1] - a[1]);
  return {
    re: Float64Array.from(found, ([re]) => re * largest),
    im: Float64Array.from(found, ([, im]) => im * largest),
  };
}

/** Scales rows and columns by powers of two, which rounds nothing, until both are about equally long. */
function balance(H: Float64Array, n: number): void {
  for (let changed = true; changed;) {
    changed = false;
    for (let i = 0; i < n; i++) {
      let [row, column] = [0, 0];
      for (let j = 0; j < n; j++)
        if (j !== i) {
          row += Math.abs(H[i * n + j]);
          column += Math.abs(H[j * n + i]);
        }
      if (row === 0 || column === 0) continue;
      const factor = 2 ** Math.round(Math.log2(row / column) / 2);
      if (column * factor + row / factor >= 0.95 * (column + row)) continue;
      changed = true;
      for (let j = 0; j < n; j++) H[i * n + j] /= factor;
      for (let j = 0; j < n; j++) H[j * n + i] *= factor;
    }
  }
}

/** Householder reflections from both sides, until all below the first subdiagonal is zero. */
function reduceToHessenberg(H: Float64Array, n: number): void {
  const v = new Float64Array(n);
  for (let k = 0; k + 2 < n; k++) {
    let [size, squares] = [0, 0];
    for (let i = k + 1; i < n; i++) size += Math.abs((v[i] = H[i * n + k]));
    if (size === Math.abs(v[k + 1])) continue;
    for (let i = k + 1; i < n; i++) squares += (v[i] /= size) ** 2;
    const pivot = v[k + 1] > 0 ? -Math.sqrt(squares) : Math.sqrt(squares);
    const half = squares - pivot * v[k + 1];
    v[k + 1] -= pivot;
    for (let j = k; j < n; j++) {
      let product = 0;
      for (let i = k + 1; i < n; i++) product += v[i] * H[i * n + j];
      for (let i = k + 1; i < n; i++) H[i * n + j] -= (product / half) * v[i];
    }
    for (let i = 0; i < n; i++) {
      let product = 0;
      for (let j = k + 1; j < n; j++) product += v[j] * H[i * n + j];
      for (let j = k + 1; j < n; j++) H[i * n + j] -= (product / half) * v[j];
    }
    for (let i = k + 2; i < n; i++) H[i * n + k] = 0;
  }
}

/** Splits one or two eigenvalues off the lower end at a time. */
function deflate(H: Float64Array, n: number): [re: number, im: number][] {
  const found: [number, number][] = [];
  const at = (i: number, j: number) => H[i * n + j];
  for (let high = n - 1, sweeps = 0; high >= 0;) {
    let low = high;
    for (; low > 0; low--) {
      const beside = Math.abs(at(low - 1, low - 1)) + Math.abs(at(low, low));
      if (Math.abs(at(low, low - 1)) <= Number.EPSILON * (beside || 1)) break;
    }
    if (low === high) found.push([at(high, high), 0]);
    else if (low === high - 1)
      found.push(...pair(at(low, low), at(low, high), at(high, low), at(high, high)));
    else {
      if (++sweeps > patience) throw new RangeError(`eigenvalues: no convergence within ${patience} sweeps`);
      sweep(H, n, low, high, sweeps % 10 === 0);
      continue;
    }
    high = low - 1;
    sweeps = 0;
  }
  return found;
}

/** Eigenvalues of [[a, b], [c, d]]. */
function pair(a: number, b: number, c: number, d: number): [number, number][] {
  const half = (a - d) / 2;
  const root = half * half + b * c;
  if (root < 0) {
    const im = Math.sqrt(-root);
    return [
      [d + half, im],
      [d + half, -im],
    ];
  }
  const far = half + (half < 0 ? -Math.sqrt(root) : Math.sqrt(root)); // no cancellation
  return [
    [d + far, 0],
    [far === 0 ? d : d - (b * c) / far, 0],
  ];
}

/** One implicit QR step with two shifts on the rows and columns from `low` to `high`. */
function sweep(H: Float64Array, n: number, low: number, high: number, exceptional: boolean): void {
  const at = (i: number, j: number) => H[i * n + j];
  let trace = at(high - 1, high - 1) + at(high, high);
  let determinant = at(high - 1, high - 1) * at(high, high) - at(high - 1, high) * at(high, high - 1);
  if (exceptional) {
    const off = Math.abs(at(high, high - 1)) + Math.abs(at(high - 1, high - 2));
    trace = 1.5 * off;
    determinant = off * off;
  }
  const below = at(low + 1, low);
  let x = at(low, low) * (at(low, low) - trace) + determinant + at(low, low + 1) * below;
  let y = below * (at(low, low) + at(low + 1, low + 1) - trace);
  let z = below * at(low + 2, low + 1);
  for (let k = low; k < high; k++) {
    const three = k + 1 < high;
    if (!three) z = 0;
    const size = Math.abs(x) + Math.abs(y) + Math.abs(z);
    if (size > 0) {
      x /= size;
      y /= size;
      z /= size;
      const norm = Math.sqrt(x * x + y * y + z * z);
      const pivot = x > 0 ? -norm : norm;
      const first = x - pivot;
      // The reflection I − v vᵀ/half, v = (first, y, z).
      const half = -pivot * first;
      for (let j = Math.max(low, k - 1); j <= high; j++) {
        const top = k * n + j;
        const product = (first * H[top] + y * H[top + n] + (three ? z * H[top + 2 * n] : 0)) / half;
        H[top] -= product * first;
        H[top + n] -= product * y;
        if (three) H[top + 2 * n] -= product * z;
      }
      for (let i = low; i <= Math.min(k + 3, high); i++) {
        const left = i * n + k;
        const product = (first * H[left] + y * H[left + 1] + (three ? z * H[left + 2] : 0)) / half;
        H[left] -= product * first;
        H[left + 1] -= product * y;
        if (three) H[left + 2] -= product * z;
      }
    }
    if (k > low) {
      H[(k + 1) * n + k - 1] = 0;
      if (three) H[(k + 2) * n + k - 1] = 0;
    }
    if (!three) break;
    x = at(k + 1, k);
    y = at(k + 2, k);
    z = k + 3 <= high ? at(k + 3, k) : 0;
  }
}
