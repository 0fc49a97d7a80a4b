import type { Question } from '../../lib/estimation/question.js';
import { messageQueue } from '../message-queue.js';
import type {
  AnalysisReport,
  AnalysisRequest,
  PageAnalysis,
  PairsAnswer,
  PairsQuestion,
} from './analysis-messages.js';

/** What a running analysis yields. */
export type AnalysisStep<A> = Exclude<AnalysisReport<A>, { readonly refusal: string }>;

/** Answers a question in a thread of its own, which ends with the iteration, or with the signal wherever it is. */
export const runQuestion = (
  question: Question,
  signal: AbortSignal,
): AsyncIterable<AnalysisStep<PageAnalysis>> => run<PageAnalysis>({ question }, signal);

/** The same of every two variables. */
export const runPairs = (
  pairs: PairsQuestion,
  signal: AbortSignal,
): AsyncIterable<AnalysisStep<PairsAnswer>> => run<PairsAnswer>({ pairs }, signal);

/** @throws {RangeError} what the analysis refuses; the signal's reason where it is aborted */
async function* run<A>(request: AnalysisRequest, signal: AbortSignal): AsyncGenerator<AnalysisStep<A>> {
  signal.throwIfAborted();
  const reports = messageQueue<AnalysisReport<A>>();
  const worker = new Worker(import.meta.resolve('./analysis-worker.js'), { type: 'module' });
  const abort = () => reports.fail(signal.reason);
  signal.addEventListener('abort', abort, { once: true });
  worker.addEventListener('message', ({ data }: MessageEvent<AnalysisReport<A>>) => reports.put(data));
  worker.addEventListener('error', ({ message }) =>
    reports.fail(new RangeError(message || 'a script of the page could not be loaded: reload it')),
  );
  try {
    worker.postMessage(request);
    for await (const report of reports) {
      if ('refusal' in report) throw new RangeError(report.refusal);
      yield report;
      if ('result' in report) return;
    }
  } finally {
    worker.terminate();
    signal.removeEventListener('abort', abort);
  }
}
