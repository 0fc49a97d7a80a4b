import { allPairs, correlationOfAll } from '../../lib/estimation/all-pairs.js';
import { analyse, methodOf } from '../../lib/estimation/analysis.js';
import { intervalOf } from '../../lib/estimation/interval.js';
import type { Analysis, Interval, Progress, Question } from '../../lib/estimation/question.js';
import type { AnalysisRequest, AnyReport, PageAnalysis, PairsQuestion } from './analysis-messages.js';

/** Milliseconds between two reports of progress. */
const pause = 100;

/** Rows beyond which the one to believe alone gets an interval: all the others would take minutes. */
const mostForIntervals = 10_000;

const report = (message: AnyReport) => postMessage(message);

/** Answers one request by reports, the last of which is its result or why there is none. */
addEventListener('message', ({ data }: MessageEvent<AnalysisRequest>) => {
  try {
    if ('question' in data) answerQuestion(data.question);
    else answerPairs(data.pairs);
  } catch (error) {
    report({ refusal: error instanceof Error ? error.message : String(error) });
  }
});

function answerQuestion(question: Question): void {
  const intervals: Record<string, Interval> = {};
  const ofPage = (analysis: Analysis): PageAnalysis => {
    const { method, low, high } = analysis.best;
    return { ...analysis, intervals: { ...intervals, [method]: { low, high } } };
  };
  const analysis = worked(analyse(question, (soFar) => report({ soFar: ofPage(soFar) })));
  if (analysis.rows <= mostForIntervals)
    for (const { method, nats } of analysis.answers) {
      if (nats === null || method === analysis.best.method) continue;
      intervals[method] = intervalOf(methodOf(method), question);
      report({ soFar: ofPage(analysis) });
    }
  report({ result: ofPage(analysis) });
}

function answerPairs({ variables, permutations, seed }: PairsQuestion): void {
  const pairs = worked(allPairs(variables, permutations, seed));
  report({ result: { pairs, totalCorrelation: correlationOfAll(variables) } });
}

function worked<T>(work: Generator<Progress, T>): T {
  let reported = performance.now();
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
    if (performance.now() - reported < pause) continue;
    report({ progress: value });
    reported = performance.now();
  }
}
