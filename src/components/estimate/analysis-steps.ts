import { allPairs, correlationOfAll } from '../../lib/estimation/all-pairs.js';
import { analyse } from '../../lib/estimation/analysis.js';
import { intervalOf } from '../../lib/estimation/interval.js';
import { methodOf } from '../../lib/estimation/method-of.js';
import type { Analysis, Interval, Progress, Question } from '../../lib/estimation/question.js';
import type { AnalysisStep, PageAnalysis, PairsAnswer, PairsQuestion } from './analysis-messages.js';

/** Milliseconds between two steps of progress. */
const pause = 100;

/** Rows beyond which the one to believe alone gets an interval: all the others would take minutes. */
const mostForIntervals = 10_000;

/** Answers a question step by step, the answer to believe first, and the intervals of the others at last. */
export function* questionSteps(question: Question): Generator<AnalysisStep<PageAnalysis>> {
  const intervals: Record<string, Interval> = {};
  const ofPage = (analysis: Analysis): PageAnalysis => {
    const { method, low, high } = analysis.best;
    return { ...analysis, intervals: { ...intervals, [method]: { low, high } } };
  };
  const told: PageAnalysis[] = [];
  const work = worked(
    analyse(question, (soFar) => told.push(ofPage(soFar))),
    function* () {
      while (told.length > 0) yield { soFar: told.shift()! };
    },
  );
  const analysis = yield* work;
  if (analysis.rows <= mostForIntervals)
    for (const { method, nats } of analysis.answers) {
      if (nats === null || method === analysis.best.method) continue;
      intervals[method] = intervalOf(methodOf(method), question);
      yield { soFar: ofPage(analysis) };
    }
  yield { result: ofPage(analysis) };
}

/** Takes every two columns. */
export function* pairsSteps({
  variables,
  permutations,
  seed,
}: PairsQuestion): Generator<AnalysisStep<PairsAnswer>> {
  const pairs = yield* worked(allPairs(variables, permutations, seed));
  yield { result: { pairs, totalCorrelation: correlationOfAll(variables) } };
}

/** What work returns; on the way it yields its progress, and what there is besides. */
function* worked<T, A = never>(
  work: Generator<Progress, T>,
  besides: () => Iterable<AnalysisStep<A>> = () => [],
): Generator<AnalysisStep<A>, T> {
  let reported = performance.now();
  for (;;) {
    const { done, value } = work.next();
    yield* besides();
    if (done) return value;
    if (performance.now() - reported < pause) continue;
    yield { progress: value };
    reported = performance.now();
  }
}
