/** States eliminated together: their rows and columns fit a processor's cache. */
const panel = 48;

/** Below this, products of rates that underflowed may have been more than rounding. */
const leastExit = 1e-200;

/**
 * The stationary distribution π of a Markov chain, π C = π, by the elimination of W. Grassmann, M. Taksar and
 * D. Heyman (*Operations Research* 33, 1985): it adds, multiplies and divides numbers that are not negative and
 * subtracts none, so that every π_i is right to nearly all digits, however small it or the rates are.
 * O(n³), states eliminated by panels.
 *
 * @param rates `[n, n]` transition probabilities or rates, row by row; the diagonal is not read. Overwritten.
 * @throws {RangeError} if n² numbers were not given, or some states cannot be left for the others: there is then
 * more than one stationary distribution, or the rates are too small for floating point; see
 * {@link stationaryFromLogarithms}.
 */
export function stationaryDistribution(rates: Float64Array): Float64Array {
  const n = sideOf(rates);
  if (eliminate(rates, n) < leastExit)
    throw new RangeError('stationary distribution: some states are left at no rate, or at too small a one');
  return substitute(rates, n);
}

/**
 * {@link stationaryDistribution} of rates given by their logarithms, −∞ where there is none. Rates that are too far
 * apart for floating point are eliminated as logarithms, some thirty times as slowly.
 *
 * @param logarithms `[n, n]`; the diagonal is not read
 * @throws {RangeError} where the chain has more than one stationary distribution.
 */
export function stationaryFromLogarithms(logarithms: Float64Array): Float64Array {
  const n = sideOf(logarithms);
  const rates = logarithms.map(Math.exp);
  return eliminate(rates, n) < leastExit ? byLogarithms(logarithms.slice(), n) : substitute(rates, n);
}

function sideOf(values: Float64Array): number {
  const n = Math.round(Math.sqrt(values.length));
  if (n < 1 || n * n !== values.length)
    throw new RangeError(`stationary distribution: ${values.length} rates are no square matrix`);
  return n;
}

/** Eliminates the states in place, the last first. Returns the least rate at which one was left for those before it. */
function eliminate(A: Float64Array, n: number): number {
  let exit = Infinity;
  for (let end = n; end > 1; end -= panel) {
    const start = Math.max(0, end - panel);
    for (let k = end - 1; k >= Math.max(1, start); k--) {
      let sum = 0;
      for (let j = 0; j < k; j++) sum += A[k * n + j];
      exit = Math.min(exit, sum);
      if (sum === 0) return 0;
      for (let i = 0; i < k; i++) A[i * n + k] /= sum;
      // Whole rows of the panel, but of the rows before it only the panel's columns: the rest follows at once.
      for (let i = 0; i < k; i++) {
        const share = A[i * n + k];
        if (share === 0) continue;
        for (let j = i < start ? start : 0; j < k; j++) A[i * n + j] += share * A[k * n + j];
      }
    }
    addProduct(A, n, start, end);
  }
  return exit;
}

/** A[i][j] += Σ_k A[i][k] A[k][j] for i, j < start and k from start to end, four rows and two columns at a time. */
function addProduct(A: Float64Array, n: number, start: number, end: number): void {
  const depth = end - start;
  const columns = new Float64Array(start * depth);
  for (let k = 0; k < depth; k++)
    for (let j = 0; j < start; j++) columns[j * depth + k] = A[(start + k) * n + j];
  const rows = start - (start % 4);
  const even = start - (start % 2);
  for (let i = 0; i < rows; i += 4) {
    const r0 = i * n;
    const r1 = r0 + n;
    const r2 = r1 + n;
    const r3 = r2 + n;
    for (let j = 0; j < even; j += 2) {
      let a0 = 0,
        a1 = 0,
        a2 = 0,
        a3 = 0,
        b0 = 0,
        b1 = 0,
        b2 = 0,
        b3 = 0;
      for (let k = 0, p = j * depth, q = p + depth, at = start; k < depth; k++, p++, q++, at++) {
        const x = columns[p];
        const y = columns[q];
        const l0 = A[r0 + at];
        const l1 = A[r1 + at];
        const l2 = A[r2 + at];
        const l3 = A[r3 + at];
        a0 += l0 * x;
        a1 += l1 * x;
        a2 += l2 * x;
        a3 += l3 * x;
        b0 += l0 * y;
        b1 += l1 * y;
        b2 += l2 * y;
        b3 += l3 * y;
      }
      A[r0 + j] += a0;
      A[r1 + j] += a1;
      A[r2 + j] += a2;
      A[r3 + j] += a3;
      A[r0 + j + 1] += b0;
      A[r1 + j + 1] += b1;
      A[r2 + j + 1] += b2;
      A[r3 + j + 1] += b3;
    }
    for (let r = i; r < i + 4; r++)
      for (let j = even; j < start; j++) addDot(A, n, columns, depth, start, r, j);
  }
  for (let r = rows; r < start; r++)
    for (let j = 0; j < start; j++) addDot(A, n, columns, depth, start, r, j);
}

function addDot(
  A: Float64Array,
  n: number,
  columns: Float64Array,
  depth: number,
  start: number,
  i: number,
  j: number,
): void {
  let sum = 0;
  for (let k = 0; k < depth; k++) sum += A[i * n + start + k] * columns[j * depth + k];
  A[i * n + j] += sum;
}

function substitute(A: Float64Array, n: number): Float64Array {
  const pi = new Float64Array(n);
  pi[0] = 1;
  let total = 1;
  for (let k = 1; k < n; k++) {
    let sum = 0;
    for (let i = 0; i < k; i++) sum += pi[i] * A[i * n + k];
    pi[k] = sum;
    total += sum;
    if (total > 1e200) {
      // A first state that is almost never visited would let the others overflow.
      for (let i = 0; i <= k; i++) pi[i] /= total;
      total = 1;
    }
  }
  return pi.map((value) => value / total);
}

/** The same steps on logarithms; a sum is taken relative to its largest term. */
function byLogarithms(L: Float64Array, n: number): Float64Array {
  for (let k = n - 1; k >= 1; k--) {
    const sum = logSum(L.subarray(k * n, k * n + k));
    if (sum === -Infinity) throw new RangeError('stationary distribution: some states cannot be left');
    for (let i = 0; i < k; i++) {
      const share = (L[i * n + k] -= sum);
      if (share === -Infinity) continue;
      for (let j = 0; j < k; j++) {
        const added = share + L[k * n + j];
        const before = L[i * n + j];
        const larger = Math.max(added, before);
        if (larger > -Infinity)
          L[i * n + j] = larger + Math.log1p(Math.exp(Math.min(added, before) - larger));
      }
    }
  }
  const log = new Float64Array(n);
  for (let k = 1; k < n; k++)
    log[k] = logSum(Float64Array.from({ length: k }, (_, i) => log[i] + L[i * n + k]));
  const total = logSum(log);
  return log.map((value) => Math.exp(value - total));
}

function logSum(values: Float64Array): number {
  const largest = values.reduce((most, value) => Math.max(most, value), -Infinity);
  if (largest === -Infinity) return largest;
  return largest + Math.log(values.reduce((sum, value) => sum + Math.exp(value - largest), 0));
}
