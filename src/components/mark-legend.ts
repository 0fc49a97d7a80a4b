import { conditionsOf } from '../lib/claims/claim-columns.js';
import { scaleLevels } from '../lib/experiment/scale.js';
import type { ClaimRuns } from './claim-row.js';
import { type Content, element } from './element.js';
import { forestAsked, forestInterval, forestLine, forestPaper } from './forest-marks.js';
import { scaleLabels, scaleLink } from './judging.js';

export interface MarkLegendOptions {
  /** The way from the page to the root of the site, with a slash at the end. */
  readonly root: string;
  /** Whether smaller runs are drawn, too: in forests they are. */
  readonly smaller: boolean;
}

/** What the small pictures of claims show, mark by mark, as far as these claims have them; and the words for scales. */
export function markLegend(claims: readonly ClaimRuns[], { root, smaller }: MarkLegendOptions): HTMLElement {
  const decisive = claims.map((claim) => claim.decisive);
  const conditions = decisive.flatMap(conditionsOf);
  const interval = { value: 1, low: 0, high: 2 };
  const across = (value: number) => 50 * value;
  // Of a single claim the scale is told beside its verdict.
  const scales = scaleLevels.filter(
    (level) => claims.length > 1 && decisive.some(({ scale }) => scale === level),
  );
  return element(
    'ul',
    { class: 'mark-legend aside', 'aria-label': 'Marks' },
    entry(
      conditions.length > 0,
      [forestAsked({ side: 'above', bound: 1 }, across), forestLine('bound', 50)],
      'bound, and the side asked for',
    ),
    entry(
      conditions.some(({ bound, effect }) => bound !== effect),
      forestLine('effect', 50),
      'least effect that matters',
    ),
    entry(
      conditions.some(({ value }) => value !== null),
      forestInterval(interval, 'largest', across),
      'our value, with its interval of 95\u00a0%',
    ),
    entry(
      smaller && claims.some(({ others }) => others.length > 0),
      forestInterval(interval, 'smaller', across),
      'that of a smaller run',
    ),
    entry(
      decisive.some(({ reported_value }) => reported_value !== null),
      forestPaper(1, across),
      'the paper’s value',
    ),
    scales.length === 0
      ? null
      : element(
          'li',
          {},
          'how near to the paper: ',
          scales.map((level, index) => [index === 0 ? '' : ', ', scaleLink(level, scaleLabels[level], root)]),
        ),
  );
}

const entry = (isThere: boolean, marks: Content, words: string): Content =>
  isThere
    ? element('li', {}, element('span', { class: 'forest-bar', 'aria-hidden': 'true' }, marks), words)
    : null;
