import { ascending, least } from 'd3-array';
import { type ConditionCell, conditionsOf } from '../lib/claims/claim-columns.js';
import { failedFirst } from './claim-order.js';
import { type ClaimRow, formatMeasurement, unitOf } from './claim-row.js';
import { type Content, element } from './element.js';
import {
  askedInWords,
  forestAsked,
  forestBound,
  forestInterval,
  forestLine,
  forestPaper,
  placing,
} from './forest-marks.js';

/**
 * The effect that a claim's verdict hangs on, as a small picture and in numbers: its interval, the side on
 * which it is asked to lie (shaded, up to the bound, with its number below; dashed, the smallest effect of interest), and the paper's own number
 * (a cross). Of several conditions it is the one that speaks most against the claim. What the marks say is told in words
 * to who does not see them, and to who asks the picture.
 */
export function claimEffect(row: ClaimRow): HTMLElement {
  const condition = bindingCondition(row);
  const asked = condition && condition.value !== null ? askedInWords(condition, row.reported_value) : null;
  return element(
    'span',
    { class: 'claim-effect', title: asked },
    condition && asked ? picture(condition, row.reported_value) : null,
    row.measured === null ? null : element('span', { class: 'number' }, formatMeasurement(row), unitOf(row)),
    asked && element('span', { class: 'unseen' }, `; ${asked}`),
  );
}

/**
 * The condition that a verdict hangs on, whose value is that of the claim. Where a value is asked to lie between two bounds,
 * both conditions have it: it is the one that fails, or whose bound is nearer.
 */
export function bindingCondition(row: ClaimRow): ConditionCell | undefined {
  const ofThatValue = conditionsOf(row).filter(
    ({ value, low, high }) => value === row.measured && low === row.low && high === row.high,
  );
  return least(
    ofThatValue,
    (a, b) =>
      ascending(failedFirst.indexOf(a.verdict), failedFirst.indexOf(b.verdict)) ||
      ascending(room(a), room(b)),
  );
}

/** How far the end of an interval that speaks least for the claim is beyond the bound. */
function room({ side, bound, value, low, high }: ConditionCell): number {
  const isAbove = side === 'above' || side === 'at least';
  return isAbove ? (low ?? value ?? NaN) - bound : bound - (high ?? value ?? NaN);
}

function picture(condition: ConditionCell, paper: number | null): Content {
  const { value, low, high, bound, effect } = condition;
  const place = placing([low, high, value, bound, effect, paper]);
  return [
    element(
      'span',
      { class: 'forest-bar', 'aria-hidden': 'true' },
      forestAsked(condition, place),
      forestLine('bound', place(bound)),
      effect === bound ? null : forestLine('effect', place(effect)),
      forestPaper(paper, place),
      forestInterval(condition, 'largest', place),
    ),
    forestBound(bound, place),
  ];
}
