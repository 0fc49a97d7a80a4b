import type { PairFound } from '../../src/lib/estimation/all-pairs.js';
import type { BenchRecord } from '../../src/lib/estimation/bench.js';
import type { Analysis, SurrogatesMade } from '../../src/lib/estimation/question.js';
import type { Variable } from '../../src/lib/estimation/variable.js';
import { bits } from '../../src/lib/information/bits.js';
import { textTable } from '../cli/text-table.js';

/** How data without dependence were made, as a reader is told. */
const made: Readonly<Record<SurrogatesMade, string>> = {
  shuffle: 'shuffles of the rows',
  'circular-shift': 'circular shifts of the series',
  blocks: 'blocks of the series in random order',
  local: 'swaps among rows that are near in what is given',
};

/** What there is to say, for a person at a terminal. */
export function reportText(
  { x, y, z }: { readonly x: Variable; readonly y: Variable; readonly z?: Variable },
  analysis: Analysis,
  bench: ReadonlyMap<string, BenchRecord>,
): string {
  const { rows, answers, advice, best, test, warnings } = analysis;
  const looked = [['x', x] as const, ['y', y] as const, ...(z ? [['given', z] as const] : [])].map(
    ([side, { name, kind, found }]) => [side, name, kind, found],
  );
  const shown = answers.map(({ method, nats, refusal }) => [
    method === best.method ? `* ${method}` : `  ${method}`,
    nats === null ? 'refused' : number(nats),
    nats === null ? '' : number(bits(nats)),
    refusal ?? benchText(bench.get(method)) ?? '',
  ]);
  return [
    `${rows} rows\n`,
    textTable(['side', 'columns', 'kind', 'what was found'], looked),
    '\n',
    textTable(['  estimator', 'nats', 'bits', 'how it did where the truth is known'], shown),
    '\n',
    `${sentence(x, y, z, analysis)}\n`,
    `Recommended: ${advice.method}, since ${advice.reason}.\n`,
    test
      ? `Where nothing depends, this estimator says ${number(test.mean)} nats on average (${test.surrogates} ${made[test.by]}).\n`
      : '',
    ...warnings.map((warning) => `Beware: ${warning}\n`),
  ].join('');
}

/** One sentence about two columns. */
function sentence(x: Variable, y: Variable, z: Variable | undefined, { best, test }: Analysis): string {
  const interval =
    best.low === null || best.high === null ? '' : ` (95 %: ${number(best.low)} to ${number(best.high)})`;
  const beyond = z ? `, beyond what ${z.name} tells,` : '';
  const chance =
    test === null
      ? ''
      : test.pValue <= 0.05
        ? `; so much comes by chance with p = ${test.pValue.toPrecision(2)}`
        : `; that may be chance, p = ${test.pValue.toPrecision(2)}`;
  return `${x.name} and ${y.name}${beyond} share about ${number(Math.max(0, best.nats))} nats${interval}${chance}.`;
}

function benchText(record: BenchRecord | undefined): string | undefined {
  if (!record) return undefined;
  const { n, dimension, truth, bias, sd } = record;
  return (
    `bias ${number(bias[0])} to ${number(bias[1])}, spread up to ${number(sd)} ` +
    `(n = ${n}, ${dimension} + ${dimension} dimensions, truth ${truth})`
  );
}

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
  const enough = 20 * pairs.length;
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
        test ? test.pValue.toPrecision(2) : '',
        adjusted === null ? '' : adjusted.toPrecision(2),
        best.method,
      ];
    }),
  );
  const together =
    totalCorrelation === null ? '' : `All together: total correlation ${number(totalCorrelation)} nats.\n`;
  return `${found}${together}${few}`;
}

function number(value: number): string {
  const text = value.toFixed(3);
  return text === '-0.000' ? '0.000' : text;
}
