import { columnsText, namedColumns } from '../../lib/estimation/named-columns.js';
import { listed } from '../../lib/text/list.js';
import { optionsOf } from '../control.js';
import { element } from '../element.js';
import { type Setting, setting } from '../setting.js';

let fields = 0;

/** What a side of a question may be. */
export interface ColumnsFieldOptions {
  readonly names: readonly string[];
  readonly initial: readonly string[];
  /** What to call no column, where that is a choice. */
  readonly none?: string;
}

/**
 * One column from a list, as most questions have it, or several, each with a box to tick, which come into sight where the
 * last entry of the list is chosen.
 */
export function columnsField(
  label: string,
  { names, initial, none }: ColumnsFieldOptions,
): Setting<readonly string[]> {
  const id = `columns-${(fields += 1)}`;
  // A list of a single column each, and of none where that can be chosen.
  const single: readonly (readonly [text: string, columns: readonly string[]])[] = [
    ...(none === undefined ? [] : [[none, []] as const]),
    ...optionsOf(names).map(([text, name]) => [text, [name]] as const),
  ];
  const list = element(
    'select',
    { id },
    [...single.map(([text]) => text), 'several …'].map((text) => element('option', {}, text)),
  );
  const several = single.length;
  const node = element('div', { class: 'control columns' }, element('label', { for: id }, label), list);
  let boxes: readonly HTMLInputElement[] | undefined;
  /** Boxes are made when they are asked for: a table may have hundreds of columns. */
  const offer = (ticked: readonly string[]) => {
    boxes = names.map((name) => element('input', { type: 'checkbox', checked: ticked.includes(name) }));
    node.append(
      element(
        'fieldset',
        { class: 'control choice' },
        element('legend', {}, `“${label}”: these columns, taken as one`),
        names.map((name, at) => element('label', {}, boxes![at], name)),
      ),
    );
  };
  const withdraw = () => {
    boxes = undefined;
    node.querySelector('fieldset')?.remove();
  };
  const show = (columns: readonly string[]) => {
    withdraw();
    const at = single.findIndex(([, one]) => one.length === columns.length && one[0] === columns[0]);
    list.selectedIndex = columns.length > 1 || at < 0 ? several : at;
    if (list.selectedIndex === several) offer(columns);
  };
  let last = initial;
  list.addEventListener('input', () => {
    if (list.selectedIndex === several) offer(last);
    else withdraw();
    last = value();
  });
  const value = () => (boxes ? names.filter((_, at) => boxes![at].checked) : single[list.selectedIndex][1]);
  show(initial);
  return setting<readonly string[]>(node, {
    label,
    value,
    choice: () => {
      const columns = value();
      return {
        text: columnsText(columns),
        words: columns.length === 0 ? (none ?? 'no column') : listed(columns),
      };
    },
    set(text) {
      try {
        show(text === '' ? [] : namedColumns(text, names));
      } catch (error) {
        if (!(error instanceof RangeError)) throw error;
        return false;
      }
      last = value();
      return true;
    },
    make: () => columnsField(label, { names, initial: value(), none }),
  });
}
