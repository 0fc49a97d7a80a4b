import type { TableSummary } from '../../lib/estimation/table-summary.js';
import type { Variable } from '../../lib/estimation/variable.js';
import { type Control, control, optionsOf, select } from '../control.js';
import { element } from '../element.js';
import type { DrawnColumn, DrawnPair } from './pair-figure.js';
import type { AskedQuestion } from './question-form.js';
import type { DrawnValue, Prepared } from './table-messages.js';

/** The two columns that are drawn; where a side has several, which one of them is for the reader to choose. */
export interface DrawnChoice extends Control<DrawnPair | null> {
  /** Draws the columns of a question. */
  offer(asked: AskedQuestion, prepared: Prepared, summary: TableSummary): void;
}

export function drawnChoice(): DrawnChoice {
  const node = element('div', { class: 'form', hidden: true });
  let pair = (): DrawnPair | null => null;
  return Object.assign(
    control<DrawnPair | null>(node, () => pair()),
    {
      offer({ x, y }: AskedQuestion, prepared: Prepared, { columns }: TableSummary) {
        const { drawn } = prepared;
        const side = (
          name: string,
          variable: Variable,
          names: readonly string[],
          values: readonly (readonly DrawnValue[])[],
        ) => {
          if (names.length === 1) return { column: () => ({ ...named(variable), values: values[0] }) };
          const which = select(`Drawn of ${name}`, optionsOf(names));
          const column = (): DrawnColumn => {
            const kind = columns.find((one) => one.name === which.value)?.kind ?? variable.kind;
            return { name: which.value, kind, values: values[names.indexOf(which.value)], of: variable.name };
          };
          return { which, column };
        };
        const sides = [side('x', prepared.x, x, drawn.x), side('y', prepared.y, y, drawn.y)];
        pair = () => ({ x: sides[0].column(), y: sides[1].column(), rows: drawn.of });
        const choices = sides.flatMap(({ which }) => which ?? []);
        node.replaceChildren(...choices);
        node.hidden = choices.length === 0;
        node.dispatchEvent(new Event('input', { bubbles: true }));
      },
    },
  );
}

const named = ({ name, kind }: Variable) => ({ name, kind });
