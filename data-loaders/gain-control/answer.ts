import { type AnswerFrom, given } from '../../src/lib/claims/answer.js';
import { percent } from '../../src/lib/text/number.js';

export const answer: AnswerFrom = (claim) => {
  const share = (id: string) => percent(claim(id).measured!);
  return {
    says: 'Changes of gain alone, in a recurrent network, bring about all that adaptation does: changed responses, repelled preferences, lower correlations.',
    found: {
      text: `Of random networks ${share('maxima-minima')} change responses as said, ${share('repulsion')} repel preferences enough, ${share('decorrelation')} decorrelate enough; all at once: ${claim('all-effects-at-once').verdict}.`,
      holds: {},
      claims: ['maxima-minima', 'repulsion', 'decorrelation', 'all-effects-at-once'],
    },
    because: {
      text: 'Gains move preferences through recurrence alone, and not far: by {{median-repulsion}} in the median network, which keeps {{median-correlation-kept}} of its correlation.',
      holds: given(claim, { 'no-recurrence-no-shift': 'reproduced', decorrelation: 'not reproduced' }),
    },
  };
};
