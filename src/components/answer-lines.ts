import type { Finding } from '../lib/claims/answer.js';
import type { ScaledAnswer } from '../lib/claims/page-facts.js';
import { type Content, element } from './element.js';
import { scaleLink, scalePhrases } from './judging.js';

/**
 * What a paper says, what was found here and at which scales, and why: what a reader in a hurry takes along.
 *
 * @param root the way from the page to the root of the site, with a slash at the end
 */
export function answerLines({ says, found, because, scales }: ScaledAnswer, root: string): HTMLElement {
  const line = (term: Content, text: Content) =>
    element('div', {}, element('dt', {}, term), element('dd', {}, text));
  const where = element(
    'span',
    { class: 'scale-of' },
    scales.map((scale, index) => [index === 0 ? ' ' : ' and ', scaleLink(scale, scalePhrases[scale], root)]),
  );
  return element(
    'dl',
    { class: 'answer' },
    line('The paper says', says),
    line(['We found', where], finding(found)),
    line('Because', finding(because)),
  );
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
