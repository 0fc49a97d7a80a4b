import { type Control, control } from './control.js';
import { element } from './element.js';

/** Controls by the name of what each sets, or in a list. */
export type Fields = Readonly<Record<string, Control<unknown>>> | readonly Control<unknown>[];

/** The value of a form: a record of its controls' values, or a list of them. */
export type FormValue<F extends Fields> = {
  readonly [K in keyof F]: F[K] extends Control<infer T> ? T : never;
};

/**
 * Several controls as one, whose value is the record, or the list, of theirs:
 * `form({ seed: range(…), smooth: toggle(…) }).value` is `{ seed: 3, smooth: false }`.
 */
export function form<const F extends Fields>(fields: F): Control<FormValue<F>> {
  const read = Array.isArray(fields)
    ? () => fields.map(({ value }: Control<unknown>) => value)
    : () => Object.fromEntries(Object.entries(fields).map(([name, { value }]) => [name, value]));
  return control(
    element('div', { class: 'form' }, Object.values(fields) as Control<unknown>[]),
    read as () => FormValue<F>,
  );
}
