import { type ConditionCell, conditionsOf } from '../lib/claims/claim-columns.js';
import { type ClaimRow, formatMeasurement, unitOf } from './claim-row.js';
import { type Content, element } from './element.js';
import {
  askedInWords,
  forestBound,
  forestInterval,
  forestLine,
  forestPaper,
  placing,
} from './forest-marks.js';

/**
 * The effect that a claim's verdict hangs on, as a small picture and in numbers: its interval, the bound that it is asked
 * to lie beyond (a solid line, with its number below; dashed, the smallest effect of interest), and the paper's own number
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

/** The condition that a verdict hangs on, whose value is that of the claim. */
export function bindingCondition(row: ClaimRow): ConditionCell | undefined {
  const conditions = conditionsOf(row);
  return conditions.find(
    ({ value, low, high }) => value === row.measured && low === row.low && high === row.high,
  );
}

function picture({ value, low, high, bound, effect }: ConditionCell, paper: number | null): Content {
  const place = placing([low, high, value, bound, effect, paper]);
  return [
    element(
      'span',
      { class: 'forest-bar', 'aria-hidden': 'true' },
      forestLine('bound', place(bound)),
      effect === bound ? null : forestLine('effect', place(effect)),
      forestPaper(paper, place),
      forestInterval({ value, low, high }, 'largest', place),
    ),
    forestBound(bound, place),
  ];
}
