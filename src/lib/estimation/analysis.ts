import { neighbourhoods } from '../information/neighbours/neighbourhoods.js';
import { leastForInterval, subsampleInterval } from '../information/subsample-interval.js';
import { localPermutation } from '../statistics/local-permutation.js';
import { permutationTest } from '../statistics/permutation-test.js';
import { type Random, random } from '../statistics/random.js';
import { type SurrogateKind, surrogateOrders } from '../statistics/surrogates.js';
import { advise } from './advice.js';
import { remembers } from './memory.js';
import { type Method, methods } from './methods.js';
import type { Analysis, Answer, Progress, Question, SurrogatesMade } from './question.js';
import { observations, type Variable } from './variable.js';
import { warningsOf } from './warnings.js';

/** Neighbours among which values are swapped where a variable is given. */
const localNeighbours = 5;

/**
 * Answers a question by several estimators, and says which to believe, how far and why. It yields its progress so that
 * whoever runs it can show it and stop.
 *
 * @throws {RangeError} if a method is unknown, or the one to believe refuses.
 */
export function* analyse(question: Question): Generator<Progress, Analysis> {
  const { x, y, z, permutations, seed } = question;
  const advice = advise(x, y, z);
  const shown = (question.methods ?? advice.beside).map(methodOf);
  const chosen = question.methods?.length === 1 ? shown[0] : methodOf(advice.method);
  const rows = x.labels.codes.length;
  const answers = shown.map((method) => answerOf(method, x, y, z));
  yield 0.05;

  const { nats, refusal } = answers.find(({ method }) => method === chosen.id) ?? answerOf(chosen, x, y, z);
  if (nats === null) throw new RangeError(refusal!);
  const interval =
    rows < leastForInterval || x.kind === 'constant' || y.kind === 'constant'
      ? undefined
      : attempt(() =>
          subsampleInterval(
            rows,
            (numbers) =>
              chosen.estimate(
                observations(x, numbers),
                observations(y, numbers),
                z && observations(z, numbers),
              ),
            random(seed, 'interval'),
          ),
        );
  yield 0.1;

  const serial = remembers(x) && remembers(y);
  const by: SurrogatesMade = question.surrogates ?? (z ? 'local' : serial ? 'circular-shift' : 'shuffle');
  const surrogates: number[] = [];
  let made = 0;
  if (permutations > 0)
    for (const order of ordersOf(by, rows, permutations, z, random(seed, 'surrogates'))) {
      const value = attempt(() => chosen.estimate(observations(x, order), y, z));
      if (value !== undefined) surrogates.push(value);
      yield 0.1 + (0.9 * ++made) / permutations;
    }
  const test = surrogates.length > 0 ? { ...permutationTest(nats, surrogates), by } : null;
  const best = { method: chosen.id, nats, low: interval?.low ?? null, high: interval?.high ?? null };
  const warnings = warningsOf({ ...question, best, advice, test, serial, rows });
  return { rows, answers, advice, best, test, warnings };
}

/** The method of an id, or of the name of its function: mesner-shalizi, mesnerShalizi. @throws {RangeError} for others. */
export function methodOf(id: string): Method {
  const plain = (name: string) => name.replaceAll('-', '').toLowerCase();
  const found = methods.find((method) => plain(method.id) === plain(id));
  if (!found)
    throw new RangeError(`no estimator "${id}": there are ${methods.map((method) => method.id).join(', ')}`);
  return found;
}

function answerOf(method: Method, x: Variable, y: Variable, z: Variable | undefined): Answer {
  const of = { method: method.id, label: method.label };
  try {
    return { ...of, nats: method.estimate(x, y, z), refusal: null };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { ...of, nats: null, refusal: error.message };
  }
}

/**
 * Nothing where an estimator refuses what is made of the sample that it took as a whole: a part of it, or a surrogate with
 * a tie more.
 */
function attempt<T>(estimate: () => T): T | undefined {
  try {
    return estimate();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return undefined;
  }
}

function* ordersOf(
  by: SurrogatesMade,
  n: number,
  count: number,
  z: Variable | undefined,
  stream: Random,
): Generator<Uint32Array> {
  if (by !== 'local' || z === undefined) {
    yield* surrogateOrders(by as SurrogateKind, n, count, stream);
    return;
  }
  const k = Math.min(localNeighbours, n - 1);
  const { indices } = neighbourhoods(z.points.points, z.points.dimension, 'maximum').nearest(k);
  for (let at = 0; at < count; at++) yield localPermutation(indices, k, stream);
}
