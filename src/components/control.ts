import { element } from './element.js';

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

/** One of a few options, all of them in view. */
export function radio<const T>(
  label: string,
  options: Options<T>,
  initial: T = pairsOf(options)[0][1],
): Control<T> {
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
  return control(node, () => pairs[fields.findIndex((field) => field.checked)][1]);
}

/** One of many options, from a list that opens. */
export function select<const T>(
  label: string,
  options: Options<T>,
  initial: T = pairsOf(options)[0][1],
): Control<T> {
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
  return control(node, () => pairs[field.selectedIndex][1]);
}

export interface RangeOptions {
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly value: number;
  /** Text for the value beside the field. */
  readonly format?: (value: number) => string;
}

/** A number from a range. */
export function range(
  label: string,
  { min, max, step, value, format = String }: RangeOptions,
): Control<number> {
  const id = freshId();
  const field = element('input', { id, type: 'range', min, max, step, value });
  const output = element('output', { for: id }, format(value));
  field.addEventListener('input', () => {
    output.textContent = format(field.valueAsNumber);
    field.setAttribute('aria-valuetext', output.textContent);
  });
  const node = element('div', { class: 'control' }, element('label', { for: id }, label), field, output);
  return control(node, () => field.valueAsNumber);
}

/** Yes or no. */
export function toggle(label: string, initial = false): Control<boolean> {
  const field = element('input', { type: 'checkbox', checked: initial });
  const node = element('div', { class: 'control' }, element('label', {}, field, label));
  return control(node, () => field.checked);
}

/** Any of a few options, all of them in view. Its value is the list of those that are ticked, in the options' order. */
export function checkbox<const T>(
  label: string,
  options: Options<T>,
  ticked: readonly T[] = pairsOf(options).map(([, value]) => value),
): Control<T[]> {
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
  return control(node, () => pairs.filter((_, index) => fields[index].checked).map(([, value]) => value));
}
