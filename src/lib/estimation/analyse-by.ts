import { adjusted, type PairFound, questionsOfPairs, refusalOf } from './all-pairs.js';
import { beforeTest, withTest } from './analysis.js';
import type { Analysis, Progress, Question } from './question.js';
import { interleaved } from './surrogates-of.js';
import type { TaskListener, TaskRunner } from './task-runner.js';
import type { Variable } from './variable.js';

/**
 * An analysis whose surrogates are shared out among threads. It is the same to the last bit however many there are: a
 * surrogate depends on its number, and their values are put back into that order.
 *
 * @throws {RangeError} if a method is unknown, or the one to believe refuses.
 */
export async function analyseBy(
  runner: TaskRunner,
  question: Question,
  { progress, soFar }: TaskListener,
): Promise<Analysis> {
  const untested = await runner.run({ question }, { progress: (done) => progress(beforeTest * done), soFar });
  if (question.permutations === 0) return untested;
  const { method } = untested.best;
  const each = runner.threads;
  const done = new Float64Array(each);
  const shares = await Promise.all(
    Array.from(done, (_, first) =>
      runner.run(
        { question, method, share: { first, each } },
        {
          progress(fraction) {
            done[first] = fraction;
            progress(beforeTest + ((1 - beforeTest) * done.reduce((sum, one) => sum + one, 0)) / each);
          },
        },
      ),
    ),
  );
  return withTest(question, untested, interleaved(shares));
}

/** Every two of some variables, as `allPairs` has them, shared out among threads. */
export async function pairsBy(
  runner: TaskRunner,
  variables: readonly Variable[],
  permutations: number,
  seed: number,
  onProgress: (done: Progress) => void,
): Promise<readonly PairFound[]> {
  const questions = questionsOfPairs(variables, permutations, seed);
  const done = new Float64Array(questions.length);
  const one = async (question: Question, at: number) => {
    const names = { x: question.x.name, y: question.y.name };
    const report = (fraction: Progress) => {
      done[at] = fraction;
      onProgress(done.reduce((sum, part) => sum + part, 0) / done.length);
    };
    try {
      return { ...names, analysis: await analyseBy(runner, question, { progress: report }), refusal: null };
    } catch (error) {
      return { ...names, analysis: null, refusal: refusalOf(error) };
    } finally {
      report(1);
    }
  };
  return adjusted(await Promise.all(questions.map(one)));
}
