import { isProvisional, type Origin, type ProvisionalGrade } from '../lib/claims/claim.js';
import { conditionsOf, gatesOf } from '../lib/claims/claim-columns.js';
import { count, countInWords } from '../lib/text/number.js';
import { sentence } from '../lib/text/sentence.js';
import { bindingCondition } from './claim-effect.js';
import { type ClaimRow, type ClaimRuns, measurementInWords } from './claim-row.js';
import { details } from './details.js';
import { type Content, element } from './element.js';
import { prose } from './prose.js';
import { verdictMark } from './verdict-mark.js';
import { roughly } from './verdict-reason.js';

// What there is to say about a claim beside its statement, wherever it is said: in a list, or on a page of its own.

/** Whose a claim is, as a reader chooses among them. */
export const originLabels: Readonly<Record<Origin, string>> = {
  abstract: 'the paper’s abstract',
  body: 'elsewhere in the paper',
  companion: 'another paper by its authors',
  code: 'an audit of the released code',
  ours: 'a check of ours',
};

const aside = (...content: Content[]) => element('p', { class: 'aside' }, content);

const grades: Readonly<Record<ClaimRow['source'], { readonly words: string; readonly title: string }>> = {
  text: { words: '', title: '' },
  code: { words: ' (released code)', title: 'Read in the code that the authors released' },
  'second-hand': {
    words: ' (second hand)',
    title: 'From a summary, from slides or from a README; not checked against the text of the paper',
  },
  memory: {
    words: ' (from memory)',
    title: 'Quoted from memory; not checked against the text of the paper',
  },
};

/** What the paper says, where, and how that is known. */
export function reportedPart({ reported, place, source }: ClaimRow): Content {
  const { words, title } = grades[source];
  return [
    element('p', {}, prose(reported)),
    aside(prose(place), words ? element('span', { class: 'recalled', title }, words) : null),
  ];
}

/** Why a verdict is provisional: nobody has read the source yet. */
export const provisionalSince: Readonly<Record<ProvisionalGrade, string>> = {
  'second-hand': 'we have the paper’s words at second hand',
  memory: 'we quote the paper from memory',
};

/** That a verdict is provisional, where it is. */
export const provisionalPart = ({ source }: ClaimRow): Content =>
  isProvisional(source)
    ? aside(`The verdict is provisional since ${provisionalSince[source]}, until somebody reads it.`)
    : null;

/** What is asked of the measurement; nothing for a claim that no run decides. */
export function criterionPart({ criterion, pilot, infeasible }: ClaimRow): Content {
  if (criterion === null) return null;
  const title = 'An earlier run of the same protocol had been seen when the criterion was set';
  return [
    element(
      'p',
      {},
      prose(sentence(criterion)),
      pilot ? element('span', { class: 'recalled', title }, ' Set after a pilot run.') : null,
    ),
    infeasible === null ? null : aside('Found since then: ', prose(sentence(infeasible))),
  ];
}

/** In which respects the experiment is near to the paper, a line each. */
export const scaleLines = ({ extent }: ClaimRow): Content =>
  (extent ?? '')
    .split('\n')
    .filter(Boolean)
    .map((line) => aside(prose(sentence(line))));

/**
 * What we measured: the run that decides, and of the smaller one, where its verdict is another, what it found. Then what
 * the verdict waits for, where it waits.
 */
export const measuredPart = (claim: ClaimRuns): Content => [
  element('p', {}, toldMeasurement(claim.decisive)),
  runsPart(claim),
];

/** The value that a verdict hangs on, with its interval, and of which of several conditions it is. */
export function toldMeasurement(row: ClaimRow): Content {
  if (row.profile === 'none') return row.because && prose(sentence(row.because));
  return [hangsOn(row), prose(measurementInWords(row))];
}

/** Which runs there are behind a measurement, and how far they reach. */
export function runsPart({ decisive, others }: ClaimRuns): Content {
  return [
    sizeOf(decisive),
    undecided(decisive),
    decisive.stale === null ? null : staleMark(decisive.stale),
    others
      .filter(({ verdict }) => verdict !== decisive.verdict)
      .map((run) =>
        element(
          'div',
          { class: 'run aside' },
          element('p', {}, toldMeasurement(run)),
          sizeOf(run),
          aside('Of the quick run alone: ', verdictMark(run.verdict)),
        ),
      ),
  ];
}

/** How large a run is, and what it has to hold before its value counts. */
function sizeOf(row: ClaimRow): Content {
  const { profile, repetitions, uncertainty } = row;
  if (profile === 'none') return null;
  const size = profile === 'full' ? 'Largest run here' : 'Quick run';
  const spread = uncertainty === 'exact' ? '' : `, ${count(repetitions)} repetitions (${uncertainty})`;
  return [
    aside(`${size}${spread}.`),
    gatesOf(row).map(({ asks, found, open }) =>
      aside(prose(`${open ? 'Holds' : 'Does not hold'}: ${asks} (${found}).`)),
    ),
  ];
}

/** Which of several conditions the value is of: of those that all hold, the one that came closest to failing. */
function hangsOn(row: ClaimRow): Content {
  const { length } = conditionsOf(row);
  const condition = length > 1 ? bindingCondition(row) : undefined;
  const which = row.verdict === 'reproduced' ? 'The closest' : 'The worst';
  return condition && [`${which} of ${countInWords(length)} conditions (`, prose(condition.label), '): '];
}

/** The numbers behind a verdict: four data sets make a long sentence, which is there for who wants to check. */
export const numbersPart = ({ detail }: ClaimRow): Content =>
  detail ? details('The numbers behind it', aside(prose(sentence(detail)))) : null;

function undecided({ verdict, because, needed }: ClaimRow): HTMLElement | null {
  if (verdict !== 'inconclusive' || because === null) return null;
  const enough =
    needed === null ? '' : `; about ${roughly(needed)} would decide, were the spread as it is here`;
  return aside(prose(sentence(`${because}${enough}`)));
}

function staleMark(why: string): HTMLElement {
  const text = `On the result of older code: the newer code could not be run (${why}).`;
  return element('p', { class: 'aside stale' }, prose(text));
}
