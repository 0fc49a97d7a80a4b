import { groups } from 'd3-array';
import { type ConditionCell, conditionsOf } from '../lib/claims/claim-columns.js';
import { fewestRepetitions } from '../lib/claims/repetitions.js';
import { countInWords } from '../lib/text/number.js';
import { type ClaimRow, type ClaimRuns, formatMeasurement } from './claim-row.js';
import { element } from './element.js';
import {
  askedInWords,
  forestAsked,
  forestInterval,
  forestLine,
  forestPaper,
  type Place,
  placing,
} from './forest-marks.js';
import { prose } from './prose.js';
import { verdictSymbol } from './verdict-mark.js';

/**
 * Conditions of a claim, each with its interval: a row a condition, an axis a unit and bound. The side that is asked for is
 * shaded, the solid line is the bound, the dashed one the smallest effect of interest, the cross the paper's own number.
 * Where a smaller run was judged, its interval stands thin below that of the largest.
 *
 * @param conditions some or all of those of the deciding run
 */
export function forest({ decisive, others }: ClaimRuns, conditions: readonly ConditionCell[]): HTMLElement {
  const axes = groups(conditions, ({ unit, bound, effect, side }) => `${unit}|${side}|${bound}|${effect}`);
  return element(
    'div',
    { class: 'forest' },
    axes.map(([, own]) => axis(own, decisive, others)),
    conditions.some(isTooFew) ? element('p', { class: 'aside' }, tooFew) : null,
  );
}

/** Past the bound, but of too few repetitions for a verdict. */
const isTooFew = ({ bound, low, high, repetitions }: ConditionCell) =>
  repetitions > 0 &&
  repetitions < fewestRepetitions &&
  low !== null &&
  high !== null &&
  (low > bound || high < bound);

const tooFew = `Fewer than ${countInWords(fewestRepetitions)} independent repetitions decide nothing, even past the line.`;

function axis(own: readonly ConditionCell[], decisive: ClaimRow, others: readonly ClaimRow[]): HTMLElement {
  const [first] = own;
  const smaller = (label: string) =>
    others.flatMap((row) =>
      conditionsOf(row).filter((other) => other.label === label && other.unit === first.unit),
    );
  const paper = decisive.reported_value;
  // That of a smaller run may be far wider: it is cut off where it leaves the axis.
  const ends = own.flatMap(({ low, high, value }) => [low, high, value]);
  const place = placing([...ends, first.bound, first.effect, paper]);
  const lines = () => [
    forestAsked(first, place),
    forestLine('bound', place(first.bound)),
    effectLine(first, place),
    forestPaper(paper, place),
  ];
  return element(
    'div',
    { class: 'forest-axis', role: 'list' },
    element(
      'p',
      { class: 'aside', role: 'listitem' },
      prose(first.unit),
      first.unit === '' ? null : ': ',
      askedInWords(first, paper),
    ),
    own.map((condition) =>
      element(
        'div',
        { class: 'forest-row', role: 'listitem' },
        element('span', { class: 'forest-label' }, verdictSymbol(condition.verdict), prose(condition.label)),
        element(
          'span',
          { class: 'forest-bar', 'aria-hidden': 'true' },
          lines(),
          forestInterval(condition, 'largest', place),
          smaller(condition.label).map((other) => forestInterval(other, 'smaller', place)),
        ),
        element('span', { class: 'forest-value' }, measuredWords(condition)),
        element('span', { class: 'unseen' }, `, ${condition.verdict}`),
      ),
    ),
  );
}

const measuredWords = ({ value, low, high }: ConditionCell) =>
  formatMeasurement({ measured: value, low, high });

const effectLine = ({ bound, effect }: ConditionCell, place: Place) =>
  effect === bound ? null : forestLine('effect', place(effect));
