import { element } from './element.js';
import { type Setting, setting } from './setting.js';

/** A control whose `value` a page watches with `view(…)` or `Generators.input(…)`. */
export interface Control<T> extends HTMLElement {
  readonly value: T;
}

let controls = 0;
const freshId = () => `control-${(controls += 1)}`;

/** An element with a value. Events of its fields bubble up to it, where Framework listens. */
export function control<T>(node: HTMLElement, value: () => T): Control<T> {
  Object.defineProperty(node, 'value', { get: value });
  return node as Control<T>;
}

/** What is to choose from: values by their texts, or in pairs where texts are numbers, whose order a record loses. */
export type Options<T> = readonly (readonly [text: string, value: T])[] | Readonly<Record<string, T>>;

const pairsOf = <T>(options: Options<T>): readonly (readonly [text: string, value: T])[] =>
  Array.isArray(options) ? options : Object.entries(options);

/** Values with their texts, as `radio`, `select` and `checkbox` take them. */
export function optionsOf<const T>(
  values: Iterable<T>,
  label: (value: T) => string = String,
): (readonly [text: string, value: T])[] {
  return Array.from(values, (value) => [label(value), value] as const);
}

/** What an address writes for a value: the value itself where it is short and plain, else the text beside it. */
const written = (value: unknown, text: string) =>
  value === null || ['string', 'number', 'boolean'].includes(typeof value) ? String(value) : text;

/** One of a few options, all of them in view. */
export function radio<const T>(
  label: string,
  options: Options<T>,
  initial: T = pairsOf(options)[0][1],
): Setting<T> {
  const name = freshId();
  const pairs = pairsOf(options);
  const fields = pairs.map(([, value], index) =>
    element('input', { type: 'radio', name, value: index, checked: value === initial }),
  );
  const node = element(
    'fieldset',
    { class: 'control choice' },
    element('legend', {}, label),
    pairs.map(([text], index) => element('label', {}, fields[index], text)),
  );
  const chosen = () => pairs[fields.findIndex((field) => field.checked)];
  return setting(node, {
    label,
    value: () => chosen()[1],
    choice: () => choiceOf(chosen()),
    set: (text) => {
      const field = fields.find((_, index) => choiceOf(pairs[index]).text === text);
      if (field) field.checked = true;
      return field !== undefined;
    },
    make: () => radio(label, options, chosen()[1]),
  });
}

const choiceOf = ([words, value]: readonly [string, unknown]) => ({ text: written(value, words), words });

/** One of many options, from a list that opens. */
export function select<const T>(
  label: string,
  options: Options<T>,
  initial: T = pairsOf(options)[0][1],
): Setting<T> {
  const id = freshId();
  const pairs = pairsOf(options);
  const field = element(
    'select',
    { id },
    pairs.map(([text, value], index) =>
      element('option', { value: index, selected: value === initial }, text),
    ),
  );
  const node = element('div', { class: 'control' }, element('label', { for: id }, label), field);
  const chosen = () => pairs[field.selectedIndex];
  return setting(node, {
    label,
    value: () => chosen()[1],
    choice: () => choiceOf(chosen()),
    set: (text) => {
      const index = pairs.findIndex((pair) => choiceOf(pair).text === text);
      if (index >= 0) field.selectedIndex = index;
      return index >= 0;
    },
    make: () => select(label, options, chosen()[1]),
  });
}

export interface RangeOptions {
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly value: number;
  /** Text for the value beside the field. */
  readonly format?: (value: number) => string;
}

/** Values of a slider that are written out, at most, to find the longest. */
const mostTexts = 400;

/** A number from a range. */
export function range(label: string, { value, ...options }: RangeOptions): Setting<number> {
  const { min, max, step, format = String } = options;
  const id = freshId();
  const field = element('input', { id, type: 'range', min, max, step, value });
  const output = element('output', { for: id });
  output.style.minWidth = `${longest(options)}ch`;
  const show = () => {
    output.textContent = format(field.valueAsNumber);
    field.setAttribute('aria-valuetext', output.textContent);
  };
  field.addEventListener('input', show);
  show();
  const node = element('div', { class: 'control' }, element('label', { for: id }, label), field, output);
  return setting(node, {
    label,
    value: () => field.valueAsNumber,
    choice: () => ({ text: field.value, words: format(field.valueAsNumber) }),
    set: (text) => {
      const number = Number(text);
      if (text.trim() === '' || !(number >= min && number <= max)) return false;
      field.valueAsNumber = number;
      show();
      return true;
    },
    make: () => range(label, { ...options, value: field.valueAsNumber }),
  });
}

/** Characters of the longest text that stands beside a slider: room for it is kept, lest the row be laid out anew. */
function longest({ min, max, step, format }: Omit<RangeOptions, 'value'>): number {
  const steps = Math.round((max - min) / step);
  const stride = Math.ceil(steps / mostTexts);
  // What is computed may have digits that no value of the field has.
  const decimals = String(step).split('.')[1]?.length ?? 0;
  const values = Array.from({ length: Math.floor(steps / stride) + 1 }, (_, at) =>
    Number((min + step * stride * at).toFixed(decimals)),
  );
  return Math.max(...[...values, max].map((value) => (format ?? String)(value).length));
}

/** Yes or no. */
export function toggle(label: string, initial = false): Setting<boolean> {
  const field = element('input', { type: 'checkbox', checked: initial });
  const node = element('div', { class: 'control' }, element('label', {}, field, label));
  return setting(node, {
    label,
    value: () => field.checked,
    choice: () => ({ text: field.checked ? 'yes' : 'no', words: field.checked ? 'yes' : 'no' }),
    set: (text) => {
      if (text !== 'yes' && text !== 'no') return false;
      field.checked = text === 'yes';
      return true;
    },
    make: () => toggle(label, field.checked),
  });
}

/** Any of a few options, all of them in view. Its value is the list of those that are ticked, in the options' order. */
export function checkbox<const T>(
  label: string,
  options: Options<T>,
  ticked: readonly T[] = pairsOf(options).map(([, value]) => value),
): Setting<T[]> {
  const pairs = pairsOf(options);
  const fields = pairs.map(([, value]) =>
    element('input', { type: 'checkbox', checked: ticked.includes(value) }),
  );
  const node = element(
    'fieldset',
    { class: 'control choice' },
    element('legend', {}, label),
    pairs.map(([text], index) => element('label', {}, fields[index], text)),
  );
  const chosen = () => pairs.filter((_, index) => fields[index].checked);
  const value = () => chosen().map((pair) => pair[1]);
  return setting(node, {
    label,
    value,
    choice: () => ({
      text: chosen()
        .map((pair) => choiceOf(pair).text)
        .join(),
      words:
        chosen()
          .map(([text]) => text)
          .join(', ') || 'none',
    }),
    set: (text) => {
      const wanted = text === '' ? [] : text.split(',');
      const offered = pairs.map((pair) => choiceOf(pair).text);
      if (!wanted.every((one) => offered.includes(one))) return false;
      fields.forEach((field, index) => (field.checked = wanted.includes(offered[index])));
      return true;
    },
    make: () => checkbox(label, options, value()),
  });
}
