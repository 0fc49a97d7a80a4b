import { permutationTest } from '../statistics/permutation-test.js';
import { advise } from './advice.js';
import { intervalOf, isConstant } from './interval.js';
import { remembers } from './memory.js';
import { methodOf } from './method-of.js';
import type { Method } from './methods.js';
import type { Analysis, Answer, Progress, Question } from './question.js';
import { surrogatesMade, surrogatesOf } from './surrogates-of.js';
import { warningsOf } from './warnings.js';

/** Of the work on a question with a test, how much is done when the test begins. */
export const beforeTest = 0.1;

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
  const first = answerOf(chosen, question);
  const known = new Map([[chosen.id, first]]);
  let analysis: Analysis = {
    ...{ rows, answers: [], advice, test: null, warnings: [] },
    best: bestOf(first, question),
  };
  const add = () => {
    analysis = { ...analysis, answers: shown.flatMap(({ id }) => known.get(id) ?? []) };
    tell(analysis);
  };
  add();
  for (const method of shown) {
    if (known.has(method.id)) continue;
    yield (0.5 * beforeTest * known.size) / (shown.length + 1);
    known.set(method.id, answerOf(method, question));
    add();
  }
  yield beforeTest / 2;

  analysis = { ...analysis, best: { ...analysis.best, ...intervalOf(chosen, question) } };
  analysis = withTest(question, analysis, []);
  tell(analysis);
  yield beforeTest;

  const work = surrogatesOf(question, chosen.id);
  let step = work.next();
  for (; !step.done; step = work.next()) yield beforeTest + (1 - beforeTest) * step.value;
  analysis = withTest(question, analysis, step.value);
  tell(analysis);
  return analysis;
}

/** What the method to believe says: 0 of a constant, whatever an estimator says there. @throws {RangeError} if it refuses */
function bestOf({ method, nats, refusal }: Answer, question: Question): Analysis['best'] {
  if (nats === null) throw new RangeError(refusal!);
  return { method, nats: isConstant(question) ? 0 : nats, low: null, high: null };
}

/** An analysis with its test. @param values what its estimator says of each surrogate, `null` where it refuses it. */
export function withTest(
  question: Question,
  analysis: Analysis,
  values: readonly (number | null)[],
): Analysis {
  const { best, advice, rows } = analysis;
  const surrogates = values.filter((value) => value !== null);
  const test =
    surrogates.length > 0
      ? { ...permutationTest(best.nats, surrogates), by: surrogatesMade(question) }
      : null;
  const serial = remembers(question.x) && remembers(question.y);
  return { ...analysis, test, warnings: warningsOf({ ...question, best, advice, serial, rows, test }) };
}

function answerOf(method: Method, { x, y, z, seed }: Question): Answer {
  const of = { method: method.id, label: method.label };
  try {
    return { ...of, nats: method.estimate(x, y, z, seed), refusal: null };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { ...of, nats: null, refusal: error.message };
  }
}
