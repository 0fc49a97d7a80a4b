import type { BenchRecord } from '../../lib/estimation/bench.js';
import { columnsText } from '../../lib/estimation/named-columns.js';
import { sidesFound } from '../../lib/estimation/sides-found.js';
import type { TableSummary } from '../../lib/estimation/table-summary.js';
import type { Row } from '../../lib/experiment/column.js';
import { bits } from '../../lib/information/bits.js';
import { element } from '../element.js';
import { csvFile, save } from '../save.js';
import type { PageAnalysis } from './analysis-messages.js';
import type { AskedQuestion } from './question-form.js';
import type { Prepared } from './table-messages.js';

/** All that a result rests on, so that it can be had again. */
export interface Result {
  /** Litmus's version; `null` where the page does not say. */
  readonly version: string | null;
  readonly summary: TableSummary;
  readonly asked: AskedQuestion;
  readonly prepared: Prepared;
  readonly analysis: PageAnalysis;
  readonly bench: ReadonlyMap<string, BenchRecord>;
}

/** A result with its provenance, for a program. */
export function resultJson({ version, summary, asked, prepared, analysis, bench }: Result): string {
  const { leftOut, history } = prepared;
  const { name: file, rows, checksum: sha256, notes } = summary;
  return JSON.stringify(
    {
      litmus: version,
      table: { file, rows, sha256, notes },
      question: asked,
      leftOut,
      history,
      looked: sidesFound(prepared),
      ...analysis,
      bench: Object.fromEntries(bench),
    },
    null,
    2,
  );
}

/** The same as rows, one an estimator. */
export function resultRows({ version, summary, asked, analysis }: Result): readonly Row[] {
  const { best, test, answers, intervals, rows, advice } = analysis;
  return answers.map(({ method, nats, refusal }) => ({
    estimator: method,
    nats,
    bits: nats === null ? null : bits(nats),
    low: intervals[method]?.low ?? null,
    high: intervals[method]?.high ?? null,
    p: method === best.method ? (test?.pValue ?? null) : null,
    refusal,
    recommended: method === advice.method,
    x: columnsText(asked.x),
    y: columnsText(asked.y),
    given: asked.given.length === 0 ? null : columnsText(asked.given),
    lag: asked.lag,
    permutations: asked.permutations,
    surrogates: test?.by ?? null,
    seed: asked.seed,
    rows,
    file: summary.name,
    sha256: summary.checksum,
    litmus: version,
  }));
}

/** Buttons that save a result. @param result asked when one is pressed */
export function resultButtons(name: string, result: () => Result): HTMLElement {
  const button = (label: string, ending: string, content: () => Blob) => {
    const node = element('button', { type: 'button' }, label);
    node.addEventListener('click', () => save(`${name}.${ending}`, content()));
    return node;
  };
  const json = () => new Blob([resultJson(result())], { type: 'application/json' });
  const rows = () => {
    const all = resultRows(result());
    return csvFile(Object.keys(all[0]), all);
  };
  return element(
    'p',
    { class: 'downloads' },
    button('Download with provenance as JSON', 'json', json),
    ' ',
    button('Download with provenance as CSV', 'csv', rows),
  );
}
