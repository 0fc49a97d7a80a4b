import type { PairFound } from '../../src/lib/estimation/all-pairs.js';
import type { BenchRecord } from '../../src/lib/estimation/bench.js';
import type { Analysis } from '../../src/lib/estimation/question.js';
import { sidesFound } from '../../src/lib/estimation/sides-found.js';
import type { Variable } from '../../src/lib/estimation/variable.js';
import {
  benchInWords,
  enoughSurrogates,
  informationText as number,
  pText,
  recommendation,
  sentenceOf,
  trustInWords,
  withoutDependence,
} from '../../src/lib/estimation/words.js';
import { bits } from '../../src/lib/information/bits.js';
import { textTable } from '../cli/text-table.js';

/** What there is to say, for a person at a terminal. */
export function reportText(
  { x, y, z }: { readonly x: Variable; readonly y: Variable; readonly z?: Variable },
  analysis: Analysis,
  bench: ReadonlyMap<string, BenchRecord>,
): string {
  const { rows, answers, best, warnings } = analysis;
  const chance = withoutDependence(analysis);
  const trust = trustInWords({ x, y }, analysis);
  const looked = sidesFound({ x, y, z }).map(({ side, columns, kind, found }) => [
    side,
    columns,
    kind,
    found,
  ]);
  const shown = answers.map(({ method, nats, refusal }) => [
    method === best.method ? `* ${method}` : `  ${method}`,
    nats === null ? 'refused' : number(nats),
    nats === null ? '' : number(bits(nats)),
    refusal ?? recordText(bench.get(method)),
  ]);
  return [
    `${rows} rows\n\n`,
    `${sentenceOf({ x, y, z }, analysis)}\n`,
    trust === undefined ? '\n' : `${trust}\n\n`,
    textTable(['side', 'columns', 'kind', 'what was found'], looked),
    '\n',
    textTable(['  estimator', 'nats', 'bits', 'how it did where the truth is known'], shown),
    '\n',
    `${recommendation(analysis)}\n`,
    chance === undefined ? '' : `${chance}\n`,
    ...warnings.map((warning) => `Beware: ${warning}\n`),
  ].join('');
}

const recordText = (record: BenchRecord | undefined) => (record ? benchInWords(record) : '');

/**
 * Every two columns, the strongest first.
 *
 * @param totalCorrelation of all of them, in nats, where there is one.
 */
export function pairsText(
  pairs: readonly PairFound[],
  permutations: number,
  totalCorrelation: number | null,
): string {
  // Holm multiplies the smallest p value, which is 1 / (1 + permutations), by the number of pairs.
  const enough = enoughSurrogates(pairs.length);
  const few =
    permutations > 0 && permutations < enough
      ? `Beware: of ${pairs.length} pairs ${permutations} surrogates leave no p value of all below 0.05; ask for --permutations ${enough}.\n`
      : '';
  const sorted = [...pairs].sort((a, b) => (b.analysis?.best.nats ?? -1) - (a.analysis?.best.nats ?? -1));
  const found = textTable(
    ['x', 'y', 'nats', '95 %', 'p', 'p of all', 'estimator'],
    sorted.map(({ x, y, analysis, refusal, adjusted }) => {
      if (!analysis) return [x, y, 'refused', '', '', '', refusal ?? ''];
      const { best, test } = analysis;
      return [
        x,
        y,
        number(best.nats),
        best.low === null || best.high === null ? '' : `${number(best.low)} to ${number(best.high)}`,
        test ? pText(test.pValue) : '',
        adjusted === null ? '' : pText(adjusted),
        best.method,
      ];
    }),
  );
  const together =
    totalCorrelation === null ? '' : `All together: total correlation ${number(totalCorrelation)} nats.\n`;
  return `${found}${together}${few}`;
}
