import { analyseBy, pairsBy } from '../../lib/estimation/analyse-by.js';
import type { Analysis, Interval, Question } from '../../lib/estimation/question.js';
import type { TaskRunner } from '../../lib/estimation/task-runner.js';
import { messageQueue } from '../message-queue.js';
import type { AnalysisStep, PageAnalysis, PairsAnswer, PairsQuestion } from './analysis-messages.js';

/** Rows beyond which the one to believe alone gets an interval: all the others would take minutes. */
const mostForIntervals = 10_000;

/** Nobody watches how far a piece is that takes no longer than others. */
const unwatched = { progress: () => undefined };

/** Answers a question step by step, the answer to believe first, and the intervals of the others at last. */
export function questionSteps(
  runner: TaskRunner,
  question: Question,
): AsyncIterable<AnalysisStep<PageAnalysis>> {
  return stepsOf<PageAnalysis>(async (step) => {
    const intervals: Record<string, Interval> = {};
    const ofPage = (analysis: Analysis): PageAnalysis => {
      const { method, low, high } = analysis.best;
      return { ...analysis, intervals: { ...intervals, [method]: { low, high } } };
    };
    const analysis = await analyseBy(runner, question, {
      progress: (progress) => step({ progress }),
      soFar: (analysis) => step({ soFar: ofPage(analysis) }),
    });
    const others = analysis.answers.filter(
      ({ method, nats }) => nats !== null && method !== analysis.best.method,
    );
    if (analysis.rows <= mostForIntervals && others.length > 0) {
      step({ soFar: ofPage(analysis) });
      await Promise.all(
        others.map(async ({ method }) => {
          intervals[method] = await runner.run({ question, intervalOf: method }, unwatched);
          step({ soFar: ofPage(analysis) });
        }),
      );
    }
    return ofPage(analysis);
  });
}

/** Takes every two columns. */
export function pairsSteps(
  runner: TaskRunner,
  { variables, permutations, seed }: PairsQuestion,
): AsyncIterable<AnalysisStep<PairsAnswer>> {
  return stepsOf<PairsAnswer>(async (step) => {
    const pairs = await pairsBy(runner, variables, permutations, seed, (progress) => step({ progress }));
    return { pairs, totalCorrelation: await runner.run({ variables }, unwatched) };
  });
}

/** What work tells on its way, and its result at last. */
function stepsOf<A>(
  work: (step: (step: AnalysisStep<A>) => void) => Promise<A>,
): AsyncIterable<AnalysisStep<A>> {
  const steps = messageQueue<AnalysisStep<A>>();
  work((step) => steps.put(step)).then(
    (result) => {
      steps.put({ result });
      steps.end();
    },
    (error: unknown) => steps.fail(error),
  );
  return steps;
}
