import { type AnswerFrom, given } from '../../src/lib/claims/answer.js';
import { percent } from '../../src/lib/text/number.js';

export const answer: AnswerFrom = (claim) => {
  const share = (id: string) => percent(claim(id).measured!);
  return {
    says: 'Changes of gain alone, in a recurrent network, bring about all that adaptation does: changed responses, repelled preferences, lower correlations.',
    found: {
      text: `With gains changed alone, ${share('maxima-minima')} of random networks change their responses as adaptation does, ${share('repulsion')} repel preferences enough, and ${share('decorrelation')} lower correlations enough: none shows all that at once.`,
      holds: { 'none shows all at once': claim('all-effects-at-once').measured === 0 },
      claims: ['maxima-minima', 'repulsion', 'decorrelation', 'all-effects-at-once'],
    },
    differs: { 'stand-in': 'networks with weights that we chose in place of recordings of visual cortex' },
    because: {
      text: 'Gains move preferences through recurrence alone, and it passes little on: in the median network preferences move by {{median-repulsion}}, and {{median-correlation-kept}} of the correlation remains.',
      holds: given(claim, { 'no-recurrence-no-shift': 'reproduced', decorrelation: 'not reproduced' }),
    },
  };
};
