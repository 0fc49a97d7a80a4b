import type { Verdict } from '../../../src/lib/claims/verdict.js';

/** The colours of verdicts on a light ground, as in `src/style/color.css`, for pictures that no style sheet reaches. */
export const verdictColors: Readonly<Record<Verdict, string>> = {
  reproduced: '#00775a',
  'not reproduced': '#c24e00',
  inconclusive: '#a17200',
  'not tested': '#7d786d',
};
