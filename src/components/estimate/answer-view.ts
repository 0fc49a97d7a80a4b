import type { BenchRecord } from '../../lib/estimation/bench.js';
import {
  benchSentence,
  leftOutInWords,
  recommendation,
  sentenceOf,
  trustInWords,
  withoutDependence,
} from '../../lib/estimation/words.js';
import { element } from '../element.js';
import type { PageAnalysis } from './analysis-messages.js';
import { equivalent } from './equivalent.js';
import { estimatorsTable } from './estimators-table.js';
import type { Prepared } from './table-messages.js';

export interface AnswerParts {
  readonly prepared: Prepared;
  readonly analysis: PageAnalysis;
  /** Surrogates that were asked for: before there is their test, nothing is said of trust. */
  readonly permutations: number;
  readonly bench: ReadonlyMap<string, BenchRecord>;
  /** Name of a download. */
  readonly file: string;
}

/** What was found: the sentence first, then how far to believe it, and all estimators side by side. */
export function answerView({ prepared, analysis, permutations, bench, file }: AnswerParts): HTMLElement {
  const { x, y, history } = prepared;
  const record = bench.get(analysis.best.method);
  const leftOut = leftOutInWords(prepared.leftOut);
  const aside = [
    `${analysis.rows} rows${leftOut === undefined ? '' : `; ${leftOut}`}.`,
    history === undefined ? undefined : `Transfer entropy, given ${history} steps of the past of y.`,
    recommendation(analysis),
    withoutDependence(analysis),
    record && benchSentence(record),
  ];
  const warnings = analysis.warnings.map((warning) => element('li', {}, warning));
  return element(
    'div',
    {},
    element('p', { class: 'found' }, unbroken(sentenceOf(prepared, analysis))),
    paragraph(equivalent(x, y, analysis)),
    paragraph(analysis.test || permutations === 0 ? trustInWords(prepared, analysis) : undefined),
    element('p', { class: 'aside' }, aside.filter((text) => text !== undefined).join(' ')),
    warnings.length === 0
      ? null
      : element('div', { class: 'beware' }, element('strong', {}, 'Beware'), element('ul', {}, warnings)),
    element('p', { class: 'aside' }, lookedAt(prepared)),
    estimatorsTable(analysis, bench, file),
  );
}

/** With numbers that stay in one line with what they are of. */
const unbroken = (text: string) => text.replace(/ (?=%|=|nats|bits)|(?<==) /g, '\u00a0');

const paragraph = (text: string | undefined) => (text === undefined ? null : element('p', {}, text));

/** `dose: continuous (numbers, 400 distinct, none repeats).` */
function lookedAt({ x, y, z }: Prepared): string {
  return [x, y, ...(z ? [z] : [])].map(({ name, kind, found }) => `${name}: ${kind} (${found}).`).join(' ');
}
