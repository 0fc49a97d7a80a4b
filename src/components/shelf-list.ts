import { isOfThePaper } from '../lib/claims/claim.js';
import type { Verdict } from '../lib/claims/verdict.js';
import { paperLinks, type ShelfPaper, subjects } from '../lib/shelf/shelf-paper.js';
import type { ClaimRuns } from './claim-row.js';
import { element } from './element.js';
import { matches, type ShelfEntry, type State, states } from './shelf-filter.js';
import { verdictBar } from './verdict-bar.js';

export interface ShelfListOptions {
  /** The small pictures of the papers' main figures, SVG files, by slug. */
  readonly thumbnails?: Readonly<Record<string, string>>;
}

/** What each state is called where a reader chooses one. */
const stateLabels: Readonly<Record<State, string>> = {
  'moved in': 'put to the test',
  'on the list': 'on the list',
  reproduced: 'some claim reproduced',
  'not reproduced': 'some claim not reproduced',
  inconclusive: 'some claim inconclusive',
  'not tested': 'some claim not tested',
};

/** The papers with their verdicts: those that moved in first, each group in the shelf's order. */
export function shelfEntries(papers: readonly ShelfPaper[], claims: readonly ClaimRuns[]): ShelfEntry[] {
  const verdicts = new Map<string, Verdict[]>();
  for (const { decisive } of claims.filter(({ decisive }) => isOfThePaper(decisive.origin)))
    verdicts.set(decisive.paper, [...(verdicts.get(decisive.paper) ?? []), decisive.verdict]);
  const entries = papers.map((paper) => ({ paper, verdicts: verdicts.get(paper.slug) ?? [] }));
  return [
    ...entries.filter((entry) => entry.verdicts.length > 0),
    ...entries.filter((entry) => entry.verdicts.length === 0),
  ];
}

/** All papers, with a search and filters by subject and state. */
export function shelfList(entries: readonly ShelfEntry[], options: ShelfListOptions = {}): HTMLElement {
  const text = element('input', {
    type: 'search',
    id: 'shelf-search',
    autocomplete: 'off',
    spellcheck: 'false',
  });
  const subject = filter('shelf-subject', 'any subject', subjects, String);
  const state = filter('shelf-state', 'any state', states, (value) => stateLabels[value]);
  const count = element('p', { class: 'count', role: 'status' });
  const movedIn = element('ol', { class: 'shelf moved-in' });
  const onTheList = element('ol', { class: 'shelf' });
  const sections = [
    { list: movedIn, node: section('Put to the test', movedIn) },
    { list: onTheList, node: section('On the list', onTheList) },
  ];
  const items = entries.map((entry) => ({
    entry,
    node: card(entry, options.thumbnails?.[entry.paper.slug]),
    list: entry.verdicts.length > 0 ? movedIn : onTheList,
  }));

  const show = () => {
    const query = { text: text.value, subject: subject.value(), state: state.value() };
    const found = items.filter(({ entry }) => matches(entry, query));
    for (const { list, node } of sections) {
      list.replaceChildren(...found.filter((item) => item.list === list).map((item) => item.node));
      node.hidden = list.childElementCount === 0;
    }
    count.textContent =
      found.length === items.length ? `${items.length} papers` : `${found.length} of ${items.length} papers`;
  };
  for (const field of [text, subject.field, state.field]) field.addEventListener('input', show);
  show();

  return element(
    'div',
    { class: 'shelf-list' },
    element(
      'form',
      { class: 'filters', role: 'search', 'aria-label': 'Papers', onsubmit: 'return false' },
      element('div', { class: 'control grow' }, element('label', { for: text.id }, 'Search'), text),
      element(
        'div',
        { class: 'control' },
        element('label', { for: subject.field.id }, 'Subject'),
        subject.field,
      ),
      element('div', { class: 'control' }, element('label', { for: state.field.id }, 'State'), state.field),
    ),
    count,
    sections.map(({ node }) => node),
  );
}

function filter<T extends string>(
  id: string,
  any: string,
  values: readonly T[],
  label: (value: T) => string,
) {
  const field = element(
    'select',
    { id },
    element('option', { value: '' }, any),
    values.map((value) => element('option', { value }, label(value))),
  );
  return { field, value: (): T | undefined => values[field.selectedIndex - 1] };
}

function section(title: string, list: HTMLElement): HTMLElement {
  return element('section', {}, element('h2', {}, title), list);
}

function card({ paper, verdicts }: ShelfEntry, thumbnail: string | undefined): HTMLElement {
  const { slug, title, sentence } = paper;
  const page = verdicts.length > 0 ? `./papers/${slug}` : undefined;
  return element(
    'li',
    { id: slug },
    thumbnail
      ? element('img', {
          class: 'thumbnail',
          src: `data:image/svg+xml,${encodeURIComponent(thumbnail)}`,
          alt: `Main figure of “${title}”`,
          loading: 'lazy',
        })
      : null,
    element(
      'div',
      {},
      element('h3', {}, page ? element('a', { href: page }, title) : title),
      element('p', { class: 'byline' }, byline(paper)),
      element('p', {}, sentence),
      verdicts.length > 0 ? verdictBar(verdicts) : null,
      page ? null : element('p', { class: 'aside' }, links(paper)),
    ),
  );
}

/** Authors, four at most by name, then venue and year. */
export function byline({ authors, venue, year }: ShelfPaper): string {
  const named = authors.length > 5 ? [...authors.slice(0, 4), `${authors.length - 4} others`] : authors;
  const last = named.at(-1)!;
  const names = named.length > 1 ? `${named.slice(0, -1).join(', ')} and ${last}` : last;
  return `${names} · ${venue}${venue.endsWith(String(year)) ? '' : ` ${year}`}`;
}

function links(paper: ShelfPaper): (HTMLElement | string)[] {
  return paperLinks(paper).flatMap(({ label, href }, index) => [
    ...(index > 0 ? [' · '] : []),
    element('a', { href }, label),
  ]);
}
