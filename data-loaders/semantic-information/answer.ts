import { type AnswerFrom, given } from '../../src/lib/claims/answer.js';

export const answer: AnswerFrom = (claim) => ({
  says: 'What labels mean is information too: never more than Shannon’s. Matching meaning to use classifies quickly, and fits mixtures better than EM.',
  found: {
    text: 'The inequality held throughout. Matching beat the likeliest class; CM-EM halved EM’s iterations where a component is rare, and got stuck more often.',
    holds: {
      ...given(claim, {
        'rg-lower-bound': 'reproduced',
        'mmi-beats-map': 'reproduced',
        'cm-em-imbalanced': 'reproduced',
        'cm-em-local-convergence': 'not reproduced',
      }),
      'CM-EM got stuck more often': claim('cm-em-local-convergence').high! < 0.5,
    },
    claims: ['rg-lower-bound', 'mmi-beats-map', 'cm-em-imbalanced', 'cm-em-local-convergence'],
  },
  because: {
    text: 'CM-EM settles mixing ratios before it moves components; that takes several passes over the data an iteration, which cancel much of the gain.',
    holds: given(claim, { 'cm-em-imbalanced-work': 'not reproduced' }),
  },
});
