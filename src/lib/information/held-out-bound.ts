import type { PlainNetwork } from '../learning/plain-network.js';
import { random } from '../statistics/random.js';
import { criticObjectives } from './critic-objectives.js';
import type { Points } from './joined-points.js';
import { rowsOf } from './labels.js';
import { criticScores, type SeparableCritic, separableCritic, trainCritic } from './separable-critic.js';

/** Which bound: `infonce`, of van den Oord et al.; `mine`, of Donsker and Varadhan, as Belghazi et al. train it. */
export type HeldOutBound = keyof typeof criticObjectives;

/** Rows below which a critic has too little to learn from. */
const leastRows = 60;

const steps = 400;
const batch = 64;
const rate = 2e-3;
/** Steps between two looks at the rows by which the critic is chosen, and steps without a better one that end it. */
const between = 20;
const patience = 100;
/** Of the rows to train on, how many choose. */
const choosing = 0.25;
/** Rows of a block in which every x is scored with every y. */
const block = 512;

/**
 * A lower bound on mutual information by critics that neural networks are trained to be, in nats. Half of the rows train a
 * critic f(x, y) = g(x) · h(y), a quarter of them choosing the step at which it is best; its bound is then taken on
 * the other half, which it has never seen, and the other way round: the mean of both. So what is learned by heart does
 * not count, and the value of variables without dependence is near 0. Of few rows it falls short; InfoNCE is besides at
 * most the log of half of them, and of 512 (A. van den Oord, Y. Li, O. Vinyals, "Representation learning with contrastive
 * predictive coding", arXiv:1807.03748; M. Belghazi et al., "Mutual information neural estimation", ICML 2018).
 *
 * @param x scaled to unit variance, as y is. @param seed of weights, halves and minibatches.
 * @throws {RangeError} for fewer than 60 rows.
 */
export function heldOutBound(bound: HeldOutBound, x: Points, y: Points, seed: number): number {
  const n = x.points.length / x.dimension;
  if (n < leastRows)
    throw new RangeError(`${bound}: ${n} rows are too few to train on: ${leastRows} are needed`);
  const rows = random(seed, 'halves').shuffle(n);
  const half = n >> 1;
  const halves = [rows.subarray(0, half), rows.subarray(half)];
  const of = (numbers: Uint32Array) => ({ x: chosen(x, numbers), y: chosen(y, numbers) });
  const values = halves.map((train, fold) => {
    const critic = trained(bound, of(train), seed, fold);
    return critic === undefined ? 0 : meanBound(bound, critic, of(halves[1 - fold]));
  });
  return (values[0] + values[1]) / 2;
}

interface Pair {
  readonly x: Points;
  readonly y: Points;
}

/** The critic at the step at which its bound on rows that do not train it is largest; none where that is not above 0. */
function trained(bound: HeldOutBound, pair: Pair, seed: number, fold: number): SeparableCritic | undefined {
  const n = pair.x.points.length / pair.x.dimension;
  const asked = Math.floor(choosing * n);
  const numbers = Uint32Array.from({ length: n }, (_, i) => i);
  const part = (from: number, to?: number): Pair => ({
    x: chosen(pair.x, numbers.subarray(from, to)),
    y: chosen(pair.y, numbers.subarray(from, to)),
  });
  const [validation, training] = [part(0, asked), part(asked)];
  const source = random(seed, bound, fold);
  const critic = separableCritic(pair.x.dimension, pair.y.dimension, source);
  // A critic that says nothing has a bound of 0: one that does not better it on rows that it has not seen says nothing.
  let [best, at, kept] = [0, 0, undefined as SeparableCritic | undefined];
  for (const step of trainCritic(critic, training, criticObjectives[bound], { batch, rate, source })) {
    if (step % between !== 0) continue;
    const value = meanBound(bound, critic, validation);
    if (value > best) [best, at, kept] = [value, step, copyOf(critic)];
    if (step >= steps || step - at >= patience) break;
  }
  return kept;
}

function copyOf({ g, h }: SeparableCritic): SeparableCritic {
  const copied = (network: PlainNetwork) => ({ ...network, parameters: network.parameters.slice() });
  return { g: copied(g), h: copied(h) };
}

/** The mean of a critic's bound over blocks of rows of equal size. */
function meanBound(bound: HeldOutBound, critic: SeparableCritic, { x, y }: Pair): number {
  const n = x.points.length / x.dimension;
  const blocks = Math.ceil(n / block);
  const size = Math.floor(n / blocks);
  let sum = 0;
  for (let at = 0; at < blocks; at++) {
    const numbers = Uint32Array.from({ length: size }, (_, i) => at * size + i);
    sum += criticObjectives[bound].bound(criticScores(critic, chosen(x, numbers), chosen(y, numbers)));
  }
  return sum / blocks;
}

const chosen = ({ points, dimension }: Points, numbers: Uint32Array): Points => ({
  points: rowsOf(points, dimension, numbers),
  dimension,
});
