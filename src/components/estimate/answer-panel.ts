import { benchPlace, benchRecords, type BenchRow } from '../../lib/estimation/bench.js';
import { versionMeta } from '../../lib/shelf/version.js';
import type { Control } from '../control.js';
import { copyable } from '../copyable.js';
import { element } from '../element.js';
import { analysisControl } from './analysis-control.js';
import type { PageAnalysis } from './analysis-messages.js';
import { questionSteps } from './analysis-steps.js';
import { answerView } from './answer-view.js';
import { commandFor, questionAsked, sidesAsked } from './asked-question.js';
import { resultButtons } from './downloads.js';
import { drawnChoice } from './drawn-choice.js';
import { linkField } from './link-field.js';
import type { OpenTable } from './open-table.js';
import { pageRunner } from './page-runner.js';
import type { DrawnPair } from './pair-figure.js';
import type { AskedQuestion } from './question-form.js';
import type { Prepared } from './table-messages.js';

/** The answer to what is asked of the table that is open. */
export interface AnswerPanel {
  readonly node: HTMLElement;
  /** The two columns of the last question, as they are drawn; `null` before there is one. */
  readonly picture: Control<DrawnPair | null>;
  /** Answers anew, and gives up what was going on. */
  answer(table: OpenTable, asked: AskedQuestion): void;
}

/** @param bench what the bench recorded; no rows where it cannot be had */
export function answerPanel(bench: Promise<readonly BenchRow[]>): AnswerPanel {
  let question: { readonly table: OpenTable; readonly asked: AskedQuestion } | undefined;
  let prepared: Prepared | undefined;
  const picture = drawnChoice();
  const refused = element('p', { class: 'refused', role: 'alert', hidden: true });
  const body = element('div');
  const clear = () => {
    body.replaceChildren();
    body.removeAttribute('aria-busy');
  };
  const refuse = (reason: string | undefined) => {
    refused.hidden = reason === undefined;
    refused.textContent = reason ?? '';
    // An answer to another question would be taken for one to this.
    if (reason !== undefined) clear();
  };
  let rows: readonly BenchRow[] = [];

  const run = analysisControl<PageAnalysis>({
    label: 'Compute again',
    async *begin(signal) {
      const { table, asked } = question!;
      const found = await table.prepare(sidesAsked(asked));
      signal.throwIfAborted();
      prepared = found;
      picture.offer(asked, found, table.summary);
      rows = await bench;
      const { permutations } = asked;
      const runner = pageRunner({ questions: 1, rows: found.x.labels.codes.length, permutations }, signal);
      try {
        yield* questionSteps(runner, questionAsked(asked, found));
      } finally {
        runner.close();
      }
    },
    show(analysis) {
      node.classList.remove('undrawn');
      refuse(undefined);
      body.removeAttribute('aria-busy');
      body.replaceChildren(...view(question!, prepared!, analysis, rows));
    },
    refuse(reason) {
      node.classList.remove('undrawn');
      refuse(reason);
    },
    stopped() {
      // What stands there still is of the question before.
      if (body.hasAttribute('aria-busy')) clear();
    },
  });
  const node = element(
    'div',
    { class: 'answer-panel undrawn' },
    element('div', { class: 'controls' }, run),
    refused,
    body,
  );
  return {
    node,
    picture,
    answer(table, asked) {
      question = { table, asked };
      // The answer to the last question stays until there is another, faint, so that nothing below it moves.
      body.setAttribute('aria-busy', 'true');
      run.start();
    },
  };
}

function view(
  { table, asked }: { readonly table: OpenTable; readonly asked: AskedQuestion },
  prepared: Prepared,
  analysis: PageAnalysis,
  rows: readonly BenchRow[],
): Node[] {
  const { summary } = table;
  const bench = benchRecords(rows, analysis.answers, benchPlace(prepared));
  const version = document.querySelector<HTMLMetaElement>(`meta[name="${versionMeta}"]`)?.content ?? null;
  const file = 'estimate';
  return [
    answerView({ prepared, analysis, permutations: asked.permutations, bench, file }),
    resultButtons(file, () => ({ version, summary, asked, prepared, analysis, bench })),
    linkField(document.defaultView!),
    // The example is no file that a command could read.
    ...(summary.checksum === null ? [] : [copyable(commandFor(summary.name, asked), 'sh')]),
  ];
}
