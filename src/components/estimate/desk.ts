import type { BenchRow } from '../../lib/estimation/bench.js';
import { columnsText } from '../../lib/estimation/named-columns.js';
import { keepInAddress } from '../address-settings.js';
import type { Control } from '../control.js';
import { element } from '../element.js';
import { messageOf } from '../error-message.js';
import { foldAway } from '../more-settings.js';
import { settingsOf } from '../settings.js';
import { answerPanel } from './answer-panel.js';
import { askedColumns, askedTable, nameTable, questionName } from './asked-address.js';
import { type OpenTable, openTable } from './open-table.js';
import type { DrawnPair } from './pair-figure.js';
import { pairsPanel } from './pairs-panel.js';
import { questionForm } from './question-form.js';
import { tablePanel } from './table-panel.js';

/** Milliseconds for which settings must stand: a slider that is dragged starts no run at every step. */
const rest = 150;

/** The parts of the page on which a reader's own table is estimated, which work together. */
export interface Desk {
  /** Where a table comes in. */
  readonly table: HTMLElement;
  readonly question: HTMLElement;
  readonly answer: HTMLElement;
  /** The two columns that are asked about, for a figure. */
  readonly picture: Control<DrawnPair | null>;
  readonly pairs: HTMLElement;
  readonly pairsTable: HTMLElement;
}

/** @param bench what the bench recorded; no rows where it cannot be had */
export function estimateDesk(bench: Promise<readonly BenchRow[]>): Desk {
  const window = document.defaultView!;
  let opened: OpenTable | undefined;
  let form: ReturnType<typeof questionForm> | undefined;
  let ofForm = new AbortController();
  let wanted: File | 'example' | undefined;
  /** Whether a table has been open: before, there is the example, which no reader has asked for. */
  let begun = false;

  const question = element('div', { class: 'controls undrawn' });
  const answer = answerPanel(bench);
  const pairs = pairsPanel(({ x, y }) => {
    form?.fields.x.choose(columnsText([x]));
    form?.fields.y.choose(columnsText([y]));
    question.scrollIntoView({ block: 'start' });
    question.querySelector('select')?.focus({ preventScroll: true });
  });
  const panel = tablePanel({ open: (of) => void open(of) });

  const ask = () => {
    if (opened && form) answer.answer(opened, form.value);
  };
  const take = (table: OpenTable, made: ReturnType<typeof questionForm>, isExample: boolean) => {
    opened?.close();
    ofForm.abort();
    ofForm = new AbortController();
    [opened, form] = [table, made];
    const { summary } = table;
    panel.describe(summary, isExample);
    question.classList.remove('undrawn');
    question.replaceChildren(made);
    const folded = foldAway(made);
    // An address about a table that is not there yet waits for it.
    const asked = askedTable(window);
    if (isExample && asked !== null && !begun) panel.note(aboutOther(asked, askedColumns(window)));
    else {
      panel.note(undefined);
      nameTable(
        window,
        isExample ? null : summary.name,
        summary.columns.map(({ name }) => name),
      );
      const settings = settingsOf(made, questionName);
      const begins = settings.map(({ setting }) => setting.choice.text);
      keepInAddress(settings, window, panel.note, ofForm.signal);
      if (folded)
        folded.open = settings.some(
          ({ setting }, at) => folded.contains(setting) && setting.choice.text !== begins[at],
        );
    }
    let waiting: ReturnType<typeof setTimeout> | undefined;
    made.addEventListener('input', () => {
      clearTimeout(waiting);
      waiting = setTimeout(ask, rest);
    });
    pairs.offer(table);
    ask();
  };
  const open = async (of: File | 'example') => {
    wanted = of;
    if (of !== 'example') panel.say(`Reading ${of.name} …`);
    try {
      const table = await openTable(of);
      try {
        // A reader who was faster than a large file has another table by now.
        if (wanted !== of) return table.close();
        const made = questionForm(table.summary);
        take(table, made, of === 'example');
        begun = true;
      } catch (error) {
        table.close();
        throw error;
      }
    } catch (error) {
      if (wanted !== of) return;
      panel.refuse(`${messageOf(error)}. The table that was open stays.`);
      if (opened) panel.say(`Open: ${opened.summary.name}.`);
    }
  };
  void open('example');
  return {
    table: panel,
    question,
    answer: answer.node,
    picture: answer.picture,
    pairs: pairs.figure,
    pairsTable: pairs.table,
  };
}

function aboutOther(table: string, columns: readonly string[]): string {
  const what = columns.length === 0 ? '' : ` It asks about ${columns.map((name) => `“${name}”`).join(', ')}.`;
  return `This address was made with the table “${table}”, which is not in it: a link holds settings, never data.${what} Open the file here to go on with it; until then, this is the example.`;
}
