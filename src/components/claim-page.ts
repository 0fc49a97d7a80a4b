import { isOfThePaper } from '../lib/claims/claim.js';
import { type Amendment, amendmentsOf, conditionsOf } from '../lib/claims/claim-columns.js';
import type { Verdict } from '../lib/claims/verdict.js';
import { shelfPaper } from '../lib/shelf/shelf.js';
import { countInWords } from '../lib/text/number.js';
import { capitalised, sentence } from '../lib/text/sentence.js';
import { verdictsAround } from './amendments.js';
import { bindingCondition } from './claim-effect.js';
import {
  criterionPart,
  numbersPart,
  originLabels,
  provisionalPart,
  reportedPart,
  runsPart,
  scaleLines,
  toldMeasurement,
} from './claim-parts.js';
import type { ClaimRow, ClaimRuns } from './claim-row.js';
import { details } from './details.js';
import { type Content, element } from './element.js';
import { forest } from './forest.js';
import { scaleLabels, scaleLink, scaleMeanings, scalePhrases, verdictsExplained } from './judging.js';
import { markLegend } from './mark-legend.js';
import { prose } from './prose.js';
import { verdictMark } from './verdict-mark.js';
import { verdictReason } from './verdict-reason.js';

export interface ClaimPageOptions {
  /** Names of the tables that the claim reads; none for one that no run decides. */
  readonly tables: readonly string[];
  /** The way from the page to the root of the site, with a slash at the end. */
  readonly root: string;
}

/** Of more conditions than this the picture shows the one that the verdict hangs on; all others are a press away. */
const mostInSight = 8;

/**
 * The page of one claim below its heading, which is the claim: whose it is, the verdict and why, what the paper says and
 * what we found, with the picture that shows it; then everything else that there is to know.
 */
export function claimPage(claim: ClaimRuns, { tables, root }: ClaimPageOptions): HTMLElement {
  const { decisive } = claim;
  const { scale, criterion, profile } = decisive;
  return element(
    'div',
    { class: 'claim-page' },
    whose(decisive, root),
    answer(decisive, root),
    element(
      'dl',
      { class: 'answer' },
      line('The paper says', [reportedPart(decisive), provisionalPart(decisive)]),
      profile === 'none' ? null : line(['We found', at(scale, root)], toldMeasurement(decisive)),
    ),
    picture(claim, root),
    scale === null
      ? null
      : section('How near to the paper', [
          element('p', {}, `${sentence(scaleLabels[scale])} ${scaleMeanings[scale]}.`),
          scaleLines(decisive),
        ]),
    criterion === null ? null : section('The criterion', [criterionPart(decisive), history(decisive)]),
    profile === 'none' ? null : section('The runs', [runsPart(claim), numbersPart(decisive)]),
    tables.length === 0 ? null : section('Run it yourself', runIt(decisive, tables, root)),
  );
}

const line = (term: Content, content: Content) =>
  element('div', {}, element('dt', {}, term), element('dd', {}, content));

/** At which scale, below the word that it qualifies. */
const at = (scale: ClaimRow['scale'], root: string): Content =>
  scale && element('span', { class: 'scale-of' }, ' ', scaleLink(scale, scalePhrases[scale], root));

/** "A claim of …, from the paper’s abstract. The figure that shows it · Among the paper’s claims" */
function whose({ paper, id, figure, origin }: ClaimRow, root: string): HTMLElement {
  const page = `${root}papers/${paper}`;
  return element(
    'p',
    { class: 'aside' },
    isOfThePaper(origin) ? 'A claim of ' : `${capitalised(originLabels[origin])}, on `,
    element('a', { href: page }, shelfPaper(paper).title),
    isOfThePaper(origin) ? `, from ${originLabels[origin]}. ` : '. ',
    figure === null ? null : [element('a', { href: `${page}#figure-${figure}` }, 'Its figure'), ' · '],
    element('a', { href: `${page}#claim-${id}` }, 'Among the other claims'),
  );
}

/** "not reproduced: one of four conditions fails. What the verdicts mean" */
function answer(row: ClaimRow, root: string): HTMLElement {
  const reason = verdictReason(row);
  return element(
    'p',
    { class: 'lead' },
    verdictMark(row.verdict),
    reason === undefined ? '. ' : [': ', prose(/[.!?]$/.test(reason) ? reason : `${reason}.`), ' '],
    element('span', { class: 'aside' }, verdictsExplained(root, 'What the verdicts mean')),
  );
}

/** The conditions with their intervals, above what the marks are; where they are many, all of them at a press. */
function picture(claim: ClaimRuns, root: string): Content {
  const { decisive } = claim;
  const all = conditionsOf(decisive);
  if (all.length === 0) return null;
  const binding = all.length > mostInSight ? bindingCondition(decisive) : undefined;
  return [
    forest(claim, binding ? [binding] : all),
    markLegend([claim], { root, smaller: true }),
    binding ? details(`All ${countInWords(all.length)} conditions`, forest(claim, all)) : null,
  ];
}

const section = (title: string, content: Content) =>
  element('section', {}, element('h2', {}, title), content);

/** Since when the criterion is fixed, and each change since. */
function history({ id, locked, verdict, ...row }: ClaimRow): Content {
  const own = amendmentsOf(row).filter(({ claim }) => claim === id);
  if (locked === null) return element('p', { class: 'aside' }, 'The criterion is not locked yet.');
  return [
    element(
      'p',
      { class: 'aside' },
      `Locked since ${locked}, before the run that it judges${own.length === 0 ? '; unchanged since then.' : '.'}`,
    ),
    own.length === 0
      ? null
      : element(
          'ul',
          {},
          own.map((one) => amendment(one, verdict)),
        ),
  ];
}

const amendment = (amended: Amendment, today: Verdict) =>
  element(
    'li',
    {},
    `${amended.date}: ${amended.what} (${verdictsAround(amended, today)}). `,
    prose(sentence(amended.why)),
  );

/** The commands that run and judge it again, and its tables as they are. */
function runIt({ paper, profile }: ClaimRow, tables: readonly string[], root: string): Content {
  const lines = [
    ...tables.map(
      (table) => `npx litmus run ${paper}/${table}${profile === 'full' ? ' --profile full' : ''}`,
    ),
    `npx litmus check ${paper}`,
  ];
  // `external` keeps Framework from moving the file to an address that changes with its content.
  const link = (table: string) =>
    element(
      'a',
      { href: `${root}api/tables/${paper}/${table}.parquet`, rel: 'external' },
      `${table}.parquet`,
    );
  return [
    element('pre', { 'data-language': 'sh' }, element('code', {}, lines.join('\n'))),
    element(
      'p',
      {},
      'Its data: ',
      tables.map((table, index) => [index === 0 ? '' : ', ', link(table)]),
    ),
  ];
}
