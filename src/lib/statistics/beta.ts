/** ½ ln 2π. */
const halfLogTau = 0.9189385332046728;

/** ln Γ(z) − [(z − ½) ln z − z + ½ ln 2π] for z > 0: what Stirling's formula leaves out. */
function stirlingRest(z: number): number {
  let rest = 0;
  let x = z;
  // δ(z) = δ(z + 1) + (z + ½) ln(1 + 1/z) − 1 lifts z to where the series converges.
  for (; x < 12; x++) rest += (x + 0.5) * Math.log1p(1 / x) - 1;
  const y = 1 / (x * x);
  // Bernoulli numbers over 2k (2k − 1), Abramowitz and Stegun 6.1.42.
  return rest + (1 / 12 - y * (1 / 360 - y * (1 / 1260 - y * (1 / 1680 - (y * 5) / 5940)))) / x;
}

/** x − 1 − ln x, without cancellation near 1. */
function excess(x: number): number {
  const t = x - 1;
  if (Math.abs(t) > 0.1) return t - Math.log(x);
  // With v = t / (2 + t): ln x = 2 (v + v³/3 + v⁵/5 + …), and t − 2v = t v.
  const v = t / (2 + t);
  let sum = 0;
  for (let power = v * v * v, k = 3; Math.abs(power / k) > 1e-18; k += 2, power *= v * v) sum += power / k;
  return t * v - 2 * sum;
}

/**
 * A Beta distribution, prepared: its constants are computed once for many evaluations.
 *
 * ln[x^a (1 − x)^b / B(a, b)] is the saddle-point form of C. Loader ("Fast and accurate computation of binomial
 * probabilities", 2000): deviances instead of differences of large logarithms.
 */
interface Prepared {
  readonly a: number;
  readonly b: number;
  readonly constant: number;
}

function prepare(a: number, b: number): Prepared {
  const rest = stirlingRest(a + b) - stirlingRest(a) - stirlingRest(b);
  return { a, b, constant: rest + 0.5 * Math.log((a * b) / (a + b)) - halfLogTau };
}

/** x^a (1 − x)^b / B(a, b). */
function kernel({ a, b, constant }: Prepared, x: number): number {
  const n = a + b;
  return Math.exp(constant - a * excess((n * x) / a) - b * excess((n * (1 - x)) / b));
}

/** The continued fraction of the incomplete beta function (DLMF 8.17.22), by Lentz's method; for x < (a+1)/(a+b+2). */
function fraction(a: number, b: number, x: number): number {
  let c = 1;
  let d = 1 / (1 - ((a + b) * x) / (a + 1));
  let value = d;
  for (let m = 1; m < 10_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / (1 + even * d);
    c = 1 + even / c;
    value *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / (1 + odd * d);
    c = 1 + odd / c;
    const change = d * c;
    value *= change;
    if (Math.abs(change - 1) < 1e-15) break;
  }
  return value;
}

/** P(X ≤ x), given the kernel at x. */
function distribution({ a, b }: Prepared, x: number, at: number): number {
  return x < (a + 1) / (a + b + 2) ? (at * fraction(a, b, x)) / a : 1 - (at * fraction(b, a, 1 - x)) / b;
}

/**
 * The regularised incomplete beta function I_x(a, b): P(X ≤ x) for X ~ Beta(a, b), to about 13 significant digits.
 *
 * @throws {RangeError} unless a and b are positive and x lies between 0 and 1.
 */
export function incompleteBeta(x: number, a: number, b: number): number {
  checkShape(a, b);
  if (!(x >= 0 && x <= 1)) throw new RangeError(`incomplete beta: x = ${x} is not between 0 and 1`);
  if (x === 0 || x === 1) return x;
  const prepared = prepare(a, b);
  return distribution(prepared, x, kernel(prepared, x));
}

/**
 * The quantile of a Beta distribution: the x with I_x(a, b) = `probability`. Halley's iteration within a bracket that
 * shrinks; two or three evaluations from a start nearby, such as the quantile before one more observation.
 *
 * @param start where to begin; near the mean where omitted
 * @throws {RangeError} unless a and b are positive and the probability lies between 0 and 1.
 */
export function betaQuantile(probability: number, a: number, b: number, start = a / (a + b)): number {
  checkShape(a, b);
  if (!(probability >= 0 && probability <= 1))
    throw new RangeError(`beta quantile: probability ${probability} is not between 0 and 1`);
  if (probability === 0 || probability === 1) return probability;
  const prepared = prepare(a, b);
  const deviation = Math.sqrt((a * b) / (a + b + 1)) / (a + b);
  let low = 0;
  let high = 1;
  let x = start > 0 && start < 1 ? start : a / (a + b);
  for (let round = 0; round < 200; round++) {
    const at = kernel(prepared, x);
    const error = distribution(prepared, x, at) - probability;
    if (error < 0) low = x;
    else high = x;
    const density = at / (x * (1 - x));
    const newton = error / density;
    const curvature = (a - 1) / x - (b - 1) / (1 - x);
    const step = newton / Math.min(2, Math.max(0.5, 1 - 0.5 * newton * curvature));
    // Halley's error is of third order: after so small a step nothing is left but rounding.
    if (Math.abs(step) <= 1e-6 * Math.min(deviation, x, 1 - x)) return x - step;
    let next = x - step;
    // Outside of the bracket: halved in proportion, for a quantile may be 1e-300; below all of it, where I_x goes
    // like x^a, by that law.
    if (!(next > low && next < high))
      next =
        low > 0 ? Math.sqrt(low * high) : x * Math.min(0.5, (probability / (error + probability)) ** (1 / a));
    x = next;
  }
  return x;
}

function checkShape(a: number, b: number): void {
  if (!(a > 0 && b > 0 && Number.isFinite(a + b)))
    throw new RangeError(`Beta(${a}, ${b}): both parameters must be positive and finite`);
}
