import type { PairFound } from '../../lib/estimation/all-pairs.js';
import { enoughSurrogates, informationText } from '../../lib/estimation/words.js';
import { control, select } from '../control.js';
import { element } from '../element.js';
import { figure } from '../figure.js';
import { form } from '../form.js';
import { analysisControl } from './analysis-control.js';
import type { PairsAnswer } from './analysis-messages.js';
import { pairsSteps } from './analysis-steps.js';
import { columnChoice } from './column-choice.js';
import type { OpenTable } from './open-table.js';
import { pageRunner } from './page-runner.js';
import { pairsFigure } from './pairs-figure.js';
import { pairsTable } from './pairs-table.js';

/** All pairs of the table that is open: a figure, and the same in numbers below it. */
export interface PairsPanel {
  readonly figure: HTMLElement;
  readonly table: HTMLElement;
  /** Offers another table, and gives up what is being computed of the former one. */
  offer(table: OpenTable): void;
}

/** @param choose gets the pair that the reader wants to see */
export function pairsPanel(choose: (pair: PairFound) => void): PairsPanel {
  let open: OpenTable | undefined;
  let found: PairsAnswer | undefined;
  const columns = columnChoice();
  const permutations = select<number | null>('Surrogates', [
    ['as many as so many pairs take', null],
    ['none', 0],
    ['200', 200],
    ['1000', 1000],
  ]);
  const refused = element('p', { class: 'refused', role: 'alert' });
  const below = element('div');
  const show = (answer: PairsAnswer | undefined) => {
    found = answer;
    refused.textContent = '';
    below.replaceChildren(refused, ...(answer ? [numbers(answer, choose)] : []));
    run.dispatchEvent(new Event('input', { bubbles: true }));
  };
  const work = analysisControl<PairsAnswer>({
    label: 'Run',
    async *begin(signal) {
      if (open === undefined || columns.value.length < 2) throw new RangeError('Tick at least two columns.');
      const { variables } = await open.columns(columns.value);
      const pairs = (variables.length * (variables.length - 1)) / 2;
      const surrogates = permutations.value ?? enoughSurrogates(pairs);
      const rows = variables[0].labels.codes.length;
      const runner = pageRunner({ questions: pairs, rows, permutations: surrogates }, signal);
      try {
        yield* pairsSteps(runner, { variables, permutations: surrogates, seed: 1 });
      } finally {
        runner.close();
      }
    },
    show,
    refuse(reason) {
      refused.textContent = reason;
    },
  });
  const run = control(work, () => found);
  below.append(refused);
  return {
    table: below,
    figure: figure({
      id: 'pairs',
      title: 'Every two columns.',
      caption:
        'The darker, the more two columns tell about each other. A star stands where that is no chance: its p value, adjusted for the number of pairs (Holm), is at most 0.05. A click on a cell shows the pair above.',
      alternative: 'Nothing yet: all pairs are computed when Run is pressed.',
      controls: form({ permutations, columns, run }),
      draw: ({ run: answer }, width) =>
        answer
          ? pairsFigure(answer.pairs, choose, width)
          : element('p', { class: 'aside' }, 'Press Run to compute all pairs of the ticked columns.'),
    }),
    offer(next) {
      work.stop();
      open = next;
      columns.offer(next.summary);
      show(undefined);
    },
  };
}

function numbers({ pairs, totalCorrelation }: PairsAnswer, choose: (pair: PairFound) => void): HTMLElement {
  const together =
    totalCorrelation === null
      ? null
      : element('p', {}, `All together: total correlation ${informationText(totalCorrelation)} nats.`);
  return element('div', {}, pairsTable(pairs, choose, 'pairs'), together);
}
