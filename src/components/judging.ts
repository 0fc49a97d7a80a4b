import type { Verdict } from '../lib/claims/verdict.js';
import type { ScaleLevel } from '../lib/experiment/scale.js';
import { type Content, element } from './element.js';

// The words by which claims are judged, each with what it means and the place that explains it by an example.

/** What a verdict says, in a plain phrase. */
export const verdictMeanings: Readonly<Record<Verdict, string>> = {
  reproduced: 'All of our interval lies where the claim asks for it',
  'not reproduced': 'Our interval speaks against the claim, or shows an effect too small to matter',
  inconclusive: 'What we measured does not decide, or what the claim presupposes does not hold',
  'not tested': 'No run here can decide it; its row says why',
};

/** How near to the paper an experiment is, in a word. */
export const scaleLabels: Readonly<Record<ScaleLevel, string>> = {
  exact: 'exact',
  paper: 'paper’s scale',
  reduced: 'reduced',
  'stand-in': 'stand-in',
};

/** The same within a sentence: errors are lower, at reduced scale. */
export const scalePhrases: Readonly<Record<ScaleLevel, string>> = {
  exact: 'by exact computation',
  paper: 'at the paper’s scale',
  reduced: 'at reduced scale',
  'stand-in': 'on stand-ins',
};

/** What a scale is, in a plain phrase. */
export const scaleMeanings: Readonly<Record<ScaleLevel, string>> = {
  exact: 'Mathematics: nothing is sampled, and nothing trained',
  paper: 'As large as in the paper: its data, its model, its length of training',
  reduced: 'The same task and kind of model as in the paper, but smaller',
  'stand-in':
    'Another task, other data or another model than the paper’s, small enough to run here, on which its mechanism can be seen',
};

/** A link to what the words of a verdict mean. @param root the way to the site's root, `../` */
export const verdictsExplained = (root: string, text: Content) =>
  element('a', { href: `${root}how-we-judge#the-four-verdicts` }, text);

/** The word or phrase for a scale, which says what it means and leads to where it is explained. @param root as above */
export const scaleLink = (level: ScaleLevel, text: string, root: string) =>
  element(
    'a',
    { class: 'scale-link', href: `${root}how-we-judge#at-what-scale`, title: scaleMeanings[level] },
    text,
  );

/** The word for a scale where no link can stand, as in what opens when it is pressed: it says what it means. */
export const scaleWord = (level: ScaleLevel) =>
  element('abbr', { title: scaleMeanings[level] }, scaleLabels[level]);
