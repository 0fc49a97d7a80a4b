import { type AnswerFrom, given } from '../../src/lib/claims/answer.js';
import { percent } from '../../src/lib/text/number.js';

export const answer: AnswerFrom = (claim) => {
  const rare = claim('cm-em-imbalanced');
  const stuck = claim('cm-em-local-convergence');
  return {
    says: 'What labels mean is information too: never more than Shannon’s. Matching meaning to use classifies quickly, and fits mixtures better than EM.',
    found: {
      text: `The inequality and fast classification held. That mixtures are fitted better than by EM, which companion papers claim, held for rare components (half the iterations from ${percent(rare.measured!)} of starts) and failed where fits stick.`,
      holds: given(claim, {
        'rg-lower-bound': 'reproduced',
        'mmi-beats-map': 'reproduced',
        'mmi-fast': 'reproduced',
        'cm-em-imbalanced': 'reproduced',
        'cm-em-local-convergence': 'not reproduced',
      }),
      claims: ['rg-lower-bound', 'mmi-beats-map', 'cm-em-imbalanced', 'cm-em-local-convergence'],
    },
    because: {
      text: 'CM-EM settles shares before moving components: rare ones take {{rare-matched}} iterations, not {{rare-em}}; but fits stick from {{stuck-matched}} of starts, not {{stuck-em}}.',
      holds: { 'CM-EM sticks more often': stuck.high! < 0.5 },
    },
  };
};
