import { neighbourhoods } from '../information/neighbours/neighbourhoods.js';
import { localPermutation } from '../statistics/local-permutation.js';
import { permutationTest } from '../statistics/permutation-test.js';
import { type Random, random } from '../statistics/random.js';
import { type SurrogateKind, surrogateOrders } from '../statistics/surrogates.js';
import { advise } from './advice.js';
import { attempt, intervalOf, isConstant } from './interval.js';
import { remembers } from './memory.js';
import { type Method, methods } from './methods.js';
import type { Analysis, Answer, Progress, Question, SurrogatesMade } from './question.js';
import { observations, type Variable } from './variable.js';
import { warningsOf } from './warnings.js';

/** Neighbours among which values are swapped where a variable is given. */
const localNeighbours = 5;

/** Rows below which nothing is estimated. */
const leastRows = 5;

/**
 * Answers a question by several estimators, and says which to believe, how far and why. It yields its progress so that
 * whoever runs it can show it and stop.
 *
 * @param tell is told what is known so far, as often as there is more: the estimate to believe comes first, then others,
 * its interval, and the test at last
 * @throws {RangeError} if a method is unknown, the one to believe refuses, or there are fewer than 5 rows.
 */
export function* analyse(
  question: Question,
  tell: (soFar: Analysis) => void = () => {},
): Generator<Progress, Analysis> {
  const { x, y, z } = question;
  const rows = x.labels.codes.length;
  if (rows < leastRows)
    throw new RangeError(
      `${rows} ${rows === 1 ? 'row has' : 'rows have'} a value in every column that is used: at least ${leastRows} are needed`,
    );
  const advice = advise(x, y, z);
  const shown = (question.methods ?? advice.beside).map(methodOf);
  const chosen = question.methods?.length === 1 ? shown[0] : methodOf(advice.method);
  const first = answerOf(chosen, x, y, z);
  const known = new Map([[chosen.id, first]]);
  let analysis: Analysis = {
    ...{ rows, answers: [], advice, test: null, warnings: [] },
    best: bestOf(first, question),
  };
  const add = (more: Partial<Analysis>) => {
    analysis = { ...analysis, answers: shown.flatMap(({ id }) => known.get(id) ?? []), ...more };
    tell(analysis);
  };
  add({});
  for (const method of shown) {
    if (known.has(method.id)) continue;
    yield (0.05 * known.size) / (shown.length + 1);
    known.set(method.id, answerOf(method, x, y, z));
    add({});
  }
  yield 0.05;

  const best = { ...analysis.best, ...intervalOf(chosen, question) };
  const serial = remembers(x) && remembers(y);
  const found = { ...question, best, advice, serial, rows };
  add({ best, warnings: warningsOf({ ...found, test: null }) });
  yield 0.1;

  const test = isConstant(question) ? null : yield* tested(chosen, question, best.nats, serial);
  add({ test, warnings: warningsOf({ ...found, test }) });
  return analysis;
}

/** What the method to believe says: 0 of a constant, whatever an estimator says there. @throws {RangeError} if it refuses */
function bestOf({ method, nats, refusal }: Answer, question: Question): Analysis['best'] {
  if (nats === null) throw new RangeError(refusal!);
  return { method, nats: isConstant(question) ? 0 : nats, low: null, high: null };
}

/** The permutation test of an estimate; it yields the progress of the whole analysis. */
function* tested(
  { estimate }: Method,
  question: Question,
  nats: number,
  serial: boolean,
): Generator<Progress, Analysis['test']> {
  const { x, y, z, permutations, seed } = question;
  const by: SurrogatesMade = question.surrogates ?? (z ? 'local' : serial ? 'circular-shift' : 'shuffle');
  const surrogates: number[] = [];
  let made = 0;
  if (permutations > 0)
    for (const order of ordersOf(by, x.labels.codes.length, permutations, z, random(seed, 'surrogates'))) {
      const value = attempt(() => estimate(observations(x, order), y, z));
      if (value !== undefined) surrogates.push(value);
      yield 0.1 + (0.9 * ++made) / permutations;
    }
  return surrogates.length > 0 ? { ...permutationTest(nats, surrogates), by } : null;
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
