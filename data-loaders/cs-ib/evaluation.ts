import * as tf from '@tensorflow/tfjs-core';
import { type Ensemble, repeatSeeds } from '../../src/lib/learning/ensemble.js';
import { type Batch, chunks, disposeRows, type Rows } from '../../src/papers/cs-ib/batches.js';
import { encode, type Encoding, predict } from '../../src/papers/cs-ib/network.js';
import { type CsReadings, csReadings } from '../../src/papers/cs-ib/objective.js';
import { fgsm, inputGradient, pgd, type PgdOptions } from './attacks.js';

/** How far a network's predictions are from the targets. */
export interface Errors {
  /** Root mean square. */
  readonly rmse: number;
  /** Median of the absolute error. */
  readonly medianAbsolute: number;
}

/** Errors of every member without noise; not finite where a member has diverged. */
export async function evaluate(ensemble: Ensemble, rows: Rows): Promise<Errors[]> {
  const members = Array.from({ length: ensemble.members }, () => new Float64Array(rows.count));
  for (const part of chunks(rows)) {
    const differences = tf.tidy(() => tf.sub(predict(ensemble.layers, part.x), part.y));
    const values = await differences.data();
    members.forEach((errors, member) =>
      errors.set(values.subarray(member * part.count, (member + 1) * part.count), part.start),
    );
    differences.dispose();
    disposeRows(part);
  }
  return members.map(summary);
}

function summary(errors: Float64Array): Errors {
  const squares = errors.reduce((sum, error) => sum + error * error, 0);
  const absolute = errors.map(Math.abs).sort();
  const middle = absolute.length >> 1;
  return {
    rmse: Math.sqrt(squares / errors.length),
    medianAbsolute: absolute.length % 2 ? absolute[middle] : (absolute[middle - 1] + absolute[middle]) / 2,
  };
}

/** What an attack did to every member. */
export interface Attacked {
  readonly kind: 'fgsm' | 'pgd';
  readonly epsilon: number;
  /** `[members]` */
  readonly rmse: readonly number[];
}

/** Attacks every member by FGSM at each ε, from one gradient, and by PGD. */
export async function attack(
  ensemble: Ensemble,
  rows: Rows,
  epsilons: readonly number[],
  pgdOptions: PgdOptions,
): Promise<Attacked[]> {
  const { members, layers } = ensemble;
  const attacks = [
    ...epsilons.map((epsilon) => ({ kind: 'fgsm' as const, epsilon })),
    { kind: 'pgd' as const, epsilon: pgdOptions.epsilon },
  ];
  const sums = attacks.map(() => new Float64Array(members));
  for (const part of chunks(rows)) {
    const errors = tf.tidy(() => {
      const x = repeatSeeds(part.x, members);
      const direction: tf.Tensor3D = tf.sign(inputGradient(layers, x, part.y));
      return attacks.map(({ kind, epsilon }) =>
        tf.tidy(() => {
          const moved = kind === 'fgsm' ? fgsm(x, direction, epsilon) : pgd(layers, x, part.y, pgdOptions);
          return tf.sum(tf.square(tf.sub(predict(layers, moved), part.y)), [1, 2]);
        }),
      );
    });
    for (const [i, error] of errors.entries())
      (await error.data()).forEach((squares, member) => (sums[i][member] += squares));
    tf.dispose(errors);
    disposeRows(part);
  }
  return attacks.map((which, i) => ({
    ...which,
    rmse: Array.from(sums[i], (squares) => Math.sqrt(squares / rows.count)),
  }));
}

/** Information of every member's noiseless code; arrays are `[members]`. */
export type Readings = Readonly<Record<keyof CsReadings | 'own', readonly number[]>>;

/** How many training batches an information is averaged over. */
const informationBatches = 4;

/**
 * Averages each member's information over the first four minibatches of its seed.
 *
 * @param nextBatch draws the minibatches of the seeds, from the first on
 * @param own a method's own information of a batch, `[members]`; zero where omitted
 */
export async function measureInformation(
  { layers, members }: Ensemble,
  nextBatch: () => Batch,
  own: (code: Encoding, batch: Batch) => tf.Tensor1D = () => tf.zeros([members]),
): Promise<Readings> {
  const sums = tf.tidy(() => {
    const batches = Array.from({ length: informationBatches }, () => {
      const batch = nextBatch();
      const code = encode(layers, repeatSeeds(batch.x, members / batch.x.shape[0]));
      return { ...csReadings(code, batch.x), own: own(code, batch) };
    });
    const sum = (name: keyof Readings) => tf.addN(batches.map((readings) => readings[name]));
    return { own: sum('own'), raw: sum('raw'), normalised: sum('normalised'), self: sum('self') };
  });
  const average = async (sum: tf.Tensor) =>
    Array.from(await sum.data(), (value) => value / informationBatches);
  const readings = {
    own: await average(sums.own),
    raw: await average(sums.raw),
    normalised: await average(sums.normalised),
    self: await average(sums.self),
  };
  tf.dispose(sums);
  return readings;
}
