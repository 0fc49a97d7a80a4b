import { type Control, control } from './control.js';
import { element } from './element.js';

/** Controls by the name of what each sets, or in a list. */
export type Fields = Readonly<Record<string, Control<unknown>>> | readonly Control<unknown>[];

/** The value of a form: a record of its controls' values, or a list of them. */
export type FormValue<F extends Fields> = {
  readonly [K in keyof F]: F[K] extends Control<infer T> ? T : never;
};

/** Several controls as one. */
export interface Form<F extends Fields = Fields> extends Control<FormValue<F>> {
  readonly fields: F;
}

/**
 * Several controls as one, whose value is the record, or the list, of theirs:
 * `form({ seed: range(…), smooth: toggle(…) }).value` is `{ seed: 3, smooth: false }`.
 */
export function form<const F extends Fields>(fields: F): Form<F> {
  const controls = Object.values(fields) as Control<unknown>[];
  const read = Array.isArray(fields)
    ? () => controls.map(({ value }) => value)
    : () => Object.fromEntries(Object.entries(fields).map(([name, { value }]) => [name, value]));
  const node = control(element('div', { class: 'form' }, controls), read as () => FormValue<F>);
  // What is folded away stands no more within its form, and still belongs to it.
  for (const field of controls)
    field.addEventListener('input', (event) => {
      if (node.contains(field)) return;
      event.stopPropagation();
      node.dispatchEvent(new Event('input', { bubbles: true }));
    });
  return Object.defineProperty(node, 'fields', { value: fields }) as Form<F>;
}
