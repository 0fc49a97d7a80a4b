import { element } from './element.js';
import type { Search } from './search.js';

// What the two places have in common where a reader finds something among much: papers, and claims.

/** A field for words to look for. */
export function searchField(id: string, label: string) {
  const field = element('input', { type: 'search', id, autocomplete: 'off', spellcheck: 'false' });
  return {
    field,
    control: element('div', { class: 'control grow' }, element('label', { for: id }, label), field),
  };
}

/** A choice among values, the first of which asks for nothing. */
export function choice<T extends string>(
  id: string,
  label: string,
  any: string,
  values: readonly T[],
  labelOf: (value: T) => string = String,
) {
  const field = element(
    'select',
    { id },
    element('option', { value: '' }, any),
    values.map((value) => element('option', { value }, labelOf(value))),
  );
  return {
    field,
    control: element('div', { class: 'control' }, element('label', { for: id }, label), field),
    value: (): T | undefined => values[field.selectedIndex - 1],
    set(value: T | undefined) {
      field.selectedIndex = value === undefined ? 0 : values.indexOf(value) + 1;
    },
  };
}

/** Writes what is asked for into the page's address, so that a link leads to the same; Back still leaves the page. */
function keepInAddress(query: string): void {
  const { pathname, hash } = window.location;
  window.history.replaceState(window.history.state, '', `${pathname}${query && `?${query}`}${hash}`);
}

/** What a text finds: ids of the search's documents, best first; `undefined` for a text that asks for nothing. */
export interface FoundIds {
  readonly ids: readonly string[];
  readonly alike: boolean;
  readonly suggestion?: string;
  /** The title of what has been found. */
  titleOf(id: string): string;
}

/** @throws {Error} where the index cannot be loaded */
async function idsFor(text: string, search: () => Promise<Search>): Promise<FoundIds | undefined> {
  if (!text.trim()) return undefined;
  const found = await search();
  const { hits, alike } = found.find(text);
  const ids = hits.map(({ id }) => id);
  return {
    ids,
    alike,
    suggestion: ids.length > 0 ? undefined : found.suggest(text),
    titleOf: (id) => found.titleOf(id),
  };
}

export interface Asking<Q extends { readonly text: string }> {
  /** What the fields ask for. */
  asked(): Q;
  /** Puts a query into the fields. */
  set(query: Q): void;
  /** A query as the part of an address after its question mark. */
  addressOf(query: Q): string;
  /** Shows what a query finds; nothing is `found` by one without words. */
  draw(query: Q, found: FoundIds | undefined): void;
  /** Where it says why the index could not be loaded. */
  readonly status: HTMLElement;
}

/** Answers what a reader asks for, which the address keeps: `show` where the fields were changed, `ask` in their place. */
export function answering<Q extends { readonly text: string }>(
  search: () => Promise<Search>,
  { asked, set, addressOf, draw, status }: Asking<Q>,
) {
  let latest = 0;
  const answer = async () => {
    const query = asked();
    keepInAddress(addressOf(query));
    const turn = ++latest;
    try {
      const found = await idsFor(query.text, search);
      // Who types on gets what was typed last.
      if (turn === latest) draw(query, found);
    } catch (error) {
      status.textContent = (error as Error).message;
    }
  };
  const show = () => void answer();
  const ask = (query: Q) => {
    set(query);
    show();
  };
  return { show, ask };
}

/** What a reader is told who finds nothing, with ways on. */
export function nothingFound(
  suggestion: string | undefined,
  use: (suggestion: string) => void,
  clear: () => void,
): HTMLElement {
  const button = (text: string, act: () => void) => {
    const node = element('button', { type: 'button' }, text);
    node.addEventListener('click', act);
    return node;
  };
  return element(
    'p',
    { class: 'nothing-found' },
    'Nothing found. ',
    suggestion === undefined ? null : ['Did you mean ', button(suggestion, () => use(suggestion)), '? '],
    button('Clear', clear),
  );
}
