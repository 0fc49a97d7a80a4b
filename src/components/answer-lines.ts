import type { Finding } from '../lib/claims/answer.js';
import type { ScaledAnswer } from '../lib/claims/page-facts.js';
import type { ScaleLevel } from '../lib/experiment/scale.js';
import { type Content, element } from './element.js';

const at: Readonly<Record<ScaleLevel, string>> = {
  exact: 'by exact computation',
  paper: 'at the paper’s scale',
  reduced: 'at reduced scale',
  'stand-in': 'on stand-ins',
};

/** What a paper says, what was found here and at which scales, and why: what a reader in a hurry takes along. */
export function answerLines({ says, found, because, scales }: ScaledAnswer): HTMLElement {
  const line = (term: Content, text: Content) =>
    element('div', {}, element('dt', {}, term), element('dd', {}, text));
  const where = element('span', { class: 'scale-of' }, ` ${scales.map((scale) => at[scale]).join(' and ')}`);
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
