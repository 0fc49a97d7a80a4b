import type { Verdict } from '../lib/claims/verdict.js';
import { element, svgElement } from './element.js';
import { verdictMeanings } from './judging.js';
import { verdictColors } from './palette.js';

/** On a field of 12 by 12: a tick, a cross, a wave, a dash. */
const shapes: Readonly<Record<Verdict, string>> = {
  reproduced: 'M2 6.5 5 9.5 10 3',
  'not reproduced': 'M2.5 2.5 9.5 9.5M9.5 2.5 2.5 9.5',
  inconclusive: 'M1.5 7C3 3.5 5 4 6 6S9 8.5 10.5 5',
  'not tested': 'M3 6H9',
};

/** The symbol of a verdict, to stand beside its word. */
export function verdictSymbol(verdict: Verdict): SVGSVGElement {
  return svgElement(
    'svg',
    { class: 'verdict-symbol', viewBox: '0 0 12 12', width: 12, height: 12, 'aria-hidden': 'true' },
    svgElement('path', {
      d: shapes[verdict],
      fill: 'none',
      stroke: verdictColors[verdict],
      'stroke-width': 2,
      'stroke-linecap': 'round',
      'stroke-linejoin': 'round',
    }),
  );
}

/** A verdict as symbol, word and colour. */
export function verdictMark(verdict: Verdict): HTMLSpanElement {
  return element(
    'span',
    { class: 'verdict', 'data-verdict': verdict, title: verdictMeanings[verdict] },
    verdictSymbol(verdict),
    verdict,
  );
}
