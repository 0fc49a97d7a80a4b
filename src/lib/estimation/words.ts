import { bits } from '../information/bits.js';
import { listed } from '../text/list.js';
import { count, decimals, percent } from '../text/number.js';
import type { BenchRecord } from './bench.js';
import { coverages } from './interval-coverage.js';
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

/** Below this a p value counts as a dependence. */
const level = 0.05;

/**
 * One sentence on what was found: `Knowing dose tells you 0.412 nats, or 0.595 bits, about response …`, or that these rows
 * do not show that it tells anything.
 */
export function sentenceOf({ x, y, z }: NamedSides, { best, test, rows }: Analysis): string {
  const constant = [x, y].find(({ kind }) => kind === 'constant');
  if (constant) return `${constant.name} has one value, so that there is nothing to tell.`;
  const { low, high } = best;
  const nats = Math.max(0, best.nats);
  const amount = `${informationText(nats)} nats, or ${informationText(bits(nats))} bits`;
  const about = `about ${y.name}${z ? `, beyond what you know from ${z.name}` : ''}`;
  const interval =
    low === null || high === null ? '' : ` (95 %: ${informationText(low)} to ${informationText(high)} nats)`;
  if (test !== null && !isDependence(test))
    return (
      `These ${count(rows)} rows do not show that knowing ${x.name} tells you anything ${about}: ` +
      `the estimate, ${amount}${interval}, may be chance, since ${asMuch(test)}.`
    );
  const chance = test === null ? '' : `; that is hardly chance: ${asMuch(test)}`;
  return `Knowing ${x.name} tells you ${amount}, ${about}${interval}${chance}.`;
}

/** Whether a test says that there is a dependence. */
const isDependence = ({ pValue }: NonNullable<Analysis['test']>) => pValue <= level;

function asMuch({ pValue, surrogates, by }: NonNullable<Analysis['test']>): string {
  // The table itself counts as one of those that chance could make.
  const often = Math.round(pValue * (surrogates + 1)) - 1;
  return `${often === 0 ? 'none' : count(often)} of ${count(surrogates)} ${made[by]} gave as much (p = ${pText(pValue)})`;
}

/** What of an answer can be trusted: that there is a dependence, and how large it is. Of a constant there is nothing to say. */
export function trustInWords({ x, y }: NamedSides, { best, test, warnings }: Analysis): string | undefined {
  if (x.kind === 'constant' || y.kind === 'constant') return undefined;
  if (test === null) return 'Whether there is a dependence was not tested: small amounts may be chance.';
  if (!isDependence(test))
    return 'What can be trusted: nothing yet. That does not say that there is no dependence; more rows may show one.';
  const size =
    warnings.length > 0
      ? 'Its size only with the warnings in mind.'
      : best.low === null
        ? 'Its size only roughly.'
        : 'And its size, to within the interval and whatever bias the estimator has, as long as each row stands for itself.';
  return `What can be trusted: that there is a dependence, since chance hardly makes one. ${size}${best.low === null ? '' : shortfall(best.method)}`;
}

/** Where intervals do not hold the truth as often as they say. */
function shortfall(method: string): string {
  const coverage = coverages[method];
  if (!coverage) return '';
  const { least, most, missed } = coverage;
  return (
    ` By this estimator intervals of 95 % held a known truth in ${percent(least)} to ${percent(most)} of samples, ` +
    `and missed it ${missed === 'above' ? 'by saying too little' : 'on either side'}.`
  );
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
  const { n, truth, sd } = record;
  return (
    `bias ${biasInWords(record)}, spread up to ${informationText(sd)} ` +
    `(n = ${n}, ${sizeInWords(record)}, nearest truth ${truth} nats${farInWords(record)})`
  );
}

/** The same of the estimator that is believed, as a sentence. */
export function benchSentence(record: BenchRecord): string {
  const { n, truth, sd } = record;
  return (
    `On the bench, where the truth is known, the one nearest to this answer is ${truth} nats (${n} rows, ` +
    `${sizeInWords(record)}${farInWords(record)}): there this estimator was off by ${biasInWords(record)} nats on ` +
    `average, and scattered by up to ${informationText(sd)}.`
  );
}

/** Means of several laws lie between two, or there is one. */
function biasInWords({ bias }: BenchRecord): string {
  const [least, most] = bias.map(informationText);
  return least === most ? least : `${least} to ${most}`;
}

const farInWords = ({ far }: BenchRecord) =>
  far.length === 0 ? '' : `; far from your table in ${listed(far)}`;

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
