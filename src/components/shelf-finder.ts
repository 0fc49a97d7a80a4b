import { subjects } from '../lib/shelf/shelf-paper.js';
import { element } from './element.js';
import { answering, choice, type FoundIds, nothingFound, searchField } from './finder.js';
import type { Search } from './search.js';
import {
  matchesPaper,
  shelfAddress,
  type ShelfQuery,
  shelfQueryIn,
  type State,
  states,
} from './shelf-filter.js';

/** What each state is called where a reader chooses one. */
const stateLabels: Readonly<Record<State, string>> = {
  'moved in': 'put to the test',
  'on the list': 'on the list',
  reproduced: 'some claim reproduced',
  'not reproduced': 'some claim not reproduced',
  inconclusive: 'some claim inconclusive',
  'not tested': 'some claim not tested',
};

/** How many claims are named below the papers; the page of claims has all. */
const claimsShown = 6;

/**
 * Makes the cards of papers findable: by words, which are looked for in papers, their claims and the other pages, by
 * subject and by state. What is asked for stands in the address.
 *
 * @param list the cards, as `shelfList` made them
 * @returns what to put above and below the cards
 */
export function shelfFinder(list: HTMLElement, search: () => Promise<Search>) {
  const cards = [...list.querySelectorAll<HTMLElement>('.card')];
  const sections = [...list.querySelectorAll<HTMLElement>('section')];
  const text = searchField('shelf-search', 'Search');
  const subject = choice('shelf-subject', 'Subject', 'any subject', subjects);
  const state = choice('shelf-state', 'State', 'any state', states, (value) => stateLabels[value]);
  const count = element('p', { class: 'count', role: 'status' });
  const elsewhere = element('div', { class: 'found-elsewhere' });

  const set = (query: ShelfQuery) => {
    text.field.value = query.text;
    subject.set(query.subject);
    state.set(query.state);
  };
  const asked = (): ShelfQuery => ({
    text: text.field.value,
    subject: subject.value(),
    state: state.value(),
  });

  const draw = (query: ShelfQuery, found: FoundIds | undefined) => {
    const slugs = found && papersAmong(found.ids);
    const shown = cards.filter(
      (card) => matchesPaper(factsOf(card), query) && (!slugs || slugs.includes(card.id)),
    );
    for (const card of cards) card.hidden = !shown.includes(card);
    for (const section of sections) section.hidden = !section.querySelector('.card:not([hidden])');
    count.textContent =
      shown.length === cards.length
        ? `${cards.length} papers`
        : `${shown.length} of ${cards.length} papers${found?.alike && shown.length > 0 ? ', by words like these' : ''}`;
    const others = found ? elsewhereLists(found, query.text) : [];
    elsewhere.replaceChildren(
      ...(shown.length === 0 && others.length === 0
        ? [
            nothingFound(
              found?.suggestion,
              (suggestion) => ask({ ...query, text: suggestion }),
              () => ask({ text: '' }),
            ),
          ]
        : others),
    );
  };

  const { show, ask } = answering<ShelfQuery>(search, {
    asked,
    set,
    addressOf: shelfAddress,
    draw,
    status: count,
  });
  for (const { field } of [text, subject, state]) field.addEventListener('input', show);
  // Index and library are on their way by the time that something is typed.
  text.field.addEventListener('focus', () => void search().catch(() => undefined), { once: true });
  ask(shelfQueryIn(window.location.search));

  const form = element(
    'form',
    { class: 'filters', role: 'search', 'aria-label': 'Papers' },
    text.control,
    subject.control,
    state.control,
  );
  form.addEventListener('submit', (event) => event.preventDefault());
  return { above: element('div', { class: 'finder' }, form, count), below: elsewhere };
}

const factsOf = ({ dataset }: HTMLElement) => ({
  subject: dataset.subject!,
  verdicts: dataset.verdicts!.split(',').filter(Boolean),
});

/** The papers among what was found, and those whose claims were found. */
function papersAmong(ids: readonly string[]): string[] {
  return ids.flatMap((id) => /^(?:paper|claim):([^/]+)/.exec(id)?.[1] ?? []);
}

/** Claims and pages among what was found, each kind under a heading. */
function elsewhereLists({ ids, titleOf }: FoundIds, text: string): HTMLElement[] {
  const of = (kind: string) => ids.filter((id) => id.startsWith(`${kind}:`));
  const link = (id: string, folder: string) =>
    element('li', {}, element('a', { href: `./${folder}${id.replace(/^\w+:/, '')}` }, titleOf(id)));
  const claims = of('claim');
  const more = claims.length > claimsShown;
  const section = (title: string, items: readonly HTMLElement[]) =>
    items.length === 0 ? [] : [element('section', {}, element('h2', {}, title), element('ul', {}, items))];
  const all = () =>
    element(
      'li',
      {},
      element('a', { href: `./claims?q=${encodeURIComponent(text)}` }, `all ${claims.length}`),
    );
  return [
    ...section('Claims', [
      ...claims.slice(0, claimsShown).map((id) => link(id, 'claims/')),
      ...(more ? [all()] : []),
    ]),
    ...section(
      'Pages',
      of('page').map((id) => link(id, '')),
    ),
  ];
}
