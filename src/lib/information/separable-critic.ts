import { plainAdam } from '../learning/plain-adam.js';
import { plainBackward } from '../learning/plain-backward.js';
import { layerOutputs, type PlainNetwork, truncatedNormalNetwork } from '../learning/plain-network.js';
import { scalarActivations } from '../learning/scalar-activation.js';
import type { Random } from '../statistics/random.js';
import type { CriticObjective } from './critic-objectives.js';
import type { Points } from './joined-points.js';
import { rowsOf } from './labels.js';

/** A critic f(x, y) = g(x) · h(y) of two networks, so that all pairs of n points cost as much as n of them. */
export interface SeparableCritic {
  readonly g: PlainNetwork;
  readonly h: PlainNetwork;
}

/** Units of the two hidden layers, and numbers that a point becomes. */
const hidden = 32;
const embedded = 8;

/** A critic of random weights. */
export function separableCritic(dimensionX: number, dimensionY: number, source: Random): SeparableCritic {
  const network = (dimension: number) =>
    truncatedNormalNetwork([dimension, hidden, hidden, embedded], scalarActivations.tanh, 1, source);
  return { g: network(dimensionX), h: network(dimensionY) };
}

/** What the critic says of every x with every y, `[n, n]`. */
export function criticScores({ g, h }: SeparableCritic, x: Points, y: Points): Float64Array {
  return products(layerOutputs(g, x.points).at(-1)!, layerOutputs(h, y.points).at(-1)!);
}

/** Moves the parameters, in place, up an objective on minibatches; yields the number of steps done, without end. */
export function* trainCritic(
  { g, h }: SeparableCritic,
  { x, y }: { readonly x: Points; readonly y: Points },
  objective: CriticObjective,
  { batch, rate, source }: { readonly batch: number; readonly rate: number; readonly source: Random },
): Generator<number, never, void> {
  const n = x.points.length / x.dimension;
  const sides = [g, h].map((network) => ({
    network,
    gradient: new Float64Array(network.parameters.length),
    descend: plainAdam(network.parameters.length, rate),
  }));
  for (let step = 1; ; step++) {
    const rows = source.shuffle(n).subarray(0, batch);
    const inputs = [x, y].map(({ points, dimension }) => rowsOf(points, dimension, rows));
    const outputs = sides.map(({ network }, side) => layerOutputs(network, inputs[side]));
    const [ofX, ofY] = outputs.map((layers) => layers.at(-1)!);
    // Down the negative of the objective.
    const slopes = objective.slopes(products(ofX, ofY)).map((slope) => -slope);
    const derivatives = [combined(slopes, ofY, false), combined(slopes, ofX, true)];
    sides.forEach(({ network, gradient, descend }, side) => {
      plainBackward(network, inputs[side], outputs[side], derivatives[side], gradient);
      descend(network.parameters, gradient);
    });
    yield step;
  }
}

/** a bᵀ: a and b `[n, embedded]`. */
function products(a: Float64Array, b: Float64Array): Float64Array {
  const n = a.length / embedded;
  const result = new Float64Array(n * n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) {
      let sum = 0;
      for (let c = 0; c < embedded; c++) sum += a[i * embedded + c] * b[j * embedded + c];
      result[i * n + j] = sum;
    }
  return result;
}

/** S v, or Sᵀ v: S `[n, n]`, v `[n, embedded]`. */
function combined(S: Float64Array, v: Float64Array, transposed: boolean): Float64Array {
  const n = v.length / embedded;
  const result = new Float64Array(v.length);
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) {
      const factor = transposed ? S[j * n + i] : S[i * n + j];
      for (let c = 0; c < embedded; c++) result[i * embedded + c] += factor * v[j * embedded + c];
    }
  return result;
}
