import { greatest, groups, least, max, min } from 'd3-array';
import { isOfThePaper } from '../lib/claims/claim.js';
import { type ConditionCell, conditionsOf, gatesOf } from '../lib/claims/claim-columns.js';
import { fewestRepetitions } from '../lib/claims/repetitions.js';
import { type Verdict, verdicts } from '../lib/claims/verdict.js';
import { shelfPaper } from '../lib/shelf/shelf.js';
import { significant } from '../lib/text/number.js';
import { claimHref } from './claim-line.js';
import { type ClaimRow, type ClaimRuns, formatMeasurement } from './claim-row.js';
import { type Content, element } from './element.js';
import { forestAsked, forestInterval, forestLine, type Place, placing } from './forest-marks.js';
import { prose } from './prose.js';
import { verdictMark } from './verdict-mark.js';

/** A claim that asks for a single thing, with what it asks for. */
interface PlainClaim {
  readonly row: ClaimRow;
  readonly condition: ConditionCell;
}

/**
 * How a verdict comes about, by claims of one paper that ask for the same: for each verdict one of them, on one axis with
 * the bound, and a claim of that paper that was not tested. Which claims these are follows from the table: the paper, unit
 * and bound that show most verdicts, and of each verdict the claim that is nearest to the bound.
 *
 * @param claims of all papers
 * @param root the way from the page to the root of the site, with a slash at the end
 * @returns `null` where no claim of a paper could be shown
 */
export function verdictExample(claims: readonly ClaimRuns[], root: string): HTMLElement | null {
  const rows = claims.map(({ decisive }) => decisive).filter(({ origin }) => isOfThePaper(origin));
  const alike = groups(rows.flatMap(plainClaim), askedOf).map(([, group]) => nearestOfEach(group));
  const shown = greatest(alike, ({ length }) => length);
  if (!shown) return null;
  const [{ row, condition }] = shown;
  const untested = least(
    rows.filter(({ paper, verdict }) => paper === row.paper && verdict === 'not tested'),
    ({ statement }) => statement.length,
  );
  const place = placing([
    condition.bound,
    min(shown, ({ condition: { low } }) => low)!,
    max(shown, ({ condition: { high } }) => high)!,
  ]);
  return element(
    'figure',
    { class: 'verdict-example' },
    element(
      'figcaption',
      {},
      'For example ',
      element('a', { href: `${root}papers/${row.paper}` }, shelfPaper(row.paper).title),
      ', where each claim asks for a ',
      prose(condition.unit),
      ` ${condition.side} `,
      element('strong', {}, significant(condition.bound)),
      ', the line:',
    ),
    shown.map((claim) => line(claim, place, root)),
    untested ? line({ row: untested }, place, root) : null,
  );
}

/** A claim whose verdict follows from the place of its interval alone; nothing of any other. */
function plainClaim(row: ClaimRow): PlainClaim[] {
  const [condition, ...others] = conditionsOf(row);
  const isPlain =
    others.length === 0 &&
    condition?.value != null &&
    condition.low !== null &&
    condition.high !== null &&
    condition.effect === condition.bound &&
    row.uncertainty !== 'exact' &&
    row.repetitions >= fewestRepetitions &&
    gatesOf(row).every(({ open }) => open);
  return isPlain ? [{ row, condition }] : [];
}

const askedOf = ({ row, condition: { unit, side, bound } }: PlainClaim) =>
  [row.paper, unit, side, bound].join('|');

function nearestOfEach(group: readonly PlainClaim[]): readonly PlainClaim[] {
  return verdicts.flatMap((verdict) => {
    const found = group.filter(({ row }) => row.verdict === verdict);
    const nearest = min(found, distance);
    return (
      least(
        found.filter((claim) => distance(claim) === nearest),
        ({ row }) => row.statement.length,
      ) ?? []
    );
  });
}

const distance = ({ condition: { value, bound } }: PlainClaim) => Math.abs(value! - bound);

/** Where the interval lies. */
const where: Readonly<Record<Verdict, string>> = {
  reproduced: 'beyond the line',
  'not reproduced': 'short of the line',
  inconclusive: 'across the line',
  'not tested': 'No run here can decide it',
};

function line(
  { row, condition }: { readonly row: ClaimRow; readonly condition?: ConditionCell },
  place: Place,
  root: string,
): HTMLElement {
  const { paper, id, statement, verdict } = row;
  return element(
    'div',
    { class: 'verdict-example-row' },
    verdictMark(verdict),
    element('a', { href: claimHref(root, paper, id) }, prose(statement)),
    element(
      'span',
      { class: 'aside' },
      condition ? [picture(condition, place), formatMeasurement(row), element('br')] : null,
      where[verdict],
    ),
  );
}

const picture = (condition: ConditionCell, place: Place): Content =>
  element(
    'span',
    { class: 'forest-bar', 'aria-hidden': 'true' },
    forestAsked(condition, place),
    forestLine('bound', place(condition.bound)),
    forestInterval(condition, 'largest', place),
  );
