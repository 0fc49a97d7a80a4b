import { leastForInterval, subsampleInterval } from '../information/subsample-interval.js';
import { random } from '../statistics/random.js';
import type { Method } from './methods.js';
import type { Interval, Question } from './question.js';
import { observations } from './variable.js';

const none: Interval = { low: null, high: null };

/**
 * The interval of a method's estimate: none below 100 rows, of constants, where the method refuses parts of the rows, and
 * of trained ones, which learn less from parts.
 */
export function intervalOf({ estimate, trained }: Method, question: Question): Interval {
  const { x, y, z, seed } = question;
  const rows = x.labels.codes.length;
  if (trained || rows < leastForInterval || isConstant(question)) return none;
  const of = (numbers: Uint32Array) =>
    estimate(observations(x, numbers), observations(y, numbers), z && observations(z, numbers));
  const interval = attempt(() => subsampleInterval(rows, of, random(seed, 'interval')));
  return interval ? { low: interval.low, high: interval.high } : none;
}

/** Whether one side has one value, about which there is nothing to tell. */
export const isConstant = ({ x, y }: Pick<Question, 'x' | 'y'>): boolean =>
  x.kind === 'constant' || y.kind === 'constant';

/**
 * Nothing where an estimator refuses what is made of the sample that it took as a whole: a part of it, or a surrogate with
 * a tie more.
 */
export function attempt<T>(estimate: () => T): T | undefined {
  try {
    return estimate();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return undefined;
  }
}
