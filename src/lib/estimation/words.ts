import { bits } from '../information/bits.js';
import { listed } from '../text/list.js';
import { count, decimals } from '../text/number.js';
import type { BenchRecord } from './bench.js';
import { methodInWords } from './method-of.js';
import type { Analysis, SurrogatesMade } from './question.js';
import type { Variable } from './variable.js';

/** What is said of a variable. */
export type NamedVariable = Pick<Variable, 'name' | 'kind'>;

/** The variables of a question, as they are called. */
export interface NamedSides {
  readonly x: NamedVariable;
  readonly y: NamedVariable;
  readonly z?: NamedVariable;
}

/** An information with three decimals. */
export const informationText = (value: number): string => decimals(value, 3);

/** A p value, with two digits. */
export const pText = (p: number): string => p.toPrecision(2);

/** One sentence on what was found: `dose tells 0.412 nats, or 0.595 bits, about response …`. */
export function sentenceOf({ x, y, z }: NamedSides, { best, test }: Analysis): string {
  const constant = [x, y].find(({ kind }) => kind === 'constant');
  if (constant) return `${constant.name} has one value, so that it tells nothing.`;
  const { low, high } = best;
  const nats = Math.max(0, best.nats);
  const amount = `${informationText(nats)} nats, or ${informationText(bits(nats))} bits,`;
  const beyond = z ? `, beyond what ${z.name} tells` : '';
  const interval =
    low === null || high === null ? '' : ` (95 %: ${informationText(low)} to ${informationText(high)} nats)`;
  return `${x.name} tells ${amount} about ${y.name}${beyond}${interval}${chance(test)}.`;
}

function chance(test: Analysis['test']): string {
  if (test === null) return '';
  // The table itself counts as one of those that chance could make.
  const asMuch = Math.round(test.pValue * (test.surrogates + 1)) - 1;
  const often = `${asMuch === 0 ? 'none' : count(asMuch)} of ${count(test.surrogates)} ${made[test.by]} gave as much`;
  return `; ${test.pValue <= 0.05 ? '' : 'that may be chance: '}${often} (p = ${pText(test.pValue)})`;
}

/** Which estimator to believe, and why. */
export const recommendation = ({ advice }: Analysis): string =>
  `Recommended: ${methodInWords(advice.method)}, since ${advice.reason}.`;

/** How data without dependence were made. */
const made: Readonly<Record<SurrogatesMade, string>> = {
  shuffle: 'shuffles of the rows',
  'circular-shift': 'circular shifts of the series',
  blocks: 'blocks of the series in random order',
  local: 'swaps among rows that are near in what is given',
};

/** What the estimator says where nothing depends; nothing where it was not tried. */
export function withoutDependence({ test }: Analysis): string | undefined {
  if (test === null) return undefined;
  return `Where nothing depends, this estimator says ${informationText(test.mean)} nats on average (${test.surrogates} ${made[test.by]}).`;
}

/** What the bench knows of an estimator near a question, and in what the question is far from there. */
export function benchInWords(record: BenchRecord): string {
  const { n, truth, bias, sd, far } = record;
  const [least, most] = bias.map(informationText);
  const beyond = far.length === 0 ? '' : `; far from your table in ${listed(far)}`;
  return (
    `bias ${least === most ? least : `${least} to ${most}`}, spread up to ${informationText(sd)} ` +
    `(n = ${n}, ${sizeInWords(record)}, truth ${truth}${beyond})`
  );
}

/** What is largest in a question of the bench: dimensions, labels, or both. */
function sizeInWords({ question, dimension, combinations }: BenchRecord): string {
  const dimensions = `${dimension} ${dimension === 1 ? 'dimension' : 'dimensions'}`;
  switch (question) {
    case 'labels':
    case 'given-labels':
      return `${combinations} combinations of labels`;
    case 'label-numbers':
      return `${combinations} labels, ${dimensions}`;
    case 'given-numbers':
      return `given ${dimensions}`;
    case 'given-mixed':
      return `${combinations} combinations of labels, given ${dimensions}`;
    default:
      return `${dimension} + ${dimension} dimensions`;
  }
}

/** How many surrogates a test of so many pairs takes, that Holm's p value of one can be below 0.05. */
export const enoughSurrogates = (pairs: number): number => 20 * pairs;

/** Rows that were left out, in words; nothing where none was. */
export function leftOutInWords(rows: number): string | undefined {
  if (rows === 0) return undefined;
  return rows === 1
    ? '1 row left out, which misses a value in a column that is used'
    : `${rows} rows left out, which miss a value in a column that is used`;
}
