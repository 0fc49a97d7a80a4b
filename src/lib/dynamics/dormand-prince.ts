import { stateCount, type VectorField } from './vector-field.js';

/** By how much a step may err in each coordinate: absolute + relative · |x|, root mean square over the coordinates. */
export interface Tolerance {
  readonly relative?: number;
  readonly absolute?: number;
}

/** Row s: by which earlier slopes stage s + 1 is reached. The last row is the step itself (first same as last). */
const stages = [
  [1 / 5],
  [3 / 40, 9 / 40],
  [44 / 45, -56 / 15, 32 / 9],
  [19372 / 6561, -25360 / 2187, 64448 / 6561, -212 / 729],
  [9017 / 3168, -355 / 33, 46732 / 5247, 49 / 176, -5103 / 18656],
  [35 / 384, 0, 500 / 1113, 125 / 192, -2187 / 6784, 11 / 84],
].map((row) => Float64Array.from(row));

/** The step of fifth order minus that of fourth. */
const error = [-71 / 57600, 0, 71 / 16695, -71 / 1920, 17253 / 339200, -22 / 525, 1 / 40];

/** Weights of θ, θ², θ³, θ⁴ for each slope in the interpolant between two steps, of fourth order. */
const dense = [
  [1, -8048581381 / 2820520608, 8663915743 / 2820520608, -12715105075 / 11282082432],
  [0, 0, 0, 0],
  [0, 131558114200 / 32700410799, -68118460800 / 10900136933, 87487479700 / 32700410799],
  [0, -1754552775 / 470086768, 14199869525 / 1410260304, -10690763975 / 1880347072],
  [0, 127303824393 / 49829197408, -318862633887 / 49829197408, 701980252875 / 199316789632],
  [0, -282668133 / 205662961, 2019193451 / 616988883, -1453857185 / 822651844],
  [0, 40617522 / 29380423, -110615467 / 29380423, 69997945 / 29380423],
];

/** Of a new step's length: caution, and by how much it may shrink or grow at once. */
const safety = 0.9;
const shrink = 0.2;
const grow = 10;

/**
 * Trajectories at given times, by the Runge–Kutta pair of orders 5(4) of J. Dormand and P. Prince (*J. Comput. Appl.
 * Math.* 6, 1980) with steps as long as the tolerance allows, and between them the interpolant of L. Shampine
 * (*Math. Comput.* 46, 1986). Each trajectory takes its own steps, so it does not depend on the others; first step and
 * control are those of E. Hairer, S. Nørsett, G. Wanner, *Solving Ordinary Differential Equations I*, II.4.
 *
 * @param initial `[n, dimension]`, the states at `times[0]`; left as it is.
 * @param times ascending.
 * @returns `[n, times, dimension]`.
 * @throws {RangeError} if coordinates do not fill whole states, times do not ascend, or a step would have to be
 * shorter than rounding allows (a solution that ends in a singularity).
 */
export function dormandPrince(
  field: VectorField,
  initial: Float64Array,
  dimension: number,
  times: ArrayLike<number>,
  tolerance: Tolerance = {},
): Float64Array {
  const n = stateCount(initial, dimension);
  for (let i = 1; i < times.length; i++)
    if (!(times[i] > times[i - 1]))
      throw new RangeError(`dormandPrince: time ${times[i]} does not come after ${times[i - 1]}`);
  const length = times.length * dimension;
  const trajectories = new Float64Array(n * length);
  const solve = solver(field, dimension, times, tolerance);
  for (let i = 0; i < n; i++)
    solve(
      initial.subarray(i * dimension, (i + 1) * dimension),
      trajectories.subarray(i * length, (i + 1) * length),
    );
  return trajectories;
}

/** A function that fills one trajectory `[times, dimension]`, with memory that is made once. */
function solver(
  field: VectorField,
  d: number,
  times: ArrayLike<number>,
  { relative = 1e-6, absolute = 1e-9 }: Tolerance,
) {
  const k = Array.from({ length: 7 }, () => new Float64Array(d));
  const x = new Float64Array(d);
  const next = new Float64Array(d);
  const bound = (at: number, other: number) => absolute + relative * Math.max(Math.abs(at), Math.abs(other));

  /** The length of the first step: such that an explicit Euler step of a hundredth of it changes little. */
  const firstStep = (span: number) => {
    let [size, slope, bend] = [0, 0, 0];
    for (let c = 0; c < d; c++) {
      const scale = bound(x[c], 0);
      size += (x[c] / scale) ** 2 / d;
      slope += (k[0][c] / scale) ** 2 / d;
    }
    [size, slope] = [Math.sqrt(size), Math.sqrt(slope)];
    const trial = Math.min(span, size < 1e-5 || slope < 1e-5 ? 1e-6 : (0.01 * size) / slope);
    for (let c = 0; c < d; c++) next[c] = x[c] + trial * k[0][c];
    field(next, k[1]);
    for (let c = 0; c < d; c++) bend += ((k[1][c] - k[0][c]) / bound(x[c], 0)) ** 2 / d;
    bend = Math.sqrt(bend) / trial;
    const steep = Math.max(slope, bend);
    const step = steep <= 1e-15 ? Math.max(1e-6, trial * 1e-3) : (0.01 / steep) ** (1 / 5);
    return Math.min(100 * trial, step, span);
  };

  /** The error of a step of length h to `next`, one being what is allowed. */
  const tryStep = (h: number) => {
    stages.forEach((weights, s) => {
      for (let c = 0; c < d; c++) {
        let sum = 0;
        for (let j = 0; j <= s; j++) sum += weights[j] * k[j][c];
        next[c] = x[c] + h * sum;
      }
      field(next, k[s + 1]);
    });
    let squares = 0;
    for (let c = 0; c < d; c++) {
      let off = 0;
      for (let s = 0; s < 7; s++) off += error[s] * k[s][c];
      squares += ((h * off) / bound(x[c], next[c])) ** 2 / d;
    }
    return Math.sqrt(squares);
  };

  const interpolate = (h: number, theta: number, to: Float64Array) => {
    to.set(x);
    for (let s = 0; s < 7; s++) {
      const [a, b, c, e] = dense[s];
      const weight = h * theta * (a + theta * (b + theta * (c + theta * e)));
      for (let i = 0; i < d; i++) to[i] += weight * k[s][i];
    }
  };

  return (initial: Float64Array, trajectory: Float64Array): void => {
    x.set(initial);
    trajectory.set(x);
    if (times.length < 2) return;
    const end = times[times.length - 1];
    let t = times[0];
    field(x, k[0]);
    let step = firstStep(end - t);
    for (let sample = 1, rejected = false; sample < times.length;) {
      const least = 16 * Number.EPSILON * Math.max(Math.abs(t), end - times[0]);
      const h = Math.min(step, end - t);
      if (!(step >= least))
        throw new RangeError(`dormandPrince: at time ${t} no step is short enough for the tolerance`);
      const off = tryStep(h);
      const factor = safety * off ** (-1 / 5);
      if (!(off < 1)) {
        step = h * (Number.isNaN(factor) ? shrink : Math.max(shrink, factor));
        rejected = true;
        continue;
      }
      const after = h === end - t ? end : t + h;
      for (; sample < times.length && times[sample] <= after; sample++)
        interpolate(h, (times[sample] - t) / h, trajectory.subarray(sample * d, (sample + 1) * d));
      step = h * Math.min(rejected ? 1 : grow, off === 0 ? grow : factor);
      rejected = false;
      t = after;
      x.set(next);
      k[0].set(k[6]);
    }
  };
}
