import type { Finding } from '../lib/claims/answer.js';
import type { ScaledAnswer } from '../lib/claims/page-facts.js';
import type { ScaleLevel } from '../lib/experiment/scale.js';
import { capitalised } from '../lib/text/sentence.js';
import { type Content, element } from './element.js';
import { scaleLink, scalePhrases } from './judging.js';

/**
 * What a paper says, what was found here and at which scales, and why: what a reader in a hurry takes along.
 *
 * @param root the way from the page to the root of the site, with a slash at the end
 */
export function answerLines({ says, found, because, ...scaled }: ScaledAnswer, root: string): HTMLElement {
  const line = (term: Content, text: Content) =>
    element('div', {}, element('dt', {}, term), element('dd', {}, text));
  return element(
    'dl',
    { class: 'answer' },
    line('The paper says', says),
    line('We found', [finding(found), scalesTold(scaled, (level, phrase) => scaleLink(level, phrase, root))]),
    line('Because', finding(because)),
  );
}

/**
 * At which scales a finding holds, and what was smaller or stood in: "On stand-ins: small networks in place of large ones."
 *
 * @param word a scale's phrase as it stands in the text
 */
export function scalesTold(
  { scales, differs }: Pick<ScaledAnswer, 'scales' | 'differs'>,
  word: (level: ScaleLevel, phrase: string) => Content,
): Content {
  if (scales.length === 0) return null;
  const told = scales.map((level, index) => {
    const what = level === 'reduced' || level === 'stand-in' ? differs[level] : undefined;
    const phrase = scalePhrases[level];
    return [
      index === 0 ? '' : '; ',
      word(level, index === 0 ? capitalised(phrase) : phrase),
      what === undefined ? '' : `: ${what}`,
    ];
  });
  return element('span', { class: 'scale-of' }, told, '.');
}

/** Words that the claims deny are struck through and say which do; the build lists them. */
export function finding({ text, holds }: Finding): Content {
  const denied = Object.keys(holds).filter((name) => !holds[name]);
  if (denied.length === 0) return text;
  return element(
    's',
    { class: 'prose-mistake', title: `answer: it no longer holds that ${denied.join(', ')}` },
    text,
  );
}
