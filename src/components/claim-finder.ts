import { origins } from '../lib/claims/claim.js';
import { type Verdict, verdicts } from '../lib/claims/verdict.js';
import { scaleLevels } from '../lib/experiment/scale.js';
import { subjects } from '../lib/shelf/shelf-paper.js';
import { claimGroups } from './claim-groups.js';
import { originLabels } from './claim-parts.js';
import { addressOf, type ClaimQuery, type Grouping, matchesClaim, queryIn } from './claim-query.js';
import { element } from './element.js';
import { answering, choice, type FoundIds, nothingFound, searchField } from './finder.js';
import { scaleLabels } from './judging.js';
import type { Search } from './search.js';
import { verdictSymbol } from './verdict-mark.js';

/**
 * Makes a list of claims findable: by verdict, subject, paper, scale, origin and words, gathered by paper, subject or
 * verdict. What is asked for stands in the address.
 *
 * @param list the claims of all papers, as `claimsOfAll` made them
 * @returns what to put above the list
 */
export function claimFinder(list: HTMLElement, search: () => Promise<Search>): HTMLElement {
  const groups = claimGroups(list);
  const papers = groups.papers.map(({ slug }) => slug);
  const title = (slug: string) => groups.papers.find((paper) => paper.slug === slug)!.title;
  const text = searchField('claim-search', 'Search');
  const chips = verdicts.map(chip);
  const paper = choice('claim-paper', 'Paper', 'any paper', papers, title);
  const subject = choice('claim-subject', 'Subject', 'any subject', subjects);
  const scale = choice('claim-scale', 'Scale', 'any scale', scaleLevels, (level) => scaleLabels[level]);
  const origin = choice('claim-origin', 'Claimed in', 'anywhere', origins, (of) => originLabels[of]);
  const group = choice<Exclude<Grouping, 'paper'>>('claim-group', 'Gathered by', 'paper', [
    'subject',
    'verdict',
  ]);
  const count = element('p', { class: 'count', role: 'status' });
  const nothing = element('div');
  const choices = { paper, subject, scale, origin };

  const more = element(
    'details',
    { class: 'more-filters' },
    element('summary', {}, 'More filters'),
    element(
      'div',
      { class: 'filters' },
      [...Object.values(choices), group].map(({ control }) => control),
    ),
    element('p', { class: 'aside keys' }, 'By keyboard: ↑ and ↓ go from claim to claim, Enter opens one.'),
  );

  const set = (query: ClaimQuery) => {
    text.field.value = query.text;
    for (const { field, verdict } of chips) press(field, query.verdicts.includes(verdict));
    paper.set(query.paper);
    subject.set(query.subject);
    scale.set(query.scale);
    origin.set(query.origin);
    group.set(query.group === 'paper' ? undefined : query.group);
    // What is asked for is in sight.
    if ([...Object.values(choices), group].some(({ value }) => value() !== undefined)) more.open = true;
  };
  const asked = (): ClaimQuery => ({
    text: text.field.value,
    verdicts: chips.filter(({ field }) => isPressed(field)).map(({ verdict }) => verdict),
    paper: paper.value(),
    subject: subject.value(),
    scale: scale.value(),
    origin: origin.value(),
    group: group.value() ?? 'paper',
  });

  const draw = (query: ClaimQuery, found: FoundIds | undefined) => {
    const { shown, all } = groups.show(
      query.group,
      (facts, id) => matchesClaim(facts, query) && (!found || found.ids.includes(`claim:${id}`)),
    );
    const alike = found?.alike && shown > 0 ? ', by words like these' : '';
    count.textContent = shown === all ? `${all} claims` : `${shown} of ${all} claims${alike}`;
    nothing.replaceChildren(
      ...(shown > 0
        ? []
        : [
            nothingFound(
              found?.suggestion,
              (suggestion) => ask({ ...query, text: suggestion }),
              () => ask({ text: '', verdicts: [], group: query.group }),
            ),
          ]),
    );
  };

  const { show, ask } = answering<ClaimQuery>(search, { asked, set, addressOf, draw, status: count });
  for (const { field } of [text, ...Object.values(choices), group]) field.addEventListener('input', show);
  for (const { field } of chips)
    field.addEventListener('click', () => {
      press(field, !isPressed(field));
      show();
    });
  // Index and library are on their way by the time that something is typed.
  text.field.addEventListener('focus', () => void search().catch(() => undefined), { once: true });
  ask(queryIn(window.location.search, papers));

  const form = element(
    'form',
    { class: 'filters', role: 'search', 'aria-label': 'Claims' },
    element(
      'div',
      { class: 'chips', role: 'group', 'aria-label': 'Verdict' },
      element('span', { class: 'chips-label' }, 'Show only'),
      chips.map(({ field }) => field),
    ),
    text.control,
    more,
  );
  form.addEventListener('submit', (event) => event.preventDefault());
  return element('div', { class: 'finder' }, form, count, nothing);
}

const isPressed = (field: HTMLElement) => field.getAttribute('aria-pressed') === 'true';
const press = (field: HTMLElement, pressed: boolean) => field.setAttribute('aria-pressed', String(pressed));

/** A button that asks for one verdict. */
function chip(verdict: Verdict) {
  const field = element(
    'button',
    { type: 'button', class: 'chip', 'aria-pressed': 'false', 'data-verdict': verdict },
    verdictSymbol(verdict),
    verdict,
  );
  return { field, verdict };
}
