import { countVerdicts, type Verdict, verdicts } from '../lib/claims/verdict.js';
import { element } from './element.js';
import { verdictMeanings, verdictsExplained } from './judging.js';
import { verdictSymbol } from './verdict-mark.js';

/**
 * How many claims were reproduced, not reproduced, inconclusive, not tested: a bar whose parts are as long as
 * the counts, over the counts in words.
 *
 * @param root the way from the page to the root of the site, with a slash at the end: where a bar comes with a link to
 *   what its words mean
 */
export function verdictBar(given: Iterable<Verdict>, root?: string): HTMLElement {
  const counts = countVerdicts(given);
  const present = verdicts.filter((verdict) => counts[verdict] > 0);
  if (present.length === 0) return element('p', { class: 'verdict-bar' }, 'No claim has been judged yet.');
  return element(
    'div',
    { class: 'verdict-bar' },
    element(
      'div',
      { class: 'verdict-bar-parts', 'aria-hidden': 'true' },
      present.map((verdict) =>
        element('span', { 'data-verdict': verdict, style: `flex-grow: ${counts[verdict]}` }),
      ),
    ),
    element(
      'ul',
      { 'aria-label': 'Verdicts' },
      present.map((verdict) =>
        element(
          'li',
          { 'data-verdict': verdict, title: verdictMeanings[verdict] },
          verdictSymbol(verdict),
          `${counts[verdict]} ${verdict}`,
        ),
      ),
      root === undefined
        ? null
        : element('li', { class: 'aside' }, verdictsExplained(root, 'what they mean')),
    ),
  );
}
