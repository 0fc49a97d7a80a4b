import type { BenchRecord } from '../../lib/estimation/bench.js';
import { methodInWords } from '../../lib/estimation/method-of.js';
import type { Answer } from '../../lib/estimation/question.js';
import { benchInWords, informationText } from '../../lib/estimation/words.js';
import { bits } from '../../lib/information/bits.js';
import { table } from '../table.js';
import type { PageAnalysis } from './analysis-messages.js';

/** What each estimator says, and what it did where the truth is known. @param file name of a download */
export function estimatorsTable(
  { answers, best, intervals }: PageAnalysis,
  bench: ReadonlyMap<string, BenchRecord>,
  file: string,
): HTMLElement {
  return table<Answer>(
    answers,
    [
      {
        name: 'Estimator',
        value: ({ method }) => method,
        format: ({ method }) =>
          method === best.method ? `${methodInWords(method)}, believed` : methodInWords(method),
      },
      { name: 'Nats', value: ({ nats }) => nats, format: ({ nats }) => amount(nats) },
      {
        name: 'Bits',
        value: ({ nats }) => (nats === null ? null : bits(nats)),
        format: ({ nats }) => amount(nats === null ? null : bits(nats)),
      },
      {
        name: '95 %, nats',
        value: ({ method }) => intervals[method]?.low ?? null,
        format: ({ method }) => {
          const { low = null, high = null } = intervals[method] ?? {};
          return low === null || high === null ? '–' : `${informationText(low)} to ${informationText(high)}`;
        },
      },
      {
        name: 'Where the truth is known',
        value: ({ method, refusal }) => {
          const record = bench.get(method);
          return refusal ?? (record ? benchInWords(record) : 'not on the bench');
        },
      },
    ],
    { caption: 'Estimators side by side.', file },
  );
}

const amount = (value: number | null) => (value === null ? 'refused' : informationText(value));
